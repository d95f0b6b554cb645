import { sql } from '../../expression/sql.ts'
import { Exact } from '../../expression/value.ts'
import { minorUnitsOf } from '../../fields/decimals.ts'
import type { Money } from '../../fields/field.ts'
import type { Ctx } from '../kernel/context.ts'

export interface Rate {
  /** Of one unit in the firm's own currency: a decimal, never rounded. */
  rate: string
  /** The day the rate is of, which may be before the day asked for. */
  on: string
}

/** Of the firm's own currency the rate is 1; of another the newest of that day or before it, however old; null where there is none. */
export async function rateOn(ctx: Ctx, currency: string, day: string): Promise<Rate | null> {
  return (await ratesOn(ctx, [{ currency, day }]))[0]!
}

/** Many at once, in one statement and in the order asked. The same rule as sedno_rate, by which formulas and reports convert. */
export async function ratesOn(ctx: Ctx, asked: readonly { currency: string; day: string }[]): Promise<(Rate | null)[]> {
  const foreign = asked.filter(({ currency }) => currency !== ctx.currency)
  const rows = foreign.length === 0 ? [] : await ctx.db.rows<{ currency: string; day: string; rate: string; on: string }>(sql`
    select a.currency, a.day::text as day, r.rate::text as rate, r."on"::text as "on"
    from jsonb_to_recordset(${JSON.stringify(foreign)}::jsonb) as a(currency text, day date)
    cross join lateral (select rate, "on" from currency_rate c where c.currency = a.currency and c."on" <= a.day and c.deleted_at is null and c.rate > 0 order by c."on" desc limit 1) r`)
  const known = new Map(rows.map(({ currency, day, rate, on }) => [`${currency} ${day}`, { rate, on }]))
  return asked.map(({ currency, day }) => (currency === ctx.currency ? { rate: '1', on: day } : (known.get(`${currency} ${day}`) ?? null)))
}

/** An amount of twenty digits by a rate of ten, with room to round. */
const Amount = Exact.clone({ precision: 60 })

/** At the rates of the day, over the firm's own currency, rounded half up to the smallest coin of `to`. null: a rate is missing. */
export async function convert(ctx: Ctx, { amount, currency }: Money, to: string, day: string): Promise<Money | null> {
  if (currency === to) return { amount, currency }
  const [from, into] = await ratesOn(ctx, [{ currency, day }, { currency: to, day }])
  if (!from || !into) return null
  const exact = new Amount(amount).times(from.rate).div(into.rate)
  return { amount: exact.toFixed(minorUnitsOf(to), Amount.ROUND_HALF_UP), currency: to }
}
