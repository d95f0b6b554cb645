/** Records as they stand, read for writing: every field, the trash too, with what the caller's rules say of each. */
import { and, join, name, nothing, or, sql, type Sql } from '../../../expression/sql.ts'
import { mayVerb } from '../access/field-access.ts'
import { ruleOf } from '../access/ways.ts'
import type { Ctx } from '../context.ts'
import { isId } from '../db/uuid7.ts'
import { draftFor, type Draft as Making } from '../query/draft.ts'
import { named, run, statementOf } from '../query/run.ts'
import { fill, rightsValues, slot } from '../query/slots.ts'
import { compiled } from '../query/statements.ts'
import type { LaidField, Layout } from './layout.ts'
import type { Current } from './writing.ts'

/** In no order; those that are not there are missing. Nothing is refused here. */
export async function readCurrent(ctx: Ctx, layout: Layout, ids: readonly string[]): Promise<Map<string, Current>> {
  const possible = ids.filter(isId)
  if (possible.length === 0) return new Map()
  const statement = compiled(ctx, `current ${layout.object.name}`, (making) =>
    named(statementOf(sql`select ${selection(making, layout)} from ${layout.table} t where t.id = any(${slot('ids', 'uuid[]')})`)),
  )
  return byId(layout, await run<Record<string, unknown>>(ctx, statement, { ...rightsValues(ctx), ids: possible }))
}

/** `where` speaks of the table as `t`; with a limit the first ones by id. */
export async function readWhere(ctx: Ctx, layout: Layout, where: Sql, options: { limit?: number } = {}): Promise<Map<string, Current>> {
  const limited = options.limit === undefined ? nothing : sql` order by t.id limit ${options.limit}`
  const statement = sql`select ${selection(draftFor(ctx), layout)} from ${layout.table} t where ${where}${limited}`
  return byId(layout, await ctx.db.rows(fill(statement, rightsValues(ctx))))
}

const byId = (layout: Layout, rows: readonly Record<string, unknown>[]): Map<string, Current> => new Map(rows.map((row) => [row.id as string, currentOf(row, layout, (field) => field.server.fromSql(row[`v_${field.column}`], field.definition))]))

function selection(making: Making, layout: Layout): Sql {
  const fields = layout.fields.map(({ server, definition, column }) => sql`${server.select(definition, column, 't')} as ${name(`v_${column}`)}`)
  return join([...systemColumns(layout), ...fields, ...mayColumns(making, layout)])
}

export function systemColumns(layout: Layout): Sql[] {
  const columns = ['id', 'version', 'created_at', 'created_by', 'deleted_at', 'deleted_by', ...(layout.object.archivable ? ['archived_at'] : [])]
  return columns.map((column) => name('t', column))
}

export function mayColumns(making: Making, { object }: Layout): Sql[] {
  return [
    sql`${mayRead(making, object.name)} as may_read`,
    sql`${ruleOf(making, object.name, 'change', 't')} as may_change`,
    sql`${ruleOf(making, object.name, 'delete', 't')} as may_delete`,
  ]
}

function mayRead(making: Making, object: string): Sql {
  const alive = sql`t.deleted_at is null`
  return and([ruleOf(making, object, 'read', 't'), mayVerb(making.ctx, object, 'delete') ? or([alive, ruleOf(making, object, 'delete', 't')]) : alive])
}

/** `valueOf` says where in the row a field's value is. */
export function currentOf(row: Record<string, unknown>, layout: Layout, valueOf: (field: LaidField) => unknown): Current {
  const values: Record<string, unknown> = {}
  for (const field of layout.fields) values[field.name] = valueOf(field)
  return {
    id: row.id as string,
    version: row.version as number,
    values,
    createdAt: row.created_at as string,
    createdBy: row.created_by as string | null,
    deletedAt: row.deleted_at as string | null,
    deletedBy: row.deleted_by as string | null,
    archivedAt: (row.archived_at as string | null | undefined) ?? null,
    may: { read: row.may_read === true, change: row.may_change === true, delete: row.may_delete === true },
  }
}

export const isTrue = (rule: Sql): boolean => rule.values.length === 0 && rule.pieces[0] === 'true'
