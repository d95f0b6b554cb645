import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'
import type { Preferences } from './contract.ts'

export interface AccountRow {
  id: string
  version: number
  name: string
  mail: string
  position: string | null
  phone: string | null
  picture: { hash: string; name: string; size: number; type: string } | null
  language: 'pl' | 'en'
  timeZone: string
  preferences: Preferences
  totp: boolean
  recoveryCodes: number
  passwordChangedAt: string | null
}

/** One's own data, whatever one's roles let one see of users. */
export async function ownAccount(db: Db, userId: string): Promise<AccountRow | null> {
  const [row] = await db.rows<AccountRow>(sql`
    select u.id, u.version, u.name, u.mail, u.position, u.phone, u.picture, u.language, u.time_zone as "timeZone",
           coalesce(f.preferences, '{}') as preferences, t.confirmed_at is not null as totp, p.changed_at as "passwordChangedAt",
           (select count(*) from recovery_code c where c.user_id = u.id and c.used_at is null) as "recoveryCodes"
      from "user" u
      left join user_preference f on f.user_id = u.id
      left join user_totp t on t.user_id = u.id
      left join user_password p on p.user_id = u.id
     where u.id = ${userId}`)
  return row ?? null
}
