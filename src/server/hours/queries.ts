import { sql } from '../../expression/sql.ts'
import type { Ctx } from '../kernel/context.ts'
import type { Db } from '../kernel/db/database.ts'
import type { FirmHours } from './contract.ts'

export const firmKey = 'hours'
const usual = '8:00–16:00'
export const usualFirm: FirmHours = { monday: usual, tuesday: usual, wednesday: usual, thursday: usual, friday: usual, saturday: null, sunday: null, country: 'PL' }

interface HoursRow {
  id: string
  timeZone: string
  own: Record<string, string | null> | null
}

interface Everything {
  firm: FirmHours
  people: HoursRow[]
  days: { on: string; until: string | null; name: string; kind: string }[]
}

/** What decides when these people work between two days. Everybody may know it of everybody: it says nothing of what they do. */
export async function hoursOf({ db }: Ctx, people: readonly string[], { from, until }: { from: string; until: string }): Promise<Everything> {
  const [row] = await db.rows<{ firm: FirmHours | null; people: HoursRow[] | null; days: Everything['days'] | null }>(sql`
    select (select value from sedno_state where key = ${firmKey}) as firm,
      (select jsonb_agg(jsonb_build_object('id', u.id, 'timeZone', coalesce(nullif(h.time_zone, ''), u.time_zone), 'own', case when h.id is null then null else to_jsonb(h) end))
         from "user" u left join working_hours h on h.owner = u.id and h.deleted_at is null where u.id = any(${people}::uuid[])) as people,
      (select jsonb_agg(jsonb_build_object('on', d."on", 'until', d.until, 'name', d.name, 'kind', d.kind)) from day_off d
        where d.deleted_at is null and d."on" <= ${until}::date and coalesce(d.until, d."on") >= ${from}::date) as days`)
  return { firm: { ...usualFirm, ...row!.firm }, people: row!.people ?? [], days: row!.days ?? [] }
}

export async function firmHours(db: Db): Promise<FirmHours> {
  const [row] = await db.rows<{ value: FirmHours }>(sql`select value from sedno_state where key = ${firmKey}`)
  return { ...usualFirm, ...row?.value }
}
