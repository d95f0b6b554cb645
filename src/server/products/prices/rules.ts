/** Which price holds: of the lists that concern the customer the first that names one, else the product's own. Facts in, steps of quantity out. */
import { Exact } from '../../../expression/value.ts'
import { minorUnitsOf, plain } from '../../../fields/decimals.ts'
import type { Money } from '../../../fields/field.ts'
import type { ShownStep } from '../contract.ts'

export interface PriceListFacts {
  id: string
  name: string
  currency: string
  basedOn: string | null
  /** Percent of the prices it is based on; without such a list, of the products' own. */
  factor: string | null
  priority: string | null
  /** How close to the customer: 0 named, 1 his own, 2 of his group, 3 everybody's; null: reached only as the base of another. */
  closeness: number | null
}
export interface PriceFacts {
  priceList: string
  product: string
  amount: Money
  from: string
}
export interface Catalogue {
  lists: readonly PriceListFacts[]
  prices: readonly PriceFacts[]
  /** Own prices by product. */
  base: ReadonlyMap<string, Money | null>
}
/** Of one unit of the currency in the firm's own; null: there is no rate. */
export type RateOf = (currency: string) => string | null

interface Step extends Money {
  from: string
  convertedFrom: string | null
}

/** Steps by product, in order of their quantities; a product without any price has none. */
export function priceSteps({ lists, prices, base }: Catalogue, products: readonly string[], { currency, rateOf }: { currency: string; rateOf: RateOf }): Record<string, ShownStep[]> {
  const into = (money: Money, to: string) => converted(money, to, rateOf)
  const known: Known = { lists: new Map(lists.map((list) => [list.id, list])), prices: Map.groupBy(prices, (price) => `${price.priceList} ${price.product}`), base, into }
  const inOrder = lists.filter(({ closeness }) => closeness !== null).sort(closest(currency))
  return Object.fromEntries(products.map((product) => [product, stepsOf(product, { inOrder, known, currency })]))
}

/** Among those equally close one in the currency asked for comes before one that has to be converted. */
const closest = (currency: string) => (a: PriceListFacts, b: PriceListFacts): number =>
  a.closeness! - b.closeness! || Number(b.currency === currency) - Number(a.currency === currency) || Number(b.priority ?? 0) - Number(a.priority ?? 0) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id)

interface Known {
  lists: ReadonlyMap<string, PriceListFacts>
  prices: ReadonlyMap<string, readonly PriceFacts[]>
  base: ReadonlyMap<string, Money | null>
  into(money: Money, to: string): { amount: string; convertedFrom: string | null } | null
}

/** A list of everybody's in another currency comes after the product's own price in this one: nothing is converted that need not be. */
function stepsOf(product: string, { inOrder, known, currency }: { inOrder: readonly PriceListFacts[]; known: Known; currency: string }): ShownStep[] {
  const base = known.base.get(product)?.currency === currency ? 'first' : 'last'
  const [near, far] = [inOrder.filter((list) => !isFar(list, currency)), inOrder.filter((list) => isFar(list, currency))]
  const places = base === 'first' ? [...near, null, ...far] : [...near, ...far, null]
  let steps: ShownStep[] = []
  for (const list of places) {
    if (isWhole(steps)) return steps
    const about = list === null ? { priceList: null, source: 'base' as const } : { priceList: { id: list.id, name: list.name }, source: 'list' as const }
    const next = inCurrency(list === null ? ofBase(product, known) : ofList(list, product, { known, above: [] }), currency, known)
    steps = before(steps, next.map(({ from, amount, convertedFrom }) => ({ from, amount, ...about, convertedFrom })))
  }
  return steps
}

const everybodys = 3
const isFar = (list: PriceListFacts, currency: string): boolean => list.closeness === everybodys && list.currency !== currency

/** Nothing below its first step is left to say. */
const isWhole = (steps: readonly { from: string }[]): boolean => steps.length > 0 && Number(steps[0]!.from) === 0

/** What is said first holds from its first step on; below that, whatever is said next. */
function before<T extends { from: string }>(said: readonly T[], next: readonly T[]): T[] {
  const first = said[0]
  return first === undefined ? [...next] : [...next.filter(({ from }) => Number(from) < Number(first.from)), ...said]
}

/** In the list's own currency: what it names itself, below that its percent of what it is based on. */
function ofList(list: PriceListFacts, product: string, { known, above }: { known: Known; above: readonly string[] }): Step[] {
  if (above.includes(list.id)) return []
  const own = (known.prices.get(`${list.id} ${product}`) ?? []).map(({ amount, from }) => ({ ...amount, from, convertedFrom: null })).sort((a, b) => Number(a.from) - Number(b.from))
  if (isWhole(own)) return own
  const basis = list.basedOn === null ? null : known.lists.get(list.basedOn)
  const of = basis == null ? (list.basedOn === null && list.factor !== null ? ofBase(product, known) : []) : ofList(basis, product, { known, above: [...above, list.id] })
  return before(own, inCurrency(of, list.currency, known).map((step) => ({ ...step, amount: percent(step, list.factor) })))
}

const ofBase = (product: string, { base }: Known): Step[] => {
  const own = base.get(product) ?? null
  return own === null ? [] : [{ ...own, from: '0', convertedFrom: null }]
}

function inCurrency(steps: readonly Step[], currency: string, { into }: Known): Step[] {
  return steps.flatMap((step) => {
    const money = into(step, currency)
    return money === null ? [] : [{ from: step.from, amount: money.amount, currency, convertedFrom: step.convertedFrom ?? money.convertedFrom }]
  })
}

const percent = ({ amount, currency }: Money, factor: string | null): string => (factor === null ? amount : rounded(new Exact(amount).times(factor).div(100), { like: amount, currency }))

/** At the rates of the day, over the firm's own currency. null: a rate is missing. */
export function converted({ amount, currency }: Money, to: string, rateOf: RateOf): { amount: string; convertedFrom: string | null } | null {
  if (currency === to) return { amount, convertedFrom: null }
  const [from, into] = [rateOf(currency), rateOf(to)]
  if (from === null || into === null) return null
  // As the currencies' own conversion: precise enough for twenty digits by ten, then rounded once.
  return { amount: rounded(new Price(amount).times(from).div(into), { like: amount, currency: to }), convertedFrom: currency }
}

const Price = Exact.clone({ precision: 60 })

/** Half up to the currency's smallest coin; a price of screws that is finer stays as fine. */
function rounded(exact: Exact, { like, currency }: { like: string; currency: string }): string {
  const fine = (plain(like).split('.')[1] ?? '').length
  return exact.toFixed(Math.max(minorUnitsOf(currency), fine), Exact.ROUND_HALF_UP)
}
