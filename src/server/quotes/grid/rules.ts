import type { LineTotals, Totals } from '../../../contract/selling/totals.ts'
import type { ShownLine } from '../contract.ts'
import type { LineRow } from '../reckoning/queries.ts'

/** May the caller read this field of this object? */
export type Reads = (object: 'quote' | 'quoteLine', field: string) => boolean

const zero: LineTotals = { counted: false, list: '0', net: '0', vat: '0', gross: '0', discountGiven: '0', cost: null, margin: null }

/** A line as the caller may see it: what he may not read is not there, nor what could be worked out from it. */
export function shownLine(row: LineRow, { totals, products, reads }: { totals: Totals; products: ReadonlyMap<string, string>; reads: Reads }): ShownLine {
  const sums = totals.lines[row.id] ?? zero
  const { id, version, position, kind, name } = row
  const fields: Record<string, unknown> = {
    section: row.section, parent: row.parent, origin: row.origin, choiceGroup: row.choiceGroup, chosen: row.chosen, code: row.code, description: row.description,
    product: row.product === null ? null : { id: row.product, name: products.get(row.product) ?? '' },
    quantity: row.quantity, unit: row.unit, unitPrice: row.unitPrice, discount: row.discount, discountValue: row.discountValue, vatRate: row.vatRate,
    net: sums.net, vat: sums.vat, gross: sums.gross, unitCost: row.unitCost,
  }
  const shown = Object.fromEntries(Object.entries(fields).filter(([field]) => reads('quoteLine', field)))
  const [cost, margin] = [reads('quoteLine', 'unitCost') && reads('quoteLine', 'net'), reads('quoteLine', 'margin')]
  return {
    id, version, position, kind, name, counted: sums.counted, ...shown, ...(reads('quoteLine', 'discount') ? { discountGiven: sums.discountGiven } : {}),
    ...(cost ? { cost: sums.cost } : {}), ...(margin ? { margin: sums.margin } : {}),
  } as ShownLine
}

export function shownSums({ lines: _, cost, margin, ...rest }: Totals, reads: Reads): Omit<Totals, 'lines' | 'cost' | 'margin'> & { cost?: string | null; margin?: string | null } {
  return { ...rest, ...(reads('quote', 'cost') ? { cost } : {}), ...(reads('quote', 'margin') ? { margin } : {}) }
}

/**
 * Positions for records in a new order, given those they have (null: new): as many as possible stay as they are, so that a line put on top of five
 * hundred writes one. Between two there is room for some tens of halvings; then all are counted anew.
 */
export function positions(known: readonly (string | null)[]): string[] {
  const keeps = longestRise(known.map((position) => (position === null ? null : Number(position))))
  const placed: number[] = []
  for (let at = 0; at < known.length; at++) {
    if (keeps.has(at)) {
      placed.push(Number(known[at]))
      continue
    }
    const before = placed[at - 1] ?? null
    const nextKept = known.findIndex((_, later) => later > at && keeps.has(later))
    placed.push(between(before, nextKept === -1 ? null : Number(known[nextKept]), nextKept === -1 ? 1 : nextKept - at))
  }
  const isInOrder = placed.every((position, at) => Number.isFinite(position) && (at === 0 || position > placed[at - 1]!))
  return isInOrder && placed.every((position) => Number(position.toFixed(8)) === position) ? placed.map(String) : known.map((_, at) => String(at + 1))
}

function between(before: number | null, next: number | null, parts: number): number {
  if (next === null) return Math.floor(before ?? 0) + 1
  const from = before ?? Math.min(0, next - 1)
  return Number((from + (next - from) / (parts + 1)).toFixed(8))
}

/** Places of the longest run that already rises. */
function longestRise(values: readonly (number | null)[]): Set<number> {
  const tails: number[] = []
  const previous = new Map<number, number | null>()
  values.forEach((value, at) => {
    if (value === null) return
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[tails[middle]!]! < value) low = middle + 1
      else high = middle
    }
    previous.set(at, low === 0 ? null : tails[low - 1]!)
    tails[low] = at
  })
  const kept = new Set<number>()
  for (let at: number | null = tails.at(-1) ?? null; at !== null; at = previous.get(at) ?? null) kept.add(at)
  return kept
}
