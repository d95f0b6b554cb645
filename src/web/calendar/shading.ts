/** When people work, as the calendar shows it: what lies outside is shaded, free days stand by their names. */
import { momentOf } from '../../fields/clock.ts'
import type { Answer } from '../../contract/route.ts'
import type { readPeople } from '../../server/hours/contract.ts'
import { addDays, weekdayOf } from './span.ts'

export type Hours = Answer<typeof readPeople>['people'][number]

/** `column`: whose column; null where there are none. */
export interface Shade {
  start: string
  end: string
  column: string | null
}
export interface FreeDay {
  day: string
  name: string
  columns: readonly string[]
}

const dayMinutes = 24 * 60

/** Minutes of one day in which nobody works. */
function outside({ week, free, worked }: Hours, day: string): [number, number][] {
  const usual = week[weekdayOf(day)]!
  const isWorked = worked.includes(day)
  const periods = isWorked && usual.length === 0 ? (week.find((one) => one.length > 0) ?? []) : !isWorked && free.some(({ date }) => date === day) ? [] : usual
  const edges = [0, ...periods.flat(), dayMinutes]
  return Array.from({ length: edges.length / 2 }, (_, index): [number, number] => [edges[index * 2]!, edges[index * 2 + 1]!]).filter(([from, until]) => from < until)
}

const clockOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const momentAt = (day: string, minute: number, zone: string): string => (minute === dayMinutes ? momentOf(addDays(day, 1), '00:00', zone)! : momentOf(day, clockOf(minute), zone)!)

function daysBetween(from: string, until: string): string[] {
  const days: string[] = []
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day)
  return days
}

/** The hours are those of the person's own zone, so a day more on either side is looked at. */
export const shadesOf = (hours: Hours, { from, until }: { from: string; until: string }, column: string | null): Shade[] =>
  daysBetween(addDays(from, -1), addDays(until, 1)).flatMap((day) => outside(hours, day).map(([first, last]) => ({ start: momentAt(day, first, hours.timeZone), end: momentAt(day, last, hours.timeZone), column })))

/** A holiday of several people stands once. */
export function freeDaysOf(people: readonly Hours[]): FreeDay[] {
  const each = people.flatMap(({ person, free, worked }) => free.filter(({ date }) => !worked.includes(date)).map(({ date, name }) => ({ date, name, person })))
  return [...Map.groupBy(each, ({ date, name }) => `${date} ${name}`).values()].map((same) => ({ day: same[0]!.date, name: same[0]!.name, columns: same.map(({ person }) => person) }))
}
