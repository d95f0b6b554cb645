import { isRefused, manyLines } from '../characters.ts'
import type { FieldType } from '../field.ts'
import { maxLengthUpTo } from '../options.ts'
import { textual } from '../textual.ts'

export const defaultMaxLength = 1_000_000
/** The search box looks this far into a text; the rest is found by searching in contents. */
const searchedLength = 20_000

export const type: FieldType<'longText', string> = {
  ...textual,
  name: 'longText',
  about: {
    label: { pl: 'Długi tekst', en: 'Long text' },
    help: { pl: 'Wiele wierszy bez formatowania: uwagi, opis.', en: 'Many lines without formatting: notes, a description.' },
    icon: 'align-left',
    group: 'texts',
  },
  widensTo: [{ to: 'richText', convert: 'markup' }],
  options: { maxLength: maxLengthUpTo(defaultMaxLength) },
  accept(json, field) {
    if (json === null || json === undefined) return null
    const text = manyLines(json, field.maxLength ?? defaultMaxLength)
    return isRefused(text) ? text : text || null
  },
  read: (text, field) => type.accept(text, field),
  searchTexts: (value) => [value.slice(0, searchedLength).toWellFormed()],
  jsonSchema: (field) => ({ type: 'string', maxLength: field.maxLength ?? defaultMaxLength }),
}
