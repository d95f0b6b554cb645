import { join, name, sql } from '../../../../expression/sql.ts'
import type { Draft, Writing } from '../writing.ts'
import { givenSql, shapeOf } from './given.ts'
import { judgedRows } from './judge.ts'
import { runWriting } from './run.ts'
import { outcome, told, type StatementOutcome } from './told.ts'

/**
 * New records with their history and events in one statement. Rows that the rules refuse, whose links lead nowhere or whose
 * unique value is taken are left out and told of; the others are written. `on conflict do nothing` waits for a concurrent writer
 * of the same value, so that exactly one wins and nobody gets an error of the database.
 */
export function insertRows(writing: Writing, drafts: readonly Draft[]): Promise<StatementOutcome> {
  const { layout, verb, options } = writing
  const together = options.together === true
  return runWriting(writing, drafts, `insert ${together}`, (making) => {
    const columns = join(layout.columns.map((column) => name(column.name)))
    return sql`
      with ${givenSql(layout, shapeOf(drafts))},
      ${judgedRows(making, { layout, verb, changes: false, together })},
      written as (
        insert into ${layout.table} (${columns})
        select ${columns} from judged where w_within and w_lost = '{}' order by w_n
        on conflict do nothing returning id, version
      ),
      ${told}
      ${outcome}`
  })
}
