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

const plannedKey = 'plannedObjects'

/** Objects for which the standard roles have what their plans say, or what the administrator made of it; of an installation that kept no account of it, those that some role speaks of. */
export async function objectsPlannedFor(db: Db): Promise<ReadonlySet<string>> {
  const [kept] = await db.rows<{ value: string[] }>(sql`select value from sedno_state where key = ${plannedKey}`)
  if (kept !== undefined) return new Set(kept.value)
  const spoken = await db.rows<{ object: string }>(sql`select object from role_grant union select object from role_field`)
  return new Set(spoken.map(({ object }) => object))
}

export async function keepPlanned(db: Db, objects: readonly string[]): Promise<void> {
  await db.rows(sql`
    insert into sedno_state (key, value, changed_at) values (${plannedKey}, ${JSON.stringify(objects)}::jsonb, now())
    on conflict (key) do update set value = excluded.value, changed_at = now()`)
}

/** Of the roles it began with, those that are still there and do not have all rights anyway. */
export async function standardRoles(db: Db): Promise<{ id: string; key: StandardRole }[]> {
  const roles: Partial<Installation['roles']> = (await installation(db))?.roles ?? {}
  const there = await db.rows<{ id: string }>(sql`select id from role where id = any(${Object.values(roles)}::uuid[]) and deleted_at is null and not coalesce(is_administrator, false)`)
  return Object.entries(roles).flatMap(([key, id]) => (there.some((role) => role.id === id) ? [{ id, key: key as StandardRole }] : []))
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
