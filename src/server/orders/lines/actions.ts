/** The sums of an order are those of its lines, whichever way these are written; the lines of an accepted order stand. */
import type { Values } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { totalsOf, type Totals } from '../../../contract/selling/totals.ts'
import { plain } from '../../../fields/decimals.ts'
import type { Ctx } from '../../kernel/context.ts'
import { changeMany, type Change } from '../../kernel/records/change.ts'
import type { Followed, Follower } from '../../kernel/records/followers.ts'
import { isRefused } from '../../kernel/records/writing.ts'
import { askFitting } from '../checklists/actions.ts'
import { broughtBackBy, holdOrders, type HeldOrder } from '../queries.ts'
import { differs } from '../rules.ts'
import { refusals } from '../texts.ts'
import { linesOf, sumsOf, type KeptSums, type StoredLine } from './queries.ts'

/** What people write of a line; its sums follow. */
const written = ['name', 'salesOrder', 'parent', 'quoteLine', 'position', 'product', 'code', 'quantity', 'unit', 'unitPrice', 'discount', 'discountValue', 'vatRate', 'unitCost']

const summedUp: Follower = {
  object: 'orderLine',
  concerns: (after, before) => differs(written, after, before),
  async follow(ctx, all, { operation }) {
    const orders = await holdOrders(ctx, all.flatMap(ordersOf))
    const living = orders.filter(({ isGone }) => !isGone)
    await refuseLocked(ctx, living, operation)
    await sumUp(ctx, living, operation)
    const asked = all.filter(({ after, before }) => differs(['product', 'salesOrder'], after, before)).flatMap(ordersOf)
    if (asked.length > 0) await askFitting(ctx, living.map(({ id }) => id).filter((id) => asked.includes(id)), operation)
  },
}

const ordersOf = ({ after, before }: Followed): string[] => [after, before].flatMap((values) => (values === null ? [] : [String(values['salesOrder'])]))

/** A cancelled order that comes out of the trash brings its lines along. */
async function refuseLocked(ctx: Ctx, orders: readonly HeldOrder[], operation: string): Promise<void> {
  const locked = orders.filter(({ state }) => state !== 'new')
  if (locked.length === 0) return
  const back = await broughtBackBy(ctx, operation, locked.map(({ id }) => id))
  if (locked.some(({ id }) => !back.has(id))) refuse('order.lines_locked', refusals.linesLocked, { field: 'salesOrder' })
}

const asPriced: Follower = {
  object: 'salesOrder',
  concerns: (after, before) => after !== null && before !== null && differs(['currency', 'prices', 'vatBy'], after, before),
  async follow(ctx, all, { operation }) {
    await sumUp(ctx, await holdOrders(ctx, all.map(({ id }) => id)), operation)
  },
}

async function sumUp(ctx: Ctx, orders: readonly HeldOrder[], operation: string): Promise<void> {
  const ids = orders.map(({ id }) => id)
  const lines = Map.groupBy(await linesOf(ctx, ids), ({ order }) => order)
  const kept = new Map((await sumsOf(ctx, ids)).map((sums) => [sums.id, sums]))
  const changed: { lines: Change[]; orders: Change[] } = { lines: [], orders: [] }
  for (const order of orders) {
    const own = lines.get(order.id) ?? []
    refuseForeign(order, own)
    const totals = totalsOfOrder(order, own)
    changed.lines.push(...own.flatMap((line) => changeOf(line, totals.lines[line.id]!, order.currency)))
    changed.orders.push(...changeOf(kept.get(order.id)!, totals, order.currency))
  }
  await writeAll(ctx, 'orderLine', changed.lines, operation)
  await writeAll(ctx, 'salesOrder', changed.orders, operation)
}

function refuseForeign({ currency }: HeldOrder, lines: readonly StoredLine[]): void {
  for (const { name, currencies, isAstray } of lines) {
    const foreign = currencies.find((each) => each !== currency)
    if (foreign !== undefined) refuse('order.line_currency', refusals.lineCurrency, { field: 'unitPrice', values: { name, line: foreign, order: currency } })
    if (isAstray) refuse('order.parent_of_other', refusals.parentOfOther, { field: 'parent' })
  }
}

/** What stands below another line is a part of it, and its price is in that line's. */
function totalsOfOrder({ currency, prices, vatBy }: HeldOrder, lines: readonly StoredLine[]): Totals {
  const priced = lines.map((line) => ({ ...line, section: null, kind: line.parent === null ? ('item' as const) : ('component' as const), chosen: null }))
  return totalsOf({ currency, prices, vatBy, discount: null, discountValue: null, sections: [], lines: priced })
}

type Sums = Record<'net' | 'vat' | 'gross' | 'margin', string | null>
const sumFields = ['net', 'vat', 'gross', 'margin'] as const

function changeOf(kept: KeptSums, sums: Sums, currency: string): Change[] {
  const same = (field: keyof Sums): boolean => (kept[field] === null ? sums[field] === null : sums[field] !== null && plain(kept[field]) === plain(sums[field]))
  if (kept.keptIn === currency && sumFields.every(same)) return []
  const values: Values = Object.fromEntries(sumFields.map((field) => [field, sums[field] === null ? null : { amount: sums[field], currency }]))
  return [{ id: kept.id, values }]
}

async function writeAll(ctx: Ctx, object: string, changes: readonly Change[], operation: string): Promise<void> {
  for (const outcome of await changeMany(ctx, object, changes, { operation, asProgram: true })) if (isRefused(outcome)) throw outcome.refused
}

export const followers: readonly Follower[] = [summedUp, asPriced]
