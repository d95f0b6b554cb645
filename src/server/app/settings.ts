/** Settings of the process: environment, then .env, then what stands here. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import type { Language, Text } from '../../contract/text.ts'
import { StartError } from '../kernel/db/start-error.ts'

export type Role = 'all' | 'server' | 'worker'

export interface Settings {
  port: number
  host: string
  /** Folder for database and files, absolute. */
  data: string
  /** null: the built-in PostgreSQL. */
  databaseUrl: string | null
  replicaUrl: string | null
  /** Public address without a slash at the end; null: as listened on. */
  url: string | null
  secretFile: string
  language: Language
  /** Was the language given? Otherwise the first-run page asks. */
  languageGiven: boolean
  currency: string | null
  admin: { email: string; password: string } | null
  demo: boolean
  smtpUrl: string | null
  s3Url: string | null
  role: Role
}

const texts = {
  bad: { pl: 'Ustawienie {name} ma złą wartość „{value}”; powinno być: {expected}.', en: 'The setting {name} has a wrong value "{value}"; it should be: {expected}.' },
  adminHalf: { pl: 'SEDNO_ADMIN_EMAIL i SEDNO_ADMIN_PASSWORD trzeba podać razem.', en: 'SEDNO_ADMIN_EMAIL and SEDNO_ADMIN_PASSWORD must be given together.' },
} as const satisfies Record<string, Text>

type Environment = Readonly<Record<string, string | undefined>>

/** `folder` is where .env lies and what relative folders are relative to. Throws StartError. */
export function readSettings(environment: Environment = process.env, folder = process.cwd()): Settings {
  const file = join(folder, '.env')
  const given: Environment = { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...environment }
  const get = (name: string) => given[name]?.trim() || null
  const data = resolve(folder, get('SEDNO_DATA') ?? 'data')
  return {
    port: portOf(get('PORT')),
    host: get('HOST') ?? '127.0.0.1',
    data,
    databaseUrl: get('DATABASE_URL'),
    replicaUrl: get('DATABASE_REPLICA_URL'),
    url: urlOf(get('SEDNO_URL')),
    secretFile: resolve(folder, get('SEDNO_SECRET_FILE') ?? join(data, 'secret.key')),
    language: languageOf(given),
    languageGiven: get('SEDNO_LANG') !== null,
    currency: oneOf('SEDNO_CURRENCY', get('SEDNO_CURRENCY'), /^[A-Z]{3}$/, 'PLN, EUR…'),
    admin: adminOf(get('SEDNO_ADMIN_EMAIL'), given['SEDNO_ADMIN_PASSWORD'] || null),
    demo: ['1', 'true', 'yes'].includes(get('SEDNO_DEMO') ?? ''),
    smtpUrl: oneOf('SEDNO_SMTP_URL', get('SEDNO_SMTP_URL'), /^smtps?:\/\/./, 'smtp://…'),
    s3Url: get('SEDNO_S3_URL'),
    role: (oneOf('SEDNO_ROLE', get('SEDNO_ROLE'), /^(all|server|worker)$/, 'all, server, worker') ?? 'all') as Role,
  }
}

/** The language of what the program says on the terminal: SEDNO_LANG, or the terminal's own. */
export function languageOf(environment: Environment): Language {
  const said = oneOf('SEDNO_LANG', environment['SEDNO_LANG']?.trim() || null, /^(pl|en)$/, 'pl, en')
  const terminal = environment['LC_ALL'] || environment['LANG'] || ''
  return (said as Language | null) ?? (terminal.startsWith('pl') ? 'pl' : 'en')
}

function oneOf(name: string, value: string | null, pattern: RegExp, expected: string): string | null {
  if (value !== null && !pattern.test(value)) throw new StartError(texts.bad, { name, value, expected })
  return value
}

function portOf(value: string | null): number {
  const port = Number(oneOf('PORT', value, /^\d{1,5}$/, '0–65535') ?? 4700)
  if (port > 65_535) throw new StartError(texts.bad, { name: 'PORT', value, expected: '0–65535' })
  return port
}

function urlOf(value: string | null): string | null {
  if (value === null) return null
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) throw new StartError(texts.bad, { name: 'SEDNO_URL', value, expected: 'https://crm.example.com' })
  return value.replace(/\/+$/, '')
}

function adminOf(email: string | null, password: string | null): Settings['admin'] {
  if (email === null && password === null) return null
  if (email === null || password === null) throw new StartError(texts.adminHalf)
  return { email, password }
}
