import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** The last number given of a field whose numbers may have no gaps, in each period its pattern begins anew. Whoever takes one holds the row until his record is written. */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table counter (field text not null, period text not null, last bigint not null, primary key (field, period))`)
}
