/**
 * A line of numbers: those of one field in one period of its pattern. 'OF/{yyyy}/{nnn}' makes OF/2026/001, OF/2026/002 … and begins
 * anew each year, at midnight where the company is, whoever's record it is. A line begins after the greatest number already there.
 */
import { createHash } from 'node:crypto'
import { localDate } from '../../../../expression/calendar.ts'
import { name, sql, whole } from '../../../../expression/sql.ts'
import { datedPattern, numbered, numberPeriod, numberSearch } from '../../../../fields/autoNumber/pattern.ts'
import type { Ctx } from '../../context.ts'
import type { Db } from '../../db/database.ts'
import type { LaidField, Layout } from '../layout.ts'

export interface Line {
  layout: Layout
  field: LaidField
  period: string
  /** The pattern with its day written out. */
  dated: string
  gapless: boolean
}

export function lineOf(layout: Layout, field: LaidField, day: string): Line {
  const { pattern, gapless } = field.definition as { pattern: string; gapless?: boolean } & LaidField['definition']
  return { layout, field, period: numberPeriod(pattern, day), dated: datedPattern(pattern, day), gapless: gapless === true }
}

/** The company's own zone: two people in different ones get numbers of the same year. Before it is set up, the caller's. */
export async function companyZone(ctx: Ctx): Promise<string> {
  const [row] = await ctx.db.rows<{ zone: string | null }>(sql`select value ->> 'timeZone' as zone from sedno_state where key = 'installation'`)
  return row?.zone ?? ctx.timeZone
}

export const companyDay = async (ctx: Ctx): Promise<string> => localDate(ctx.now.toISOString(), await companyZone(ctx))!

/** The next numbers of the line, in order. Of a gapless one only inside the transaction that writes the records. */
export async function nextNumbers(db: Db, line: Line, count: number): Promise<string[]> {
  const last = line.gapless ? await countOn(db, line, count) : null
  const given = last === null ? await drawn(db, line, count) : Array.from({ length: count }, (_, at) => last - count + 1 + at)
  return given.map((number) => numbered(line.dated, number))
}

/** Numbers that came from elsewhere are not given a second time: the line goes on after them. */
export async function passNumbers(db: Db, line: Line, texts: readonly string[]): Promise<void> {
  const search = new RegExp(numberSearch(line.dated))
  const greatest = Math.max(0, ...texts.map((text) => Number(search.exec(text)?.[1] ?? 0)))
  if (greatest === 0) return
  const known = sql`field = ${line.field.definition.id} and period = ${line.period}`
  if (line.gapless) await db.rows(sql`update counter set last = ${greatest} where ${known} and last < ${greatest}`)
  else if (await isThere(db, sequenceOf(line))) {
    const sequence = sequenceOf(line)
    await db.rows(sql`select setval(${sequence}::regclass, ${greatest}) from ${name(sequence)} where last_value < ${greatest} or not is_called and last_value <= ${greatest}`)
  }
}

/** Holds the line's row, so that the next writer waits until this one's records are there or given up. */
async function countOn(db: Db, line: Line, count: number): Promise<number> {
  const on = sql`update counter set last = last + ${count} where field = ${line.field.definition.id} and period = ${line.period} returning last`
  const [held] = await db.rows<{ last: number }>(on)
  if (held !== undefined) return Number(held.last)
  await db.rows(sql`insert into counter (field, period, last) values (${line.field.definition.id}, ${line.period}, ${await greatestThere(db, line)}) on conflict do nothing`)
  const [begun] = await db.rows<{ last: number }>(on)
  return Number(begun!.last)
}

/** By a sequence of the database: nobody waits for another's transaction, so a number whose record was never written is left out. */
async function drawn(db: Db, line: Line, count: number): Promise<number[]> {
  const sequence = sequenceOf(line)
  if (!(await isThere(db, sequence))) await beginSequence(db, line, sequence)
  const rows = await db.rows<{ n: number }>(sql`select nextval(${sequence}::regclass) as n from generate_series(1, ${count})`)
  return rows.map(({ n }) => Number(n))
}

const sequenceOf = ({ layout, field, dated }: Line): string => `number_${createHash('sha256').update(`${layout.object.id} ${field.definition.id} ${dated}`).digest('hex').slice(0, 24)}`

async function isThere(db: Db, sequence: string): Promise<boolean> {
  // Not to_regclass: it answers from what this connection remembers, which waiting for the lock does not refresh.
  const [row] = await db.rows<{ there: boolean }>(sql`select exists (select 1 from pg_class where relname = ${sequence} and relkind = 'S') as there`)
  return row!.there
}

async function beginSequence(db: Db, line: Line, sequence: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${sequence}, 0))`)
    if (await isThere(tx, sequence)) return
    await tx.rows(sql`create sequence ${name(sequence)} start with ${whole((await greatestThere(tx, line)) + 1)}`)
  })
}

/** Read once, when the line begins. */
async function greatestThere(db: Db, { layout, field, dated }: Line): Promise<number> {
  const [row] = await db.rows<{ greatest: number | null }>(sql`select max(substring(${name(field.column)} from ${numberSearch(dated)})::bigint) as greatest from ${layout.table}`)
  return Number(row!.greatest ?? 0)
}
