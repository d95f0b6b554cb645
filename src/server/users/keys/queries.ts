import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'
import type { keyScopes } from './contract.ts'

export interface KeyRow {
  id: string
  name: string
  hint: string
  scopes: (typeof keyScopes)[number][]
  madeAt: string
  expiresAt: string | null
  usedAt: string | null
  usedIp: string | null
  revokedAt: string | null
}

const columns = sql`id, name, hint, scopes, made_at as "madeAt", expires_at as "expiresAt", used_at as "usedAt", used_ip as "usedIp", revoked_at as "revokedAt"`

export function keysOf(db: Db, userId: string): Promise<KeyRow[]> {
  return db.rows<KeyRow>(sql`select ${columns} from api_key where user_id = ${userId} order by revoked_at is not null, made_at desc, id`)
}

export async function workingKeys(db: Db, userId: string, now: Date): Promise<number> {
  const [row] = await db.rows<{ count: number }>(sql`select count(*) as count from api_key where user_id = ${userId} and revoked_at is null and (expires_at is null or expires_at > ${now})`)
  return row!.count
}
