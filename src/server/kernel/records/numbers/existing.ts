/** Numbers for records that were there before their field was. */
import { localDate } from '../../../../expression/calendar.ts'
import { fold } from '../../../../expression/fold.ts'
import { name, raw, sql } from '../../../../expression/sql.ts'
import type { Ctx } from '../../context.ts'
import { layoutOf, type LaidField, type Layout } from '../layout.ts'
import { companyZone, lineOf, nextNumbers } from './lines.ts'

const lotSize = 1000

/**
 * Every record without a number gets one, the oldest first, each by the day it was made; those in the trash too, for they may come
 * back. In lots, each a transaction of its own, so that others write between them; safe to begin again. Neither version nor
 * history change: nobody wrote the records. Gives how many were numbered; `kept` hears of each lot.
 */
export async function numberExisting(ctx: Ctx, object: string, field: string, kept: (done: number) => Promise<void> = async () => {}): Promise<number> {
  const layout = layoutOf(ctx.registry, object)
  const laid = layout.field(field)!
  const zone = await companyZone(ctx)
  let done = 0
  for (let last: Unnumbered | null = null; ; ) {
    const lot: Unnumbered[] = await numberLot(ctx, layout, { field: laid, zone, last })
    done += lot.length
    if (lot.length > 0) await kept(done)
    if (lot.length < lotSize) return done
    last = lot.at(-1)!
  }
}

interface Unnumbered {
  id: string
  created_at: string
}

function numberLot(ctx: Ctx, layout: Layout, { field, zone, last }: { field: LaidField; zone: string; last: Unnumbered | null }): Promise<Unnumbered[]> {
  // Going on from the last one: else each lot would read all those numbered before it.
  const beyond = last === null ? raw('') : sql` and (created_at, id) > (${last.created_at}::timestamptz, ${last.id}::uuid)`
  const column = name(field.column)
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.rows<Unnumbered>(sql`
      select id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at from ${layout.table}
       where ${column} is null${beyond} order by ${layout.table}.created_at, id limit ${lotSize} for update`)
    const numbers = new Map<string, string>()
    for (const [day, ofDay] of Map.groupBy(rows, (row) => localDate(row.created_at, zone)!)) {
      const given = await nextNumbers(tx, lineOf(layout, field, day), ofDay.length)
      ofDay.forEach(({ id }, at) => numbers.set(id, given[at]!))
    }
    const values = [...numbers].map(([id, value]) => ({ id, value, found: fold(value) }))
    const found = field.definition.searchable === true ? sql`, search = concat_ws(E'\n', nullif(search, ''), given.found)` : raw('')
    await tx.rows(sql`update ${layout.table} t set ${column} = given.value${found}
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as given(id uuid, value text, found text) where t.id = given.id`)
    return rows
  })
}
