import type { Text } from '../../contract/text.ts'
import { raw, sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import type { ColumnTarget, Counts, FileFormat, ImportAnswer, ImportOptions, SavedMapping } from './contract.ts'

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

export interface RefusedRow {
  line: number
  reasons: { column: string | null; field: string | null; code: string; message: string }[]
  cells: string[]
}

export interface RefusedOptions {
  after: number
  limit: number
  /** Only rows with this reason, in this column. */
  code?: string | undefined
  column?: string | undefined
}

export const refusedPage = (ctx: Ctx, id: string, phase: string, { after, limit, code, column }: RefusedOptions): Promise<RefusedRow[]> => {
  const reason = code === undefined ? sql`` : sql`and reasons @> ${JSON.stringify([{ code, ...(column === undefined ? {} : { column }) }])}::jsonb`
  return ctx.db.rows<RefusedRow>(sql`select line, reasons, cells from import_refused where import = ${id} and phase = ${phase} and line > ${after} ${reason} order by line limit ${limit}`)
}

export interface RefusalGroup {
  code: string
  column: string | null
  message: string
  alike: boolean
  count: number
}

export const refusalGroups = (ctx: Ctx, id: string, phase: string): Promise<RefusalGroup[]> =>
  ctx.db.rows<RefusalGroup>(sql`select g.reason->>'code' as code, g.reason->>'column' as column, min(g.reason->>'message') as message,
      min(g.reason->>'message') = max(g.reason->>'message') as alike, count(distinct f.line) as count
    from import_refused f, jsonb_array_elements(f.reasons) as g(reason) where f.import = ${id} and f.phase = ${phase} group by 1, 2 order by count desc, code limit 100`)

export const mappingsOf = (ctx: Ctx, object: string): Promise<SavedMapping[]> =>
  ctx.db.rows<SavedMapping>(sql`select id, object, name, mapping, options, headers from import_mapping where by = ${ctx.who.userId} and object = ${object} order by name`)

export const isCancelAsked = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await ctx.db.rows<{ cancel_asked: boolean }>(sql`select cancel_asked from import where id = ${id}`))[0]?.cancel_asked ?? true
