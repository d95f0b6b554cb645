/** The three long works of an import. Each may be killed at any moment and goes on where it was. */
import { setImmediate as letOthers } from 'node:timers/promises'
import { RefusalError } from '../../contract/refusal.ts'
import { say } from '../../contract/text.ts'
import { sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import { currentFiles } from '../kernel/files/current.ts'
import { defineJob, HandedBack, RunCancelled, type JobTools } from '../kernel/jobs/define.ts'
import { openLanes } from '../kernel/records/lanes.ts'
import { undo } from '../kernel/records/undo.ts'
import { existing, readingOf } from './actions.ts'
import type { Counts, ImportAnswer } from './contract.ts'
import { forgetFound, keepFound } from './found/actions.ts'
import type { ImportRow } from './queries.ts'
import type { FileRow } from './reading/rows.ts'
import { addToPreview, emptyPreview, foundRowOf, isFound, rehearseLot } from './rehearsal/actions.ts'
import { nameLinks } from './rehearsal/queries.ts'
import { asked } from './rules.ts'
import { countsOf, keepRefused, lotSize, readLot, startGoing, writeLot, type Going, type Work } from './running/actions.ts'

interface Payload {
  import: string
}

const previewJob = defineJob<Payload>({ name: 'import.preview', run: (ctx, payload, tools) => whileGoing(ctx, payload, tools, goThrough) })
const runJob = defineJob<Payload>({ name: 'import.run', run: (ctx, payload, tools) => whileGoing(ctx, payload, tools, bringIn) })
const undoJob = defineJob<Payload>({ name: 'import.undo', run: (ctx, payload, tools) => whileGoing(ctx, payload, tools, takeBack) })
export const jobs = [previewJob, runJob, undoJob]

/** Keeps the import's own state in step with how the work ended. */
async function whileGoing(ctx: Ctx, payload: Payload, tools: JobTools, work: (ctx: Ctx, row: ImportRow, tools: JobTools) => Promise<unknown>): Promise<unknown> {
  const row = await existing(ctx, payload.import)
  try {
    return await work(ctx, row, tools)
  } catch (error) {
    if (error instanceof HandedBack) throw error
    if (error instanceof RunCancelled) await finish(ctx, row.id, row.state === 'previewing' ? 'uploaded' : 'cancelled')
    else if (error instanceof RefusalError) await fail(ctx, row, error)
    throw error
  }
}

async function finish(ctx: Ctx, id: string, state: ImportAnswer['state']): Promise<void> {
  await ctx.db.rows(sql`update import set state = ${state}, finished_at = now() where id = ${id}`)
}

/** A file that cannot be gone through may still be read in another way; a run that failed stays as far as it came. */
async function fail(ctx: Ctx, { id, state }: ImportRow, error: RefusalError): Promise<void> {
  const [first] = error.refusals
  await ctx.db.rows(sql`update import set state = ${state === 'previewing' ? 'uploaded' : 'failed'}, failure = ${first === undefined ? '' : say(first.text, ctx.language, first.values)}, finished_at = now() where id = ${id}`)
}

async function* lotsOf(rows: AsyncIterable<FileRow>, skip: number): AsyncIterable<FileRow[]> {
  let lot: FileRow[] = []
  let seen = 0
  for await (const row of rows) {
    if (seen++ < skip) continue
    lot.push(row)
    if (lot.length < lotSize) continue
    yield lot
    lot = []
  }
  if (lot.length > 0) yield lot
}

const sum = (a: Counts, b: Counts): Counts => ({ read: a.read + b.read, created: a.created + b.created, updated: a.updated + b.updated, skipped: a.skipped + b.skipped, refused: a.refused + b.refused })
const none: Counts = { read: 0, created: 0, updated: 0, skipped: 0, refused: 0 }

/** Through the whole file without writing. Begun again from the start after a kill: it has left nothing behind but its refusals. */
async function goThrough(ctx: Ctx, row: ImportRow, tools: JobTools): Promise<unknown> {
  const reading = await readingOf(currentFiles(), row, row.format)
  await ctx.db.rows(sql`delete from import_refused where import = ${row.id} and phase = 'preview'`)
  await forgetFound(ctx, row.id)
  const going = startGoing(ctx, { ...row, options: asked(row.options) }, { rehearse: true })
  const preview = emptyPreview()
  const unique = new Map<string, number>()
  let counts = none
  for await (const lot of lotsOf(reading.rows(), 0)) {
    const works = await rehearseLot(going, lot, unique)
    addToPreview(preview, going, works)
    await keepRefused(going, works, 'preview')
    if (row.options.found === 'ask') await keepFound(ctx, row.id, works.filter(isFound).map((work) => foundRowOf(going, work)))
    counts = sum(counts, countsOf(works))
    await tools.run?.save(ctx.db, { done: counts.read })
  }
  await nameLinks(ctx, row.object, [...preview.rows, ...preview.found].map(({ values }) => values ?? {}))
  await ctx.db.rows(sql`update import set state = 'previewed', total = ${counts.read}, preview = ${JSON.stringify(preview)}::jsonb,
    read = ${counts.read}, created = ${counts.created}, updated = ${counts.updated}, skipped = ${counts.skipped}, refused = ${counts.refused} where id = ${row.id}`)
  return counts
}

/** Lot by lot; `read` counts the rows that are settled, so the next worker knows where to go on. */
async function bringIn(ctx: Ctx, row: ImportRow, tools: JobTools): Promise<unknown> {
  const reading = await readingOf(currentFiles(), row, row.format)
  const going = startGoing(ctx, row, { rehearse: false })
  let done = row.read
  // The next rows are read while the database writes these.
  const writing = openLanes(1)
  try {
    for await (const lot of lotsOf(reading.rows(), row.read)) {
      const works = await readInPieces(going, lot)
      await writing.take(async () => {
        await writeLot(going, works, async (db, counts) => {
          await tools.run?.save(db, { done: done + counts.read })
        })
        done += works.length
      })
    }
  } finally {
    await writing.done()
  }
  await ctx.db.rows(sql`update import set state = 'done', total = read, finished_at = now() where id = ${row.id}`)
  await forgetFound(ctx, row.id)
  const { read, created, updated, skipped, refused } = await existing(ctx, row.id)
  return { read, created, updated, skipped, refused }
}

/** Read in one go, a lot keeps the database waiting: it is through with what was sent and nobody hears its answer. */
const piece = 100

async function readInPieces(going: Going, lot: readonly FileRow[]): Promise<Work[]> {
  const works: Work[] = []
  for (let at = 0; at < lot.length; at += piece) {
    works.push(...readLot(going, lot.slice(at, at + piece)))
    await letOthers()
  }
  return works
}

/** Every row was skipped or refused, or a worker that was killed had taken all back: there is nothing left to do. */
function nothingWritten(error: unknown): { undone: number; conflicts: readonly unknown[] } {
  if (error instanceof RefusalError && error.refusals[0]?.code === 'nothing_to_undo') return { undone: 0, conflicts: [] }
  throw error
}

/** All that it wrote, updates too; what somebody changed since stays as it is and is counted. */
async function takeBack(ctx: Ctx, row: ImportRow, tools: JobTools): Promise<unknown> {
  const { undone, conflicts } = await undo(ctx, { operation: row.id }, { progress: async (tx, done, total) => tools.run?.save(tx.db, { done, total }) }).catch(nothingWritten)
  await ctx.db.rows(sql`update import set state = 'undone', undo_conflicts = ${conflicts.length}, finished_at = now() where id = ${row.id}`)
  return { undone, conflicts: conflicts.length }
}
