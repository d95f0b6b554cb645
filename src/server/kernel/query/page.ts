/**
 * Paging by key. A page is read as strips, one after another, each of which an index can serve from its first row on:
 * those that tie with the last row seen, those after it, those without a value. One condition with OR would say the same,
 * but PostgreSQL would read the index from its beginning for it, so that a page deep inside would be slow.
 */
import { and, join, name, raw, sql, type Sql } from '../../../expression/sql.ts'
import { joinsOf, tableOf, type Row } from './draft.ts'
import { orderBy, type OrderKey } from './order.ts'
import { slot } from './slots.ts'

interface Strip {
  conditions: Sql[]
  order: Sql[]
}

/** `empty` says of each key of the cursor whether it was empty; null: the first page. */
export function stripsOf(keys: readonly OrderKey[], empty: readonly boolean[] | null, canSplit: boolean): Strip[] {
  if (empty !== null) return after(keys, empty, 0, [])
  const first = keys[0]!
  const rest = keys.slice(1).map((key) => orderBy(key))
  // Backwards an index gives empty values first, which nobody wants: they become a strip of their own.
  if (!(first.descending && first.nullable && canSplit)) return [{ conditions: [], order: [orderBy(first), ...rest] }]
  return [
    { conditions: [sql`${first.expression} is not null`], order: [orderBy(first, false), ...rest] },
    { conditions: [sql`${first.expression} is null`], order: rest },
  ]
}

function after(keys: readonly OrderKey[], empty: readonly boolean[], level: number, tied: Sql[]): Strip[] {
  const key = keys[level]!
  const rest = keys.slice(level + 1)
  const restOrder = rest.map((each) => orderBy(each))
  const value = keySlot(key, level)
  if (rest.length === 0) return [{ conditions: [...tied, sql`${key.expression} ${sign(key)} ${value}`], order: [orderBy(key)] }]
  if (empty[level]) return after(keys, empty, level + 1, [...tied, sql`${key.expression} is null`])
  const emptyOnes = key.nullable ? [{ conditions: [...tied, sql`${key.expression} is null`], order: restOrder }] : []
  const order = [orderBy(key, false), ...restOrder]
  const id = rest[0]!
  if (rest.length === 1 && id.descending === key.descending) {
    return [{ conditions: [...tied, sql`(${key.expression}, ${id.expression}) ${sign(key)} (${value}, ${keySlot(id, level + 1)})`], order }, ...emptyOnes]
  }
  const ties = after(keys, empty, level + 1, [...tied, sql`${key.expression} = ${value}`])
  return [...ties, { conditions: [...tied, sql`${key.expression} ${sign(key)} ${value}`], order }, ...emptyOnes]
}

const sign = (key: OrderKey): Sql => raw(key.descending ? '<' : '>')

const keySlot = (key: OrderKey, level: number): Sql => slot(`key${level}`, key.type)

export interface PagedRows {
  /** The row that the order's links are joined to. */
  row: Row
  /** Columns of the row that whoever reads the page needs. */
  columns: readonly string[]
  conditions: readonly Sql[]
  keys: readonly OrderKey[]
  limit: number
}

const fromOf = (row: Row): Sql => sql`${tableOf(row)}${joinsOf(row)}`

/** The page's columns, and the keys as text (`k0`, `k1` …) for the cursor. */
function selectOf({ row, columns, keys }: PagedRows): Sql {
  const texts = keys.map((key, index) => sql`${key.type === 'text' ? key.expression : sql`${key.expression}::text`} as ${name(`k${index}`)}`)
  return join([...columns.map((column) => sql`${name(row.alias, column)}`), ...texts])
}

/** The page's rows, and `place`, by which they are put in order again. `before` comes before the strips. */
export function pageSql(page: PagedRows, strips: readonly Strip[], before?: Sql): Sql {
  const select = selectOf(page)
  const from = fromOf(page.row)
  const limit = limitOf(page)
  const each = strips.map(({ conditions, order }) => sql`select ${select} from ${from} where ${and([...page.conditions, ...conditions])} order by ${join(order)}${limit}`)
  const parts = before === undefined ? each : [before, ...each]
  const all = parts.length === 1 ? parts[0]! : sql`${join(parts.map((part) => sql`(${part})`), raw(' union all '))}${limit}`
  return sql`(select page.*, row_number() over () as place from (${all}) as page)`
}

/** raw is safe: a whole number, checked. A parameter would make PostgreSQL expect a tenth of the table. */
const limitOf = ({ limit }: { limit: number }): Sql => raw(` limit ${limit}`)

export interface Few {
  /** WITH, before the statement. */
  first: Sql
  /** How many there are, the bound plus one at most. */
  count: Sql
  /** True when there are more than the bound. */
  isMany: Sql
  /** The page, when there are not. */
  page: Sql
}

/** Gathers the matches up to a bound, with their sort keys or, where an index alone can give them, only their ids. */
export function fewSql(page: PagedRows, { bound, withKeys, joins }: { bound: number; withKeys: boolean; joins: Sql }): Few {
  const { row, keys } = page
  const columns = keys.map((key, index) => sql`${key.expression} as ${name(`o${index}`)}`)
  const select = join([sql`${name(row.alias, 'id')} as id`, ...(withKeys ? columns : [])])
  const matches = sql`select ${select} from ${tableOf(row)}${joins} where ${and(page.conditions)}${limitOf({ limit: bound + 1 })}`
  const count = raw('(select n from counted)')
  const gathered = keys.map((key, index) => orderBy({ ...key, expression: name('few', `o${index}`) }))
  const isAll = sql`${count} <= ${raw(String(bound))}`
  const ids = sql`(select few.id from few where ${isAll}${withKeys ? sql` order by ${join(gathered)}${limitOf(page)}` : raw('')})`
  const order = keys.map((key) => orderBy(key))
  return {
    first: sql`with few as materialized (${matches}), counted as materialized (select count(*)::int as n from few) `,
    count,
    isMany: sql`${count} > ${raw(String(bound))}`,
    page: sql`select ${selectOf(page)} from ${ids} as few join ${tableOf(row)} on ${name(row.alias, 'id')} = few.id${joinsOf(row)} order by ${join(order)}${limitOf(page)}`,
  }
}
