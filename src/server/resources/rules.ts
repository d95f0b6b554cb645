import type { Consequence, DeriveFacts, Values } from '../../contract/definition.ts'
import { firstYear, isReachable, lastYear } from '../../contract/moments.ts'
import { isRefusal, refusal, type Refusal } from '../../contract/refusal.ts'
import { isTimeZone } from '../../fields/clock.ts'
import { idOfLink } from '../../fields/link/ids.ts'
import { refusals } from './texts.ts'
import { readDay, weekdays, writeDay } from './contract.ts'

export { weekdays } from './contract.ts'

export const idsOf = (links: unknown): string[] => (Array.isArray(links) ? links.map((link) => String((link as { id?: unknown }).id ?? link)) : [])

const changedIn = (fields: readonly string[], after: Values, before: Values): boolean => fields.some((field) => JSON.stringify(after[field] ?? null) !== JSON.stringify(before[field] ?? null))

/** Opening hours as they are kept, however they were typed: '8-12, 13.00-16' is '08:00–12:00, 13:00–16:00'. */
export function tidyHours(values: Values): Values {
  const tidy: Values = {}
  for (const day of weekdays) {
    const read = readDay(typeof values[day] === 'string' ? values[day] : null)
    if (!isRefusal(read)) tidy[day] = writeDay(read)
  }
  return tidy
}

export function whyNotResource(values: Values): Refusal[] {
  const faults = weekdays.flatMap((day): Refusal[] => {
    const read = readDay(typeof values[day] === 'string' ? values[day] : null)
    return isRefusal(read) ? [{ ...read, field: day }] : []
  })
  const zone = values.timeZone
  return [...faults, ...(typeof zone === 'string' && !isTimeZone(zone) ? [refusal('resource.unknown_zone', refusals.unknownZone, { field: 'timeZone', values: { zone } })] : [])]
}

/** Those who may answer are named on each booking that waits, so that they reach it. */
export function afterResource(after: Values | null, before: Values | null, { id }: { id: string }): Consequence[] {
  if (after === null || before === null || !changedIn(['approvers'], after, before)) return []
  return [{ object: 'booking', changeWhere: `resource = '${id}' and state = 'asked'`, values: { approvers: idsOf(after['approvers']) } }]
}

/** Whoever asked and was answered yes asks anew when he then wants something else; those who answer do not ask themselves. */
export function askedAnew(values: Values, { before, who }: DeriveFacts): Values {
  const approvers = idsOf(values['approvers'])
  const isAnswered = before !== null && before['state'] === 'booked' && values['state'] === 'booked' && approvers.length > 0
  if (!isAnswered || (who !== null && approvers.includes(who)) || !changedIn(['resource', 'start', 'end', 'units'], values, before)) return {}
  return { state: 'asked' }
}

/** Opening hours are worked out for each of its days. */
const mostYears = 10

export function whyNotBooking(values: Values): Refusal[] {
  const why = whyNotSpan({ start: String(values['start']), end: String(values['end']) })
  return why === null ? [] : [why]
}

/** Of a time that is asked for and of one that is booked. */
export function whyNotSpan({ start, end }: Span): Refusal | null {
  const far = Object.entries({ start, end }).find(([, moment]) => !isReachable(moment))
  if (far !== undefined) return refusal('booking.too_far', refusals.tooFar, { field: far[0], values: { from: String(firstYear), until: String(lastYear) } })
  const lengthMs = Date.parse(end) - Date.parse(start)
  if (lengthMs === 0) return refusal('booking.no_length', refusals.noLength, { field: 'end' })
  if (lengthMs < 0) return refusal('booking.end_before_start', refusals.endBeforeStart, { field: 'end' })
  return lengthMs > mostYears * 366 * 86_400_000 ? refusal('booking.lasts_too_long', refusals.lastsTooLong, { field: 'end', values: { years: mostYears } }) : null
}

export interface Span {
  start: string
  end: string
}

/** Times in which fewer than `units` of `quantity` are left, joined where they meet; the earliest first. */
export function fullTimes(taken: readonly (Span & { units: number })[], { quantity, units }: { quantity: number; units: number }): Span[] {
  const steps = taken.flatMap(({ start, end, units: some }) => [{ at: Date.parse(start), some }, { at: Date.parse(end), some: -some }]).sort((a, b) => a.at - b.at || a.some - b.some)
  const full: { start: number; end: number }[] = []
  let [count, since] = [0, null as number | null]
  for (const { at, some } of steps) {
    count += some
    const isFull = quantity - count < units
    if (isFull && since === null) since = full.at(-1)?.end === at ? full.pop()!.start : at
    else if (!isFull && since !== null) {
      if (at > since) full.push({ start: since, end: at })
      since = null
    }
  }
  return full.map(({ start, end }) => ({ start: new Date(start).toISOString(), end: new Date(end).toISOString() }))
}

/** The first time of this length, from a moment on, that meets none of these. They come in the order of their beginnings. */
export function firstGap(full: readonly Span[], { from, lengthMs }: { from: number; lengthMs: number }): number {
  let begin = from
  for (const { start, end } of full.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start))) {
    if (Date.parse(start) >= begin + lengthMs) return begin
    begin = Math.max(begin, Date.parse(end))
  }
  return begin
}
