import type { DeriveFacts, Values } from '../../contract/definition.ts'
import { firstYear, isReachable, lastYear } from '../../contract/moments.ts'
import { refusal, type Refusal } from '../../contract/refusal.ts'
import { isTimeZone, localTime, momentOf as instantAt } from '../../fields/clock.ts'
import { idOfLink } from '../../fields/link/ids.ts'
import { lastOccurrence, nextAfter, whyNotRecurrence, type Series } from './recurrence/rules.ts'
import { faults } from './recurrence/texts.ts'
import { refusals } from './texts.ts'

const momentOf = (value: unknown): number | null => (typeof value === 'string' ? Date.parse(value) : null)

/** Types that one arranges and does not hand over: nobody's work is delegated by them. */
const arranged: readonly unknown[] = ['meeting', 'event']
const closed: readonly unknown[] = ['done', 'cancelled']
const usualLengthMs = 3_600_000
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** When it stands on the time line, when it was finished, who delegated it to whom: all follows from what people enter. */
export function followingValues(given: Values, facts: DeriveFacts): Values {
  const { now, timeZone, before } = facts
  const zone = isText(given.recurrence) && !isText(given.timeZone) ? timeZone : given.timeZone
  const values: Values = { ...given, timeZone: zone }
  const { start, due, state } = values
  const isClosed = closed.includes(state)
  const isNewlyClosed = before !== null && !closed.includes(before['state'])
  const doneAt = isClosed ? (isNewlyClosed ? now : (values.doneAt ?? now)) : null
  const end = isText(start) && (values.end ?? null) === null ? new Date(Date.parse(start) + usualLengthMs).toISOString() : (values.end ?? null)
  return {
    timeZone: zone, moment: start ?? due ?? doneAt ?? values.moment ?? now, doneAt, end,
    ...recurring({ ...values, end }, { before, isClosed }), ...inCalendars(values, before), ...delegation(values, facts),
  }
}

/** The series that these values begin: an event by its start; a task by its due time, or by the one it had before somebody moved it. Null: it does not recur. */
export function seriesOf(values: Values): Series | null {
  const { recurrence, start, due, instance, timeZone } = values
  const first = start ?? instance ?? due
  return isText(recurrence) && isText(first) && isReachable(first) && isText(timeZone) && isTimeZone(timeZone) ? { recurrence, start: first, zone: timeZone } : null
}

function recurring(values: Values, { before, isClosed }: { before: Values | null; isClosed: boolean }): Values {
  const series = seriesOf(values)
  if (series === null) return { recursUntil: null, nextOn: null }
  const last = lastOccurrence(series)
  const lengthMs = isText(values.start) && isText(values.end) ? Date.parse(values.end) - Date.parse(values.start) : 0
  const isTask = !isText(values.start)
  const recursUntil = last === null ? null : new Date(Date.parse(last) + lengthMs).toISOString()
  const waits = isTask && !isClosed && values.repeatAfterDone !== true
  // Once the next one is made, this one has none to wait for, unless its own recurrence is changed.
  if (before !== null && waits && isSameRecurrence(values, before)) return { recursUntil }
  const next = waits ? nextAfter(series, series.start) : null
  return { recursUntil, nextOn: next === null ? null : dayOf(next, series.zone) }
}

const recurringFields = ['recurrence', 'start', 'due', 'timeZone', 'series', 'repeatAfterDone'] as const
const isSameRecurrence = (values: Values, before: Values): boolean => recurringFields.every((field) => (before[field] ?? null) === (values[field] ?? null))

/** Midnight of the day in its zone: from then on the task of that day is work to be done. */
const dayOf = (moment: string, zone: string): string | null => instantAt(localTime(moment, zone).slice(0, 10), '00:00', zone)

const calendarFields = ['start', 'end', 'allDay', 'timeZone', 'place', 'recurrence', 'state'] as const

/** What other calendars know an entry by, and how often it has been changed for them. An exception goes by its series' identifier. */
function inCalendars(values: Values, before: Values | null): Values {
  if (!isText(values.start)) return {}
  const uid = values.uid ?? (idOfLink(values.series) === null ? crypto.randomUUID() : null)
  if (before === null) return { uid, sequence: values.sequence ?? '0' }
  const isMoved = calendarFields.some((field) => (before[field] ?? null) !== (values[field] ?? null))
  return { uid, sequence: isMoved ? String(Number(before['sequence'] ?? 0) + 1) : (values.sequence ?? '0') }
}

/** Whoever gives work to somebody else is its delegator until he takes it back; each new owner is asked anew. What the program hands over keeps its delegator. */
function delegation(values: Values, { who, before, byProgram }: DeriveFacts): Values {
  const [owner, ownerBefore] = [idOfLink(values.owner), before === null ? who : idOfLink(before['owner'])]
  const isHandedOver = byProgram !== true && owner !== ownerBefore && who !== null && owner !== who && owner !== null
  const by = arranged.includes(values.type) ? null : isHandedOver ? (idOfLink(values.delegatedBy) ?? who) : idOfLink(values.delegatedBy)
  // Refused work is its delegator's again, with the reason, until he gives it to somebody else.
  const stays = values.delegation === 'refused' && (byProgram === true || owner === ownerBefore)
  if (by === null || by === owner) return stays ? { delegatedBy: null } : { delegatedBy: null, delegation: null, delegationNote: null }
  if (isHandedOver || (values.delegation ?? null) === null) return { delegatedBy: by, delegation: 'asked', delegationNote: null }
  return { delegatedBy: by }
}

export function whyNotActivity(values: Values, before: Values | null): Refusal[] {
  const [start, end] = [momentOf(values.start), momentOf(values.end)]
  const zone = values.timeZone
  const far = whyTooFar(values)
  return [
    ...(far.length > 0 ? far : whyNotRecurring(values, before)),
    ...(start !== null && end !== null && end < start ? [refusal('activity.end_before_start', refusals.endBeforeStart, { field: 'end' })] : []),
    ...(typeof zone === 'string' && !isTimeZone(zone) ? [refusal('activity.unknown_zone', refusals.unknownZone, { field: 'timeZone', values: { zone } })] : []),
  ]
}

/** A calendar counts from these. A due time alone may be the end of time, as other systems write it. */
function whyTooFar(values: Values): Refusal[] {
  const counted = ['start', 'end', 'instance', ...(isText(values.recurrence) ? ['due'] : [])]
  return counted.filter((field) => isText(values[field]) && !isReachable(String(values[field]))).map((field) => refusal('activity.too_far', refusals.tooFar, { field, values: { from: String(firstYear), until: String(lastYear) } }))
}

function whyNotRecurring(values: Values, before: Values | null): Refusal[] {
  if (!isText(values.recurrence) || (before !== null && isSameRecurrence(values, before))) return []
  if (!isText(values.start) && !isText(values.due)) return [refusal('recurrence.needs_moment', faults.needsMoment, { field: 'recurrence' })]
  if (isText(values.start) && idOfLink(values.series) !== null) return [refusal('recurrence.instance_recurs', faults.instanceRecurs, { field: 'recurrence' })]
  const series = seriesOf(values)
  const why = series === null ? null : whyNotRecurrence(series)
  return why === null ? [] : [why]
}

export function whyNotSubstitution(values: Values): Refusal[] {
  const { from, until, owner, substitute } = values
  return [
    ...(typeof from === 'string' && typeof until === 'string' && until < from ? [refusal('substitution.reversed', refusals.periodReversed, { field: 'until' })] : []),
    ...(idOfLink(owner) !== null && idOfLink(owner) === idOfLink(substitute) ? [refusal('substitution.own', refusals.ownSubstitute, { field: 'substitute' })] : []),
  ]
}
