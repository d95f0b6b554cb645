/** What a record began with: today's values with all its changes taken back. The entry of its creation does not repeat them. */
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { readCurrent } from '../records/current.ts'
import { layoutOf, type Layout } from '../records/layout.ts'
import { asNow } from './as-now.ts'
import type { HistoryRow } from './history.ts'

type Changes = HistoryRow['changes']

/** Entries of creation get the values they stand for; the others stay as they are. */
export async function withFirstValues(ctx: Ctx, object: string, rows: readonly HistoryRow[]): Promise<readonly HistoryRow[]> {
  const bare = rows.filter(({ verb, changes }) => verb === 'create' && Object.keys(changes).length === 0).map(({ record }) => record)
  if (bare.length === 0) return rows
  const layout = layoutOf(ctx.registry, object)
  const current = await readCurrent(ctx, layout, bare)
  const values = new Map([...current].map(([id, { values: now }]) => [id, written(layout, now)]))
  const later = await ctx.db.rows<{ record: string; changes: Changes }>(
    sql`select record, changes from history where object = ${object} and record = any(${bare}::uuid[]) and verb <> 'create' order by version desc, at desc`,
  )
  for (const { record, changes } of later) {
    const mine = values.get(record)
    for (const [field, { from = null }] of Object.entries(asNow(ctx, object, changes))) if (mine !== undefined && field in mine) mine[field] = from
  }
  return rows.map((row) => (bare.includes(row.record) && row.verb === 'create' ? { ...row, changes: given(values.get(row.record) ?? {}) } : row))
}

/** What somebody wrote: calculated values have no history. */
export const written = ({ formulas }: Layout, values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !formulas.some(({ name }) => name === field)))

const given = (values: Record<string, unknown>): Changes => Object.fromEntries(Object.entries(values).flatMap(([field, to]) => (to === null ? [] : [[field, { to }]])))
