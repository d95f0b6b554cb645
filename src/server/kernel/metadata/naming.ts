/** Names in the database: snake_case of the declaration's names. The registry alone makes them, so they are safe to quote. */
import { createHash } from 'node:crypto'
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'

export function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
}

/** Of an object of the administrator's the table is named by its id and stays when the object is renamed. */
export function tableName(object: Pick<ObjectDefinition, 'name' | 'table'>): string {
  return object.table ?? snakeCase(object.name)
}

/** Base name of a field's columns; a type with several adds its parts (`turnover_amount`). */
export function columnName(field: Pick<FieldDefinition, 'name' | 'column' | 'custom'>): string {
  return field.column ?? `${field.custom ? 'x_' : ''}${snakeCase(field.name)}`
}

/** Unique index of one field or of several; the write path knows by it which field a doubled value belongs to. */
export function uniqueIndexName(object: Pick<ObjectDefinition, 'name' | 'table'>, columns: readonly string[]): string {
  return fitting(`${tableName(object)}__${columns.join('__')}`, 'unique')
}

export function foreignKeyName(object: Pick<ObjectDefinition, 'name' | 'table'>, column: string): string {
  return fitting(`${tableName(object)}__${column}`, 'link')
}

/** `definition` is what follows `on table`: another definition is another index. */
export function indexName(object: Pick<ObjectDefinition, 'name' | 'table'>, definition: string): string {
  const columns = /\(([^)]*)\)/.exec(definition)?.[1]?.replaceAll(/[^a-z0-9_]+/g, '_').replace(/^_+|_+$/g, '') ?? ''
  return fitting(`${tableName(object)}__${columns}`, digest(definition))
}

/** PostgreSQL cuts names at 63 bytes without a word; ours are cut so that they stay different. */
function fitting(name: string, ending: string): string {
  const full = `${name}__${ending}`
  return full.length <= 63 ? full : `${name.slice(0, 63 - ending.length - 12)}__${digest(full)}__${ending}`
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)
