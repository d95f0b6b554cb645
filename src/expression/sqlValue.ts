/** A value while it is being put into SQL. */
import type { Sql } from './sql.ts'
import type { ExprType } from './types.ts'

export interface SqlValue {
  type: ExprType
  /** Of money: the amount. */
  sql: Sql
  /** Of money only. Where the amount is null this one does not count. */
  currency?: Sql
  /** A column or a parameter: cheap and short enough to be written twice. */
  simple: boolean
  /** Never null. */
  definite: boolean
}
