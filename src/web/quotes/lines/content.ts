/** A quote as it stands in the grid, as it came from the server and as it goes back. */
import type { QuoteGrid, SavedGrid, SavedLine, ShownLine } from '../../../server/quotes/contract.ts'
import type { LineRow, Row, SectionRow } from './rows.ts'

export interface Content {
  rows: readonly Row[]
  discount: string | null
  discountValue: string | null
}

/** What the server calls a row of ours, and how it last knew it. */
export interface Known {
  id: string
  version: number
}

export function contentOf({ quote, sections, lines }: QuoteGrid): Content {
  const inSection = Map.groupBy(lines, ({ section }) => section ?? null)
  const rows = [
    ...(inSection.get(null) ?? []).map(lineOf),
    ...sections.flatMap(({ id, title, discount, discountValue }): Row[] => [{ is: 'section', id, title, discount, discountValue }, ...(inSection.get(id) ?? []).map(lineOf)]),
  ]
  const discountValue = quote['discountValue'] as { amount: string } | null | undefined
  return { rows, discount: (quote['discount'] as string | null | undefined) ?? null, discountValue: discountValue?.amount ?? null }
}

const lineOf = (line: ShownLine): LineRow => ({
  is: 'line', id: line.id, parent: line.parent ?? null, kind: line.kind, choiceGroup: line.choiceGroup ?? null, chosen: line.chosen ?? false, product: line.product ?? null,
  code: line.code ?? '', name: line.name, description: line.description ?? '', quantity: line.quantity ?? null, unit: line.unit ?? null, unitPrice: line.unitPrice ?? null,
  discount: line.discount ?? null, discountValue: line.discountValue ?? null, vatRate: line.vatRate ?? null, unitCost: line.unitCost ?? null,
})

export const knownOf = ({ sections, lines }: QuoteGrid): Map<string, Known> => new Map([...sections, ...lines].map(({ id, version }) => [id, { id, version }]))

/** Nobody has said yet what it is; it waits here until somebody does. */
export const isUnnamed = (row: Row): boolean => row.is === 'line' && row.name.trim() === '' && row.code.trim() === ''
/** A line that was only begun. */
export const isBlank = (row: Row): boolean => isUnnamed(row) && row.is === 'line' && row.unitPrice === null && row.description === '' && row.product === null

interface Sending {
  known: ReadonlyMap<string, Known>
  version: number
  head: { currency: string; writesCosts: boolean; before: Content }
}

/** All of it, in its order. Lines that have no name yet stay behind, but none that the server has is dropped for want of one. */
export function sentOf(content: Content, { known, version, head }: Sending): { body: SavedGrid; rows: readonly Row[] } {
  const rows = content.rows.filter((row) => known.has(row.id) || !isUnnamed(row))
  const named = (id: string) => known.get(id)?.id ?? id
  const identity = (row: Row) => known.get(row.id) ?? { key: row.id }
  const sections: SavedGrid['sections'] = []
  const lines: SavedLine[] = []
  let section: string | null = null
  for (const row of rows) {
    if (row.is === 'section') {
      sections.push({ ...identity(row), title: row.title.trim() || '–', discount: row.discount, discountValue: row.discountValue })
      section = named(row.id)
    } else lines.push({ ...identity(row), section, parent: row.parent === null ? null : named(row.parent), ...valuesOf(row, head.writesCosts) })
  }
  return { rows, body: { version, ...changedHead(content, head), sections, lines } }
}

const valuesOf = (row: LineRow, writesCosts: boolean): Omit<SavedLine, 'id' | 'key' | 'version' | 'section' | 'parent'> => ({
  kind: row.kind, choiceGroup: row.choiceGroup, chosen: row.chosen, product: row.product?.id ?? null, code: row.code || null, name: row.name.trim() || row.code.trim() || '–', description: row.description || null,
  quantity: row.quantity, unit: row.unit, unitPrice: row.unitPrice, discount: row.discount, discountValue: row.discountValue, vatRate: row.vatRate, ...(writesCosts ? { unitCost: row.unitCost } : {}),
})

function changedHead({ discount, discountValue }: Content, { currency, before }: Sending['head']): { head?: Record<string, unknown> } {
  if (discount === before.discount && discountValue === before.discountValue) return {}
  return { head: { discount, discountValue: discountValue === null ? null : { amount: discountValue, currency } } }
}

/** What the answer calls the rows that were sent; they come back in the order they went. */
export function knownAfter(sent: readonly Row[], answer: QuoteGrid): Map<string, Known> {
  const known = new Map<string, Known>()
  const pair = (rows: readonly Row[], answered: readonly Known[]) => rows.forEach((row, at) => void (answered[at] && known.set(row.id, { id: answered[at].id, version: answered[at].version })))
  pair(sent.filter((row): row is SectionRow => row.is === 'section'), answer.sections)
  pair(sent.filter((row) => row.is === 'line'), answer.lines)
  return known
}

/** Do two grids hold the same? Ids of those not saved yet are of no account, what stands in the cells is. */
export function isSameContent(a: Content, b: Content): boolean {
  const plain = ({ rows, discount, discountValue }: Content) => JSON.stringify([discount, discountValue, rows.map((row) => (row.is === 'line' ? { ...row, id: '', parent: row.parent === null ? null : rows.findIndex(({ id }) => id === row.parent) } : { ...row, id: '' }))])
  return plain(a) === plain(b)
}
