import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** What the write path keeps beside records and history: answers already given, and which records became which. */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table given_answer (
    who uuid not null, key text not null, request text not null, answer jsonb, at timestamptz(3) not null, primary key (who, key))`)
  await db.rows(sql`create index given_answer_at on given_answer (at)`)
  await db.rows(sql`create table merge (
    operation uuid primary key, object text not null, kept uuid not null, merged uuid[] not null, at timestamptz(3) not null, by uuid, undone_at timestamptz(3))`)
  await db.rows(sql`create index merge_merged on merge using gin (merged)`)
  await db.rows(sql`create index merge_kept on merge (kept)`)
}
