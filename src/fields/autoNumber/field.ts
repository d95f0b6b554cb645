import { isRefused, oneLine } from '../characters.ts'
import type { FieldType } from '../field.ts'
import { textual } from '../textual.ts'

const maxLength = 100

/** Given by the program; that a person may not write it is the gate's rule (readOnly), this type only keeps it well formed. */
export const type: FieldType<'autoNumber', string> = {
  ...textual,
  name: 'autoNumber',
  accept(json) {
    if (json === null || json === undefined) return null
    const line = oneLine(json, maxLength)
    return isRefused(line) ? line : line || null
  },
  read: (text, field) => type.accept(text, field),
  searchTexts: (value) => [value],
  jsonSchema: () => ({ type: 'string', readOnly: true, maxLength }),
}
