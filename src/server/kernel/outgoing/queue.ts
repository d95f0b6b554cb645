/**
 * What is to leave the house (mail, text messages) is a row first, written in the transaction of whatever caused it, and handed over by a
 * worker afterwards: rolled back, it never was; committed, it is not lost. A key tells what was put here before.
 */
import { sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'
import { newId } from '../db/uuid7.ts'
import { enqueue } from '../jobs/enqueue.ts'

export interface Parcel {
  /** One key, one parcel, for as long as it is remembered (90 days after it was sent). */
  key: string
  payload: object
  id?: string
}

export interface PutOut {
  id: string
  /** False: there was one with this key, and its id is given. */
  isNew: boolean
}

/** For each parcel, in the order given, its id, or that of the one that has its key. */
export async function putOut(db: Db, { way, lane = '' }: { way: string; lane?: string }, parcels: readonly Parcel[]): Promise<PutOut[]> {
  if (parcels.length === 0) return []
  const ids = parcels.map(({ id }) => id ?? newId())
  const keys = parcels.map(({ key }) => key)
  const made = await db.rows<{ id: string; key: string }>(sql`
    insert into outgoing (id, way, lane, key, payload)
    select id, ${way}, ${lane}, key, payload from unnest(${ids}::uuid[], ${keys}::text[], ${parcels.map(({ payload }) => JSON.stringify(payload))}::jsonb[]) as p(id, key, payload)
    on conflict (way, key) do nothing returning id, key`)
  wake(db, way)
  const fresh = new Map(made.map(({ id, key }) => [key, id]))
  if (fresh.size === parcels.length) return parcels.map(({ key }) => ({ id: fresh.get(key)!, isNew: true }))
  const there = await db.rows<{ id: string; key: string }>(sql`select id, key from outgoing where way = ${way} and key = any(${keys}::text[])`)
  const known = new Map(there.map(({ id, key }) => [key, id]))
  return parcels.map(({ key }, at) => ({ id: known.get(key)!, isNew: fresh.get(key) === ids[at] }))
}

interface Waking {
  /** Something came while the job was being put in its place. */
  again: boolean
}

const waking = new WeakMap<Db, Map<string, Waking>>()
/** What is put out in one breath wakes the worker once. */
const gatherMs = 10

/**
 * After the commit and not within: while one transaction holds the place of the one job that may wait, all others would stand in line
 * behind it. What a process that ends here forgets is found by the clock within a minute.
 */
export function wake(db: Db, way: string): void {
  db.afterCommit(() => {
    const ways = waking.get(db.root) ?? new Map<string, Waking>()
    waking.set(db.root, ways)
    const going = ways.get(way)
    if (going === undefined) wakeSoon(db.root, way, ways)
    else going.again = true
  })
}

function wakeSoon(root: Db, way: string, ways: Map<string, Waking>): void {
  const going: Waking = { again: false }
  ways.set(way, going)
  setTimeout(() => {
    going.again = false
    void enqueue(root, deliveryOf(way), {}, { key: 'woken' })
      .catch(() => undefined)
      .then(() => {
        ways.delete(way)
        if (going.again) wakeSoon(root, way, ways)
      })
  }, gatherMs).unref()
}

/** The job that hands over what goes this way. */
export const deliveryOf = (way: string): string => `${way}.deliver`
