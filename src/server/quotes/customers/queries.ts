import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

/** By company; one without an address is missing. */
export async function countriesOf(db: Db, companies: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ id: string; country: string }>(sql`select id, addresses_country as country from company where id = any(${companies}::uuid[]) and addresses_country is not null`)
  return new Map(rows.map(({ id, country }) => [id, country]))
}
