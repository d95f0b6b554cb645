/** The long works of an import, begun, waited for, stopped. */
import { setTimeout as pause } from 'node:timers/promises'
import { refuse } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { cancelRun, startRun } from '../../kernel/jobs/runs.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { existing, requireComplete, requireImporter } from '../actions.ts'
import { going, type ImportRow } from '../queries.ts'
import { refusals, words } from '../texts.ts'

export type Work = 'preview' | 'run' | 'undo'
const states = { preview: 'previewing', run: 'running', undo: 'undoing' } as const
const from: Record<Work, readonly string[]> = { preview: ['uploaded', 'previewed'], run: ['uploaded', 'previewed'], undo: ['done', 'cancelled', 'failed'] }
const titles = { preview: words.checking, run: words.running, undo: words.undoing } as const

/** Begins one of the long works; of two that ask at once one wins. */
export async function begin(ctx: Ctx, id: string, work: Work): Promise<void> {
  const row = await existing(ctx, id)
  requireImporter(ctx, row.object)
  if (work !== 'undo') requireComplete(ctx, row)
  await ctx.db.transaction(async (db) => {
    const run = newId()
    const counted = work === 'run' ? sql`, read = 0, created = 0, updated = 0, skipped = 0, refused = 0` : sql``
    const claimed = await db.rows(sql`update import set state = ${states[work]}, run = ${run}, started_at = now(), finished_at = null, failure = null ${counted}
      where id = ${id} and run is not distinct from ${row.run} and ${from[work].includes(row.state)} returning id`)
    if (claimed.length === 0) refuse(work === 'undo' ? 'import.not_done' : 'import.already_running', work === 'undo' ? refusals.notDone : refusals.alreadyRunning, { status: 409 })
    const title = { pl: say(titles[work], 'pl', { file: row.file_name }), en: say(titles[work], 'en', { file: row.file_name }) }
    await startRun({ ...ctx, db }, { id: run, kind: `import.${work}`, title, payload: { import: id }, ...(row.total === null ? {} : { total: row.total }) })
  })
  recordOperation(ctx, { what: `import.${work}`, object: row.object, detail: { import: id } })
}

/** Until the work is over, or so many seconds have passed, or nobody waits any more. */
export async function untilDone(ctx: Ctx, id: string, { seconds, gone }: { seconds: number; gone: AbortSignal }): Promise<ImportRow> {
  const until = Date.now() + seconds * 1_000
  let row = await existing(ctx, id)
  for (let between = 50; going.has(row.state) && Date.now() < until && !gone.aborted; between = Math.min(between * 1.5, 500)) {
    await pause(between)
    row = await existing(ctx, id)
  }
  return row
}

/** Stops what goes on after the rows in hand. */
export async function cancel(ctx: Ctx, id: string): Promise<ImportRow> {
  const row = await existing(ctx, id)
  if (row.run === null || !going.has(row.state)) return refuse('import.not_running', refusals.notRunning, { status: 409 })
  await cancelRun(ctx, row.run)
  // One that had not begun is over at once: no worker will say so.
  await ctx.db.rows(sql`update import set state = case when state = 'previewing' then 'uploaded' else 'cancelled' end, finished_at = now()
    where id = ${id} and state = any(${[...going]}) and exists (select 1 from run where run.id = import.run and run.state = 'cancelled')`)
  return existing(ctx, id)
}
