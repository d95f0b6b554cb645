import { sql } from '../../../../expression/sql.ts'
import type { Draft, Writing } from '../writing.ts'
import { givenSql, shapeOf } from './given.ts'
import { judgedRows } from './judge.ts'
import { runWriting } from './run.ts'
import type { StatementOutcome } from './told.ts'

/** The judgement of the writing statements without the writing. */
export function lookAt(writing: Writing, drafts: readonly Draft[]): Promise<StatementOutcome> {
  const { layout } = writing
  const shape = shapeOf(drafts)
  return runWriting(writing, drafts, 'look', (making, question) => sql`
    with ${givenSql(layout, shape)}, ${judgedRows(making, question)}
    select null as position, (select jsonb_agg(jsonb_build_object('n', n.w_n, 'within', n.w_within, 'lost', n.w_lost)) from judged n where not (n.w_within and n.w_lost = '{}')) as refused`)
}
