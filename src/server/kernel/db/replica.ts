/** Heavy reads (exports, groups) on a copy of the database that PostgreSQL keeps up to date, as long as it keeps up. */
import { RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import type { Db } from './database.ts'

/** Older than this nobody would take the figures for those of now. */
const mostSecondsLate = 5
/** How long an answer about its lateness counts; one that could not be asked is left in peace longer. */
const knownMs = 1_000
const restMs = 10_000

interface Replica {
  db: Db
  fresh: Promise<boolean>
  /** Until then `fresh` counts. */
  until: number
}

const replicas = new WeakMap<Db, Replica>()

/** From now on heavy reads of this database may go there. */
export function useReplica(primary: Db, replica: Db): void {
  replicas.set(primary.root, { db: replica, fresh: Promise.resolve(false), until: 0 })
}

/**
 * Runs `read` on the replica, or on the primary where there is none, it is late, or it could not answer: `read` must do nothing but
 * read, and may be run twice. Inside a transaction it stays there.
 */
export async function heavyRead<T>(ctx: Ctx, read: (ctx: Ctx) => Promise<T>): Promise<T> {
  const replica = ctx.db.inTransaction ? undefined : replicas.get(ctx.db.root)
  if (replica === undefined || !(await isFresh(ctx.db, replica))) return read(ctx)
  try {
    return await read({ ...ctx, db: replica.db })
  } catch (error) {
    if (error instanceof RefusalError) throw error
    // Gone in between, or it had to give way to what it was replaying. Were it a bug, the primary would say so too.
    rest(replica)
    return read(ctx)
  }
}

function isFresh(primary: Db, replica: Replica): Promise<boolean> {
  if (Date.now() < replica.until) return replica.fresh
  replica.until = Date.now() + knownMs
  replica.fresh = keepsUp(primary, replica.db).catch(() => {
    rest(replica)
    return false
  })
  return replica.fresh
}

function rest(replica: Replica): void {
  replica.fresh = Promise.resolve(false)
  replica.until = Date.now() + restMs
}

interface Standing {
  /** The cluster's own number, and the database: a copy has the same. */
  place: string
  copies: boolean
  at: string
  /** Since the last transaction it has replayed; null: none yet. */
  seconds: number | null
}

const standing = (db: Db): Promise<Standing[]> =>
  db.rows<Standing>(sql`
    select (select system_identifier from pg_control_system()) || ' ' || current_database() as place, pg_is_in_recovery() as copies,
      case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end::text as at,
      extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())::float8 as seconds`)

/** The primary is asked first: what it had written by then must have arrived, or be late by seconds only. A copy of something else is none. */
async function keepsUp(primary: Db, replica: Db): Promise<boolean> {
  const [here] = await standing(primary)
  const [there] = await standing(replica)
  if (!there!.copies || there!.place !== here!.place) return false
  return positionOf(there!.at) >= positionOf(here!.at) || (there!.seconds !== null && there!.seconds < mostSecondsLate)
}

/** '16/B374D848' */
function positionOf(at: string): bigint {
  const [file = '0', offset = '0'] = at.split('/')
  return (BigInt(`0x${file}`) << 32n) + BigInt(`0x${offset}`)
}
