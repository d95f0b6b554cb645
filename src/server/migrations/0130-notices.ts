import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/**
 * What people are told (`told_at`: by the worker, who asked whether the person may see it) and by which ways it goes out. `parcels` are the rows
 * of `outgoing` it was handed to: one for each device; the mail of a digest is that of several.
 */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table notice (
    id uuid primary key, person uuid not null, kind text not null, key text not null, object text, record uuid,
    title jsonb not null, body jsonb, why jsonb not null, priority text not null check (priority in ('low', 'normal', 'high', 'urgent')), ways text[],
    created_at timestamptz(3) not null, told_at timestamptz(3), read_at timestamptz(3), unique (person, key))`)
  await db.rows(sql`create index notice__untold on notice (person, id) where told_at is null`)
  await db.rows(sql`create index notice__told on notice (person, id desc) where told_at is not null`)
  await db.rows(sql`create index notice__unread on notice (person) where told_at is not null and read_at is null`)
  await db.rows(sql`create table notice_delivery (
    id uuid primary key, notice uuid not null references notice (id) on delete cascade, person uuid not null,
    way text not null check (way in ('mail', 'sms', 'push')), state text not null default 'waiting' check (state in ('waiting', 'handed', 'skipped')),
    due_at timestamptz(3) not null, is_delayed boolean not null, is_digest boolean not null, reason jsonb, parcels uuid[], handed_at timestamptz(3), unique (notice, way))`)
  await db.rows(sql`create index notice_delivery__due on notice_delivery (due_at, person) where state = 'waiting'`)
  await db.rows(sql`create index notice_delivery__person on notice_delivery (person, id desc)`)
  await db.rows(sql`create table notice_settings (person uuid primary key, settings jsonb not null, changed_at timestamptz(3) not null)`)
  await db.rows(sql`create table push_subscription (
    id uuid primary key, person uuid not null, endpoint text not null unique, p256dh text not null, auth text not null, device text not null,
    created_at timestamptz(3) not null, used_at timestamptz(3))`)
  await db.rows(sql`create index push_subscription__person on push_subscription (person)`)
}
