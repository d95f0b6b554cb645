import type { FieldType } from '../field.ts'
import { isRefused, oneLine } from '../characters.ts'
import { textual } from '../textual.ts'
import { patterns } from './identifiers.ts'

export const defaultMaxLength = 500

export const type: FieldType<'text', string> = {
  ...textual,
  name: 'text',
  accept(json, field) {
    if (json === null || json === undefined) return null
    const line = oneLine(json, field.maxLength ?? defaultMaxLength)
    if (isRefused(line) || line === '') return line === '' ? null : line
    return field.pattern === undefined ? line : patterns[field.pattern].accept(line)
  },
  read: (text, field) => type.accept(text, field),
  show: (value, field) => (value === null ? '' : field.pattern === undefined ? value : patterns[field.pattern].show(value)),
  cell: (value, field, manner) => (value === null ? null : { kind: 'text', value: type.show(value, field, manner) }),
  searchTexts: (value, field) => (field.pattern === undefined ? [value] : patterns[field.pattern].searchTexts(value)),
  jsonSchema: (field) => ({ type: 'string', maxLength: field.maxLength ?? defaultMaxLength, ...(field.pattern === undefined ? {} : { description: patterns[field.pattern].description }) }),
}
