import { isRefused } from '../characters.ts'
import type { FieldType } from '../field.ts'
import { reverseOption, targetOption, uniqueOption } from '../options.ts'
import { no } from '../refusals.ts'
import { textual } from '../textual.ts'
import { acceptId } from './ids.ts'

export const type: FieldType<'link', string> = {
  ...textual,
  name: 'link',
  about: {
    label: { pl: 'Powiązanie', en: 'Link' },
    help: { pl: 'Prowadzi do jednego rekordu: firma urządzenia, opiekun serwisowy.', en: 'Leads to one record: the company of a machine, a service contact.' },
    icon: 'link',
    group: 'links',
  },
  options: {
    target: targetOption,
    reverse: reverseOption,
    onDelete: {
      label: { pl: 'Gdy usunięto to, do czego prowadzi', en: 'When what it leads to is deleted' },
      kind: 'oneOf',
      choices: [
        { value: 'clear', label: { pl: 'pole zostaje puste', en: 'the field becomes empty' } },
        { value: 'refuse', label: { pl: 'nie można tego usunąć', en: 'that cannot be deleted' } },
        { value: 'cascade', label: { pl: 'usuwa się i ten rekord', en: 'this record is deleted too' } },
      ],
    },
    unique: { ...uniqueOption, help: { pl: 'Do jednego rekordu prowadzi najwyżej jeden.', en: 'At most one leads to the same record.' } },
  },
  widensTo: [{ to: 'links', convert: 'list' }],
  accept: (json) => (json === null || json === undefined || json === '' ? null : acceptId(json)),
  read(text) {
    if (text.trim() === '') return null
    const id = acceptId(text.trim())
    return isRefused(id) ? no('needs_lookup', { value: text }) : id
  },
  exprType: (field) => ({ kind: 'record', object: field.target }),
  jsonSchema: () => ({ type: 'string', format: 'uuid' }),
}
