import { totalsOf } from '../../../contract/selling/totals.ts'
import { Exact } from '../../../expression/value.ts'
import type { QuoteFacts, QuoteLine } from './queries.ts'

export interface OrderedLine {
  from: QuoteLine
  /** Place of the line it is a part of among the ordered ones; null: it stands by itself. */
  parent: string | null
  discount: string | null
  /** All that was taken off the line, with its share of the discounts of its section and of the whole. */
  discountValue: string | null
}

/**
 * What was said yes to: what is in the sums, and the parts below it. Discounts of sections and of the whole become amounts on the lines, so that the
 * order comes to what the quote came to, to the grosz.
 */
export function orderedLines(quote: QuoteFacts, lines: readonly QuoteLine[], sections: readonly { id: string; discount: string | null; discountValue: string | null }[]): OrderedLine[] {
  const totals = totalsOf({ ...quote, sections, lines })
  const isShared = [quote, ...sections].some(({ discount, discountValue }) => isSome(discount) || isSome(discountValue))
  const byId = new Map(lines.map((line) => [line.id, line]))
  const standing = (line: QuoteLine, above: number): boolean => {
    if (line.kind !== 'component') return totals.lines[line.id]!.counted
    const parent = line.parent === null || above > lines.length ? undefined : byId.get(line.parent)
    return parent !== undefined && standing(parent, above + 1)
  }
  return lines.filter((line) => standing(line, 0)).map((from) => {
    const isPart = from.kind === 'component'
    if (!isShared || isPart) return { from, parent: isPart ? from.parent : null, discount: from.discount, discountValue: from.discountValue }
    const { list, net, gross } = totals.lines[from.id]!
    const off = new Exact(list).minus(quote.prices === 'gross' ? gross : net)
    return { from, parent: null, discount: null, discountValue: off.isZero() ? null : off.toFixed() }
  })
}

const isSome = (amount: string | null): boolean => amount !== null && !new Exact(amount).isZero()
