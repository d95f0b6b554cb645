import { raw, sql } from '../../expression/sql.ts'
import { foldSql } from '../../expression/fold.ts'
import type { Db } from '../kernel/db/database.ts'

/** What every table stands on: search by parts of words, folding, and the few facts about the installation itself. */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create extension if not exists pg_trgm`)
  // raw is safe: a constant of the program.
  await db.rows(raw(foldSql))
  await db.rows(sql`create table sedno_state (key text primary key, value jsonb not null, changed_at timestamptz(3) not null default now())`)
}
