/** Expressions that stand in a declaration, checked when it is: a view that cannot be asked is a fault, not a surprise. */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { isRefusal, refusal, type Refusal } from '../../../contract/refusal.ts'
import { checkCondition } from '../../../expression/check.ts'
import { checkFormula } from '../../../expression/checkFormula.ts'
import type { Scope, Typed } from '../../../expression/language.ts'
import { mentionsOf } from '../../../expression/mentions.ts'
import { parse } from '../../../expression/parse.ts'
import type { ExprType } from '../../../expression/types.ts'
import { typeOf } from '../../../fields/types.ts'
import { program } from '../access/who.ts'
import { scopeOf, scopeOfWhere } from '../query/scope.ts'
import { calculable } from '../../../fields/calculable.ts'
import { systemFieldsOf } from './system-fields.ts'
import { placeOf, sectionsOf } from './check-layouts.ts'
import type { Registry } from './registry.ts'
import { faultTexts as texts } from './texts.ts'

interface Placed {
  /** The place in the declaration. */
  where: string
  /** The object it is about. */
  object: string
  text: string
  /** What its value must be; null: a condition. */
  expected: ExprType | null
  /** The field that its value is for. */
  field?: FieldDefinition
  /** The only field it may mention. */
  only?: string
  /** A condition of a list, which the database answers. */
  isWhere?: boolean
}

/** The names must have been checked before: this looks them up. */
export function expressionFaults(registry: Registry): Refusal[] {
  const faults = [...registry.objects.values()].flatMap(expressionsOf).flatMap((placed) => faultOf(registry, placed) ?? [])
  return faults.length > 0 ? faults : [...registry.objects.values()].flatMap((object) => circlesOf(registry, object))
}

const withOwner = (object: ObjectDefinition): FieldDefinition[] => [...object.fields, ...systemFieldsOf(object).filter(({ name }) => name === 'owner')]

/** Values to begin with that would wait for each other. */
function circlesOf(registry: Registry, object: ObjectDefinition): Refusal[] {
  const begun = new Map(withOwner(object).flatMap((field) => (field.default === undefined ? [] : [[field.name, namedBy(registry, object, field)] as const])))
  const leadsBack = (from: string, to: string, seen: ReadonlySet<string>): boolean =>
    (begun.get(to) ?? []).some((next) => next === from || (!seen.has(next) && leadsBack(from, next, new Set([...seen, next]))))
  return [...begun.keys()].filter((name) => leadsBack(name, name, new Set())).map((name) => refusal('metadata.bad_default', texts.defaultOfItself, { field: `${object.name}.${name}` }))
}

/** The record's own fields that its default mentions. */
function namedBy(registry: Registry, object: ObjectDefinition, field: FieldDefinition): string[] {
  const { tree } = parse(field.default!.expression)
  const { typed } = checkFormula(tree!, scopeOf({ registry, who: program }, object.name, 'program'), typeOf(field).exprType(field))
  return mentionsOf(typed!).fields.filter(({ hops, root }) => hops.length === 0 && root === 'record').map((mention) => mention.field)
}

/** Those of its fields, views, lists, states, rules and layouts; formulas apart. */
export function expressionsOf(object: ObjectDefinition): Placed[] {
  const condition = (where: string, of: string, text: string | undefined): Placed[] =>
    text === undefined ? [] : [{ where: `${object.name}.${where}`, object: of, text, expected: null }]
  const listed = (where: string, of: string, text: string | undefined): Placed[] => condition(where, of, text).map((placed) => ({ ...placed, isWhere: true }))
  return [
    ...withOwner(object).flatMap((field) => fieldExpressions(object, field)),
    ...(object.list.views ?? []).flatMap((view) => listed(`list.views.${view.key}`, object.name, view.where)),
    ...(object.related ?? []).flatMap((related) => listed(`related.${related.object}`, related.object, related.where)),
    ...object.form.flatMap((section) => condition(`form.${section.key}`, object.name, section.shownWhen)),
    ...(object.states ?? []).flatMap(({ field, moves }) => moves.flatMap((move) => condition(`states.${field}.moves.${move.key}`, object.name, move.when))),
    ...(object.tellsOf ?? []).flatMap(({ when }) => condition('tellsOf', object.name, when)),
    ...(object.standsOut ?? []).flatMap(({ when }) => condition('standsOut', object.name, when)),
    ...(object.refusedWhen ?? []).flatMap((rule) => condition(`refusedWhen.${rule.key}`, object.name, rule.when)),
    ...(object.layouts ?? []).flatMap((layout) => [
      ...sectionsOf(layout).flatMap((section) => condition(`${placeOf(layout)}.${section.key}`, object.name, section.shownWhen)),
      ...(layout.kind === 'record' ? layout.body.related : []).flatMap((related) => listed(`${placeOf(layout)}.${related.object}`, related.object, related.where)),
    ]),
  ]
}

function fieldExpressions(object: ObjectDefinition, field: FieldDefinition): Placed[] {
  const at = { where: `${object.name}.${field.name}`, object: object.name }
  const conditions = [field.shownWhen, field.requiredWhen, field.readOnlyWhen].filter((text) => text !== undefined)
  return [
    ...conditions.map((text) => ({ ...at, text, expected: null })),
    ...(field.colors ?? []).map(({ when }) => ({ ...at, text: when, expected: null, only: field.name })),
    ...(field.default === undefined ? [] : [{ ...at, text: field.default.expression, expected: typeOf(field).exprType(field), field }]),
  ]
}

function faultOf(registry: Registry, { where, object, text, expected, field, only, isWhere }: Placed): Refusal | null {
  const { tree, problem } = parse(text)
  const whole = (isWhere ? scopeOfWhere : scopeOf)({ registry, who: program }, object, 'program')
  const scope = only === undefined ? whole : narrowed(whole, object, only)
  const { typed, problems = [problem] } = tree === undefined ? {} : expected === null ? checkCondition(tree, scope) : checkFormula(tree, scope, expected)
  const [first] = problems
  if (first !== undefined) return refusal(first.code, first.text, { field: where, values: first.values })
  if (field !== undefined && typed !== undefined && looksAtOthers(typed)) return refusal('metadata.bad_default', texts.defaultOfOthers, { field: where })
  if (field !== undefined && typed !== undefined && looksBehindLinks(typed) && field.type !== 'link' && !calculable.has(field.type)) return refusal('metadata.bad_default', texts.defaultBehindLinks, { field: where })
  const accepted = field !== undefined && typed?.kind === 'constant' ? typeOf(field).accept(typed.value, field) : null
  return isRefusal(accepted) ? { ...accepted, field: where } : null
}

/** Nothing leads to a record that is only about to be created. */
const looksAtOthers = (typed: Typed): boolean => mentionsOf(typed).fields.some(({ hops }) => hops.some(({ kind }) => kind === 'reverse'))

const looksBehindLinks = (typed: Typed): boolean => mentionsOf(typed).fields.some(({ hops }) => hops.length > 0)

/** Colours are shown wherever the value is, so they can look at nothing beside it. */
function narrowed(scope: Scope, object: string, only: string): Scope {
  return { ...scope, field: (of, name) => (of === object && name === only ? scope.field(of, name) : null), reverse: () => null, names: () => [only] }
}
