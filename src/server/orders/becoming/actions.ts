/** An accepted quote goes on: to an order with what was chosen, at the prices and the rate it was accepted at, or to a contract. */
import type { Values } from '../../../contract/definition.ts'
import type { RecordRow } from '../../../contract/records.ts'
import { refusal, refuse, type Refusal } from '../../../contract/refusal.ts'
import type { Text } from '../../../contract/text.ts'
import { fieldAccess, mayVerb } from '../../kernel/access/field-access.ts'
import { action } from '../../kernel/actions/action.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { namesOf } from '../../kernel/history/names.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { create, createMany } from '../../kernel/records/create.ts'
import { asProgram } from '../../kernel/records/steps/consequences.ts'
import { present } from '../../kernel/records/steps/present.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import { refusals } from '../texts.ts'
import { alreadyMade, holdQuote, quoteFacts, quoteLines, quoteSections, type QuoteFacts } from './queries.ts'
import { orderedLines, type OrderedLine } from './rules.ts'

const whyNotAccepted = ({ state }: RecordRow): Refusal | null => (state === 'accepted' ? null : refusal('quote.not_accepted', refusals.quoteNotAccepted, { field: 'state' }))

const toOrder = action({
  object: 'quote',
  name: 'toOrder',
  why: whyNotAccepted,
  run: (ctx, { id }) => orderFromQuote(ctx, id),
})

/** With all that was chosen. Refuses 403 for who may not make orders, 409 quote.ordered where there is one already. */
export const orderFromQuote = (ctx: Ctx, quote: string, more: Values = {}): Promise<RecordRow> =>
  once(ctx, { object: 'salesOrder', quote, twice: refusals.quoteOrdered }, async (tx, operation) => {
    const facts = await quoteFacts(tx, quote)
    const order = await makeFor(tx, 'salesOrder', { ...orderOf(facts, quote), ...more }, operation)
    const lines = orderedLines(facts, await quoteLines(tx, quote), await quoteSections(tx, quote))
    const ids = new Map(lines.map(({ from }) => [from.id, newId()]))
    const rows = lines.map((line, at) => lineOf(line, { order, ids, currency: facts.currency, position: at + 1 }))
    succeeded(await createMany(asProgram(tx), 'orderLine', rows, { operation, asProgram: true, together: true }))
    return order
  })

const toContract = action({
  object: 'quote',
  name: 'toContract',
  why: whyNotAccepted,
  run: (ctx, { id }, { from, until, noticeMonths, renewalMonths }) =>
    once(ctx, { object: 'contract', quote: id, twice: refusals.quoteContracted }, async (tx, operation) => {
      const facts = await quoteFacts(tx, id)
      const term = { from, until, noticeMonths, renewalMonths, renewal: (renewalMonths ?? null) === null ? 'none' : 'automatic' }
      return makeFor(tx, 'contract', { ...contractOf(facts, id), ...term }, operation)
    }),
})

/** One of a kind from one quote, also when two ask at the same moment. */
async function once(ctx: Ctx, { object, quote, twice }: { object: 'salesOrder' | 'contract'; quote: string; twice: Text }, make: (tx: Ctx, operation: string) => Promise<string>): Promise<RecordRow> {
  if (!mayVerb(ctx, object, 'create')) refuse('not_allowed', refusals.mayNotCreate, { status: 403 })
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db }
    await holdQuote(tx, quote)
    const made = await alreadyMade(tx, object, quote)
    if (made !== null) {
      const number = (await namesOf(ctx, object, [made])).get(made)?.name ?? refusals.hiddenNumber[ctx.language]
      refuse(object === 'salesOrder' ? 'quote.ordered' : 'quote.contracted', twice, { values: { number }, status: 409, facts: { made } })
    }
    const id = await make(tx, newId())
    return present(tx, object, { id, version: 1 })
  })
}

/** As the person makes it; what his roles keep from him comes with it all the same, for the quote was agreed as a whole. */
async function makeFor(ctx: Ctx, object: string, values: Values, operation: string): Promise<string> {
  const isHis = (field: string): boolean => field === 'owner' || fieldAccess(ctx, object, field) === 'write'
  const [his, others] = [Object.entries(values).filter(([field]) => isHis(field)), Object.entries(values).filter(([field]) => !isHis(field))]
  const made = await create(ctx, object, Object.fromEntries(his), { operation, asProgram: true })
  if (others.length > 0) succeeded(await changeMany(asProgram(ctx), object, [{ id: made.id, values: Object.fromEntries(others) }], { operation, asProgram: true }))
  return made.id
}

const money = (amount: string | null, currency: string) => (amount === null ? null : { amount, currency })

function orderOf(facts: QuoteFacts, quote: string): Values {
  const { company, contact, opportunity, title, language, currency, rate, rateOn, prices, vatBy, payment } = facts
  return { company, contact, opportunity, quote, title, language, currency, rate, rateOn, prices, vatBy, payment }
}

const contractOf = ({ company, contact, opportunity, title, currency, net }: QuoteFacts, quote: string): Values =>
  ({ company, opportunity, quote, title: title ?? '–', signatories: contact === null ? [] : [contact], value: money(net, currency), valuePer: 'whole' })

function lineOf({ from, parent, discount, discountValue }: OrderedLine, { order, ids, currency, position }: { order: string; ids: ReadonlyMap<string, string>; currency: string; position: number }): Values {
  const { name, product, code, quantity, unit, vatRate } = from
  return {
    id: ids.get(from.id), salesOrder: order, quoteLine: from.id, parent: parent === null ? null : (ids.get(parent) ?? null), position: String(position), name, product, code, quantity, unit,
    unitPrice: money(from.unitPrice, currency), discount, discountValue: money(discountValue, currency), vatRate, unitCost: money(from.unitCost, currency),
  }
}

function succeeded(outcomes: readonly Outcome[]): void {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}

export const actions = [toOrder, toContract]
