import { createHash } from 'node:crypto'
import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'
import { askTogether } from '../../kernel/db/together.ts'
import { noteUseSeconds } from './rules.ts'

/** Only this is stored of a token or key: whoever reads the database cannot sign in with it. They have 256 random bits, so no salt is needed. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Somebody at the door, let in by a session or by a key. */
export interface Entry {
  /** Of the session or of the key. */
  id: string
  userId: string
  scopes: string[] | null
  language: 'pl' | 'en'
  timeZone: string
  accessVersion: number
  /** Its use should be noted: the last note is older than a minute. */
  stale: boolean
  /** With whose rights the session looks, when not with its own. */
  actingUser?: string | null
  actingRole?: string | null
}

/** One look-up by the unique index; the person's state is asked each time, so a deactivated one is out at once. */
export async function sessionEntry(db: Db, token: string, now: Date): Promise<Entry | null> {
  const hash = hashOfToken(token)
  return sessions(hash, async () => (await db.prepared<Entry>('session-entry', sessionEntryText, [hash, now]))[0] ?? null)
}
const sessions = askTogether<Entry | null>()

const sessionEntryText = `
  select s.id, s.user_id as "userId", null::text[] as scopes, u.language, u.time_zone as "timeZone", v.version as "accessVersion",
         s.acting_user as "actingUser", s.acting_role as "actingRole", s.used_at < $2::timestamptz - interval '${noteUseSeconds} seconds' as stale
    from session s join "user" u on u.id = s.user_id cross join access_version v
   where s.hash = $1 and s.expires_at > $2 and s.used_at > $2::timestamptz - make_interval(secs => s.idle_seconds) and u.active and u.deleted_at is null`

export async function keyEntry(db: Db, key: string, now: Date): Promise<Entry | null> {
  const hash = hashOfToken(key)
  return keys(hash, async () => (await db.prepared<Entry>('key-entry', keyEntryText, [hash, now]))[0] ?? null)
}
const keys = askTogether<Entry | null>()

const keyEntryText = `
  select k.id, k.user_id as "userId", k.scopes, u.language, u.time_zone as "timeZone", v.version as "accessVersion",
         k.used_at is null or k.used_at < $2::timestamptz - interval '${noteUseSeconds} seconds' as stale
    from api_key k join "user" u on u.id = k.user_id cross join access_version v
   where k.hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2) and u.active and u.deleted_at is null`

export interface SessionRow {
  id: string
  startedAt: string
  usedAt: string
  expiresAt: string
  ip: string | null
  agent: string | null
}

export function sessionsOf(db: Db, userId: string, now: Date): Promise<SessionRow[]> {
  return db.rows<SessionRow>(sql`
    select id, started_at as "startedAt", used_at as "usedAt", least(expires_at, used_at + make_interval(secs => idle_seconds)) as "expiresAt", ip, agent from session
     where user_id = ${userId} and expires_at > ${now} and used_at > ${now}::timestamptz - make_interval(secs => idle_seconds)
     order by used_at desc, id`)
}

export interface PersonRow {
  id: string
  name: string
  mail: string
  picture: { hash: string; name: string; size: number; type: string } | null
  position: string | null
  language: 'pl' | 'en'
  timeZone: string
  preferences: Record<string, unknown> | null
  session: { id: string; startedAt: string; expiresAt: string } | null
}

/** What the signed-in person is told about himself. */
export async function personAt(db: Db, userId: string, sessionId: string | null): Promise<PersonRow | null> {
  const [row] = await db.rows<Omit<PersonRow, 'session'> & { startedAt: string | null; expiresAt: string | null }>(sql`
    select u.id, u.name, u.mail, u.picture, u.position, u.language, u.time_zone as "timeZone", p.preferences,
           s.started_at as "startedAt", s.expires_at as "expiresAt"
      from "user" u left join user_preference p on p.user_id = u.id left join session s on s.id = ${sessionId}
     where u.id = ${userId}`)
  if (row === undefined) return null
  const { startedAt, expiresAt, ...person } = row
  return { ...person, session: sessionId === null || startedAt === null || expiresAt === null ? null : { id: sessionId, startedAt, expiresAt } }
}
