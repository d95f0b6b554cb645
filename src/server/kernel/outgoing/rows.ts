/** The rows of what leaves the house, as a worker takes and settles them. Times are the database's: one clock for all workers. */
import type { PoolClient } from 'pg'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import { lanePauseSeconds, pauseSeconds } from './pauses.ts'
import { filled, texts } from './texts.ts'
import type { Outcome, Reason, Taken, Way } from './way.ts'

export interface Holder {
  way: string
  number: number
  client: PoolClient
  /** The worker is asked to end, or its lock is lost. */
  signal: AbortSignal
}

/** What a worker had that no longer lives. It counts as an attempt: the other side may have it. */
export async function reclaim(db: Db, way: string, lock: number): Promise<void> {
  await db.rows(sql`update outgoing set state = 'waiting', holder = null, due_at = null, paused_at = null
    where way = ${way} and state = 'sending' and holder not in (
      select objid::bigint::integer from pg_locks where locktype = 'advisory' and classid::bigint = ${lock} and objsubid = 2 and granted
        and database = (select oid from pg_database where datname = current_database()))`)
}

/** A time in the future that was set in the future: the clock was set back since. */
const isDue = sql`(due_at is null or due_at <= now() or paused_at > now() + interval '1 minute')`

/** Lanes that have something due, those that are down when their pause is over. */
export function dueLanes(db: Db, way: string): Promise<{ lane: string; isDown: boolean }[]> {
  return db.rows(sql`
    select w.lane, l.lane is not null as "isDown"
    from (select distinct lane from outgoing where way = ${way} and state = 'waiting' and ${isDue}) w
    left join outgoing_lane l on l.way = ${way} and l.lane = w.lane
    where l.lane is null or l.due_at <= now() or l.paused_at > now() + interval '1 minute'`)
}

export function take<P>(db: Db, { way, number }: Holder, lane: string, limit: number): Promise<Omit<Taken<P>, 'signal'>[]> {
  return db.rows(sql`
    with due as (
      select id from outgoing where way = ${way} and lane = ${lane} and state = 'waiting' and ${isDue} order by id limit ${limit} for update skip locked),
    taken as (
      update outgoing o set state = 'sending', holder = ${number}, attempts = attempts + 1, first_at = coalesce(first_at, now())
      from due where o.id = due.id returning o.id, o.payload, o.attempts as attempt)
    select * from taken order by id`)
}

/** Not begun, or begun where nothing goes: as if it had not been taken. */
export async function giveBack(db: Db, { number }: Holder, ids: readonly string[]): Promise<void> {
  await db.rows(sql`
    update outgoing set state = 'waiting', holder = null, attempts = attempts - 1, first_at = case when attempts = 1 then null else first_at end
    where id = any(${ids}::uuid[]) and state = 'sending' and holder = ${number}`)
}

export async function pauseLane(db: Db, way: string, lane: string, { why, said }: Reason): Promise<void> {
  const pauses = sql`(${lanePauseSeconds}::integer[])[least(l.tries + 1, ${lanePauseSeconds.length})] * interval '1 second'`
  await db.rows(sql`
    insert into outgoing_lane as l (way, lane, down_at, tries, paused_at, due_at, failure, said)
    values (${way}, ${lane}, now(), 1, now(), now() + ${lanePauseSeconds[0]} * interval '1 second', ${JSON.stringify(why)}::jsonb, ${heard(said)})
    on conflict (way, lane) do update set tries = l.tries + 1, paused_at = now(), due_at = now() + ${pauses}, failure = excluded.failure, said = excluded.said`)
}

export async function clearLane(db: Db, way: string, lane: string): Promise<void> {
  await db.rows(sql`delete from outgoing_lane where way = ${way} and lane = ${lane}`)
}

interface Settling<P> {
  holder: Holder
  parcel: Omit<Taken<P>, 'signal'>
  outcome: Exclude<Outcome<P>, { kind: 'down' }>
}

/** What became of it, with what follows in the room. Should that fail, what was sent is nevertheless known as sent: nobody gets it twice for a fault of ours. */
export async function settle<P>(ctx: Ctx, way: Way<P>, settling: Settling<P>): Promise<void> {
  const { parcel, holder } = settling
  const outcome = await afterADay(ctx.db, settling)
  if (outcome.kind === 'later') return keepLater(ctx.db, settling, outcome)
  const { settled } = way
  if (settled === undefined) return void (await keepEnd(ctx.db, holder, parcel.id, outcome))
  try {
    await ctx.db.transaction(async (tx) => {
      if (await keepEnd(tx, holder, parcel.id, outcome)) await settled({ ...ctx, db: tx, now: new Date() }, parcel, outcome)
    })
  } catch (error) {
    await keepEnd(ctx.db, holder, parcel.id, outcome)
    throw error
  }
}

async function afterADay<P>(db: Db, { parcel, outcome }: Settling<P>): Promise<Settling<P>['outcome']> {
  if (outcome.kind !== 'later') return outcome
  const [row] = await db.rows<{ over: boolean }>(sql`select now() - first_at > interval '1 day' as over from outgoing where id = ${parcel.id}`)
  if (row?.over !== true) return outcome
  return { kind: 'never', why: { pl: filled(texts.gaveUp, { why: outcome.why.pl }).pl, en: filled(texts.gaveUp, { why: outcome.why.en }).en }, ...(outcome.said === undefined ? {} : { said: outcome.said }) }
}

async function keepLater<P>(db: Db, { parcel, holder }: Settling<P>, { why, said, left }: { why: Reason['why']; said?: string; left?: P }): Promise<void> {
  await db.rows(sql`
    update outgoing set state = 'waiting', holder = null, paused_at = now(), due_at = now() + ${pauseSeconds(parcel.attempt)} * interval '1 second',
      failure = ${JSON.stringify(why)}::jsonb, said = ${heard(said)}, payload = coalesce(${left === undefined ? null : JSON.stringify(left)}::jsonb, payload)
    where id = ${parcel.id} and holder = ${holder.number}`)
}

async function keepEnd<P>(db: Db, { number }: Holder, id: string, outcome: Outcome<P>): Promise<boolean> {
  const state = outcome.kind === 'sent' ? 'sent' : 'failed'
  const failure = 'why' in outcome ? JSON.stringify(outcome.why) : null
  const rows = await db.rows(sql`
    update outgoing set state = ${state}, holder = null, settled_at = now(), failure = ${failure}::jsonb, said = ${heard(outcome.said)}
    where id = ${id} and state = 'sending' and holder = ${number} returning id`)
  return rows.length > 0
}

/** What others answer may be a page of HTML, and hold what PostgreSQL does not. */
const heard = (said: string | undefined): string | null => said?.replaceAll('\u0000', '').toWellFormed().slice(0, 500) ?? null
