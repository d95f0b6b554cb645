import { totalsOf, type Totals } from '../../../contract/selling/totals.ts'
import { isChoice } from '../../../contract/selling/counted.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import type { CustomersQuote } from '../contract.ts'
import type { QuoteDocument } from '../reckoning/queries.ts'
import { pricedOf } from '../reckoning/rules.ts'
import { refusals } from '../texts.ts'
import type { PageRow } from './queries.ts'

type Standing = CustomersQuote['state']

export function standingOf({ state, validUntil }: Pick<PageRow, 'state' | 'validUntil'>, today: string): Standing {
  if (state === 'accepted' || state === 'declined' || state === 'replaced') return state
  return validUntil !== null && validUntil < today ? 'expired' : 'open'
}

export function whyNotAnswer(standing: Standing, validUntil: string | null): Refusal | null {
  if (standing === 'open') return null
  if (standing === 'expired') return refusal('quote.expired', refusals.expired, { values: { day: validUntil ?? '' } })
  return standing === 'replaced' ? refusal('quote.replaced', refusals.replaced) : refusal('quote.answered', refusals.answered)
}

/** The document with these options and alternatives and no others; null: something named is no choice. */
export function withChoices(document: QuoteDocument, chosen: readonly string[]): QuoteDocument | null {
  const wanted = new Set(chosen)
  const lines = document.lines.map((line) => (isChoice(line) ? { ...line, chosen: wanted.has(line.id) } : line))
  return lines.filter((line) => isChoice(line) && wanted.has(line.id)).length === wanted.size ? { ...document, lines } : null
}

export const choicesThatDiffer = (from: QuoteDocument, to: QuoteDocument): { id: string; chosen: boolean }[] =>
  to.lines.flatMap((line, at) => (isChoice(line) && line.chosen !== (from.lines[at]!.chosen === true) ? [{ id: line.id, chosen: line.chosen === true }] : []))

type Sums = CustomersQuote['totals']
export function customersTotals({ net, vat, gross, list, discountGiven, taxes, sections }: Totals): Sums {
  return { net, vat, gross, list, discountGiven, taxes, sections }
}

/** Components of a summary print stay in the house. */
export function customersLines(document: QuoteDocument, { detail }: Pick<PageRow, 'detail'>): { lines: CustomersQuote['lines']; totals: Sums } {
  const totals = totalsOf(pricedOf(document))
  const lines = document.lines.filter(({ kind }) => detail === 'detailed' || kind !== 'component').map(({ id, section, parent, kind, choiceGroup, chosen, code, name, description, quantity, unit, unitPrice, vatRate }) => {
    const { counted, discountGiven, net, vat, gross } = totals.lines[id]!
    return { id, section, parent, kind, choiceGroup, chosen: chosen === true, counted, code, name, description, quantity, unit, unitPrice, discountGiven, vatRate, net, vat, gross }
  })
  return { lines, totals: customersTotals(totals) }
}
