import type { Color, FieldDefinition } from '../../../../contract/definition.ts'
import { checkCondition } from '../../../../expression/check.ts'
import { holds } from '../../../../expression/evaluate.ts'
import type { Facts, Scope, Typed } from '../../../../expression/language.ts'
import { parse } from '../../../../expression/parse.ts'
import type { Manner } from '../../../../fields/field.ts'
import { typeOf } from '../../../../fields/types.ts'

const understood = new WeakMap<object, readonly { condition: Typed; color: Color }[]>()

/** The colour of a value by the first condition that holds; conditions of colours mention nothing but the field itself. */
export function colorOf(field: FieldDefinition, value: unknown, manner: Manner): Color | null {
  if (field.colors === undefined || field.colors.length === 0 || 'target' in field) return null
  const type = typeOf(field)
  const own = (value ?? null) as never
  const facts: Facts = {
    me: null, now: new Date().toISOString(), today: manner.today, timeZone: manner.timeZone, holidays: manner.holidays,
    value: ({ part }) => (part === null ? type.exprValue(own, field) : type.partValue?.(own, part)),
  }
  return conditionsOf(field).find(({ condition }) => holds(condition, facts))?.color ?? null
}

/** One that is no longer understood colours nothing. */
function conditionsOf(field: FieldDefinition): readonly { condition: Typed; color: Color }[] {
  const known = understood.get(field.colors!)
  if (known !== undefined) return known
  const scope: Scope = { object: '', field: (_, name) => (name === field.name ? { type: typeOf(field).exprType(field), parts: typeOf(field).parts?.(field) ?? {}, label: field.label } : null), reverse: () => null, names: () => [field.name] }
  const made = field.colors!.flatMap(({ when, color }) => {
    const { tree } = parse(when)
    const typed = tree === undefined ? undefined : checkCondition(tree, scope).typed
    return typed === undefined ? [] : [{ condition: typed, color }]
  })
  understood.set(field.colors!, made)
  return made
}
