import type { Values } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import { fieldAccess } from '../access/field-access.ts'
import type { Ctx } from '../context.ts'
import { readCurrent } from '../records/current.ts'
import { layoutOf } from '../records/layout.ts'
import { texts } from '../records/texts.ts'
import { asNow } from './as-now.ts'
import type { HistoryRow } from './history.ts'
import { written } from './first-values.ts'
import { nameLinks } from './named.ts'

/**
 * The record as it was at a moment: today's values with all later changes taken back. Null: it was not there yet, or it was in the
 * trash. Refuses 404 for a record the caller may not see now. Links are named as they are called today.
 */
export async function recordAt(ctx: Ctx, object: string, id: string, moment: Date): Promise<Values | null> {
  const current = (await readCurrent(ctx, layoutOf(ctx.registry, object), [id])).get(id)
  if (current === undefined || !current.may.read) return refuse('not_found', texts.notFound, { status: 404 })
  return (await recordsAt(ctx, object, [id], { moment })).get(id) ?? null
}

/** Records that the caller is known to see, as they were; those that were not there, or in the trash unless `trashed`, are missing. */
export async function recordsAt(ctx: Ctx, object: string, ids: readonly string[], { moment, trashed = false }: { moment: Date; trashed?: boolean }): Promise<Map<string, Values>> {
  const layout = layoutOf(ctx.registry, object)
  const current = await readCurrent(ctx, layout, ids)
  const states = new Map<string, Values | null>([...current].map(([id, each]) => [id, { ...written(layout, each.values), archivedAt: each.archivedAt, deletedAt: each.deletedAt }]))
  const later = await ctx.db.rows<HistoryRow>(
    sql`select record, verb, version, changes, at from history where object = ${object} and record = any(${ids}::uuid[]) and at > ${moment.toISOString()}::timestamptz order by version desc, at desc`,
  )
  for (const { record, verb, changes } of later) {
    const values = states.get(record)
    if (verb === 'create') states.set(record, null)
    else if (values != null) for (const [field, { from = null }] of Object.entries(asNow(ctx, object, changes))) values[field] = from
  }
  const there = [...states].flatMap(([id, values]) => (values === null || (values['deletedAt'] !== null && !trashed) ? [] : [[id, values] as const]))
  const readable = await readableValues(ctx, object, there.map(([, { deletedAt: _, ...values }]) => values))
  return new Map(there.map(([id], at) => [id, readable[at]!]))
}

async function readableValues(ctx: Ctx, object: string, all: readonly Values[]): Promise<Values[]> {
  const readable = all.map((values) => Object.entries(values).filter(([field]) => fieldAccess(ctx, object, field) !== 'none'))
  const { changes } = await nameLinks(ctx, object, readable.map((fields) => Object.fromEntries(fields.map(([field, to]) => [field, { from: null, to }]))), [])
  return changes.map((fields) => Object.fromEntries(Object.entries(fields).map(([field, { to }]) => [field, to])))
}
