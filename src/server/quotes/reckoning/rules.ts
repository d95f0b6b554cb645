import type { Values } from '../../../contract/definition.ts'
import { totalsOf, type PricedDocument, type Totals } from '../../../contract/selling/totals.ts'
import { plain } from '../../../fields/decimals.ts'
import type { LineRow, QuoteDocument } from './queries.ts'

export const pricedOf = ({ head, sections, lines }: QuoteDocument): PricedDocument => ({ ...head, sections, lines })
export const sumsOf = (document: QuoteDocument): Totals => totalsOf(pricedOf(document))

const same = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : plain(a) === plain(b))

/** The sums of lines that differ from what is kept with them. A line of words keeps none. */
export function lineChanges({ head: { currency }, lines }: QuoteDocument, totals: Totals): { id: string; values: Values }[] {
  return lines.flatMap((line) => {
    const { net, vat, gross, margin } = keptOf(line, totals)
    if (same(net, line.net) && same(vat, line.vat) && same(gross, line.gross) && same(margin, line.margin)) return []
    return [{ id: line.id, values: inMoney({ net, vat, gross, margin }, currency) }]
  })
}

/** What a line keeps of its totals: a line of words nothing. */
export function keptOf(line: Pick<LineRow, 'id' | 'kind'>, { lines }: Totals): { net: string | null; vat: string | null; gross: string | null; margin: string | null } {
  const found = lines[line.id]
  if (line.kind === 'text' || found === undefined) return { net: null, vat: null, gross: null, margin: null }
  const { net, vat, gross, margin } = found
  return { net, vat, gross, margin }
}

export const inMoney = (amounts: Readonly<Record<string, string | null>>, currency: string): Values =>
  Object.fromEntries(Object.entries(amounts).map(([field, amount]) => [field, amount === null ? null : { amount, currency }]))

/** The head's sums, if they differ. */
export function headChange({ head }: QuoteDocument, { net, vat, gross, cost, margin, discountGiven }: Totals): Values {
  const isSame = same(net, head.net) && same(vat, head.vat) && same(gross, head.gross) && same(cost, head.cost) && same(margin, head.margin) && same(discountGiven, head.discountGiven)
  return isSame ? {} : { ...inMoney({ net, vat, gross, cost, margin }, head.currency), discountGiven }
}

/** How far the customer's own choices can take the discount: of the whole as it stands, or of any one thing he may yet choose. */
export function highestDiscount({ lines }: QuoteDocument, totals: Totals): string {
  const choices = lines.filter(({ kind, chosen }) => (kind === 'optional' || kind === 'alternative') && chosen !== true).map(({ id }) => totals.lines[id]!.discountGiven)
  return [totals.discountGiven, ...choices].reduce((most, one) => (Number(one) > Number(most) ? one : most))
}
