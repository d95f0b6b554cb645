/** Hands over what is due. Any number of workers may be at it: each parcel is with one, and what a killed worker had is taken up again. */
import type { PoolClient } from 'pg'
import type { Ctx } from '../context.ts'
import { defineJob, type JobDefinition } from '../jobs/define.ts'
import { deliveryOf } from './queue.ts'
import { clearLane, dueLanes, giveBack, pauseLane, reclaim, settle, take, type Holder } from './rows.ts'
import { filled, texts } from './texts.ts'
import type { Carrier, Outcome, Taken, Way } from './way.ts'

export const deliveryJob = <P>(way: Way<P>): JobDefinition<object> =>
  defineJob<object>({ name: deliveryOf(way.name), every: '* * * * *', run: (ctx, _payload, { signal }) => deliverDue(ctx, way, signal) })

const locks = { holder: 7_336_110, lane: 7_336_111 }

/** All that is due, lane beside lane, until nothing is. Gives how many were sent. */
export async function deliverDue<P>(ctx: Ctx, way: Way<P>, stopping: AbortSignal = new AbortController().signal): Promise<{ sent: number }> {
  return asHolder(ctx, way.name, stopping, async (holder) => {
    await reclaim(ctx.db, way.name, locks.holder)
    const lanes = await dueLanes(ctx.db, way.name)
    const sent = await Promise.all(lanes.map((lane) => alongLane(ctx, way, lane, holder)))
    return { sent: sent.reduce((sum, count) => sum + count, 0) }
  })
}

/** The lock lives as long as the connection: no clock decides whether a worker is dead. */
async function asHolder<T>(ctx: Ctx, way: string, stopping: AbortSignal, work: (holder: Holder) => Promise<T>): Promise<T> {
  return ctx.db.root.connection(async (client) => {
    const lost = new AbortController()
    const lose = () => lost.abort()
    client.on('error', lose)
    const { rows } = await client.query<{ number: number }>(`select nextval('outgoing_holder')::int as number`)
    const { number } = rows[0]!
    await client.query('select pg_advisory_lock($1, $2)', [locks.holder, number])
    try {
      return await work({ way, number, client, signal: AbortSignal.any([stopping, lost.signal]) })
    } finally {
      client.off('error', lose)
      if (!lost.signal.aborted) await client.query('select pg_advisory_unlock_all()')
    }
  })
}

async function alongLane<P>(ctx: Ctx, way: Way<P>, { lane, isDown }: { lane: string; isDown: boolean }, holder: Holder): Promise<number> {
  const carrier = await way.open(ctx, lane)
  try {
    if (carrier.paceMs > 0 && !(await isMine(holder.client, `${way.name} ${lane}`))) return 0
    return await untilNothingIsDue({ ctx, way, lane, carrier, turn: turns(carrier.paceMs), holder }, isDown)
  } finally {
    carrier.close()
  }
}

interface Along<P> {
  ctx: Ctx
  way: Way<P>
  lane: string
  carrier: Carrier<P>
  /** Waits until the next may begin. */
  turn(): Promise<void>
  holder: Holder
}

async function untilNothingIsDue<P>(along: Along<P>, isDown: boolean): Promise<number> {
  const { ctx, way, lane, carrier, holder } = along
  let sent = 0
  let probing = isDown
  while (!holder.signal.aborted) {
    // Where nothing went the last time, one goes ahead to see.
    const lot = await take<P>(ctx.db, holder, lane, probing ? 1 : carrier.together * 4)
    if (lot.length === 0) break
    const done = await handOver(along, lot)
    sent += done.sent
    if (done.isDown) break
    if (probing) await clearLane(ctx.db, way.name, lane)
    probing = false
  }
  return sent
}

/** Some at once. When one finds the lane down, those not begun go back as they were. */
async function handOver<P>({ ctx, way, lane, carrier, turn, holder }: Along<P>, lot: readonly Omit<Taken<P>, 'signal'>[]): Promise<{ isDown: boolean; sent: number }> {
  const waiting = [...lot]
  const done = { isDown: false, sent: 0 }
  const faults: unknown[] = []
  const one = async (parcel: Omit<Taken<P>, 'signal'>) => {
    const outcome = await within(way.limitMs, (signal) => carrier.deliver({ ...ctx, now: new Date() }, { ...parcel, signal }))
    if (outcome.kind === 'down') {
      done.isDown = true
      await Promise.all([giveBack(ctx.db, holder, [parcel.id]), pauseLane(ctx.db, way.name, lane, outcome)])
    } else {
      if (outcome.kind === 'sent') done.sent++
      await settle(ctx, way, { holder, parcel, outcome })
    }
  }
  const line = async () => {
    while (!done.isDown && !holder.signal.aborted && waiting.length > 0) {
      const parcel = waiting.shift()!
      await turn()
      await one(parcel).catch((error: unknown) => faults.push(error))
    }
  }
  await Promise.all(Array.from({ length: Math.min(carrier.together, lot.length) }, line))
  if (waiting.length > 0) await giveBack(ctx.db, holder, waiting.map(({ id }) => id))
  if (faults.length > 0) throw faults[0]
  return done
}

/** An attempt that hangs is over at its limit, whatever the library waits for. */
async function within<P>(limitMs: number, work: (signal: AbortSignal) => Promise<Outcome<P>>): Promise<Outcome<P>> {
  const limit = new AbortController()
  const late: Outcome<P> = { kind: 'later', why: filled(texts.timedOut, { seconds: Math.round(limitMs / 1_000) }) }
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<Outcome<P>>((resolve) => {
    timer = setTimeout(() => {
      limit.abort()
      resolve(late)
    }, limitMs)
  })
  try {
    return await Promise.race([work(limit.signal), over])
  } finally {
    clearTimeout(timer)
  }
}

async function isMine(client: PoolClient, lane: string): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as mine', [locks.lane, lane])
  return rows[0]!.mine
}

/** One every so often, however long each takes. By a clock that nobody sets. */
function turns(paceMs: number): () => Promise<void> {
  let next = 0
  return async () => {
    if (paceMs === 0) return
    const now = performance.now()
    const mine = Math.max(now, next)
    next = mine + paceMs
    if (mine > now) await new Promise((resume) => setTimeout(resume, mine - now))
  }
}
