/** Where an event that goes on recurring stands on the time line: at its next occurrence, once. */
import { occurrencesBetween } from '../recurrence/rules.ts'

export interface RecurringEvent {
  recurrence: string | null
  start: string | null
  end: string | null
  time_zone: string | null
  /** Original moments of occurrences that have entries of their own, or do not take place. */
  moved?: unknown
}

/** From and until of the next occurrence that is not over; null when none is left. */
export function nextOccurrence({ recurrence, start, end, time_zone: zone, moved }: RecurringEvent, asOf: string): { start: string; end: string } | null {
  if (recurrence === null || start === null || zone === null) return null
  const lengthMs = Math.max(0, Date.parse(end ?? start) - Date.parse(start))
  const others = new Set(((moved ?? []) as string[]).map((moment) => Date.parse(moment)))
  const from = new Date(Date.parse(asOf) - lengthMs).toISOString()
  const until = new Date(Date.parse(asOf) + farthestMs).toISOString()
  const candidates = occurrencesBetween({ recurrence, start, zone }, { from, until, limit: others.size + 2 })
  const next = candidates.find((moment) => !others.has(Date.parse(moment)) && Date.parse(moment) + lengthMs > Date.parse(asOf))
  return next === undefined ? null : { start: next, end: new Date(Date.parse(next) + lengthMs).toISOString() }
}

/** 29 February recurs after eight years at the latest. */
const farthestMs = 9 * 366 * 24 * 3_600_000
