/** The one statement of a list. */
import { and, join, name, raw, sql, whole, type Sql } from '../../../expression/sql.ts'
import { abilitiesOf, type AbilityColumns } from './abilities.ts'
import { columnsOf, listPaths, type Column } from './columns.ts'
import { badCursor } from './cursor.ts'
import { draftOf, joinsOf, rootRow, tableOf, type Draft } from './draft.ts'
import { filterOf, hasText } from './filter.ts'
import { orderKeys, type OrderKey } from './order.ts'
import { countedSql, fewSql, linkedSql, soughtSql } from './few.ts'
import { pageSql, stripsOf, type PagedRows } from './page.ts'
import type { ListRequest } from './request.ts'
import { named, statementOf, type Statement } from './run.ts'
import type { SearchBox } from './search-box.ts'

/** With how far it counts; beyond that it only says "over". */
export interface CountStatement extends Statement {
  bound: number
}

export interface ListStatement extends Statement {
  columns: readonly Column[]
  abilities: AbilityColumns | null
  /** Where the answer has the sort keys, for the cursor. */
  keyNames: readonly string[]
}

export interface PageStatement extends ListStatement, CountStatement {
  /** Its page holds only when the count is within the bound; otherwise the list must be asked with `many`. */
  isOfFew: boolean
}

interface Page {
  limit: number
  box: SearchBox | null
  /** Of each key of the cursor; null: the first page. */
  empty: readonly boolean[] | null
  /** What a record lists is taken to be few, until it has shown to be many. */
  many?: boolean
}

/**
 * The page is found first, in the narrow row `r`, and only its rows are dressed with the names of their links and the abilities, as `t`:
 * otherwise links would be looked up for every row that is sorted.
 */
export function compileList(given: Draft, request: ListRequest, { limit, box, empty, many = false }: Page): PageStatement {
  const draft = draftOf(given, 'a page')
  const object = draft.ctx.registry.object(request.object)
  const shown = rootRow(object, 't')
  const columns = columnsOf(draft, shown, listPaths(draft.ctx, object, request.columns))
  const abilities = request.can === false ? null : abilitiesOf(draft, shown, request.trash === true)
  const found = rootRow(object, 'r')
  const filter = filterOf(draft, found, request, box)
  const counted = joinsOf(found)
  const keys = orderKeys(draft, found, request.order)
  if (empty !== null && empty.length !== keys.length) badCursor()
  const keyNames = keys.map((_, index) => `k${index}`)
  const select = [...['id', 'version', ...keyNames].map((each) => name('t', each)), ...columns.flatMap((column) => column.select), ...(abilities?.select ?? [])]
  const page: PagedRows = {
    row: found, columns: mentioned('t', [...select, joinsOf(shown)], keyNames), conditions: filter.conditions, keys, limit: limit + 1,
  }
  const isAsked = hasText(request.where) || box !== null
  const isLinked = request.linkedTo !== undefined
  const isOfFew = isLinked && box === null && empty === null && request.count === true && !many
  const asked: Asked = { empty, counted, box, words: box?.isIndexed ? filter.words : null, isAsked: isAsked || isLinked, isNarrowed: filter.isNarrowed, isOfFew, bound: filter.bound }
  const rows = request.count ? countedRows(page, asked) : plainRows(page, asked)
  const statement = statementOf(sql`${rows.first}select ${join([...select, ...rows.count])} from ${rows.from} as t${joinsOf(shown)} order by t.w_place`)
  // What people ask by changes the best plan, and so does whose records they are, unless the statement is made to bear both.
  // Whatever a record's page lists is few and found by its link.
  const anyPlan = (isLinked && box === null) || (!isAsked && (!filter.isNarrowed || request.count === true))
  return { ...(anyPlan ? named(statement) : statement), columns, abilities, keyNames, isOfFew, bound: filter.bound }
}

/** Columns of `alias` that stand in these pieces: the page carries no others. */
export function mentioned(alias: string, parts: readonly Sql[], except: readonly string[]): string[] {
  const pattern = new RegExp(`"${alias}"\\."([a-z0-9_]+)"`, 'g')
  const names = parts.flatMap((part) => part.pieces.flatMap((piece) => [...piece.matchAll(pattern)].map((match) => match[1]!)))
  return [...new Set(names)].filter((each) => !except.includes(each))
}

interface Asked {
  empty: readonly boolean[] | null
  /** Joins that the conditions need; the order may need more. */
  counted: Sql
  box: SearchBox | null
  /** The box as a condition, when the index of the words knows it. */
  words: Sql | null
  isAsked: boolean
  isNarrowed: boolean
  isOfFew: boolean
  bound: number
}

interface Rows {
  first: Sql
  count: Sql[]
  from: Sql
}

function plainRows(page: PagedRows, { empty, counted, box, words }: Asked): Rows {
  if (box !== null && isWalkable(page.keys)) return { ...soughtSql(page, stripsOf(page.keys, empty, true), { joins: counted, words }), count: [] }
  return { first: raw(''), count: [], from: pageSql(page, stripsOf(page.keys, empty, box === null)) }
}

const isWalkable = ([first, id, ...more]: readonly OrderKey[]): boolean => first?.walkable === true && id?.descending === first.descending && more.length === 0

/**
 * Whoever sees everything and asks nothing gets his page from the index of its order, and a count beside it. All others share one
 * pass: matches are gathered up to the bound; when that is all of them, the page is sorted from them, otherwise they are frequent
 * enough to be met soon in the index of the order. Which of the two, PostgreSQL could only guess, and a wrong guess reads the whole table.
 */
function countedRows(page: PagedRows, { empty, counted, isAsked, isNarrowed, isOfFew, bound }: Asked): Rows {
  const strips = stripsOf(page.keys, empty, true)
  if (isOfFew) return { first: raw(''), count: [raw('t.total')], from: linkedSql(page, { bound, joins: counted }) }
  if (!(isAsked || isNarrowed) || (isAsked && empty !== null)) {
    return { first: raw(''), count: [sql`${countSql(page, { bound, joins: counted })} as total`], from: pageSql(page, strips) }
  }
  const gathering = { bound, joins: isAsked ? joinsOf(page.row) : counted }
  const few = isAsked ? fewSql(page, gathering) : countedSql(page, { ...gathering, strips, isTold: isToldByOwner(page) })
  return { first: few.first, count: [sql`${few.count} as total`], from: pageSql({ ...page, conditions: [...page.conditions, few.isMany] }, strips, [few.page]) }
}

/** Does the owner's index (shape.ts) have all that is asked of a row? */
function isToldByOwner({ row, conditions }: PagedRows): boolean {
  const looksElsewhere = conditions.some(({ pieces }) => pieces.some((piece) => piece.includes('select')))
  return !looksElsewhere && mentioned(row.alias, conditions, ['owner', 'deleted_at', 'archived_at']).length === 0
}

export function compileCount(draft: Draft, request: ListRequest, box: SearchBox | null): CountStatement {
  const row = rootRow(draft.ctx.registry.object(request.object), 'r')
  const { conditions, bound } = filterOf(draftOf(draft, 'a page'), row, request, box)
  return { ...statementOf(sql`select ${countSql({ row, conditions }, { bound, joins: joinsOf(row) })} as total`), bound }
}

/** Counts no further than it must. */
function countSql({ row, conditions }: Pick<PagedRows, 'row' | 'conditions'>, { bound, joins }: { bound: number; joins: Sql }): Sql {
  const rows = sql`select 1 from ${tableOf(row)}${joins} where ${and(conditions)} limit ${whole(bound + 1)}`
  return sql`(select count(*)::int from (${rows}) as counted)`
}

