import type { Values } from '../../../contract/definition.ts'
import type { QuoteComparison, QuoteGrid, ShownLine } from '../contract.ts'

type Difference = QuoteComparison['head'][number]
type ComparedLine = QuoteComparison['lines'][number]

/** What of a line belongs to it and not to the quote it stands in. */
const lineFields = ['kind', 'choiceGroup', 'chosen', 'product', 'code', 'name', 'description', 'quantity', 'unit', 'unitPrice', 'discount', 'discountValue', 'vatRate', 'net', 'vat', 'gross', 'unitCost', 'margin'] as const
/** A part is paid for with its structure: what it would come to says nothing. */
const summed: readonly string[] = ['net', 'vat', 'gross', 'margin']
const ownFields = lineFields.filter((field) => !summed.includes(field))
const headFields = [
  'title', 'contact', 'language', 'currency', 'rate', 'priceList', 'prices', 'vatBy', 'issuedOn', 'validUntil', 'detail', 'discount', 'discountValue', 'net', 'vat', 'gross', 'cost', 'margin', 'discountGiven', 'introduction', 'terms',
  'payment', 'delivery',
] as const

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
function differences(from: Values, to: Values, fields: readonly string[]): Difference[] {
  return fields.filter((field) => (field in from || field in to) && !same(from[field], to[field])).map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null }))
}

export const headDifferences = (from: QuoteGrid, to: QuoteGrid): Difference[] => differences(from.quote, to.quote, headFields)

/** Each line with the one it came from, in the order of `to`; what is gone stands where it stood. `ancestors`: for each line, those it came from, nearest first. */
export function comparedLines(from: readonly ShownLine[], to: readonly ShownLine[], ancestors: ReadonlyMap<string, readonly string[]>): ComparedLine[] {
  const matched = matches(from, to, ancestors)
  const partners = new Set(matched.values())
  const compared: ComparedLine[] = []
  let at = 0
  const goneUntil = (until: number) => {
    for (; at < until; at++) if (!partners.has(from[at]!.id)) compared.push({ what: 'removed', from: from[at]!, to: null, changes: [] })
  }
  for (const line of to) {
    const place = from.findIndex(({ id }) => id === matched.get(line.id))
    if (place === -1) {
      compared.push({ what: 'added', from: null, to: line, changes: [] })
      continue
    }
    goneUntil(place)
    const changes = differences(from[place]!, line, line.kind === 'component' ? ownFields : lineFields)
    compared.push({ what: changes.length === 0 ? 'same' : 'changed', from: from[place]!, to: line, changes })
  }
  goneUntil(from.length)
  return compared
}

/** By a line they share in their past, whichever of the two is the later version: two versions may both have come from a third. */
function matches(from: readonly ShownLine[], to: readonly ShownLine[], ancestors: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const past = (id: string) => [id, ...(ancestors.get(id) ?? [])]
  const known = new Map<string, string>()
  for (const { id } of from) for (const one of past(id)) if (!known.has(one)) known.set(one, id)
  const found = new Map<string, string>()
  for (const { id } of to) {
    const shared = past(id).find((one) => known.has(one))
    if (shared !== undefined) found.set(id, known.get(shared)!)
  }
  return found
}
