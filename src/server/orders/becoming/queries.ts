import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'

/** Nobody else makes anything of this quote until the transaction ends. */
export async function holdQuote(ctx: Ctx, quote: string): Promise<void> {
  await ctx.db.rows(sql`select from quote where id = ${quote} for no key update`)
}

/** What was made of it and still stands. */
export async function alreadyMade(ctx: Ctx, object: 'salesOrder' | 'contract', quote: string): Promise<string | null> {
  const rows =
    object === 'salesOrder'
      ? await ctx.db.rows<{ id: string }>(sql`select id from sales_order where quote = ${quote} and state <> 'cancelled' and deleted_at is null order by created_at limit 1`)
      : await ctx.db.rows<{ id: string }>(sql`select id from contract where quote = ${quote} and amends is null and deleted_at is null order by created_at limit 1`)
  return rows[0]?.id ?? null
}

export interface QuoteFacts {
  company: string
  contact: string | null
  opportunity: string | null
  owner: string | null
  title: string | null
  language: string
  currency: string
  rate: string | null
  rateOn: string | null
  prices: 'net' | 'gross'
  vatBy: 'document' | 'line'
  payment: string | null
  delivery: string | null
  discount: string | null
  discountValue: string | null
  net: string | null
}

export async function quoteFacts(ctx: Ctx, quote: string): Promise<QuoteFacts> {
  const [row] = await ctx.db.rows<QuoteFacts>(sql`
    select company, contact, opportunity, owner, title, language, currency, rate::text, rate_on::text as "rateOn", prices, vat_by as "vatBy", payment, delivery,
           discount::text, discount_value_amount::text as "discountValue", net_amount::text as net
      from quote where id = ${quote}`)
  return row!
}

export interface QuoteLine {
  id: string
  section: string | null
  parent: string | null
  kind: 'item' | 'optional' | 'alternative' | 'component' | 'text'
  choiceGroup: string | null
  chosen: boolean | null
  position: string
  name: string
  product: string | null
  code: string | null
  quantity: string | null
  unit: string | null
  unitPrice: string | null
  discount: string | null
  discountValue: string | null
  vatRate: string | null
  unitCost: string | null
}

export const quoteLines = (ctx: Ctx, quote: string): Promise<QuoteLine[]> =>
  ctx.db.rows<QuoteLine>(sql`
    select id, section, parent, kind, choice_group as "choiceGroup", chosen, position::text, name, product, code, quantity::text, unit, unit_price_amount::text as "unitPrice",
           discount::text, discount_value_amount::text as "discountValue", vat_rate as "vatRate", unit_cost_amount::text as "unitCost"
      from quote_line where quote = ${quote} and deleted_at is null order by position, id`)

export const quoteSections = (ctx: Ctx, quote: string): Promise<{ id: string; discount: string | null; discountValue: string | null }[]> =>
  ctx.db.rows(sql`select id, discount::text, discount_value_amount::text as "discountValue" from quote_section where quote = ${quote} and deleted_at is null order by position, id`)
