import { sql } from '../../../expression/sql.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'

/** Of a deal: ids of its lines, roles, in order, as far as the caller sees them. */
export async function partsOf(ctx: Ctx, object: 'opportunityLine' | 'opportunityRole', deal: string): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(sql`select p.id from ${visible(ctx, object)} p where p.opportunity = ${deal}::uuid order by p.created_at, p.id`)
  return rows.map(({ id }) => id)
}
