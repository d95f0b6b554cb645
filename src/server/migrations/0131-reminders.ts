import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/**
 * Reminders, each of one person. `anchor` is the start or due time it is armed for, `last_anchor` the one it was fired for last, so that what
 * recurs, moves or is seen by a clock set back is told of once for each time; `fire_at` is the earlier of `next_at` and `snoozed_until`.
 */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`alter table notice add column punctual boolean not null default false`)
  await db.rows(sql`create table reminder (
    id uuid primary key, person uuid not null, activity uuid not null, minutes_before integer, at timestamptz(3), ways text[], is_default boolean not null default false,
    anchor timestamptz(3), last_anchor timestamptz(3), next_at timestamptz(3), snoozed_until timestamptz(3), fire_at timestamptz(3), fired integer not null default 0, created_at timestamptz(3) not null,
    check ((minutes_before is null) <> (at is null)), unique (person, activity, minutes_before))`)
  await db.rows(sql`create index reminder__fire on reminder (fire_at) where fire_at is not null`)
  await db.rows(sql`create index reminder__activity on reminder (activity)`)
  await db.rows(sql`create index reminder__person on reminder (person, fire_at)`)
  await db.rows(sql`create table reminder_settings (person uuid primary key, settings jsonb not null, changed_at timestamptz(3) not null)`)
}
