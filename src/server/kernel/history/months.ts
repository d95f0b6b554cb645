/**
 * Tables that only grow (history, record of operations) are cut by month. The migration makes the first months, a daily job the
 * next ones; what falls outside (a month nobody made) goes to the default part, so that no write ever fails for want of one.
 */
import { name, raw, sql } from '../../../expression/sql.ts'
import type { Db } from '../db/database.ts'

export type MonthlyTable = 'history' | 'operation_log'

/** Makes the months from `from` to `until` where they are missing. Safe when several processes do it at once. */
export async function ensureMonths(db: Db, table: MonthlyTable, from: Date, until: Date): Promise<void> {
  const wanted = monthsBetween(from, until)
  const missing = await missingMonths(db, table, wanted)
  for (const month of missing) await db.transaction((tx) => makeMonth(tx, table, month))
}

async function missingMonths(db: Db, table: MonthlyTable, wanted: readonly Month[]): Promise<Month[]> {
  const names = wanted.map((month) => partName(table, month))
  const there = await db.rows<{ name: string }>(sql`select name from unnest(${names}::text[]) as name where to_regclass(name) is not null`)
  const known = new Set(there.map((row) => row.name))
  return wanted.filter((month) => !known.has(partName(table, month)))
}

/** A table of its own first, attached then: `create table … partition of` would stop every writer while it waits. */
async function makeMonth(tx: Db, table: MonthlyTable, month: Month): Promise<void> {
  const part = partName(table, month)
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${part}, 0))`)
  const [there] = await tx.rows<{ there: boolean }>(sql`select to_regclass(${part}) is not null as there`)
  if (there!.there) return
  const spare = `${table}_default`
  const [from, until] = [raw(`'${startOf(month)}'`), raw(`'${startOf(next(month))}'`)] // days made of two numbers
  await tx.rows(sql`create table ${name(part)} (like ${name(table)} including all)`)
  if (table === 'operation_log') await refuseTruncate(tx, part)
  const within = sql`at >= ${from}::timestamptz and at < ${until}::timestamptz`
  const [stray] = await tx.rows(sql`select 1 from ${name(spare)} where ${within} limit 1`)
  // Rows written before the month was made lie in the default part and must leave it first. Taking a part off stops every writer,
  // so it is done only when there is something to move.
  if (stray !== undefined) await tx.rows(sql`alter table ${name(table)} detach partition ${name(spare)}`)
  if (stray !== undefined) await tx.rows(sql`with moved as (delete from ${name(spare)} where ${within} returning *) insert into ${name(part)} select * from moved`)
  await tx.rows(sql`alter table ${name(table)} attach partition ${name(part)} for values from (${from}) to (${until})`)
  if (stray !== undefined) await tx.rows(sql`alter table ${name(table)} attach partition ${name(spare)} default`)
}

/** Triggers on rows come with being a part; the one on the whole table does not. */
export async function refuseTruncate(db: Db, part: string): Promise<void> {
  await db.rows(sql`create trigger operation_log_whole before truncate on ${name(part)} for each statement execute function sedno_only_added()`)
}

interface Month {
  year: number
  /** 1 to 12 */
  month: number
}

function monthsBetween(from: Date, until: Date): Month[] {
  const last: Month = { year: until.getUTCFullYear(), month: until.getUTCMonth() + 1 }
  const months: Month[] = []
  for (let at: Month = { year: from.getUTCFullYear(), month: from.getUTCMonth() + 1 }; before(at, last); at = next(at)) months.push(at)
  return months
}

const before = (a: Month, b: Month) => a.year * 12 + a.month <= b.year * 12 + b.month
const next = ({ year, month }: Month): Month => (month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 })
const two = (month: number) => String(month).padStart(2, '0')
const startOf = ({ year, month }: Month) => `${year}-${two(month)}-01 00:00:00+00`
const partName = (table: MonthlyTable, { year, month }: Month) => `${table}_${year}_${two(month)}`

/** The month before (late writers), this one and three ahead. */
export function monthsAround(now: Date): { from: Date; until: Date } {
  const shifted = (months: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1))
  return { from: shifted(-1), until: shifted(3) }
}
