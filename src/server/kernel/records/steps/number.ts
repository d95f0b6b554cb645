/**
 * Numbers the program gives: 'F/{YYYY}/{0000}' makes F/2026/0001, F/2026/0002 … and begins anew each year. Given by a sequence of
 * the database: nobody waits for another's transaction, so that a number whose record was never written is left out.
 */
import { createHash } from 'node:crypto'
import { name, sql } from '../../../../expression/sql.ts'
import type { Ctx } from '../../context.ts'
import { todayIn } from '../conditions.ts'
import type { LaidField } from '../layout.ts'
import type { Draft, Writing } from '../writing.ts'

export async function number({ ctx, layout }: Writing, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  let numbered = drafts
  for (const field of layout.fields) {
    if (field.definition.type !== 'autoNumber') continue
    const lacking = numbered.filter(({ after }) => (after[field.name] ?? null) === null)
    if (lacking.length === 0) continue
    const values = await nextNumbers(ctx, `${layout.object.id} ${field.definition.id}`, field, lacking.length)
    numbered = numbered.map((draft) => (lacking.includes(draft) ? { ...draft, after: { ...draft.after, [field.name]: values.shift()! } } : draft))
  }
  return numbered
}

async function nextNumbers(ctx: Ctx, of: string, field: LaidField, count: number): Promise<string[]> {
  const pattern = 'pattern' in field.definition ? String(field.definition.pattern) : '{0}'
  const [year, month, day] = todayIn(ctx).split('-') as [string, string, string]
  const dated = pattern.replaceAll('{YYYY}', year).replaceAll('{YY}', year.slice(2)).replaceAll('{MM}', month).replaceAll('{DD}', day)
  const sequence = `number_${createHash('sha256').update(`${of} ${dated}`).digest('hex').slice(0, 24)}`
  await ensure(ctx, sequence)
  const rows = await ctx.db.rows<{ n: number }>(sql`select nextval(${sequence}::regclass) as n from generate_series(1, ${count})`)
  return rows.map(({ n }) => withNumber(dated, n))
}

/** A pattern without a place for the number has it at its end. */
const withNumber = (dated: string, n: number): string =>
  /\{0+\}/.test(dated) ? dated.replace(/\{(0+)\}/, (_, zeros: string) => String(n).padStart(zeros.length, '0')) : `${dated}${n}`

async function ensure(ctx: Ctx, sequence: string): Promise<void> {
  const [there] = await ctx.db.rows<{ there: boolean }>(sql`select to_regclass(${sequence}) is not null as there`)
  if (there!.there) return
  await ctx.db.transaction(async (tx) => {
    await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${sequence}, 0))`)
    await tx.rows(sql`create sequence if not exists ${name(sequence)}`)
  })
}
