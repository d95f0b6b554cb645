/** The built-in PostgreSQL: made on first start, started, adopted when a killed server left it running, stopped. */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { accountFor, type Account } from './account.ts'
import { folderError } from '../start-error.ts'
import { findBinaries, type Binaries } from './binaries.ts'
import { failure, fillCluster, makePlaces, plainEnvironment, refuseOtherMajor, type Places } from './cluster.ts'
import { settingsFor } from './settings.ts'
import { takeTurn } from './turn.ts'

export interface EmbeddedPostgres {
  /** Connection string. Role `sedno` owns the database `sedno` and is no superuser; `postgres` is. */
  url(database?: string, role?: string): string
  /** It ran already: another server of ours uses it, or a killed one left it. */
  adopted: boolean
  places: Places
}

const patience = 60_000
const largestLog = 20 * 1024 * 1024

interface StartOptions {
  /** For tests: quick and not durable. */
  throwAway?: boolean
  /** Runs before another process may look at the folder. */
  inTurn?: (postgres: EmbeddedPostgres) => Promise<void>
}

/** `folder` is SEDNO_DATA. Throws StartError with a sentence when a person can do something about it. */
export async function startEmbedded(folder: string, { throwAway = false, inTurn }: StartOptions = {}): Promise<EmbeddedPostgres> {
  const places = makePlaces(folder)
  const turn = await takeTurn(places.cluster)
  try {
    refuseOtherMajor(places)
    const binaries = findBinaries()
    const account = accountFor(places.cluster, binaries.postgres)
    account.own(places.socket)
    fillCluster(places, binaries, account)
    const adopted = await untilReady(places)
    if (!adopted) await launch(places, binaries, account, throwAway)
    await makeDatabase(places)
    const postgres: EmbeddedPostgres = { adopted, places, url: (database = 'sedno', role = 'sedno') => urlOf(places, database, role) }
    await inTurn?.(postgres)
    return postgres
  } finally {
    turn.close()
  }
}

function urlOf({ socket }: Places, database: string, role: string): string {
  return `postgresql://${role}@${encodeURIComponent(socket)}/${database}`
}

/** Waits while a postmaster of this folder lives and is not yet (or no more) to be talked to. false: there is none. */
async function untilReady(places: Places, isDead: () => boolean = () => livingPostmaster(places) === null): Promise<boolean> {
  const end = Date.now() + patience
  while (Date.now() < end) {
    if (await canConnect(places)) return true
    if (isDead()) return false
    await pause(15)
  }
  throw failure('FATAL: no answer within a minute', places)
}

async function canConnect(places: Places): Promise<boolean> {
  if (!existsSync(join(places.socket, '.s.PGSQL.5432'))) return false
  const client = new Client({ connectionString: urlOf(places, 'postgres', 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The number in postmaster.pid may have been given to another program since: it counts only when that is a PostgreSQL of this folder. */
function livingPostmaster({ cluster }: Places): number | null {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return words.some((word) => word.endsWith('/postgres')) && words.includes(cluster) ? pid : null
  } catch {
    return null
  }
}

async function launch(places: Places, binaries: Binaries, account: Account, throwAway: boolean): Promise<void> {
  const settings = Object.entries(settingsFor(places.socket, throwAway)).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const words = [...account.through, binaries.postgres, '-D', places.cluster, ...settings]
  const end = Date.now() + 15_000
  for (;;) {
    const { said, isDead } = spawnPostgres(words, places)
    if (await untilReady(places, isDead)) return
    // After a kill -9 the old one's helpers need a moment to notice and let go of the shared memory.
    const passing = /pre-existing shared memory block|lock file "postmaster.pid" already exists|lock file .* already exists/.test(said())
    if (!passing || Date.now() > end) throw failure(said(), places)
    await pause(200)
  }
}

function spawnPostgres(words: readonly string[], { log, data }: Places): { said: () => string; isDead: () => boolean } {
  let written: number
  let out: number
  try {
    if (statSync(log).size > largestLog) renameSync(log, `${log}.1`)
    out = openSync(log, 'a', 0o600)
    written = statSync(log).size
  } catch (error) {
    throw folderError(error, data)
  }
  // Its own session: Ctrl-C in the terminal must reach the server only, which then stops it in order.
  const child = spawn(words[0]!, words.slice(1), { detached: true, cwd: '/', env: plainEnvironment(), stdio: ['ignore', out, out] })
  closeSync(out)
  let dead: string | null = null
  child.once('exit', () => (dead ??= ''))
  child.once('error', (error) => (dead = error.message))
  child.unref()
  return { said: () => dead || readFileSync(log).subarray(written).toString('utf8'), isDead: () => dead !== null }
}

async function makeDatabase(places: Places): Promise<void> {
  const client = new Client({ connectionString: urlOf(places, 'postgres', 'postgres') })
  await client.connect()
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = 'sedno') as role, exists (select from pg_database where datname = 'sedno') as database`,
    )
    if (!rows[0]!.role) await client.query('create role sedno login')
    if (!rows[0]!.database) await client.query('create database sedno owner sedno')
  } finally {
    await client.end()
  }
}

/** Clean stop: open transactions are cut off, everything committed is on disk. */
export async function stopEmbedded(places: Places): Promise<void> {
  const pid = livingPostmaster(places)
  if (pid === null) return
  process.kill(pid, 'SIGINT')
  const end = Date.now() + 30_000
  while (livingPostmaster(places) !== null) {
    // SIGQUIT: without the checkpoint. The next start replays the log; nothing committed is lost.
    if (Date.now() > end) return void process.kill(pid, 'SIGQUIT')
    await pause(10)
  }
}
