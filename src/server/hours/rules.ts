/** When somebody works: periods of a week's days, days that are free, and minutes counted within them. */
import type { Values } from '../../contract/definition.ts'
import { refusal, type Refusal } from '../../contract/refusal.ts'
import { dateOfDay, dayNumber, localDate, momentOf, startOfDay, weekday } from '../../expression/calendar.ts'
import { isTimeZone } from '../../fields/clock.ts'
import { refusals } from './texts.ts'

export const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Minutes since midnight on the wall: from, until. */
export type Period = readonly [number, number]
/** Monday first. */
export type Week = readonly (readonly Period[])[]

export interface Schedule {
  timeZone: string
  week: Week
  /** Days ('YYYY-MM-DD') that are free whatever the weekday, with what they are called. */
  free: ReadonlyMap<string, string>
  /** Days that are worked though they would be free. */
  worked: ReadonlySet<string>
}

/** A stretch of time in milliseconds; `until` is not in it. */
export interface Stretch {
  from: number
  until: number
}

const clock = /^(\d{1,2})(?:[:.](\d{2}))?$/

function minuteOf(text: string): number | null {
  const parts = clock.exec(text.trim())
  if (parts === null) return null
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? 0)]
  return hours * 60 + minutes <= 1_440 && minutes < 60 ? hours * 60 + minutes : null
}

/** '8:00–12:00, 13–17' as minutes; empty is no period; null when it cannot be read so. */
export function readPeriods(text: unknown): readonly Period[] | null {
  if (text === null || text === undefined || String(text).trim() === '') return []
  const periods = String(text).split(/[,;]/).map((part) => part.split(/[-–—]/).map(minuteOf))
  const isRight = periods.every(([from, until, more], at) => {
    const before = periods[at - 1]?.[1] ?? 0
    return more === undefined && from != null && until != null && from < until && from >= before
  })
  return isRight ? (periods as [number, number][]) : null
}

const clockOf = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
export const writePeriods = (periods: readonly Period[]): string => periods.map(([from, until]) => `${clockOf(from)}–${clockOf(until)}`).join(', ')

/** However it was typed, it is kept one way. */
export function evenlyWritten(values: Values): Values {
  const written = weekdayNames.map((day) => [day, readPeriods(values[day])] as const)
  const country = typeof values.country === 'string' ? { country: values.country.trim().toUpperCase() } : {}
  return { ...Object.fromEntries(written.flatMap(([day, periods]) => (periods === null || periods.length === 0 ? [] : [[day, writePeriods(periods)]]))), ...country }
}

export function whyNotHours(values: Values): Refusal[] {
  const { timeZone: zone, country } = values
  return [
    ...weekdayNames.flatMap((day) => (readPeriods(values[day]) === null ? [refusal('hours.bad_periods', refusals.badPeriods, { field: day })] : [])),
    ...(typeof zone === 'string' && !isTimeZone(zone) ? [refusal('hours.unknown_zone', refusals.unknownZone, { field: 'timeZone', values: { zone } })] : []),
    ...(typeof country === 'string' && !/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(country) ? [refusal('hours.unknown_country', refusals.unknownCountry, { field: 'country', values: { country } })] : []),
  ]
}

export function whyNotDayOff({ on, until }: Values): Refusal[] {
  return typeof on === 'string' && typeof until === 'string' && until < on ? [refusal('hours.reversed', refusals.reversed, { field: 'until' })] : []
}

export const weekOf = (values: Values): Week => weekdayNames.map((day) => readPeriods(values[day]) ?? [])
export const isEmptyWeek = (week: Week): boolean => week.every((periods) => periods.length === 0)

/** What is worked on a day: nothing on a free one; a day worked despite a weekend has the hours of the week's first working day. */
export function periodsOn({ week, free, worked }: Schedule, date: string): readonly Period[] {
  const usual = week[weekday(date) - 1]!
  if (worked.has(date)) return usual.length > 0 ? usual : (week.find((periods) => periods.length > 0) ?? [])
  return free.has(date) ? [] : usual
}

export const isFree = (schedule: Schedule, date: string): boolean => periodsOn(schedule, date).length === 0

/** Moments of wall clocks cost several looks at the zone's rules, and the same ones are asked for each of many people. */
const moments = new Map<string, number>()
const mostMoments = 50_000

function momentAt(date: string, minute: number, timeZone: string): number {
  const key = `${date} ${minute} ${timeZone}`
  const known = moments.get(key)
  if (known !== undefined) return known
  if (moments.size >= mostMoments) moments.clear()
  const text = minute === 1_440 ? startOfDay(dateOfDay(dayNumber(date) + 1)!, timeZone) : momentOf(`${date}T${clockOf(minute).padStart(5, '0')}`, timeZone)
  const moment = Date.parse(text!)
  moments.set(key, moment)
  return moment
}

/** The working stretches that touch the time asked for, cut to it, in order. */
export function* workingStretches(schedule: Schedule, { from, until }: Stretch): Generator<Stretch> {
  const { timeZone } = schedule
  let day = dayNumber(localDate(new Date(from).toISOString(), timeZone)!)
  for (;;) {
    const date = dateOfDay(day++)!
    if (momentAt(date, 0, timeZone) >= until) return
    for (const [first, last] of periodsOn(schedule, date)) {
      const stretch = { from: Math.max(from, momentAt(date, first, timeZone)), until: Math.min(until, momentAt(date, last, timeZone)) }
      if (stretch.from < stretch.until) yield stretch
    }
  }
}

const minuteMs = 60_000

/** Minutes of work in it; the part of a minute counts as such. */
export function workingMinutes(schedule: Schedule, stretch: Stretch): number {
  let ms = 0
  for (const { from, until } of workingStretches(schedule, stretch)) ms += until - from
  return ms / minuteMs
}

/** Nobody waits longer for the next working hour. */
const furthestMs = 400 * 24 * 60 * minuteMs

/** The moment when so many minutes of work have passed since `from`; null where nothing is worked for more than a year. */
export function afterWorkingMinutes(schedule: Schedule, from: number, minutes: number): number | null {
  let left = minutes * minuteMs
  if (left <= 0) return from
  const reach = furthestMs + left * 20
  for (const stretch of workingStretches(schedule, { from, until: from + reach })) {
    if (stretch.until - stretch.from >= left) return stretch.from + left
    left -= stretch.until - stretch.from
  }
  return null
}
