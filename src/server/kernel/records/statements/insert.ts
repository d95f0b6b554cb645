import { join, name, sql, type Sql } from '../../../../expression/sql.ts'
import { isTrue } from '../current.ts'
import type { Layout } from '../layout.ts'
import type { Draft, Writing } from '../writing.ts'
import { givenSlot, givenSql, shapeOf } from './given.ts'
import { judgedRows, withinReach } from './judge.ts'
import { runWriting } from './run.ts'
import { outcome, outcomeAlone, told, toldAlone, type StatementOutcome } from './told.ts'

/**
 * New records with their history and events in one statement. Rows that the rules refuse, whose links lead nowhere or whose
 * unique value is taken are left out and told of; the others are written. `on conflict do nothing` waits for a concurrent writer
 * of the same value, so that exactly one wins and nobody gets an error of the database.
 */
export function insertRows(writing: Writing, drafts: readonly Draft[]): Promise<StatementOutcome> {
  const { layout } = writing
  const shape = shapeOf(drafts)
  return runWriting(writing, drafts, 'insert', (making, question) => {
    const columns = join(layout.columns.map((column) => name(column.name)))
    if (shape.single && question.links.length === 0 && isTrue(withinReach(making, question))) return insertAlone(layout, columns)
    return sql`
      with ${givenSql(layout, shape)},
      ${judgedRows(making, question)},
      written as (
        insert into ${layout.table} (${columns})
        select ${columns} from judged where w_within and w_lost = '{}' order by w_n
        on conflict do nothing returning id, version
      ),
      ${told}
      ${outcome}`
  })
}

/** One row of which nothing needs to be asked. */
const insertAlone = (layout: Layout, columns: Sql): Sql => sql`
  with written as (insert into ${layout.table} (${columns}) values (${join(layout.columns.map(givenSlot))}) on conflict do nothing returning id, version),
  ${toldAlone}
  ${outcomeAlone}`
