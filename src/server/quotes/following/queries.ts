import { sql } from '../../../expression/sql.ts'
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
