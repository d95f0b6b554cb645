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
  const layout = layoutOf(ctx.registry, object)
  const current = (await readCurrent(ctx, layout, [id])).get(id)
  if (current === undefined || !current.may.read) return refuse('not_found', texts.notFound, { status: 404 })
  const later = await ctx.db.rows<HistoryRow>(
    sql`select verb, version, changes, at from history where object = ${object} and record = ${id}::uuid and at > ${moment.toISOString()}::timestamptz order by version desc, at desc`,
  )
  const values: Values = { ...written(layout, current.values), archivedAt: current.archivedAt, deletedAt: current.deletedAt }
  for (const { verb, changes } of later) {
    if (verb === 'create') return null
    for (const [field, { from = null }] of Object.entries(asNow(ctx, object, changes))) values[field] = from
  }
  const { deletedAt, ...rest } = values
  return deletedAt === null ? readableValues(ctx, object, rest) : null
}

async function readableValues(ctx: Ctx, object: string, values: Values): Promise<Values> {
  const readable = Object.entries(values).filter(([field]) => fieldAccess(ctx, object, field) !== 'none')
  const { changes } = await nameLinks(ctx, object, [Object.fromEntries(readable.map(([field, to]) => [field, { from: null, to }]))], [])
  return Object.fromEntries(Object.entries(changes[0]!).map(([field, { to }]) => [field, to]))
}
