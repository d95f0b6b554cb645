/** The outbox as its readers see it: in order, and nothing of a transaction that may still commit something earlier. */
import { nothing, sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'

export interface OutboxEvent {
  tx: string
  position: number
  at: string
  object: string
  record: string
  version: number
  verb: string
  fields: string[]
  by: string | null
  operation: string | null
}

export interface Cursor {
  tx: string
  position: number
}

/** What a reader asks of the outbox: up to where, of which objects (of all when left out), and how many at most. */
export interface Asked {
  until: Cursor
  objects?: readonly string[]
  limit: number
}

/** Events after the cursor, by the number of the transaction and not by its text. Those of objects that nobody asked for never leave the database. */
export function readOutbox(db: Db, { tx, position }: Cursor, { until, objects, limit }: Asked): Promise<OutboxEvent[]> {
  const asked = objects === undefined ? nothing : sql`and object = any(${objects}::text[])`
  return db.rows<OutboxEvent>(sql`
    select tx::text, position, at, object, record, version, verb, coalesce(fields, '{}') as fields, by, operation from outbox
    where (tx, position) > (${tx}::xid8, ${position}::bigint) and (tx, position) <= (${until.tx}::xid8, ${until.position}::bigint) ${asked} order by outbox.tx, position limit ${limit}`)
}

/**
 * The last event that may be read; null: there is none. A position is given when a row is written and not when it is committed, so
 * readers go by transaction: all that began before the oldest one still open are over, and none of theirs can appear before this event any more.
 */
export async function lastEvent(db: Db): Promise<Cursor | null> {
  const [last] = await db.rows<Cursor>(sql`select tx::text, position from outbox where tx < pg_snapshot_xmin(pg_current_snapshot()) order by outbox.tx desc, position desc limit 1`)
  return last ?? null
}

export const isBefore = (a: Cursor, b: Cursor): boolean => (a.tx === b.tx ? a.position < b.position : BigInt(a.tx) < BigInt(b.tx))

/** A reaction that is new begins with what comes from now on. */
export async function cursorOf(db: Db, reaction: string): Promise<Cursor> {
  const [known] = await db.rows<Cursor>(sql`select tx::text, position from reaction where name = ${reaction}`)
  if (known !== undefined) return known
  await db.rows(sql`insert into reaction (name, tx, position) values (${reaction}, pg_snapshot_xmin(pg_current_snapshot()), 0) on conflict do nothing`)
  return cursorOf(db, reaction)
}

/** Where all of them are, asked at once; one that has no place yet is given one. */
export async function cursorsOf(db: Db, reactions: readonly string[]): Promise<Map<string, Cursor>> {
  const known = await db.rows<Cursor & { name: string }>(sql`select name, tx::text, position from reaction where name = any(${reactions}::text[])`)
  const cursors = new Map<string, Cursor>(known.map(({ name, ...cursor }) => [name, cursor]))
  for (const name of reactions) if (!cursors.has(name)) cursors.set(name, await cursorOf(db, name))
  return cursors
}

export const moveCursor = (db: Db, reaction: string, to: Cursor): Promise<void> => moveCursors(db, [reaction], to)

export async function moveCursors(db: Db, reactions: readonly string[], { tx, position }: Cursor): Promise<void> {
  await db.rows(sql`update reaction set tx = ${tx}::xid8, position = ${position}, at = now() where name = any(${reactions}::text[])`)
}

/**
 * After a restore into another cluster the numbers of transactions begin anew: rows of the old one, which lie in the future there,
 * would never be read. They become the oldest, in the order of their positions. Run at each start.
 */
export async function settleOutbox(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.rows(sql`update outbox set tx = '0' where tx >= pg_snapshot_xmax(pg_current_snapshot())`)
    await tx.rows(sql`update reaction set tx = '0' where tx > pg_snapshot_xmax(pg_current_snapshot())`)
  })
}

const keptDays = 7

/** What every reaction has gone through and nobody can resume from any more. A reaction that is no longer in the program waits for nothing. */
export async function forgetOutbox(db: Db, now: Date): Promise<void> {
  const moment = sql`${now.toISOString()}::timestamptz`
  await db.rows(sql`
    delete from outbox o where o.at < ${moment} - make_interval(days => ${keptDays})
      and not exists (select 1 from reaction r where (r.tx, r.position) < (o.tx, o.position) and r.at > ${moment} - interval '30 days')`)
}
