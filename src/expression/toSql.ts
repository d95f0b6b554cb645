/**
 * SQL of an expression over a row. Same value as evaluate() for the same row: every comparison is true or false, never null,
 * in a form the planner can use an index for, and every part is written once, so that the statement stays as long as the text.
 * What does not depend on the row is computed now and becomes a parameter.
 */
import { RefusalError } from '../contract/refusal.ts'
import { aggregateSql } from './aggregateSql.ts'
import { arithmeticSql, minusSql } from './arithmeticSql.ts'
import { compareSql } from './compareSql.ts'
import { valueIn } from './evaluate.ts'
import { insideOf, lookedUpBy } from './inside.ts'
import { joinedSql } from './joining.ts'
import type { Binding, Facts, Typed } from './language.ts'
import { limits } from './limits.ts'
import { and, join, or, sql, type Sql } from './sql.ts'
import { amountOf, computed, parameter, single, sqlType, truth, type SqlValue } from './sqlValue.ts'
import { problem } from './texts.ts'
import { textType } from './unify.ts'

/** One scalar expression; of money its amount. */
export const toSql = (typed: Typed, binding: Binding): Sql => bounded(amountOf(valueSql(typed, binding)))

/** A condition for WHERE: true or false. */
export const toCondition = (typed: Typed, binding: Binding): Sql => bounded(conditionSql(typed, binding).sql)

/** Money needs two columns; everything else is one. */
export function toColumns(typed: Typed, binding: Binding): { value: Sql; currency?: Sql } {
  const value = valueSql(typed, binding)
  if (typed.type.kind !== 'money') return { value: bounded(value.sql) }
  return { value: bounded(amountOf(value)), currency: value.currency ?? sql`(${value.sql}).currency` }
}

/** The checker keeps expressions short; a binding whose paths are long can still make too much of one. */
function bounded(statement: Sql): Sql {
  let characters = 0
  for (const piece of statement.pieces) characters += piece.length
  if (characters <= limits.sqlCharacters) return statement
  const { code, text } = problem('too_large_sql', { at: 0, length: 0 })
  throw new RefusalError([{ code, text }], 400)
}

/** Of yesNo, made definite. */
export function conditionSql(typed: Typed, binding: Binding): SqlValue {
  const value = valueSql(typed, binding)
  return value.definite ? value : truth(sql`(${value.sql} is true)`)
}

export function valueSql(typed: Typed, binding: Binding): SqlValue {
  if (isKnown(typed, binding)) return parameter(valueIn(typed, knownFacts(binding)), typed.type)
  switch (typed.kind) {
    case 'path':
      return pathSql(typed, binding)
    case 'now':
      return { type: typed.type, sql: binding.moment!, simple: true, definite: true }
    case 'and':
      return truth(and(typed.parts.map((part) => conditionSql(part, binding).sql)))
    case 'or':
      return truth(or(typed.parts.map((part) => conditionSql(part, binding).sql)))
    case 'not':
      return truth(sql`(not ${conditionSql(typed.of, binding).sql})`)
    case 'compare':
      return compareSql(typed, binding)
    case 'list':
      return listSql(typed, binding)
    case 'minus':
      return minusSql(valueSql(typed.of, binding))
    case 'arithmetic':
      return arithmeticSql(typed, valueSql(typed.left, binding), valueSql(typed.right, binding), binding)
    case 'join':
      return computed(textType, joinedSql(typed.parts.map((part) => argumentSql(part, binding)), binding))
    case 'call':
      return typed.definition.toSql(typed.args.map((arg) => argumentSql(arg, binding)), binding, typed.type)
    case 'aggregate':
      return aggregateSql(typed, binding)
    default:
      throw new Error(`${typed.kind} is always known`)
  }
}

function pathSql({ path }: Extract<Typed, { kind: 'path' }>, binding: Binding): SqlValue {
  const expression = binding.path(path)
  const value: SqlValue = { type: path.type, sql: expression, simple: isShort(expression), definite: false }
  if (path.type.kind === 'money') {
    const currency = binding.currency(path)
    return { ...value, currency, simple: value.simple && isShort(currency) }
  }
  // version is an integer: its sums would overflow. On numeric columns the cast is nothing.
  return path.type.kind === 'number' ? { ...value, sql: sql`${expression}::numeric` } : value
}

/** A path over links is a subquery: written twice it would be run twice. */
const isShort = (expression: Sql): boolean => expression.values.length === 0 && expression.pieces[0]!.length <= 160 && !/\bselect\b/i.test(expression.pieces[0]!)

/** Columns may be sorted by the rules of different languages, which PostgreSQL refuses to mix in one function: "C" settles it. */
function argumentSql(typed: Typed, binding: Binding): SqlValue {
  const value = valueSql(typed, binding)
  const isColumn = value.type.kind === 'text' && value.constant === undefined
  return isColumn ? { ...value, sql: sql`(${value.sql}) collate "C"` } : value
}

function listSql(typed: Extract<Typed, { kind: 'list' }>, binding: Binding): SqlValue {
  const items = typed.items.map((item) => single(argumentSql(item, binding)))
  return { type: typed.type, sql: sql`array[${join(items)}]::${sqlType(typed.type)}`, simple: false, definite: true }
}

// ---- What is known now -------------------------------------------------------------------------------------------

/** Does it not depend on the row? Paths from `me` may be known to the binding. */
function isKnown(typed: Typed, binding: Binding): boolean {
  if (typed.kind === 'aggregate' || lookedUpBy(typed) !== null) return false
  if (typed.kind === 'now') return binding.moment === undefined
  if (typed.kind === 'path') return typed.path.root === 'me' && binding.known?.(typed.path) !== undefined
  return insideOf(typed).every((each) => isKnown(each, binding))
}

/** Asked only for what is needed: whoever keeps compiled statements learns by it what they depend on. */
const knownFacts = (binding: Binding): Facts => ({
  get me() { return binding.me },
  get now() { return binding.now },
  get today() { return binding.today },
  get timeZone() { return binding.timeZone },
  holidays: binding.holidays,
  value: (path) => binding.known?.(path),
})
