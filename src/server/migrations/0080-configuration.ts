import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** What the administrator made: items as rows, every change of them, and the version by which processes know that there is something new. */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table configuration_item (
    kind text not null, id text not null, version integer not null, body jsonb not null,
    updated_at timestamptz(3) not null, updated_by uuid, removed_at timestamptz(3), removed_by uuid, primary key (kind, id))`)
  await db.rows(sql`create table configuration_change (
    id uuid primary key, operation uuid not null, at timestamptz(3) not null, by uuid, kind text not null, item text not null, version integer not null,
    before jsonb, after jsonb)`)
  await db.rows(sql`create index configuration_change_item on configuration_change (kind, item, at desc)`)
  await db.rows(sql`create index configuration_change_at on configuration_change (at desc)`)
  await db.rows(sql`create table configuration_draft (
    kind text not null, id text not null, body jsonb not null, updated_at timestamptz(3) not null, updated_by uuid, primary key (kind, id))`)
  await db.rows(sql`create table configuration_version (one boolean primary key default true check (one), version bigint not null)`)
  await db.rows(sql`insert into configuration_version (version) values (0)`)
}
