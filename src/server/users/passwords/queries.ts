import { readFileSync } from 'node:fs'
import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

let common: ReadonlySet<string> | undefined

/** Frequent passwords, Polish words and names, folded; read once, when first a password is set. */
export function commonPasswords(): ReadonlySet<string> {
  const lines = () => readFileSync(new URL('common.txt', import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('# '))
  return (common ??= new Set(lines()))
}

export interface LinkOwner {
  linkId: string
  userId: string
  name: string
  mail: string
  hasPassword: boolean
}

/** Whose one-time link it is; null when used, expired, replaced, or the person is inactive. `hash` is of the token. */
export async function linkOwner(db: Db, hash: string, now: Date): Promise<LinkOwner | null> {
  const [row] = await db.rows<LinkOwner>(sql`
    select l.id as "linkId", u.id as "userId", u.name, u.mail, p.user_id is not null as "hasPassword"
      from password_link l
      join "user" u on u.id = l.user_id and u.active and u.deleted_at is null
      left join user_password p on p.user_id = u.id
     where l.hash = ${hash} and l.used_at is null and l.expires_at > ${now}`)
  return row ?? null
}

export interface Account {
  userId: string
  name: string
  mail: string
  active: boolean
  language: 'pl' | 'en'
  hash: string | null
  mustChange: boolean
  /** Sealed; null unless codes are asked for at sign-in. */
  totp: string | null
}

const account = sql`
  select u.id as "userId", u.name, u.mail, u.active and u.deleted_at is null as active, u.language,
         p.hash, coalesce(p.must_change, false) as "mustChange", case when t.confirmed_at is not null then t.secret end as totp
    from "user" u left join user_password p on p.user_id = u.id left join user_totp t on t.user_id = u.id`

/** `mail` as kept: in lower case. */
export async function accountByMail(db: Db, mail: string): Promise<Account | null> {
  const [row] = await db.rows<Account>(sql`${account} where u.mail = ${mail} and u.deleted_at is null`)
  return row ?? null
}

export async function accountOf(db: Db, userId: string): Promise<Account | null> {
  const [row] = await db.rows<Account>(sql`${account} where u.id = ${userId}`)
  return row ?? null
}

export interface SignInState {
  hasPassword: boolean
  /** Set by somebody else, to be replaced at the next sign-in. */
  temporary: boolean
  codes: boolean
  sessions: number
  /** When one of the open sessions was last used. */
  usedAt: string | null
  linkUntil: string | null
}

export async function signInStateOf(db: Db, userId: string, now: Date): Promise<SignInState> {
  const [row] = await db.rows<SignInState>(sql`
    with open as (
      select used_at from session where user_id = ${userId} and expires_at > ${now} and used_at > ${now}::timestamptz - make_interval(secs => idle_seconds))
    select p.user_id is not null as "hasPassword", coalesce(p.must_change, false) as temporary, t.confirmed_at is not null as codes,
           (select count(*) from open) as sessions, (select max(used_at) from open) as "usedAt",
           (select max(l.expires_at) from password_link l where l.user_id = u.id and l.used_at is null and l.expires_at > ${now}) as "linkUntil"
      from "user" u left join user_password p on p.user_id = u.id left join user_totp t on t.user_id = u.id
     where u.id = ${userId}`)
  return row!
}
