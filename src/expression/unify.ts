/** Which types go together. */
import type { CompareOperator } from './language.ts'
import type { ExprType } from './types.ts'

export const emptyType: ExprType = { kind: 'empty' }
export const textType: ExprType = { kind: 'text' }
export const numberType: ExprType = { kind: 'number' }
export const moneyType: ExprType = { kind: 'money' }
export const yesNoType: ExprType = { kind: 'yesNo' }
export const dateType: ExprType = { kind: 'date' }
export const timeType: ExprType = { kind: 'time' }
export const dateTimeType: ExprType = { kind: 'dateTime' }

/** The type of "either this or that"; null when there is none. */
export function unify(a: ExprType, b: ExprType): ExprType | null {
  if (a.kind === 'empty') return b
  if (b.kind === 'empty') return a
  if (a.kind === 'choice' && b.kind === 'choice') return { kind: 'choice', values: [...new Set([...a.values, ...b.values])] }
  if ((a.kind === 'choice' && b.kind === 'text') || (a.kind === 'text' && b.kind === 'choice')) return textType
  if (a.kind === 'record' && b.kind === 'record') return a.object === b.object ? a : null
  if (a.kind === 'list' && b.kind === 'list') {
    const of = unify(a.of, b.of)
    return of === null ? null : { kind: 'list', of }
  }
  return a.kind === b.kind ? a : null
}

/**
 * How two values are compared. exact: as strings (choices, records, and texts for equality). folded: texts in order.
 * amount: money against a number counts in the money's own currency. day: a moment against a date, by the person's calendar.
 */
export type Comparison = 'exact' | 'folded' | 'number' | 'money' | 'amount' | 'yesNo' | 'date' | 'time' | 'dateTime' | 'day'

const isOneOf = (type: ExprType, ...kinds: ExprType['kind'][]): boolean => kinds.includes(type.kind)

export function comparisonOf(operator: CompareOperator, left: ExprType, right: ExprType): Comparison | null {
  const ordered = operator === '<' || operator === '<=' || operator === '>' || operator === '>=' || operator === 'between'
  if (left.kind === 'text' && right.kind === 'text') return ordered ? 'folded' : 'exact'
  if (isOneOf(left, 'text', 'choice') && isOneOf(right, 'text', 'choice')) return ordered ? null : 'exact'
  if (left.kind === 'record' && right.kind === 'record') return ordered || left.object !== right.object ? null : 'exact'
  if (left.kind === 'yesNo' && right.kind === 'yesNo') return ordered ? null : 'yesNo'
  if (isOneOf(left, 'number', 'money') && isOneOf(right, 'number', 'money')) return left.kind !== right.kind ? 'amount' : left.kind === 'money' ? 'money' : 'number'
  if (isOneOf(left, 'date', 'dateTime') && isOneOf(right, 'date', 'dateTime')) return left.kind !== right.kind ? 'day' : left.kind === 'date' ? 'date' : 'dateTime'
  return left.kind === 'time' && right.kind === 'time' ? 'time' : null
}

/** What a link or a list of links leads to; null of everything else. */
export const linkedObject = (type: ExprType): string | null => (type.kind === 'list' ? linkedObject(type.of) : type.kind === 'record' ? type.object : null)
