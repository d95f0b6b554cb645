/** A tree stays a tree, also when two people move its branches at once. */
import { refuse } from '../../../../contract/refusal.ts'
import { name, sql } from '../../../../expression/sql.ts'
import { texts } from '../texts.ts'
import type { Draft, Writing } from '../writing.ts'

export function touchesTree({ layout }: Writing, draft: Draft): boolean {
  const { tree } = layout.object
  return tree !== undefined && draft.changed.includes(tree) && draft.before !== null && (draft.after[tree] ?? null) !== null
}

/** Before the rows are written: whoever comes second waits, and then sees what the first has done. */
export async function holdTree({ ctx, layout }: Writing): Promise<void> {
  await ctx.db.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`tree ${layout.object.name}`}, 0))`)
}

/** After the rows were written, in the same transaction: climbing from each of them must not come back to it. */
export async function refuseCycles({ ctx, layout }: Writing, ids: readonly string[]): Promise<void> {
  const tree = layout.field(layout.object.tree!)!
  const parent = name(tree.column)
  const [cycle] = await ctx.db.rows(sql`
    with recursive climb as (
      select t.id as start, t.${parent} as at from ${layout.table} t where t.id = any(${ids}::uuid[])
      union
      select c.start, t.${parent} from climb c join ${layout.table} t on t.id = c.at where c.at <> c.start
    ) select 1 from climb where at = start limit 1`)
  if (cycle !== undefined) refuse('tree_cycle', texts.treeCycle, { field: tree.name })
}
