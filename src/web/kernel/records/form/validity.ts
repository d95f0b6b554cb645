import type { FieldDefinition, Values } from '../../../../contract/definition.ts'
import { isRefusal } from '../../../../contract/refusal.ts'
import type { Unread } from '../../../../fields/web.ts'
import { typeOf } from '../../../../fields/types.ts'
import type { Teller } from '../../ui/language.ts'
import { sentValue } from '../field/conditions.ts'
import { texts } from './texts.ts'

/** What is wrong with one field as it stands, by path (`phones.1.value`); nothing when all is well. */
export function faultsOf(field: FieldDefinition, values: Values, about: { unread?: Unread; required: boolean; t: Teller }): Record<string, string> {
  const { unread, required, t } = about
  if (unread !== undefined) return { [field.name]: t(unread.refusal.text, unread.refusal.values) }
  const sent = sentValue(field, values[field.name])
  if (sent === null) return required && field.type !== 'yesNo' ? { [field.name]: t(texts.required) } : {}
  const accepted = typeOf(field).accept(sent, field)
  if (!isRefusal(accepted)) return {}
  const path = accepted.field ? `${field.name}.${accepted.field}` : field.name
  return { [path]: t(accepted.text, accepted.values) }
}

/** Without what was wrong with this field. */
export function without(errors: Readonly<Record<string, string>>, field: string): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([path]) => path !== field && !path.startsWith(`${field}.`)))
}

/** Errors of the parts of a field, by their path inside it. */
export function partsOf(errors: Readonly<Record<string, string>>, field: string): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([path]) => path.startsWith(`${field}.`)).map(([path, message]) => [path.slice(field.length + 1), message]))
}
