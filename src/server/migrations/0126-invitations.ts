import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/**
 * Meetings to which people outside were asked: what they were last told, so that only what changes for them is told again. A link is of one
 * attendee and one version of the meeting; only the hash of its secret is kept.
 */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table invitation (
    activity uuid primary key, sequence integer not null, content jsonb, message text, sent_by uuid, sent_at timestamptz(3) not null, cancelled_at timestamptz(3))`)
  await db.rows(sql`create table answer_link (
    hash text primary key, attendee uuid not null, activity uuid not null, sequence integer not null, made_at timestamptz(3) not null,
    answered_at timestamptz(3), answer text, withdrawn_at timestamptz(3))`)
  await db.rows(sql`create index answer_link_attendee on answer_link (attendee)`)
  await db.rows(sql`create index answer_link_activity on answer_link (activity)`)
}
