/** One statement in the making: who asks, which circumstances went into its text, and names for its tables. */
import type { FieldDefinition, ObjectDefinition } from '../../../contract/definition.ts'
import { serverOf } from '../../../fields/servers.ts'
import { and, join, name, nothing, raw, sql, type Sql } from '../../../expression/sql.ts'
import { ruleOf } from '../access/ways.ts'
import type { Ctx } from '../context.ts'
import { columnName, tableName } from '../metadata/naming.ts'
import type { Circumstance } from './circumstances.ts'

export interface Draft {
  readonly ctx: Ctx
  readonly uses: Set<Circumstance>
  /** Of how many rows conditions are asked: the best way to ask depends on it, never the answer. */
  readonly asked: Asked
  tables: number
}

type Asked = 'one row' | 'a page' | 'all rows'

export const draftFor = (ctx: Ctx): Draft => ({ ctx, uses: new Set(), asked: 'one row', tables: 0 })

/** The statement goes on with this one, and not with the one given. */
export const draftOf = (draft: Draft, asked: Asked): Draft => ({ ...draft, asked })

/** Callers of rowRule choose their own aliases; nobody else's starts with an underscore. */
export const freshAlias = (draft: Draft): string => `_${draft.tables++}`

/**
 * A row of an object's table as an expression sees it. With the eyes of a person, links to what he may not see are empty;
 * row rules themselves look with the eyes of the program. Joins gather in `joins`; a row without them is reached by subselects.
 */
export interface Row {
  object: ObjectDefinition
  alias: string
  eyes: 'person' | 'program'
  joins: Join[] | null
}

export interface Join {
  from: string
  field: string
  row: Row
  sql: Sql
}

export const rootRow = (object: ObjectDefinition, alias: string): Row => ({ object, alias, eyes: 'person', joins: [] })

export const columnOf = (row: Row, field: Pick<FieldDefinition, 'name' | 'column' | 'custom'>): Sql => name(row.alias, columnName(field))

export const tableOf = (row: Row): Sql => sql`${name(tableName(row.object))} ${name(row.alias)}`

export const joinsOf = (row: Row): Sql => (row.joins === null ? nothing : join(row.joins.map((each) => each.sql), nothing))

type LinkField = FieldDefinition<'link' | 'links'>

export function linkField(draft: Draft, object: string, field: string): LinkField {
  const definition = draft.ctx.registry.field(object, field)
  if (definition === null || !('target' in definition)) throw new Error(`not a link: ${object}.${field}`)
  return definition as LinkField
}

/** The record that a link leads to; all its columns are null when there is none, it is in the trash, or it is not for these eyes. */
export function linkedRow(draft: Draft, row: Row, field: string): Row {
  if (row.joins === null) throw new Error(`no joins at ${row.alias}`)
  const known = row.joins.find((each) => each.from === row.alias && each.field === field)
  if (known !== undefined) return known.row
  const link = linkField(draft, row.object.name, field)
  const linked: Row = { object: draft.ctx.registry.object(link.target), alias: freshAlias(draft), eyes: row.eyes, joins: row.joins }
  const on = and([sql`${name(linked.alias, 'id')} = ${columnOf(row, link)}`, ...thereFor(draft, linked)])
  row.joins.push({ from: row.alias, field, row: linked, sql: sql` left join ${tableOf(linked)} on ${on}` })
  return linked
}

/** Conditions under which a linked record counts: not in the trash, and visible to these eyes. */
export function thereFor(draft: Draft, row: Row): Sql[] {
  const alive = sql`${name(row.alias, 'deleted_at')} is null`
  const rule = row.eyes === 'program' ? yes : ruleOf(draft, row.object.name, 'read', row.alias)
  return isYes(rule) ? [alive] : [alive, rule]
}

/** Is there such an object at all? Without it (small installations, tests) a link leads nowhere. */
export const leadsSomewhere = (draft: Draft, field: FieldDefinition): boolean => 'target' in field && draft.ctx.registry.objects.has(field.target)

/** The text a record is known by; empty to those who may not read it. */
export function nameOf(row: Row): Sql {
  const field = row.object.fields.find((each) => each.name === row.object.nameField)
  return field === undefined ? raw(`''`) : serverOf(field).expr(field, columnName(field), row.alias)
}

export const yes = raw('true')
export const no = raw('false')
export const isYes = (condition: Sql): boolean => condition.pieces.length === 1 && condition.pieces[0] === 'true'
export const isNo = (condition: Sql): boolean => condition.pieces.length === 1 && condition.pieces[0] === 'false'
export const sameSql = (a: Sql, b: Sql): boolean =>
  a.pieces.length === b.pieces.length && a.pieces.every((piece, index) => piece === b.pieces[index]) && a.values.every((value, index) => value === b.values[index])
