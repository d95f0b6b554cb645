import { createHash, randomBytes } from 'node:crypto'
import { refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { publicAddress } from '../../kernel/http/address.ts'
import { personOf } from '../../users/index.ts'
import { writeCalendar } from '../icalendar/rules.ts'
import { busyTimes, without } from '../occurrences/actions.ts'
import { foundIn, seenIn } from '../occurrences/queries.ts'
import type { CalendarFeed, NewFeed } from './contract.ts'
import { detailsOf, feedByHash, feedsOf, type FeedRow } from './queries.ts'
import { busyEvents, eventsOf } from './rules.ts'
import { refusals } from './texts.ts'

/** 256 random bits need no salt. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
const mostFeeds = 50

/** The address is told this once; only its hash stays. */
export async function makeFeed(ctx: Ctx, { person = ctx.who.userId!, name, onlyBusy = false, withPrivate = false }: NewFeed): Promise<CalendarFeed & { url: string }> {
  if (withPrivate && person !== ctx.who.userId) refuse('feed.private_of_others', refusals.privateOfOthers, { field: 'withPrivate' })
  if ((await feedsOf(ctx)).length >= mostFeeds) refuse('feed.too_many', refusals.tooMany, { values: { limit: mostFeeds } })
  const [id, token] = [newId(), randomBytes(32).toString('base64url')]
  const made = await ctx.db.rows(sql`insert into calendar_feed (id, user_id, person, name, hash, only_busy, with_private, made_at)
    select ${id}, ${ctx.who.userId}, u.id, ${name ?? null}, ${hashOf(token)}, ${onlyBusy}, ${withPrivate}, ${ctx.now} from "user" u where u.id = ${person} and u.deleted_at is null returning id`)
  if (made.length === 0) refuse('not_found', refusals.noPerson, { field: 'person', status: 404 })
  const feed = (await feedsOf(ctx)).find((one) => one.id === id)!
  return { ...feed, url: `${publicAddress()}/api/calendar/feed/${token}.ics` }
}

export async function revokeFeed(ctx: Ctx, id: string): Promise<null> {
  const gone = await ctx.db.rows(sql`update calendar_feed set revoked_at = ${ctx.now} where id = ${id} and user_id = ${ctx.who.userId} and revoked_at is null returning id`)
  return gone.length === 0 ? refuse('not_found', refusals.gone, { status: 404 }) : null
}

/** Programs read it every quarter of an hour; six times as often is still no harm. */
const windowSeconds = 600
const mostReads = 60

/** The calendar behind a secret address, as its maker may see it at this moment. Refuses 404 for what is unknown, revoked or of somebody who is out; 429 when read too often. */
export async function feedText(ctx: Ctx, file: string): Promise<string> {
  const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(file)?.[1]
  const feed = token === undefined ? null : await feedByHash(ctx.db, { hash: hashOf(token), now: ctx.now, windowSeconds })
  const maker = feed === null ? null : await personOf(ctx.db, ctx.registry, feed.userId)
  if (feed === null || maker === null) return refuse('not_found', refusals.gone, { status: 404 })
  const { waitSeconds: seconds } = feed
  if (feed.reads > mostReads) refuse('feed.too_often', refusals.tooOften, { status: 429, values: { seconds }, facts: { retryAfter: seconds } })
  return writeFeed({ ...ctx, ...maker }, feed)
}

const dayMs = 86_400_000
/** Programs keep what they were given; what is long over or far away is not worth the way. */
const [daysBack, daysAhead] = [92, 366]

async function writeFeed(ctx: Ctx, feed: FeedRow): Promise<string> {
  // Whole days, so that an address read again an hour later gives the same.
  const today = Math.floor(ctx.now.getTime() / dayMs) * dayMs
  const asked = { people: [feed.person], from: new Date(today - daysBack * dayMs).toISOString(), until: new Date(today + daysAhead * dayMs).toISOString() }
  const showsPrivate = feed.withPrivate && feed.person === feed.userId
  const found = await foundIn(ctx, asked)
  const seen = feed.onlyBusy ? [] : (await seenIn(ctx, asked, found)).filter(({ isPrivate }) => isPrivate !== true || showsPrivate)
  const details = await detailsOf(ctx, seen.map(({ id }) => id))
  const shows = (field: string) => canRead(ctx, 'activity', field)
  const events = eventsOf(seen, details, { title: shows('title'), place: shows('place'), description: shows('description') })
  const busy = busyEvents(await busyTimes(ctx, asked, without(found, seen.map(({ id }) => id))), { stamp: feed.madeAt, language: ctx.language, zone: ctx.timeZone })
  return writeCalendar({ method: 'PUBLISH', name: feed.personName, events: [...events, ...busy] })
}

export const etagOf = (text: string): string => `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
