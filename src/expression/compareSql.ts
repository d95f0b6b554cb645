/**
 * Comparisons in SQL. A column against a value keeps the form an index serves (`a is not null and a = $1`); anything longer is
 * written once and made definite by `is true`. Either way the answer is true or false for every row.
 */
import { startOfDay, dateOfDay, dayNumber } from './calendar.ts'
import { fold } from './fold.ts'
import { daySql } from './functions/days.ts'
import { listCompareSql } from './listSql.ts'
import { lookSql } from './lookSql.ts'
import type { Binding, Typed } from './language.ts'
import { and, or, raw, sql, type Sql } from './sql.ts'
import { amountOf, parameter, truth, whole, type SqlValue } from './sqlValue.ts'
import { valueSql } from './toSql.ts'
import { textType, type Comparison } from './unify.ts'

export type CompareNode = Extract<Typed, { kind: 'compare' }>

export function compareSql(node: CompareNode, binding: Binding): SqlValue {
  const left = valueSql(node.left, binding)
  switch (node.operator) {
    case 'is empty':
      return truth(left.definite ? raw(String(node.negated)) : sql`(${left.sql} is ${raw(node.negated ? 'not null' : 'null')})`)
    case 'contains':
    case 'starts with':
    case 'ends with':
      return lookSql(node, left, valueSql(node.right[0]!, binding))
    case 'has':
    case 'has any':
    case 'has all':
    case 'in':
      return listCompareSql(node, left, binding)
    case 'between':
      return betweenSql(node, left, binding)
    default:
      return standsSql(node.operator, node, left, valueSql(node.right[0]!, binding), binding)
  }
}

/** Whatever the sides, true or false. `opposite` is what holds when both are known and it does not. */
export function definite(expression: Sql, sides: readonly SqlValue[], negated: boolean, opposite: Sql = sql`not (${expression})`): SqlValue {
  if (sides.some((side) => side.constant === null)) return truth(raw(String(negated)))
  if (!sides.every((side) => side.simple)) return truth(negated ? sql`((${expression}) is not true)` : sql`((${expression}) is true)`)
  const columns = sides.filter((side) => !side.definite).flatMap((side) => (side.currency === undefined ? [side.sql] : [side.sql, side.currency]))
  if (negated) return truth(or([...columns.map((column) => sql`${column} is null`), opposite]))
  return truth(and([...columns.map((column) => sql`${column} is not null`), expression]))
}

type OrderOperator = '=' | '<' | '<=' | '>' | '>='

function standsSql(operator: OrderOperator, { as, negated }: { as: Comparison | null; negated: boolean }, left: SqlValue, right: SqlValue, binding: Binding): SqlValue {
  // raw is safe: one of five operators.
  const sign = raw(operator)
  const sides = [left, right]
  if (as === 'money') return moneySql(operator, left, right, negated)
  if (as === 'day' && left.simple && left.type.kind === 'dateTime' && typeof right.constant === 'string') return definite(onDay(operator, left.sql, right.constant, binding), sides, negated)
  const [a, b] = comparableSides(as!, left, right, binding)
  return operator === '=' ? definite(sql`${a} = ${b}`, sides, negated, sql`${a} <> ${b}`) : definite(sql`${a} ${sign} ${b}`, sides, negated)
}

function comparableSides(as: Comparison, left: SqlValue, right: SqlValue, binding: Binding): [Sql, Sql] {
  switch (as) {
    case 'folded':
      return [folded(left), folded(right)]
    case 'amount':
      return [amountOf(left), amountOf(right)]
    case 'day':
      return [daySql(left, binding), daySql(right, binding)]
    case 'exact':
      // Two columns may be sorted by different languages; "C" says which rules, and for equality all are the same.
      return left.type.kind === 'record' || left.constant !== undefined || right.constant !== undefined ? [left.sql, right.sql] : [left.sql, sql`(${right.sql}) collate "C"`]
    default:
      return [left.sql, right.sql]
  }
}

const folded = (value: SqlValue): Sql => sql`${typeof value.constant === 'string' ? parameter(fold(value.constant), textType).sql : sql`sedno_fold(${value.sql})`} collate "C"`

function moneySql(operator: OrderOperator, left: SqlValue, right: SqlValue, negated: boolean): SqlValue {
  const sign = raw(operator)
  if (left.simple && right.simple) return definite(sql`(${left.currency!} = ${right.currency!} and ${left.sql} ${sign} ${right.sql})`, [left, right], negated)
  return definite(sql`sedno_money_compare(${whole(left)}, ${whole(right)}) ${sign} 0`, [left, right], negated)
}

/** A moment against a day, as bounds on the moment itself, so that its index serves. */
function onDay(operator: OrderOperator, moment: Sql, day: string, { timeZone }: Binding): Sql {
  const start = sql`${startOfDay(day, timeZone) ?? '-infinity'}::timestamptz`
  const next = dateOfDay(dayNumber(day) + 1)
  const end = sql`${next === null ? 'infinity' : (startOfDay(next, timeZone) ?? '-infinity')}::timestamptz`
  switch (operator) {
    case '<':
      return sql`${moment} < ${start}`
    case '<=':
      return sql`${moment} < ${end}`
    case '>':
      return sql`${moment} >= ${end}`
    case '>=':
      return sql`${moment} >= ${start}`
    case '=':
      return sql`(${moment} >= ${start} and ${moment} < ${end})`
  }
}

function betweenSql(node: CompareNode, left: SqlValue, binding: Binding): SqlValue {
  const [low, high] = node.right.map((each) => valueSql(each, binding)) as [SqlValue, SqlValue]
  if (left.simple) {
    const plain = { as: node.as, negated: false }
    const within = and([standsSql('>=', plain, left, low, binding).sql, standsSql('<=', plain, left, high, binding).sql])
    return truth(node.negated ? sql`(not ${within})` : within)
  }
  const sides = [left, low, high]
  if (node.as === 'money') return definite(sql`sedno_money_between(${whole(left)}, ${whole(low)}, ${whole(high)})`, sides, node.negated)
  const [a, from] = comparableSides(node.as!, left, low, binding)
  const [, to] = comparableSides(node.as!, left, high, binding)
  return definite(sql`sedno_between(${a}, ${from}, ${to})`, sides, node.negated)
}
