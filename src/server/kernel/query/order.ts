/** In which order records come: the keys asked for, and the id as the last, so that no two records share a place. */
import type { ObjectDefinition } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { name, raw, sql, type Sql } from '../../../expression/sql.ts'
import type { ExprType } from '../../../expression/types.ts'
import { serverOf } from '../../../fields/servers.ts'
import type { Rights } from '../access/field-access.ts'
import { columnName } from '../metadata/naming.ts'
import type { Draft, Row } from './draft.ts'
import { aliasOf } from './live.ts'
import { findPath, pathOf, rowAt, type FieldPath } from './path.ts'
import { texts } from './texts.ts'

export interface OrderKey {
  expression: Sql
  /** SQL type, for the values in cursors. */
  type: string
  descending: boolean
  nullable: boolean
  /** Has every object's table an index in this order, of the key and the id? */
  walkable: boolean
}

interface Asked {
  path: FieldPath
  descending: boolean
}

const mostKeys = 6
const neverEmpty = new Set(['id', 'version', 'createdAt', 'updatedAt'])

export function orderKeys(draft: Draft, row: Row, order: string | undefined): OrderKey[] {
  const { object } = row
  const asked = order === undefined ? ownOrder(draft.ctx, object) : askedOrder(draft.ctx, object, order)
  const keys: OrderKey[] = []
  for (const { path, descending } of asked) {
    const isId = path.links.length === 0 && path.field.name === 'id'
    if (!isId) keys.push(keyOf(draft, row, path, descending))
    else return [...keys, idKey(row, descending)]
  }
  // The id goes the way of the key before it: then one index, read forwards or backwards, gives the order.
  return [...keys, idKey(row, keys.at(-1)?.descending ?? false)]
}

const idKey = (row: Row, descending: boolean): OrderKey => ({ expression: name(row.alias, 'id'), type: 'uuid', descending, nullable: false, walkable: false })

/** As declared; keys that this person may not read are passed over without a word. */
function ownOrder(rights: Rights, object: ObjectDefinition): Asked[] {
  return partsOf(object.list.order).flatMap(({ called, descending }) => {
    const path = sortable(rights, object, called, findPath)
    return path === null ? [] : [{ path, descending }]
  })
}

function askedOrder(rights: Rights, object: ObjectDefinition, order: string): Asked[] {
  const parts = partsOf(order)
  if (parts.length > mostKeys) refuse('too_many', texts.tooMany, { field: 'order', values: { max: mostKeys, name: 'order' }, status: 400 })
  const asked = parts.map(({ called, descending }) => ({ path: sortable(rights, object, called, (of, at, path) => pathOf(of, at, path, 'order')), descending, called }))
  asked.forEach(({ called }, index) => {
    if (asked.findIndex((other) => other.called === called) !== index) refuse('malformed', texts.twiceInOrder, { field: 'order', values: { name: called }, status: 400 })
  })
  return asked as Asked[]
}

export const partsOf = (order: string): { called: string; descending: boolean }[] =>
  order.split(',').map((part) => part.trim()).filter((part) => part !== '').map((part) => ({ called: part.replace(/^[-+]/, ''), descending: part.startsWith('-') }))

/** A link is sorted by the name of what it leads to. */
function sortable<P extends FieldPath | null>(rights: Rights, object: ObjectDefinition, called: string, find: (rights: Rights, object: ObjectDefinition, path: string) => P): P {
  const path = find(rights, object, called)
  if (path === null || path.field.type !== 'link' || path.part !== null) return path
  const target = rights.registry.objects.get(path.field.target)
  return target === undefined ? path : find(rights, object, `${called}.${target.nameField}`)
}

function keyOf(draft: Draft, root: Row, path: FieldPath, descending: boolean): OrderKey {
  const row = rowAt(draft, root, path)
  const { field, part } = path
  const nullable = path.links.length > 0 || !neverEmpty.has(field.name)
  if (field.name === 'id') return { expression: name(row.alias, 'id'), type: 'uuid', descending, nullable, walkable: false }
  const sorted = part === null ? serverOf(field).order(field, columnName(field), aliasOf(draft, row, field)) : partOrder(path, aliasOf(draft, row, field))
  if (sorted === null) return refuse('not_sortable', texts.notSortable, { field: 'order', values: { name: path.path }, status: 400 })
  const walkable = path.links.length === 0 && part === null && (field.name === root.object.nameField || field.name === 'createdAt')
  return { expression: sorted.expression, type: sorted.type, descending, nullable, walkable }
}

const sqlTypes: Partial<Record<ExprType['kind'], string>> = { text: 'text', choice: 'text', number: 'numeric', money: 'numeric', date: 'date', time: 'time', dateTime: 'timestamptz', yesNo: 'boolean' }

function partOrder({ field, part, type }: FieldPath, alias: string): { expression: Sql; type: string } | null {
  const sqlType = sqlTypes[type.kind]
  return sqlType === undefined ? null : { expression: serverOf(field).part!(field, columnName(field), alias, part!), type: sqlType }
}

/** As ORDER BY takes it. Empty values come last; where there can be none, nothing is said of them, so that an index read backwards serves. */
export const orderBy = (key: OrderKey, canBeEmpty = key.nullable): Sql => sql`${key.expression}${raw(key.descending ? (canBeEmpty ? ' desc nulls last' : ' desc') : '')}`
