/** What a line comes to, and the deal by its lines; what stands between two records is called by the other. */
import type { Values } from '../../../contract/definition.ts'
import { refusal } from '../../../contract/refusal.ts'
import { Exact } from '../../../expression/value.ts'
import type { Money } from '../../../fields/field.ts'
import { minorUnitsOf } from '../../../fields/decimals.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { convert } from '../../currencies/index.ts'
import type { Ctx } from '../../kernel/context.ts'
import { changeMany } from '../../kernel/records/change.ts'
import type { Completed, Completion, Incomplete } from '../../kernel/records/completions.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import type { Follower } from '../../kernel/records/followers.ts'
import { pricesFor } from '../../products/index.ts'
import { holdDeals } from '../deals/queries.ts'
import { mustAll } from '../moving/actions.ts'
import { refusals } from '../texts.ts'
import { currenciesOf, linesOf, namesOf, productsOf } from './queries.ts'

type Product = Awaited<ReturnType<typeof productsOf>>[number]
type Deal = Awaited<ReturnType<typeof currenciesOf>>[number]
const changes = (fields: readonly string[]) => ({ after, before }: { after: Values; before: Values | null }): boolean =>
  before === null || fields.some((field) => JSON.stringify(after[field] ?? null) !== JSON.stringify(before[field] ?? null))

const line: Completion = {
  object: 'opportunityLine',
  concerns: changes(['product', 'quantity', 'unitPrice', 'discount', 'opportunity']),
  async complete(ctx, all) {
    const products = new Map((await productsOf(ctx, all.flatMap(({ after }) => idOfLink(after['product']) ?? []))).map((one) => [one.id, one]))
    const deals = new Map((await currenciesOf(ctx, all.flatMap(({ after }) => idOfLink(after['opportunity']) ?? []))).map((deal) => [deal.id, deal]))
    const answers: Completed[] = []
    for (const one of all) {
      const product = products.get(idOfLink(one.after['product']) ?? '')
      answers.push(await pricedLine(ctx, one, { product, deal: deals.get(idOfLink(one.after['opportunity']) ?? '') }))
    }
    return answers
  },
}

/** Nobody said a price: what this customer pays for that many, in the currency of the deal. */
async function pricedLine(ctx: Ctx, { after, before, given }: Incomplete, { product, deal }: { product: Product | undefined; deal: Deal | undefined }): Promise<Completed> {
  if (product === undefined) return {}
  const quantity = after['quantity'] as string | null
  if (quantity !== null && new Exact(quantity).lte(0)) return { refusals: [refusal('opportunity_line.quantity', refusals.quantity, { field: 'quantity' })] }
  const isOther = before !== null && idOfLink(before['product']) !== product.id && !('unitPrice' in given)
  const kept = isOther ? null : (after['unitPrice'] as Money | null | undefined)
  const unitPrice = kept ?? (await usualPrice(ctx, { product, deal, quantity: quantity ?? '1' }))
  if (unitPrice === null || quantity === null) return { values: { name: product.name, unitPrice, amount: null, margin: null } }
  const amount = timesRounded(unitPrice, new Exact(quantity).times(new Exact(100).minus(String(after['discount'] ?? '0'))).div(100))
  const cost = product.cost === null ? null : await convert(ctx, timesRounded(product.cost, new Exact(quantity)), unitPrice.currency, todayIn(ctx))
  const margin = cost === null ? null : { amount: new Exact(amount.amount).minus(cost.amount).toFixed(minorUnitsOf(amount.currency)), currency: amount.currency }
  return { values: { name: product.name, unitPrice, amount, margin } }
}

async function usualPrice(ctx: Ctx, { product, deal, quantity }: { product: Product; deal: Deal | undefined; quantity: string }): Promise<Money | null> {
  const asked = { company: deal?.company, currency: deal?.currency ?? product.price?.currency, on: todayIn(ctx), items: [{ product: product.id, quantity }] }
  const [found] = await pricesFor(ctx, asked)
  return found === undefined || found.amount === null ? null : { amount: found.amount, currency: found.currency }
}

const timesRounded = ({ amount, currency }: Money, by: Exact): Money => ({ amount: new Exact(amount).times(by).toFixed(minorUnitsOf(currency), Exact.ROUND_HALF_UP), currency })

/** The deal comes to what its lines come to; the last one gone, it keeps what it came to. */
const dealByLines: Follower = {
  object: 'opportunityLine',
  concerns: (after, before) => after === null || before === null || changes(['amount', 'margin', 'opportunity'])({ after, before }),
  async follow(ctx, all, { operation, bringsBack }) {
    if (bringsBack) return
    const deals = [...new Set(all.flatMap(({ after, before }) => [idOfLink(after?.['opportunity']), idOfLink(before?.['opportunity'])]).filter((id) => id !== null))]
    await holdDeals(ctx, deals)
    const sums = await linesOf(ctx, await currenciesOf(ctx, deals))
    mustAll(await changeMany(ctx, 'opportunity', [...sums].map(([id, values]) => ({ id, values: { ...values } })), { operation, asProgram: true }))
  },
}

const calledBy = (object: string, link: string, target: 'person' | 'company'): Completion => ({
  object,
  concerns: changes([link]),
  async complete(ctx, all) {
    const names = await namesOf(ctx, target, all.flatMap(({ after }) => idOfLink(after[link]) ?? []))
    return all.map(({ after }) => ({ values: { name: names.get(idOfLink(after[link]) ?? '') ?? null } }))
  },
})

export const completions = [line, calledBy('opportunityRole', 'person', 'person'), calledBy('competitor', 'company', 'company')]
export const followers = [dealByLines]
