/**
 * Conditions that look behind links, count other records or ask who made the record are asked of the database, over the rows as they
 * are to be: in one statement for all that have the same condition, and with the eyes of the program.
 */
import { raw, sql } from '../../../../expression/sql.ts'
import { conditionOf } from '../../query/where.ts'
import { givenSql, shapeOf } from '../statements/given.ts'
import { runWriting } from '../statements/run.ts'
import type { Draft, Question, Writing } from '../writing.ts'

/** Drafts with what the questions refuse. Those refused already are not asked about: what is missing may be what the condition needs. */
export async function askQuestions(writing: Writing, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const open = drafts.filter(({ questions, refusals }) => questions !== undefined && refusals.length === 0)
  if (open.length === 0) return drafts
  const asked = open.flatMap(({ questions }) => questions!)
  const after = await answers(writing, open, asked.filter(({ before }) => before !== true))
  const asBefore = open.filter(({ before }) => before !== null).map((draft): Draft => ({ ...draft, after: draft.before!.values }))
  const before = await answers(writing, asBefore, asked.filter((question) => question.before === true))
  return drafts.map((draft) => {
    if (!open.includes(draft)) return draft
    const failed = draft.questions!.filter((question) => !question.anyOf.some(({ condition }) => (question.before === true ? before : after).get(condition)!.has(draft.n)))
    return failed.length === 0 ? draft : { ...draft, refusals: failed.map(({ anyOf }) => anyOf[0]!.otherwise) }
  })
}

/** By the condition, numbers of the drafts that meet it. */
async function answers(writing: Writing, drafts: readonly Draft[], questions: readonly Question[]): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const found = new Map<string, ReadonlySet<number>>()
  for (const condition of new Set(questions.flatMap(({ anyOf }) => anyOf.map((one) => one.condition)))) found.set(condition, await whereHolds(writing, drafts, condition))
  return found
}

/** Numbers of the drafts that meet the condition as they are to be. */
export async function whereHolds(writing: Writing, drafts: readonly Draft[], condition: string): Promise<ReadonlySet<number>> {
  const { layout } = writing
  const { refused } = await runWriting(writing, drafts, `holds ${condition}`, (making) => {
    const holds = conditionOf(making, { object: layout.object, alias: 'n', eyes: 'program', joins: null }, condition)
    return sql`with ${givenSql(layout, shapeOf(drafts))}
      select null as position, (select jsonb_agg(jsonb_build_object('n', n.w_n, 'within', true, 'lost', ${raw(`'[]'::jsonb`)})) from given n where ${holds}) as refused`
  })
  return new Set((refused ?? []).map(({ n }) => n))
}
