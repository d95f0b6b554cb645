import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'

/** Those who change the same at the same time wait for one another until they have committed: each then sees what the other wrote. */
export const oneByOne = (ctx: Ctx, what: readonly string[]) =>
  ctx.db.rows(sql`select pg_advisory_xact_lock(hashtextextended(what, 0)) from (select distinct what from unnest(${what}::text[]) what order by what) as all_of_them`)

export interface Step {
  whole: string
  part: string
  name: string
}

/** Of these components one by which its whole comes to contain itself, over however many levels. */
export async function loopAmong(ctx: Ctx, components: readonly string[]): Promise<Step | null> {
  const [loop] = await ctx.db.rows<Step>(sql`
    with recursive below(first, last) as (
      select c.whole, c.part from component c where c.id = any(${components}::uuid[]) and c.deleted_at is null
      union
      select b.first, c.part from below b join component c on c.whole = b.last and c.deleted_at is null where b.last <> b.first
    )
    select c.whole, c.part, p.name from component c join product p on p.id = c.whole
     where c.id = any(${components}::uuid[]) and c.deleted_at is null and exists (select from below b where b.first = c.whole and b.last = c.whole) limit 1`)
  return loop ?? null
}

/** Whatever the product consists of, part by part, with the parts' names. */
export function stepsBelow(ctx: Ctx, product: string): Promise<Step[]> {
  return ctx.db.rows<Step>(sql`
    with recursive below(id) as (select ${product}::uuid union select c.part from below b join component c on c.whole = b.id and c.deleted_at is null)
    select c.whole, c.part, p.name from below b join component c on c.whole = b.id and c.deleted_at is null join product p on p.id = c.part order by c.position, c.id`)
}

export interface WrongCurrency {
  price: string
  list: string
  currency: string
}

export function pricesInOtherCurrencies(ctx: Ctx, { prices, lists }: { prices: readonly string[]; lists: readonly string[] }): Promise<(WrongCurrency & { priceList: string; kept: string })[]> {
  return ctx.db.rows(sql`
    select p.id as price, l.name as list, l.currency, l.id as "priceList", p.amount_currency as kept from price p join price_list l on l.id = p.price_list
     where (p.id = any(${prices}::uuid[]) or l.id = any(${lists}::uuid[])) and p.deleted_at is null and p.amount_currency <> l.currency`)
}

export interface Overlap {
  price: string
  from: string | null
  until: string | null
}

/** Others of the same product, list and quantity that hold on some of the same days. */
export function overlapping(ctx: Ctx, prices: readonly string[]): Promise<Overlap[]> {
  return ctx.db.rows<Overlap>(sql`
    select distinct on (p.id) p.id as price, o.valid_from::text as from, o.valid_until::text as until
      from price p join price o on o.product = p.product and o.price_list = p.price_list and o.from_quantity = p.from_quantity and o.id <> p.id and o.deleted_at is null
       and daterange(o.valid_from, o.valid_until, '[]') && daterange(p.valid_from, p.valid_until, '[]')
     where p.id = any(${prices}::uuid[]) and p.deleted_at is null order by p.id, o.valid_from nulls first`)
}
