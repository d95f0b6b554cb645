/** Two years of quotes in all states, in zloty and euro, with structures, options, alternatives and second versions. */
import type { Values } from '../../../contract/definition.ts'
import type { Ctx } from '../../kernel/context.ts'
import { createMany } from '../../kernel/records/create.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import { writingQuotes } from '../../quotes/index.ts'
import { diceFor } from '../rules.ts'
import { componentsOf, dealsFor, euroRates, productsOnSale, sellersRoles, type Deal } from './queries.ts'
import { ageOf, isInEuro, quoteFor, stateOf, type Catalogue, type DemoQuote, type Offer } from './rules.ts'
import * as texts from './texts.ts'

const succeeded = (outcomes: readonly Outcome[]): void => {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}
const count = 150
const dayMs = 86_400_000

interface Version {
  id: string
  head: Values
  quote: DemoQuote
  currency: string
}

export async function loadQuotes(ctx: Ctx, { sellers, id }: { sellers: readonly string[]; id(kind: string, index: number): string }): Promise<void> {
  succeeded(await createMany(ctx, 'textBlock', texts.blocks.map((block, at) => ({ id: id('textBlock', at), ...block }))))
  const [role] = await sellersRoles(ctx.db, sellers)
  if (role !== undefined) succeeded(await createMany(ctx, 'discountLimit', [{ id: id('discountLimit', 0), role: role.role, percent: '12' }]))
  const products = await productsOnSale(ctx.db, ctx.currency)
  const catalogue: Catalogue = { products, parts: Map.groupBy(await componentsOf(ctx.db), ({ whole }) => whole), id }
  const [deals, rates] = [await dealsFor(ctx.db, count), await euroRates(ctx.db)]
  const rateOf = (day: string) => rates.findLast(({ on }) => on <= day) ?? rates[0] ?? null
  const numbers = new Map<string, number>()
  const versions = deals.flatMap((deal, index) => versionsOf(ctx, deal, { index, count: deals.length, rateOf, numbers, catalogue }))
  await write(ctx, versions)
  const asked = versions.filter(({ head }) => head['state'] === 'sent').filter((_, at) => at % 4 === 0)
  succeeded(await createMany(ctx, 'quoteComment', asked.map((one, at) => ({ id: id('quoteComment', at), quote: one.id, author: 'Dział zakupów', text: texts.comments[at % texts.comments.length], byCustomer: true, createdAt: one.head['sentAt'], createdBy: null })), { asProgram: true }))
}

interface Making {
  index: number
  count: number
  rateOf(day: string): { on: string; rate: string } | null
  numbers: Map<string, number>
  catalogue: Catalogue
}

/** Every sixth that left the house has a second version, in whose place the first stands aside. */
function versionsOf(ctx: Ctx, deal: Deal, { index, count: all, rateOf, numbers, catalogue }: Making): Version[] {
  const dice = diceFor(70, index)
  const age = ageOf(index, all)
  const at = new Date(ctx.now.getTime() - age * dayMs - 3_600_000)
  const day = at.toISOString().slice(0, 10)
  const rate = isInEuro(deal, dice) ? rateOf(day) : null
  const [currency, language] = rate === null ? (['PLN', 'pl'] as const) : (['EUR', 'en'] as const)
  const state = stateOf(dice, age)
  const editions = index % 6 === 5 && state !== 'draft' ? 2 : 1
  const year = day.slice(0, 4)
  numbers.set(year, (numbers.get(year) ?? 0) + 1)
  const number = `OF/${year}/${String(numbers.get(year)).padStart(4, '0')}`
  const offer: Offer = { index, language, currency, rate: rate?.rate ?? '1' }
  return Array.from({ length: editions }, (_, n): Version => {
    const edition = n + 1
    const quote = quoteFor(offer, catalogue, edition)
    const isEarlier = edition < editions
    const head = {
      ...courseOf(deal, { at, state: isEarlier ? 'replaced' : state, isLater: n > 0, dice }), number, edition: String(edition), versionOf: n === 0 ? null : catalogue.id('quote', index * 2), title: texts.titles[language][index % 8], company: deal.company, contact: deal.contact,
      opportunity: deal.opportunity, owner: deal.owner, createdBy: deal.owner, language, currency, rate: rate?.rate ?? '1', rateOn: rate?.on ?? null, discount: quote.discount, ...wordsIn(language),
    }
    return { id: catalogue.id('quote', index * 2 + n), head, quote, currency }
  })
}

function courseOf(deal: Deal, { at, state, isLater, dice }: { at: Date; state: string; isLater: boolean; dice: { whole(below: number): number } }): Values {
  const made = new Date(at.getTime() + (isLater ? 3_000_000 : 0))
  const later = (minutes: number) => new Date(Math.min(made.getTime() + minutes * 60_000, at.getTime() + 3_500_000)).toISOString()
  const issuedOn = made.toISOString().slice(0, 10)
  const isOut = ['sent', 'accepted', 'declined', 'replaced'].includes(state)
  return {
    state, createdAt: made.toISOString(), issuedOn, validUntil: new Date(Date.parse(issuedOn) + 30 * dayMs).toISOString().slice(0, 10), sentAt: isOut ? later(5) : null,
    ...(state === 'accepted' || state === 'declined' ? { answeredAt: later(9), answeredBy: 'Dział zakupów', answeredFrom: '203.0.113.24' } : {}), ...(state === 'declined' ? { declineReason: texts.declined[dice.whole(texts.declined.length)] } : {}),
    ...(state === 'approval' || state === 'approved' ? { approver: deal.superior } : {}), ...(state === 'approved' ? { approvedAt: later(7) } : {}),
  }
}

const wordsIn = (language: string): Values => Object.fromEntries(texts.blocks.filter((block) => block.language === language).map(({ kind, text }) => [kind, text]))

/** As they stand, sums and all: what was sent in the past is not made again by moves of today. */
async function write(given: Ctx, versions: readonly Version[]): Promise<void> {
  const ctx = writingQuotes(given, versions.map(({ id }) => id))
  const how = { asProgram: true, together: true }
  const money = (amount: string | null, currency: string) => (amount === null ? null : { amount, currency })
  succeeded(await createMany(ctx, 'quote', versions.map(({ id, head, currency, quote: { totals } }) => ({
    id, ...head, net: money(totals.net, currency), vat: money(totals.vat, currency), gross: money(totals.gross, currency), cost: money(totals.cost, currency), margin: money(totals.margin, currency), discountGiven: totals.discountGiven,
  })), how))
  const madeAt = (head: Values) => ({ createdAt: head['createdAt'], createdBy: head['createdBy'] })
  succeeded(await createMany(ctx, 'quoteSection', versions.flatMap(({ id, head, quote }) => quote.sections.map((section) => ({ ...section, quote: id, ...madeAt(head) }))), how))
  succeeded(await createMany(ctx, 'quoteLine', versions.flatMap(({ id, head, currency, quote }) => quote.lines.map(({ values, ...line }) => {
    const { net, vat, gross, margin } = quote.totals.lines[line.id]!
    return {
      ...values, id: line.id, quote: id, section: line.section, parent: line.parent, kind: line.kind, choiceGroup: line.choiceGroup, chosen: line.chosen, quantity: line.quantity, discount: line.discount, vatRate: line.vatRate,
      unitPrice: money(line.unitPrice, currency), unitCost: money(line.unitCost, currency), net: money(net, currency), vat: money(vat, currency), gross: money(gross, currency), margin: money(margin, currency), ...madeAt(head),
    }
  })), how))
}
