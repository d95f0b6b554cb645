import type { Values } from '../../../contract/definition.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { idsOf, type Span } from '../rules.ts'

/** A booking of an activity, as it stands. */
export interface Attached extends Span {
  id: string
  activity: string
  resource: string
  units: number
  state: string
  private: boolean
  released: boolean
  needsApproval: boolean
}

const moving = ['start', 'end', 'state', 'recurrence', 'timeZone', 'allDay', 'private', 'restrictedTo', 'participants', 'watchers', 'delegatedBy'] as const
const closed: readonly unknown[] = ['done', 'cancelled']
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Of a series, the record that stands for one of its occurrences. */
export const isException = (values: Values | null): boolean => values !== null && idOfLink(values['series']) !== null && (values['instance'] ?? null) !== null

/** Going to the trash and coming back the bookings do by themselves, as what cannot be without the activity. */
export const concernsBookings = (after: Values | null, before: Values | null): boolean =>
  isException(after) || isException(before) || (after !== null && before !== null && moving.some((field) => !same(after[field], before[field])))

/** What becomes of a booking when its activity changes; empty: nothing. */
export function bookingAfter(booking: Attached, after: Values, before: Values): Values {
  return { ...whoSees(booking, after, before), ...whenHeld(booking, after, before) }
}

/** It moves as its activity does, by as much: a room booked half an hour earlier stays so. */
function whenHeld(booking: Attached, after: Values, before: Values): Values {
  const holds = booking.state === 'booked' || booking.state === 'asked'
  const isReopened = closed.includes(before['state']) && !closed.includes(after['state']) && booking.released
  const moved = movedBy(booking, after, before)
  if (after['state'] === 'cancelled' || moved === null) return holds ? { state: 'cancelled', released: true } : {}
  const span = { ...(moved.start === booking.start ? {} : { start: moved.start }), ...(moved.end === booking.end ? {} : { end: moved.end }) }
  if (isReopened) return { ...span, state: booking.needsApproval ? 'asked' : 'booked', released: false }
  if (!holds && !booking.released) return {}
  return after['state'] === 'done' && before['state'] !== 'done' && holds ? { ...span, ...leftEarly(moved, after) } : span
}

/** null: the activity has no time any more. */
function movedBy(booking: Attached, after: Values, before: Values): Span | null {
  if (typeof after['start'] !== 'string' || typeof after['end'] !== 'string') return typeof before['start'] === 'string' ? null : booking
  if (typeof before['start'] !== 'string' || typeof before['end'] !== 'string') return { start: after['start'], end: after['end'] }
  const by = (field: 'start' | 'end') => new Date(Date.parse(booking[field]) + Date.parse(String(after[field])) - Date.parse(String(before[field]))).toISOString()
  return { start: by('start'), end: by('end') }
}

/** What is done before its time leaves the rest to others. */
function leftEarly({ start, end }: Span, after: Values): Values {
  const doneAt = after['doneAt']
  if (typeof doneAt !== 'string' || doneAt >= end || typeof after['recurrence'] === 'string') return {}
  return doneAt <= start ? { state: 'cancelled', released: true } : { end: doneAt }
}

const isNarrow = (values: Values): boolean => values['private'] === true || idsOf(values['restrictedTo']).length > 0

function whoSees(booking: Attached, after: Values, before: Values): Values {
  if (isNarrow(after)) return { private: true, restrictedTo: peopleOf(after) }
  return isNarrow(before) && booking.private ? { private: false, restrictedTo: [] } : {}
}

/** Those who see a narrowed activity see its bookings. */
function peopleOf(values: Values): string[] {
  const by = idOfLink(values['delegatedBy'])
  return [...new Set([...idsOf(values['restrictedTo']), ...idsOf(values['participants']), ...idsOf(values['watchers']), ...(by === null ? [] : [by])])]
}
