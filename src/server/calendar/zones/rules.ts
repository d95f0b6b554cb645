/**
 * Time zones as iCalendar writes them (RFC 5545, 3.6.5): VTIMEZONE with the rule by which the clocks are changed. What the zones are is
 * taken from the tables of ICU that Node has; the yearly rule is read from them.
 */
import { localText } from '../../../expression/calendar.ts'

/** One way in which the clocks are set: from a moment on, every year or that once. */
export interface Observance {
  kind: 'STANDARD' | 'DAYLIGHT'
  /** Wall clock before the change, 'YYYYMMDDTHHMMSS'. */
  begins: string
  /** 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'; null: only then. */
  rule: string | null
  offsetBefore: string
  offset: string
}

interface Change {
  year: number
  before: number
  after: number
  wall: Date
}

const [firstYear, lastYear] = [2000, 2037]
const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Minutes that its clocks are ahead of UTC. */
export function offsetAt(zone: string, ms: number): number {
  const minute = Math.floor(ms / minuteMs) * minuteMs
  return (Date.parse(`${localText(new Date(minute).toISOString(), zone).replace(' ', 'T')}:00Z`) - minute) / minuteMs
}

const known = new Map<string, readonly Observance[]>()

export function observancesOf(zone: string): readonly Observance[] {
  const cached = known.get(zone)
  if (cached !== undefined) return cached
  const made = observances(zone)
  known.set(zone, made)
  return made
}

function observances(zone: string): Observance[] {
  const changes = changesOf(zone)
  const first = offsetAt(zone, Date.UTC(firstYear - 1, 6, 1))
  const usual = observance({ year: 1970, before: first, after: first, wall: new Date(0) }, null)
  if (changes.length === 0) return [usual]
  const years = yearsByRule(changes)
  const ruled = changes.filter(({ year }) => year >= years.from)
  const rules = new Map(ruled.filter(({ year }) => year === years.from).map((change) => [keyOf(change), change]))
  const single = changes.filter(({ year }) => year < years.from).map((change) => observance(change, null))
  const yearly = [...rules.values()].map((change) => observance(change, years.ruleOf(change)))
  return single.length === 0 && yearly.length > 0 ? yearly : [usual, ...single, ...yearly]
}

/** When the clocks were set, and will be as far as anybody knows; found between the first days of months. */
function changesOf(zone: string): Change[] {
  const changes: Change[] = []
  for (let month = 0; month < (lastYear - firstYear + 1) * 12; month++) {
    const [start, end] = [Date.UTC(firstYear, month, 1), Date.UTC(firstYear, month + 1, 1)]
    for (const [from, until] of halves(zone, start, end)) changes.push(changeBetween(zone, from, until))
  }
  return changes
}

/** Ramadan takes an hour back and gives it again within a month, so each half is looked at. */
function halves(zone: string, start: number, end: number): [number, number][] {
  const middle = start + Math.floor((end - start) / 2 / hourMs) * hourMs
  return ([[start, middle], [middle, end]] as [number, number][]).filter(([from, until]) => offsetAt(zone, from) !== offsetAt(zone, until))
}

function changeBetween(zone: string, from: number, until: number): Change {
  const before = offsetAt(zone, from)
  let [low, high] = [from, until]
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs
    if (offsetAt(zone, middle) === before) low = middle
    else high = middle
  }
  const wall = new Date(high + before * minuteMs)
  return { year: wall.getUTCFullYear(), before, after: offsetAt(zone, high), wall }
}

const keyOf = ({ before, after, wall }: Change): string => [wall.getUTCMonth(), wall.getUTCDay(), wall.getUTCHours(), wall.getUTCMinutes(), before, after].join(' ')
const isLastWeek = ({ wall }: Change): boolean => wall.getUTCDate() > daysIn(wall) - 7
const daysIn = (wall: Date): number => new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate()
const weekOf = ({ wall }: Change): number => Math.ceil(wall.getUTCDate() / 7)

/** The years, up to the last known, in which the clocks are set in the same months, on the same weekdays, in the same weeks. */
function yearsByRule(changes: readonly Change[]): { from: number; ruleOf(change: Change): string } {
  const inYear = (year: number) => changes.filter((change) => change.year === year).toSorted((a, b) => a.wall.getTime() - b.wall.getTime())
  const last = inYear(lastYear)
  const place = (key: string, from: number): number | null => {
    const like = changes.filter((change) => change.year >= from && keyOf(change) === key)
    if (like.every(isLastWeek)) return -1
    return like.every((change) => weekOf(change) === weekOf(like[0]!)) ? weekOf(like[0]!) : null
  }
  let from = lastYear + 1
  for (let year = lastYear; year >= firstYear && last.length > 0; year--) {
    const same = inYear(year).map(keyOf).join() === last.map(keyOf).join() && last.every((change) => place(keyOf(change), year) !== null)
    if (!same) break
    from = year
  }
  return { from, ruleOf: (change) => `FREQ=YEARLY;BYMONTH=${change.wall.getUTCMonth() + 1};BYDAY=${place(keyOf(change), from)}${['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][change.wall.getUTCDay()]}` }
}

const observance = ({ before, after, wall }: Change, rule: string | null): Observance => ({
  kind: after > before ? 'DAYLIGHT' : 'STANDARD', begins: wall.toISOString().slice(0, 19).replaceAll(/[-:]/g, ''), rule, offsetBefore: offsetText(before), offset: offsetText(after),
})

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`
}
