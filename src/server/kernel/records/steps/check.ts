/** The object's own rule over the whole record. It is asked only about values that are in order by themselves. */
import type { Draft, Writing } from '../writing.ts'

export function check({ layout }: Writing, draft: Draft): Draft {
  if (draft.refusals.length > 0) return draft
  const refusals = layout.object.rules?.check?.(draft.after, draft.before?.values ?? null) ?? []
  return refusals.length === 0 ? draft : { ...draft, refusals }
}
