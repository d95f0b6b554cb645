import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'

/**
 * Secrets of gateways, sealed, apart from their records: history and export never meet them. What gateways report is kept as it came,
 * each once; what is about no message we know waits here until it is known.
 */
export async function up(db: Db): Promise<void> {
  await db.rows(sql`create table sms_secret (gateway uuid primary key, token text, webhook text, changed_at timestamptz(3) not null)`)
  await db.rows(sql`create table sms_report (
    id uuid primary key, gateway uuid not null, what text not null, key text not null, provider_id text, message uuid, body jsonb not null, received_at timestamptz(3) not null,
    unique (gateway, key))`)
  await db.rows(sql`create index sms_report__unknown on sms_report (gateway, provider_id) where message is null`)
}
