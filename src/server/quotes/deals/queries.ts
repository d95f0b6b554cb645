import { sql } from '../../../expression/sql.ts'
import type { Money } from '../../../fields/field.ts'
import type { Db } from '../../kernel/db/database.ts'

/** Quotes whose deal is open, has no lines of its own and is worth nothing yet, or what this quote or another of its quotes came to: so nobody valued it by hand. */
export async function dealsThatFollow(db: Db, asked: readonly { quote: string; deal: string; net: Money; was: Money | null }[]): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ quote: string }>(sql`
    select g.quote from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as g(quote uuid, deal uuid, net jsonb, was jsonb) join opportunity o on o.id = g.deal
     where o.state = 'open' and o.deleted_at is null and not exists (select from opportunity_line l where l.opportunity = o.id and l.deleted_at is null)
       and (o.amount_amount, o.amount_currency) is distinct from ((g.net ->> 'amount')::numeric, g.net ->> 'currency')
       and (o.amount_amount is null or (o.amount_amount, o.amount_currency) = ((g.was ->> 'amount')::numeric, g.was ->> 'currency')
            or exists (select from quote q where q.opportunity = o.id and q.id <> g.quote and q.state <> 'draft' and q.net_amount = o.amount_amount and q.net_currency = o.amount_currency))`)
  return new Set(rows.map(({ quote }) => quote))
}
