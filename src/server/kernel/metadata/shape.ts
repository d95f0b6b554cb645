/** What the database should hold for a declaration: columns, indexes, foreign keys. Nothing is read or written here. */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { sortIndex } from '../../../fields/columns.ts'
import { serverOf } from '../../../fields/servers.ts'
import { orderPaths } from './mentions.ts'
import { columnName, foreignKeyName, indexName, snakeCase, tableName, uniqueIndexName } from './naming.ts'
import type { Registry } from './registry.ts'

export interface TableShape {
  table: string
  columns: { name: string; type: string }[]
  /** `definition` follows `create [unique] index NAME on TABLE`. */
  indexes: { name: string; unique: boolean; definition: string }[]
  links: { name: string; column: string; target: string }[]
}

export function shapeOf(object: ObjectDefinition, registry: Registry): TableShape {
  return { table: tableName(object), columns: columnsOf(object), indexes: indexesOf(object), links: linksOf(object, registry) }
}

function columnsOf(object: ObjectDefinition): TableShape['columns'] {
  const system = [
    ['id', 'uuid primary key'], ['version', 'integer not null'],
    ['created_at', 'timestamptz(3) not null'], ['created_by', 'uuid'], ['updated_at', 'timestamptz(3) not null'], ['updated_by', 'uuid'],
    ['deleted_at', 'timestamptz(3)'], ['deleted_by', 'uuid'], ['search', "text not null default ''"],
    ...(object.access.kind === 'owned' ? [['owner', 'uuid']] : []),
    ...(object.archivable ? [['archived_at', 'timestamptz(3)']] : []),
  ].map(([name, type]) => ({ name: name!, type: type! }))
  return [...system, ...object.fields.filter(isKept).flatMap((field) => serverOf(field).columns(field, columnName(field)))]
}

function indexesOf(object: ObjectDefinition): TableShape['indexes'] {
  const plain = [
    'using gin ("search" gin_trgm_ops)',
    'using btree ("deleted_at", "id") where deleted_at is not null',
    ...(object.archivable ? ['using btree ("archived_at", "id") where archived_at is not null'] : []),
    ...(object.access.kind === 'owned' ? [telling(object, ['owner', 'id'])] : []),
    // Newest first is asked of every list; an index on updated_at as well would make every change touch all indexes.
    object.access.kind === 'owned' ? sortIndex('created_at') : telling(object, ['created_at', 'id']),
    ...systemOrders(object).map(sortIndex),
    // For equality and for beginnings, whatever the database's own order of letters is.
    ...foldedKeys(object).map((column) => `using btree (sedno_fold("${column}") text_pattern_ops)`),
    ...object.fields.filter((field) => isIndexed(object, field)).flatMap((field) => serverOf(field).indexes(field, columnName(field))),
  ]
  const unique = object.fields.filter((field) => 'unique' in field && field.unique === true)
  const several = (object.indexes ?? []).map(({ fields, unique, only }) => ({
    columns: fields.map((path) => columnOfPath(object, path)), unique: unique === true,
    only: only === undefined ? '' : ` where "${columnOfPath(object, only.field)}" is ${only.is === 'empty' ? '' : 'not '}null`,
  }))
  return [
    ...[...new Set([...plain, ...several.filter((index) => !index.unique).map(({ columns, only }) => `${btree([...columns, 'id'])}${only}`)])].map((definition) => ({
      name: indexName(object, definition), unique: false, definition,
    })),
    ...unique.map((field) => (isAnyCase(field) ? anyCaseIndex(object, field) : uniqueIndex(object, [columnName(field)], unlessOf(field)))),
    ...several.filter((index) => index.unique).map(({ columns }) => uniqueIndex(object, columns)),
  ]
}

const unlessOf = (field: FieldDefinition): string | undefined => ('uniqueUnless' in field ? field.uniqueUnless : undefined)
export const isAnyCase = (field: FieldDefinition): boolean => 'anyCase' in field && field.anyCase === true

/** Under a name of its own: the one that minds capitals goes when they no longer count. */
function anyCaseIndex(object: ObjectDefinition, field: FieldDefinition): TableShape['indexes'][number] {
  const { definition } = uniqueIndex(object, [columnName(field)], unlessOf(field))
  return { name: uniqueIndexName(object, [columnName(field), 'any_case']), unique: true, definition: definition.replace(`("${columnName(field)}")`, `(sedno_lower("${columnName(field)}"))`) }
}

/** Among the records not in the trash; `unless` names a field that takes a record out of the rule when it is filled. */
function uniqueIndex(object: ObjectDefinition, columns: readonly string[], unless?: string): TableShape['indexes'][number] {
  const outside = unless === undefined ? '' : ` and "${columnOfPath(object, unless)}" is null`
  return { name: uniqueIndexName(object, columns), unique: true, definition: `${btree(columns)} where deleted_at is null${outside}` }
}

/** A value computed whenever it is asked for has no column. */
const isKept = (field: FieldDefinition): boolean => field.computed !== 'live'

/** Asked for, or needed by what the declaration promises: following links, sorting by name, finding duplicates. */
function isIndexed(object: ObjectDefinition, field: FieldDefinition): boolean {
  if (!isKept(field)) return false
  if (field.indexed || field.type === 'link' || field.type === 'links' || field.name === object.nameField) return true
  const promised = [...(object.duplicateKeys ?? []).flat(), ...orderPaths(object.list.order)]
  return promised.some((path) => path.split('.')[0] === field.name)
}

/** Names by which duplicates are looked for, and records are found on import: compared without case and diacritics. */
function foldedKeys(object: ObjectDefinition): string[] {
  const first = (object.duplicateKeys ?? []).map((key) => object.fields.find((field) => field.name === key[0]))
  const named = object.fields.find((field) => field.name === object.nameField)
  const folded = [...first, named].filter((field) => field?.type === 'text' && !field.pattern && !field.unique)
  return [...new Set(folded.map((field) => columnName(field!)))]
}

/**
 * With what every list asks of a record, so that the index alone counts all records, or those that are somebody's: of wide records a
 * page holds a few, of this index hundreds. What is empty takes no room in it.
 */
function telling(object: ObjectDefinition, columns: readonly string[]): string {
  return `${btree(columns)} include ("deleted_at"${object.archivable ? ', "archived_at"' : ''})`
}

function systemOrders(object: ObjectDefinition): string[] {
  return orderPaths(object.list.order).filter((path) => path === 'updatedAt').map(snakeCase)
}

/** 'name' → name, 'addresses.city' → addresses_city, 'createdAt' → created_at */
function columnOfPath(object: ObjectDefinition, path: string): string {
  const [first, ...parts] = path.split('.')
  const field = object.fields.find((each) => each.name === first)
  return [field ? columnName(field) : snakeCase(first!), ...parts.map(snakeCase)].join('_')
}

function linksOf(object: ObjectDefinition, registry: Registry): TableShape['links'] {
  const declared = object.fields.flatMap((field) => (field.type === 'link' ? [{ column: columnName(field), target: field.target }] : []))
  const owner = object.access.kind === 'owned' && registry.objects.has('user') ? [{ column: 'owner', target: 'user' }] : []
  return [...owner, ...declared].map(({ column, target }) => ({ name: foreignKeyName(object, column), column, target: tableName(registry.objects.get(target) ?? { name: target }) }))
}

const btree = (columns: readonly string[]): string => `using btree (${columns.map((column) => `"${column}"`).join(', ')})`
