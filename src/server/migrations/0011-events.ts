import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/**
 * What happened, for all that follows a write. `tx` is the transaction that wrote it: readers go by (tx, position) and only up to
 * the oldest transaction still open, so that one which commits late is never passed over.
 */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table outbox (
    position bigint generated always as identity, tx xid8 not null default pg_current_xact_id(), at timestamptz(3) not null,
    object text not null, record uuid not null, version integer not null, verb text not null, fields text[], by uuid, operation uuid)`)
  await db.rows(sql`create index outbox_order on outbox (tx, position)`)
  await db.rows(sql`create index outbox_position on outbox using brin (position)`)
  await db.rows(sql`create index outbox_at on outbox using brin (at)`)
  await db.rows(sql`create table reaction (name text primary key, tx xid8 not null, position bigint not null, at timestamptz(3) not null default now())`)
  await db.rows(sql`create table reaction_failure (
    reaction text not null, position bigint not null, event jsonb not null, attempts integer not null, error text not null,
    first_at timestamptz(3) not null default now(), next_at timestamptz(3), primary key (reaction, position))`)
  await db.rows(sql`create index reaction_failure_next on reaction_failure (next_at) where next_at is not null`)
}
