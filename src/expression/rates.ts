/**
 * Amounts in another currency, at the rate of a day: the newest rate of that day or before it, over the base currency where neither side is it.
 * Rates are records, so only the database knows them all; JavaScript converts where its facts bring them along.
 */
import { quotient } from './evaluate.ts'
import { Exact, type MoneyValue } from './value.ts'

/** The object whose records are the rates: currency, on (the day), rate (how much of the base currency one unit is worth). */
export const ratesObject = 'currencyRate'

/** Of one unit in the base currency, of that itself 1; null where there is none that day. */
export type RateOn = (currency: string, on: string) => string | null

export function converted({ amount, currency }: MoneyValue, to: string, { on, rate }: { on: string; rate: RateOn | undefined }): MoneyValue | null {
  if (currency === to) return { amount, currency }
  const [from, into] = [rate?.(currency, on) ?? null, rate?.(to, on) ?? null]
  if (from === null || into === null) return null
  const exact = quotient(amount.times(new Exact(from)), new Exact(into))
  return exact === null ? null : { amount: exact, currency: to }
}
