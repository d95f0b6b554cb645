/** An accepted order as data from which a program of accounting makes the invoice. Sedno prints none: it is made, numbered and sent to KSeF there. */
import type { Values } from '../../../contract/definition.ts'
import type { RecordRow } from '../../../contract/records.ts'
import { refusal, refuse, type Refusal } from '../../../contract/refusal.ts'
import { exportList } from '../../exports/index.ts'
import { mayVerb } from '../../kernel/access/field-access.ts'
import type { Ctx } from '../../kernel/context.ts'
import { list } from '../../kernel/query/list.ts'
import { one } from '../../kernel/query/one.ts'
import { findPath } from '../../kernel/query/path.ts'
import { isAccepted } from '../rules.ts'
import { refusals } from '../texts.ts'
import { taxesOf, type AccountingData } from './rules.ts'

const ofOrder = ['number', 'orderedOn', 'acceptedAt', 'deliveryOn', 'customerNumber', 'currency', 'rate', 'rateOn', 'prices', 'vatBy', 'payment', 'net', 'vat', 'gross', 'ksef']
const ofBuyer = ['company.name', 'company.nip', 'company.vatNumber', 'company.regon', 'company.addresses']
const ofLine = ['position', 'code', 'product.code', 'name', 'quantity', 'unit', 'unitPrice', 'discount', 'discountValue', 'vatRate', 'net', 'vat', 'gross']
const mostLines = 500

const whyNot = ({ state }: RecordRow): Refusal | null => (isAccepted(state) ? null : refusal('order.not_accepted', refusals.notAccepted, { field: 'state' }))

/** Refuses 404 not_found, 403 not_allowed, 422 order.not_accepted. What the person may not read is not in it. */
export async function accountingData(ctx: Ctx, id: string): Promise<AccountingData> {
  const order = (await one(ctx, 'salesOrder', id)) ?? refuse('not_found', refusals.notThere, { status: 404 })
  if (!mayVerb(ctx, 'salesOrder', 'export')) refuse('not_allowed', refusals.mayNotExport, { status: 403 })
  const why = whyNot(order)
  if (why !== null) refuse(why.code, why.text, { field: 'state' })
  const facts = (await one(ctx, 'salesOrder', id, { columns: readable(ctx, 'salesOrder', [...ofOrder, ...ofBuyer]) }))!
  const lines = await allLines(ctx, id)
  const picked = (names: readonly string[]): Values => Object.fromEntries(names.filter((name) => name in facts).map((name) => [name.replace('company.', ''), facts[name]]))
  return { order: picked(ofOrder), buyer: picked(ofBuyer), lines, taxes: taxesOf(lines, String(facts['currency'] ?? ctx.currency)) }
}

async function allLines(ctx: Ctx, id: string): Promise<Values[]> {
  const columns = readable(ctx, 'orderLine', ofLine)
  const lines: Values[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page = await list(ctx, { object: 'orderLine', columns, linkedTo: { link: 'salesOrder', id }, where: 'parent is empty', order: 'position', limit: mostLines, may: 'export', ...(after === undefined ? {} : { after }) })
    lines.push(...page.rows.map(({ id: _id, version: _version, can: _can, ...values }) => values))
    after = page.next
  }
  return lines
}

const readable = (ctx: Ctx, object: string, paths: readonly string[]): string[] => paths.filter((path) => findPath(ctx, ctx.registry.object(object), path) !== null)

/** One row a line, with the order and its parties on each: as programs of accounting read it. */
export async function accountingSheet(ctx: Ctx, id: string, format: 'xlsx' | 'csv'): Promise<{ number: string; content: AsyncIterableIterator<Buffer> }> {
  const { order } = await accountingData(ctx, id)
  const columns = readable(ctx, 'orderLine', [...[...ofOrder, ...ofBuyer].map((path) => `salesOrder.${path}`), ...ofLine])
  const content = await exportList(ctx, { object: 'orderLine', format, columns, where: `salesOrder = '${id}' and parent is empty`, order: 'position' })
  return { number: String(order['number'] ?? ''), content }
}
