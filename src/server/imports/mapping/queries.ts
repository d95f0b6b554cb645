import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { SavedMapping } from '../contract.ts'

/** One's own, by name. */
export const mappingsOf = (ctx: Ctx, object: string): Promise<SavedMapping[]> =>
  ctx.db.rows<SavedMapping>(sql`select id, object, name, mapping, options, headers from import_mapping where by = ${ctx.who.userId} and object = ${object} order by name`)
