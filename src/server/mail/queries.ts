import { sql } from '../../expression/sql.ts'
import type { Db } from '../kernel/db/database.ts'
import { open } from '../kernel/secrets/seal.ts'
import type { MailServer } from './rules.ts'

export const settingsKey = 'mailSettings'
export const purpose = 'mail password'

/** As it is kept: the password is sealed. */
export interface KeptSettings {
  host: string | null
  port: number | null
  security: MailServer['security'] | null
  user: string | null
  password: string | null
  fromName: string | null
  fromAddress: string | null
}

export const noSettings: KeptSettings = { host: null, port: null, security: null, user: null, password: null, fromName: null, fromAddress: null }

export async function keptSettings(db: Db): Promise<KeptSettings> {
  const [row] = await db.rows<{ value: Partial<KeptSettings> }>(sql`select value from sedno_state where key = ${settingsKey}`)
  return { ...noSettings, ...row?.value }
}

/** null: none was set. */
export function keptServer({ host, port, security, user, password }: KeptSettings): MailServer | null {
  if (host === null) return null
  return { host, port: port ?? 587, security: security ?? 'auto', user, password: password === null ? null : open(password, purpose) }
}

export async function mailOf(db: Db, userId: string): Promise<{ name: string; mail: string | null } | null> {
  const [row] = await db.rows<{ name: string; mail: string | null }>(sql`select name, mail from "user" where id = ${userId}`)
  return row ?? null
}
