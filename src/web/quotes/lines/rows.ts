import type { LinkValue } from '../../../contract/records.ts'
import type { PricedDocument, PricedLine } from '../../../contract/selling/totals.ts'
import type { Kind } from '../../../contract/selling/counted.ts'

/** A heading; what stands below it, up to the next one, is in it. */
export interface SectionRow {
  is: 'section'
  id: string
  title: string
  discount: string | null
  discountValue: string | null
}
export interface LineRow {
  is: 'line'
  id: string
  parent: string | null
  kind: Kind
  choiceGroup: string | null
  chosen: boolean
  product: LinkValue | null
  code: string
  name: string
  description: string
  quantity: string | null
  unit: string | null
  unitPrice: string | null
  discount: string | null
  discountValue: string | null
  vatRate: string | null
  /** Only where this person may know it. */
  unitCost: string | null
}
/** What is on the quote, from the top: which section a line is in is said by where it stands. */
export type Row = SectionRow | LineRow

export const newLine = (given: Partial<LineRow> = {}): LineRow => ({
  is: 'line', id: crypto.randomUUID(), parent: null, kind: 'item', choiceGroup: null, chosen: false, product: null, code: '', name: '', description: '',
  quantity: '1', unit: 'pcs', unitPrice: null, discount: null, discountValue: null, vatRate: '23', unitCost: null, ...given,
})
export const newSection = (title = ''): SectionRow => ({ is: 'section', id: crypto.randomUUID(), title, discount: null, discountValue: null })

export type DocumentHead = Pick<PricedDocument, 'currency' | 'prices' | 'vatBy' | 'discount' | 'discountValue'>

export function documentOf(rows: readonly Row[], head: DocumentHead): PricedDocument {
  const sections: SectionRow[] = []
  const lines: PricedLine[] = []
  for (const row of rows) {
    if (row.is === 'section') sections.push(row)
    else lines.push({ ...row, section: sections.at(-1)?.id ?? null })
  }
  return { ...head, sections, lines }
}

/** How many lines above this one it is a part of. */
export function depthOf(row: LineRow, byId: ReadonlyMap<string, Row>): number {
  let depth = 0
  for (let above = row.parent; above !== null && depth < 20; depth++) {
    const parent = byId.get(above)
    above = parent?.is === 'line' ? parent.parent : null
  }
  return depth
}

/** What is counted has a number: 1, 2, and its parts 2.1; headings and words have none. */
export function numbersOf(rows: readonly Row[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  const last = new Map<string, number>()
  for (const row of rows) {
    if (row.is === 'section' || row.kind === 'text') continue
    const above = row.parent === null ? '' : `${numbers.get(row.parent) ?? ''}.`
    const next = (last.get(above) ?? 0) + 1
    last.set(above, next)
    numbers.set(row.id, `${above}${next}`)
  }
  return numbers
}
