/** What each field asks of its own value: filled in when it must be, left alone when it may not be written. */
import { refusal, type Refusal } from '../../../../contract/refusal.ts'
import { asksOthers, holds } from '../conditions.ts'
import type { LaidField } from '../layout.ts'
import { texts } from '../texts.ts'
import { isProgram, type Draft, type Question, type Writing } from '../writing.ts'

interface Found {
  refusals?: readonly Refusal[]
  /** Only the database can tell. */
  question?: Question
}

const fine: Found = {}

export function validate(writing: Writing, draft: Draft): Draft {
  const refused = new Set(draft.refusals.map((one) => one.field?.split('.')[0]))
  const found = writing.layout.asking.flatMap((field) => (refused.has(field.name) ? [] : [missing(writing, draft, field), locked(writing, draft, field)]))
  const [refusals, questions] = [found.flatMap((one) => one.refusals ?? []), found.flatMap((one) => one.question ?? [])]
  return refusals.length + questions.length === 0 ? draft : { ...draft, refusals: [...draft.refusals, ...refusals], questions: [...(draft.questions ?? []), ...questions] }
}

/** A record that lacked the value before the field became required may still be changed elsewhere. */
function missing(writing: Writing, draft: Draft, field: LaidField): Found {
  const { required, requiredWhen, shownWhen } = field.definition
  if (draft.after[field.name] !== null && draft.after[field.name] !== undefined) return fine
  if (required !== true && requiredWhen === undefined) return fine
  if (field.definition.type === 'autoNumber' && draft.before === null) return fine // it is given at the last moment
  const { ctx, layout } = writing
  const conditions = [shownWhen, required === true ? undefined : requiredWhen].filter((condition) => condition !== undefined)
  const [far, near] = [conditions.filter((condition) => asksOthers(ctx, layout, condition)), conditions.filter((condition) => !asksOthers(ctx, layout, condition))]
  if (!near.every((condition) => holds(ctx, layout, condition, draft.after))) return fine
  const lacked = draft.before !== null && !draft.changed.includes(field.name)
  const isRequired = refusal('required', texts.required, { field: field.name })
  if (far.length > 0) return lacked ? fine : { question: { anyOf: [{ condition: `not (${far.map((condition) => `(${condition})`).join(' and ')})`, otherwise: isRequired }] } }
  const askedBefore = lacked && (required === true || holds(ctx, layout, requiredWhen!, draft.before!.values))
  return askedBefore ? fine : { refusals: [isRequired] }
}

function locked({ ctx, layout, options }: Writing, draft: Draft, field: LaidField): Found {
  const condition = field.definition.readOnlyWhen
  if (condition === undefined || draft.before === null || !(field.name in draft.given) || !draft.changed.includes(field.name)) return fine
  if (options.asProgram === true || isProgram(ctx)) return fine
  const isLocked = refusal('field_not_writable', texts.fieldNotWritable, { field: field.name })
  if (asksOthers(ctx, layout, condition)) return { question: { before: true, anyOf: [{ condition: `not (${condition})`, otherwise: isLocked }] } }
  return holds(ctx, layout, condition, draft.before.values) ? { refusals: [isLocked] } : fine
}
