/** Where a field is used, told before anybody removes it: what would stand in the way, and what would merely go on without it. */
import type { LayoutDefinition } from '../../../contract/layout.ts'
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { check, checkCondition } from '../../../expression/check.ts'
import { mentionsOf } from '../../../expression/mentions.ts'
import { parse } from '../../../expression/parse.ts'
import { program } from '../access/who.ts'
import type { Ctx } from '../context.ts'
import { sectionsOf, placeOf } from '../metadata/check-layouts.ts'
import { expressionsOf } from '../metadata/expressions.ts'
import { namedPaths, orderPaths } from '../metadata/mentions.ts'
import type { Registry } from '../metadata/registry.ts'
import { scopeOfWhere } from '../query/scope.ts'
import { allUses, type Use } from './uses.ts'

export interface WhereUsed {
  /** Conditions, formulas, rules of roles, views: places as refusals name them. */
  needed: string[]
  /** Lists, forms, layouts: they go on without it. */
  shown: string[]
}

interface Sought {
  object: string
  field: string
}

export async function whereUsed(ctx: Ctx, sought: Sought): Promise<WhereUsed> {
  const { registry } = ctx
  const objects = [...registry.objects.values()]
  const own = `${sought.object}.${sought.field}`
  const declared = objects.flatMap((object) => [...expressionsOf(object), ...formulasIn(object)]).map(({ where, object, text, expected }): Use => ({ place: where, object, expression: text, isValue: expected !== null }))
  const needed = [...declared, ...(await allUses(ctx.db))].filter((use) => use.place !== own && mentions(registry, use, sought)).map(({ place }) => place)
  const named = objects.flatMap((object) => [...namedPaths(object), ...(object.layouts ?? []).flatMap((layout) => layoutPaths(object, layout))]).filter(({ object, path }) => leadsThrough(registry, object, path, sought)).map(({ where }) => where)
  return { needed: [...new Set([...needed, ...named.filter(isBuiltOn), ...statesOf(registry, sought)])], shown: [...new Set(named.filter((where) => !isBuiltOn(where)))] }
}

const builtOn: ReadonlySet<string> = new Set(['nameField', 'access', 'indexes', 'refusedWhen', 'tellsOf'])

/** The object cannot be without it. */
const isBuiltOn = (where: string): boolean => builtOn.has(where.split('.')[1] ?? '')

const formulasIn = (object: ObjectDefinition) =>
  object.fields.flatMap(({ name, formula }) => (formula === undefined ? [] : [{ where: `${object.name}.${name}`, object: object.name, text: formula, expected: {} }]))

/** A state, a type, a field that a move asks for. */
function statesOf({ objects }: Registry, { object: name, field }: Sought): string[] {
  const { typeField, states = [] } = objects.get(name) ?? {}
  const moves = states.flatMap((machine) => machine.moves.filter(({ required }) => required?.includes(field) === true).map(({ key }) => `${name}.states.${machine.field}.moves.${key}`))
  return [...(typeField === field ? [`${name}.typeField`] : []), ...states.filter((machine) => machine.field === field).map(() => `${name}.states.${field}`), ...moves]
}

function mentions(registry: Registry, { object, expression, isValue = false }: Use, sought: Sought): boolean {
  const { tree } = parse(expression)
  if (tree === undefined || !registry.objects.has(object)) return false
  const scope = scopeOfWhere({ registry, who: program }, object, 'program')
  const { typed } = isValue ? check(tree, scope) : checkCondition(tree, scope)
  return typed !== undefined && mentionsOf(typed).fields.some((one) => one.object === sought.object && one.field === sought.field)
}

function layoutPaths(object: ObjectDefinition, layout: LayoutDefinition): { where: string; object: string; path: string }[] {
  const at = (of: string, paths: readonly string[]) => paths.map((path) => ({ where: `${object.name}.${placeOf(layout)}`, object: of, path }))
  const own = sectionsOf(layout).flatMap(({ fields }) => fields)
  const { body } = layout
  const named = [...('fields' in body ? body.fields : []), ...('columns' in body ? body.columns : []), ...('order' in body ? orderPaths(body.order) : []), ...('headline' in body ? [...body.headline, ...(body.tiles ?? []).map(({ field }) => field)] : [])]
  return [...at(object.name, [...own, ...named]), ...('related' in body ? body.related.flatMap((list) => at(list.object, [list.link, ...list.columns])) : [])]
}

/** 'company.owner.name' leads through three fields of as many objects. */
function leadsThrough(registry: Registry, from: string, path: string, sought: Sought): boolean {
  let at: string | null = from
  for (const name of path.split('.')) {
    const field: FieldDefinition | null = at === null ? null : registry.field(at, name)
    if (field === null) return false
    if (at === sought.object && field.name === sought.field) return true
    at = 'target' in field ? field.target : null
  }
  return false
}
