import { sql } from '../../../expression/sql.ts'
import { minorUnitsOf } from '../../../fields/decimals.ts'
import type { Ctx } from '../../kernel/context.ts'
import { todayIn } from '../../kernel/records/conditions.ts'

/**
 * A calculated value like any other, so written as they are: without a version of the record and without history. The open are worth what they
 * are today; what is closed changes only where the rate of its day became known, or was put right. Gives how many came out different.
 */
export async function renewWorth(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.rows<{ renewed: number }>(sql`
    with worth as (
      select o.id, case when o.amount_currency = ${ctx.currency} then round(o.amount_amount, ${minorUnitsOf(ctx.currency)}::int) else (
               select round(o.amount_amount * c.rate, ${minorUnitsOf(ctx.currency)}::int) from currency_rate c
                where c.currency = o.amount_currency and c."on" <= (case when o.state in ('won', 'lost') then coalesce(o.closed_on, ${todayIn(ctx)}::date) else ${todayIn(ctx)}::date end) and c.deleted_at is null and c.rate > 0
                order by c."on" desc limit 1) end as base
        from opportunity o where o.amount_amount is not null and o.deleted_at is null),
    renewed as (update opportunity o set amount_base = w.base from worth w where o.id = w.id and o.amount_base is distinct from w.base returning 1)
    select count(*)::int as renewed from renewed`)
  return row!.renewed
}
