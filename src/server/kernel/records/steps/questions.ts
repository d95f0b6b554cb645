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
  const asBefore = open.filter(({ before }) => before !== null).map((draft): Draft => ({ ...draft, after: draft.before!.values }))
  const holding = new Map<string, ReadonlySet<number>>()
  for (const key of new Set(open.flatMap(({ questions }) => questions!.flatMap((question) => question.anyOf.map(({ condition }) => keyOf(question, condition)))))) {
    const condition = key.slice(1)
    holding.set(key, await whereHolds(writing, key.startsWith('b') ? asBefore : open, condition))
  }
  return drafts.map((draft) => {
    if (!open.includes(draft)) return draft
    const failed = draft.questions!.filter((question) => !question.anyOf.some(({ condition }) => holding.get(keyOf(question, condition))!.has(draft.n)))
    return failed.length === 0 ? draft : { ...draft, refusals: failed.map(({ anyOf }) => anyOf[0]!.otherwise) }
  })
}

const keyOf = ({ before }: Question, condition: string): string => `${before ? 'b' : 'a'}${condition}`

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
