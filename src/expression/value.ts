/** What the evaluator calculates with. Empty is null: an empty text and an empty list are empty too. */
import { Decimal } from 'decimal.js'
import type { ExprType, ExprValue } from './types.ts'

/**
 * Exact as PostgreSQL's numeric: sums, differences and products are never rounded (the checker keeps them under `precision` digits),
 * quotients always at 20 places. Half goes away from zero, as numeric's does.
 */
export const Exact = Decimal.clone({ precision: 3000, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 })
export type Exact = Decimal

export interface MoneyValue {
  amount: Exact
  currency: string
}

/** text, choice, date, time, dateTime and record (its id) are strings. */
export type Value = string | boolean | Exact | MoneyValue | null | readonly Value[]

export const isExact = (value: Value): value is Exact => Decimal.isDecimal(value)
export const isMoney = (value: Value): value is MoneyValue => typeof value === 'object' && value !== null && 'currency' in value
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

/** From JSON as fields and facts give it to what is calculated with. */
export function valueOf(given: ExprValue | undefined, type: ExprType): Value {
  if (given === null || given === undefined || given === '') return null
  if (Array.isArray(given)) return listOf(given, type)
  switch (type.kind) {
    case 'number':
      return new Exact(given as string | number)
    case 'money': {
      const { amount, currency } = given as { amount: string; currency: string }
      return { amount: new Exact(amount), currency }
    }
    case 'record':
      return (typeof given === 'object' ? (given as { id: string }).id : String(given)).toLowerCase()
    default:
      return given as string | boolean
  }
}

function listOf(given: readonly ExprValue[], type: ExprType): Value {
  const of = type.kind === 'list' ? type.of : type
  const items = given.map((item) => valueOf(item, of)).filter((item) => item !== null)
  return items.length === 0 ? null : items
}

/** Back to JSON: numbers and amounts as canonical decimal text. */
export function jsonOf(value: Value): ExprValue {
  if (isExact(value)) return numberText(value)
  if (isMoney(value)) return { amount: numberText(value.amount), currency: value.currency }
  if (isList(value)) return value.map(jsonOf)
  return value
}

/** '12.5', never '12.50', '1.25e1' or '-0'. */
export function numberText(number: Exact): string {
  return number.isZero() ? '0' : number.toFixed()
}

/** By code point, as the database's collation "C" orders UTF-8; JavaScript's own < goes by UTF-16 units. */
export function orderOfTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const [one, other] = [a.charCodeAt(index), b.charCodeAt(index)]
    if (one !== other) return (one >= 0xd800 && one <= 0xdfff ? one + 0x10000 : one) - (other >= 0xd800 && other <= 0xdfff ? other + 0x10000 : other)
  }
  return a.length - b.length
}

/** Of two values of one type, neither of them empty, a list or money: below, at or above zero. */
export function order(a: Value, b: Value): number {
  if (isExact(a)) return a.comparedTo(b as Exact)
  return orderOfTexts(a as string, b as string)
}

/** Known and equal: two empty values are not. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === null || b === null) return false
  if (isExact(a)) return isExact(b) && a.equals(b)
  if (isMoney(a)) return isMoney(b) && a.currency === b.currency && a.amount.equals(b.amount)
  return a === b
}
