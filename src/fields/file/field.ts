import type { FieldType, FileValue } from '../field.ts'
import { fileTypesOption } from '../options.ts'
import { no } from '../refusals.ts'
import { sameValue } from '../textual.ts'
import { acceptFile, fileSchema } from './stored.ts'

export const type: FieldType<'file', FileValue> = {
  name: 'file',
  about: {
    label: { pl: 'Plik', en: 'File' },
    help: { pl: 'Jeden plik: umowa, karta produktu.', en: 'One file: a contract, a data sheet.' },
    icon: 'file',
    group: 'files',
  },
  options: { accept: fileTypesOption },
  widensTo: [{ to: 'files', convert: 'fileList' }],
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
