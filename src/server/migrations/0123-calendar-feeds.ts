import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** Secret addresses by which programs outside read a calendar, with the rights of whoever made them. Only the hash of the secret is kept. */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table calendar_feed (
    id uuid primary key, user_id uuid not null, person uuid not null, name text, hash text not null unique, only_busy boolean not null, with_private boolean not null,
    made_at timestamptz(3) not null, used_at timestamptz(3), reads integer not null default 0, reads_since timestamptz(3), revoked_at timestamptz(3))`)
  await db.rows(sql`create index calendar_feed_user on calendar_feed (user_id)`)
}
