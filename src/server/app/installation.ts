/** What server, worker and commands stand on: settings, key, database brought up to date, registry, files. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../../contract/text.ts'
import type { Database } from '../kernel/db/database.ts'
import { keepEmbedded } from '../kernel/db/embedded/keeper.ts'
import { checkExternal, checkUrl } from '../kernel/db/external.ts'
import { migrate, NewerDatabaseError } from '../kernel/db/migrate.ts'
import { openDatabase } from '../kernel/db/open.ts'
import { useReplica } from '../kernel/db/replica.ts'
import { folderError, folderTexts, StartError } from '../kernel/db/start-error.ts'
import { openDiskStore } from '../kernel/files/disk.ts'
import { useFiles } from '../kernel/files/current.ts'
import type { FileStore } from '../kernel/files/store.ts'
import { openLiveRegistry, type LiveRegistry } from '../kernel/configuration/live.ts'
import type { Registry } from '../kernel/metadata/registry.ts'
import { synchronise } from '../kernel/metadata/synchronise.ts'
import { flushOperations } from '../kernel/monitoring/operations.ts'
import { unlock } from '../kernel/secrets/seal.ts'
import { openSecrets } from '../kernel/secrets/secrets.ts'
import { useAddress } from '../kernel/http/address.ts'
import { installHolidays } from '../kernel/formulas/holidays.ts'
import { useSmtp } from '../mail/index.ts'
import { objects, rooms } from './rooms.ts'
import type { Settings } from './settings.ts'
import { texts } from './texts.ts'

export interface Installation {
  settings: Settings
  db: Database
  registry(): Registry
  files: FileStore
  close(): Promise<void>
}

export interface OpenOptions {
  /** Connections to the database at most. */
  max?: number
  /** Seen among the database's connections; servers and workers are `sedno`. */
  name?: string
  /** Bring tables up to date; commands that must see the database as it is leave them. */
  prepare?: boolean
}

/** Throws StartError with a sentence when a person can do something about it. */
export async function openInstallation(settings: Settings, { max = 20, prepare = true, name = 'sedno' }: OpenOptions = {}): Promise<Installation> {
  try {
    mkdirSync(settings.data, { recursive: true, mode: 0o711 })
  } catch (error) {
    throw folderError(error, settings.data)
  }
  const { url, leave } = await findDatabase(settings)
  const db = await openDatabase({ url, max, name })
  // Nothing is connected yet: a replica that is away at the start is used once it is there.
  const replica = settings.replicaUrl === null ? null : await openDatabase({ url: settings.replicaUrl, max, name })
  if (replica !== null) useReplica(db, replica)
  // A database that is gone takes nothing more; what was gathered is then lost with it.
  let live: LiveRegistry | null = null
  const close = () => flushOperations(db).catch(() => undefined).then(() => live?.close()).then(() => replica?.close()).then(() => db.close()).then(leave)
  try {
    if (settings.databaseUrl !== null) await checkExternal(db, url)
    unlock(openSecrets(settings.secretFile))
    useSmtp(settings.smtpUrl)
    useAddress(addressOf(settings))
    if (prepare) await migrate(db)
    live = await openLiveRegistry(db, objects)
    if (prepare) await prepareTables(db, live)
    const files = openDiskStore(join(settings.data, 'files'))
    useFiles(files)
    return { settings, db, registry: live.now, files, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Where people find it, as far as it was told. */
export const addressOf = ({ url, host, port }: Settings): string => url ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`

async function findDatabase(settings: Settings): Promise<{ url: string; leave(): Promise<void> }> {
  if (settings.databaseUrl !== null) {
    checkUrl(settings.databaseUrl)
    return { url: settings.databaseUrl, leave: () => Promise.resolve() }
  }
  const { language } = settings
  const kept = await keepEmbedded(settings.data, (event, error) => {
    if (event === 'lost') console.error(say(texts.databaseLost, language))
    else if (event === 'back') console.error(say(texts.databaseBack, language))
    else console.error(say(texts.databaseFailed, language, { reason: error instanceof StartError ? error.sentence(language) : error!.message }))
  })
  return { url: kept.url(), leave: () => kept.leave() }
}

/** Tables of the objects, after those of the kernel; then what the rooms prepare. Safe when several processes start at once. */
async function prepareTables(db: Database, live: LiveRegistry): Promise<void> {
  // From now on changes made by other processes are heard.
  await live.listen()
  await installHolidays(db)
  await synchronise(db, live.now())
  for (const { item, fault } of live.misfits()) console.error(`${item.kind} ${item.id}: ${say(fault.text, 'en', fault.values)}`)
  for (const room of rooms) await room.prepare?.(db)
}

/** Errors that mean something to a person at start, whoever threw them. */
export function asStartError(error: unknown, settings: Settings): StartError | null {
  if (error instanceof StartError) return error
  if (error instanceof NewerDatabaseError) return new StartError(texts.newerDatabase, { found: error.found, known: error.known })
  const { port, host, data } = settings
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE': return new StartError(texts.portTaken, { port: String(port) })
    case 'EACCES': return new StartError(texts.portForbidden, { port: String(port) })
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': case 'EAI_AGAIN': return new StartError(texts.noSuchHost, { host })
    case 'ENOSPC': case '53100': return new StartError(folderTexts.diskFull, { folder: data })
    default: return null
  }
}
