/** Lists: one value among several (in), and lists that have values. */
import { localDate } from './calendar.ts'
import { definite, type CompareNode } from './compareSql.ts'
import { daySql } from './functions/days.ts'
import type { Binding, Typed } from './language.ts'
import { join, or, raw, sql, type Sql } from './sql.ts'
import { amountOf, parameter, sqlType, truth, whole, type SqlValue } from './sqlValue.ts'
import { valueSql } from './toSql.ts'
import type { ExprType } from './types.ts'
import { dateType, numberType, type Comparison } from './unify.ts'
import { isList, isMoney, type Value } from './value.ts'

export function listCompareSql(node: CompareNode, left: SqlValue, binding: Binding): SqlValue {
  const right = node.right[0]!
  const value = valueSql(right, binding)
  if (node.operator === 'in') return isInSql(node, left, { typed: right, value }, binding)
  const list = left.type
  if (value.constant === null || isNothing(value)) return truth(raw(String(node.negated)))
  if (node.operator === 'has') {
    if (value.constant === undefined) return definite(sql`${value.sql} = any(${asArray(left.sql, list)})`, [value, left], node.negated)
    return definite(sql`${left.sql} @> ${parameter([value.constant], list).sql}`, [left], node.negated)
  }
  return definite(sql`${left.sql} ${raw(node.operator === 'has any' ? '&&' : '@>')} ${value.sql}`, [left, value], node.negated)
}

/** `any (select …)` would mean the rows of the subquery; the cast makes it a value, and is nothing on a column. */
const asArray = (list: Sql, type: ExprType): Sql => sql`(${list})::${sqlType(type)}`

/** A list of nothing but `empty` has no type, and nothing is equal to it. */
const isNothing = (value: SqlValue): boolean => isList(value.constant ?? null) && (value.constant as readonly Value[]).every((each) => each === null)

interface Right {
  typed: Typed
  value: SqlValue
}

function isInSql(node: CompareNode, left: SqlValue, right: Right, binding: Binding): SqlValue {
  const as = node.as!
  if (right.value.constant === null || isNothing(right.value)) return truth(raw(String(node.negated)))
  if (as === 'money') return amongMoney(node, left, right, binding)
  const item = as === 'amount' ? amountOf(left) : as === 'day' ? daySql(left, binding) : left.sql
  if (isList(right.value.constant ?? null)) {
    const { items, type } = knownItems(as, right.value, left.type, binding)
    return definite(sql`${item} = any(${parameter(items, { kind: 'list', of: type }).sql})`, [left], node.negated, sql`${item} <> all(${parameter(items, { kind: 'list', of: type }).sql})`)
  }
  const several = severalSql(as, right, binding)
  const compared = left.type.kind === 'text' ? sql`${item} collate "C"` : item
  return definite(sql`${compared} = any(${several})`, [left, right.typed.kind === 'list' ? { ...right.value, simple: false } : right.value], node.negated)
}

/** The constants, in the form in which they are compared. */
function knownItems(as: Comparison, { constant, type }: SqlValue, left: ExprType, binding: Binding): { items: Value[]; type: ExprType } {
  const of = type.kind === 'list' ? type.of : type
  const items = (constant as readonly Value[]).filter((item) => item !== null)
  if (as === 'amount') return { items: items.map((item) => (isMoney(item) ? item.amount : item)), type: numberType }
  if (as === 'day') return { items: of.kind === 'dateTime' ? items.map((item) => localDate(item as string, binding.timeZone)) : items, type: dateType }
  return { items, type: left.kind === 'choice' ? left : of }
}

function severalSql(as: Comparison, { typed, value }: Right, binding: Binding): Sql {
  if (typed.kind !== 'list') return asArray(value.sql, value.type)
  if (as !== 'amount' && as !== 'day') return value.sql
  const items = typed.items.map((item) => valueSql(item, binding))
  return as === 'amount' ? sql`array[${join(items.map(amountOf))}]::numeric[]` : sql`array[${join(items.map((item) => daySql(item, binding)))}]::date[]`
}

function amongMoney(node: CompareNode, left: SqlValue, { typed, value }: Right, binding: Binding): SqlValue {
  const known = value.constant ?? null
  const items = isList(known) ? known.filter((item) => item !== null).map((item) => parameter(item, { kind: 'money' })) : typed.kind === 'list' ? typed.items.map((item) => valueSql(item, binding)) : []
  if (left.simple && items.every((item) => item.simple && item.definite)) {
    return definite(or(items.map((item) => sql`(${left.currency!} = ${item.currency!} and ${left.sql} = ${item.sql})`)), [left], node.negated)
  }
  return definite(sql`sedno_money_in(${whole(left)}, array[${join(items.map(whole))}]::${sqlType({ kind: 'list', of: { kind: 'money' } })})`, [left, { ...value, simple: false }], node.negated)
}
