import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'
import type { StandardRole } from './rules.ts'

export interface Installation {
  language: 'pl' | 'en'
  currency: string
  timeZone: string
  setUpAt: string
  /** The roles it began with, by their key; some may have been deleted since. */
  roles: Record<StandardRole, string>
}

export const installationKey = 'installation'
/** Said when it is set up, to all servers. */
export const installationChannel = 'sedno_installation'

/** null: the first run is still to come. */
export async function installation(db: Db): Promise<Installation | null> {
  const [row] = await db.rows<{ value: Installation }>(sql`select value from sedno_state where key = ${installationKey}`)
  return row?.value ?? null
}

export interface AccountLine {
  name: string
  mail: string
  active: boolean
  roles: string | null
  totp: boolean
}

/** For the command line. */
export function accounts(db: Db): Promise<AccountLine[]> {
  return db.rows<AccountLine>(sql`
    select u.name, u.mail, u.active, (select string_agg(r.name, ', ' order by r.name) from role r where r.id = any(u.roles) and r.deleted_at is null) as roles,
           exists (select 1 from user_totp t where t.user_id = u.id and t.confirmed_at is not null) as totp
      from "user" u where u.deleted_at is null order by u.name, u.id`)
}
