import { sql } from '../../expression/sql.ts'
import type { ItemKind } from '../../contract/configuration.ts'
import type { Ctx } from '../kernel/context.ts'

export interface DraftRow {
  kind: ItemKind
  id: string
  body: Record<string, unknown>
  at: string
  by: string | null
}

export const drafts = (ctx: Ctx): Promise<DraftRow[]> =>
  ctx.db.rows(sql`select d.kind, d.id, d.body, d.updated_at as at, u.name as by from configuration_draft d left join "user" u on u.id = d.updated_by order by d.kind, d.id`)

export interface ChangeRow {
  operation: string
  at: string
  by: { id: string; name: string } | null
  kind: ItemKind
  id: string
  version: number
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export async function changesMade(ctx: Ctx, asked: { kind?: ItemKind; id?: string; before?: string; operation?: string; limit?: number }): Promise<ChangeRow[]> {
  return ctx.db.rows(sql`
    select c.operation, c.at, case when u.id is null then null else jsonb_build_object('id', u.id, 'name', u.name) end as by, c.kind, c.item as id, c.version, c.before, c.after
      from configuration_change c left join "user" u on u.id = c.by
     where (${asked.kind ?? null}::text is null or c.kind = ${asked.kind ?? null}) and (${asked.id ?? null}::text is null or c.item = ${asked.id ?? null})
       and (${asked.before ?? null}::timestamptz is null or c.at < ${asked.before ?? null}) and (${asked.operation ?? null}::uuid is null or c.operation = ${asked.operation ?? null})
     order by c.at desc, c.id desc limit ${asked.limit ?? 50}`)
}
