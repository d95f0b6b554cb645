/** One entry of the table of functions. Adding a function is adding an entry; nothing else knows its name. */
import type { Text } from '../../contract/text.ts'
import type { Circumstances } from '../language.ts'
import type { SqlValue } from '../sqlValue.ts'
import type { ExprType } from '../types.ts'
import type { Value } from '../value.ts'

export type Kind = ExprType['kind']

export interface Parameter {
  name: Text
  /** Kinds it takes; 'any' takes all, 'same' what the other 'same' arguments of the call agree on. Empty is always taken. */
  takes: readonly Kind[] | 'any' | 'same'
  optional?: boolean
  /** The last parameters marked so may come again and again, as a group. */
  repeated?: boolean
  /** Must be written out as a whole number within these bounds, so that the database needs no guard. */
  whole?: { from: number; to: number }
}

export interface FunctionDefinition {
  /** Upper case. */
  name: string
  help: Text
  example: string
  parameters: readonly Parameter[]
  /** 'same': the type its 'same' parameters agree on. */
  result: ExprType | 'same' | ((args: readonly ExprType[]) => ExprType)
  /** Must be total: an answer or null for whatever it is given, the same as `toSql`'s. */
  evaluate(args: readonly Value[], circumstances: Circumstances): Value
  /** Must not fail for any row, and must mention each argument once (an argument may be a long expression), unless it is `simple`. */
  toSql(args: readonly SqlValue[], circumstances: Circumstances): SqlValue
}
