import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'

/** Whoever else moves it waits: two exceptions for one occurrence would be two meetings. Gives the zone whose clock it keeps; null: there is none. */
export async function holdActivity(ctx: Ctx, id: string): Promise<{ zone: string } | null> {
  const [row] = await ctx.db.rows<{ zone: string }>(sql`
    select coalesce(nullif(a.time_zone, ''), (select u.time_zone from "user" u where u.id = a.owner), ${ctx.timeZone}) as zone from activity a where a.id = ${id} for update`)
  return row ?? null
}

export interface ExceptionRow {
  id: string
  instance: string
  start: string
  end: string
  state: string
}

/** Records that stand for occurrences of a series, from a moment on; whatever the caller may see of them: whoever moves a series moves all of it. */
export const exceptionsFrom = (ctx: Ctx, series: string, from: string | null): Promise<ExceptionRow[]> =>
  ctx.db.rows(sql`select id, instance, start, coalesce("end", start) as "end", state from activity where series = ${series} and instance is not null and start is not null and deleted_at is null
    and (${from}::timestamptz is null or instance >= ${from}::timestamptz) order by instance, id`)
