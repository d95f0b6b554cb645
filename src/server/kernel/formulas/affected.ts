/** Which records' formulas a change may have changed: the way of each mention, gone backwards. */
import type { Hop } from '../../../expression/mentions.ts'
import { name, raw, sql, type Sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import type { OutboxEvent } from '../events/outbox.ts'
import { columnName, tableName } from '../metadata/naming.ts'
import type { Registry } from '../metadata/registry.ts'
import { formulasOf, type Formula, type Source } from './plan.ts'

/** Ids of the records to look at again, by formula, in the order in which formulas follow from one another. */
export async function affectedBy(ctx: Ctx, events: readonly OutboxEvent[]): Promise<Map<Formula, string[]>> {
  const plan = formulasOf(ctx.registry)
  const found = new Map<Formula, Set<string>>()
  for (const [object, some] of Map.groupBy(events, (event) => event.object)) {
    for (const { formula, source } of plan.followers(object)) {
      const concerned = some.filter((event) => concerns(source, event))
      if (concerned.length === 0) continue
      const ids = found.get(formula) ?? new Set<string>()
      found.set(formula, ids)
      for (const id of await ownersOf(ctx, source, concerned)) ids.add(id)
    }
  }
  return new Map(plan.all.flatMap((formula) => (found.has(formula) ? [[formula, [...found.get(formula)!].sort()]] : [])))
}

function concerns({ hops, fields }: Source, { verb, fields: changed }: OutboxEvent): boolean {
  const last = hops.at(-1)
  // What is new is linked to by nobody yet, but may link to others itself.
  if (verb === 'create') return last === undefined || last.kind === 'reverse'
  const isElsewhere = last !== undefined
  if (isElsewhere && verb !== 'change' && verb !== 'calculate' && verb !== 'archive') return true // it is there no more, or again
  return fields === null || changed.some((field) => fields.has(field)) || (verb === 'archive' && fields.has('archivedAt'))
}

async function ownersOf(ctx: Ctx, { hops }: Source, events: readonly OutboxEvent[]): Promise<string[]> {
  const ids = [...new Set(events.map(({ record }) => record))]
  const last = hops.at(-1)
  if (last === undefined) return ids
  const now = await idsOf(ctx, backwards(ctx.registry, hops, ids))
  const left = last.kind === 'reverse' ? await leftBy(ctx, last, events) : []
  return left.length === 0 ? now : [...now, ...(await idsOf(ctx, backwards(ctx.registry, hops.slice(0, -1), left)))]
}

async function idsOf(ctx: Ctx, ids: Sql): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(sql`select distinct found.id from (${ids}) as found where found.id is not null`)
  return rows.map(({ id }) => id)
}

/** SQL of the ids at the beginning of the way, from those at its end. */
function backwards(registry: Registry, hops: readonly Hop[], ids: readonly string[]): Sql {
  return hops.toReversed().reduce((at, hop) => stepBack(registry, hop, at), sql`select unnest(${ids}::uuid[]) as id`)
}

/** Arrays and not joins: PostgreSQL then looks each up in the index of its link. */
function stepBack(registry: Registry, { kind, object, field }: Hop, at: Sql): Sql {
  const definition = registry.field(object, field)!
  const [table, column] = [name(tableName(registry.object(object))), name('x', columnName(definition))]
  const ids = sql`array(select at.id from (${at}) as at)`
  if (kind === 'reverse') return sql`select ${definition.type === 'links' ? sql`unnest(${column})` : column} as id from ${table} x where x.id = any(${ids})`
  return sql`select x.id from ${table} x where ${column} ${raw(definition.type === 'links' ? '&&' : '= any')}${definition.type === 'links' ? sql` ${ids}` : sql`(${ids})`}` // one of two operators
}

/** The records that a changed link led to before: history knows. */
async function leftBy(ctx: Ctx, { object, field }: Hop, events: readonly OutboxEvent[]): Promise<string[]> {
  const moved = events.filter(({ verb, fields }) => verb !== 'create' && fields.includes(field))
  if (moved.length === 0) return []
  const rows = await ctx.db.rows<{ from: string | string[] | null }>(sql`
    select h.changes -> ${field}::text -> 'from' as from
      from unnest(${moved.map(({ record }) => record)}::uuid[], ${moved.map(({ version }) => version)}::int[]) as e(record, version)
      join history h on h.object = ${object} and h.record = e.record and h.version = e.version`)
  return [...new Set(rows.flatMap(({ from }) => from ?? []))]
}
