import { sql } from '../../../expression/sql.ts'
import type { Money } from '../../../fields/field.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { PriceFacts, PriceListFacts } from './rules.ts'

/** Lists in force that day which concern the customer, and those they are based on, to any depth. Reaching a list as a base it need not concern him. */
export async function listsFor(ctx: Ctx, { company, priceList, on }: { company: string | null; priceList: string | null; on: string }): Promise<PriceListFacts[]> {
  const needed = ['currency', 'validFrom', 'validUntil', 'companies', 'group', 'active']
  if (!needed.every((field) => canRead(ctx, 'priceList', field))) return []
  const factor = canRead(ctx, 'priceList', 'factor') && canRead(ctx, 'priceList', 'basedOn')
  return ctx.db.rows<PriceListFacts>(sql`
    with recursive valid as (
      select l.id, l.name, l.currency, l.based_on, l.factor, l.priority, l.companies, l."group" from ${visible(ctx, 'priceList')} l
       where l.active and (l.valid_from is null or l.valid_from <= ${on}::date) and (l.valid_until is null or l.valid_until >= ${on}::date)
    ), reached as (
      select v.id, v.name, v.currency, v.based_on, v.factor, v.priority,
             case when v.id = ${priceList}::uuid then 0 when ${company}::uuid = any(v.companies) then 1 when v."group" is not null then 2 else 3 end as closeness
        from valid v
       where v.id = ${priceList}::uuid or ${company}::uuid = any(v.companies)
          or (coalesce(cardinality(v.companies), 0) = 0 and (v."group" is null or v."group" = (select c."group" from ${visible(ctx, 'company')} c where c.id = ${company}::uuid)))
      union
      select v.id, v.name, v.currency, v.based_on, v.factor, v.priority, null from reached r join valid v on v.id = r.based_on where ${factor}
    )
    select id, min(name) as name, min(currency) as currency, (array_agg(case when ${factor} then based_on end))[1] as "basedOn", (case when ${factor} then min(factor) end)::text as factor,
           min(priority)::text as priority, min(closeness) as closeness
      from reached group by id`)
}

export async function pricesIn(ctx: Ctx, { lists, products, on }: { lists: readonly string[]; products: readonly string[]; on: string }): Promise<PriceFacts[]> {
  if (lists.length === 0 || !['amount', 'fromQuantity', 'validFrom', 'validUntil'].every((field) => canRead(ctx, 'price', field))) return []
  const rows = await ctx.db.rows<{ priceList: string; product: string; amount: string; currency: string; from: string }>(sql`
    select p.price_list as "priceList", p.product, p.amount_amount::text as amount, p.amount_currency as currency, p.from_quantity::text as from from ${visible(ctx, 'price')} p
     where p.product = any(${products}::uuid[]) and p.price_list = any(${lists}::uuid[]) and (p.valid_from is null or p.valid_from <= ${on}::date) and (p.valid_until is null or p.valid_until >= ${on}::date)`)
  return rows.map(({ amount, currency, ...row }) => ({ ...row, amount: { amount, currency } }))
}

export interface OwnPrice {
  price: Money | null
  /** null also where the caller may not know it. */
  cost: Money | null
}

export async function ownPrices(ctx: Ctx, products: readonly string[]): Promise<Map<string, OwnPrice>> {
  const [price, cost] = [canRead(ctx, 'product', 'price'), canRead(ctx, 'product', 'cost')]
  const rows = await ctx.db.rows<{ id: string; price: string | null; priceIn: string | null; cost: string | null; costIn: string | null }>(sql`
    select p.id, case when ${price} then p.price_amount::text end as price, p.price_currency as "priceIn", case when ${cost} then p.cost_amount::text end as cost, p.cost_currency as "costIn"
      from ${visible(ctx, 'product')} p where p.id = any(${products}::uuid[])`)
  const money = (amount: string | null, currency: string | null): Money | null => (amount === null || currency === null ? null : { amount, currency })
  return new Map(rows.map((row) => [row.id, { price: money(row.price, row.priceIn), cost: money(row.cost, row.costIn) }]))
}
