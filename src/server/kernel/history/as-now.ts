/** History speaks of fields as they were when it was written; readers know them by the names and types they have now. */
import type { FieldDefinition, FieldTypeName } from '../../../contract/definition.ts'
import { isRefusal } from '../../../contract/refusal.ts'
import { typeOf, types } from '../../../fields/types.ts'
import { widened } from '../../../fields/widening.ts'
import type { Registry } from '../metadata/registry.ts'

type Changes = Record<string, { from?: unknown; to?: unknown }>

export function asNow({ registry }: { registry: Registry }, object: string, changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).map(([name, change]) => {
    const field = registry.field(object, name)
    return field === null ? [name, change] : [field.name, typedNow(field, change)]
  }))
}

/** Names under which history may hold the field. */
export const namesEver = ({ registry }: { registry: Registry }, object: string, name: string): readonly string[] => {
  const field = registry.field(object, name)
  return field === null ? [name] : [field.name, ...(field.formerNames ?? [])]
}

const typedNow = (field: FieldDefinition, change: Changes[string]): Changes[string] =>
  Object.fromEntries(Object.entries(change).map(([side, value]) => [side, valueNow(field, value)]))

/** A value that its type no longer takes was written while the field had a narrower one. */
function valueNow(field: FieldDefinition, value: unknown): unknown {
  const type = typeOf(field)
  if (value === null || value === undefined || field.custom !== true || !isRefusal(type.accept(value, field))) return value
  for (const narrower of Object.keys(types) as FieldTypeName[]) {
    const widening = types[narrower].widensTo?.find(({ to }) => to === field.type)
    const made = widening === undefined ? undefined : attempt(() => widened(value, widening, field))
    if (made !== undefined && !isRefusal(type.accept(made, field))) return made
  }
  return value
}

function attempt(work: () => unknown): unknown {
  try {
    return work()
  } catch {
    return undefined // not a value of that narrower type
  }
}
