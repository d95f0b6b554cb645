/** When what recurs takes place, in the zone whose clock it keeps. */
import { dateOfDay, dayNumber, localDate, startOfDay } from '../../../expression/calendar.ts'
import { occurrencesBetween, type Series } from '../../activities/index.ts'
import type { Timed } from './queries.ts'

export interface Occurrence {
  start: string
  end: string
  /** The original start in the series; null for what does not recur. */
  instance: string | null
}

export interface Window {
  from: string
  until: string
}

const ms = (moment: string): number => Date.parse(moment)
const asText = (moment: number): string => new Date(moment).toISOString()
const dayMs = 86_400_000

/** A window of one year holds so many of what is daily. */
const mostOfOne = 1_000

/** What of it touches the window; of a series without those occurrences that other records stand for. */
export function occurrencesOf(timed: Timed, { from, until }: Window): Occurrence[] {
  const { start, end, recurrence, zone, exceptions } = timed
  if (recurrence === null) return touches({ start, end }, { from, until }) ? [{ start, end, instance: null }] : []
  const lengthMs = ms(end) - ms(start)
  const gone = new Set(exceptions ?? [])
  // What lasts over midnight began before the window; a day off in summer time is an hour longer or shorter.
  const began = asText(ms(from) - lengthMs - (timed.allDay ? dayMs / 12 : 0))
  return startsOf({ recurrence, start, zone }, { from: began, until })
    .filter((instance) => !gone.has(instance))
    .map((instance) => ({ start: instance, end: endOf(timed, instance), instance }))
    .filter((one) => touches(one, { from, until }))
}

/** The same week is looked at by many and again and again, and what recurs in it is the same each time: working it out costs more than reading it. */
const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

function startsOf(series: Series, { from, until }: Window): readonly string[] {
  const key = `${series.recurrence} ${series.start} ${series.zone} ${from} ${until}`
  const cached = known.get(key)
  if (cached !== undefined) return cached
  const starts = occurrencesBetween(series, { from, until, limit: mostOfOne })
  if (known.size >= mostKnown) known.clear()
  known.set(key, starts)
  return starts
}

const touches = ({ start, end }: { start: string; end: string }, { from, until }: Window): boolean => start < until && (end > from || start >= from)

/** A whole day ends at midnight, however many hours it has. */
export function endOf({ start, end, allDay, zone }: Timed, instance: string): string {
  const lengthMs = ms(end) - ms(start)
  if (!allDay) return asText(ms(instance) + lengthMs)
  return startOfDay(dateOfDay(dayNumber(localDate(instance, zone)!) + Math.round(lengthMs / dayMs))!, zone)!
}
