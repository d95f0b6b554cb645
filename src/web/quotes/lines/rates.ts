import { Decimal } from 'decimal.js'

/** A part of a whole in percent with one place; of nothing, none. */
export function shareOf(part: string, whole: string): string {
  const all = new Decimal(whole)
  return all.isZero() ? '0' : new Decimal(part).div(all).times(100).toDecimalPlaces(1, Decimal.ROUND_HALF_UP).toFixed()
}

export const sumOf = (a: string, b: string): string => new Decimal(a).plus(b).toFixed()
export const lessOf = (a: string, b: string): string => new Decimal(a).minus(b).toFixed()
