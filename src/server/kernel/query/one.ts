import type { RecordRow } from '../../../contract/records.ts'
import { and, join, name, sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { ruleOf } from '../access/ways.ts'
import { abilitiesOf } from './abilities.ts'
import { askedObject } from './asked.ts'
import { allPaths, columnsOf, listPaths, type Answered } from './columns.ts'
import { isYes, joinsOf, rootRow, tableOf, type Draft } from './draft.ts'
import type { ListStatement } from './list-statement.ts'
import { rowOf, slotValues } from './list.ts'
import { named, run, statementOf } from './run.ts'
import { slot } from './slots.ts'
import { compiled } from './statements.ts'

export interface OneOptions {
  columns?: readonly string[]
  /** Also when it is in the trash, for those who may delete it. */
  trash?: boolean
  can?: boolean
}

/** One record with all fields the caller may read (or the columns asked for) and what he may do with it; null: not there or not visible. */
export async function one(ctx: Ctx, object: string, id: string, options: OneOptions = {}): Promise<RecordRow | null> {
  askedObject(ctx, object)
  if (!isId(id)) return null
  const shape = `one ${JSON.stringify([object, options.columns, options.trash, options.can])}`
  const statement = compiled(ctx, shape, (draft) => compileOne(draft, object, options))
  const [row] = await run<Answered>(ctx, statement, { ...slotValues(ctx, null), id })
  return row === undefined ? null : rowOf(statement, row)
}

export const isId = (id: unknown): id is string => typeof id === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id)

function compileOne(draft: Draft, objectName: string, { columns: asked, trash = false, can = true }: OneOptions): ListStatement {
  const object = draft.ctx.registry.object(objectName)
  const row = rootRow(object, 't')
  const columns = columnsOf(draft, row, asked === undefined ? allPaths(draft.ctx, object) : listPaths(draft.ctx, object, asked))
  const abilities = can ? abilitiesOf(draft, row, trash) : null
  const alive = sql`${name('t', 'deleted_at')} is null`
  const rule = ruleOf(draft, objectName, 'read', 't')
  const remove = ruleOf(draft, objectName, 'delete', 't')
  const conditions = [
    sql`${name('t', 'id')} = ${slot('id', 'uuid')}`,
    ...(isYes(rule) ? [] : [rule]),
    ...(!trash ? [alive] : isYes(remove) ? [] : [sql`(${alive} or ${remove})`]),
  ]
  const select = [name('t', 'id'), name('t', 'version'), ...columns.flatMap((column) => column.select), ...(abilities?.select ?? [])]
  const statement = statementOf(sql`select ${join(select)} from ${tableOf(row)}${joinsOf(row)} where ${and(conditions)}`)
  // Found by its key, whatever the values: one plan serves all.
  return { ...named(statement), columns, abilities, keyNames: [] }
}
