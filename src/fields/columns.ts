/** What the field types' SQL has in common: one column that holds the value as it is, and lists in an array column. */
import type { FieldDefinition, FieldTypeName } from '../contract/definition.ts'
import { name, raw, sql } from '../expression/sql.ts'
import type { FieldServer } from './field.ts'
import { kindsLoss } from './loss.ts'

/** Sorted for people in Polish order, which also orders English right; ICU is part of every PostgreSQL we support. */
export const textForPeople = 'text collate "pl-x-icu"'

interface OneColumn<V> {
  type: string
  fromSql(value: unknown): V
  /** SQL type of the sort value for cursors; left out: cannot be sorted by. */
  sortedAs?: string
  /** Index methods that cannot serve sorting: arrays. */
  gin?: boolean
}

/** A field type whose value is one column: what is written is what is read, compared and sorted. */
export function oneColumn<T extends FieldTypeName, V>(shape: OneColumn<V>): FieldServer<T, V> {
  return {
    columns: (_field: FieldDefinition<T>, column) => [{ name: column, type: shape.type }],
    toColumns: (value) => [value],
    select: (_field, column, alias) => name(alias, column),
    fromSql: (value) => (value === null || value === undefined ? null : shape.fromSql(value)),
    expr: (_field, column, alias) => name(alias, column),
    order: (_field, column, alias) => (shape.sortedAs === undefined ? null : { expression: name(alias, column), type: shape.sortedAs }),
    indexes: (_field, column) => [shape.gin ? ginIndex(column) : sortIndex(column)],
  }
}

/** For filter and sort: the id makes the order total, so that paging by key has no gaps. */
export const sortIndex = (column: string): string => `using btree ("${column}", "id")`
export const ginIndex = (column: string): string => `using gin ("${column}")`

export const asText = (value: unknown): string => String(value)

interface Entries<V> {
  /** Columns of the first entry; by the first of them the field is sorted. */
  mainColumns: readonly string[]
  type: string
  mainValues(first: V): readonly unknown[]
  textOf(entry: V): string
}

/** Several phones, mails or addresses: the document, its first entry for list and sort, all values for `has` and duplicates. */
export function entriesServer<T extends FieldTypeName, V>({ mainColumns, type, mainValues, textOf }: Entries<V>): FieldServer<T, V[]> {
  const sorted = mainColumns[0]!
  return {
    columns: (_field, column) => [
      { name: column, type: 'jsonb' },
      { name: `${column}_values`, type: 'text[]' },
      ...mainColumns.map((part) => ({ name: `${column}_${part}`, type })),
    ],
    toColumns: (value) => {
      const first = value?.[0]
      if (value === null || first === undefined) return [null, null, ...mainColumns.map(() => null)]
      return [value, value.map(textOf), ...mainValues(first)]
    },
    select: (_field, column, alias) => name(alias, column),
    fromSql: (value) => (Array.isArray(value) && value.length > 0 ? (value as V[]) : null),
    expr: (_field, column, alias) => name(alias, `${column}_values`),
    part: (_field, column, alias, part) => {
      if (part === 'value') return name(alias, `${column}_values`)
      if (mainColumns.includes(snake(part))) return name(alias, `${column}_${snake(part)}`)
      if (part === 'main') return sql`${name(alias, `${column}_values`)}${raw('[1]')}`
      throw new Error(`no such part: ${part}`)
    },
    order: (_field, column, alias) => ({ expression: name(alias, `${column}_${sorted}`), type: 'text' }),
    indexes: (_field, column) => [sortIndex(`${column}_${sorted}`), ginIndex(`${column}_values`)],
    lossSql: kindsLoss,
  }
}

export const snake = (part: string): string => part.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
