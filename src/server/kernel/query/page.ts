/**
 * Paging by key. A page is read as strips, one after another, each of which an index can serve from its first row on:
 * those that tie with the last row seen, those after it, those without a value. One condition with OR would say the same,
 * but PostgreSQL would read the index from its beginning for it, so that a page deep inside would be slow.
 */
import { and, join, name, raw, sql, type Sql } from '../../../expression/sql.ts'
import { joinsOf, tableOf, type Row } from './draft.ts'
import { orderBy, type OrderKey } from './order.ts'
import { slot } from './slots.ts'

export interface Strip {
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
export function selectOf({ row, columns, keys }: PagedRows): Sql {
  const texts = keys.map((key, index) => sql`${key.type === 'text' ? key.expression : sql`${key.expression}::text`} as ${name(`k${index}`)}`)
  return join([...columns.map((column) => sql`${name(row.alias, column)}`), ...texts])
}

/** The page's rows, and `w_place` (which no field is called), by which they are put in order again. What is `before` comes before the strips. */
export function pageSql(page: PagedRows, strips: readonly Strip[], before: readonly Sql[] = []): Sql {
  const select = selectOf(page)
  const from = fromOf(page.row)
  const limit = limitOf(page)
  const each = strips.map(({ conditions, order }) => sql`select ${select} from ${from} where ${and([...page.conditions, ...conditions])} order by ${join(order)}${limit}`)
  const parts = [...before, ...each]
  const all = parts.length === 1 ? parts[0]! : sql`${join(parts.map((part) => sql`(${part})`), raw(' union all '))}${limit}`
  return sql`(select page.*, row_number() over () as w_place from (${all}) as page)`
}

/** raw is safe: a whole number, checked. A parameter would make PostgreSQL expect a tenth of the table. */
export const limitOf = ({ limit }: { limit: number }): Sql => raw(` limit ${limit}`)
