/** Somebody was faster: what stands there now, what one wanted, and where the two meet. */
import type { Values } from '../../../contract/definition.ts'
import type { HistoryEntry } from '../../../contract/records.ts'
import { refusal, RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import { fieldAccess } from '../access/field-access.ts'
import { one } from '../query/one.ts'
import { notFound } from './refusals.ts'
import { texts } from './texts.ts'
import type { Draft, Writing } from './writing.ts'

export interface StaleFacts {
  /** The record as it is now, as far as the caller may read it. */
  theirs: Values
  yours: Values
  /** What the others changed since the version the caller saw. */
  base: HistoryEntry['changes']
  /** Fields that both sides changed. Empty: the caller may simply write again with the new version. */
  conflicts: string[]
}

export async function stale({ ctx, layout }: Writing, draft: Pick<Draft, 'id' | 'seen' | 'before' | 'given'>): Promise<RefusalError> {
  const object = layout.object.name
  const theirs = await one(ctx, object, draft.id, { trash: true })
  if (theirs === null) return notFound()
  const since = draft.seen ?? draft.before!.version
  const entries = await ctx.db.rows<{ changes: HistoryEntry['changes'] }>(
    sql`select changes from history where object = ${object} and record = ${draft.id}::uuid and version > ${since} order by version`,
  )
  const base: HistoryEntry['changes'] = {}
  for (const { changes } of entries) {
    for (const [field, { from, to }] of Object.entries(changes)) {
      if (fieldAccess(ctx, object, field) === 'none') continue
      base[field] = { from: field in base ? base[field]!.from : (from ?? null), to: to ?? null }
    }
  }
  const conflicts = Object.keys(draft.given).filter((field) => {
    const { type } = layout.field(field) ?? {}
    return type !== undefined && field in base && !type.same(base[field]!.to, draft.given[field] ?? null)
  })
  return new RefusalError([refusal('stale', texts.stale)], 409, { theirs, yours: draft.given, base, conflicts } satisfies StaleFacts)
}
