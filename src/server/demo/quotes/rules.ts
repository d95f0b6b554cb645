import type { Values } from '../../../contract/definition.ts'
import { decimal, dividedHalfUp, product, written } from '../../../contract/selling/coins.ts'
import { totalsOf, type PricedLine, type Totals } from '../../../contract/selling/totals.ts'
import type { Language } from '../../../contract/text.ts'
import { diceFor, type Dice } from '../rules.ts'
import type { Deal, Product } from './queries.ts'
import * as texts from './texts.ts'

export interface Catalogue {
  products: readonly Product[]
  parts: ReadonlyMap<string, readonly { part: string; quantity: string }[]>
  id(kind: string, index: number): string
}
export interface Offer {
  index: number
  language: Language
  currency: 'PLN' | 'EUR'
  rate: string
}
export interface DemoLine extends PricedLine {
  values: Values
}
export interface DemoQuote {
  sections: Values[]
  lines: DemoLine[]
  totals: Totals
  discount: string | null
}

const daysBetween = 6
/** From two years ago to today, more of them lately. */
export const ageOf = (index: number, count: number): number => Math.floor(((count - 1 - index) / count) ** 1.4 * 700) + (index % daysBetween === 0 ? 1 : 0)

/** What has come of a quote of this age. */
export function stateOf(dice: Dice, age: number): string {
  const chance = dice.whole(100)
  if (age > 45) return chance < 48 ? 'accepted' : chance < 86 ? 'declined' : 'sent'
  if (age > 14) return chance < 30 ? 'accepted' : chance < 45 ? 'declined' : 'sent'
  return chance < 40 ? 'draft' : chance < 52 ? 'approval' : chance < 60 ? 'approved' : chance < 90 ? 'sent' : 'accepted'
}

export const isInEuro = ({ isAbroad }: Deal, dice: Dice): boolean => isAbroad || dice.chance(0.15)

/** `edition`: the second of a quote is a little cheaper, and has a line less. */
export function quoteFor({ index, language, currency, rate }: Offer, { products, parts, id }: Catalogue, edition: number): DemoQuote {
  const dice = diceFor(71, index)
  const section = (at: number) => id('quoteSection', index * 10 + edition * 2 + at)
  const sections = texts.sections[language].map((title, at): Values => ({ id: section(at), title, position: String(at + 1) }))
  const lines: DemoLine[] = []
  const inCurrency = (amount: string | null) => (amount === null ? null : converted(amount, currency === 'PLN' ? '1' : rate))
  const vatRate = currency === 'EUR' ? '0' : '23'
  const add = (values: Values, priced: Partial<PricedLine>): string => {
    const line: PricedLine = {
      id: id('quoteLine', index * 200 + edition * 100 + lines.length), section: null, parent: null, kind: 'item', choiceGroup: null, chosen: null, quantity: '1', unitPrice: null, discount: null, discountValue: null, vatRate, unitCost: null, ...priced,
    }
    lines.push({ ...line, values: { ...values, position: String(lines.length + 1) } })
    return line.id
  }
  const thing = ({ name, unit, price, cost }: (typeof texts.things)[number], priced: Partial<PricedLine>) => add({ name: name[language], unit }, { unitPrice: inCurrency(price.toFixed(2)), unitCost: inCurrency(((price * cost) / 100).toFixed(2)), ...priced })
  const below = (whole: string, parent: string, depth: number): void => {
    for (const { part, quantity } of depth > 3 ? [] : (parts.get(whole) ?? []).slice(0, 6)) {
      const found = products.find((one) => one.id === part)
      if (found !== undefined && lines.length < 60) below(part, add({ name: nameOf(found, language), code: found.code, product: found.id, unit: found.unit }, { kind: 'component', parent, section: section(0), quantity, unitPrice: inCurrency(found.price) }), depth + 1)
    }
  }
  const sell = (found: Product, priced: Partial<PricedLine>) => {
    const made = add({ name: nameOf(found, language), code: found.code, product: found.id, unit: found.unit }, { unitPrice: inCurrency(found.price), unitCost: inCurrency(found.cost), ...priced })
    below(found.id, made, 1)
  }
  const structures = products.filter(({ kind, id: product }) => kind === 'structure' && parts.has(product))
  if (structures.length > 0 && dice.chance(0.35)) sell(dice.pick(structures), { section: section(0) })
  for (let n = 0; n < 2 + dice.whole(5) - (edition - 1); n++) {
    const priced = { section: section(0), quantity: String(1 + dice.whole(8)), discount: dice.chance(0.25) ? String(5 * (1 + dice.whole(2))) : null }
    if (products.length > 0) sell(dice.pick(products), priced)
    else thing(dice.pick(texts.things), priced)
  }
  for (const one of texts.services.slice(0, 1 + dice.whole(3))) thing(one, { section: section(1), quantity: String(1 + dice.whole(6)), vatRate: currency === 'EUR' ? 'np' : '23' })
  if (dice.chance(0.4)) thing(texts.option, { section: section(1), kind: 'optional', chosen: dice.chance(0.4) })
  if (dice.chance(0.3)) texts.alternatives.forEach((one, at) => thing(one, { section: section(0), kind: 'alternative', choiceGroup: texts.groups[language], chosen: at === 0 }))
  const discount = dice.chance(0.4) || edition > 1 ? String(2 * edition + dice.whole(4)) : null
  return { sections, lines, discount, totals: totalsOf({ currency, prices: 'net', vatBy: 'document', discount, discountValue: null, sections: sections.map(({ id: one }) => ({ id: String(one), discount: null, discountValue: null })), lines }) }
}

const nameOf = ({ name, foreignName }: Product, language: Language): string => (language === 'en' && foreignName !== null ? foreignName : name)

/** Zlotys at a rate, to the cent. */
function converted(amount: string, rate: string): string {
  const [money, by] = [product(decimal(amount), { units: 100n, scale: 0 }), decimal(rate)]
  return written(dividedHalfUp(money.units * 10n ** BigInt(by.scale), by.units * 10n ** BigInt(money.scale)), 2)
}
