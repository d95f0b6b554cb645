import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

export async function up(db: Db): Promise<void> {
  // Each row of a file whose record is there already, while its importer decides about them.
  await db.rows(sql`create table import_found (
    import uuid not null references import on delete cascade, line bigint not null, record uuid not null, name text not null, by jsonb not null,
    cells jsonb not null, "values" jsonb not null, primary key (import, line))`)
}
