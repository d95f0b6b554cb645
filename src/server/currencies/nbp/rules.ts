/** Table A of the National Bank of Poland (api.nbp.pl): what one unit of each currency costs in złoty, every working day about noon. */
import { acceptDecimal } from '../../../fields/decimals.ts'
import { dateOfDay, dayNumber } from '../../../expression/calendar.ts'
import { unreadable, type DayQuotes } from '../fetching/rules.ts'

/** The bank answers for at most this many days at a time. */
const longestSpanDays = 93

/** Addresses that together cover the days, both included. */
export function requests(base: string, { from, until }: { from: string; until: string }): string[] {
  const [first, last] = [dayNumber(from), dayNumber(until)]
  const starts = Array.from({ length: Math.ceil((last - first + 1) / longestSpanDays) }, (_, at) => first + at * longestSpanDays)
  return starts.map((start) => `${base}/exchangerates/tables/A/${dateOfDay(start)}/${dateOfDay(Math.min(last, start + longestSpanDays - 1))}/?format=json`)
}

/** No table in these days (a weekend, today before noon) is answered with 404 and is no fault. */
export const hasNone = (status: number): boolean => status === 404

/** Throws Unreadable when it is not what the bank documents. */
export function quotes(text: string): DayQuotes[] {
  const tables = parsed(text)
  if (!Array.isArray(tables)) throw unreadable(text)
  return tables.map((table: { effectiveDate?: unknown; rates?: unknown } | null) => {
    if (typeof table?.effectiveDate !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(table.effectiveDate) || !Array.isArray(table.rates)) throw unreadable(text)
    return { on: table.effectiveDate, quoted: 'PLN', worth: new Map([['PLN', '1'], ...table.rates.map((one) => quoteOf(one, text))]) }
  })
}

function quoteOf(one: { code?: unknown; mid?: unknown } | null, text: string): [string, string] {
  const mid = acceptDecimal(one?.mid, {})
  if (typeof one?.code !== 'string' || typeof mid !== 'string' || !(Number(mid) > 0)) throw unreadable(text)
  return [one.code, mid]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable(text)
  }
}
