import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/** Secret links by which customers see and answer a quote. Only the hash of the secret is kept; openings are counted, so that nobody hammers at one. */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table quote_link (
    id uuid primary key, quote uuid not null, hash text not null unique, made_by uuid, made_at timestamptz(3) not null, expires_at timestamptz(3) not null, withdrawn_at timestamptz(3), seen_at timestamptz(3),
    tries integer not null default 0, tries_since timestamptz(3))`)
  await db.rows(sql`create index quote_link__quote on quote_link (quote)`)
  await db.rows(sql`create table quote_guess (address text primary key, tries integer not null, tries_since timestamptz(3) not null)`)
}
