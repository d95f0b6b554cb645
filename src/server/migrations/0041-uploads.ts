import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** Who brought a file: until a record names it, only he may fetch it. */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table upload (hash text not null, by uuid not null, at timestamptz(3) not null, primary key (hash, by))`)
}
