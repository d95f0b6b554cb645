/** Copies of an activity: by hand, and by its own recurrence. */
import type { Values } from '../../../contract/definition.ts'
import { sql } from '../../../expression/sql.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { createMany } from '../../kernel/records/create.ts'

/** The checklist, with nothing ticked. The program copies it: whoever may have the copy may have its list. */
export async function copyChecklist(ctx: Ctx, { from, to, operation }: { from: string; to: string; operation: string }): Promise<void> {
  const items = await ctx.db.rows<Values>(sql`select title, position::text as position from checklist_item where activity = ${from}::uuid and deleted_at is null order by position nulls last, created_at, id`)
  if (items.length === 0) return
  await createMany({ ...ctx, who: { ...program, userId: ctx.who.userId, name: ctx.who.name } }, 'checklistItem', items.map((item) => ({ ...item, activity: to, done: false })), { operation })
}
