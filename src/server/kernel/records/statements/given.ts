/**
 * The rows of a writing statement, as one array per column: PostgreSQL reads arrays half again as fast as JSON, and a column in
 * which all rows are empty is one null.
 */
import { join, name, raw, sql, type Sql } from '../../../../expression/sql.ts'
import type { Column } from '../../../../fields/field.ts'
import { newId } from '../../db/uuid7.ts'
import type { Layout } from '../layout.ts'
import type { Draft, Writing } from '../writing.ts'
import { changesOf, searchOf } from './row.ts'

interface Filling {
  type: string
  count: number
  /** Literals of the array's items; null when all are empty. */
  items: string[] | null
  /** The value itself, when there is one row. */
  single: unknown
}

/** `given`: the rows as a table like the object's own, and w_… beside: number, history entry, version, moment and author. */
export function givenRows(writing: Writing, drafts: readonly Draft[]): Sql {
  const { layout, ctx, verb } = writing
  const columns = fill(writing, drafts)
  const names = [...columns.keys()]
  const [now, by] = [sql`${ctx.now.toISOString()}::timestamptz`, sql`${ctx.who.userId}::uuid`]
  const own = layout.columns.map((column) => selected(column, names))
  return sql`given as materialized (
    select r.w_n, r.w_history, ${verb}::text as w_verb, r.w_changes, r.w_fields::text[] as w_fields, r.at as w_at, r.by as w_by, ${join(own)}
    from (select coalesce(r.w_at, ${now}) as at, case when r.w_at is null then ${by} else r.w_by end as by, r.* from ${source(columns)}) r)`
}

/** One row as plain parameters, which every plan of the database knows to be one; several as arrays side by side. */
function source(columns: ReadonlyMap<string, Filling>): Sql {
  const all = [...columns]
  if (all[0]![1].count === 1) return sql`(select ${join(all.map(([column, { type, single }]) => sql`${single}::${raw(type)} as ${name(column)}`))}) r` // types of the layout
  const arrays = all.map(([, { type, items }]) => sql`${items === null ? null : `{${items.join(',')}}`}::${raw(type.endsWith('[]') ? 'text' : type)}[]`) // types of the layout
  return sql`unnest(${join(arrays)}) as r(${join(all.map(([column]) => name(column)))})`
}

/** What is not brought per row is the moment and the author of the write; what nobody brings is empty. */
const usual: Readonly<Record<string, string>> = { created_at: 'r.at', created_by: 'r.by', updated_at: 'r.at', updated_by: 'r.by' }

function selected({ name, type }: Column, names: readonly string[]): Sql {
  if (names.includes(name)) return raw(type.endsWith('[]') ? `r."${name}"::${type}` : type.includes(' collate ') ? `r."${name}" ${type.slice(type.indexOf('collate'))} as "${name}"` : `r."${name}"`)
  // raw is safe: columns and their types come from the registry.
  return raw(`${usual[name] ?? `null::${type}`} as "${name}"`)
}

function fill({ layout }: Writing, drafts: readonly Draft[]): Map<string, Filling> {
  const columns = new Map<string, Filling>()
  const add = (name: string, type: string, valueOf: (draft: Draft) => unknown) => columns.set(name, filled(type, drafts, valueOf))
  const changes = drafts[0]!.before !== null
  add('w_n', 'integer', ({ n }) => n)
  add('w_history', 'uuid', newId)
  add('w_changes', 'jsonb', changesOf)
  add('w_fields', 'text[]', ({ changed }) => (changes ? changed : null))
  add('w_at', 'timestamptz', ({ made }) => made?.at ?? null)
  add('w_by', 'uuid', ({ made }) => made?.by ?? null)
  add('id', 'uuid', ({ id }) => id)
  add('version', 'integer', ({ before }) => before?.version ?? 1)
  if (changes) {
    add('created_at', 'timestamptz', ({ before }) => before!.createdAt)
    add('created_by', 'uuid', ({ before }) => before!.createdBy)
  }
  add('deleted_at', 'timestamptz', ({ standing }) => standing.deletedAt)
  add('deleted_by', 'uuid', ({ standing }) => standing.deletedBy)
  if (layout.object.archivable) add('archived_at', 'timestamptz', ({ standing }) => standing.archivedAt)
  add('search', 'text', ({ after }) => searchOf(layout, after))
  fillFields(layout, drafts, columns)
  return columns
}

function fillFields(layout: Layout, drafts: readonly Draft[], columns: Map<string, Filling>): void {
  for (const field of layout.fields) {
    const values = drafts.map(({ after }) => {
      const value = after[field.name] ?? null
      return value === null ? null : field.server.toColumns(value, field.definition)
    })
    field.columns.forEach(({ name, type }, place) => columns.set(name, filled(type, values, (value) => value?.[place])))
  }
}

function filled<T>(type: string, from: readonly T[], valueOf: (one: T) => unknown): Filling {
  const plain = type.split(' ')[0]!
  if (from.length === 1) return { type: plain, count: 1, items: null, single: parameter(plain, valueOf(from[0]!)) }
  const literal = literals[plain] ?? (plain.endsWith('[]') ? ofArray : plain in unquoted ? String : ofText)
  let empty = true
  const items = from.map((one) => {
    const value = valueOf(one)
    if (value === null || value === undefined) return 'NULL'
    empty = false
    return literal(value)
  })
  return { type: plain, count: from.length, items: empty ? null : items, single: null }
}

const parameter = (type: string, value: unknown): unknown => (value === null || value === undefined ? null : type === 'jsonb' ? JSON.stringify(value) : value)

/** Types whose text holds nothing that an array could misread. */
const unquoted = { uuid: 1, integer: 1, numeric: 1, date: 1, timestamptz: 1, boolean: 1 }
const ofText = (value: unknown): string => quoted(String(value))
const literals: Readonly<Record<string, (value: unknown) => string>> = { jsonb: (value) => quoted(JSON.stringify(value)) }

/** An array within an array's item: its own quotes are written as the item's. */
function ofArray(value: unknown): string {
  const items = (value as unknown[]).map((item) => {
    const text = String(item)
    return isPlain(text) ? `\\"${text}\\"` : quoted(quoted(text)).slice(1, -1)
  })
  return `"{${items.join(',')}}"`
}

const isPlain = (text: string): boolean => !text.includes('"') && !text.includes('\\')

function quoted(text: string): string {
  if (isPlain(text)) return `"${text}"`
  const escaped = text.includes('\\') ? text.replaceAll('\\', '\\\\') : text
  return `"${escaped.replaceAll('"', '\\"')}"`
}
