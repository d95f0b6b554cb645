import type { Refusal } from '../../contract/refusal.ts'
import { isRefused, manyLines } from '../characters.ts'
import type { FieldType } from '../field.ts'
import { markupOf, plainText, readMarkup, writeMarkup } from './markup.ts'

const maxLength = 200_000
/** The search box looks this far into a text, as into any long one. */
const searchedLength = 20_000

export const type: FieldType<'richText', string> = {
  name: 'richText',
  about: {
    label: { pl: 'Tekst sformatowany', en: 'Formatted text' },
    help: { pl: 'Akapity, nagłówki, listy, pogrubienia i odnośniki: opis produktu, notatka ze spotkania.', en: 'Paragraphs, headings, lists, bold words and links: a product’s description, minutes of a meeting.' },
    icon: 'text-size',
    group: 'texts',
  },
  options: {},
  accept: (json) => (json === null || json === undefined ? null : acceptMarkup(json)),
  /** A text that is HTML already is taken as such, any other as plain lines. */
  read(text, field) {
    const formatted = /^\s*<[a-z]/i.test(text) ? type.accept(text, field) : undefined
    if (formatted !== undefined && !isRefused(formatted)) return formatted
    const plain = manyLines(text, maxLength)
    return isRefused(plain) ? plain : plain.trim() === '' ? null : acceptMarkup(markupOf(plain))
  },
  show: (value) => plainOf(value) ?? '',
  cell: (value) => (value === null ? null : { kind: 'text', value: plainOf(value)! }),
  same: (a, b) => a === b,
  exprType: () => ({ kind: 'text' }),
  exprValue: (value) => plainOf(value),
  searchTexts: (value) => [plainOf(value)!.slice(0, searchedLength).toWellFormed()],
  jsonSchema: () => ({ type: 'string', contentMediaType: 'text/html', maxLength, description: 'Of HTML only p, h2, h3, ul, ol, li, blockquote, strong, em, u, s, br and a with href' }),
}

function acceptMarkup(json: unknown): string | null | Refusal {
  const html = manyLines(json, maxLength)
  if (isRefused(html)) return html
  const blocks = readMarkup(html)
  return isRefused(blocks) ? blocks : blocks.length === 0 ? null : writeMarkup(blocks)
}

/** The words alone. */
export function plainOf(value: string | null): string | null {
  if (value === null) return null
  const blocks = readMarkup(value)
  return isRefused(blocks) ? value : plainText(blocks)
}
