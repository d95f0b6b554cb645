/** Aggregates in SQL: one scalar subquery each, over the records the binding lets be seen. */
import { quotientOf } from './arithmeticSql.ts'
import type { Binding, Path, RelatedQuestion, Typed } from './language.ts'
import { and, raw, sql, type Sql } from './sql.ts'
import { single, whole, type SqlValue } from './sqlValue.ts'
import { conditionSql, valueSql } from './toSql.ts'

type Aggregate = Extract<Typed, { kind: 'aggregate' }>

export function aggregateSql(node: Aggregate, binding: Binding): SqlValue {
  const expression = binding.related(node.collection, (member) => question(node, member))
  const isDefinite = node.name === 'COUNT' || node.name === 'EXISTS' || (node.name === 'SUM' && node.type.kind === 'number')
  return { type: node.type, sql: expression, simple: false, definite: isDefinite }
}

function question(node: Aggregate, member: Binding): RelatedQuestion {
  const where = node.where === null ? raw('true') : conditionSql(node.where, member).sql
  const value = node.value === null ? null : valueSql(node.value, member)
  if (node.name === 'EXISTS') return { select: raw('1'), where: value === null ? where : and([where, known(value)]), exists: true }
  if (node.name === 'FIRST' || node.name === 'LAST') return firstOrLast(node, value!, where, member)
  return { select: value === null ? raw('count(*)::numeric') : totalOf(node, value), where }
}

const known = (value: SqlValue): Sql => sql`${value.sql} is not null`

function totalOf({ name }: Aggregate, value: SqlValue): Sql {
  if (name === 'COUNT') return sql`count(${value.sql})::numeric`
  if (value.type.kind === 'money') return moneyTotal(name, value)
  if (name === 'SUM') return sql`coalesce(sum(${value.sql}), 0)`
  if (name === 'AVG') return quotientOf(sql`sum(${value.sql})`, sql`count(${value.sql})`)
  return sql`${raw(name === 'MIN' ? 'min' : 'max')}(${value.sql})`
}

function moneyTotal(name: Aggregate['name'], value: SqlValue): Sql {
  if (!value.simple) return sql`sedno_money_total(${name}::text, array_agg(${whole(value)}))`
  const amount = name === 'AVG' ? quotientOf(sql`sum(${value.sql})`, sql`count(${value.sql})`) : sql`${raw(name.toLowerCase())}(${value.sql})`
  const currency = sql`${value.currency!} collate "C"`
  return sql`case when min(${currency}) = max(${currency}) then sedno_money_of(${amount}, min(${currency})) end`
}

function firstOrLast({ name, by, collection }: Aggregate, value: SqlValue, where: Sql, member: Binding): RelatedQuestion {
  const id: Path = { root: 'record', links: [], object: collection.object, field: 'id', part: null, type: { kind: 'record', object: collection.object }, labels: [] }
  // raw is safe: one of two words.
  const way = raw(name === 'FIRST' ? 'asc' : 'desc')
  const order = sql`${member.path(id)} ${way}`
  if (by === null) return { select: single(value), where: and([where, known(value)]), order }
  const key = valueSql(by, member)
  return { select: single(value), where: and([where, known(value), known(key)]), order: sql`${key.sql} ${way}, ${order}` }
}
