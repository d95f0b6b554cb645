/** The one line of time of the kernel's tables: src/server/migrations/NNNN-title.ts, each `export const up = (db: Db) => Promise<void>`. */
import { readdir } from 'node:fs/promises'
import { sql } from '../../../expression/sql.ts'
import type { Db } from './database.ts'

export const migrationLock = 7_336_001
const folder = new URL('../../migrations/', import.meta.url)

export interface Migration {
  number: number
  title: string
  file: string
}

/** The database was written by a newer program: going on could spoil it. */
export class NewerDatabaseError extends Error {
  readonly found: number
  readonly known: number
  constructor(found: number, known: number) {
    super(`database has migration ${found}, this program knows migrations up to ${known}`)
    this.name = 'NewerDatabaseError'
    this.found = found
    this.known = known
  }
}

export async function migrations(): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-[a-z0-9-]+\.ts$/.test(file) && !file.endsWith('.test.ts')).sort()
  return files.map((file) => ({ number: Number(file.slice(0, 4)), title: file.slice(5, -3), file }))
}

/** Brings the kernel's tables up to this program. Safe when several processes start at once. Gives the numbers newly applied. */
export async function migrate(db: Db): Promise<number[]> {
  const known = await migrations()
  const newest = known.at(-1)?.number ?? 0
  const applied = await appliedMigrations(db)
  const beyond = Math.max(0, ...applied)
  if (beyond > newest) throw new NewerDatabaseError(beyond, newest)
  const done: number[] = []
  for (const migration of known) {
    if (!applied.has(migration.number) && (await apply(db, migration))) done.push(migration.number)
  }
  return done
}

export async function appliedMigrations(db: Db): Promise<Set<number>> {
  const [there] = await db.rows<{ there: boolean }>(sql`select to_regclass('sedno_migration') is not null as there`)
  if (!there!.there) return new Set()
  const rows = await db.rows<{ number: number }>(sql`select number from sedno_migration`)
  return new Set(rows.map((row) => row.number))
}

/** Each in its own transaction under the lock; whoever comes second finds it done. */
async function apply(db: Db, migration: Migration): Promise<boolean> {
  const { up } = (await import(new URL(migration.file, folder).href)) as { up: (db: Db) => Promise<void> }
  return db.transaction(async (tx) => {
    await tx.rows(sql`select pg_advisory_xact_lock(${migrationLock})`)
    await tx.rows(sql`create table if not exists sedno_migration (number integer primary key, title text not null, applied_at timestamptz(3) not null default now())`)
    const [already] = await tx.rows(sql`select 1 from sedno_migration where number = ${migration.number}`)
    if (already) return false
    await up(tx)
    await tx.rows(sql`insert into sedno_migration (number, title) values (${migration.number}, ${migration.title})`)
    return true
  })
}
