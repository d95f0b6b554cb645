/** Writing statements are long and few: compiled once for all with the same rights, and for a single row planned once on each connection. */
import type { Sql } from '../../../../expression/sql.ts'
import type { Draft as Making } from '../../query/draft.ts'
import { named, run, statementOf } from '../../query/run.ts'
import { rightsValues, slotNames } from '../../query/slots.ts'
import { compiled } from '../../query/statements.ts'
import type { Draft, Writing } from '../writing.ts'
import { givenValues, shapeOf } from './given.ts'
import { linksToAsk, type Question } from './judge.ts'
import { toldValues, type StatementOutcome } from './told.ts'

/** `kind`, the shape of the rows and the links to be looked at say all that `make` depends on beside object and verb. */
export async function runWriting(writing: Writing, drafts: readonly Draft[], kind: string, make: (making: Making, question: Question) => Sql): Promise<StatementOutcome> {
  const [row] = await askWriting<StatementOutcome>(writing, drafts, kind, make)
  return row!
}

/** The same for what has an answer for each row. */
export async function askWriting<R>(writing: Writing, drafts: readonly Draft[], kind: string, make: (making: Making, question: Question) => Sql): Promise<R[]> {
  const { ctx, layout, verb, options } = writing
  const { single, changes } = shapeOf(drafts)
  const links = linksToAsk(writing, drafts)
  const together = options.together === true
  const key = `${kind} ${layout.object.name} ${verb} ${single} ${changes} ${together} ${links.map(({ name }) => name).join()}`
  const statement = compiled(ctx, key, (making) => {
    const made = statementOf(make(making, { layout, verb, links, changes, together }))
    // Many rows are planned for their number: a plan for any number joins them one by one.
    return { ...(single ? named(made) : made), taken: slotNames(made) }
  })
  return run<R>(ctx, statement, { ...rightsValues(ctx), ...givenValues(writing, drafts, statement.taken), ...toldValues(writing) })
}
