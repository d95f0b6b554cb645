import { localeOf } from '../../../fields/locales.ts'
import type { Language, Text } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { WorkRow } from './rules.ts'

/** As it is now; null: gone meanwhile. */
export async function workOf(ctx: Ctx, id: string): Promise<WorkRow | null> {
  const [row] = await ctx.db.rows<WorkRow>(sql`
    select id, title, type, state, priority, owner, delegated_by, delegation, delegation_note, watchers, due, start, done_at, series, outcome from activity where id = ${id}::uuid and deleted_at is null`)
  return row ?? null
}

export interface LateRow {
  id: string
  title: string
  priority: string
  due: string
  owner: string | null
  delegated_by: string | null
  watchers: string[] | null
}

/** Open work whose due time passed in (after, until]. */
export const becameLate = (ctx: Ctx, { after, until }: { after: string; until: string }): Promise<LateRow[]> =>
  ctx.db.rows(sql`
    select id, title, priority, due, owner, delegated_by, watchers from activity
    where done_at is null and deleted_at is null and due > ${after} and due <= ${until} order by due, id limit 10000`)

export async function nameOfUser(ctx: Ctx, id: string | null): Promise<string> {
  if (id === null) return 'Sedno'
  const [row] = await ctx.db.rows<{ name: string }>(sql`select name from "user" where id = ${id}::uuid`)
  return row?.name ?? 'Sedno'
}

/** Was this done with many at once, of which nobody is told piece by piece? Whoever took work over is told once of all; what was imported is no news. */
export async function isOfMany(ctx: Ctx, operation: string | null): Promise<boolean> {
  if (operation === null) return false
  const [run] = await ctx.db.rows(sql`select 1 from run where (id = ${operation}::uuid and kind = 'activities.handOver') or (kind = 'import.run' and payload->>'import' = ${operation}) limit 1`)
  return run !== undefined
}

/** The moment as it is read in the firm's zone. */
export function whenText({ timeZone }: Ctx, moment: string): Text {
  const inLanguage = (language: Language): string => new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(moment))
  return { pl: inLanguage('pl'), en: inLanguage('en') }
}
