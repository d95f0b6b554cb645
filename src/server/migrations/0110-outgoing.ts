import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/**
 * What is to leave the house. `holder` is the number of the worker that is sending it, who holds a lock of that number as long as he lives;
 * `paused_at` beside `due_at` shows a clock that was set back. `lane` is what is slow or broken as one: a gateway, a mail server.
 */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table outgoing (
    id uuid primary key, way text not null, lane text not null, key text not null, payload jsonb not null,
    state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
    holder integer, attempts integer not null default 0, first_at timestamptz(3), paused_at timestamptz(3), due_at timestamptz(3),
    failure jsonb, said text, created_at timestamptz(3) not null default now(), settled_at timestamptz(3), unique (way, key))`)
  await db.rows(sql`create index outgoing__waiting on outgoing (way, lane, id) where state = 'waiting'`)
  await db.rows(sql`create index outgoing__sending on outgoing (way, holder) where state = 'sending'`)
  await db.rows(sql`create index outgoing__failed on outgoing (way, id) where state = 'failed'`)
  await db.rows(sql`create index outgoing__settled on outgoing (settled_at) where settled_at is not null`)
  await db.rows(sql`create table outgoing_lane (
    way text not null, lane text not null, down_at timestamptz(3) not null, tries integer not null, paused_at timestamptz(3) not null, due_at timestamptz(3) not null,
    failure jsonb not null, said text, primary key (way, lane))`)
  await db.rows(sql`create sequence outgoing_holder as integer cycle`)
}
