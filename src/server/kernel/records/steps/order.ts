/** The steps of a write, in their order. What each may refuse stands in its file. */
import { complete } from '../completions.ts'
import { refusalErrorOf } from '../refusals.ts'
import type { Draft, Refused, Step, Writing } from '../writing.ts'
import { check } from './check.ts'
import { withDefaults } from './defaults.ts'
import { derive } from './derive.ts'
import { formulas } from './formulas.ts'
import { askQuestions } from './questions.ts'
import { mayWrite } from './may-write.ts'
import { moves } from './moves.ts'
import { parse } from './parse.ts'
import { refusedWhen } from './refused-when.ts'
import { validate } from './validate.ts'

/** After its values were read, those it begins with were put in and those of others looked up. */
const creating: readonly Step[] = [derive, formulas, moves, validate, check, refusedWhen]
const changing: readonly Step[] = [derive, formulas, mayWrite, moves, validate, check, refusedWhen]
/** What comes from history was right when it was written; rights are still asked. */
const restoring: readonly Step[] = [derive, formulas, mayWrite]

/** Only whether the fields may be written and have the right shape, before it is known to which records. */
const shaping: readonly Step[] = [parse]

const orders = { create: creating, change: changing, restore: restoring, shape: shaping } as const

export async function throughSteps(writing: Writing, drafts: readonly Draft[], order: keyof typeof orders): Promise<{ ready: Draft[]; refused: Refused[] }> {
  const begun = order === 'create' || order === 'change' ? await begin(writing, drafts.map((draft) => parse(writing, draft)), order) : drafts
  const judged = begun.map((draft) => orders[order].reduce((at, step) => step(writing, at), draft))
  const ready: Draft[] = []
  const refused: Refused[] = []
  for (const at of await askQuestions(writing, judged)) {
    if (at.refusals.length === 0) ready.push(at)
    else refused.push({ n: at.n, id: at.before?.id ?? null, refused: refusalErrorOf(at.refusals) })
  }
  return { ready, refused }
}

const begin = async (writing: Writing, drafts: readonly Draft[], order: 'create' | 'change'): Promise<readonly Draft[]> =>
  complete(writing, order === 'create' ? await withDefaults(writing, drafts) : drafts)
