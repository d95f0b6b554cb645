import type { Manner } from '../../fields/field.ts'

const written = ({ language, timeZone }: Manner, how: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language === 'pl' ? 'pl-PL' : 'en-GB', { timeZone, ...how })
const clock = { hour: '2-digit', minute: '2-digit' } as const
const day = { weekday: 'short', day: 'numeric', month: 'short' } as const

export const dayText = (moment: string, manner: Manner): string => written(manner, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(moment))
export const clockText = (moment: string, manner: Manner): string => written(manner, clock).format(new Date(moment))

/** The hour; with the day when it is not today. */
export function whenText(moment: string, manner: Manner, now = new Date()): string {
  const isToday = written(manner, day).format(now) === written(manner, day).format(new Date(moment))
  return isToday ? clockText(moment, manner) : written(manner, { ...day, ...clock }).format(new Date(moment))
}

/** 9:00–10:30, with the days where it is not over the same day. */
export const spanText = ({ start, end }: { start: string; end: string }, manner: Manner): string => written(manner, { ...day, ...clock }).formatRange(new Date(start), new Date(end))
