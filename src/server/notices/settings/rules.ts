/** By which ways a notice goes to a person, and when. */
import { Temporal } from 'temporal-polyfill'
import { noticePriorities, usualWays, type NoticeKind, type NoticePriority, type NoticeWay } from '../../../contract/notices.ts'
import type { Choices, OwnSettings } from './contract.ts'

export const firstSettings: OwnSettings = { choices: {}, quiet: null, digest: null, place: 'office', field: { from: 'high', ways: ['push', 'sms'] } }

export interface Told {
  kind: string
  priority: NoticePriority
  /** Chosen with the notice itself; null: as settings say. */
  ways: readonly NoticeWay[] | null
  /** Its moment was chosen with it. */
  isPunctual: boolean
}

export interface Wishes {
  kinds: readonly NoticeKind[]
  defaults: Choices
  own: OwnSettings
}

const rank = (priority: NoticePriority): number => noticePriorities.indexOf(priority)

/** A kind that no room names any more goes as is usual. */
export function waysOf({ kind, priority, ways }: Told, { kinds, defaults, own }: Wishes): readonly NoticeWay[] {
  if (ways !== null) return ways
  const chosen = own.choices[kind] ?? defaults[kind] ?? kinds.find(({ name }) => name === kind)?.ways ?? usualWays
  const inField = own.place === 'field' && rank(priority) >= rank(own.field.from) ? own.field.ways : []
  return [...new Set([...chosen[priority], ...inField])]
}

export interface Due {
  at: Date
  isDelayed: boolean
  isDigest: boolean
}

/** A moment that was chosen with the notice is kept; else a digest gathers mail, and quiet hours hold back all that makes a sound. */
export function dueOf(told: Told, way: NoticeWay, { own, now, timeZone }: { own: OwnSettings; now: Date; timeZone: string }): Due {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  if (told.isPunctual) return { at: now, isDelayed: false, isDigest: false }
  if (way === 'mail' && told.priority !== 'urgent' && own.digest?.kinds.includes(told.kind) === true) return { at: nextTime(local, own.digest.at), isDelayed: true, isDigest: true }
  const isQuiet = own.quiet !== null && isWithin(local, own.quiet) && !(told.priority === 'urgent' && own.quiet.urgentPasses)
  return isQuiet ? { at: nextTime(local, own.quiet!.until), isDelayed: true, isDigest: false } : { at: now, isDelayed: false, isDigest: false }
}

/** From 22:00 until 7:00 goes over midnight; from and until alike are no hours at all. */
function isWithin(local: Temporal.ZonedDateTime, { from, until }: { from: string; until: string }): boolean {
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return from <= until ? time >= from && time < until : time >= from || time < until
}

/** Today at this time, or tomorrow when that is over. Where clocks go forward over it, as soon as there is a time again. */
function nextTime(local: Temporal.ZonedDateTime, time: string): Date {
  const today = local.withPlainTime(time)
  const next = Temporal.ZonedDateTime.compare(today, local) > 0 ? today : local.add({ days: 1 }).withPlainTime(time)
  return new Date(next.epochMilliseconds)
}
