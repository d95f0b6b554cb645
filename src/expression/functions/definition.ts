/** One entry of the table of functions. Adding a function is adding an entry; nothing else knows its name. */
import type { Text } from '../../contract/text.ts'
import type { Binding, Circumstances, Facts } from '../language.ts'
import type { SqlValue } from '../sqlValue.ts'
import type { ExprType } from '../types.ts'
import type { Value } from '../value.ts'

export type Kind = ExprType['kind']

export interface Parameter {
  name: Text
  /** An empty value is always taken. */
  takes: readonly Kind[] | 'any'
  /** All arguments with the same letter must be of one type. */
  same?: 'A' | 'B'
  /** One of those with the same letter, where they are a list; else of their type. */
  member?: boolean
  optional?: boolean
  /** What is meant where the last argument is left out. */
  otherwise?: 'today'
  /** Parameters marked so may come again and again, as a group; those before come once, those after at most once. */
  repeated?: boolean
  /** A currency: one that is written out must be a known one. */
  currency?: boolean
  /** Must be written out as a whole number within these bounds, so that the database needs no guard. */
  whole?: { from: number; to: number }
}

/** Rates of currencies; what lies below a record in its tree. */
export type LookedUp = 'rates' | 'trees'

export interface FunctionDefinition {
  /** Upper case. */
  name: string
  help: Text
  example: string
  /** Said of two arguments, `left` and `right`; left out: as it is written. */
  reads?: Text
  parameters: readonly Parameter[]
  /** Or the type that the arguments with this letter agree on. */
  result: ExprType | 'A' | 'B'
  /** Is it asked when an argument is empty? Left out: the answer is then empty. (SQL's functions mostly do that by themselves.) */
  takesEmpty?: boolean
  /** Needs records that no expression mentions: only the database has the whole answer, at the moment it is asked. */
  looksUp?(types: readonly ExprType[]): LookedUp | null
  /** What it gives depends on the public holidays of the firm's country. */
  countsWorkdays?: true
  /** Digits that the answer may have beyond those of its longest argument. */
  moreDigits?: number
  /** Must be total: an answer or null for whatever it is given, the same as `toSql`'s. Optional arguments may be missing. */
  evaluate(args: readonly Value[], circumstances: Circumstances & Pick<Facts, 'rate'>, types: readonly ExprType[]): Value
  /**
   * Must not fail for any row, and must mention each argument once: an argument may be a long expression, and
   * mentioning it twice at every level doubles the statement at every level.
   */
  toSql(args: readonly SqlValue[], circumstances: Circumstances & Pick<Binding, 'below'>, result: ExprType): SqlValue
}
