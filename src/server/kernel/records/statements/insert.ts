import { raw, sql } from '../../../../expression/sql.ts'
import type { Draft, Writing } from '../writing.ts'
import { givenRows } from './given.ts'
import { judgedRows } from './judge.ts'
import { prepare } from './prepare.ts'
import { outcome, toldOf, type StatementOutcome } from './told.ts'

/**
 * New records with their history and events in one statement. Rows that the rules refuse, whose links lead nowhere or whose
 * unique value is taken are left out and told of; the others are written. `on conflict do nothing` waits for a concurrent writer
 * of the same value, so that exactly one wins and nobody gets an error of the database.
 */
export async function insertRows(writing: Writing, drafts: readonly Draft[], options: { together?: boolean } = {}): Promise<StatementOutcome> {
  const { layout, ctx } = writing
  const columns = raw(layout.columns.map((column) => `"${column.name}"`).join(', ')) // names from the registry
  const statement = sql`
    with ${givenRows(writing, drafts)},
    ${judgedRows(writing, options)},
    written as (
      insert into ${layout.table} (${columns})
      select ${columns} from judged where w_within and w_lost = '{}' order by w_n
      on conflict do nothing returning id, version
    ),
    ${toldOf(writing)}
    ${outcome}`
  const [row] = await prepare<StatementOutcome>(ctx.db, statement)
  return row!
}
