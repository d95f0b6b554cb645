/** What of an activity another one may begin with. */
import type { FieldDefinition, ObjectDefinition, Values } from '../../../contract/definition.ts'
import { idOfLink } from '../../../fields/link/ids.ts'

/** What became of it, which copy of it this is, and what other calendars know it by, is its own. */
const ownFields: ReadonlySet<string> = new Set([
  'state', 'doneAt', 'moment', 'outcome', 'outcomeNote', 'spent', 'delegation', 'delegationNote', 'delegatedBy',
  'series', 'instance', 'previous', 'waitsFor', 'uid', 'sequence', 'recursUntil', 'nextOn', 'files',
])

const isCopied = (field: FieldDefinition): boolean =>
  !ownFields.has(field.name) && field.readOnly !== true && field.formula === undefined && field.type !== 'autoNumber' && !('unique' in field && field.unique === true)

/** Values of all fields that a copy shares with it, the administrator's too; links as ids. `mayWrite`: fields that whoever copies may fill in. */
export function sharedValues({ fields }: ObjectDefinition, values: Values, mayWrite: (field: string) => boolean = () => true): Values {
  const shared = fields.filter((field) => isCopied(field) && mayWrite(field.name) && (values[field.name] ?? null) !== null).map((field) => {
    const value = values[field.name]
    return [field.name, field.type === 'link' ? idOfLink(value) : field.type === 'links' ? (value as unknown[]).flatMap((one) => idOfLink(one) ?? []) : value]
  })
  return { ...Object.fromEntries(shared), ...(mayWrite('owner') ? { owner: idOfLink(values.owner) } : {}) }
}
