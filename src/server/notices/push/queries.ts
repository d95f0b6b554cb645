import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

export interface Device {
  id: string
  /** What the browser calls itself: 'Firefox, Windows'. */
  device: string
  createdAt: string
  usedAt: string | null
}

export interface Target {
  id: string
  endpoint: string
  p256dh: string
  auth: string
}

export const devicesOf = (db: Db, person: string): Promise<(Device & { endpoint: string })[]> =>
  db.rows(sql`select id, device, endpoint, created_at as "createdAt", used_at as "usedAt" from push_subscription where person = ${person} order by id`)

export const targetsOf = (db: Db, person: string): Promise<Target[]> => db.rows(sql`select id, endpoint, p256dh, auth from push_subscription where person = ${person} order by id`)

export const targetById = async (db: Db, id: string): Promise<Target | null> =>
  (await db.rows<Target>(sql`select id, endpoint, p256dh, auth from push_subscription where id = ${id}`))[0] ?? null

export const keysKey = 'notices.vapid'

export interface KeptKeys {
  publicKey: string
  /** Sealed. */
  privateKey: string
}

export const keptKeys = async (db: Db): Promise<KeptKeys | null> => (await db.rows<{ value: KeptKeys }>(sql`select value from sedno_state where key = ${keysKey}`))[0]?.value ?? null

/** Whose devices these are; those that were taken away are nobody's any more. */
export async function ownersOf(db: Db, subscriptions: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.rows<{ id: string; owner: string }>(sql`select p.id, u.name || coalesce(' · ' || nullif(p.device, ''), '') as owner from push_subscription p join "user" u on u.id = p.person where p.id = any(${subscriptions}::uuid[])`)
  return new Map(rows.map(({ id, owner }) => [id, owner]))
}
