import type { RecordRow } from '../../../contract/records.ts'
import { refuse } from '../../../contract/refusal.ts'
import type { Money } from '../../../fields/field.ts'
import { addMonths } from '../../../fields/days.ts'
import type { Ctx } from '../../kernel/context.ts'
import { fieldAccess } from '../../kernel/access/field-access.ts'
import { list } from '../../kernel/query/list.ts'
import { one } from '../../kernel/query/one.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import type { ContractValue } from '../contract.ts'
import { refusals } from '../texts.ts'
import { spanFor, valueOverTime, type Part, type Span } from './rules.ts'

const needed = ['from', 'until', 'value', 'valuePer', 'amendment', 'amends', 'state']
const named = ['number', 'title']
/** More amendments than a person would read. */
const mostAmendments = 100
const monthsShown = 24
const mostMonths = 600

/** What this person may see of the contract and its amendments, in the order in which they begin. */
export async function contractValue(ctx: Ctx, id: string, asked: Span | undefined): Promise<ContractValue> {
  // Of a value over time whose terms one may not see, nothing can be said.
  const hidden = needed.some((field) => fieldAccess(ctx, 'contract', field) === 'none')
  const columns = [...named, ...needed].filter((field) => fieldAccess(ctx, 'contract', field) !== 'none')
  const contract = (await one(ctx, 'contract', id, { columns })) ?? refuse('not_found', refusals.notThere, { status: 404 })
  if (hidden) return { per: asked ?? 'month', from: '', until: null, shownUntil: '', currency: null, periods: [], total: '0', others: [] }
  const amendments = await list(ctx, { object: 'contract', columns, linkedTo: { link: 'amends', id }, where: "state != 'draft'", order: 'from', limit: mostAmendments })
  const from = String(contract['from'])
  const until = (contract['until'] ?? null) as string | null
  const shownUntil = lastShown(from, until, todayIn(ctx))
  const currency = (contract['value'] as Money | null)?.currency ?? amendments.rows.map(moneyOf).find((value) => value !== null)?.currency ?? null
  const parts = [contract, ...amendments.rows].filter((row) => moneyOf(row) !== null)
  const [own, others] = [parts.filter((row) => moneyOf(row)!.currency === currency), parts.filter((row) => moneyOf(row)!.currency !== currency)]
  const per = asked ?? spanFor(from, shownUntil)
  const worth = currency === null ? { periods: [], total: '0' } : valueOverTime(own.map((row) => partOf(row, { main: id, shownUntil })), { currency, per, from, until: shownUntil })
  return {
    per, from, until, shownUntil, currency, total: worth.total,
    periods: worth.periods.map(({ parts: some, ...period }) => ({ ...period, parts: some.map(({ amount, ...part }) => ({ ...part, value: { amount, currency: currency! } })) })),
    others: others.map((row) => ({ contract: row.id, number: textOf(row['number']), title: String(row['title'] ?? ''), value: moneyOf(row)! })),
  }
}

function lastShown(from: string, until: string | null, today: string): string {
  const farthest = addMonths(from, mostMonths) ?? from
  const wanted = until ?? addMonths(today > from ? today : from, monthsShown) ?? from
  return wanted < farthest ? wanted : farthest
}

const moneyOf = (row: RecordRow): Money | null => (row['value'] ?? null) as Money | null
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function partOf(row: RecordRow, { main, shownUntil }: { main: string; shownUntil: string }): Part {
  return {
    contract: row.id, number: textOf(row['number']), title: String(row['title'] ?? ''), amount: moneyOf(row)!.amount, per: (row['valuePer'] ?? 'whole') as Part['per'],
    from: String(row['from']), until: textOf(row['until']) ?? shownUntil, replaces: row.id !== main && row['amendment'] === 'replaces',
  }
}
