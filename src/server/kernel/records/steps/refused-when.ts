/** What the administrator does not let be saved. Asked, like the object's own rule, only about values that are in order by themselves. */
import type { RefusedWhen } from '../../../../contract/refusedWhen.ts'
import { refusal, type Refusal } from '../../../../contract/refusal.ts'
import { asksOthers, holds, ownFieldsOf } from '../conditions.ts'
import { filledIn } from '../filled-in.ts'
import { isProgram, type Draft, type Question, type Writing } from '../writing.ts'

export function refusedWhen(writing: Writing, draft: Draft): Draft {
  const { ctx, layout, options } = writing
  const rules = layout.object.refusedWhen ?? []
  if (rules.length === 0 || draft.refusals.length > 0 || options.asProgram === true || isProgram(ctx)) return draft
  const asked = rules.filter((rule) => isTouched(writing, draft, rule))
  const [far, near] = [asked.filter(({ when }) => asksOthers(ctx, layout, when)), asked.filter(({ when }) => !asksOthers(ctx, layout, when))]
  const refusals = near.filter(({ when }) => holds(ctx, layout, when, draft.after)).map((rule) => sayingOf(writing, rule))
  const questions = far.map((rule): Question => ({ anyOf: [{ condition: `not (${rule.when})`, otherwise: sayingOf(writing, rule) }] }))
  return refusals.length + questions.length === 0 ? draft : { ...draft, refusals, questions: [...(draft.questions ?? []), ...questions] }
}

/** A record from before the rule may be changed in what the rule does not speak of. */
function isTouched({ ctx, layout }: Writing, { before, changed }: Draft, { when }: RefusedWhen): boolean {
  if (before === null) return true
  const own = ownFieldsOf(ctx, layout, when)
  return own.size === 0 || changed.some((field) => own.has(field))
}

/** At a field that the writer does not know of nothing can be said. */
function sayingOf({ access }: Writing, { say, field }: RefusedWhen): Refusal {
  const isKnown = field !== undefined && (access.get(field) ?? 'unknown') !== 'unknown'
  return refusal('refused_when', filledIn(say, {}), isKnown ? { field } : {})
}
