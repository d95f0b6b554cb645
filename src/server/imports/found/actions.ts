import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { FoundRow } from './queries.ts'

/** Kept while their importer decides about them; a repeat after a crash is harmless. */
export async function keepFound(ctx: Ctx, id: string, rows: readonly FoundRow[]): Promise<void> {
  if (rows.length === 0) return
  await ctx.db.rows(sql`insert into import_found (import, line, record, name, by, cells, "values")
    select ${id}::uuid, r.line, (r.record->>'id')::uuid, r.record->>'name', r.by, r.cells, r."values"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(line bigint, record jsonb, by jsonb, cells jsonb, "values" jsonb) on conflict do nothing`)
}

export const forgetFound = (ctx: Ctx, id: string): Promise<unknown> => ctx.db.rows(sql`delete from import_found where import = ${id}`)
