import { sql } from '../../../expression/sql.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'

/** Ids of the quote's lines and sections that the caller may see, and the names of products as far as he may. */
export async function shownParts(ctx: Ctx, quote: string): Promise<{ lines: Set<string>; sections: Set<string>; products: Map<string, string> }> {
  const lines = await ctx.db.rows<{ id: string; product: string | null; name: string | null }>(
    sql`select l.id, p.id as product, p.name from ${visible(ctx, 'quoteLine')} l left join ${visible(ctx, 'product')} p on p.id = l.product where l.quote = ${quote}`)
  const sections = await ctx.db.rows<{ id: string }>(sql`select s.id from ${visible(ctx, 'quoteSection')} s where s.quote = ${quote}`)
  return { lines: new Set(lines.map(({ id }) => id)), sections: new Set(sections.map(({ id }) => id)), products: new Map(lines.flatMap(({ product, name }) => (product === null ? [] : [[product, name ?? '']]))) }
}

export interface VersionRow {
  id: string
  edition: number
  state: string
  title: string | null
  net: { amount: string; currency: string } | null
  issuedOn: string | null
  sentAt: string | null
}

/** All versions of which this is one, as far as the caller may see them, the first one first. */
export const versionsOf = (ctx: Ctx, id: string): Promise<VersionRow[]> =>
  ctx.db.rows(sql`
    with this as (select coalesce(q.version_of, q.id) as root from ${visible(ctx, 'quote')} q where q.id = ${id})
    select q.id, q.edition::int as edition, q.state, q.title, case when q.net_amount is not null then jsonb_build_object('amount', q.net_amount::text, 'currency', q.net_currency) end as net,
           q.issued_on::text as "issuedOn", q.sent_at as "sentAt"
      from ${visible(ctx, 'quote')} q, this where q.id = this.root or q.version_of = this.root order by q.edition`)
