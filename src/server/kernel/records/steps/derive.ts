/** Values that follow from others, and with them: what comes out different from before. */
import type { Draft, Writing } from '../writing.ts'

export function derive({ layout }: Writing, draft: Draft): Draft {
  const derived = layout.object.rules?.derive?.(draft.after)
  const after = derived === undefined ? draft.after : { ...draft.after, ...derived }
  const before = draft.before?.values
  const changed = layout.fields.filter(({ name, type }) => !type.same(before?.[name] ?? null, after[name] ?? null)).map(({ name }) => name)
  return { ...draft, after, changed }
}
