/** Expressions that stand in declarations: conditions of fields and default values, over the values of one record. */
import type { Values } from '../../../contract/definition.ts'
import { isRefusal } from '../../../contract/refusal.ts'
import { localDate } from '../../../expression/calendar.ts'
import { checkCondition } from '../../../expression/check.ts'
import { checkFormula } from '../../../expression/checkFormula.ts'
import { evaluate } from '../../../expression/evaluate.ts'
import type { Facts, Path, Typed } from '../../../expression/language.ts'
import { mentionsOf, type Mentioned } from '../../../expression/mentions.ts'
import { parse } from '../../../expression/parse.ts'
import { and, sql } from '../../../expression/sql.ts'
import type { ExprValue } from '../../../expression/types.ts'
import { rowRule } from '../access/row-rule.ts'
import type { Ctx } from '../context.ts'
import { formulasOf } from '../formulas/plan.ts'
import { circumstance, isListOfMine } from '../query/circumstances.ts'
import { draftFor, joinsOf, rootRow, tableOf } from '../query/draft.ts'
import { scopeOf } from '../query/scope.ts'
import { fill, rightsValues } from '../query/slots.ts'
import { whereSql } from '../query/where.ts'
import type { LaidField, Layout } from './layout.ts'

export const todayIn = (ctx: Ctx): string => localDate(ctx.now.toISOString(), ctx.timeZone)!

/** Is the condition true of these values? Links are compared by their ids; what lies behind a link is empty here. */
export function holds(ctx: Ctx, layout: Layout, condition: string, values: Values): boolean {
  return evaluate(compiled(ctx, layout, condition, null), factsOf(ctx, layout, values)) === true
}

/** Does the condition look behind links, at other records or at values computed when they are asked for? Then only the database can tell. */
export function asksOthers(ctx: Ctx, layout: Layout, condition: string): boolean {
  const typed = compiled(ctx, layout, condition, null)
  let asks = others.get(typed)
  if (asks === undefined) others.set(typed, (asks = isOfOthers(ctx, mentionsOf(typed))))
  return asks
}

/** The record's own fields, by whose change the condition may come out otherwise; none where it speaks of other records alone. */
export function ownFieldsOf(ctx: Ctx, layout: Layout, condition: string): ReadonlySet<string> {
  const typed = compiled(ctx, layout, condition, null)
  let own = owns.get(typed)
  if (own === undefined) owns.set(typed, (own = new Set(ownMentions(ctx, layout.object.name, mentionsOf(typed)))))
  return own
}

const owns = new WeakMap<Typed, ReadonlySet<string>>()

/** Calculated fields stand for those that they are calculated from. */
function ownMentions(ctx: Ctx, object: string, { fields }: Mentioned): string[] {
  return fields.filter(({ hops, root }) => hops.length === 0 && root === 'record').flatMap(({ field }) => {
    const formula = formulasOf(ctx.registry).of(object, field)
    return formula === null ? [field] : ownMentions(ctx, object, formula.mentions)
  })
}

const isOfOthers = ({ registry }: Ctx, { rates, fields }: Mentioned): boolean =>
  rates || fields.some(({ hops, root, object, field }) => hops.length > 0 || (root === 'me' && !isListOfMine(field)) || formulasOf(registry).of(object, field)?.kind === 'live')

const others = new WeakMap<Typed, boolean>()

export interface Beginning {
  field: LaidField
  typed: Typed
  /** Only the database can tell. */
  asksOthers: boolean
}

const beginnings = new WeakMap<Layout, readonly Beginning[]>()

/** The declared defaults, each after those it follows from. */
export function beginningsOf(ctx: Ctx, layout: Layout): readonly Beginning[] {
  const known = beginnings.get(layout)
  if (known !== undefined) return known
  const all = layout.fields.filter(({ definition }) => definition.default !== undefined).map((field) => {
    const typed = compiled(ctx, layout, field.definition.default!.expression, field)
    return { field, typed, asksOthers: isOfOthers(ctx, mentionsOf(typed)), after: ownMentions(ctx, layout.object.name, mentionsOf(typed)) }
  })
  const ordered: (typeof all)[number][] = []
  const place = (one: (typeof all)[number]) => {
    if (ordered.includes(one)) return
    for (const other of all) if (one.after.includes(other.field.name)) place(other)
    ordered.push(one)
  }
  all.forEach(place)
  beginnings.set(layout, ordered)
  return ordered
}

/** The default over the values known by now; empty when it comes to something that the field does not take: whoever creates the record then says it. */
export const defaultOf = (ctx: Ctx, layout: Layout, { field, typed }: Beginning, values: Values): unknown => taken(field, evaluate(typed, factsOf(ctx, layout, values)))

export function taken({ type, definition }: LaidField, value: unknown): unknown {
  const accepted = type.accept(value, definition)
  return isRefusal(accepted) ? null : accepted
}

const known = new WeakMap<Layout, Map<string, Typed>>()

function compiled(ctx: Ctx, layout: Layout, text: string, field: LaidField | null): Typed {
  const mine = known.get(layout) ?? new Map<string, Typed>()
  known.set(layout, mine)
  const key = `${field?.name ?? ''} ${text}`
  const found = mine.get(key)
  if (found !== undefined) return found
  const { tree, problem } = parse(text)
  const scope = scopeOf(ctx, layout.object.name, 'program')
  const checked = tree === undefined ? null : field === null ? checkCondition(tree, scope) : checkFormula(tree, scope, field.type.exprType(field.definition))
  if (checked?.typed === undefined) throw new Error(`expression of ${layout.object.name} does not hold: ${text} (${problem?.code ?? checked?.problems?.[0]?.code})`)
  mine.set(key, checked.typed)
  return checked.typed
}

function factsOf(ctx: Ctx, layout: Layout, values: Values): Facts {
  return {
    me: ctx.who.userId, now: ctx.now.toISOString(), today: todayIn(ctx), timeZone: ctx.timeZone, holidays: ctx.registry.holidays,
    value: (path) => (path.root === 'me' ? mineAt(ctx, path) : valueAt(layout, values, path)),
  }
}

const mineAt = (ctx: Ctx, path: Path): ExprValue | undefined => (path.links.length === 0 && isListOfMine(path.field) ? circumstance(ctx, path.field) : undefined)

function valueAt(layout: Layout, values: Values, path: Path): ExprValue | undefined {
  const field = path.root === 'record' && path.links.length === 0 ? layout.field(path.field) : undefined
  if (field === undefined) return undefined
  const value = values[field.name] ?? null
  return path.part === null ? field.type.exprValue(value, field.definition) : field.type.partValue?.(value, path.part)
}

/** Ids of all records out of the trash that meet a condition, as far as the caller sees them, archived ones too. */
export async function idsWhere(ctx: Ctx, object: string, where: string): Promise<string[]> {
  const draft = draftFor(ctx)
  const row = rootRow(ctx.registry.object(object), 't')
  const condition = and([sql`t.deleted_at is null`, rowRule(ctx, object, 'read', 't'), whereSql(draft, row, where)])
  const rows = await ctx.db.rows<{ id: string }>(fill(sql`select t.id from ${tableOf(row)}${joinsOf(row)} where ${condition} order by t.id`, rightsValues(ctx)))
  return rows.map(({ id }) => id)
}
