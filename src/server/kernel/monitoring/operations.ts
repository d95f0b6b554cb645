/**
 * The record of what every user does, reading included. It is gathered in memory and written in lots, so that a request does not
 * wait for it; what was recorded stays although the request's own transaction be rolled back.
 */
import { isIP } from 'node:net'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import { isId, newId } from '../db/uuid7.ts'

export interface Operation {
  /** What was done, in the API's words: 'records.list', 'records.read', 'session.start'. */
  what: string
  object?: string
  record?: string
  /** What tells it from others: the filter of a list, the columns of an export, how many came out. */
  detail?: Record<string, unknown>
  /** How long it took, in milliseconds. */
  ms?: number
}

interface Buffer {
  rows: Record<string, unknown>[]
  timer: NodeJS.Timeout | null
  writing: Promise<void> | null
}

const longestWaitMs = 1_000
const lotSize = 500
/** From here on callers wait for the database. */
const full = 10_000

const buffers = new WeakMap<Db, Buffer>()

/** Gives a promise only when the database cannot keep up: await it, and the caller is slowed instead of memory filled. */
export function recordOperation(ctx: Ctx, operation: Operation): Promise<void> | undefined {
  const root = ctx.db.root
  let buffer = buffers.get(root)
  if (buffer === undefined) buffers.set(root, (buffer = { rows: [], timer: null, writing: null }))
  buffer.rows.push(rowOf(ctx, operation))
  if (buffer.rows.length >= lotSize) void writeSoon(root, buffer)
  else buffer.timer ??= setTimeout(() => void writeSoon(root, buffer), longestWaitMs).unref()
  return buffer.rows.length >= full ? writeSoon(root, buffer) : undefined
}

/** Writes all that is gathered; before a process ends. */
export async function flushOperations(db: Db): Promise<void> {
  const buffer = buffers.get(db.root)
  if (buffer === undefined) return
  await buffer.writing
  if (buffer.rows.length > 0) await writeAll(db.root, buffer)
}

function rowOf({ who, now, trace, origin, acting }: Ctx, { what, object, record, detail, ms }: Operation): Record<string, unknown> {
  const { via, ip, agent, session } = origin
  return {
    // Who did it is the one who sat there, whosever eyes he looked with.
    id: newId(), at: now.toISOString(), by: acting?.by.id ?? who.userId, what, object, detail: acting === undefined ? detail : { ...detail, actingAs: acting.as }, via, agent: agent?.slice(0, 400), session, trace, ms,
    // One row that the database cannot take would hold up all behind it.
    record: isId(record) ? record : undefined,
    ip: ip !== null && isIP(ip) !== 0 ? ip : undefined,
  }
}

/** One at a time. When the database does not take it, it stays and is tried again: the record of operations loses nothing. */
function writeSoon(root: Db, buffer: Buffer): Promise<void> {
  if (buffer.timer !== null) clearTimeout(buffer.timer)
  buffer.timer = null
  buffer.writing ??= writeAll(root, buffer)
    .catch(() => {
      buffer.timer ??= setTimeout(() => void writeSoon(root, buffer), longestWaitMs).unref()
    })
    .finally(() => {
      buffer.writing = null
    })
  return buffer.writing
}

async function writeAll(root: Db, buffer: Buffer): Promise<void> {
  while (buffer.rows.length > 0) {
    const lot = buffer.rows.slice(0, lotSize)
    await insert(root, lot)
    buffer.rows.splice(0, lot.length)
  }
}

const text = `
  insert into operation_log (id, at, by, what, object, record, detail, via, ip, agent, session, trace, ms)
  select id, at, by, what, object, record, detail, via, ip, agent, session, trace, ms
  from jsonb_to_recordset($1::jsonb) as r(id uuid, at timestamptz, by uuid, what text, object text, record uuid, detail jsonb,
    via text, ip inet, agent text, session text, trace text, ms real)
  on conflict do nothing`

const insert = (root: Db, rows: readonly Record<string, unknown>[]) => root.prepared('operations', text, [JSON.stringify(rows, writable)])

/** PostgreSQL takes no NUL and no half of a surrogate pair; one such row would hold up all behind it. */
const writable = (_name: string, value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value)

/** How many wait in memory; for the measurements of the process. */
export const waitingOperations = (db: Db): number => buffers.get(db.root)?.rows.length ?? 0

