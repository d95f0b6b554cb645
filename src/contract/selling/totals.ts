/**
 * What a document of sale comes to, the same on the screen and on the server: discounts of lines, sections and the whole, VAT by both methods of the
 * Polish act, cost and margin. Whole numbers of the smallest coin throughout, so that every sum is that of its parts to the grosz.
 */
import { minorUnitsOf } from '../../fields/decimals.ts'
import { countedLines, type Kind } from './counted.ts'
import { decimal, dividedHalfUp, inCoins, percentOff, product, spread, written, type Decimal } from './coins.ts'
import { percentOf, vatRates } from './vat.ts'

/** Decimal strings throughout; an empty one or none is nothing. */
export interface PricedLine {
  id: string
  section: string | null
  parent: string | null
  kind: Kind
  choiceGroup?: string | null
  chosen: boolean | null
  /** Of a component: in one of its parent. */
  quantity: string | null
  unitPrice: string | null
  discount: string | null
  discountValue: string | null
  vatRate: string | null
  unitCost: string | null
}
export interface Discounted {
  discount: string | null
  discountValue: string | null
}
export interface PricedSection extends Discounted {
  id: string
}
export interface PricedDocument extends Discounted {
  currency: string
  prices: 'net' | 'gross'
  vatBy: 'document' | 'line'
  sections: readonly PricedSection[]
  lines: readonly PricedLine[]
}

export interface Amounts {
  net: string
  vat: string
  gross: string
}
export interface LineTotals extends Amounts {
  /** Is it in the sums? Options and alternatives that were not chosen, and components, are priced only. */
  counted: boolean
  /** Quantity by price, before any discount; in net or gross as the prices are. */
  list: string
  /** Percent of the list value that all discounts together take off it. */
  discountGiven: string
  cost: string | null
  margin: string | null
}
export interface Totals extends Amounts {
  lines: Record<string, LineTotals>
  sections: Record<string, Amounts>
  taxes: (Amounts & { rate: string })[]
  list: string
  discountGiven: string
  /** Of the lines whose cost is known; null where none is. */
  cost: string | null
  margin: string | null
}

interface Row {
  line: PricedLine
  counted: boolean
  list: bigint
  /** After discounts, in net or gross as the prices are. */
  value: bigint
  net: bigint
  vat: bigint
  cost: bigint | null
}

/**
 * A section's discount is taken of the sum of its counted lines after their own, the document's of what is left; both are spread over the lines by the
 * largest remainder. What is not counted is shown with every percentage taken off but no amounts, which belong to the whole. No discount takes more than there is.
 */
export function totalsOf(document: PricedDocument): Totals {
  const digits = minorUnitsOf(document.currency)
  const counted = countedLines(document.lines)
  const costs = unitCosts(document.lines)
  const rows = document.lines.map((line) => priced(line, { digits, counted: counted.has(line.id), unitCost: costs(line) }))
  const inSums = rows.filter((row) => row.counted)
  takeOff(document, { rows, inSums, digits })
  tax(document, { rows, inSums })
  return summed(document, { rows, inSums, digits })
}

function priced(line: PricedLine, { digits, counted, unitCost }: { digits: number; counted: boolean; unitCost: Decimal | null }): Row {
  const isWords = line.kind === 'text'
  const quantity = decimal(isWords ? null : line.quantity)
  const list = inCoins(product(quantity, decimal(line.unitPrice)), digits)
  const value = list - taken(list, line, digits)
  const cost = unitCost === null || isWords ? null : inCoins(product(quantity, unitCost), digits)
  return { line, counted, list, value, net: 0n, vat: 0n, cost }
}

/** What a discount takes off a sum: first the percentage, then the amount, never more than there is. */
function taken(sum: bigint, { discount, discountValue }: Discounted, digits: number): bigint {
  if (sum <= 0n || (!discount && !discountValue)) return 0n
  const all = percentOff(sum, decimal(discount)) + inCoins(decimal(discountValue), digits)
  return all > sum ? sum : all < 0n ? 0n : all
}

function takeOff(document: PricedDocument, { rows, inSums, digits }: { rows: Row[]; inSums: Row[]; digits: number }): void {
  const sections = new Map(document.sections.map((section) => [section.id, section]))
  for (const section of document.sections) takeTogether(inSums.filter((row) => row.line.section === section.id), section, digits)
  takeTogether(inSums, document, digits)
  for (const row of rows) {
    if (row.counted) continue
    const section = row.line.section === null ? undefined : sections.get(row.line.section)
    for (const { discount } of section === undefined ? [document] : [section, document]) row.value -= taken(row.value, { discount, discountValue: null }, digits)
  }
}

function takeTogether(rows: Row[], discount: Discounted, digits: number): void {
  const off = taken(rows.reduce((sum, row) => sum + row.value, 0n), discount, digits)
  if (off === 0n) return
  const shares = spread(off, rows.map((row) => row.value))
  rows.forEach((row, at) => void (row.value -= shares[at]!))
}

/**
 * On the sum of each rate, or on each line (Polish VAT act, art. 106e sec. 1 and 7–10). On the sum, the tax of a rate is then shared among its lines, for lines
 * that are shown with tax must come to the same. Gross prices: what is in them by value × rate / (100 + rate).
 */
function tax(document: PricedDocument, { rows, inSums }: { rows: Row[]; inSums: Row[] }): void {
  const isGross = document.prices === 'gross'
  const onEach = document.vatBy === 'line' ? rows : rows.filter((row) => !row.counted)
  for (const row of onEach) row.vat = taxOf(row.value, rateOf(row.line), isGross)
  if (document.vatBy === 'document') {
    for (const [rate, ofRate] of Map.groupBy(inSums, (row) => rateOf(row.line))) {
      const shares = spread(taxOf(ofRate.reduce((sum, row) => sum + row.value, 0n), rate, isGross), ofRate.map((row) => row.value))
      ofRate.forEach((row, at) => void (row.vat = shares[at]!))
    }
  }
  for (const row of rows) row.net = isGross ? row.value - row.vat : row.value
}

const rateOf = ({ vatRate, kind }: PricedLine): string => (kind === 'text' ? '' : (vatRate ?? ''))

function taxOf(value: bigint, rate: string, isGross: boolean): bigint {
  const { units, scale } = decimal(percentOf(rate))
  if (units === 0n) return 0n
  const hundred = 100n * 10n ** BigInt(scale)
  return dividedHalfUp(value * units, isGross ? hundred + units : hundred)
}

/** A structure's own cost, or that of its parts. */
function unitCosts(lines: readonly PricedLine[]): (line: PricedLine) => Decimal | null {
  const parts = Map.groupBy(lines.filter(({ kind, parent }) => kind === 'component' && parent !== null), ({ parent }) => parent!)
  const costOf = (line: PricedLine, above: readonly string[]): Decimal | null => {
    if (line.unitCost) return decimal(line.unitCost)
    const known = above.includes(line.id) ? [] : (parts.get(line.id) ?? []).map((part) => ({ part, cost: costOf(part, [...above, line.id]) })).filter(({ cost }) => cost !== null)
    if (known.length === 0) return null
    const each = known.map(({ part, cost }) => product(decimal(part.quantity), cost!))
    const scale = Math.max(...each.map((cost) => cost.scale))
    return { units: each.reduce((sum, cost) => sum + cost.units * 10n ** BigInt(scale - cost.scale), 0n), scale }
  }
  return (line) => costOf(line, [])
}

function summed(document: PricedDocument, { rows, inSums, digits }: { rows: Row[]; inSums: Row[]; digits: number }): Totals {
  const amounts = (of: readonly Row[]): Amounts => {
    const [net, vat] = [of.reduce((sum, row) => sum + row.net, 0n), of.reduce((sum, row) => sum + row.vat, 0n)]
    return { net: written(net, digits), vat: written(vat, digits), gross: written(net + vat, digits) }
  }
  const rates = Map.groupBy(inSums.filter(({ line }) => line.kind !== 'text'), (row) => rateOf(row.line))
  const costed = inSums.filter(({ cost }) => cost !== null)
  const cost = costed.reduce((sum, row) => sum + row.cost!, 0n)
  const [list, value] = [inSums.reduce((sum, row) => sum + row.list, 0n), inSums.reduce((sum, row) => sum + row.value, 0n)]
  return {
    ...amounts(inSums),
    lines: Object.fromEntries(rows.map((row) => [row.line.id, { ...lineTotals(row, digits), ...amounts([row]) }])),
    sections: Object.fromEntries(document.sections.map(({ id }) => [id, amounts(inSums.filter((row) => row.line.section === id))])),
    taxes: [...rates].sort(([a], [b]) => placeOf(a) - placeOf(b)).map(([rate, of]) => ({ rate, ...amounts(of) })),
    list: written(list, digits),
    discountGiven: discountGiven(list, value),
    cost: costed.length === 0 ? null : written(cost, digits),
    margin: costed.length === 0 ? null : written(costed.reduce((sum, row) => sum + row.net, 0n) - cost, digits),
  }
}

const lineTotals = ({ counted, list, value, net, cost }: Row, digits: number) => ({
  counted,
  list: written(list, digits),
  discountGiven: discountGiven(list, value),
  cost: cost === null ? null : written(cost, digits),
  margin: cost === null ? null : written(net - cost, digits),
})

const discountGiven = (list: bigint, value: bigint): string => (list <= 0n ? '0' : decimalOf(dividedHalfUp((list - value) * 10_000n, list)))
const decimalOf = (hundredths: bigint): string => written(hundredths, 2).replace(/\.?0+$/, '') || '0'
const placeOf = (rate: string): number => {
  const at = vatRates.findIndex(({ value }) => value === rate)
  return at === -1 ? vatRates.length : at
}
