/** Days that a view of the calendar shows, and how one goes on from there. Days are YYYY-MM-DD. */
import { momentOf } from '../../fields/clock.ts'
import type { ViewName } from './place.ts'

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`)
const asDay = (date: Date): string => date.toISOString().slice(0, 10)

export function addDays(day: string, count: number): string {
  const date = asDate(day)
  date.setUTCDate(date.getUTCDate() + count)
  return asDay(date)
}

/** Weeks begin on Monday: 0. */
export const weekdayOf = (day: string): number => (asDate(day).getUTCDay() + 6) % 7
const mondayOf = (day: string): string => addDays(day, -weekdayOf(day))

function addMonths(day: string, count: number): string {
  const date = asDate(`${day.slice(0, 7)}-01`)
  date.setUTCMonth(date.getUTCMonth() + count)
  return asDay(date)
}

/** First day shown, and the first one that is no more. */
export function spanOf(view: ViewName, day: string): { from: string; until: string } {
  if (view === 'day' || view === 'columns') return { from: day, until: addDays(day, 1) }
  const monday = mondayOf(day)
  if (view === 'workWeek') return { from: monday, until: addDays(monday, 5) }
  if (view === 'week') return { from: monday, until: addDays(monday, 7) }
  if (view === 'agenda') return { from: day, until: addDays(day, 14) }
  const first = mondayOf(`${day.slice(0, 7)}-01`)
  const next = addMonths(day, 1)
  return { from: first, until: addDays(mondayOf(addDays(next, -1)), 7) }
}

export function stepFrom(view: ViewName, day: string, direction: 1 | -1): string {
  if (view === 'day' || view === 'columns') return addDays(day, direction)
  if (view === 'month') return addMonths(day, direction)
  return addDays(day, direction * (view === 'agenda' ? 14 : 7))
}

export const momentsOf = ({ from, until }: { from: string; until: string }, timeZone: string): { from: string; until: string } => ({ from: momentOf(from, '00:00', timeZone)!, until: momentOf(until, '00:00', timeZone)! })
