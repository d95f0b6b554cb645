import { decimal } from '../../../contract/selling/coins.ts'
import { stepFor } from '../../../contract/selling/structure.ts'
import type { Money } from '../../../fields/field.ts'
import { ratesOn } from '../../currencies/index.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import type { Ctx } from '../../kernel/context.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import type { Circumstances, ProductPrice, ShownStep } from '../contract.ts'
import { listsFor, ownPrices, pricesIn } from './queries.ts'
import { converted, priceSteps, type PriceListFacts, type RateOf } from './rules.ts'

export interface Settled {
  currency: string
  on: string
}

export const settled = (ctx: Ctx, { currency, on }: Circumstances): Settled => ({ currency: currency ?? ctx.currency, on: on ?? todayIn(ctx) })

/**
 * What products cost this customer, in this currency, on this day. Of the lists that concern him his own comes before his group's and everybody's; what none
 * of them names has the product's own price; what is kept in another currency is converted at the day's rate. `amount` null: there is no price.
 */
export async function pricesFor(ctx: Ctx, { items, ...circumstances }: Circumstances & { items: readonly { product: string; quantity?: string | undefined }[] }): Promise<ProductPrice[]> {
  const { currency } = settled(ctx, circumstances)
  const { steps } = await pricing(ctx, circumstances, { lists: listsOf(ctx, circumstances), products: [...new Set(items.map(({ product }) => product))] })
  return items.map(({ product, quantity = '1' }) => {
    const step = stepFor(steps[product], decimal(quantity))
    const { amount, priceList, source, convertedFrom } = step ?? { amount: null, priceList: null, source: 'none' as const, convertedFrom: null }
    return { product, quantity, amount, currency, priceList, source, convertedFrom }
  })
}

/** May be asked for before it is known what of. */
export const listsOf = (ctx: Ctx, circumstances: Circumstances): Promise<PriceListFacts[]> =>
  listsFor(ctx, { company: circumstances.company ?? null, priceList: circumstances.priceList ?? null, on: settled(ctx, circumstances).on })

export interface Pricing {
  steps: Record<string, ShownStep[]>
  /** By product; absent for those who may not see costs. */
  costs?: Record<string, string | null>
  /** Whatever else has to be said in that currency; null: there is no rate. */
  say(money: Money): string | null
}

/** `others`: currencies besides those of prices in which something has to be said. */
export async function pricing(ctx: Ctx, circumstances: Circumstances, about: { lists: Promise<PriceListFacts[]>; products: readonly string[]; others?: readonly string[] }): Promise<Pricing> {
  const { currency, on } = settled(ctx, circumstances)
  const lists = await about.lists
  const [prices, own] = await Promise.all([pricesIn(ctx, { lists: lists.map(({ id }) => id), products: about.products, on }), ownPrices(ctx, about.products)])
  const kept = [...own.values()].flatMap(({ price, cost }) => [price, cost]).flatMap((money) => money?.currency ?? [])
  const rateOf = await ratesAmong(ctx, new Set([currency, ...(about.others ?? []), ...lists.map((list) => list.currency), ...kept]), on)
  const say = (money: Money | null) => (money === null ? null : (converted(money, currency, rateOf)?.amount ?? null))
  const base = new Map([...own].map(([id, { price }]) => [id, price]))
  return {
    steps: priceSteps({ lists, prices, base }, about.products, { currency, rateOf }),
    ...(canRead(ctx, 'product', 'cost') ? { costs: Object.fromEntries([...own].map(([id, { cost }]) => [id, say(cost)])) } : {}),
    say,
  }
}

async function ratesAmong(ctx: Ctx, currencies: ReadonlySet<string>, day: string): Promise<RateOf> {
  const all = [...currencies]
  // Where all is in one currency nothing is converted.
  const rates = all.length < 2 ? [] : await ratesOn(ctx, all.map((currency) => ({ currency, day })))
  const known = new Map(all.map((currency, at) => [currency, rates[at]?.rate ?? null]))
  return (currency) => known.get(currency) ?? null
}
