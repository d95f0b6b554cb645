/** What those who look after it see: how much waits, what is down and why, what has failed; and once more. */
import type { Text } from '../../../contract/text.ts'
import { nothing, sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'
import { wake } from './queue.ts'

export interface LaneState {
  lane: string
  waiting: number
  sending: number
  failed: number
  /** Sent within the last day. */
  sentToday: number
  oldestWaiting: string | null
  /** null: it goes. */
  down: { since: string; nextAt: string; why: Text; said: string | null } | null
}

/** Lanes that have anything to tell. */
export function lanesOf(db: Db, way: string): Promise<LaneState[]> {
  return db.rows<LaneState>(sql`
    with counted as (
      select lane, count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'sending')::int as sending,
        count(*) filter (where state = 'failed')::int as failed, count(*) filter (where state = 'sent')::int as "sentToday", min(created_at) filter (where state = 'waiting') as "oldestWaiting"
      from outgoing where way = ${way} and (state <> 'sent' or settled_at > now() - interval '1 day') group by lane)
    select coalesce(c.lane, l.lane) as lane, coalesce(c.waiting, 0) as waiting, coalesce(c.sending, 0) as sending, coalesce(c.failed, 0) as failed, coalesce(c."sentToday", 0) as "sentToday", c."oldestWaiting",
      case when l.lane is null then null else jsonb_build_object('since', l.down_at, 'nextAt', l.due_at, 'why', l.failure, 'said', l.said) end as down
    from counted c full join (select * from outgoing_lane where way = ${way}) l on l.lane = c.lane order by 1`)
}

/** All lanes as one, in the reader's words: whoever looks asks whether anything goes. */
export function asOne(lanes: readonly LaneState[], inWords: (why: Text | null) => string | null) {
  const sum = (name: 'waiting' | 'sending' | 'failed' | 'sentToday') => lanes.reduce((all, lane) => all + lane[name], 0)
  const down = lanes.find((lane) => lane.down !== null)?.down ?? null
  return {
    waiting: sum('waiting'), sending: sum('sending'), failed: sum('failed'), sentToday: sum('sentToday'), oldestWaiting: lanes.flatMap((lane) => lane.oldestWaiting ?? []).sort()[0] ?? null,
    down: down === null ? null : { ...down, why: inWords(down.why) },
  }
}

export interface Troubled<P> {
  id: string
  lane: string
  payload: P
  state: 'waiting' | 'failed'
  attempts: number
  createdAt: string
  /** null: given up. */
  nextAt: string | null
  why: Text | null
  said: string | null
}

/** Those that failed, and those that wait for another attempt; newest first. */
export function troubled<P>(db: Db, way: string, limit = 100): Promise<Troubled<P>[]> {
  return db.rows<Troubled<P>>(sql`
    select id, lane, payload, state, attempts, created_at as "createdAt", case when state = 'waiting' then due_at end as "nextAt", failure as why, said
    from outgoing where way = ${way} and (state = 'failed' or (state = 'waiting' and failure is not null)) order by id desc limit ${limit}`)
}

/** These, or all that failed or wait for another attempt; lanes that are down are asked at once. Gives the ids. */
export async function tryAgain(db: Db, way: string, ids: readonly string[] | null): Promise<string[]> {
  const which = ids === null ? nothing : sql`and id = any(${ids}::uuid[])`
  const again = await db.rows<{ id: string }>(sql`
    update outgoing set state = 'waiting', due_at = null, paused_at = null, settled_at = null, first_at = null
    where way = ${way} and (state = 'failed' or (state = 'waiting' and failure is not null)) ${which} returning id`)
  await hurry(db, way)
  return again.map(({ id }) => id)
}

/** What held a lane up may be over: settings were corrected. */
export async function hurry(db: Db, way: string, lane?: string): Promise<void> {
  await db.rows(sql`update outgoing_lane set due_at = now() where way = ${way} ${lane === undefined ? nothing : sql`and lane = ${lane}`}`)
  wake(db, way)
}

/** What was sent is forgotten after a quarter, with its key; what failed, after a year. */
export async function forgetSettled(db: Db): Promise<void> {
  await db.rows(sql`delete from outgoing where settled_at < now() - case state when 'sent' then interval '90 days' else interval '365 days' end`)
}
