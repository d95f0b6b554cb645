/** A value while it is being put into SQL. */
import { raw, sql, type Sql } from './sql.ts'
import type { ExprType } from './types.ts'
import { dateType, numberType, textType, yesNoType } from './unify.ts'
import { isExact, isList, isMoney, numberText, type Value } from './value.ts'

export interface SqlValue {
  type: ExprType
  /** Of money: the amount when `currency` is there, else one value of the database's type sedno_money. */
  sql: Sql
  currency?: Sql
  /** A column or a parameter: cheap and short enough to be written twice. */
  simple: boolean
  /** Never null. */
  definite: boolean
  /** Known now, the same for every row. */
  constant?: Value
}

export const computed = (type: ExprType, expression: Sql): SqlValue => ({ type, sql: expression, simple: false, definite: false })
export const numberSql = (expression: Sql): SqlValue => computed(numberType, expression)
export const dateSql = (expression: Sql): SqlValue => computed(dateType, expression)
/** An empty text is empty. */
export const textSql = (expression: Sql): SqlValue => computed(textType, sql`nullif(${expression}, '')`)
/** A condition: true or false, never null. */
export const truth = (expression: Sql): SqlValue => ({ type: yesNoType, sql: expression, simple: false, definite: true })

/** Money as one value, so that it can be mentioned once. */
export const whole = (money: SqlValue): Sql => (money.currency === undefined ? money.sql : sql`sedno_money_of(${money.sql}, ${money.currency})`)
/** The amount of money, or the number itself. */
export const amountOf = (value: SqlValue): Sql => (value.type.kind === 'money' && value.currency === undefined ? sql`(${value.sql}).amount` : value.sql)
/** One expression for the value of any type. */
export const single = (value: SqlValue): Sql => (value.type.kind === 'money' ? whole(value) : value.sql)

const typeNames: Readonly<Record<Exclude<ExprType['kind'], 'list'>, string>> = {
  text: 'text', choice: 'text', number: 'numeric', money: 'sedno_money', yesNo: 'boolean', date: 'date', time: 'time', dateTime: 'timestamptz', record: 'uuid', empty: 'text',
}

/** The SQL type's name. raw is safe: a constant of the table above. */
export const sqlType = (type: ExprType): Sql => raw(type.kind === 'list' ? `${typeNames[type.of.kind as 'text']}[]` : typeNames[type.kind])

const jsonValue = (value: Value): unknown => (isExact(value) ? numberText(value) : isList(value) ? value.map(jsonValue) : value)

/** A value known now becomes a parameter; lists of money are written out. */
export function parameter(value: Value, type: ExprType): SqlValue {
  const known = { type, simple: true, definite: value !== null, constant: value }
  if (value === null) return type.kind === 'money' ? { ...known, sql: raw('null::numeric'), currency: raw('null::text') } : { ...known, sql: sql`null::${sqlType(type)}` }
  if (value === true || value === false) return { ...known, sql: raw(value ? 'true' : 'false') }
  if (isMoney(value)) return { ...known, sql: sql`${numberText(value.amount)}::numeric`, currency: sql`${value.currency}::text` }
  return { ...known, sql: sql`${jsonValue(value)}::${sqlType(type)}` }
}
