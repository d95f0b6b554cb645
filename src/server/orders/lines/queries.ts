import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'

export interface StoredLine {
  id: string
  order: string
  parent: string | null
  name: string
  quantity: string | null
  unitPrice: string | null
  discount: string | null
  discountValue: string | null
  vatRate: string | null
  unitCost: string | null
  /** Of its price, its discount and its cost, those that are not empty. */
  currencies: string[]
  /** Sums as they are kept. */
  net: string | null
  vat: string | null
  gross: string | null
  margin: string | null
  keptIn: string | null
  /** Its structure stands in another order. */
  isAstray: boolean
}

export const linesOf = (ctx: Ctx, orders: readonly string[]): Promise<StoredLine[]> =>
  ctx.db.rows<StoredLine>(sql`
    select l.id, l.sales_order as "order", l.parent, l.name, l.quantity::text, l.unit_price_amount::text as "unitPrice", l.discount::text, l.discount_value_amount::text as "discountValue",
           l.vat_rate as "vatRate", l.unit_cost_amount::text as "unitCost", array_remove(array[l.unit_price_currency, l.discount_value_currency, l.unit_cost_currency], null) as currencies,
           l.net_amount::text as net, l.vat_amount::text as vat, l.gross_amount::text as gross, l.margin_amount::text as margin, l.net_currency as "keptIn",
           coalesce(p.sales_order <> l.sales_order, false) as "isAstray"
      from order_line l left join order_line p on p.id = l.parent
     where l.sales_order = any(${orders}::uuid[]) and l.deleted_at is null order by l.position, l.id`)

export interface KeptSums {
  id: string
  net: string | null
  vat: string | null
  gross: string | null
  margin: string | null
  keptIn: string | null
}

export const sumsOf = (ctx: Ctx, orders: readonly string[]): Promise<KeptSums[]> =>
  ctx.db.rows<KeptSums>(sql`
    select id, net_amount::text as net, vat_amount::text as vat, gross_amount::text as gross, margin_amount::text as margin, net_currency as "keptIn"
      from sales_order where id = any(${orders}::uuid[])`)
