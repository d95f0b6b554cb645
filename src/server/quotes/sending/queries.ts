import { sql } from '../../../expression/sql.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'

export interface FileRow {
  id: string
  name: string
  file: { hash: string; name: string; type: string; size: number }
}

/** Documents made from the quote, the newest first; their PDF where there is one. */
export const documentsOfQuote = (ctx: Ctx, quote: string): Promise<FileRow[]> =>
  ctx.db.rows(sql`select d.id, coalesce(d.pdf, d.file) ->> 'name' as name, coalesce(d.pdf, d.file) as file from ${visible(ctx, 'document')} d where d.quote = ${quote} and coalesce(d.pdf, d.file) is not null order by d.created_at desc, d.id`)

/** Of the products in its lines those that are to go with quotes, in the customer's language or in none. */
export const productDocuments = (ctx: Ctx, quote: string, today: string): Promise<(FileRow & { product: string })[]> =>
  ctx.db.rows(sql`
    select distinct d.id, d.name, d.file, p.name as product from ${visible(ctx, 'quoteLine')} l join quote q on q.id = l.quote join ${visible(ctx, 'product')} p on p.id = l.product
      join ${visible(ctx, 'productDocument')} d on d.product = p.id
     where l.quote = ${quote} and d.with_quotes and (d.valid_until is null or d.valid_until >= ${today}::date) and (d.language is null or d.language = q.language) order by p.name, d.name`)

/** Whom answers go to. */
export async function sellerOf(ctx: Ctx, owner: string | null): Promise<{ name: string; mail: string } | null> {
  const [row] = await ctx.db.rows<{ name: string; mail: string }>(sql`select name, mail from "user" where id = ${owner} and deleted_at is null`)
  return row ?? null
}
