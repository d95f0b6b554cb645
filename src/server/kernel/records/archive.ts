import { refuse } from '../../../contract/refusal.ts'
import type { RecordRow } from '../../../contract/records.ts'
import type { Ctx } from '../context.ts'
import { lots } from './change.ts'
import { inTrash } from './refusals.ts'
import { present } from './steps/present.ts'
import { standingDrafts, type Removal } from './trash.ts'
import { write } from './steps/write.ts'
import { texts } from './texts.ts'
import { isRefused, startWriting, type Outcome, type WriteOptions, type Writing } from './writing.ts'

type ArchiveOptions = WriteOptions & { version?: number }

/** Puts a record among past data. Refuses: 404 not_found, 403 not_allowed, 409 stale, in_trash, 422 not_archivable. */
export const archive = (ctx: Ctx, object: string, id: string, options: ArchiveOptions = {}): Promise<RecordRow> => one(ctx, object, id, { ...options, archived: true })

export const unarchive = (ctx: Ctx, object: string, id: string, options: ArchiveOptions = {}): Promise<RecordRow> => one(ctx, object, id, { ...options, archived: false })

async function one(ctx: Ctx, object: string, id: string, { version, ...options }: ArchiveOptions & { archived: boolean }): Promise<RecordRow> {
  const [outcome] = await archiveMany(ctx, object, [version === undefined ? { id } : { id, version }], options)
  if (isRefused(outcome!)) throw outcome.refused
  return present(ctx, object, outcome!)
}

/** Many at once, into the archive or out of it. One that is there already stays as it is. */
export async function archiveMany(ctx: Ctx, object: string, items: readonly Removal[], { archived, ...options }: WriteOptions & { archived: boolean }): Promise<Outcome[]> {
  const writing = startWriting(ctx, object, 'archive', options)
  if (writing.layout.object.archivable !== true) refuse('not_archivable', texts.notArchivable)
  const outcomes: Outcome[] = new Array<Outcome>(items.length)
  for (const lot of lots(items.map((item, n) => ({ ...item, n })))) {
    for (const done of await archiveLot(writing, lot, archived)) outcomes[done.n] = done
  }
  return outcomes
}

async function archiveLot(writing: Writing, lot: readonly (Removal & { n: number })[], archived: boolean): Promise<Outcome[]> {
  const archivedAt = archived ? writing.ctx.now.toISOString() : null
  const { drafts, refused } = await standingDrafts(writing, lot, { archivedAt }, (before) => (before.deletedAt === null ? null : inTrash()))
  const already = drafts.filter(({ before }) => (before!.archivedAt !== null) === archived)
  const written = await write(writing, drafts.filter((draft) => !already.includes(draft)))
  return [...refused, ...already.map(({ n, id, before }) => ({ n, id, version: before!.version })), ...written.done, ...written.refused]
}
