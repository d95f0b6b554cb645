import type { DeriveFacts, Values } from '../../../contract/definition.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { localDate } from '../../../expression/calendar.ts'
import { addDays, addMonths } from '../../../fields/days.ts'
import { refusals } from '../texts.ts'

/**
 * A term ends with the day before the same day of a later month: of 31 January plus a month, 28 February; of 28 February, 31 March. So terms
 * that follow one another keep the day on which they began.
 */
const shifted = (lastDay: string, months: number): string | null => {
  const after = addDays(lastDay, 1)
  const moved = after === null ? null : addMonths(after, months)
  return moved === null ? null : addDays(moved, -1)
}

export const renewedUntil = shifted
export const noticeDay = (until: string, months: number): string | null => shifted(until, -months)

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const whole = (value: unknown): number | null => ((value ?? null) === null ? null : Number(value))

/** The last day for a notice; of a contract without an end, a notice gives it one. */
export function derivedTerm(values: Values, { before, now, timeZone }: DeriveFacts): Values {
  const months = whole(values['noticeMonths'])
  const isNoticed = values['state'] === 'notice'
  const wasNoticed = before?.['state'] === 'notice'
  const isWithdrawn = wasNoticed && values['state'] === 'active'
  const givenOn = isWithdrawn ? null : isNoticed ? (text(values['noticeGivenOn']) ?? localDate(now, timeZone)) : text(values['noticeGivenOn'])
  const until = text(values['until']) ?? (isNoticed && !wasNoticed && months !== null ? addMonths(givenOn!, months) : null)
  return { until, noticeGivenOn: givenOn, noticeBy: until === null || months === null ? null : noticeDay(until, months) }
}

export function whyNotTerm(values: Values): Refusal[] {
  const [from, until, given] = [text(values['from']), text(values['until']), text(values['noticeGivenOn'])]
  const faults: Refusal[] = []
  if (from !== null && until !== null && until < from) faults.push(refusal('contract.until_before_from', refusals.untilBeforeFrom, { field: 'until' }))
  if (from !== null && given !== null && given < from) faults.push(refusal('contract.notice_too_early', refusals.noticeTooEarly, { field: 'noticeGivenOn' }))
  return faults
}

export interface Term {
  state: string
  until: string
  noticeBy: string | null
  noticeGivenOn: string | null
  renewal: string
  renewalMonths: number | null
}

/** A notice in time stops the renewal; one that came after its last day stops the next. */
export const isRenewing = ({ state, noticeBy, noticeGivenOn, renewal, renewalMonths }: Term): boolean =>
  renewal === 'automatic' && renewalMonths !== null && (state === 'active' || (state === 'notice' && noticeBy !== null && noticeGivenOn !== null && noticeGivenOn > noticeBy))

/** What the days that have passed make of it: how often it has gone on, until when, or that it has ended. null: nothing. */
export function afterDays(term: Term & { noticeMonths: number | null }, today: string): { until: string; times: number; isEnded: boolean } | null {
  let [until, noticeBy, times] = [term.until, term.noticeBy, 0]
  while (until < today && isRenewing({ ...term, noticeBy })) {
    const next = renewedUntil(until, term.renewalMonths!)
    if (next === null || next <= until) break
    until = next
    noticeBy = term.noticeMonths === null ? null : noticeDay(until, term.noticeMonths)
    times++
  }
  const isEnded = until < today
  return times === 0 && !isEnded ? null : { until, times, isEnded }
}
