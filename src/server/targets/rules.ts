import type { Values } from '../../contract/definition.ts'
import { refusal, type Refusal } from '../../contract/refusal.ts'
import { spread } from '../../contract/selling/coins.ts'
import { dateOfDay, dayNumber } from '../../expression/calendar.ts'
import { Exact } from '../../expression/value.ts'
import { workdaysBetween } from '../../expression/workdays.ts'
import type { Dimension } from './contract.ts'
import { refusals } from './texts.ts'

export const dimensionNames: readonly Dimension[] = ['productGroup', 'region', 'market', 'customerGroup', 'territory']

type Placed = Readonly<Partial<Record<Dimension | 'owner' | 'team', unknown>>>

/** What makes a row one: a team's target is the team's, whoever answers for it. */
export const rowKey = (place: Placed): string =>
  [place.team ? `team ${String(place.team)}` : `person ${String(place.owner ?? '')}`, ...dimensionNames.map((name) => String(place[name] ?? ''))].join('|').toLowerCase()

/** `cell` says what a target is of: the database holds that there is one of each. */
export function nameOfTarget(values: Values): Values {
  const { plan, month } = values
  return { name: typeof month === 'string' ? month.slice(0, 7) : null, cell: `${String(plan)}|${String(month)}|${rowKey(values)}` }
}

export function whyNotTarget({ owner, team, month }: Values): Refusal[] {
  return [
    ...(owner || team ? [] : [refusal('target.whose', refusals.whose, { field: 'owner' })]),
    ...(typeof month === 'string' && !month.endsWith('-01') ? [refusal('target.not_first_day', refusals.notFirstDay, { field: 'month' })] : []),
  ]
}

/** Activities are of a customer and not of products or of a market. */
export function whyNotPlan({ measure, dimensions }: Values): Refusal[] {
  const wrong = measure === 'activities' && Array.isArray(dimensions) && dimensions.some((name) => name === 'productGroup' || name === 'market')
  return wrong ? [refusal('target_plan.dimension_of_sales', refusals.dimensionOfSales, { field: 'dimensions' })] : []
}

export const monthsOf = (year: number): string[] => Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}-01`)

export interface Span {
  from: string
  until: string
}

/** '2026', '2026-Q4', '2026-11'; both days included. null: there is no such month. */
export function spanOf(period: string): Span | null {
  const year = Number(period.slice(0, 4))
  const [first, count] = period.length === 4 ? [1, 12] : period.includes('Q') ? [Number(period.at(-1)) * 3 - 2, 3] : [Number(period.slice(5)), 1]
  if (first < 1 || first > 12) return null
  const from = `${year}-${String(first).padStart(2, '0')}-01`
  return { from, until: lastDayOf(`${year}-${String(first + count - 1).padStart(2, '0')}-01`) }
}

const lastDayOf = (month: string): string => {
  const [year, at] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return dateOfDay(dayNumber(at === 12 ? `${year + 1}-01-01` : `${year}-${String(at + 1).padStart(2, '0')}-01`) - 1)!
}

/** The quarter of today; of a plan of another year, all of it. */
export const usualPeriod = (year: number, today: string): string => (Number(today.slice(0, 4)) === year ? `${year}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}` : String(year))

const dayBefore = (day: string): string => dateOfDay(dayNumber(day) - 1)!
const workdays = ({ from, until }: Span): number => Math.max(0, workdaysBetween(until, dayBefore(from)) ?? 0)

/** Today's working day counts as done: whoever looks in the evening sees his day in it. */
export function workdaysIn(span: Span, today: string): { passed: number; all: number } {
  const all = workdays(span)
  return { all, passed: today < span.from ? 0 : today >= span.until ? all : workdays({ from: span.from, until: today }) }
}

const digits = 2
/** Amounts of twenty digits, with room to round. */
const Quotient = Exact.clone({ precision: 60 })

/** Of a month's target the part that its working days up to today make. */
export function dueByNow(month: string, target: Exact, today: string): Exact {
  const { passed, all } = workdaysIn({ from: month, until: lastDayOf(month) }, today)
  return all === 0 || passed === all ? (passed === all ? target : new Exact(0)) : new Quotient(target).times(passed).div(all).toDecimalPlaces(digits)
}

/** A total over months by weights, to the last grosz: the months add up to the total again. All weights nothing: evenly. */
export function spreadOver(total: string, weights: readonly string[]): string[] {
  const inPieces = new Exact(total).times(10 ** digits).toFixed(0)
  const scaled = weights.map((weight) => BigInt(Exact.max(0, weight).times(10 ** digits).toFixed(0)))
  const shares = spread(BigInt(inPieces), scaled.some((weight) => weight > 0n) ? scaled : weights.map(() => 1n))
  return shares.map((share) => new Exact(share.toString()).div(10 ** digits).toFixed())
}

/** Last year's figures, so many percent more. */
export const raised = (value: string, percent: string): string => new Quotient(value).times(new Exact(percent).plus(100)).div(100).toDecimalPlaces(digits, Exact.ROUND_HALF_UP).toFixed()

/** Of each node of a tree, those above it and itself, the nearest first. A circle ends where it closes. */
export function pathsUp(parentOf: ReadonlyMap<string, string | null>): (id: string) => string[] {
  return (id) => {
    const path: string[] = []
    for (let at: string | null | undefined = id; at && !path.includes(at); at = parentOf.get(at)) path.push(at)
    return path
  }
}
