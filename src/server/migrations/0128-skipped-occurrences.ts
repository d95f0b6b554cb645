import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** Occurrences for which somebody chose to do without the resource, apart from those that do not take place. */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`alter table booking_occurrence add column skipped boolean not null default false`)
}
