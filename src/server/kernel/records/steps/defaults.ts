/** Values a new record starts with where none was given: the declared ones, its maker as owner, the states it begins in. */
import { initialOf } from '../../../../contract/states.ts'
import type { Draft, Writing } from '../writing.ts'
import { defaultOf } from '../conditions.ts'
import { typeOf } from './moves.ts'

export function defaults(writing: Writing, draft: Draft): Draft {
  const { ctx, layout } = writing
  const after = { ...draft.after }
  for (const field of layout.fields) {
    if (field.name in draft.given) continue
    if (field.definition.default !== undefined) after[field.name] = defaultOf(ctx, layout, field)
    else after[field.name] = field.name === 'owner' && layout.object.access.kind === 'owned' ? ctx.who.userId : null
  }
  for (const machine of layout.object.states ?? []) {
    const initial = initialOf(machine, typeOf(layout, after))
    if (initial !== null && (draft.given[machine.field] ?? null) === null) after[machine.field] = initial
  }
  return { ...draft, after }
}
