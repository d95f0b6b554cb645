import { name, sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** Where records have no owner, the index of the time they were made now tells the trash and the archive too; the one without goes. */
export async function up(db: Db): Promise<void> {
  const indexes = await db.rows<{ name: string }>(sql`
    select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid
    where pg_table_is_visible(x.indrelid) and i.relname like '%\\_\\_d94773ee'
      and not exists (select from pg_attribute a where a.attrelid = x.indrelid and a.attname = 'owner' and not a.attisdropped)`)
  for (const index of indexes) await db.rows(sql`drop index ${name(index.name)}`)
}
