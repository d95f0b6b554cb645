import { sql } from '../../../../expression/sql.ts'
import type { Draft, Writing } from '../writing.ts'
import { givenRows } from './given.ts'
import { judgedRows } from './judge.ts'
import { prepare } from './prepare.ts'
import type { StatementOutcome } from './told.ts'

/** The judgement of the writing statements without the writing. */
export async function lookAt(writing: Writing, drafts: readonly Draft[]): Promise<StatementOutcome> {
  const { layout, ctx } = writing
  const standing = drafts[0]!.before === null ? {} : { standing: sql` left join ${layout.table} s on s.id = n.id and s.version = n.version` }
  const [row] = await prepare<StatementOutcome>(ctx.db, sql`
    with ${givenRows(writing, drafts)}, ${judgedRows(writing, standing)}
    select null as position, (select jsonb_agg(jsonb_build_object('n', n.w_n, 'within', n.w_within, 'lost', n.w_lost)) from judged n where not (n.w_within and n.w_lost = '{}')) as refused`)
  return row!
}
