import { inCoins, decimal, dividedHalfUp, spread, written } from '../../../contract/selling/coins.ts'
import { dayNumber } from '../../../expression/calendar.ts'
import { minorUnitsOf } from '../../../fields/decimals.ts'
import { addDays, addMonths } from '../../../fields/days.ts'

export type Span = 'month' | 'quarter' | 'year'

export interface Part {
  contract: string
  number: string | null
  title: string
  amount: string
  per: 'whole' | Span
  from: string
  /** Its last day; what has none of its own lasts as long as the contract. */
  until: string
  /** From its first day to its last it stands in place of all that was before it. */
  replaces: boolean
}

export interface Period {
  from: string
  until: string
  value: string
  parts: { contract: string; number: string | null; title: string; amount: string }[]
}

const monthsIn: Readonly<Record<Span, number>> = { month: 1, quarter: 3, year: 12 }

/**
 * What the parts are worth in each calendar period. What is agreed per month, quarter or year falls due in steps from the part's first day; a step is shared
 * among the months it touches by their days, to the smallest coin, and one that is cut short is worth its days.
 */
export function valueOverTime(parts: readonly Part[], { currency, per, from, until }: { currency: string; per: Span; from: string; until: string }): { periods: Period[]; total: string } {
  const digits = minorUnitsOf(currency)
  const worth = parts.map((part, at) => ({ part, months: byMonth(part, { digits, later: parts.slice(at + 1).filter(({ replaces }) => replaces), until }) }))
  const periods: Period[] = []
  let total = 0n
  for (let start = startOf(from, per); start <= until; start = addMonths(start, monthsIn[per])!) {
    const next = addMonths(start, monthsIn[per])!
    const shares = worth.map(({ part, months }) => ({ part, coins: [...months].reduce((sum, [month, coins]) => (month >= start && month < next ? sum + coins : sum), 0n) }))
    const sum = shares.reduce((all, { coins }) => all + coins, 0n)
    total += sum
    periods.push({
      from: start, until: addDays(next, -1)!, value: written(sum, digits),
      parts: shares.filter(({ coins }) => coins !== 0n).map(({ part: { contract, number, title }, coins }) => ({ contract, number, title, amount: written(coins, digits) })),
    })
  }
  return { periods, total: written(total, digits) }
}

export const startOf = (day: string, per: Span): string => {
  const month = Number(day.slice(5, 7))
  const first = month - ((month - 1) % monthsIn[per])
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
}

/** So that one sees some ten to forty periods. */
export const spanFor = (from: string, until: string): Span => {
  const months = (dayNumber(until) - dayNumber(from)) / 30.4
  return months > 48 ? 'year' : months > 24 ? 'quarter' : 'month'
}

function byMonth(part: Part, { digits, later, until }: { digits: number; later: readonly Part[]; until: string }): Map<string, bigint> {
  const months = new Map<string, bigint>()
  const amount = inCoins(decimal(part.amount), digits)
  for (const step of stepsOf(part, until)) {
    const days = standingDays(step, part, later)
    const standing = [...days.values()].reduce((sum, count) => sum + count, 0)
    const coins = dividedHalfUp(amount * BigInt(standing), BigInt(dayNumber(step.until) - dayNumber(step.from) + 1))
    const shares = spread(coins, [...days.values()].map(BigInt))
    ;[...days.keys()].forEach((month, at) => months.set(month, (months.get(month) ?? 0n) + shares[at]!))
  }
  return months
}

interface Step {
  from: string
  until: string
}

function stepsOf({ per, from, until }: Part, shownUntil: string): Step[] {
  if (per === 'whole') return [{ from, until }]
  const steps: Step[] = []
  const last = until < shownUntil ? until : shownUntil
  for (let n = 0; ; n++) {
    const start = addMonths(from, n * monthsIn[per])!
    if (start > last) return steps
    steps.push({ from: start, until: addDays(addMonths(from, (n + 1) * monthsIn[per])!, -1)! })
  }
}

/** Days of the step in each calendar month on which the part stands: not after its end, and not while another is in its place. */
function standingDays(step: Step, part: Part, later: readonly Part[]): Map<string, number> {
  const days = new Map<string, number>()
  const end = step.until < part.until ? step.until : part.until
  for (let start = step.from; start <= end; start = addMonths(startOf(start, 'month'), 1)!) {
    const monthEnd = addDays(addMonths(startOf(start, 'month'), 1)!, -1)!
    const stop = monthEnd < end ? monthEnd : end
    const count = standingBetween(start, stop, later)
    if (count > 0) days.set(startOf(start, 'month'), count)
  }
  return days
}

function standingBetween(from: string, until: string, later: readonly Part[]): number {
  const [first, last] = [dayNumber(from), dayNumber(until)]
  let count = 0
  for (let day = first; day <= last; day++) if (!later.some((other) => dayNumber(other.from) <= day && day <= dayNumber(other.until))) count++
  return count
}
