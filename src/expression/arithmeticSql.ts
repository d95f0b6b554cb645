/** Calculation in SQL. Money that is two columns stays two; what is one value of sedno_money stays one. */
import { daySql } from './functions/days.ts'
import type { ArithmeticOperator, Circumstances, Typed } from './language.ts'
import { raw, sql, type Sql } from './sql.ts'
import { computed, numberSql, whole, type SqlValue } from './sqlValue.ts'
import { moneyType } from './unify.ts'

/** The twin of quotient() in evaluate.ts: at 20 places, half away from zero, whatever scales the two have; null for zero. */
export const quotientOf = (a: Sql, b: Sql): Sql => sql`round(div((${a}) * 1000000000000000000000, nullif(${b}, 0)) * 0.000000000000000000001, 20)`

export function minusSql(of: SqlValue): SqlValue {
  if (of.type.kind !== 'money') return numberSql(sql`(- ${of.sql})`)
  return of.currency === undefined ? computed(moneyType, sql`sedno_money_times(${of.sql}, -1)`) : amount(sql`(- ${of.sql})`, of)
}

export function arithmeticSql({ operator, type }: Extract<Typed, { kind: 'arithmetic' }>, left: SqlValue, right: SqlValue, circumstances: Circumstances): SqlValue {
  const kinds = [left.type.kind, right.type.kind]
  if (kinds.includes('money')) return kinds[0] === kinds[1] ? twoMoneys(operator, left, right) : moneyAndNumber(operator, left, right)
  if (kinds[0] === 'number' && kinds[1] === 'number') return numberSql(numbers(operator, left.sql, right.sql))
  if (kinds[1] === 'number') return computed(type, sql`sedno_add_days(${left.sql}, ${operator === '-' ? sql`(- ${right.sql})` : right.sql})`)
  if (kinds[0] === 'number') return computed(type, sql`sedno_add_days(${right.sql}, ${left.sql})`)
  if (kinds[0] === 'dateTime' && kinds[1] === 'dateTime') return numberSql(quotientOf(sql`extract(epoch from (${left.sql} - ${right.sql}))`, raw('86400')))
  return numberSql(sql`(${daySql(left, circumstances)} - ${daySql(right, circumstances)})::numeric`)
}

// raw is safe: one of four signs.
const numbers = (operator: ArithmeticOperator, a: Sql, b: Sql): Sql => (operator === '/' ? quotientOf(a, b) : sql`(${a} ${raw(operator)} ${b})`)

const amount = (expression: Sql, money: SqlValue): SqlValue => ({ type: moneyType, sql: expression, currency: money.currency!, simple: false, definite: false })

function twoMoneys(operator: ArithmeticOperator, left: SqlValue, right: SqlValue): SqlValue {
  if (operator === '/') return numberSql(sql`sedno_money_ratio(${whole(left)}, ${whole(right)})`)
  return computed(moneyType, sql`sedno_money_plus(${whole(left)}, ${whole(operator === '-' ? minusSql(right) : right)})`)
}

function moneyAndNumber(operator: ArithmeticOperator, left: SqlValue, right: SqlValue): SqlValue {
  const isFirst = left.type.kind === 'money'
  const [money, number] = isFirst ? [left, right] : [right, left]
  if (money.currency !== undefined) return amount(numbers(operator, left.sql, right.sql), money)
  switch (operator) {
    case '*':
      return computed(moneyType, sql`sedno_money_times(${money.sql}, ${number.sql})`)
    case '/':
      return computed(moneyType, sql`sedno_money_over(${money.sql}, ${number.sql})`)
    case '+':
      return computed(moneyType, sql`sedno_money_plus(${money.sql}, ${number.sql})`)
    case '-':
      return computed(moneyType, isFirst ? sql`sedno_money_plus(${money.sql}, - ${number.sql})` : sql`sedno_money_plus(sedno_money_times(${money.sql}, -1), ${number.sql})`)
  }
}
