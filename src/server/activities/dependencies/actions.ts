/** What waits for others is not done before them, whichever way it is written; nothing waits for itself. */
import type { Values } from '../../../contract/definition.ts'
import { refusal, refuse, RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { namesOf } from '../../kernel/history/names.ts'
import type { Explain } from '../../kernel/http/explained.ts'
import type { Follower } from '../../kernel/records/followers.ts'
import { hasCircle, openAmong } from './queries.ts'
import { texts } from './texts.ts'

const waitsFor = (values: Values | null): string[] => (values?.waitsFor ?? []) as string[]
const becomesDone = (after: Values, before: Values | null): boolean => after.state === 'done' && before?.state !== 'done'
const waitsAnew = (after: Values, before: Values | null): boolean => waitsFor(after).some((id) => !waitsFor(before).includes(id))

export const inTheirOrder: Follower = {
  object: 'activity',
  concerns: (after, before) => after !== null && waitsFor(after).length > 0 && (becomesDone(after, before) || waitsAnew(after, before)),
  async follow(ctx, all, { bringsBack }) {
    if (bringsBack) return
    const linked = all.filter(({ after, before }) => waitsAnew(after!, before)).map(({ id }) => id)
    if (linked.length > 0) await refuseCircles(ctx, linked)
    for (const { after } of all.filter((one) => becomesDone(one.after!, one.before))) {
      const open = await openAmong(ctx, waitsFor(after))
      if (open.length > 0) refuse(waitsCode, texts.waitsForHidden, { field: 'state', values: { others: open.length }, facts: { waitsFor: open } })
    }
  },
}

/** Whoever comes second waits, and then sees what the first has linked. */
async function refuseCircles(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.db.rows(sql`select pg_advisory_xact_lock(hashtextextended('activity waits for', 0))`)
  if (await hasCircle(ctx, ids)) refuse('activity.circle', texts.circle, { field: 'waitsFor' })
}

const waitsCode = 'activity.waits'

/** Names those that the person may see, and counts the others. */
const named: Explain = async (ctx, error) => {
  const ids = (error.facts['waitsFor'] ?? []) as string[]
  const names = [...(await namesOf(ctx, 'activity', ids)).values()].map(({ name }) => name)
  if (names.length === 0) return new RefusalError(error.refusals, error.status)
  return new RefusalError([refusal(waitsCode, texts.waits, { field: 'state', values: { names: names.map((name) => `„${name}”`).join(', '), others: ids.length - names.length } })], error.status)
}

export const explanations = { [waitsCode]: named }
