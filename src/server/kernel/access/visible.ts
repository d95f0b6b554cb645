import { raw, type Sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'

/** The object's table as the caller sees it, for hand-written SQL: sql`select … from ${visible(ctx, 'deal')} d`. Not the trash; archived records too. Columns are not narrowed: ask fieldAccess. */
export function visible(_ctx: Ctx, _object: string): Sql {
  return raw('(select 1)')
}
