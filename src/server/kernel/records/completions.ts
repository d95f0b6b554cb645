/**
 * Values of a record that follow from other records, and refusals that only other records can tell: looked up before the record is judged, so
 * that it is written once and whole. What follows from its own values alone is derived (rules.derive); what is written elsewhere, followed.
 */
import type { Values } from '../../../contract/definition.ts'
import type { Refusal } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import { asProgram } from './steps/consequences.ts'
import { isProgram, type Draft, type Question, type Writing } from './writing.ts'

export interface Incomplete {
  /** null: it is being created. */
  id: string | null
  /** What the caller named. */
  given: Values
  /** As it is to be, so far; links as ids. */
  after: Values
  before: Values | null
  /** Not as a person chose: rules that hold people up do not hold here. */
  byProgram: boolean
}

export interface Completed {
  values?: Values
  refusals?: readonly Refusal[]
  /** Conditions over the record as it is to be. */
  questions?: readonly Question[]
}

export interface Completion {
  object: string
  concerns(one: Incomplete): boolean
  /** With the program's rights. An answer for each, in the order given; what comes from history is not asked. */
  complete(ctx: Ctx, all: readonly Incomplete[]): Promise<readonly Completed[]>
}

const completions = new Map<string, Completion[]>()
export const registerCompletion = (completion: Completion): void => void completions.set(completion.object, [...(completions.get(completion.object) ?? []), completion])

export async function complete(writing: Writing, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const known = completions.get(writing.layout.object.name) ?? []
  let all = drafts
  for (const completion of known) all = await completeBy(writing, completion, all)
  return all
}

async function completeBy({ ctx, options }: Writing, completion: Completion, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const byProgram = options.asProgram === true || isProgram(ctx)
  const asked = drafts.flatMap((draft, at) => {
    const one: Incomplete = { id: draft.before?.id ?? null, given: draft.given, after: draft.after, before: draft.before?.values ?? null, byProgram }
    return draft.refusals.length === 0 && completion.concerns(one) ? [{ at, one }] : []
  })
  if (asked.length === 0) return drafts
  const answers = await completion.complete(asProgram(ctx), asked.map(({ one }) => one))
  const found = new Map(asked.map(({ at }, n) => [at, answers[n]!]))
  return drafts.map((draft, at) => (found.has(at) ? completedDraft(draft, found.get(at)!) : draft))
}

function completedDraft(draft: Draft, { values = {}, refusals = [], questions = [] }: Completed): Draft {
  const asked = questions.length === 0 ? {} : { questions: [...(draft.questions ?? []), ...questions] }
  return { ...draft, after: { ...draft.after, ...values }, refusals: [...draft.refusals, ...refusals], ...asked }
}
