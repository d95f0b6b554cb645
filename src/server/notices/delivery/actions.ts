/** Tells people what was announced, and hands over to mail, text messages and push what is due. Any number of workers may be at it. */
import { sql } from '../../../expression/sql.ts'
import type { Text } from '../../../contract/text.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { tellLater } from '../../kernel/events/notify.ts'
import { personOf } from '../../users/index.ts'
import { noticeKinds } from '../rules.ts'
import { keptDefaults, reachOf, type Reach } from '../settings/queries.ts'
import type { Choices } from '../settings/contract.ts'
import { dueOf, waysOf } from '../settings/rules.ts'
import { handOver, type Settled } from '../handing/actions.ts'
import { nothingSeen, seenAmong, takeDue, takeUntold, type Delivery, type NoticeRow } from './queries.ts'
import { reasons } from '../handing/texts.ts'

const lot = 2_000

/** All that is there. What cannot be told one person holds up nobody else; it is thrown at the end and tried again. */
export async function deliverNotices(ctx: Ctx, stopping: AbortSignal = new AbortController().signal): Promise<void> {
  const defaults = await keptDefaults(ctx.db)
  const faults = new Map<string, unknown>()
  const goThrough = async (some: (tx: Db, but: readonly string[]) => Promise<Map<string, (ctx: Ctx) => Promise<void>>>) => {
    while (!stopping.aborted) {
      const count = await ctx.db.transaction(async (tx) => {
        const work = await some(tx, [...faults.keys()])
        for (const [person, run] of work) await tx.transaction((inner) => run({ ...ctx, db: inner })).catch((error: unknown) => faults.set(person, error))
        return work.size
      })
      if (count === 0) break
    }
  }
  await goThrough(async (tx, but) => byPerson(await takeUntold(tx, lot, but), ({ person }) => person, (inner, person, notices) => tellPerson(inner, { person, notices, defaults })))
  await goThrough(async (tx, but) => byPerson(await takeDue(tx, ctx.now, { limit: lot, but }), ({ notice }) => notice.person, (inner, person, due) => handLater(inner, { person, due })))
  for (const error of faults.values()) throw error
}

function byPerson<T>(rows: readonly T[], personOf: (row: T) => string, run: (ctx: Ctx, person: string, rows: readonly T[]) => Promise<void>): Map<string, (ctx: Ctx) => Promise<void>> {
  return new Map([...Map.groupBy(rows, personOf)].map(([person, mine]) => [person, (ctx) => run(ctx, person, mine)]))
}

/** null: he may not sign in any more. */
async function recipientOf(ctx: Ctx, person: string): Promise<{ ctx: Ctx; reach: Reach } | null> {
  const [known, reach] = [await personOf(ctx.db, ctx.registry, person), await reachOf(ctx.db, person)]
  if (known === null || reach === null) return null
  return { ctx: { ...ctx, ...known }, reach }
}

/** What he may not see he is never told of: it is forgotten as if nobody had announced it. */
async function tellPerson(ctx: Ctx, { person, notices, defaults }: { person: string; notices: readonly NoticeRow[]; defaults: Choices }): Promise<void> {
  const recipient = await recipientOf(ctx, person)
  const { isSeen, isPrivate } = recipient === null ? nothingSeen : await seenAmong(recipient.ctx, notices)
  const mine = notices.filter(isSeen)
  const others = notices.filter((notice) => !isSeen(notice)).map(({ id }) => id)
  if (others.length > 0) await ctx.db.rows(sql`delete from notice where id = any(${others}::uuid[])`)
  if (recipient === null || mine.length === 0) return
  const wishes = { kinds: noticeKinds(), defaults, own: recipient.reach.settings }
  const planned = mine.map((notice) => ({ notice, ways: waysOf(notice, wishes) }))
  const silent = planned.filter(({ ways }) => !ways.includes('application')).map(({ notice }) => notice.id)
  // Whoever does not want it in the application still finds it there, as read.
  await ctx.db.rows(sql`update notice set told_at = ${ctx.now}, read_at = case when id = any(${silent}::uuid[]) then ${ctx.now}::timestamptz end where id = any(${mine.map(({ id }) => id)}::uuid[])`)
  const deliveries = planned.flatMap(({ notice, ways }) => ways.filter((way) => way !== 'application').map((way) => ({ id: newId(), way, notice, ...dueOf(notice, way, { own: wishes.own, now: ctx.now, timeZone: recipient.ctx.timeZone }) })))
  await keepDeliveries(ctx.db, person, deliveries)
  await settle(ctx, await handOver(recipient, deliveries.filter(({ isDelayed }) => !isDelayed), isPrivate))
  tellLater(ctx.db, { kind: 'notice', to: [person], id: mine.at(-1)!.id })
}

async function keepDeliveries(db: Db, person: string, deliveries: readonly (Delivery & { at: Date })[]): Promise<void> {
  if (deliveries.length === 0) return
  const rows = deliveries.map(({ id, way, notice, at, isDelayed, isDigest }) => ({ id, notice: notice.id, way, due_at: at, is_delayed: isDelayed, is_digest: isDigest }))
  await db.rows(sql`
    insert into notice_delivery (id, notice, person, way, due_at, is_delayed, is_digest)
    select id, notice, ${person}::uuid, way, due_at, is_delayed, is_digest from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d(id uuid, notice uuid, way text, due_at timestamptz, is_delayed boolean, is_digest boolean)`)
}

/** What waited: rights may have gone meanwhile, and who has read it need not be told again. */
async function handLater(ctx: Ctx, { person, due }: { person: string; due: readonly Delivery[] }): Promise<void> {
  const recipient = await recipientOf(ctx, person)
  const { isSeen, isPrivate } = recipient === null ? nothingSeen : await seenAmong(recipient.ctx, due.map(({ notice }) => notice))
  const whyNot = ({ notice, isDelayed }: Delivery): Text | null => (!isSeen(notice) ? reasons.hidden : isDelayed && notice.read ? reasons.read : null)
  const skipped = due.flatMap((delivery): Settled[] => {
    const reason = whyNot(delivery)
    return reason === null ? [] : [{ id: delivery.id, state: 'skipped', reason, parcels: null }]
  })
  const left = due.filter((delivery) => whyNot(delivery) === null)
  await settle(ctx, [...skipped, ...(recipient === null ? [] : await handOver(recipient, left, isPrivate))])
}

async function settle(ctx: Ctx, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return
  await ctx.db.rows(sql`
    update notice_delivery d set state = s.state, reason = s.reason, parcels = s.parcels, handed_at = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as s(id uuid, state text, reason jsonb, parcels uuid[]) where d.id = s.id`)
}
