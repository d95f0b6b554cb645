/** What `visible` is to all that the caller may see, for those that meet his condition besides: the start of hand-written SQL that follows a filter. */
import { and, sql, type Sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { checkRequest } from './asked.ts'
import { draftOf, joinsOf, rootRow, tableOf } from './draft.ts'
import { filterOf } from './filter.ts'
import { fill, rightsValues } from './slots.ts'
import { compiled } from './statements.ts'

/**
 * The object's table as a subselect: rows the caller may see, not the trash, that meet the condition. All columns: ask fieldAccess before showing
 * one. Refuses what a list would: 403 not_allowed, 400 for a condition that is none, or that names what he may not read.
 */
export function matching(ctx: Ctx, object: string, where?: string): Sql {
  checkRequest(ctx, { object })
  const statement = compiled(ctx, `matching ${object} ${where ?? ''}`, (given) => {
    const draft = draftOf(given, 'all rows')
    const row = rootRow(ctx.registry.object(object), 'r')
    const { conditions } = filterOf(draft, row, where === undefined ? {} : { where }, null)
    return sql`(select r.* from ${tableOf(row)}${joinsOf(row)} where ${and(conditions)})`
  })
  return fill(statement, rightsValues(ctx))
}
