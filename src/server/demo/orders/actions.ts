/** Two years of orders, most of them delivered, with what was agreed; and contracts that run, renew and end. */
import type { Values } from '../../../contract/definition.ts'
import { addDays, addMonths } from '../../../fields/days.ts'
import type { Ctx } from '../../kernel/context.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { createMany } from '../../kernel/records/create.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import { orderFromQuote } from '../../orders/index.ts'
import { productsOnSale, type Product } from '../quotes/queries.ts'
import { diceFor, type Dice } from '../rules.ts'
import { acceptedQuotes, buyers, checksOf, largestGroup, type Buyer } from './queries.ts'
import * as texts from './texts.ts'

const orderCount = 80
const quotedCount = 30
const contractCount = 36
const dayMs = 86_400_000

type Ids = (kind: string, index: number) => string

const succeeded = (outcomes: readonly Outcome[]): void => {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}
const daysAgo = (ctx: Ctx, days: number): Date => new Date(ctx.now.getTime() - days * dayMs)
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

export async function loadOrders(ctx: Ctx, { id }: { sellers: readonly string[]; id: Ids }): Promise<void> {
  await loadTemplates(ctx, id)
  const customers = await buyers(ctx.db, 120)
  const made = [...(await ordersFromQuotes(ctx)), ...(await ordersByHand(ctx, customers, id))]
  await goOn(ctx, made)
  await loadContracts(ctx, customers, id)
}

async function loadTemplates(ctx: Ctx, id: Ids): Promise<void> {
  const [group] = await largestGroup(ctx.db)
  const own = texts.templates.filter(({ of }) => of === 'kind' || group !== undefined)
  succeeded(await createMany(ctx, 'checklistTemplate', own.map(({ name, kind, description, of }, at) => ({ id: id('checklistTemplate', at), name, kind, description, group: of === 'group' ? group!.id : null, active: true }))))
  const rows = own.flatMap(({ questions }, at) => questions.map((question, n): Values => ({ id: id('checklistQuestion', at * 20 + n), template: id('checklistTemplate', at), position: String(n + 1), ...question })))
  succeeded(await createMany(ctx, 'checklistQuestion', rows))
}

interface MadeOrder {
  id: string
  owner: string
  contact: string | null
  at: Date
  index: number
}

async function ordersFromQuotes(ctx: Ctx): Promise<MadeOrder[]> {
  const made: MadeOrder[] = []
  for (const [index, quote] of (await acceptedQuotes(ctx.db, quotedCount)).entries()) {
    const at = new Date(Math.min(ctx.now.getTime() - 3_600_000, Date.parse(quote.at) + dayMs))
    const order = await orderFromQuote({ ...ctx, now: at }, quote.id, { owner: quote.owner, orderedOn: dayOf(at), deliveryOn: addDays(dayOf(at), 21) })
    made.push({ id: order.id, owner: quote.owner, contact: (order['contact'] as { id: string } | null)?.id ?? null, at, index })
  }
  return made
}

async function ordersByHand(ctx: Ctx, customers: readonly Buyer[], id: Ids): Promise<MadeOrder[]> {
  const products = await productsOnSale(ctx.db, ctx.currency)
  const made: MadeOrder[] = []
  for (let index = quotedCount; index < orderCount && customers.length > 0; index++) {
    const dice = diceFor(80, index)
    const { company, contact, owner } = customers[index % customers.length]!
    const at = daysAgo(ctx, Math.floor(((orderCount - index) / (orderCount - quotedCount)) ** 2 * 640) + dice.whole(6))
    const kind = index % 5 === 3 ? 'service' : index % 9 === 4 ? 'rental' : 'sale'
    const then = { ...ctx, now: at }
    const order = { id: id('salesOrder', index), title: dice.pick(texts.titles[kind]), kind, company, contact, owner, createdBy: owner, currency: ctx.currency, orderedOn: dayOf(at), deliveryOn: addDays(dayOf(at), 7 + dice.whole(40)), payment: dice.pick(['Przelew 14 dni', 'Przelew 30 dni', '30% zaliczki, reszta przy odbiorze']) }
    succeeded(await createMany(then, 'salesOrder', [order]))
    succeeded(await createMany(then, 'orderLine', linesFor(ctx, { kind, dice, products, order: order.id })))
    made.push({ id: order.id, owner, contact, at, index })
  }
  return made
}

function linesFor(ctx: Ctx, { kind, dice, products, order }: { kind: string; dice: Dice; products: readonly Product[]; order: string }): Values[] {
  const money = (amount: string) => ({ amount, currency: ctx.currency })
  const ready = texts.lines[kind]
  if (ready !== undefined || products.length === 0) return (ready ?? texts.lines['service']!).map(([name, quantity, price], at) => ({ salesOrder: order, position: String(at + 1), name, quantity, unitPrice: money(price), vatRate: '23' }))
  return Array.from({ length: 2 + dice.whole(5) }, (_, at): Values => {
    const { id, name, code, unit, vatRate, price, cost } = dice.pick(products)
    return { salesOrder: order, position: String(at + 1), product: id, name, code, unit, vatRate, quantity: String(1 + dice.whole(12)), unitPrice: money(price), discount: dice.chance(0.3) ? String(dice.pick([3, 5, 8])) : null, unitCost: cost === null ? null : money(cost) }
  })
}

/** Older ones are delivered; of the newest some wait for what is not agreed yet. */
async function goOn(ctx: Ctx, orders: readonly MadeOrder[]): Promise<void> {
  const checks = Map.groupBy(await checksOf(ctx.db, orders.map(({ id }) => id)), ({ order }) => order)
  for (const { id, owner, contact, at, index } of orders) {
    const age = Math.floor((ctx.now.getTime() - at.getTime()) / dayMs)
    const isWaiting = age < 25 && index % 3 !== 0
    const later = new Date(Math.min(ctx.now.getTime() - 1_800_000, at.getTime() + 2 * dayMs))
    const then = { ...ctx, now: later }
    const settled = { settledBy: owner, settledAt: later.toISOString() }
    const own = (checks.get(id) ?? []).flatMap((check, n) => (isWaiting && n > index % 2 ? [] : answerOf(check, { contact, day: dayOf(later) }))).map((one) => ({ id: one.id, values: { ...one.values, ...settled } }))
    succeeded(await changeMany(then, 'orderCheck', own, { asProgram: true }))
    if (isWaiting) continue
    const cancelled = index % 17 === 8
    succeeded(await changeMany(then, 'salesOrder', [{ id, values: { state: cancelled ? 'cancelled' : 'accepted' } }], { asProgram: true }))
    const state = cancelled || age < 10 ? null : age < 40 ? 'inDelivery' : 'done'
    if (state !== null) succeeded(await changeMany({ ...ctx, now: daysAgo(ctx, Math.max(0, age - 30)) }, 'salesOrder', [{ id, values: { state } }], { asProgram: true }))
  }
}

function answerOf({ id, kind, choices, title, required }: { id: string; kind: string; choices: string | null; title: string; required: boolean | null }, { contact, day }: { contact: string | null; day: string }): { id: string; values: Values }[] {
  const given: Record<string, Values | null> = {
    tick: { done: true }, text: { text: texts.answers[title] ?? 'Uzgodniono telefonicznie' }, day: { day: addDays(day, 14) }, choice: { text: choices?.split('\n')[0] ?? null },
    person: contact === null ? null : { agreedWith: contact }, file: null,
  }
  const values = given[kind] ?? null
  // Nobody to name at the customer: such a question is left open, and with it the order.
  return values === null || (kind === 'person' && required !== true && day.endsWith('3')) ? [] : [{ id, values }]
}

async function loadContracts(ctx: Ctx, customers: readonly Buyer[], id: Ids): Promise<void> {
  if (customers.length === 0) return
  const main = Array.from({ length: contractCount }, (_, index) => contractAt(ctx, { index, customers, id }))
  succeeded(await createMany(ctx, 'contract', main, { asProgram: true }))
  const amendments = main.filter((_, index) => index % 8 === 1).map((contract, n): Values => ({
    ...contract, id: id('contract', contractCount + n), title: texts.amendment, amends: contract['id'], amendment: n % 3 === 2 ? 'replaces' : 'adds', from: addMonths(String(contract['from']), 6), signedOn: addMonths(String(contract['from']), 6),
    renewal: 'none', renewalMonths: null, noticeMonths: null, value: { amount: `${(4 + n) * 500}.00`, currency: ctx.currency },
  }))
  succeeded(await createMany(ctx, 'contract', amendments, { asProgram: true }))
}

function contractAt(ctx: Ctx, { index, customers, id }: { index: number; customers: readonly Buyer[]; id: Ids }): Values {
  const dice = diceFor(81, index)
  const { company, contact, owner } = customers[(index * 3 + 1) % customers.length]!
  const today = dayOf(ctx.now)
  const months = dice.pick([12, 12, 24, 36])
  const from = dayOf(daysAgo(ctx, dice.whole(Math.floor(months * 30.4) + 150)))
  const isEndless = index % 9 === 5
  const until = isEndless ? null : addDays(addMonths(from, months)!, -1)!
  const state = until !== null && until < today ? 'ended' : index % 11 === 6 ? 'notice' : index % 10 === 3 ? 'draft' : 'active'
  const renewal = until === null || state === 'ended' ? 'none' : dice.pick(['automatic', 'automatic', 'byAgreement', 'none'])
  return {
    id: id('contract', index), title: texts.contracts[index % texts.contracts.length], company, signatories: [contact], owner, createdBy: owner, createdAt: new Date(Math.min(ctx.now.getTime() - 3_600_000, Date.parse(`${from}T09:00:00Z`))).toISOString(),
    state, from, until, signedOn: state === 'draft' ? null : from, noticeMonths: String(dice.pick([1, 2, 3])), noticeGivenOn: state === 'notice' ? today : null, renewal, renewalMonths: renewal === 'none' ? null : '12',
    value: { amount: `${(8 + dice.whole(60)) * 250}.00`, currency: ctx.currency }, valuePer: dice.pick(['month', 'month', 'quarter', 'year']),
  }
}
