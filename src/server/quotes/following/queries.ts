import { sql } from '../../../expression/sql.ts'
import type { Money } from '../../../fields/field.ts'
import type { Db } from '../../kernel/db/database.ts'

/** Other versions of a quote, by the first of them. */
export const siblingsOf = (db: Db, { id, versionOf }: { id: string; versionOf: string | null }): Promise<{ id: string; edition: number; state: string }[]> =>
  db.rows(sql`select q.id, q.edition::int as edition, q.state from quote q where (q.id = ${versionOf ?? id} or q.version_of = ${versionOf ?? id}) and q.id <> ${id} and q.deleted_at is null`)

/** The quotes that sections or lines are of, where they are not the one expected. */
export async function strangersAmong(db: Db, links: readonly { quote: string; section: string | null; parent: string | null }[]): Promise<boolean> {
  const [row] = await db.rows<{ found: boolean }>(sql`
    select exists (select from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as g(quote uuid, section uuid, parent uuid)
      left join quote_section s on s.id = g.section left join quote_line p on p.id = g.parent where s.quote <> g.quote or p.quote <> g.quote) as found`)
  return row!.found
}

/** Is any of these lines above itself? */
export async function ringsAmong(db: Db, ids: readonly string[]): Promise<boolean> {
  const [row] = await db.rows<{ found: boolean }>(sql`
    with recursive above (line, parent) as (
      select l.id, l.parent from quote_line l where l.id = any(${ids}::uuid[]) and l.parent is not null
      union select a.line, l.parent from above a join quote_line l on l.id = a.parent where l.parent is not null)
    select exists (select from above where line = parent) as found`)
  return row!.found
}

export async function roleNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(sql`select id, name from role where id = any(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

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

/** By company; one without an address is missing. */
export async function countriesOf(db: Db, companies: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ id: string; country: string }>(sql`select id, addresses_country as country from company where id = any(${companies}::uuid[]) and addresses_country is not null`)
  return new Map(rows.map(({ id, country }) => [id, country]))
}
