import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table import (
    id uuid primary key, object text not null, state text not null, file_name text not null, file_hash text not null, size bigint not null,
    format jsonb not null, columns jsonb not null, mapping jsonb not null default '[]', options jsonb not null default '{}',
    read bigint not null default 0, created bigint not null default 0, updated bigint not null default 0, skipped bigint not null default 0, refused bigint not null default 0,
    total bigint, preview jsonb, failure text, undo_conflicts integer, by uuid not null,
    created_at timestamptz(3) not null, started_at timestamptz(3), finished_at timestamptz(3), cancel_asked boolean not null default false,
    run uuid)`)
  await db.rows(sql`create index import__by on import (by, id)`)
  // Each row of the file that was refused; the line makes a repeat after a crash harmless.
  await db.rows(sql`create table import_refused (
    import uuid not null references import on delete cascade, phase text not null, line bigint not null, reasons jsonb not null, cells jsonb not null,
    primary key (import, phase, line))`)
  await db.rows(sql`create table import_mapping (
    id uuid primary key, object text not null, name text not null, mapping jsonb not null, options jsonb not null, headers jsonb not null, by uuid not null,
    created_at timestamptz(3) not null, unique (by, object, name))`)
}
