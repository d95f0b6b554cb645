/** A board whose columns are other records, whole: what it may be of, its columns, how many and for how much in each, and the first cards. */
import { together } from '../../../contract/board.ts'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import type { BoardAnswer, ListAnswer } from '../../../contract/records.ts'
import { refuse } from '../../../contract/refusal.ts'
import { canRead } from '../access/field-access.ts'
import type { Ctx } from '../context.ts'
import { checkRequest } from './asked.ts'
import { groups } from './groups.ts'
import { list } from './list.ts'
import type { ListRequest } from './request.ts'
import { sideBySide } from './side-by-side.ts'
import { texts } from './texts.ts'

export interface BoardRequest extends Pick<ListRequest, 'object' | 'columns' | 'where' | 'search' | 'order' | 'limit' | 'archived'> {
  /** The id of what the whole board is of: a pipeline. The first that is offered, where it is left out or not among them. */
  in?: string
  /** Of each column; how many, where it is left out. */
  measures?: readonly string[]
}

const mostOffered = 100
const mostColumns = 50
const nothing: BoardAnswer = { within: null, columns: { rows: [], next: null }, groups: [], pages: [] }

/** Refuses what `list` and `groups` would; 404 where the object has no such board that the caller may see. */
export async function board(ctx: Ctx, { in: wanted, measures = ['count'], ...asked }: BoardRequest): Promise<BoardAnswer> {
  checkRequest(ctx, asked)
  const object = ctx.registry.object(asked.object)
  const link = linkOf(ctx, object, object.board?.by)
  if (link === null) return refuse('not_found', texts.noBoard, { status: 404 })
  const within = linkOf(ctx, object, object.board!.within?.link)
  const offered = within === null ? null : await offeredIn(ctx, within.target, object.board!.within!.where)
  const chosen = offered?.rows.find(({ id }) => id === wanted) ?? offered?.rows[0]
  if (offered !== null && chosen === undefined) return { ...nothing, within: offered }
  const all = chosen === undefined ? undefined : `${within!.name} = '${chosen.id}'`
  const { columns: paths, order, limit, ...selection } = asked
  const [[columns, pages], { groups: sums }] = await Promise.all([
    columnsOf(ctx, object, { target: link.target, where: all }).then(async (columns) => {
      const lists = columns.rows.map(({ id }) => ({ id, where: together(asked.where, `${link.name} = '${id}'`)! }))
      return [columns, lists.length === 0 ? [] : await sideBySide(ctx, { ...asked, by: link.name, lists })] as const
    }),
    groups(ctx, { ...selection, by: [link.name], measures: [...measures], ...whereOf(together(asked.where, all)) }),
  ])
  return { within: offered, columns, groups: sums, pages }
}

const whereOf = (where: string | undefined) => (where === undefined ? {} : { where })

function linkOf(ctx: Ctx, object: ObjectDefinition, name: string | undefined): { name: string; target: string } | null {
  const field = name === undefined ? null : ctx.registry.field(object.name, name)
  return field?.type === 'link' && canRead(ctx, object.name, field.name) ? { name: field.name, target: field.target } : null
}

function offeredIn(ctx: Ctx, name: string, where: string | undefined): Promise<ListAnswer> {
  const { nameField, list: { order } } = ctx.registry.object(name)
  return list(ctx, { object: name, columns: [nameField], order, limit: mostOffered, ...whereOf(where) })
}

function columnsOf(ctx: Ctx, { board: declared }: ObjectDefinition, { target, where }: { target: string; where: string | undefined }): Promise<ListAnswer> {
  const { color, order } = declared!
  const isColored = color !== undefined && canRead(ctx, target, color)
  return list(ctx, { object: target, columns: [ctx.registry.object(target).nameField, ...(isColored ? [color] : [])], order, limit: mostColumns, ...whereOf(where) })
}
