import { sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'

export interface HeldOrder {
  id: string
  state: string
  currency: string
  prices: 'net' | 'gross'
  vatBy: 'document' | 'line'
  isGone: boolean
}

/**
 * Orders that nobody else accepts, changes or asks anything of until this transaction ends: who comes second sees what the first has done.
 * In the order of their ids, so that two who hold several do not wait for each other.
 */
export const holdOrders = (ctx: Ctx, ids: readonly string[]): Promise<HeldOrder[]> =>
  ctx.db.rows<HeldOrder>(sql`
    select id, state, currency, prices, vat_by as "vatBy", deleted_at is not null as "isGone"
      from sales_order where id = any(${[...new Set(ids)]}::uuid[]) order by id for no key update`)

/** Did these come out of the trash in this very operation? */
export async function broughtBackBy(ctx: Ctx, operation: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db.rows<{ record: string }>(sql`
    select record from history where operation = ${operation}::uuid and object = 'salesOrder' and record = any(${ids}::uuid[]) and verb = 'restore'`)
  return new Set(rows.map(({ record }) => record))
}
