/** Rows of a file whose record is there already: page by page, and what was decided about them. */
import type { z } from 'zod'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Counts, foundRow } from '../contract.ts'
import type { ImportRow } from '../queries.ts'
import { nameLinks } from '../rehearsal/queries.ts'

export type FoundRow = z.infer<typeof foundRow>

const usualPage = 50

/** All of them where the import asks; else the first ones, which the preview holds. */
export async function foundOf(ctx: Ctx, row: ImportRow, { after = -1, limit = usualPage }: { after?: number | undefined; limit?: number | undefined }): Promise<{ rows: FoundRow[]; next: number | null }> {
  const rows = row.options.found === 'ask' ? await keptPage(ctx, row, { after, limit }) : (row.preview?.found ?? []).filter(({ line }) => line > after).slice(0, limit)
  return { rows, next: rows.length < limit ? null : rows.at(-1)!.line }
}

async function keptPage(ctx: Ctx, { id, object }: ImportRow, { after, limit }: { after: number; limit: number }): Promise<FoundRow[]> {
  const rows = await ctx.db.rows<FoundRow>(sql`select line, jsonb_build_object('id', record, 'name', name) as record, by, cells, "values"
    from import_found where import = ${id} and line > ${after} order by line limit ${limit}`)
  await nameLinks(ctx, object, rows.map(({ values }) => values ?? {}))
  return rows
}

/** A preview counts found rows of an import that asks as skipped; what was decided since is counted here. */
export async function decidedCounts(ctx: Ctx, { id, state, options, preview, read, created, updated, skipped, refused }: ImportRow): Promise<Counts> {
  const counts = { read, created, updated, skipped, refused }
  if (state !== 'previewed' || options.found !== 'ask' || (options.decisions === undefined && options.undecided === undefined)) return counts
  const decided = await ctx.db.rows<{ decision: string; n: number }>(sql`
    select d.value as decision, count(*)::int as n from jsonb_each_text(${JSON.stringify(options.decisions ?? {})}::jsonb) d
    join import_found f on f.import = ${id} and f.line = d.key::bigint group by 1`)
  const total = (decision: string) => decided.find((one) => one.decision === decision)?.n ?? 0
  const rest = (preview?.foundCount ?? 0) - decided.reduce((sum, { n }) => sum + n, 0)
  const restAs = (...these: string[]) => (these.includes(options.undecided ?? 'skip') ? rest : 0)
  const made = total('create') + restAs('create')
  const changed = total('update') + total('updateEmpty') + restAs('update', 'updateEmpty')
  return { ...counts, created: created + made, updated: updated + changed, skipped: skipped - made - changed }
}
