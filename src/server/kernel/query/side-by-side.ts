/** First pages of several lists that differ in where one link leads, in one statement: the columns of a board. */
import { refuse } from '../../../contract/refusal.ts'
import { join, name, sql } from '../../../expression/sql.ts'
import type { RecordRow } from '../../../contract/records.ts'
import type { Ctx } from '../context.ts'
import { abilitiesOf } from './abilities.ts'
import { checkRequest, rowsAsked } from './asked.ts'
import { columnsOf, listPaths, type Answered } from './columns.ts'
import { cursorOf } from './cursor.ts'
import { columnOf, draftOf, joinsOf, rootRow, type Draft } from './draft.ts'
import { filterOf } from './filter.ts'
import { questionOf, rowOf, slotValues } from './list.ts'
import { mentioned, type ListStatement } from './list-statement.ts'
import { orderKeys } from './order.ts'
import { pageSql, stripsOf, type PagedRows } from './page.ts'
import { pathOf } from './path.ts'
import type { ListRequest } from './request.ts'
import { named, run, statementOf } from './run.ts'
import { searchBox, type SearchBox } from './search-box.ts'
import { slot } from './slots.ts'
import { compiled } from './statements.ts'
import { texts } from './texts.ts'

export interface SideBySideRequest extends Pick<ListRequest, 'object' | 'columns' | 'where' | 'search' | 'order' | 'limit' | 'archived'> {
  /** A link, and the records it leads to, which the caller may see: whose rows each list has. `where`: the condition by which it goes on alone. */
  by: string
  lists: readonly { id: string; where: string }[]
}

export interface FirstPage {
  rows: RecordRow[]
  /** Goes on in `list` with the `where` of its own and all else as asked here. */
  next: string | null
}

/** One page for each, in the order asked. Refuses what `list` would. */
export async function sideBySide(ctx: Ctx, request: SideBySideRequest): Promise<FirstPage[]> {
  const { by, lists, ...common } = request
  checkRequest(ctx, common)
  const limit = rowsAsked(common)
  const box = searchBox(request.search)
  const shape = `side by side ${JSON.stringify([by, questionOf(common), box?.shape, request.columns, limit])}`
  const statement = compiled(ctx, shape, (draft) => compileSideBySide(draft, request, { limit, box }))
  const found = await run<Answered>(ctx, statement, { ...slotValues(ctx, box), lists: lists.map(({ id }) => id) })
  const byList = Map.groupBy(found, (row) => Number(row['w_list']))
  return lists.map(({ where }, place) => {
    const all = byList.get(place + 1) ?? []
    const last = all[limit - 1]
    return {
      rows: all.slice(0, limit).map((row) => rowOf(statement, row)),
      next: all.length > limit ? cursorOf(questionOf({ ...common, where }), statement.keyNames.map((key) => last![key] as string | null)) : null,
    }
  })
}

/** The page of a list once for each record of `lists`; only rows of the pages are dressed with the names of their links. */
function compileSideBySide(given: Draft, request: SideBySideRequest, { limit, box }: { limit: number; box: SearchBox | null }): ListStatement {
  const draft = draftOf(given, 'a page')
  const object = draft.ctx.registry.object(request.object)
  const { field, links } = pathOf(draft.ctx, object, request.by, 'by')
  if (field.type !== 'link' || links.length > 0) refuse('not_groupable', texts.notGroupable, { field: 'by', values: { name: request.by }, status: 400 })
  const shown = rootRow(object, 't')
  const columns = columnsOf(draft, shown, listPaths(draft.ctx, object, request.columns))
  const abilities = abilitiesOf(draft, shown, false)
  const found = rootRow(object, 'r')
  const { conditions } = filterOf(draft, found, request, box)
  const keys = orderKeys(draft, found, request.order)
  const keyNames = keys.map((_, index) => `k${index}`)
  const select = [...['id', 'version', ...keyNames, 'w_list'].map((each) => name('t', each)), ...columns.flatMap((column) => column.select), ...abilities.select]
  const page: PagedRows = {
    row: found, columns: mentioned('t', [...select, joinsOf(shown)], [...keyNames, 'w_list']), conditions: [...conditions, sql`${columnOf(found, field)} = w_lists.id`], keys, limit: limit + 1,
  }
  const pages = sql`(select page.*, w_lists.place as w_list from unnest(${slot('lists', 'uuid[]')}) with ordinality as w_lists(id, place) cross join lateral ${pageSql(page, stripsOf(keys, null, box === null))} as page)`
  const statement = statementOf(sql`select ${join(select)} from ${pages} as t${joinsOf(shown)} order by t.w_list, t.w_place`)
  return { ...(box === null ? named(statement) : statement), columns, abilities, keyNames }
}
