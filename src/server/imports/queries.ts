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
}

const columns = raw('i.*, u.name as by_name')

/** One's own imports; administrators see everybody's. */
export const importById = async (ctx: Ctx, id: string): Promise<ImportRow | null> =>
  (await ctx.db.rows<ImportRow>(sql`select ${columns} from import i left join "user" u on u.id = i.by where i.id = ${id} and (i.by = ${ctx.who.userId} or ${ctx.who.all})`))[0] ?? null

export const importsOf = (ctx: Ctx, object: string | null): Promise<ImportRow[]> =>
  ctx.db.rows<ImportRow>(sql`select ${columns} from import i left join "user" u on u.id = i.by
    where (i.by = ${ctx.who.userId} or ${ctx.who.all}) and (${object}::text is null or i.object = ${object}) order by i.id desc limit 100`)

export interface RefusedRow {
  line: number
  reasons: { column: string | null; field: string | null; code: string; message: string }[]
  cells: string[]
}

export const refusedOf = (ctx: Ctx, id: string, phase: string, after: number, limit: number): Promise<RefusedRow[]> =>
  ctx.db.rows<RefusedRow>(sql`select line, reasons, cells from import_refused where import = ${id} and phase = ${phase} and line > ${after} order by line limit ${limit}`)

export const mappingsOf = (ctx: Ctx, object: string): Promise<SavedMapping[]> =>
  ctx.db.rows<SavedMapping>(sql`select id, object, name, mapping, options, headers from import_mapping where by = ${ctx.who.userId} and object = ${object} order by name`)

export const isCancelAsked = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await ctx.db.rows<{ cancel_asked: boolean }>(sql`select cancel_asked from import where id = ${id}`))[0]?.cancel_asked ?? true
