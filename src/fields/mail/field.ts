import type { Refusal } from '../../contract/refusal.ts'
import { isRefused, oneLine } from '../characters.ts'
import type { FieldType } from '../field.ts'
import { uniqueOption } from '../options.ts'
import { no } from '../refusals.ts'
import { textual } from '../textual.ts'

export const type: FieldType<'mail', string> = {
  ...textual,
  name: 'mail',
  about: {
    label: { pl: 'Adres e-mail', en: 'E-mail address' },
    help: { pl: 'Jeden adres, sprawdzany przy wpisywaniu.', en: 'One address, checked as it is typed.' },
    icon: 'mail',
    group: 'contact',
  },
  options: { unique: uniqueOption },
  widensTo: [{ to: 'text', convert: 'same' }, { to: 'mails', convert: 'entries' }],
  accept: (json) => (json === null || json === undefined ? null : acceptMail(json)),
  read: (text) => readMail(text),
  searchTexts: (value) => [value],
  jsonSchema: () => ({ type: 'string', format: 'email', maxLength: 254 }),
}

/** One address, its domain in lower case (the part before @ is the receiving server's own affair and stays as it is). */
export function acceptMail(json: unknown): string | null | Refusal {
  const mail = oneLine(json, 500)
  if (isRefused(mail)) return mail
  if (mail === '') return null
  if (/\s/.test(mail)) return no('mail.space', { value: mail })
  const place = mail.lastIndexOf('@')
  const [local, domain] = [mail.slice(0, place), mail.slice(place + 1).toLowerCase()]
  if (mail.length > 254 || local.length > 64) return no('mail.too_long', { length: mail.length })
  return place > 0 && isLocal(local) && isDomain(domain) ? `${local}@${domain}` : no('mail.form', { value: mail })
}

/** Also as mail programs write it: 'Jan Kowalski <jan@firma.pl>', 'mailto:jan@firma.pl', a comma left at the end. */
export function readMail(text: string): string | null | Refusal {
  const bare = /^[^<>]*<([^<>]+)>[,;\s]*$/.exec(text)?.[1] ?? text
  return acceptMail(bare.trim().replace(/^mailto:/i, '').replace(/[,;.]+$/, ''))
}

/** RFC 5322 dot-atom, letters of every language (RFC 6531). */
const isLocal = (local: string): boolean => /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u.test(local) && !/^\.|\.\.|\.$/.test(local)

/** At least two labels, the last not a number. */
export function isDomain(domain: string): boolean {
  const labels = domain.split('.')
  return labels.length > 1 && labels.every((label) => label.length <= 63 && /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u.test(label)) && /\p{L}/u.test(labels.at(-1)!)
}
