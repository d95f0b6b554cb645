/** What a bank says of a day, turned into what is kept: how much of the firm's own currency one unit of another is worth. */
import { dateOfDay, dayNumber } from '../../../expression/calendar.ts'
import { Exact } from '../../../expression/value.ts'
import { workdaysBetween } from '../../../expression/workdays.ts'
import { maxDecimals, plain } from '../../../fields/decimals.ts'

export interface DayQuotes {
  on: string
  /** The currency in which the bank quotes. */
  quoted: string
  /** Of one unit in `quoted`; with `perEuro` the other way round, how much of it one euro costs. */
  worth: ReadonlyMap<string, string>
  perEuro?: true
}

export interface DayRate {
  currency: string
  on: string
  rate: string
}

/** A bank answered something else than it documents: a maintenance page, half a file. */
export class Unreadable extends Error {}
export const unreadable = (text: string): Unreadable => new Unreadable(text.replaceAll(/\s+/g, ' ').trim().slice(0, 200))

const Cross = Exact.clone({ precision: 40 })

/** Over the bank's own currency where the firm's is another. Currencies the bank does not quote that day have no rate of it. */
export function ratesOfDay({ on, worth, perEuro }: DayQuotes, { base, currencies }: { base: string; currencies: readonly string[] }): DayRate[] {
  const own = worth.get(base)
  if (own === undefined) return []
  return currencies.flatMap((currency) => {
    const quote = currency === base ? undefined : worth.get(currency)
    if (quote === undefined) return []
    const [above, below] = perEuro ? [own, quote] : [quote, own]
    const rate = plain(new Cross(above).div(below).toFixed(maxDecimals, Cross.ROUND_HALF_UP))
    return Number(rate) > 0 ? [{ currency, on, rate }] : []
  })
}

/** The first time so far back, so that what was sold this quarter has its rate. */
const firstSpanDays = 90
const longestGapDays = 3 * 366

/** From the day after the last one that was fetched; null: today's are there already. */
export function missingSpan(last: string | null, today: string): { from: string; until: string } | null {
  const end = dayNumber(today)
  const from = last === null ? end - firstSpanDays + 1 : Math.max(dayNumber(last) + 1, end - longestGapDays)
  return from > end ? null : { from: dateOfDay(from)!, until: today }
}

/** Is there a working day among them? Banks publish on no other; the ECB on Polish holidays too, which the next day then brings. */
export const hasWorkday = ({ from, until }: { from: string; until: string }): boolean => (workdaysBetween(until, dateOfDay(dayNumber(from) - 1)!) ?? 1) > 0

/** Rates older than so many working days are told of. */
export const oldAfterWorkdays = 3
export const isOld = (last: string, today: string): boolean => (workdaysBetween(today, last) ?? 0) > oldAfterWorkdays
