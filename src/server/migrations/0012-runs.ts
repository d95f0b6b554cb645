import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/**
 * Long works that a person waits for. `memo` is how far it came, written in the same transaction as what it did; `claim` is changed by
 * whoever takes the work up, so that a worker believed dead cannot go on writing.
 */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table run (
    id uuid primary key, kind text not null, title jsonb not null,
    state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    total bigint, done bigint not null default 0, payload jsonb not null, memo jsonb, result jsonb, error jsonb,
    failures integer not null default 0, claim uuid, by uuid, at timestamptz(3) not null, started_at timestamptz(3), finished_at timestamptz(3), cancel_at timestamptz(3))`)
  await db.rows(sql`create index run_by on run (by, at desc)`)
}
