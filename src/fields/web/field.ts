import type { Refusal } from '../../contract/refusal.ts'
import { isRefused, oneLine } from '../characters.ts'
import type { FieldType } from '../field.ts'
import { no } from '../refusals.ts'
import { textual } from '../textual.ts'

const maxLength = 2048

export const type: FieldType<'web', string> = {
  ...textual,
  name: 'web',
  about: {
    label: { pl: 'Strona WWW', en: 'Web page' },
    help: { pl: 'Odnośnik do strony: witryna firmy, profil, dokument w sieci.', en: 'A link to a page: a company’s site, a profile, a document on the web.' },
    icon: 'world',
    group: 'contact',
  },
  options: {},
  widensTo: [{ to: 'text', convert: 'same' }, { to: 'longText', convert: 'same' }],
  accept: (json) => (json === null || json === undefined ? null : acceptWeb(json)),
  read: (text) => acceptWeb(text),
  searchTexts: (value) => [value],
  jsonSchema: () => ({ type: 'string', format: 'uri', maxLength, description: 'http or https; https:// is added when there is none' }),
}

/** 'www.firma.pl' → 'https://www.firma.pl'. Only http and https: every other kind of address could run a program when clicked. */
function acceptWeb(json: unknown): string | null | Refusal {
  const text = oneLine(json, maxLength)
  if (isRefused(text)) return text
  if (text === '') return null
  // In bytes, because an index holds an address whole.
  const length = new TextEncoder().encode(text).length
  if (length > maxLength) return no('text.too_long', { length, max: maxLength })
  const protocol = /^([a-z][a-z0-9+.-]*:)(?!\d)/i.exec(text)?.[1]?.toLowerCase()
  if (protocol !== undefined && protocol !== 'http:' && protocol !== 'https:') return no('web.protocol', { protocol })
  const whole = protocol === undefined ? `https://${text.replace(/^\/\//, '')}` : text
  const parts = /^(https?):\/\/([^/?#\\\s]+)([/?#]\S*)?$/i.exec(whole)
  const url = parts === null ? null : URL.parse(whole)
  if (parts === null || url === null) return no('web.form', { value: text })
  if (url.username !== '' || url.password !== '' || parts[2]!.includes('@')) return no('web.password')
  // A name without a point is a computer of the company's own network; only with http:// written out is it meant so.
  if (!url.hostname.includes('.') && !url.hostname.startsWith('[') && protocol === undefined) return no('web.form', { value: text })
  return `${parts[1]!.toLowerCase()}://${parts[2]!.toLowerCase()}${parts[3] === '/' ? '' : (parts[3] ?? '')}`
}
