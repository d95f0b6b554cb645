/**
 * The rows of a writing statement. One row is plain parameters, which every plan of the database knows to be one; several are one
 * array per column side by side: PostgreSQL reads arrays half again as fast as JSON, and a column in which all are empty is one null.
 */
import { join, name, raw, sql, type Sql } from '../../../../expression/sql.ts'
import type { Column } from '../../../../fields/field.ts'
import { newId } from '../../db/uuid7.ts'
import { slot, type SlotValues } from '../../query/slots.ts'
import type { Layout } from '../layout.ts'
import type { Draft, Writing } from '../writing.ts'
import { ofArray, ofText, unquoted } from './literals.ts'
import { changesOf, searchOf } from './row.ts'

export interface Shape {
  single: boolean
  /** Rows that are there already; else new ones. */
  changes: boolean
}

export const shapeOf = (drafts: readonly Draft[]): Shape => ({ single: drafts.length === 1, changes: drafts[0]!.before !== null })

/** `given`: the rows as a table like the object's own, and w_… beside: number, history entry, version, moment and author. */
export function givenSql(layout: Layout, { single, changes }: Shape): Sql {
  const columns = brought(layout, changes)
  const names = new Set(columns.map(([column]) => column))
  const [now, by] = [slot('w_now', 'timestamptz'), slot('w_author', 'uuid')]
  return sql`given as materialized (
    select r.w_n, r.w_history, ${slot('w_verb', 'text')} as w_verb, r.w_changes, r.w_fields::text[] as w_fields, r.at as w_at, r.by as w_by,
      ${join(layout.columns.map((column) => selected(column, names)))}
    from (select coalesce(r.w_at, ${now}) as at, case when r.w_at is null then ${by} else r.w_by end as by, r.* from ${single ? oneRow(columns) : manyRows(columns)}) r)`
}

type Brought = readonly (readonly [column: string, type: string])[]

/** What comes with each row. The moment and the author are those of the whole write, unless the program brings others. */
function brought(layout: Layout, changes: boolean): Brought {
  return [
    ['w_n', 'integer'], ['w_history', 'uuid'], ['w_changes', 'jsonb'], ['w_fields', 'text[]'], ['w_at', 'timestamptz'], ['w_by', 'uuid'],
    ['id', 'uuid'], ['version', 'integer'], ...(changes ? ([['created_at', 'timestamptz'], ['created_by', 'uuid']] as const) : []),
    ['deleted_at', 'timestamptz'], ['deleted_by', 'uuid'], ...(layout.object.archivable ? ([['archived_at', 'timestamptz']] as const) : []), ['search', 'text'],
    ...layout.fields.flatMap((field) => field.columns.map(({ name, type }) => [name, plain(type)] as const)),
  ]
}

const plain = (type: string): string => type.split(' ')[0]!
const slotName = (column: string): string => `g_${column}`

const oneRow = (columns: Brought): Sql => sql`(select ${join(columns.map(([column, type]) => sql`${slot(slotName(column), type)} as ${name(column)}`))}) r`

/** Arrays of arrays would have to be of one length, so each travels as text. */
const manyRows = (columns: Brought): Sql =>
  sql`unnest(${join(columns.map(([column, type]) => slot(slotName(column), `${type.endsWith('[]') ? 'text' : type}[]`)))}) as r(${join(columns.map(([column]) => name(column)))})`

/** A column of the only row, as the parameter itself. */
export const givenSlot = ({ name: column, type }: Column): Sql =>
  usual[column] === 'at' ? slot('w_made_at', 'timestamptz') : usual[column] === 'by' ? slot('w_made_by', 'uuid') : slot(slotName(column), plain(type))

const usual: Readonly<Record<string, string>> = { created_at: 'at', created_by: 'by', updated_at: 'at', updated_by: 'by' }

function selected({ name: column, type }: Column, names: ReadonlySet<string>): Sql {
  const source = name('r', names.has(column) ? column : (usual[column] ?? 'w_by'))
  if (!names.has(column)) return usual[column] === undefined ? sql`null::${raw(plain(type))} as ${name(column)}` : sql`${source} as ${name(column)}` // types of the layout
  if (type.endsWith('[]')) return sql`${source}::${raw(type)}` // the layout's, as below
  return type.includes(' collate ') ? sql`${source} ${raw(type.slice(type.indexOf('collate')))} as ${name(column)}` : source
}

/** The values for `givenSql` of the same shape, or those of them that the statement takes. */
export function givenValues({ layout, ctx, verb }: Writing, drafts: readonly Draft[], taken: ReadonlySet<string>): SlotValues {
  const { single, changes } = shapeOf(drafts)
  const [now, { made }] = [ctx.now.toISOString(), drafts[0]!]
  const values: Record<string, unknown> = {
    w_now: now, w_author: ctx.who.userId, w_verb: verb, w_made_at: made?.at ?? now, w_made_by: made === undefined ? ctx.who.userId : made.by,
  }
  const put = <T>(column: string, type: string, from: readonly T[], valueOf: (one: T) => unknown) => {
    if (taken.has(slotName(column))) values[slotName(column)] = single ? parameter(type, valueOf(from[0]!)) : arrayOf(type, from, valueOf)
  }
  const add = (column: string, type: string, valueOf: (draft: Draft) => unknown) => put(column, type, drafts, valueOf)
  add('w_n', 'integer', ({ n }) => n)
  add('w_history', 'uuid', newId)
  add('w_changes', 'jsonb', (draft) => changesOf(layout, draft))
  add('w_fields', 'text[]', ({ changed }) => (changes ? changed : null))
  add('w_at', 'timestamptz', ({ made }) => made?.at)
  add('w_by', 'uuid', ({ made }) => made?.by)
  add('id', 'uuid', ({ id }) => id)
  add('version', 'integer', ({ before }) => before?.version ?? 1)
  if (changes) add('created_at', 'timestamptz', ({ before }) => before!.createdAt)
  if (changes) add('created_by', 'uuid', ({ before }) => before!.createdBy)
  add('deleted_at', 'timestamptz', ({ standing }) => standing.deletedAt)
  add('deleted_by', 'uuid', ({ standing }) => standing.deletedBy)
  if (layout.object.archivable) add('archived_at', 'timestamptz', ({ standing }) => standing.archivedAt)
  add('search', 'text', ({ after }) => searchOf(layout, after))
  for (const field of layout.fields) {
    if (!field.columns.some(({ name }) => taken.has(slotName(name)))) continue
    const columns = drafts.map(({ after }) => {
      const value = after[field.name] ?? null
      return value === null ? null : field.server.toColumns(value, field.definition)
    })
    // Most fields of most lots are empty in every row.
    if (columns.every((all) => all === null)) for (const { name } of field.columns) values[slotName(name)] = null
    else field.columns.forEach(({ name, type }, place) => put(name, plain(type), columns, (all) => all?.[place]))
  }
  return values
}

const parameter = (type: string, value: unknown): unknown => (value === null || value === undefined ? null : type === 'jsonb' ? JSON.stringify(value) : value)

/** The array as PostgreSQL writes it; null when all are empty. */
function arrayOf<T>(type: string, from: readonly T[], valueOf: (one: T) => unknown): string | null {
  const literal = type === 'jsonb' ? (value: unknown) => ofText(JSON.stringify(value)) : type.endsWith('[]') ? ofArray : unquoted.has(type) ? String : ofText
  let empty = true
  let items = ''
  for (const one of from) {
    const value = valueOf(one) ?? null
    if (value !== null) empty = false
    items += value === null ? ',NULL' : `,${literal(value)}`
  }
  return empty ? null : `{${items.slice(1)}}`
}
