/**
 * The configurator: of a structure and what was chosen in it, the parts to any depth with their quantities and prices, the price of the whole, and
 * what stands in the way. Pure, the same on the screen and on the server. Amounts are whole coins, so that the whole is the sum of its parts.
 */
import { minorUnitsOf } from '../../fields/decimals.ts'
import type { Refusal } from '../refusal.ts'
import { decimal, inCoins, product as times, written, type Decimal } from './coins.ts'
import { faultsOf } from './structureFaults.ts'
import { below, grown, isOneOf, type Choices, type Node, type Structure, type StructureComponent, type StructureProduct } from './structureTree.ts'

export { mostParts, type Choices, type ComponentKind, type Structure, type StructureComponent, type StructureProduct, type StructureRule } from './structureTree.ts'

/** From this quantity on. Steps come in order of their quantities. */
export interface PriceStep {
  from: string
  amount: string
}

/** All in one currency. */
export interface StructurePrices {
  currency: string
  /** By product; none where it has no price. */
  products: Readonly<Record<string, readonly PriceStep[]>>
  /** By component: the price a part has in its whole, instead of its own; null where it cannot be said in this currency. */
  components: Readonly<Record<string, string | null>>
  /** By product; absent for those who may not see costs. */
  costs?: Readonly<Record<string, string | null>> | undefined
}

export interface ConfiguredPart {
  /** Ids of the components from the whole down, joined by slashes: a part used twice has two. */
  key: string
  /** Of the part it belongs to; empty: the whole itself. */
  parent: string
  component: StructureComponent
  product: StructureProduct
  /** From 0. */
  level: number
  hasParts: boolean
  /** Taken, as everything above it is. */
  isChosen: boolean
  /** In one of its parent; of what is not taken, as much as would be. */
  quantity: string
  /** In all the wholes that are asked for. */
  total: string
  /** Of one; null: it has no price. */
  unitPrice: string | null
  /** Of all in one of its parent. */
  amount: string | null
  /** Its price is in that of its parent already. */
  isIncluded: boolean
}

export interface Configured {
  /** The whole tree in its order, also what was not chosen. */
  parts: ConfiguredPart[]
  /** Of one whole. What has no price counts as nothing and is named in `unpriced`. */
  price: string
  /** null: nobody knows it, or it is not to be seen. */
  cost: string | null
  /** Each at the key of its part, as `field`. */
  faults: Refusal[]
  /** Keys; the whole itself is ''. */
  unpriced: string[]
}

export interface Asked {
  choices: Choices
  prices: StructurePrices
  /** How many wholes: scale prices of the parts depend on it. */
  quantity?: string
}

export function configure(structure: Structure, { choices, prices, quantity = '1' }: Asked): Configured {
  const root = grown(structure, { choices, quantity })
  const nodes = below(root)
  const digits = minorUnitsOf(prices.currency)
  const pricing = { prices, digits, totals: totalsByProduct(nodes) }
  const priced = new Map<Node, Priced>()
  const costs = new Map<Node, Decimal | null>()
  for (const node of [...nodes].reverse()) {
    priced.set(node, priceOf(node, priced, pricing))
    costs.set(node, costOf(node, costs, prices))
  }
  const cost = costs.get(root)!
  return {
    parts: nodes.slice(1).map((node) => partOf(node, priced, pricing)),
    price: priceText(priced.get(root)!.unit ?? none, digits),
    cost: cost === null ? null : written(inCoins(cost, digits), digits),
    faults: faultsOf(structure, nodes),
    unpriced: nodes.filter((node) => node.isChosen && counts(node, prices) && priced.get(node)!.unit === null).map(({ key }) => key),
  }
}

/** What is chosen, to any depth: the lines of a quote. */
export const chosenParts = ({ parts }: Configured): ConfiguredPart[] => parts.filter(({ isChosen }) => isChosen)

/** A part is taken in this quantity ('0': not any more); where one of several is taken, the others are not. */
export function chosenInstead(choices: Choices, { parts }: Configured, { key, quantity }: { key: string; quantity: string }): Choices {
  const part = parts.find((one) => one.key === key)
  if (part === undefined) return choices
  const { parent, component } = part
  const others = decimal(quantity).units > 0n && isOneOf(component) ? parts.filter((one) => one.parent === parent && one.key !== key && isOneOf(one.component) && one.component.choiceGroup === component.choiceGroup) : []
  return { ...choices, ...Object.fromEntries(others.map((other) => [other.key, '0'])), [key]: quantity }
}

/** Of the quantity asked for, null where no step begins so low. */
export function stepFor<T extends PriceStep>(steps: readonly T[] | undefined, quantity: Decimal): T | null {
  return steps?.findLast(({ from }) => isAtLeast(quantity, decimal(from))) ?? null
}

const none: Decimal = { units: 0n, scale: 0 }

function sum(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: a.units * 10n ** BigInt(scale - a.scale) + b.units * 10n ** BigInt(scale - b.scale), scale }
}
const isAtLeast = (a: Decimal, b: Decimal): boolean => sum(a, { units: -b.units, scale: b.scale }).units >= 0n

/** Whoever takes four in one place and six in another buys ten. */
function totalsByProduct(nodes: readonly Node[]): Map<string, Decimal> {
  const totals = new Map<string, Decimal>()
  for (const { product, isChosen, total } of nodes) if (isChosen) totals.set(product.id, sum(totals.get(product.id) ?? none, total))
  return totals
}

interface Priced {
  /** Of one. */
  unit: Decimal | null
  /** In one of its parent, in whole coins; what has no price is nothing. */
  coins: bigint
}

interface Pricing {
  prices: StructurePrices
  digits: number
  totals: Map<string, Decimal>
}

function priceOf(node: Node, priced: Map<Node, Priced>, { prices, digits, totals }: Pricing): Priced {
  const own = ownPrice(node, prices, (node.isChosen ? totals.get(node.product.id) : undefined) ?? node.total)
  const added = node.children.filter((child) => child.isTaken && !isIncluded(child, prices)).reduce((all, child) => all + priced.get(child)!.coins, 0n)
  const base = own === undefined ? none : own
  const unit = base === null ? null : sum(base, { units: added, scale: digits })
  return { unit, coins: unit === null ? 0n : inCoins(times(unit, node.each), digits) }
}

/** undefined: it has none and costs what its parts do. null: it should have one and has not. */
function ownPrice(node: Node, prices: StructurePrices, quantity: Decimal): Decimal | null | undefined {
  const within = priceWithin(node, prices)
  if (within !== undefined) return within === null ? null : decimal(within)
  if (isSummed(node, prices)) return undefined
  const step = stepFor(prices.products[node.product.id], quantity)
  return step === null ? null : decimal(step.amount)
}

const priceWithin = ({ component }: Node, prices: StructurePrices): string | null | undefined => (component === null ? undefined : prices.components[component.id])
const isSummed = (node: Node, prices: StructurePrices): boolean => node.product.priceOf === 'sum' && node.children.length > 0 && priceWithin(node, prices) === undefined

/** Parts that a whole with a price of its own cannot be without are in that price. */
function isIncluded({ component, parent }: Node, prices: StructurePrices): boolean {
  if (component === null || parent === null) return false
  return component.included || (component.kind === 'required' && !isSummed(parent, prices))
}

/** Does anybody pay for it, through everything above it? */
function counts(node: Node, prices: StructurePrices): boolean {
  for (let at: Node | null = node; at !== null; at = at.parent) if (isIncluded(at, prices)) return false
  return true
}

/** What it costs the firm: its own cost with what is chosen besides the required parts, else that of all chosen parts; null where nothing of it is known. */
function costOf(node: Node, costs: Map<Node, Decimal | null>, { costs: known }: StructurePrices): Decimal | null {
  if (known === undefined) return null
  const own = known[node.product.id] ?? null
  const counted = node.children.filter((child) => child.isTaken && (own === null || child.component!.kind !== 'required'))
  const each = counted.flatMap((child) => (costs.get(child) == null ? [] : [times(costs.get(child)!, child.each)]))
  return own === null && each.length === 0 ? null : each.reduce(sum, own === null ? none : decimal(own))
}

function partOf(node: Node, priced: Map<Node, Priced>, { prices, digits }: Pricing): ConfiguredPart {
  const { unit, coins } = priced.get(node)!
  return {
    key: node.key, parent: node.parent!.key, component: node.component!, product: node.product, level: node.key.split('/').length - 1, hasParts: node.children.length > 0,
    isChosen: node.isChosen, quantity: node.quantity, total: text(node.total),
    unitPrice: unit === null ? null : priceText(unit, digits), amount: unit === null ? null : written(coins, digits), isIncluded: isIncluded(node, prices),
  }
}

/** With the currency's digits at least; finer prices keep theirs. */
function priceText(unit: Decimal, digits: number): string {
  const { units, scale } = unit.scale < digits ? times(unit, { units: 10n ** BigInt(digits - unit.scale), scale: digits - unit.scale }) : unit
  const whole = written(units, scale)
  return scale > digits ? whole.replace(new RegExp(`0{1,${scale - digits}}$`), '').replace(/\.$/, '') : whole
}

function text(value: Decimal): string {
  const whole = written(value.units, value.scale)
  return value.scale === 0 ? whole : whole.replace(/0+$/, '').replace(/\.$/, '')
}
