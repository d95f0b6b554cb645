import { isRefused } from '../characters.ts'
import type { FieldType } from '../field.ts'
import { no } from '../refusals.ts'
import { textual } from '../textual.ts'
import { acceptId } from './ids.ts'

export const type: FieldType<'link', string> = {
  ...textual,
  name: 'link',
  accept: (json) => (json === null || json === undefined || json === '' ? null : acceptId(json)),
  read(text) {
    if (text.trim() === '') return null
    const id = acceptId(text.trim())
    return isRefused(id) ? no('needs_lookup', { value: text }) : id
  },
  exprType: (field) => ({ kind: 'record', object: field.target }),
  jsonSchema: () => ({ type: 'string', format: 'uuid' }),
}
