import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'
import type { Choices, OwnSettings } from './contract.ts'
import { firstSettings } from './rules.ts'

export const defaultsKey = 'notices.defaults'

export async function keptDefaults(db: Db): Promise<Choices> {
  const [row] = await db.rows<{ value: Choices }>(sql`select value from sedno_state where key = ${defaultsKey}`)
  return row?.value ?? {}
}

export interface Reach {
  mail: string | null
  phone: string | null
  devices: number
  settings: OwnSettings
}

/** A person's addresses and wishes, whatever anybody's roles let him see of people. */
export async function reachOf(db: Db, person: string): Promise<Reach | null> {
  const [row] = await db.rows<{ mail: string | null; phone: string | null; devices: number; settings: Partial<OwnSettings> | null }>(sql`
    select u.mail, u.phone, (select count(*)::int from push_subscription p where p.person = u.id) as devices, s.settings
    from "user" u left join notice_settings s on s.person = u.id where u.id = ${person}`)
  return row === undefined ? null : { ...row, settings: { ...firstSettings, ...row.settings } }
}
