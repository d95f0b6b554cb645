/** Public holidays of the firm's country, as WORKDAYS and ADDWORKDAYS leave them out: one list for the database, the program and the browser. */
import { createHash } from 'node:crypto'
import { raw, sql } from '../../../expression/sql.ts'
import { holidaysFunction, polishHolidays, type Holidays } from '../../../expression/workdays.ts'
import type { Db } from '../db/database.ts'
import type { Registry } from '../metadata/registry.ts'

export const holidaysKey = 'holidays'

/** null: nobody has said another country than Poland. */
export async function readHolidays(db: Db): Promise<Holidays | null> {
  const [kept] = await db.rows<{ there: boolean }>(sql`select to_regclass('sedno_state') is not null as there`)
  if (!kept!.there) return null // a database that is only being filled
  const [row] = await db.rows<{ days: Holidays | null }>(sql`select value -> 'days' as days from sedno_state where key = ${holidaysKey}`)
  return row?.days ?? null
}

/** The snapshot has another version, too: what was made of the former one is made anew. */
export const withHolidays = (registry: Registry, holidays: Holidays): Registry => ({ ...registry, holidays, version: `${registry.version}-${editionOf(holidays)}` })

const editionOf = (holidays: Holidays): string => createHash('sha256').update(holidays.join()).digest('hex').slice(0, 8)

/** The database's half, as it is to be: a restored backup brings the list along and not the function. Run at every start; it changes nothing that is right. */
export async function installHolidays(db: Db): Promise<void> {
  const days = (await readHolidays(db)) ?? polishHolidays
  const [row] = await db.rows<{ edition: string | null }>(sql`select obj_description(to_regprocedure('sedno_holidays()'), 'pg_proc') as edition`)
  if (row!.edition === editionOf(days)) return
  await db.rows(raw(holidaysFunction(days))) // raw is safe: whole numbers
  await db.rows(raw(`comment on function sedno_holidays() is '${editionOf(days)}'`)) // raw is safe: hexadecimal digits
}
