/** Values calculated from the record's own ones, and with them: what comes out different from before. */
import { withOwnFormulas } from '../../formulas/own.ts'
import type { Draft, Writing } from '../writing.ts'

export function formulas({ ctx, layout }: Writing, draft: Draft): Draft {
  const after = withOwnFormulas(ctx.registry, layout.object.name, draft.after)
  if (after === draft.after) return draft
  const before = draft.before?.values
  const different = layout.formulas.filter(({ name, type }) => !type.same(before?.[name] ?? null, after[name] ?? null)).map(({ name }) => name)
  return { ...draft, after, changed: [...draft.changed.filter((name) => !different.includes(name)), ...different] }
}
