import { say, type Text } from '../../contract/text.ts'
import { raw, sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import type { ColumnTarget, Counts, FileFormat, ImportAnswer, ImportOptions } from './contract.ts'
import { decidedCounts } from './found/queries.ts'

export interface ImportRow extends Counts {
  id: string
  object: string
  state: ImportAnswer['state']
  file_name: string
  file_hash: string
  size: number
  format: FileFormat
  columns: ImportAnswer['columns']
  mapping: ColumnTarget[]
  options: ImportOptions
  total: number | null
  preview: ImportAnswer['preview']
  failure: string | null
  undo_conflicts: number | null
  by: string
  by_name: string | null
  created_at: string
  started_at: string | null
  finished_at: string | null
  cancel_asked: boolean
  run: string | null
  run_done: number | null
  run_total: number | null
  run_error: Text | null
}

// A work that broke down, or was stopped from elsewhere before it began, has nobody left to say so here: its run does.
const state = `case when i.state = 'previewing' and r.state in ('failed', 'cancelled') then 'uploaded'
  when i.state in ('running', 'undoing') and r.state in ('failed', 'cancelled') then r.state else i.state end as state`
// Both are constants of this file.
const columns = raw(`i.*, ${state}, u.name as by_name, r.done as run_done, r.total as run_total, r.error as run_error`)

/** One's own imports; administrators see everybody's. */
export const importById = async (ctx: Ctx, id: string): Promise<ImportRow | null> =>
  (await ctx.db.rows<ImportRow>(sql`select ${columns} from import i left join "user" u on u.id = i.by left join run r on r.id = i.run where i.id = ${id} and (i.by = ${ctx.who.userId} or ${ctx.who.all})`))[0] ?? null

export const importsOf = (ctx: Ctx, object: string | null): Promise<ImportRow[]> =>
  ctx.db.rows<ImportRow>(sql`select ${columns} from import i left join "user" u on u.id = i.by left join run r on r.id = i.run
    where (i.by = ${ctx.who.userId} or ${ctx.who.all}) and (${object}::text is null or i.object = ${object}) order by i.id desc limit 100`)

export const isCancelAsked = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await ctx.db.rows<{ cancel_asked: boolean }>(sql`select cancel_asked from import where id = ${id}`))[0]?.cancel_asked ?? true

export const going = new Set(['previewing', 'running', 'undoing'])
/** The states in which a file's rules may be changed: what is kept of it is of the preview. */
export const phaseOf = (row: Pick<ImportRow, 'state'>): 'preview' | 'run' => (['uploaded', 'previewing', 'previewed'].includes(row.state) ? 'preview' : 'run')

/** As its importer reads it. */
export async function answerOf(ctx: Ctx, row: ImportRow): Promise<ImportAnswer> {
  const { id, object, state, size, format, columns, mapping, options, total, run, preview } = row
  return {
    id, object, state, fileName: row.file_name, size, format, columns, mapping, options, counts: await decidedCounts(ctx, row), total, run, preview,
    progress: going.has(state) ? { done: row.run_done ?? 0, total: row.run_total ?? (state === 'undoing' ? null : total) } : null,
    by: row.by_name === null ? null : { id: row.by, name: row.by_name }, createdAt: row.created_at, startedAt: row.started_at, finishedAt: row.finished_at,
    failure: row.failure ?? (row.run_error === null ? null : say(row.run_error, ctx.language)), undoConflicts: row.undo_conflicts,
  }
}
