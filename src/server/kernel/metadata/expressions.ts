/** Expressions that stand in a declaration, checked when it is: a view that cannot be asked is a fault, not a surprise. */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { check, checkCondition } from '../../../expression/check.ts'
import { parse } from '../../../expression/parse.ts'
import type { ExprType } from '../../../expression/types.ts'
import { typeOf } from '../../../fields/types.ts'
import { program } from '../access/who.ts'
import { scopeOf } from '../query/scope.ts'
import type { Registry } from './registry.ts'

interface Placed {
  /** The place in the declaration. */
  where: string
  /** The object it is about. */
  object: string
  text: string
  /** What its value must be; null: a condition. */
  expected: ExprType | null
}

/** The names must have been checked before: this looks them up. */
export function expressionFaults(registry: Registry): Refusal[] {
  return [...registry.objects.values()].flatMap(expressionsOf).flatMap((placed) => faultOf(registry, placed) ?? [])
}

function expressionsOf(object: ObjectDefinition): Placed[] {
  const condition = (where: string, of: string, text: string | undefined): Placed[] =>
    text === undefined ? [] : [{ where: `${object.name}.${where}`, object: of, text, expected: null }]
  return [
    ...object.fields.flatMap((field) => fieldExpressions(object, field)),
    ...(object.list.views ?? []).flatMap((view) => condition(`list.views.${view.key}`, object.name, view.where)),
    ...(object.related ?? []).flatMap((related) => condition(`related.${related.object}`, related.object, (related as { where?: string }).where)),
  ]
}

function fieldExpressions(object: ObjectDefinition, field: FieldDefinition): Placed[] {
  const at = { where: `${object.name}.${field.name}`, object: object.name }
  const conditions = [field.shownWhen, field.requiredWhen, field.readOnlyWhen].filter((text) => text !== undefined)
  return [
    ...conditions.map((text) => ({ ...at, text, expected: null })),
    ...(field.default === undefined ? [] : [{ ...at, text: field.default.expression, expected: typeOf(field).exprType(field) }]),
  ]
}

function faultOf(registry: Registry, { where, object, text, expected }: Placed): Refusal | null {
  const { tree, problem } = parse(text)
  const scope = scopeOf({ registry, who: program }, object, 'program')
  const problems = tree === undefined ? [problem] : (expected === null ? checkCondition(tree, scope) : check(tree, scope, expected)).problems
  const [first] = problems ?? []
  return first === undefined ? null : refusal(first.code, first.text, { field: where, values: first.values })
}
