/** When a reminder comes. */
import { Temporal } from 'temporal-polyfill'
import { nextAfter } from '../activities/index.ts'

/** What of an activity decides when one is reminded. */
export interface Timing {
  start: string | null
  due: string | null
  isClosed: boolean
  recurrence: string | null
  zone: string
  /** Occurrences that other records stand for: their original start, and theirs, null when they do not take place. */
  exceptions: readonly { instance: string; start: string | null }[]
}

export interface Armed {
  minutesBefore: number | null
  at: string | null
  anchor: string | null
  lastAnchor: string | null
  nextAt: string | null
  snoozedUntil: string | null
}

export interface Arming {
  anchor: string | null
  nextAt: string | null
}

const never: Arming = { anchor: null, nextAt: null }
const ms = (moment: string): number => Date.parse(moment)
const text = (moment: number): string => new Date(moment).toISOString()

/**
 * For which start or due time it is armed, and when it comes. What it was fired for does not come again, though a clock be set back; what has
 * begun already neither. A time of its own comes once, whatever becomes of the activity's times.
 */
export function armingOf({ minutesBefore, at, lastAnchor }: Pick<Armed, 'minutesBefore' | 'at' | 'lastAnchor'>, timing: Timing | null, now: Date): Arming {
  if (timing === null || timing.isClosed) return never
  if (at !== null) return lastAnchor === at ? never : { anchor: at, nextAt: at }
  const anchor = anchorOf(timing, lastAnchor, now)
  return anchor === null ? never : { anchor, nextAt: text(ms(anchor) - minutesBefore! * 60_000) }
}

function anchorOf(timing: Timing, lastAnchor: string | null, now: Date): string | null {
  const { start, due, recurrence } = timing
  if (start !== null && recurrence !== null) return nextOccurrence({ ...timing, start, recurrence }, Math.max(now.getTime(), lastAnchor === null ? 0 : ms(lastAnchor)))
  const anchor = start ?? due
  return anchor === null || anchor === lastAnchor || ms(anchor) <= now.getTime() ? null : anchor
}

/** Of the series, or one of those that were moved out of it, whichever comes first. */
function nextOccurrence({ start, recurrence, zone, exceptions }: Timing & { start: string; recurrence: string }, after: number): string | null {
  const replaced = new Set(exceptions.map(({ instance }) => ms(instance)))
  const moved = exceptions.flatMap((one) => (one.start !== null && ms(one.start) > after ? [ms(one.start)] : []))
  const series = { recurrence, start, zone }
  let next = ms(start) > after ? start : nextAfter(series, text(after))
  while (next !== null && replaced.has(ms(next))) next = nextAfter(series, next)
  const first = Math.min(...moved, ...(next === null ? [] : [ms(next)]))
  return Number.isFinite(first) ? text(first) : null
}

/** null: never. */
export function fireAtOf({ nextAt, snoozedUntil }: Pick<Armed, 'nextAt' | 'snoozedUntil'>): string | null {
  if (nextAt === null || snoozedUntil === null) return nextAt ?? snoozedUntil
  return ms(nextAt) < ms(snoozedUntil) ? nextAt : snoozedUntil
}

export const firstSettings = { minutesBefore: [15], types: ['meeting', 'visit', 'call'] }

export function snoozedUntil(until: string, now: Date, timeZone: string): string {
  if (until === '5min') return text(now.getTime() + 5 * 60_000)
  if (until === '1h') return text(now.getTime() + 3_600_000)
  if (until !== 'tomorrow') return text(ms(until))
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  return text(local.add({ days: 1 }).withPlainTime('08:00').epochMilliseconds)
}
