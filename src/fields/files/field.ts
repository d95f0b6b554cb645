import { isRefused } from '../characters.ts'
import type { FieldType, FileValue } from '../field.ts'
import { acceptFile, fileSchema } from '../file/stored.ts'
import { fileTypesOption } from '../options.ts'
import { at, no, wrongKind } from '../refusals.ts'
import { sameValue } from '../textual.ts'

const maxFiles = 200

export const type: FieldType<'files', FileValue[]> = {
  name: 'files',
  about: {
    label: { pl: 'Kilka plików', en: 'Several files' },
    help: { pl: 'Dowolnie wiele plików: zdjęcia z montażu, załączniki.', en: 'Any number of files: photos of an installation, attachments.' },
    icon: 'files',
    group: 'files',
  },
  options: { accept: fileTypesOption },
  accept(json, field) {
    if (json === null || json === undefined || json === '') return null
    if (!Array.isArray(json)) return wrongKind('files')
    if (json.length > maxFiles) return no('value.too_many', { count: json.length, max: maxFiles })
    const files: FileValue[] = []
    for (const [index, each] of json.entries()) {
      const file = acceptFile(each, field.accept)
      if (isRefused(file)) return at(index, file)
      if (file !== null && !files.some((other) => sameValue(other, file))) files.push(file)
    }
    return files.length === 0 ? null : files
  },
  read: (text) => (text.trim() === '' ? null : no('needs_lookup', { value: text })),
  show: (value) => (value ?? []).map((file) => file.name).join(', '),
  cell: (value, field, manner) => (value === null ? null : { kind: 'text', value: type.show(value, field, manner) }),
  same: sameValue,
  exprType: () => ({ kind: 'list', of: { kind: 'text' } }),
  exprValue: (value) => value?.map((file) => file.name) ?? null,
  searchTexts: (value) => value.map((file) => file.name),
  jsonSchema: () => ({ type: 'array', items: fileSchema, maxItems: maxFiles }),
}
