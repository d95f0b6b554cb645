import type { RecordRow } from '../../../contract/records.ts'
import type { Ctx } from '../context.ts'
import { mayVerb } from '../access/row-rule.ts'
import { newId } from '../db/uuid7.ts'
import { lots } from './change.ts'
import { readCurrent } from './current.ts'
import { dependentsToo, refuseLinked } from './dependents.ts'
import { inTrash, notAllowed, notFound, notInTrash } from './refusals.ts'
import { stale } from './stale.ts'
import { present } from './steps/present.ts'
import { write } from './steps/write.ts'
import { texts } from './texts.ts'
import { isRefused, startWriting, type Current, type Draft, type Outcome, type Refused, type Standing, type WriteOptions, type Writing } from './writing.ts'

export interface Removal {
  id: string
  /** Left out: whatever the version. */
  version?: number
}

/**
 * Puts a record to the trash, and with it what cannot be without it (links declared `cascade`). Refuses: 404 not_found, 403 not_allowed,
 * 409 stale, in_trash, 422 still_linked (links declared `refuse`).
 */
export async function remove(ctx: Ctx, object: string, id: string, { version, ...options }: WriteOptions & { version?: number } = {}): Promise<{ id: string; version: number }> {
  const [outcome] = await removeMany(ctx, object, [version === undefined ? { id } : { id, version }], options)
  if (isRefused(outcome!)) throw outcome.refused
  return { id: outcome!.id, version: outcome!.version }
}

/** Out of the trash again, with what went there along. Refuses: 404 not_found, 403 not_allowed, 409 not_in_trash, 422 not_unique. */
export async function restore(ctx: Ctx, object: string, id: string, options: WriteOptions = {}): Promise<RecordRow> {
  const [outcome] = await restoreMany(ctx, object, [{ id }], options)
  if (isRefused(outcome!)) throw outcome.refused
  return present(ctx, object, outcome!)
}

export const removeMany = (ctx: Ctx, object: string, removals: readonly Removal[], options: WriteOptions = {}): Promise<Outcome[]> =>
  inLots(ctx, removals, (tx, lot) => removeLot(startWriting(tx, object, 'delete', { ...options, operation: options.operation ?? newId() }), lot))

export const restoreMany = (ctx: Ctx, object: string, removals: readonly Removal[], options: WriteOptions = {}): Promise<Outcome[]> =>
  inLots(ctx, removals, (tx, lot) => restoreLot(startWriting(tx, object, 'restore', { ...options, operation: options.operation ?? newId() }), lot))

type Numbered = Removal & { n: number }

async function inLots(ctx: Ctx, removals: readonly Removal[], work: (ctx: Ctx, lot: readonly Numbered[]) => Promise<Outcome[]>): Promise<Outcome[]> {
  const outcomes: Outcome[] = new Array<Outcome>(removals.length)
  for (const lot of lots(removals.map((removal, n) => ({ ...removal, n })))) {
    const done = await ctx.db.transaction((db) => work({ ...ctx, db }, lot))
    for (const one of done) outcomes[one.n] = one
  }
  return outcomes
}

async function removeLot(writing: Writing, removals: readonly Numbered[]): Promise<Outcome[]> {
  const { ctx, layout } = writing
  const standing = { deletedAt: ctx.now.toISOString(), deletedBy: ctx.who.userId }
  const { drafts, refused } = await standingDrafts(writing, removals, standing, (before) => (before.deletedAt === null ? null : inTrash()))
  const linked = await refuseLinked(ctx, layout, drafts.map(({ n, id }) => ({ n, id })))
  const free = drafts.filter(({ n }) => !linked.some((one) => one.n === n))
  const written = await write(writing, free)
  await dependentsToo(writing, written.done.map(({ id }) => id), 'delete')
  return [...refused, ...linked, ...written.done, ...written.refused]
}

async function restoreLot(writing: Writing, removals: readonly Numbered[]): Promise<Outcome[]> {
  const { drafts, refused } = await standingDrafts(writing, removals, { deletedAt: null, deletedBy: null }, (before) => (before.deletedAt === null ? notInTrash() : null))
  const written = await write(writing, drafts)
  const back = new Set(written.done.map(({ n }) => n))
  const moments = drafts.filter(({ n }) => back.has(n)).map(({ id, before }) => ({ id, at: before!.deletedAt! }))
  await dependentsToo(writing, moments.map(({ id }) => id), 'restore', moments)
  return [...refused, ...written.done, ...written.refused]
}

/** Drafts that change nothing but where the record stands: in the trash, in the archive or among the others. */
export async function standingDrafts(
  writing: Writing, items: readonly Numbered[], standing: Partial<Standing>, whyNot: (before: Current) => Refused['refused'] | null,
): Promise<{ drafts: Draft[]; refused: Refused[] }> {
  const { ctx, layout, verb } = writing
  const current = await readCurrent(ctx, layout, items.map(({ id }) => id))
  const right = verb === 'archive' ? ('change' as const) : ('delete' as const)
  const drafts: Draft[] = []
  const refused: Refused[] = []
  for (const { n, id, version } of items) {
    const before = current.get(id)
    const why = refusalOf(writing, before, right) ?? whyNot(before!)
    const draft = why === null ? standingDraft(n, before!, standing) : null
    if (draft === null) refused.push({ n, id, refused: why! })
    else if (version !== undefined && version !== before!.version) refused.push({ n, id, refused: await stale(writing, { ...draft, seen: version }) })
    else drafts.push(draft)
  }
  return { drafts, refused }
}

function refusalOf({ ctx, layout }: Writing, before: Current | undefined, right: 'change' | 'delete'): Refused['refused'] | null {
  if (before === undefined || !before.may.read) return notFound()
  if (before.may[right] && mayVerb(ctx, layout.object.name, right)) return null
  return notAllowed(right === 'delete' ? texts.deleteNotAllowed : texts.changeNotAllowed)
}

function standingDraft(n: number, before: Current, standing: Partial<Standing>): Draft {
  const { deletedAt, deletedBy, archivedAt, values } = before
  return { n, id: before.id, seen: null, before, given: {}, after: values, standing: { deletedAt, deletedBy, archivedAt, ...standing }, changed: [], refusals: [] }
}
