import { and, join, name, sql } from '../../../expression/sql.ts'
import type { PoolClient } from 'pg'
import type { RecordRow } from '../../../contract/records.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import { abilitiesOf } from './abilities.ts'
import { checkRequest } from './asked.ts'
import { columnsOf, listPaths, type Answered } from './columns.ts'
import { draftOf, joinsOf, rootRow, tableOf, type Draft } from './draft.ts'
import { filterOf } from './filter.ts'
import type { ListStatement } from './list-statement.ts'
import { rowOf, slotValues } from './list.ts'
import { orderBy, orderKeys } from './order.ts'
import type { ListRequest } from './request.ts'
import { statementOf } from './run.ts'
import { searchBox, type SearchBox } from './search-box.ts'
import { bind } from './slots.ts'
import { compiled } from './statements.ts'

const rowsAtOnce = 1_000

/** All records of a list, of one moment, about 1,000 at a time; `limit` and `after` are not heeded. */
export async function* stream(ctx: Ctx, request: Omit<ListRequest, 'limit' | 'after' | 'count'>): AsyncGenerator<RecordRow[]> {
  checkRequest(ctx, request)
  const box = searchBox(request.search)
  const { object, columns, where, search, order, archived, trash, can, may } = request
  const shape = `stream ${JSON.stringify([object, columns, where, search === undefined, box?.shape, order, archived, trash, can, may])}`
  const statement = compiled(ctx, shape, (draft) => compileStream(draft, request, box))
  for await (const rows of fetched(ctx.db, statement.text, bind(statement.values, slotValues(ctx, box)))) yield rows.map((row) => rowOf(statement, row))
}

function compileStream(given: Draft, request: ListRequest, box: SearchBox | null): ListStatement {
  const draft = draftOf(given, 'all rows')
  const object = draft.ctx.registry.object(request.object)
  const row = rootRow(object, 't')
  const columns = columnsOf(draft, row, listPaths(draft.ctx, object, request.columns))
  const abilities = request.can ? abilitiesOf(draft, row, request.trash === true) : null
  const { conditions } = filterOf(draft, row, request, box)
  const order = orderKeys(draft, row, request.order).map((key) => orderBy(key))
  const select = [name('t', 'id'), name('t', 'version'), ...columns.flatMap((column) => column.select), ...(abilities?.select ?? [])]
  const statement = sql`select ${join(select)} from ${tableOf(row)}${joinsOf(row)} where ${and(conditions)} order by ${join(order)}`
  return { ...statementOf(statement), columns, abilities, keyNames: [] }
}

let cursors = 0

/** A cursor sees the moment it was opened at, however long it is read and whatever is written meanwhile. */
async function* fetched(db: Db, text: string, values: readonly unknown[]): AsyncGenerator<Answered[]> {
  const session = await borrowed(db)
  const cursor = `stream_${++cursors}`
  let failed: unknown
  try {
    if (!db.inTransaction) await session.client.query('begin read only')
    // It is going to be read to the end, so what counts is the whole and not the first rows.
    await session.client.query('set local cursor_tuple_fraction = 1')
    await session.client.query({ text: `declare ${cursor} no scroll cursor for ${text}`, values: values as unknown[] })
    const fetch = () => {
      const coming = session.client.query<Answered>(`fetch ${rowsAtOnce} from ${cursor}`)
      // Heard of when its turn comes, and of no interest to a reader who has left by then.
      coming.catch(() => undefined)
      return coming
    }
    // The database looks for the next rows while these are being used.
    for (let coming = fetch(); ; ) {
      const { rows } = await coming
      if (rows.length === rowsAtOnce) coming = fetch()
      if (rows.length > 0) yield rows
      if (rows.length < rowsAtOnce) return
    }
  } catch (error) {
    failed = error
    throw error
  } finally {
    if (db.inTransaction) {
      if (failed === undefined) await session.client.query(`close ${cursor}`)
    } else await session.client.query('rollback').catch((error: unknown) => (failed ??= error))
    await session.giveBack(failed)
  }
}

/** The connection for as long as the reader of the stream takes, which no callback could last. */
async function borrowed(db: Db): Promise<{ client: PoolClient; giveBack(failed: unknown): Promise<void> }> {
  const opened = Promise.withResolvers<PoolClient>()
  const done = Promise.withResolvers<void>()
  const lent = db.connection(async (client) => {
    opened.resolve(client)
    await done.promise
  })
  lent.catch((error: unknown) => opened.reject(error))
  return {
    client: await opened.promise,
    async giveBack(failed) {
      if (failed === undefined) done.resolve()
      else done.reject(failed)
      await lent.catch(() => undefined)
    },
  }
}
