/**
 * Secrets kept in the database (passwords of mailboxes, TOTP keys) are sealed with a key that lies outside of it:
 * AES-256-GCM, a fresh nonce each, bound to what they are for, so that one cannot be put in another's place.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Text } from '../../../contract/text.ts'
import { folderError, StartError } from '../db/start-error.ts'

export interface Secrets {
  /** `purpose` says what and whose: 'totp:USER_ID'. The same must be given to open it. */
  seal(secret: string, purpose: string): string
  open(sealed: string, purpose: string): string
  /** A key of its own for one use, such as signing links. */
  keyFor(use: string): Buffer
  /** Tells two keys apart without giving them away. */
  fingerprint: string
}

const texts = {
  unreadable: { pl: 'Nie można odczytać pliku klucza {file}: {reason}.', en: 'The key file {file} cannot be read: {reason}.' },
  spoilt: { pl: 'Plik klucza {file} jest uszkodzony: powinien mieć 32 bajty zapisane jako base64.', en: 'The key file {file} is spoilt: it should hold 32 bytes as base64.' },
} as const satisfies Record<string, Text>

/** Reads the key file, made on first start. Safe when two processes start at once. Throws StartError. */
export function openSecrets(file: string): Secrets {
  const text = readKey(file) ?? makeKey(file)
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32) throw new StartError(texts.spoilt, { file })
  return secretsWith(key)
}

export function secretsWith(key: Buffer): Secrets {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `sedno ${use}`, 32))
  const sealing = keyFor('sealing')
  return { keyFor, fingerprint: createHash('sha256').update(keyFor('fingerprint')).digest('hex').slice(0, 16), seal: (secret, purpose) => seal(sealing, secret, purpose), open: (sealed, purpose) => open(sealing, sealed, purpose) }
}

/** v1.NONCE.TEXT+TAG, base64url */
function seal(key: Buffer, secret: string, purpose: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `v1.${nonce.toString('base64url')}.${sealed.toString('base64url')}`
}

function open(key: Buffer, text: string, purpose: string): string {
  const [version, nonce, rest] = text.split('.')
  if (version !== 'v1' || nonce === undefined || rest === undefined) throw new Error('not a sealed secret')
  const sealed = Buffer.from(rest, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(-16))
  return decipher.update(sealed.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8')
}

function readKey(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new StartError(texts.unreadable, { file, reason: message })
  }
}

function makeKey(file: string): string {
  const mine = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(mine, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
    chmodSync(mine, 0o600)
    linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw folderError(error, dirname(file))
    // Another process made it a moment ago: its key is the key.
  } finally {
    rmSync(mine, { force: true })
  }
  return readFileSync(file, 'utf8')
}
