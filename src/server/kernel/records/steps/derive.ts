/** Values that follow from others, and with them: what comes out different from before. */
import { isProgram, type Draft, type Writing } from '../writing.ts'

export function derive({ ctx, layout, options }: Writing, draft: Draft): Draft {
  const byProgram = options.asProgram === true || options.bringsBack === true || isProgram(ctx)
  const facts = { byProgram, now: ctx.now.toISOString(), who: ctx.who.userId, timeZone: ctx.timeZone, before: draft.before?.values ?? null }
  const derived = layout.object.rules?.derive?.(draft.after, facts)
  const after = derived === undefined ? draft.after : { ...draft.after, ...derived }
  const before = draft.before?.values
  const changed = layout.fields.filter(({ name, type }) => !type.same(before?.[name] ?? null, after[name] ?? null)).map(({ name }) => name)
  return { ...draft, after, changed }
}
