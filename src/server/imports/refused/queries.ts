/** Rows that were refused, page by page, and the file of them that a person corrects. */
import { say } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import { csvLine } from '../../exports/index.ts'
import type { Ctx } from '../../kernel/context.ts'
import { phaseOf, type ImportRow } from '../queries.ts'
import { words } from '../texts.ts'

export interface RefusedRow {
  line: number
  reasons: { column: string | null; field: string | null; code: string; message: string }[]
  cells: string[]
}

const usualPage = 100

export async function refusedOf(ctx: Ctx, row: ImportRow, { after = -1, limit = usualPage, ...of }: { after?: number | undefined; limit?: number | undefined; code?: string | undefined; column?: string | undefined }) {
  const rows = await refusedPage(ctx, row.id, phaseOf(row), { after, limit, ...of })
  return { rows, next: rows.length < limit ? null : rows.at(-1)!.line, groups: await refusalGroups(ctx, row.id, phaseOf(row)) }
}

/** The file's own columns, the line, and why; page by page, so that a million refusals fit. */
export async function* refusedCsv(ctx: Ctx, row: ImportRow): AsyncIterable<string> {
  const { language } = ctx
  yield `\uFEFF${csvLine([...row.columns.map(({ header }) => header), say(words.line, language), say(words.reason, language)], language)}`
  for (let after = -1; ; ) {
    const page = await refusedPage(ctx, row.id, phaseOf(row), { after, limit: 1_000 })
    for (const { line, cells, reasons } of page) {
      const padded = row.columns.map((_, at) => cells[at] ?? '')
      const why = reasons.map(({ column, message }) => (column === null ? message : `${column}: ${message}`)).join(' | ')
      yield csvLine([...padded, String(line), why], language)
    }
    if (page.length < 1_000) return
    after = page.at(-1)!.line
  }
}

interface RefusedOptions {
  after: number
  limit: number
  /** Only rows with this reason, in this column. */
  code?: string | undefined
  column?: string | undefined
}

const refusedPage = (ctx: Ctx, id: string, phase: string, { after, limit, code, column }: RefusedOptions): Promise<RefusedRow[]> => {
  const reason = code === undefined ? sql`` : sql`and reasons @> ${JSON.stringify([{ code, ...(column === undefined ? {} : { column }) }])}::jsonb`
  return ctx.db.rows<RefusedRow>(sql`select line, reasons, cells from import_refused where import = ${id} and phase = ${phase} and line > ${after} ${reason} order by line limit ${limit}`)
}

interface RefusalGroup {
  code: string
  column: string | null
  message: string
  alike: boolean
  count: number
}

const refusalGroups = (ctx: Ctx, id: string, phase: string): Promise<RefusalGroup[]> =>
  ctx.db.rows<RefusalGroup>(sql`select g.reason->>'code' as code, g.reason->>'column' as column, min(g.reason->>'message') as message,
      min(g.reason->>'message') = max(g.reason->>'message') as alike, count(distinct f.line) as count
    from import_refused f, jsonb_array_elements(f.reasons) as g(reason) where f.import = ${id} and f.phase = ${phase} group by 1, 2 order by count desc, code limit 100`)
