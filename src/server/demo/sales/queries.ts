import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'

/** Products with a price, by code. */
export const pricedProducts = async (ctx: Ctx): Promise<string[]> => (await ctx.db.rows<{ id: string }>(sql`select id from product where active and price_amount between 200 and 60000 and deleted_at is null order by code`)).map(({ id }) => id)

/** People of these companies. */
export async function peopleAt(ctx: Ctx, companies: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.db.rows<{ company: string; person: string }>(sql`select p.company, p.id as person from person p where p.company = any(${companies}::uuid[]) and p.deleted_at is null order by p.company, p.id`)
  return new Map([...Map.groupBy(rows, ({ company }) => company)].map(([company, all]) => [company, all.map(({ person }) => person)]))
}

/** Those who look after these companies. */
export async function ownersOf(ctx: Ctx, companies: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.rows<{ id: string; owner: string }>(sql`select c.id, c.owner from company c where c.id = any(${companies}::uuid[]) and c.owner is not null`)
  return new Map(rows.map(({ id, owner }) => [id, owner]))
}
