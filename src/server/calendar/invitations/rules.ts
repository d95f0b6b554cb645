import type { Values } from '../../../contract/definition.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import type { Language } from '../../../contract/text.ts'
import { describeRecurrence } from '../../activities/index.ts'
import type { EventText } from '../icalendar/rules.ts'
import type { ShownAttendee } from './contract.ts'
import type { Meeting, Receiver } from './queries.ts'
import { letters, refusals } from './texts.ts'

/** More is no meeting but a mailing. */
export const mostAttendees = 500

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

export function whyNotAttendee({ user, person, mail }: Values): Refusal[] {
  return [user, person, mail].every(isEmpty) ? [refusal('invitation.nobody', refusals.nobody, { field: 'mail' })] : []
}

export function whyTooMany(count: number): Refusal | null {
  return count <= mostAttendees ? null : refusal('invitation.too_many', refusals.tooMany, { values: { limit: mostAttendees, count } })
}

export function countsOf(attendees: readonly Pick<ShownAttendee, 'answer'>[]): { yes: number; no: number; maybe: number; none: number } {
  const count = (answer: string) => attendees.filter((one) => one.answer === answer).length
  return { yes: count('yes'), no: count('no'), maybe: count('maybe'), none: count('none') }
}

/** What people outside were told: a change of any of it is told again. Notes and customers are the firm's own affair. */
export const contentOf = ({ start, end, allDay, zone, place, meetingUrl, recurrence }: Meeting): Record<string, unknown> => ({ start, end, allDay, zone, place, meetingUrl, recurrence })

const timing = ['start', 'end', 'allDay', 'zone', 'recurrence'] as const
const differs = (names: readonly string[], a: Record<string, unknown>, b: Record<string, unknown>): boolean => names.some((name) => (a[name] ?? null) !== (b[name] ?? null))
export const isOtherTime = (a: Record<string, unknown>, b: Record<string, unknown>): boolean => differs(timing, a, b)
export const isOtherContent = (a: Record<string, unknown>, b: Record<string, unknown>): boolean => differs([...timing, 'place', 'meetingUrl'], a, b)

/** The last moment of it; null when it never ends. */
export const endOfAll = ({ end, recurrence, recursUntil }: Pick<Meeting, 'end' | 'recurrence' | 'recursUntil'>): string | null => (recurrence === null ? end : recursUntil)

export function isOver(meeting: Pick<Meeting, 'end' | 'recurrence' | 'recursUntil'>, now: Date): boolean {
  const end = endOfAll(meeting)
  return end !== null && Date.parse(end) < now.getTime()
}

/** 'poniedziałek, 30 marca 2026, 09:00–10:00 (Europe/Warsaw)' */
export function whenText({ start, end, allDay, zone }: Pick<Meeting, 'start' | 'end' | 'allDay' | 'zone'>, language: Language): string {
  const [from, until] = [new Date(start!), new Date(allDay ? Date.parse(end) - 1 : end)]
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', ...(allDay ? {} : { timeStyle: 'short' as const }), timeZone: zone })
  const text = from.getTime() === until.getTime() ? format.format(from) : format.formatRange(from, until)
  return allDay ? text : `${text} (${zone})`
}

export function factsOf(meeting: Meeting, language: Language): { label: string; value: string }[] {
  const { place, meetingUrl, recurrence, organizer } = meeting
  return [
    { label: letters.when[language], value: whenText(meeting, language) },
    ...(recurrence === null ? [] : [{ label: letters.repeats[language], value: describeRecurrence(recurrence, language) }]),
    ...(place === null || place === '' ? [] : [{ label: letters.where[language], value: place }]),
    ...(meetingUrl === null || meetingUrl === '' ? [] : [{ label: letters.online[language], value: meetingUrl }]),
    { label: letters.organizer[language], value: organizer.name },
  ]
}

/** A list of hundreds of addresses is nobody's business. */
const mostNamed = 50

/** The meeting as an event for one receiver: with all who are asked, unless they are many. */
export function eventFor(meeting: Meeting, { sequence, receivers, to, isCancelled = false }: { sequence: number; receivers: readonly Receiver[]; to: Receiver; isCancelled?: boolean }): EventText {
  const { uid, start, end, allDay, zone, title, place, meetingUrl, recurrence, instance, without, changedAt, organizer } = meeting
  return {
    uid, sequence, stamp: changedAt, start: start!, end, allDay, zone, title, place, url: meetingUrl, recurrence, without: without ?? [], instance, isCancelled,
    organizer, attendees: receivers.length > mostNamed ? [to] : receivers,
  }
}

/** A person outside is written to in his language as far as it can be told from his address. */
export const languageOf = ({ language, mail }: Pick<Receiver, 'language' | 'mail'>, otherwise: Language): Language => language ?? (mail.toLowerCase().endsWith('.pl') ? 'pl' : otherwise)
