/** The one statement of a list. */
import { and, join, name, raw, sql, type Sql } from '../../../expression/sql.ts'
import { abilitiesOf, type AbilityColumns } from './abilities.ts'
import { columnsOf, listPaths, type Column } from './columns.ts'
import { badCursor } from './cursor.ts'
import { joinsOf, rootRow, tableOf, type Draft, type Row } from './draft.ts'
import { filterOf } from './filter.ts'
import { orderKeys } from './order.ts'
import { pageSql, stripsOf } from './page.ts'
import type { ListRequest } from './request.ts'
import { statementOf, type Statement } from './run.ts'
import type { SearchBox } from './search-box.ts'

/** Beyond it a count only says "over". */
export const countBound = 10_000

export interface ListStatement extends Statement {
  columns: readonly Column[]
  abilities: AbilityColumns | null
  /** Where the answer has the sort keys, for the cursor. */
  keyNames: readonly string[]
}

interface Page {
  limit: number
  box: SearchBox | null
  /** Of each key of the cursor; null: the first page. */
  empty: readonly boolean[] | null
}

/**
 * The page is found first, in the narrow row `r`, and only its rows are dressed with the names of their links and the abilities, as `t`:
 * otherwise links would be looked up for every row that is sorted.
 */
export function compileList(draft: Draft, request: ListRequest, { limit, box, empty }: Page): ListStatement {
  const object = draft.ctx.registry.object(request.object)
  const shown = rootRow(object, 't')
  const columns = columnsOf(draft, shown, listPaths(draft.ctx, object, request.columns))
  const abilities = request.can === false ? null : abilitiesOf(draft, shown, request.trash === true)
  const found = rootRow(object, 'r')
  const conditions = filterOf(draft, found, request, box)
  const count = request.count ? [sql`${countSql(found, conditions)} as total`] : []
  const keys = orderKeys(draft, found, request.order)
  if (empty !== null && empty.length !== keys.length) badCursor()
  const keyNames = keys.map((_, index) => `k${index}`)
  const select = [...['id', 'version', ...keyNames].map((each) => name('t', each)), ...columns.flatMap((column) => column.select), ...(abilities?.select ?? [])]
  const from = sql`${tableOf(found)}${joinsOf(found)}`
  const page = { columns: mentioned('t', [...select, joinsOf(shown)], keyNames), alias: 'r', from, conditions, keys, limit: limit + 1 }
  const statement = sql`select ${join([...select, ...count])} from ${pageSql(page, stripsOf(keys, empty, box === null))} as t${joinsOf(shown)} order by t.place`
  return { ...statementOf(statement), columns, abilities, keyNames }
}

/** Columns of `alias` that stand in these pieces: the page carries no others. */
function mentioned(alias: string, parts: readonly Sql[], except: readonly string[]): string[] {
  const pattern = new RegExp(`"${alias}"\\."([a-z0-9_]+)"`, 'g')
  const names = parts.flatMap((part) => part.pieces.flatMap((piece) => [...piece.matchAll(pattern)].map((match) => match[1]!)))
  return [...new Set(names)].filter((each) => !except.includes(each))
}

export function compileCount(draft: Draft, request: ListRequest, box: SearchBox | null): Statement {
  const row = rootRow(draft.ctx.registry.object(request.object), 'r')
  const conditions = filterOf(draft, row, request, box)
  return statementOf(sql`select ${countSql(row, conditions)} as total`)
}

/** Counts no further than it must; called before the order is made, so that only the conditions' own joins are in it. */
function countSql(row: Row, conditions: readonly Sql[]): Sql {
  const rows = sql`select 1 from ${tableOf(row)}${joinsOf(row)} where ${and(conditions)}${raw(` limit ${countBound + 1}`)}`
  return sql`(select count(*)::int from (${rows}) as counted)`
}

