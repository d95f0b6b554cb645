/** Types of the expression language. Every field type says which of these its value is. */
export type ExprType =
  | { kind: 'text' }
  | { kind: 'number' }
  | { kind: 'money' }
  | { kind: 'yesNo' }
  | { kind: 'date' }
  | { kind: 'time' }
  | { kind: 'dateTime' }
  /** `parents`: of a classification, the class above each value that has one. */
  | { kind: 'choice'; values: readonly string[]; parents?: Readonly<Record<string, string>> }
  /** A link to one record; compares with ids, names (through .name) and `me`. */
  | { kind: 'record'; object: string }
  | { kind: 'list'; of: ExprType }
  | { kind: 'empty' }

/**
 * Values the evaluator works with, and what JavaScript and SQL must agree on:
 * text string · number Decimal-safe string or number · money {amount, currency} · yesNo boolean · date 'YYYY-MM-DD' ·
 * time 'HH:MM' · dateTime RFC 3339 UTC with milliseconds · choice string · record {id, name}|id · list array · empty null
 */
export type ExprValue = string | number | boolean | null | { amount: string; currency: string } | { id: string; name?: string } | readonly ExprValue[]
