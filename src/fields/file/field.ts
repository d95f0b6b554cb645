import type { FieldType, FileValue } from '../field.ts'
import { acceptFile, fileSchema } from './stored.ts'
import { no } from '../refusals.ts'
import { sameValue } from '../textual.ts'

export const type: FieldType<'file', FileValue> = {
  name: 'file',
  accept: (json, field) => acceptFile(json, field.accept),
  read: (text) => (text.trim() === '' ? null : no('needs_lookup', { value: text })),
  show: (value) => value?.name ?? '',
  cell: (value) => (value === null ? null : { kind: 'text', value: value.name }),
  same: sameValue,
  exprType: () => ({ kind: 'text' }),
  exprValue: (value) => value?.name ?? null,
  searchTexts: (value) => [value.name],
  jsonSchema: () => fileSchema,
}
