/** What each field asks of its own value: filled in when it must be, left alone when it may not be written. */
import { refusal, type Refusal } from '../../../../contract/refusal.ts'
import { holds } from '../conditions.ts'
import type { LaidField } from '../layout.ts'
import { texts } from '../texts.ts'
import { isProgram, type Draft, type Writing } from '../writing.ts'

export function validate(writing: Writing, draft: Draft): Draft {
  const refused = new Set(draft.refusals.map((one) => one.field?.split('.')[0]))
  const found = writing.layout.fields.flatMap((field) => (refused.has(field.name) ? [] : [...missing(writing, draft, field), ...locked(writing, draft, field)]))
  return found.length === 0 ? draft : { ...draft, refusals: [...draft.refusals, ...found] }
}

/** A record that lacked the value before the field became required may still be changed elsewhere. */
function missing(writing: Writing, draft: Draft, field: LaidField): Refusal[] {
  const { required, requiredWhen, shownWhen } = field.definition
  if (draft.after[field.name] !== null && draft.after[field.name] !== undefined) return []
  if (required !== true && requiredWhen === undefined) return []
  if (field.definition.type === 'autoNumber' && draft.before === null) return [] // it is given at the last moment
  const { ctx, layout } = writing
  if (shownWhen !== undefined && !holds(ctx, layout, shownWhen, draft.after)) return []
  const asked = required === true || holds(ctx, layout, requiredWhen!, draft.after)
  if (!asked) return []
  const askedBefore = draft.before !== null && !draft.changed.includes(field.name) && (required === true || holds(ctx, layout, requiredWhen!, draft.before.values))
  return askedBefore ? [] : [refusal('required', texts.required, { field: field.name })]
}

function locked({ ctx, layout, options }: Writing, draft: Draft, field: LaidField): Refusal[] {
  const condition = field.definition.readOnlyWhen
  if (condition === undefined || draft.before === null || !(field.name in draft.given) || !draft.changed.includes(field.name)) return []
  if (options.asProgram === true || isProgram(ctx) || !holds(ctx, layout, condition, draft.before.values)) return []
  return [refusal('field_not_writable', texts.fieldNotWritable, { field: field.name })]
}
