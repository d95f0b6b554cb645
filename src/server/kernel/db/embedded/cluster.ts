/** The folders of the built-in PostgreSQL, and their first filling. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { currentUser, folderError, folderTexts, StartError } from '../start-error.ts'
import type { Account } from './account.ts'
import { major, type Binaries } from './binaries.ts'
import { embeddedTexts as texts } from './texts.ts'

export interface Places {
  /** SEDNO_DATA. */
  data: string
  /** PostgreSQL's own folder. */
  cluster: string
  socket: string
  log: string
}

/** Longest path of a unix socket on Linux, without its final NUL. */
const longestSocket = 107

export function makePlaces(folder: string): Places {
  const data = resolve(folder)
  const beside = join(data, 'socket')
  const tooLong = Buffer.byteLength(join(beside, '.s.PGSQL.5432')) > longestSocket
  const socket = tooLong ? join(tmpdir(), `sedno-${createHash('sha256').update(data).digest('hex').slice(0, 16)}`) : beside
  const places = { data, cluster: join(data, 'postgresql'), socket, log: join(data, 'postgresql.log') }
  try {
    mkdirSync(data, { recursive: true })
    mkdirSync(socket, { recursive: true, mode: 0o700 })
    // In a folder that everybody may write to, somebody else may have made it first.
    if (tooLong && !lstatSync(socket).isDirectory()) throw new Error('not a folder')
    chmodSync(socket, 0o700)
    writeFileSync(places.log, '', { flag: 'a', mode: 0o600 })
  } catch (error) {
    throw folderError(error, data)
  }
  return places
}

export function refuseOtherMajor({ cluster, data }: Places): void {
  const file = join(cluster, 'PG_VERSION')
  if (!existsSync(file)) return
  const found = readFileSync(file, 'utf8').trim()
  if (found !== major) throw new StartError(texts.otherMajor, { folder: data, found, known: major })
}

/** Runs initdb unless it was finished before. One that was cut off half way is begun again: PG_VERSION alone does not say that it ended. */
export function fillCluster(places: Places, binaries: Binaries, account: Account): void {
  const finished = join(places.cluster, 'sedno-ready')
  if (existsSync(finished)) return
  const unfinished = existsSync(places.cluster) && !existsSync(join(places.cluster, 'postmaster.opts'))
  if (unfinished) for (const entry of readdirSync(places.cluster)) rmSync(join(places.cluster, entry), { recursive: true })
  if (unfinished || !existsSync(places.cluster)) initialise(places, binaries, account)
  try {
    writeFileSync(finished, '')
  } catch (error) {
    throw folderError(error, places.data)
  }
}

function initialise(places: Places, binaries: Binaries, account: Account): void {
  try {
    mkdirSync(places.cluster, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw folderError(error, places.data)
  }
  account.own(places.cluster)
  const words = [
    ...account.through, binaries.initdb, '-D', places.cluster, '--username=postgres', '--auth=trust', '--encoding=UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions', '--data-checksums',
  ]
  const answer = spawnSync(words[0]!, words.slice(1), { encoding: 'utf8', cwd: '/', env: plainEnvironment() })
  if (answer.status === 0) return
  rmSync(places.cluster, { recursive: true, force: true })
  throw failure(answer.stderr || String(answer.error), places)
}

/** Nothing of the caller's language or PG… variables may change what PostgreSQL does. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }
}

/** What PostgreSQL said when it gave up, as a sentence for a person. */
export function failure(said: string, places: Places): StartError {
  const { data: folder, log } = places
  if (/No space left on device|Disk quota exceeded/.test(said)) return new StartError(folderTexts.diskFull, { folder })
  if (/Permission denied|Read-only file system/.test(said)) return new StartError(folderTexts.notWritable, { folder, user: currentUser() })
  const lines = said.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const telling = lines.filter((line) => /FATAL|PANIC|error|could not/i.test(line))
  return new StartError(texts.notStarted, { reason: (telling.at(-1) ?? lines.at(-1) ?? '?').replace(/^.*?(FATAL|PANIC|error):\s*/i, ''), log })
}

