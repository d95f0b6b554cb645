import type { ListAnswer, RecordRow } from '../../../contract/records.ts'
import type { Ctx } from '../context.ts'
import { checkRequest, rowsAsked } from './asked.ts'
import type { Answered } from './columns.ts'
import { badCursor, cursorOf, readCursor, type KeyValues } from './cursor.ts'
import { compileCount, compileList, type ListStatement, type PageStatement } from './list-statement.ts'
import type { ListRequest } from './request.ts'
import { searchBox, type SearchBox } from './search-box.ts'
import { run } from './run.ts'
import { rightsValues, type SlotValues } from './slots.ts'
import { compiled } from './statements.ts'

/** One page of records the caller may see, in one SQL statement. Refuses 404 unknown_object, 403 not_allowed, 400 for all that is wrong in the request. */
export async function list(ctx: Ctx, request: ListRequest): Promise<ListAnswer> {
  checkRequest(ctx, request)
  const limit = rowsAsked(request)
  const box = searchBox(request.search)
  const question = questionOf(request)
  const cursor = request.after === undefined ? null : readCursor(question, request.after)
  const shape = JSON.stringify([question, box?.shape, request.columns, limit, request.count, request.can, cursor?.map((value) => value === null)])
  const empty = cursor?.map((value) => value === null) ?? null
  const compile = (many: boolean) => compiled(ctx, `${shape}${many}`, (draft) => compileList(draft, request, { limit, box, empty, many }))
  const values = { ...slotValues(ctx, box, cursor), linkedTo: request.linkedTo?.id }
  const ask = (of: PageStatement) => run<Answered>(ctx, of, values, cursor === null ? undefined : badCursor)
  let statement = compile(false)
  let found = await ask(statement)
  if (statement.isOfFew && (found[0]?.['total'] as number) > statement.bound) found = await ask((statement = compile(true)))
  return {
    rows: found.slice(0, limit).map((row) => rowOf(statement, row)),
    next: found.length > limit ? cursorOf(question, statement.keyNames.map((key) => found[limit - 1]![key] as string | null)) : null,
    ...(request.count ? { count: await countIn(ctx, request, { found, bound: statement.bound }, box) } : {}),
  }
}

/** All that decides which records come, and in which order: what a cursor is bound to. */
export const questionOf = ({ object, where, linkedTo, search, order, archived, trash, may }: ListRequest): string => JSON.stringify([object, where, linkedTo?.link, search, order, archived, trash, may])

export function slotValues(ctx: Ctx, box: SearchBox | null, cursor: KeyValues | null = null): SlotValues {
  const keys = cursor?.map((value, index) => [`key${index}`, value] as const) ?? []
  return { ...rightsValues(ctx), ...box?.values, ...Object.fromEntries(keys) }
}

export function rowOf(statement: Pick<ListStatement, 'columns' | 'abilities'>, answered: Answered): RecordRow {
  const row: RecordRow = { id: answered['id'] as string, version: answered['version'] as number }
  for (const column of statement.columns) row[column.key] = column.read(answered)
  if (statement.abilities !== null) row.can = statement.abilities.read(answered)
  return row
}

/** The count comes in each row of the page. A page without rows, past the end of the list, brings none. */
async function countIn(ctx: Ctx, request: ListRequest, { found, bound }: { found: readonly Answered[]; bound: number }, box: SearchBox | null): Promise<NonNullable<ListAnswer['count']>> {
  if (found.length === 0 && request.after === undefined) return { value: 0, exact: true }
  const total = (found[0]?.['total'] as number | undefined) ?? (await countAlone(ctx, request, box))
  return total > bound ? { value: bound, exact: false } : { value: total, exact: true }
}

async function countAlone(ctx: Ctx, request: ListRequest, box: SearchBox | null): Promise<number> {
  const statement = compiled(ctx, `count ${JSON.stringify([questionOf(request), box?.shape])}`, (draft) => compileCount(draft, request, box))
  const [row] = await run<{ total: number }>(ctx, statement, { ...slotValues(ctx, box), linkedTo: request.linkedTo?.id })
  return row!.total
}
