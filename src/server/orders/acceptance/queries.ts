import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'

/** Required and not settled, in the order of the list. */
export const openChecks = (ctx: Ctx, orders: readonly string[]): Promise<{ id: string; order: string }[]> =>
  ctx.db.rows(sql`
    select id, sales_order as "order" from order_check
     where sales_order = any(${orders}::uuid[]) and deleted_at is null and required and not coalesce(done, false) order by position nulls last, id`)
