import type { FieldType, FileValue } from '../field.ts'
import { acceptFile, fileSchema } from '../file/stored.ts'
import { no } from '../refusals.ts'
import { sameValue } from '../textual.ts'

/** What every browser draws and what cannot run: SVG is a document with scripts, not a picture. */
const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']

export const type: FieldType<'picture', FileValue> = {
  name: 'picture',
  about: {
    label: { pl: 'Obraz', en: 'Picture' },
    help: { pl: 'Zdjęcie albo znak firmowy, widoczny od razu.', en: 'A photograph or a logo, seen at once.' },
    icon: 'photo',
    group: 'files',
  },
  options: {},
  widensTo: [{ to: 'file', convert: 'same' }],
  accept: (json) => acceptFile(json, pictureTypes),
  read: (text) => (text.trim() === '' ? null : no('needs_lookup', { value: text })),
  show: (value) => value?.name ?? '',
  cell: (value) => (value === null ? null : { kind: 'text', value: value.name }),
  same: sameValue,
  exprType: () => ({ kind: 'text' }),
  exprValue: (value) => value?.name ?? null,
  searchTexts: (value) => [value.name],
  jsonSchema: () => fileSchema,
}
