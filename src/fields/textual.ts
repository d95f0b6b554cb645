/** What field types have in common whose value is a text and means itself. */
import type { ExprType, ExprValue } from '../expression/types.ts'
import type { Cell } from './field.ts'

export const textual = {
  show: (value: string | null): string => value ?? '',
  cell: (value: string | null): Cell => (value === null ? null : { kind: 'text', value }),
  same: (a: string | null, b: string | null): boolean => a === b,
  exprType: (): ExprType => ({ kind: 'text' }),
  exprValue: (value: string | null): ExprValue => value,
}

/** Values that are compared part by part: the order of an object's keys does not matter, absent and undefined are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameValue(left[key], right[key]))
}

/** Lists in which the order has no meaning. */
export const sameSet = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  (a?.length ?? 0) === (b?.length ?? 0) && (a === null || b === null || new Set([...a, ...b]).size === a.length)
