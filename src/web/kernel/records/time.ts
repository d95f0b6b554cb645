import type { Manner } from '../../../fields/field.ts'
import { localeOf } from '../../../fields/locales.ts'

const day = (time: Date, timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(time)
const days = (from: string, to: string) => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** A moment as people say it: '9:12' today, 'wczoraj, 16:05', 'pn, 15:58', '3 lis', '3 lis 2024'. */
export function momentText(at: string, manner: Manner): string {
  const { language, timeZone, today } = manner
  const time = new Date(at)
  const ago = days(day(time, timeZone), today)
  const clock = new Intl.DateTimeFormat(localeOf[language], { timeZone, hour: 'numeric', minute: '2-digit' }).format(time)
  if (ago === 0) return clock
  if (Math.abs(ago) === 1) return `${new Intl.RelativeTimeFormat(localeOf[language], { numeric: 'auto' }).format(-ago, 'day')}, ${clock}`
  if (Math.abs(ago) > 1 && Math.abs(ago) < 7) return `${new Intl.DateTimeFormat(localeOf[language], { timeZone, weekday: 'short' }).format(time)}, ${clock}`
  const sameYear = day(time, timeZone).slice(0, 4) === today.slice(0, 4)
  return new Intl.DateTimeFormat(localeOf[language], { timeZone, day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(time)
}

/** In full, for titles and details. */
export function fullMoment(at: string, manner: Manner): string {
  return new Intl.DateTimeFormat(localeOf[manner.language], { timeZone: manner.timeZone, dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))
}

export type Period = 'planned' | 'today' | 'yesterday' | 'week' | 'month' | `${number}-${string}`

/** Under which heading of a time line a moment stands; months of the past by name. */
export function periodOf(at: string, planned: boolean, manner: Manner): Period {
  if (planned) return 'planned'
  const own = day(new Date(at), manner.timeZone)
  const ago = days(own, manner.today)
  if (ago <= 0) return 'today'
  if (ago === 1) return 'yesterday'
  if (ago < 7) return 'week'
  if (own.slice(0, 7) === manner.today.slice(0, 7)) return 'month'
  return own.slice(0, 7) as Period
}

export function monthName(period: string, manner: Manner): string {
  return new Intl.DateTimeFormat(localeOf[manner.language], { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(new Date(`${period}-15T00:00:00Z`))
}
