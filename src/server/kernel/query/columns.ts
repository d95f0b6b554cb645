/** What a list shows: SQL for each column and how its answer becomes the API's JSON. */
import type { ObjectDefinition } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { and, name, raw, sql, type Sql } from '../../../expression/sql.ts'
import { serverOf } from '../../../fields/servers.ts'
import { canRead, type Rights } from '../access/field-access.ts'
import { columnName } from '../metadata/naming.ts'
import { systemFieldsOf } from '../metadata/system-fields.ts'
import { columnOf, freshAlias, leadsSomewhere, linkedRow, nameOf, tableOf, thereFor, type Draft, type Row } from './draft.ts'
import { aliasOf } from './live.ts'
import { findPath, pathOf, rowAt, type FieldPath } from './path.ts'
import { texts } from './texts.ts'

export type Answered = Record<string, unknown>

export interface Column {
  key: string
  select: Sql[]
  /** From the row that PostgreSQL answered to the value of the API. */
  read(row: Answered): unknown
}

const mostColumns = 200

/** Asked for: each must be there. Left out: the object's own, as far as the person may read them. */
export function listPaths(rights: Rights, object: ObjectDefinition, asked: readonly string[] | undefined): FieldPath[] {
  if (asked === undefined) return object.list.columns.flatMap((path) => findPath(rights, object, path) ?? [])
  if (asked.length > mostColumns) refuse('too_many', texts.tooMany, { field: 'columns', values: { max: mostColumns, name: 'columns' }, status: 400 })
  return [...new Set(asked)].map((path) => pathOf(rights, object, path, 'columns'))
}

/** Every field that the person may read. */
export function allPaths(rights: Rights, object: ObjectDefinition): FieldPath[] {
  return [...object.fields, ...systemFieldsOf(object)].flatMap((field) => findPath(rights, object, field.name) ?? [])
}

/** `id` and `version` are in every row anyway. */
export function columnsOf(draft: Draft, row: Row, paths: readonly FieldPath[]): Column[] {
  return paths.filter((path) => path.path !== 'id' && path.path !== 'version').map((path, index) => columnAt(draft, row, path, `c${index}`))
}

function columnAt(draft: Draft, root: Row, path: FieldPath, as: string): Column {
  const { field, part } = path
  const row = rowAt(draft, root, path)
  if (part === null && field.type === 'link') return leadsSomewhere(draft, field) ? linkColumn(draft, row, path, as) : nothingAt(path)
  if (part === null && field.type === 'links') return leadsSomewhere(draft, field) ? linksColumn(draft, row, path, as) : nothingAt(path)
  const server = serverOf(field)
  const column = columnName(field)
  const alias = aliasOf(draft, row, field)
  if (part !== null) return { key: path.path, select: [as_(server.part!(field, column, alias, part), as)], read: (answered) => answered[as] ?? null }
  return { key: path.path, select: [as_(server.select(field, column, alias), as)], read: (answered) => server.fromSql(answered[as], field) }
}

const as_ = (expression: Sql, as: string): Sql => sql`${expression} as ${name(as)}`

const nothingAt = (path: FieldPath): Column => ({ key: path.path, select: [], read: () => null })

function linkColumn(draft: Draft, row: Row, path: FieldPath, as: string): Column {
  const linked = linkedRow(draft, row, path.field.name)
  return {
    key: path.path,
    select: [as_(name(linked.alias, 'id'), as), as_(shownName(draft, linked), `${as}_name`)],
    read: (answered) => (answered[as] === null ? null : { id: answered[as], name: answered[`${as}_name`] ?? '' }),
  }
}

/** The visible ones of a list of links, in its order, as [id, name] pairs. */
function linksColumn(draft: Draft, row: Row, path: FieldPath, as: string): Column {
  const field = path.field as Extract<FieldPath['field'], { type: 'links' }>
  const linked: Row = { object: draft.ctx.registry.object(field.target), alias: freshAlias(draft), eyes: 'person', joins: null }
  const place = freshAlias(draft)
  const on = and([sql`${name(linked.alias, 'id')} = ${name(place, 'id')}`, ...thereFor(draft, linked)])
  const column = columnOf(row, field)
  const pairs = sql`(select json_agg(json_build_array(${name(linked.alias, 'id')}, ${shownName(draft, linked)}) order by ${name(place, 'place')}) from unnest(${column}) with ordinality as ${name(place)}(id, place) join ${tableOf(linked)} on ${on})`
  return {
    key: path.path,
    select: [as_(sql`case when ${column} is not null then ${pairs} end`, as)],
    read: (answered) => (answered[as] as [string, string | null][] | null)?.map(([id, called]) => ({ id, name: called ?? '' })) ?? null,
  }
}

function shownName(draft: Draft, row: Row): Sql {
  return canRead(draft.ctx, row.object.name, row.object.nameField) ? nameOf(row) : raw('null')
}
