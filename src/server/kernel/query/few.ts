/** Pages of matches that are gathered first: for whom no index of the order can be trusted to meet them soon. */
import { and, join, name, or, raw, sql, whole, type Sql } from '../../../expression/sql.ts'
import { joinsOf, tableOf } from './draft.ts'
import { orderBy } from './order.ts'
import { limitOf, pageSql, selectOf, type PagedRows, type Strip } from './page.ts'

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

interface Gathering {
  bound: number
  /** Joins that the conditions need. */
  joins: Sql
}

const count = raw('(select n from counted)')

/** Gathers the matches up to a bound, with their sort keys. */
export function fewSql(page: PagedRows, { bound, joins }: Gathering): Few {
  const { row, keys } = page
  const columns = keys.map((key, index) => sql`${key.expression} as ${name(`o${index}`)}`)
  const matches = sql`select ${join([sql`${name(row.alias, 'id')} as id`, ...columns])} from ${tableOf(row)}${joins} where ${and(page.conditions)}${limitOf({ limit: bound + 1 })}`
  const ids = sql`(select few.id from few where ${count} <= ${whole(bound)} order by ${gatheredOrder(page)}${limitOf(page)})`
  return {
    first: sql`with few as materialized (${matches}), counted as materialized (select count(*)::int as n from few) `,
    count,
    isMany: sql`${count} > ${whole(bound)}`,
    page: pageOf(page, ids),
  }
}

/**
 * Where an index alone tells what is somebody's, counting up to the bound is cheaper than keeping what was counted. Few are then
 * read once more, by that index again: a LIMIT keeps PostgreSQL from looking for them in the index of the order.
 */
export function countedSql(page: PagedRows, { bound, joins, strips, isTold }: Gathering & { strips: readonly Strip[]; isTold: boolean }): Few {
  const { row } = page
  const matches = (select: Sql, also: Sql[] = []) => sql`select ${select} from ${tableOf(row)}${joins} where ${and([...page.conditions, ...also])}`
  const counted = sql`(select count(*)::int from (${matches(raw('1'))}${limitOf({ limit: bound + 1 })}) as found)`
  // Skipping to the row beyond the bound is a sixth cheaper than counting up to it. Whoever has fewer goes through them twice, so only where an index tells all.
  const n = isTold ? sql`coalesce((${matches(whole(bound + 1))} offset ${whole(bound)} limit 1), ${counted})` : counted
  const ids = sql`(${matches(sql`${name(row.alias, 'id')} as id`, [sql`${count} <= ${whole(bound)}`])}${limitOf({ limit: bound })})`
  return {
    first: sql`with counted as materialized (select ${n} as n) `,
    count,
    isMany: sql`${count} > ${whole(bound)}`,
    page: pageOf(page, ids, strips),
  }
}

/** The rows of `ids` in their order, cut to a page; `strips` when it begins after a cursor. Each is fetched by its id, whatever PostgreSQL thinks of how many there are. */
function pageOf(page: PagedRows, ids: Sql, strips: readonly Strip[] = []): Sql {
  const { row, keys } = page
  const beginning = strips.some(({ conditions }) => conditions.length > 0) ? sql` where ${or(strips.map(({ conditions }) => and(conditions)))}` : raw('')
  const order = join(keys.map((key) => orderBy(key)))
  const each = sql`(select ${name(row.alias)}.* from ${tableOf(row)} where ${name(row.alias, 'id')} = few.id limit 1) as ${name(row.alias)}`
  return sql`select ${selectOf(page)} from ${ids} as few cross join lateral ${each}${joinsOf(row)}${beginning} order by ${order}${limitOf(page)}`
}

const gatheredOrder = ({ keys }: PagedRows): Sql => join(keys.map((key, index) => orderBy({ ...key, expression: name('few', `o${index}`) })))

/** Rows looked at in the order's index before matches are gathered instead: some 8 ms. */
const walked = 8_000
/** Records with the words of which each is asked whether it fits the rest: some 70 ms. */
const mostSought = 50_000

/**
 * Words that many records have are met soon in the index of the order, others are found by the index of the words. By statistics the
 * two cannot be told apart: companies "Techno…" are not spread over the alphabet, they all stand at T, and on the way there the whole
 * table was read. So the way is gone for a bounded number of rows, and only when they do not fill the page all matches are gathered:
 * those with the words first (`words`; null when no index knows them), so that PostgreSQL does not list all that is somebody's beside them.
 */
export function soughtSql(page: PagedRows, strips: readonly Strip[], { joins, words }: { joins: Sql; words: Sql | null }): { first: Sql; from: Sql } {
  const { row, keys, limit } = page
  const [ahead] = strips as [Strip, ...Strip[]]
  const order = join(ahead.order)
  const rows = sql`(select * from ${tableOf(row)} where ${and(ahead.conditions)} order by ${order}${limitOf({ limit: walked })})`
  const met = sql`select ${selectOf(page)} from ${rows} as ${name(row.alias)}${joinsOf(row)} where ${and(page.conditions)} order by ${order}${limitOf(page)}`
  const isShort = sql`(select count(*) from met) < ${whole(limit)}`
  const beginning = strips.some(({ conditions }) => conditions.length > 0) ? [or(strips.map(({ conditions }) => and(conditions)))] : []
  const fits = [...page.conditions, ...beginning]
  const select = join([sql`${name(row.alias, 'id')} as id`, ...keys.map((key, index) => sql`${key.expression} as ${name(`o${index}`)}`)])
  const all = (also: Sql) => sql`select ${select} from ${tableOf(row)}${joins} where ${and([also, ...fits])}`
  const near = words === null ? null : sql`(select * from ${tableOf(row)} where ${and([isShort, words])}${limitOf({ limit: mostSought + 1 })}) as ${name(row.alias)}`
  const isFar = sql`(select count(*) from near) > ${whole(mostSought)}`
  const few = near === null ? all(isShort) : sql`select id, ${join(keys.map((_, index) => name(`o${index}`)))} from near where fits and not ${isFar} union all (${all(isFar)})`
  const first = near === null ? raw('') : sql`, near as materialized (select ${select}, ${and(fits.filter((each) => each !== words))} as fits from ${near}${joins})`
  const ids = sql`(select few.id from few order by ${gatheredOrder(page)}${limitOf(page)})`
  return {
    first: sql`with met as materialized (${met})${first}, few as materialized (${few}) `,
    from: pageSql(page, [], [sql`select * from met where not ${isShort}`, pageOf(page, ids)]),
  }
}

/**
 * What a record's page lists: few and found by their link. Gathered and counted in one go; should there be more than the bound, the
 * count says so, and the page is none.
 */
export function linkedSql(page: PagedRows, { bound, joins }: Gathering): Sql {
  const { row, keys } = page
  const rows = sql`(select ${name(row.alias)}.* from ${tableOf(row)}${joins} where ${and(page.conditions)}${limitOf({ limit: bound + 1 })})`
  const order = join(keys.map((key) => orderBy(key)))
  return sql`(select page.*, row_number() over () as w_place from (select ${selectOf(page)}, (count(*) over ())::int as total from ${rows} as ${name(row.alias)}${joinsOf(row)} order by ${order}${limitOf(page)}) as page)`
}
