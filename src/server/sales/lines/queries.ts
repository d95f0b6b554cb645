import { sql } from '../../../expression/sql.ts'
import { Exact } from '../../../expression/value.ts'
import { minorUnitsOf } from '../../../fields/decimals.ts'
import { convert } from '../../currencies/index.ts'
import type { Ctx } from '../../kernel/context.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import type { Money } from '../../../fields/field.ts'

export interface Sums {
  amount: Money
  /** null: of some line it is not known. */
  margin: Money | null
}

interface LineSum {
  deal: string
  currency: string
  marginCurrency: string | null
  amount: string
  margin: string | null
  known: boolean
}

/** What the lines of these deals come to, in the currency of the deal, else of its first line; deals without priced lines are missing. */
export async function linesOf(ctx: Ctx, deals: readonly { id: string; currency: string | null }[]): Promise<Map<string, Sums>> {
  const rows = await ctx.db.rows<LineSum>(sql`
    select l.opportunity as deal, l.amount_currency as currency, l.margin_currency as "marginCurrency", sum(l.amount_amount)::text as amount, sum(l.margin_amount)::text as margin, bool_and(l.margin_amount is not null) as known
      from opportunity_line l where l.opportunity = any(${deals.map(({ id }) => id)}::uuid[]) and l.deleted_at is null and l.amount_amount is not null
     group by l.opportunity, l.amount_currency, l.margin_currency order by min(l.position) nulls last, min(l.id::text)`)
  const sums = new Map<string, Sums>()
  for (const [deal, parts] of Map.groupBy(rows, (row) => row.deal)) {
    const into = deals.find(({ id }) => id === deal)?.currency ?? parts[0]!.currency
    const amount = await together(ctx, into, parts.map((part) => ({ amount: part.amount, currency: part.currency })))
    const margin = parts.every(({ known }) => known) ? await together(ctx, into, parts.map((part) => ({ amount: part.margin!, currency: part.marginCurrency! }))) : null
    if (amount !== null) sums.set(deal, { amount, margin })
  }
  return sums
}

/** null: a rate is missing. */
async function together(ctx: Ctx, currency: string, parts: readonly Money[]): Promise<Money | null> {
  let sum = new Exact(0)
  for (const part of parts) {
    const converted = await convert(ctx, part, currency, todayIn(ctx))
    if (converted === null) return null
    sum = sum.plus(converted.amount)
  }
  return { amount: sum.toFixed(minorUnitsOf(currency)), currency }
}

/** Of these products: names, list prices and costs. */
export const productsOf = (ctx: Ctx, ids: readonly string[]): Promise<{ id: string; name: string; price: Money | null; cost: Money | null }[]> => ctx.db.rows(sql`
  select p.id, p.name, case when p.price_amount is not null then jsonb_build_object('amount', p.price_amount::text, 'currency', p.price_currency) end as price,
         case when p.cost_amount is not null then jsonb_build_object('amount', p.cost_amount::text, 'currency', p.cost_currency) end as cost
    from product p where p.id = any(${ids}::uuid[])`)

/** What the deals of these lines are sold in, and to whom. */
export const currenciesOf = (ctx: Ctx, deals: readonly string[]): Promise<{ id: string; currency: string | null; company: string | null }[]> =>
  ctx.db.rows(sql`select id, amount_currency as currency, company from opportunity where id = any(${deals}::uuid[]) and deleted_at is null`)

/** Names of people, companies: what a record between two is called by. */
export async function namesOf(ctx: Ctx, object: 'person' | 'company', ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.rows<{ id: string; name: string }>(object === 'person' ? sql`select id, name from person where id = any(${ids}::uuid[])` : sql`select id, name from company where id = any(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
