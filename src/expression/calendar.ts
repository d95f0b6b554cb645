/** Days and moments as PostgreSQL counts them: proleptic Gregorian, years 1 to 9999; beyond them there is no answer (null). */

const dayMs = 86_400_000

export function isDate(text: string): boolean {
  const number = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayNumber(text) : NaN
  return dateOfDay(number) === text
}

/** '8:30' and '08:30' are told apart by whoever reads; seconds and a zone may follow. */
export function isTime(text: string): boolean {
  const parts = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(?:Z|[+-](\d{2}):(\d{2}))?$/.exec(text)
  if (parts === null) return false
  const [hour, minute, second = '0', zoneHour = '0', zoneMinute = '0'] = parts.slice(1) as [string, string, string?, string?, string?]
  return +hour < 24 && +minute < 60 && +second < 60 && +zoneHour < 15 && +zoneMinute < 60
}

/** Days since 1970-01-01. */
export function dayNumber(date: string): number {
  const moment = new Date(0)
  moment.setUTCFullYear(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10))
  return moment.getTime() / dayMs
}

const firstDay = dayNumber('0001-01-01')
const lastDay = dayNumber('9999-12-31')

export function dateOfDay(day: number): string | null {
  return day >= firstDay && day <= lastDay ? new Date(day * dayMs).toISOString().slice(0, 10) : null
}

/** Moments keep a day's distance from both ends, so that they have a date in every time zone. */
export function momentText(ms: number): string | null {
  return ms >= (firstDay + 1) * dayMs && ms < lastDay * dayMs ? new Date(ms).toISOString() : null
}

export const partsOf = (date: string): { year: number; month: number; day: number } => ({ year: +date.slice(0, 4), month: +date.slice(5, 7), day: +date.slice(8, 10) })

export function dateFrom(year: number, month: number, day: number): string | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day)
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDate(text) ? text : null
}

/** The same day of the month, or the month's last when it is shorter. */
export function addMonths(date: string, months: number): string | null {
  const { year, month, day } = partsOf(date)
  const total = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1]
  return dateFrom(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Whole months from the second to the first; negative when the first is earlier. */
export function monthsBetween(end: string, start: string): number {
  const [to, from] = [partsOf(end), partsOf(start)]
  const months = (to.year - from.year) * 12 + to.month - from.month
  if (months > 0 && to.day < from.day) return months - 1
  return months < 0 && to.day > from.day ? months + 1 : months
}

/** Monday is 1. */
export const weekday = (date: string): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

// ---- Time zones --------------------------------------------------------------------------------------------------

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (clock === undefined) {
    const numeric = 'numeric' as const
    clock = new Intl.DateTimeFormat('en-u-ca-iso8601', { timeZone, hourCycle: 'h23', era: 'short', year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric })
    clocks.set(timeZone, clock)
  }
  return clock
}

/** What a clock on the wall shows at a moment, as if it were UTC, in milliseconds. */
function wall(ms: number, timeZone: string): number {
  const shown: Record<string, string> = {}
  for (const part of clockOf(timeZone).formatToParts(ms)) shown[part.type] = part.value
  const year = shown.era?.startsWith('B') ? 1 - Number(shown.year) : Number(shown.year)
  const moment = new Date(0)
  moment.setUTCFullYear(year, Number(shown.month) - 1, Number(shown.day))
  moment.setUTCHours(Number(shown.hour), Number(shown.minute), Number(shown.second))
  return moment.getTime() + (((ms % 1000) + 1000) % 1000)
}

export const localDate = (moment: string, timeZone: string): string | null => dateOfDay(Math.floor(wall(Date.parse(moment), timeZone) / dayMs))
/** 'YYYY-MM-DD HH:MM' on the wall. */
export const localText = (moment: string, timeZone: string): string => new Date(wall(Date.parse(moment), timeZone)).toISOString().slice(0, -8).replace('T', ' ')
/** 'HH:MM' on the wall. */
export const localClock = (moment: string, timeZone: string): string => new Date(wall(Date.parse(moment), timeZone)).toISOString().slice(-13, -8)

/** The first moment whose wall clock shows at least this: inside an hour that is skipped, as much after the gap. */
function firstAt(wallMs: number, timeZone: string): number {
  const offsets = [wallMs - dayMs, wallMs + dayMs].map((near) => wall(near, timeZone) - near)
  const moments = offsets.map((offset) => wallMs - offset).sort((a, b) => a - b)
  return moments.find((moment) => wall(moment, timeZone) >= wallMs) ?? moments[1]!
}

/** The moment a day begins there; null outside the years that can be written. */
export const startOfDay = (date: string, timeZone: string): string | null => momentText(firstAt(dayNumber(date) * dayMs, timeZone))

/** '2026-01-31T08:30' in a zone, or with a zone of its own, as RFC 3339 UTC. */
export function momentOf(written: string, timeZone: string): string | null {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(written)) return momentText(Date.parse(written))
  return momentText(firstAt(Date.parse(`${written}Z`), timeZone))
}
