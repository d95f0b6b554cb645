/** Values a new record starts with where none was given: the declared ones, and its maker as owner. */
import type { Draft, Writing } from '../writing.ts'
import { defaultOf } from '../conditions.ts'

export function defaults(writing: Writing, draft: Draft): Draft {
  const { ctx, layout } = writing
  const after = { ...draft.after }
  for (const field of layout.fields) {
    if (field.name in draft.given) continue
    if (field.definition.default !== undefined) after[field.name] = defaultOf(ctx, layout, field)
    else after[field.name] = field.name === 'owner' && layout.object.access.kind === 'owned' ? ctx.who.userId : null
  }
  return { ...draft, after }
}
