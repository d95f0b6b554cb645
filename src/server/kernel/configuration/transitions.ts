/** What a change of the declarations means for the values that are there: what must be refused, what must be said, what must be done to the columns. */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { and, name, sql } from '../../../expression/sql.ts'
import { serverOf } from '../../../fields/servers.ts'
import { typeOf } from '../../../fields/types.ts'
import { wideningOf } from '../../../fields/widening.ts'
import type { Text } from '../../../contract/text.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import { columnName, tableName } from '../metadata/naming.ts'
import { isAnyCase } from '../metadata/shape.ts'
import type { Registry } from '../metadata/registry.ts'
import { filledIn } from '../records/filled-in.ts'
import type { ChangeNote } from './change.ts'
import { texts } from './texts.ts'
import { widenColumns } from './widen.ts'

export interface Transition {
  object: ObjectDefinition
  before: FieldDefinition
  after: FieldDefinition
  look?(ctx: Ctx, next: Registry): Promise<{ refusal?: Refusal; note?: ChangeNote } | undefined>
  /** In the transaction of the change, when nothing was refused. */
  run?(tx: Db): Promise<void>
}

/** Fields that are there before and after, and say something else afterwards. */
export function fieldTransitions(before: Registry, after: Registry): Transition[] {
  const had = new Map([...before.objects.values()].flatMap((object) => object.fields.map((field) => [field.id, { object, field }] as const)))
  return [...after.objects.values()].flatMap((object) => object.fields.flatMap((field): Transition[] => {
    const old = had.get(field.id)
    return old === undefined ? [] : [...retyped(old.object, old.field, field), ...requiredNow(old.object, old.field, field), ...uniqueNow(old.object, old.field, field)]
  }))
}

function retyped(object: ObjectDefinition, before: FieldDefinition, after: FieldDefinition): Transition[] {
  const place = { field: `${object.name}.${after.name}` }
  const refused = (code: string, text: Text, values = {}): Transition[] =>
    [{ object, before, after, look: async () => ({ refusal: refusal(code, text, { ...place, values }) }) }]
  if ((before.formula === undefined) !== (after.formula === undefined)) return refused('configuration.formula_fixed', texts.formulaFixed)
  if (before.formula !== undefined) return []
  const isWidened = before.type !== after.type
  if (isWidened && wideningOf(before, after) === null) {
    return refused('configuration.other_type', filledIn(texts.otherType, { from: typeOf(before).about.label, to: typeOf(after).about.label }))
  }
  const fixed = isWidened ? null : changedFixed(before, after)
  if (fixed !== null) return refused('configuration.fixed_option', texts.fixedOption, { option: fixed })
  const server = serverOf(before)
  // The whole table is looked at only when what a value may be has changed, not for a label.
  const loss = isWidened || allowed(before) !== allowed(after) ? (server.lossSql?.(after, columnName(before), 't') ?? null) : null
  const look: Transition['look'] = loss === null ? undefined : async (ctx) => {
    const [row] = await ctx.db.rows<{ count: number }>(sql`select count(*)::int as count from ${name(tableName(object))} t where ${loss}`)
    return row!.count === 0 ? undefined : { refusal: refusal('configuration.would_lose', texts.wouldLose, { ...place, values: { count: row!.count } }) }
  }
  const run: Transition['run'] = isWidened ? (tx) => widenColumns(tx, object, before, after) : undefined
  return look === undefined && run === undefined ? [] : [{ object, before, after, ...(look && { look }), ...(run && { run }) }]
}

function changedFixed(before: FieldDefinition, after: FieldDefinition): string | null {
  const options = typeOf(before).options as Record<string, { fixed?: boolean }>
  const value = (field: FieldDefinition, option: string) => JSON.stringify((field as unknown as Record<string, unknown>)[option])
  return Object.entries(options).find(([option, { fixed }]) => fixed === true && value(before, option) !== value(after, option))?.[0] ?? null
}

/** What a value of the field may be, as its options say it. */
function allowed(field: FieldDefinition): string {
  const said = field as unknown as Record<string, unknown>
  return JSON.stringify(Object.keys(typeOf(field).options).map((option) => (Array.isArray(said[option]) ? said[option].map((one: { value?: unknown }) => one.value ?? one) : (said[option] ?? null))))
}

/** Records that lack the value stay as they are; the administrator hears how many there are. */
function requiredNow(object: ObjectDefinition, before: FieldDefinition, after: FieldDefinition): Transition[] {
  if (after.required !== true || before.required === true) return []
  return [{ object, before, after, look: async (ctx) => {
    const value = serverOf(before).expr(before, columnName(before), 't')
    const [row] = await ctx.db.rows<{ count: number }>(sql`select count(*)::int as count from ${name(tableName(object))} t where t.deleted_at is null and ${value} is null`)
    return row!.count === 0 ? undefined : { note: { kind: 'gaps', object: object.name, field: after.name, count: row!.count } }
  } }]
}

/** Of values that repeat already nobody knows which is the right one: they must be made different first. */
function uniqueNow(object: ObjectDefinition, before: FieldDefinition, after: FieldDefinition): Transition[] {
  const isUnique = (field: FieldDefinition) => 'unique' in field && field.unique === true
  if (!isUnique(after) || (isUnique(before) && (isAnyCase(before) || !isAnyCase(after)))) return []
  const unless = object.fields.find(({ name: other }) => 'uniqueUnless' in after && other === after.uniqueUnless)
  const value = name('t', columnName(before))
  const key = isAnyCase(after) ? sql`sedno_lower(${value})` : value
  const counted = and([sql`t.deleted_at is null`, sql`${value} is not null`, ...(unless === undefined ? [] : [sql`${name('t', columnName(unless))} is null`])])
  return [{ object, before, after, look: async (ctx) => {
    const [row] = await ctx.db.rows<{ count: number }>(sql`select count(*)::int as count from (select count(*) over (partition by ${key}) as same from ${name(tableName(object))} t where ${counted}) each where each.same > 1`)
    return row!.count === 0 ? undefined : { refusal: refusal('configuration.would_repeat', texts.wouldRepeat, { field: `${object.name}.${after.name}`, values: { count: row!.count } }) }
  } }]
}
