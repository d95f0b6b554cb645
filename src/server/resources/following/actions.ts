import { refuse } from '../../../contract/refusal.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { occurrencesBetween } from '../../activities/index.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Followed, Follower } from '../../kernel/records/followers.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { createMany } from '../../kernel/records/create.ts'
import { asProgram } from '../../kernel/records/steps/consequences.ts'
import { isRefused } from '../../kernel/records/writing.ts'
import { refusals } from '../texts.ts'
import { attachedTo, endSeries, exceptionsOf, inTheWay, keepOccurrences, letGo, neededBy, recurring, skippedBy, takeUnits, timeOf, type ExceptionRow, type Occurrence, type RecurringRow } from './queries.ts'
import { bookingAfter, concernsBookings, isException, type Attached } from './rules.ts'

const dayMs = 86_400_000
/** Of what has no end so far ahead is booked; a job goes on from there. */
export const horizonDays = 731
/** What was is left as it was. */
const rememberedDays = 60

/** Bookings move with their activity in its transaction, and are freed with it; where they cannot, it stays as it was. */
const withActivities: Follower = {
  object: 'activity',
  concerns: concernsBookings,
  async follow(ctx, all, { operation, bringsBack }) {
    const bookings = await attachedTo(ctx, [...new Set(all.flatMap(seriesToo))])
    if (bookings.length === 0) return
    const changes = bringsBack ? [] : changesOf(all, bookings)
    const next = new Map(changes.map(({ id, values }) => [id, values]))
    const touched = bookings.filter(({ activity }) => all.some((one) => seriesToo(one).includes(activity)))
    await placeOccurrences(ctx, touched.map((one) => ({ ...one, ...next.get(one.id) })))
    for (const outcome of await changeMany(ctx, 'booking', changes, { operation, asProgram: true })) if (isRefused(outcome)) throw outcome.refused
  },
}

/** The activity itself, and the series in which it stands for an occurrence. */
const seriesToo = ({ id, after, before }: Followed): string[] => [id, ...(isException(after) || isException(before) ? [idOfLink((after ?? before)!['series'])!] : [])]

function changesOf(all: readonly Followed[], bookings: readonly Attached[]) {
  return all.flatMap(({ id, after, before }) => {
    if (after === null || before === null) return []
    return bookings.filter(({ activity }) => activity === id).flatMap((booking) => {
      const values = bookingAfter(booking, after, before)
      return Object.keys(values).length === 0 ? [] : [{ id: booking.id, values }]
    })
  })
}

/** A booking of something that recurs holds all of its occurrences. */
const withBookings: Follower = {
  object: 'booking',
  concerns: (after, before) => after !== null && idOfLink(after['activity']) !== null && (before === null || ['activity', 'resource', 'start', 'end', 'units'].some((field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]))),
  async follow(ctx, all) {
    const bookings = await attachedTo(ctx, all.map(({ after }) => idOfLink(after!['activity'])!))
    await placeOccurrences(ctx, bookings.filter(({ id }) => all.some((one) => one.id === id)))
  },
}

export const followers = [withActivities, withBookings]

/**
 * A series that was split goes on as another: what was booked for the first is booked for the second, by as much before and after. In the
 * caller's transaction, once the first has ended; what cannot be had refuses it, as `book` does.
 */
export async function carryBookings(ctx: Ctx, { from, to }: { from: string; to: string }): Promise<void> {
  const [needed, time] = [await neededBy(ctx, from), await timeOf(ctx, to)]
  if (needed.length === 0 || time === null) return
  const rows = needed.map(({ leadMs, restMs, ...booking }) => ({ ...booking, activity: to, start: later(time.start, leadMs), end: later(time.end, restMs) }))
  for (const outcome of await createMany(asProgram(ctx), 'booking', rows, { asProgram: true })) if (isRefused(outcome)) throw outcome.refused
}

const later = (moment: string, byMs: number): string => new Date(Date.parse(moment) + byMs).toISOString()

/**
 * Works out the times of bookings whose activity recurs, and takes them. Refuses 409 booking.series_taken with all occurrences that cannot be
 * had; `whenTaken: 'skip'` leaves them out by itself and tells which.
 */
export async function placeOccurrences(ctx: Ctx, bookings: readonly Attached[], { whenTaken = 'refuse' }: { whenTaken?: 'refuse' | 'skip' } = {}): Promise<Map<string, string[]>> {
  const series = new Map((await recurring(ctx, bookings.map(({ activity }) => activity))).map((row) => [row.id, row]))
  const [exceptions, skipped] = await Promise.all([exceptionsOf(ctx, [...series.keys()]), skippedBy(ctx, bookings.map(({ id }) => id))])
  const left = new Map<string, string[]>()
  for (const booking of bookings) {
    const row = series.get(booking.activity)
    if (row === undefined) {
      await endSeries(ctx, booking.id)
      continue
    }
    const times = timesOf(ctx, { booking, row, exceptions: exceptions.filter((one) => one.series === row.id), without: skipped.get(booking.id)! })
    await letGo(ctx, [booking.id])
    const holds = booking.state === 'booked' || booking.state === 'asked'
    const taken = new Set(holds ? await inTheWay(ctx, booking, times) : [])
    if (taken.size > 0 && whenTaken === 'refuse') refuseSeries(booking, times.filter(({ instance }) => taken.has(instance)))
    await keepOccurrences(ctx, booking.id, times.map((one) => (taken.has(one.instance) ? { ...one, during: null, skipped: true } : one)))
    await takeUnits(ctx, [booking.id])
    left.set(booking.id, [...taken])
  }
  return left
}

function refuseSeries(booking: Attached, taken: readonly Occurrence[]): never {
  const occurrences = taken.map(({ instance, during }) => ({ instance, ...during! }))
  refuse('booking.series_taken', refusals.seriesTaken, { field: 'start', status: 409, values: { count: taken.length }, facts: { resource: booking.resource, booking: booking.id, units: booking.units, occurrences } })
}

interface Placing {
  booking: Attached
  row: RecurringRow
  exceptions: readonly ExceptionRow[]
  without: ReadonlySet<string>
}

/** A booking keeps its distance from the start and the end of its activity at each occurrence. */
export function timesOf({ now }: Pick<Ctx, 'now'>, { booking, row, exceptions, without }: Placing): Occurrence[] {
  const from = new Date(Math.max(Date.parse(row.start), now.getTime() - rememberedDays * dayMs)).toISOString()
  const until = new Date(now.getTime() + horizonDays * dayMs).toISOString()
  const [lead, length, rest] = [Date.parse(booking.start) - Date.parse(row.start), Date.parse(row.end) - Date.parse(row.start), Date.parse(booking.end) - Date.parse(row.end)]
  const other = new Map(exceptions.map((one) => [one.instance, one]))
  return occurrencesBetween({ recurrence: row.recurrence, start: row.start, zone: row.zone }, { from, until }).map((instance) => {
    const exception = other.get(instance)
    const start = exception === undefined ? Date.parse(instance) : exception.start === null ? null : Date.parse(exception.start)
    const end = exception === undefined ? Date.parse(instance) + length : exception.end === null ? null : Date.parse(exception.end)
    const isSkipped = without.has(instance)
    if (start === null || end === null || isSkipped) return { instance, during: null, skipped: isSkipped }
    return { instance, during: { start: new Date(start + lead).toISOString(), end: new Date(end + rest).toISOString() }, skipped: false }
  })
}
