import { and, name, sql, type Sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { tableName } from '../metadata/naming.ts'
import { rowRule } from './row-rule.ts'

/**
 * The object's table as the caller sees it, for hand-written SQL: sql`select … from ${visible(ctx, 'deal')} d`.
 * Not the trash; archived records too. All columns: ask fieldAccess before showing one.
 */
export function visible(ctx: Ctx, object: string): Sql {
  const table = tableName(ctx.registry.object(object))
  const rule = and([sql`${name(table, 'deleted_at')} is null`, rowRule(ctx, object, 'read', table)])
  return sql`(select * from ${name(table)} where ${rule})`
}
