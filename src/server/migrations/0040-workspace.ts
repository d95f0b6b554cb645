import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table saved_view (
    id uuid primary key, version integer not null, object text not null, name text not null,
    scope text not null check (scope in ('own', 'shared', 'role')), owner uuid, roles uuid[] not null default '{}',
    settings jsonb not null default '{}', position integer not null default 1000)`)
  await db.rows(sql`create index saved_view__object on saved_view (object, position)`)
  await db.rows(sql`create table draft (
    user_id uuid not null, object text not null, key text not null, "values" jsonb not null, updated_at timestamptz(3) not null,
    primary key (user_id, object, key))`)
  // Who looks at what is of no worth after a crash, so it is not written to the log.
  await db.rows(sql`create unlogged table presence (
    object text not null, record uuid not null, user_id uuid not null, seen_at timestamptz(3) not null,
    primary key (object, record, user_id))`)
}
