import type { Values } from '../../../contract/definition.ts'
import type { MergeAnswer, UndoAnswer } from '../../../contract/records.ts'
import { refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { isId, newId } from '../db/uuid7.ts'
import { readCurrent } from './current.ts'
import { moveLinks, parentAbove } from './merge-links.ts'
import { inTrash, notAllowed, notFound } from './refusals.ts'
import { stale } from './stale.ts'
import { throughSteps } from './steps/order.ts'
import { present } from './steps/present.ts'
import { filesOf } from './steps/files.ts'
import { write } from './steps/write.ts'
import { texts } from './texts.ts'
import { undo } from './undo.ts'
import { requireMass } from './withheld.ts'
import { isRefused, startWriting, type Current, type Draft, type Outcome, type Refused, type WriteOptions, type Writing } from './writing.ts'

export interface MergeRequest {
  keep: string
  merge: readonly string[]
  /** The kept record's fields that are to change, field by field. */
  values?: Values
  /** Version of the kept record that the caller saw; left out: whatever it is. */
  version?: number | undefined
}

/**
 * Several records become one: the kept record gets the values given, every link of every object that led to the others leads to it, the
 * others go to the trash and say into which they went. One transaction, one operation; `undoMerge` brings all back. Refuses as `change`
 * does for the kept record; 404 and 403 for the others (one must be allowed to change and to delete them); 403 mass_withheld; 422 merge_itself, merge_nothing.
 */
export async function merge(ctx: Ctx, object: string, request: MergeRequest, options: WriteOptions = {}): Promise<MergeAnswer> {
  const others = [...new Set(request.merge)]
  if (others.length === 0) refuse('merge_nothing', texts.mergeNothing, { field: 'merge' })
  if (others.includes(request.keep)) refuse('merge_itself', texts.mergeItself, { field: 'merge' })
  requireMass(ctx, object, 'merge')
  const operation = options.operation ?? newId()
  const moved = await ctx.db.transaction(async (db) => {
    const writing = startWriting({ ...ctx, db }, object, 'merge', { ...options, operation })
    return mergeInto(writing, { ...request, merge: others })
  })
  const kept = await present(ctx, object, { id: request.keep, version: 0 })
  return { operation, kept, merged: others, moved }
}

async function mergeInto(writing: Writing, { keep, merge: others, values = {}, version }: MergeRequest): Promise<MergeAnswer['moved']> {
  const { ctx, layout } = writing
  const current = await readCurrent(ctx, layout, [keep, ...others])
  const [kept, ...merged] = [keep, ...others].map((id) => mergeable(current.get(id), id !== keep)) as [Current, ...Current[]]
  const above = await parentAbove(writing, kept, others)
  const given = above === undefined || layout.object.tree! in values ? values : { ...values, [layout.object.tree!]: above }
  const draft: Draft = { ...draftOf(kept), seen: version ?? null, given }
  if (version !== undefined && version !== kept.version) throw await stale(writing, draft)
  const { ready, refused } = await throughSteps(writing, [draft], 'change')
  throwRefused(refused)
  // First they go, so that the kept one can take over what may be there only once.
  const standing = { deletedAt: ctx.now.toISOString(), deletedBy: ctx.who.userId }
  throwRefused((await write(writing, merged.map((one, n) => ({ ...draftOf(one, n), standing: { ...standing, archivedAt: one.archivedAt } })))).refused)
  const files = new Set(merged.flatMap(({ values: theirs }) => layout.files.flatMap((field) => filesOf(theirs[field.name]).map(({ hash }) => hash))))
  throwRefused((await write({ ...writing, options: { ...writing.options, files } }, ready)).refused)
  const { operation } = writing.options
  await ctx.db.rows(sql`insert into merge (operation, object, kept, merged, at, by)
    values (${operation}::uuid, ${layout.object.name}, ${keep}::uuid, ${others}::uuid[], ${ctx.now.toISOString()}::timestamptz, ${ctx.who.userId}::uuid)`)
  return moveLinks(writing, keep, others)
}

function mergeable(record: Current | undefined, goes: boolean): Current {
  if (record === undefined || !record.may.read) throw notFound()
  if (record.deletedAt !== null) throw inTrash()
  if (!record.may.change) throw notAllowed(texts.changeNotAllowed)
  if (goes && !record.may.delete) throw notAllowed(texts.deleteNotAllowed)
  return record
}

function draftOf(before: Current, n = 0): Draft {
  const { deletedAt, deletedBy, archivedAt, values } = before
  return { n, id: before.id, seen: null, before, given: {}, after: values, standing: { deletedAt, deletedBy, archivedAt }, changed: [], refusals: [] }
}

function throwRefused(outcomes: readonly (Outcome | Refused)[]): void {
  const refused = outcomes.find(isRefused)
  if (refused !== undefined) throw refused.refused
}

/** Takes a merge back. Fields of the kept record and links that were changed since stay, and are told. Refuses 404 nothing_to_undo, 409 merge_undone. */
export async function undoMerge(ctx: Ctx, operation: string): Promise<UndoAnswer> {
  const [row] = isId(operation) ? await ctx.db.rows<{ undone: boolean }>(sql`select undone_at is not null as undone from merge where operation = ${operation}::uuid`) : []
  if (row === undefined) refuse('nothing_to_undo', texts.nothingToUndo, { status: 404 })
  if (row!.undone) refuse('merge_undone', texts.mergeUndone, { status: 409 })
  return undo(ctx, { operation })
}
