/** Formulas over a record's own values, for the write that changes these. sql.ts says the same in the database. */
import type { Values } from '../../../contract/definition.ts'
import { evaluate } from '../../../expression/evaluate.ts'
import type { Facts, Path } from '../../../expression/language.ts'
import type { ExprValue } from '../../../expression/types.ts'
import { typeOf } from '../../../fields/types.ts'
import type { Registry } from '../metadata/registry.ts'
import { formulasOf } from './plan.ts'
import { fitted } from './value.ts'

/** The record's values with those that follow from them; the same object where none do. */
export function withOwnFormulas(registry: Registry, object: string, values: Values): Values {
  const formulas = formulasOf(registry).own(object)
  if (formulas.length === 0) return values
  const all: Values = { ...values }
  const facts: Facts = { ...nobody, holidays: registry.holidays, value: (path) => valueAt(registry, all, path) }
  for (const { field, typed } of formulas) all[field.name] = fitted(field, evaluate(typed, facts))
  return all
}

/** What these formulas do not ask for: who, when and where. */
const nobody = { me: null, now: '1970-01-01T00:00:00.000Z', today: '1970-01-01', timeZone: 'UTC' }

function valueAt(registry: Registry, values: Values, { object, field, part }: Path): ExprValue | undefined {
  const definition = registry.field(object, field)
  if (definition === null) return undefined
  const type = typeOf(definition)
  const value = values[field] ?? null
  return part === null ? type.exprValue(value, definition) : type.partValue?.(value, part)
}
