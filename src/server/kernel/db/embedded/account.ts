/**
 * PostgreSQL refuses to run as root, so root hands it to an unprivileged system user. Where a folder on the way is closed to
 * that user (a checkout under /root), the process gets one capability: to pass and read such folders. Its data stay in place.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { currentUser, folderError, StartError } from '../start-error.ts'
import { embeddedTexts as texts } from './texts.ts'

const accountName = 'sedno'

export interface Account {
  name: string
  uid: number
  gid: number
  /** Command line that a program of PostgreSQL is started through; empty for an ordinary user. */
  through: readonly string[]
  /** Makes a folder or file PostgreSQL's own. */
  own(path: string): void
}

/** `cluster` is the database's folder, which may not exist yet; `postgres` the program. */
export function accountFor(cluster: string, postgres: string): Account {
  const owner = existsSync(cluster) ? statSync(cluster).uid : null
  if (process.getuid!() !== 0) return ordinary(cluster, owner)
  const entry = owner ? entryOf((fields) => Number(fields[2]) === owner) : null
  const { name, uid, gid } = entry ?? findOrMake()
  const base = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  // access() looks with the real user's rights and no capability unless this bit is set, and initdb asks by access() for its postgres.
  const ways = [[], ...['dac_read_search', 'dac_override'].map((capability) => ['--securebits=+no_setuid_fixup', `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`])]
  const way = ways.find((more) => canReach([...base, ...more], cluster, postgres))
  if (way === undefined) throw new StartError(texts.unreachable, { user: name, folder: dirname(cluster) })
  return { name, uid, gid, through: [...base, ...way], own: (path) => give(path, uid, gid) }
}

function ordinary(cluster: string, owner: number | null): Account {
  const [name, uid, gid] = [currentUser(), process.getuid!(), process.getgid!()]
  if (owner !== null && owner !== uid) {
    throw new StartError(texts.otherOwner, { folder: cluster, owner: entryOf((fields) => Number(fields[2]) === owner)?.name ?? String(owner), user: name })
  }
  return { name, uid, gid, through: [], own: () => undefined }
}

function give(path: string, uid: number, gid: number): void {
  try {
    chownSync(path, uid, gid)
  } catch (error) {
    throw folderError(error, path)
  }
}

interface Entry {
  name: string
  uid: number
  gid: number
}

function entryOf(fits: (fields: string[]) => boolean): Entry | null {
  const fields = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':')).find((each) => each.length > 3 && fits(each))
  return fields ? { name: fields[0]!, uid: Number(fields[2]), gid: Number(fields[3]) } : null
}

function findOrMake(): Entry {
  const byName = () => entryOf((fields) => fields[0] === accountName)
  const found = byName()
  if (found) return found
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', accountName], { stdio: 'pipe' })
  } catch (error) {
    const made = byName() // another process may have made it at the same moment
    if (made) return made
    throw new StartError(texts.noAccount, { reason: (error as Error).message.split('\n').slice(-2).join(' ').trim() })
  }
  return byName()!
}

/** Tried for real: the folder can be entered and the program runs. */
function canReach(through: readonly string[], cluster: string, postgres: string): boolean {
  const [command, ...rest] = through
  const probe = 'test -x "$1" && cd "$1" && exec "$2" --version'
  const answer = spawnSync(command!, [...rest, '--', 'sh', '-c', probe, 'sh', dirname(cluster), postgres], { stdio: 'ignore', cwd: '/', env: { PATH: process.env['PATH'] } })
  return answer.status === 0
}

