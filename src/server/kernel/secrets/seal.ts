/**
 * Secrets that must be read again (seeds of sign-in codes, passwords of mailboxes) are kept sealed: AES-256-GCM with a key that
 * lies outside of the database, so a copy of the database alone opens nothing. All servers of an installation share the key's file.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'
import { StartError } from '../db/start-error.ts'
import { texts } from './texts.ts'

const algorithm = 'aes-256-gcm'
/** First byte of what is sealed: another way of sealing will have another. */
const form = 1
const ivBytes = 12
const tagBytes = 16

let key: Buffer | null = null

export function useKey(given: Buffer): void {
  if (given.length !== 32) throw new Error('the key has 32 bytes')
  key = given
}

/** The key of this installation from its file; made at the first start, readable by its owner alone. */
export async function loadKey(file: string): Promise<void> {
  const text = (await read(file)) ?? (await make(file))
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length !== 32) throw new StartError(texts.badKey, { file })
  useKey(bytes)
}

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new StartError(texts.unreadable, { file, reason: (error as Error).message })
  }
}

/** Written aside and linked into place: of two servers that start at once, one makes it and the other reads it whole. */
async function make(file: string): Promise<string> {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(aside, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
    await link(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw new StartError(texts.unreadable, { file, reason: (error as Error).message })
  } finally {
    await rm(aside, { force: true })
  }
  return readFile(file, 'utf8')
}

/** Does the key belong to this database? Notes it at the first start. Without it what is sealed could never be read again. */
export async function checkKey(db: Db, file: string): Promise<void> {
  await db.rows(sql`insert into sedno_state (key, value) values ('sealed', ${JSON.stringify(seal('sedno'))}::jsonb) on conflict (key) do nothing`)
  const [row] = await db.rows<{ value: string }>(sql`select value from sedno_state where key = 'sealed'`)
  try {
    open(row!.value)
  } catch {
    throw new StartError(texts.otherKey, { file })
  }
}

export function seal(text: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, present(), iv, { authTagLength: tagBytes })
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(form), iv, cipher.getAuthTag(), body]).toString('base64')
}

/** Throws when it was sealed with another key or changed since. */
export function open(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes[0] !== form || bytes.length < 1 + ivBytes + tagBytes) throw new Error('not a sealed secret')
  const iv = bytes.subarray(1, 1 + ivBytes)
  const tag = bytes.subarray(1 + ivBytes, 1 + ivBytes + tagBytes)
  const decipher = createDecipheriv(algorithm, present(), iv, { authTagLength: tagBytes })
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(1 + ivBytes + tagBytes)), decipher.final()]).toString('utf8')
}

function present(): Buffer {
  if (key === null) throw new Error('the key of this installation is not loaded')
  return key
}
