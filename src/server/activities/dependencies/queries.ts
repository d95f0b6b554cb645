import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'

/** Of those that these activities wait for, the ones that are still open. */
export async function openAmong(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(sql`select id from activity where id = any(${ids}::uuid[]) and done_at is null and deleted_at is null order by id`)
  return rows.map(({ id }) => id)
}

/** Does any of them, over any number of steps, wait for itself? */
export async function hasCircle(ctx: Ctx, ids: readonly string[]): Promise<boolean> {
  const [circle] = await ctx.db.rows(sql`
    with recursive way as (
      select a.id as first, w.id as at from activity a cross join unnest(a.waits_for) as w(id) where a.id = any(${ids}::uuid[])
      union
      select way.first, w.id from way join activity a on a.id = way.at cross join unnest(a.waits_for) as w(id) where way.at <> way.first
    ) select 1 from way where at = first limit 1`)
  return circle !== undefined
}

/** Open activities that waited for this one and now wait for nothing more, with their owners. */
export function freedBy(ctx: Ctx, id: string): Promise<{ id: string; title: string; owner: string | null }[]> {
  return ctx.db.rows(sql`
    select a.id, a.title, a.owner from activity a where a.waits_for @> array[${id}::uuid] and a.done_at is null and a.deleted_at is null
      and not exists (select 1 from activity o where o.id = any(a.waits_for) and o.done_at is null and o.deleted_at is null) order by a.id`)
}
