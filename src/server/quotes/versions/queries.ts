import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

/** For each line of these quotes the lines it came from, nearest first. */
export async function ancestorsOf(db: Db, quotes: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.rows<{ line: string; past: string[] }>(sql`
    with recursive up (line, id, depth) as (
      select l.id, l.origin, 1 from quote_line l where l.quote = any(${quotes}::uuid[]) and l.deleted_at is null and l.origin is not null
      union all select u.line, l.origin, u.depth + 1 from up u join quote_line l on l.id = u.id where l.origin is not null and u.depth < 200)
    select line, array_agg(id order by depth) as past from up group by line`)
  return new Map(rows.map(({ line, past }) => [line, past]))
}

/** Holds all versions of the quote, so that two people who begin a new one at the same moment get one after the other. */
export async function lastEdition(db: Db, { id, versionOf }: { id: string; versionOf: string | null }): Promise<number> {
  const rows = await db.rows<{ edition: number }>(sql`select edition::int as edition from quote where id = ${versionOf ?? id} or version_of = ${versionOf ?? id} order by id for no key update`)
  return Math.max(...rows.map(({ edition }) => edition))
}
