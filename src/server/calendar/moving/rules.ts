/** How entries and whole series are moved: by the clock on the wall of their own zone. */
import { isRefusal, refusal, type Refusal } from '../../../contract/refusal.ts'
import { dateOfDay, dayNumber, localDate, localText, momentOf } from '../../../expression/calendar.ts'
import { readRecurrence, writeRecurrence, type Recurrence } from '../../activities/index.ts'
import { refusals } from './texts.ts'

const ms = (moment: string): number => Date.parse(moment)

/** How far the clock on the wall moved, in milliseconds as if it were UTC. */
const wallMs = (moment: string, zone: string): number => Date.parse(`${localText(moment, zone).replace(' ', 'T')}:00Z`) + (ms(moment) % 60_000)
const fromWallOrNone = (wall: number, zone: string): string | null => momentOf(new Date(wall).toISOString().slice(0, -1), zone)
const fromWall = (wall: number, zone: string): string => fromWallOrNone(wall, zone)!

/** From one place in the calendar to another: how a whole series moves with one of its occurrences. */
export interface Shift {
  zone: string
  startMs: number
  lengthMs: number
  days: number
}

export function shiftOf(from: { start: string }, to: { start: string; end: string }, zone: string): Shift {
  const startMs = wallMs(to.start, zone) - wallMs(from.start, zone)
  return { zone, startMs, lengthMs: wallMs(to.end, zone) - wallMs(to.start, zone), days: dayNumber(localDate(to.start, zone)!) - dayNumber(localDate(from.start, zone)!) }
}

/** The same way on the wall, whatever the clocks did between. */
export const shifted = (moment: string, { zone, startMs }: Shift): string => fromWall(wallMs(moment, zone) + startMs, zone)
export const endAfter = (start: string, { zone, lengthMs }: Shift): string => fromWall(wallMs(start, zone) + lengthMs, zone)

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/**
 * The rule after its days have moved: Mondays become Tuesdays, the 15th the 16th. Where the rule names days in a way that a shift by days
 * does not carry over (the last Friday, the week of the year), nobody can guess what was meant, and it is refused.
 */
export function shiftedRule(recurrence: string, days: number): string | Refusal {
  const rule = readRecurrence(recurrence)
  if (isRefusal(rule) || days === 0) return recurrence
  const isPlain = rule.positions.length === 0 && rule.yearDays.length === 0 && rule.weeks.length === 0 && rule.days.every(({ place }) => place === null)
  const monthDays = rule.monthDays.map((day) => (day > 0 ? day + days : Number.NaN))
  const staysInMonth = monthDays.every((day) => day >= 1 && day <= 28)
  const isWeekly = rule.frequency === 'WEEKLY' && rule.monthDays.length === 0
  if (rule.days.length > 0 && !isWeekly) return refusal('calendar.rule_names_days', refusals.ruleNamesDays)
  if (!isPlain || !staysInMonth || (rule.months.length > 0 && rule.monthDays.length === 0)) return refusal('calendar.rule_names_days', refusals.ruleNamesDays)
  const moved: Recurrence = { ...rule, monthDays, days: rule.days.map(({ day }) => ({ day: weekdays[(((weekdays.indexOf(day) + days) % 7) + 7) % 7]!, place: null })) }
  return writeRecurrence(moved)
}

/** UNTIL names the last start, so it moves along; a day with the days, a moment with the clock. Beyond the last year that can be written it has no end. */
export function shiftedEnd(recurrence: string, shift: Shift): string {
  const rule = readRecurrence(recurrence)
  if (isRefusal(rule) || rule.until === null) return recurrence
  const [, year, month, day, time] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})Z)?$/.exec(rule.until)!
  const moved = () => fromWallOrNone(wallMs(`${year}-${month}-${day}T${time!.slice(0, 2)}:${time!.slice(2, 4)}:${time!.slice(4)}Z`, shift.zone) + shift.startMs, shift.zone)
  const until = time === undefined ? dateOfDay(dayNumber(`${year}-${month}-${day}`) + shift.days) : moved()
  return writeRecurrence({ ...rule, until: until?.replaceAll(/[-:]|\.\d+/g, '') ?? null })
}

/** COUNT counts from the first one: what comes after a split has what is left of it. */
export function countLeft(recurrence: string, before: number): string {
  const rule = readRecurrence(recurrence)
  return isRefusal(rule) || rule.count === null ? recurrence : writeRecurrence({ ...rule, count: rule.count - before })
}

export function whyNotSpan({ start, end }: { start: string; end: string }): Refusal | null {
  return ms(end) < ms(start) ? refusal('calendar.end_before_start', refusals.endBeforeStart, { field: 'end' }) : null
}
