/** Puts a job in the queue, in the caller's own transaction: rolled back, it never was. */
import { PgBoss } from 'pg-boss'
import type { Db } from '../db/database.ts'
import { newId } from '../db/uuid7.ts'

export interface EnqueueOptions {
  runAt?: Date
  /** While one with this key waits, a second is not added. */
  key?: string
  /** Whose rights it works with; null: the program's. */
  by?: string | null
  trace?: string
}

/** What travels in the queue. */
export interface Envelope {
  payload: unknown
  by: string | null
  trace: string
}

/** Gives the job's id, or null when one with the same key is waiting already. */
export async function enqueue(db: Db, name: string, payload: object, options: EnqueueOptions = {}): Promise<string | null> {
  const boss = await senderOf(db.root, name)
  const envelope: Envelope = { payload, by: options.by ?? null, trace: options.trace ?? '' }
  return boss.send(name, envelope, { singletonKey: options.key ?? newId(), db: runsOn(db), ...(options.runAt === undefined ? {} : { startAfter: options.runAt }) })
}

export const schema = 'pgboss'

/**
 * `short`: one waiting per key. A worker that is killed is missed after 10 s and its job begun again; one that fails is tried
 * again after a growing pause. Jobs of hours are no fault.
 */
export const queueOptions = {
  policy: 'short', notify: true, heartbeatSeconds: 10, expireInSeconds: 12 * 60 * 60,
  retryLimit: 30, retryDelay: 1, retryBackoff: true, retryDelayMax: 300, deleteAfterSeconds: 7 * 24 * 60 * 60,
} as const

const senders = new WeakMap<Db, Promise<PgBoss>>()
const queues = new WeakMap<Db, Map<string, Promise<void>>>()

/** Sending needs no connection of its own: it goes through the pool. */
async function senderOf(root: Db, name: string): Promise<PgBoss> {
  let sender = senders.get(root)
  if (sender === undefined) senders.set(root, (sender = open(root)))
  const boss = await sender
  const known = queues.get(root) ?? new Map<string, Promise<void>>()
  queues.set(root, known)
  if (!known.has(name)) known.set(name, boss.createQueue(name, queueOptions))
  await known.get(name)
  return boss
}

/** Started only to make or renew its tables: sending needs none of its clocks, and a process with nothing else to do may end. */
async function open(root: Db): Promise<PgBoss> {
  const boss = new PgBoss({ db: runsOn(root), schema, supervise: false, schedule: false, registerInstance: false })
  boss.on('error', () => undefined) // each statement's error reaches its caller; this event tells it a second time
  await boss.start()
  await boss.stop({ graceful: false, close: false })
  return boss
}

const runsOn = (db: Db) => ({
  executeSql: (text: string, values?: unknown[]) =>
    db.connection(async (client) => {
      const answer = await client.query(text, values)
      return { rows: (Array.isArray(answer) ? answer.at(-1) : answer).rows as unknown[] }
    }),
})
