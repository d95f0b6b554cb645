import type { Values } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { plain } from '../../../fields/decimals.ts'
import type { SavedLine, SavedSection } from '../contract.ts'
import { positions } from '../grid/rules.ts'
import type { LineRow, QuoteDocument, SectionRow } from '../reckoning/queries.ts'
import { refusals } from '../texts.ts'

type NewIds = () => string

export interface Plan {
  sections: Part<SectionRow>[]
  lines: Part<LineRow>[]
  goneSections: SectionRow[]
  goneLines: LineRow[]
}
/** A section or line as it is to be, beside what it was; null: it is new. `seen`: the version its writer saw. */
export interface Part<T> {
  row: T
  before: T | null
  seen: number | undefined
}

export const lineFields = ['kind', 'choiceGroup', 'chosen', 'product', 'code', 'name', 'description', 'quantity', 'unit', 'unitPrice', 'discount', 'discountValue', 'vatRate', 'unitCost'] as const
export const sectionFields = ['title', 'discount', 'discountValue'] as const
const moneyFields: readonly string[] = ['unitPrice', 'discountValue', 'unitCost']
const decimals: ReadonlySet<string> = new Set(['position', 'quantity', 'unitPrice', 'discount', 'discountValue', 'unitCost'])

/** The document as it is to be: what was sent laid over what is there, in the order sent, with an id for everything. Refuses what refers to nothing. */
export function planOf({ head: { id: quote, currency }, sections, lines }: QuoteDocument, sent: { sections: readonly SavedSection[]; lines: readonly SavedLine[] }, newId: NewIds): Plan {
  const ids = new Map<string, string>()
  const idOf = ({ id, key }: { id?: string | undefined; key?: string | undefined }): string => {
    const its = id ?? newId()
    if (key !== undefined) ids.set(key, its)
    ids.set(its, its)
    return its
  }
  const [oldSections, oldLines] = [new Map(sections.map((one) => [one.id, one])), new Map(lines.map((one) => [one.id, one]))]
  const sentSections = sent.sections.map((one) => ({ one, id: idOf(one), before: known(oldSections, one.id) }))
  const sectionIds = new Set(sentSections.map(({ id }) => id))
  const sentLines = sent.lines.map((one) => ({ one, id: idOf(one), before: known(oldLines, one.id) }))
  const lineIds = new Set(sentLines.map(({ id }) => id))
  const referred = (key: string | null | undefined, among: ReadonlySet<string>, old: string | null | undefined): string | null => {
    if (key === undefined) return old != null && among.has(old) ? old : null
    if (key === null) return null
    const id = ids.get(key)
    return id !== undefined && among.has(id) ? id : refuse('quote.unknown_key', refusals.unknownKey, { facts: { key } })
  }
  const [ofSections, ofLines] = [positions(sentSections.map(({ before }) => before?.position ?? null)), positions(sentLines.map(({ before }) => before?.position ?? null))]
  return withoutRings({
    sections: sentSections.map(({ one, id, before }, at) => ({ before, seen: one.version, row: { ...emptySection, ...before, id, quote, ...given(one, sectionFields), discountCurrency: currency, position: ofSections[at]! } })),
    lines: sentLines.map(({ one, id, before }, at) => ({
      before, seen: one.version,
      row: {
        ...emptyLine, ...before, id, quote, ...given(one, lineFields), section: referred(one.section, sectionIds, before?.section), parent: referred(one.parent, lineIds, before?.parent),
        priceCurrency: currency, discountCurrency: currency, costCurrency: currency, position: ofLines[at]!,
      },
    })),
    goneSections: sections.filter(({ id }) => !sectionIds.has(id)),
    goneLines: lines.filter(({ id }) => !lineIds.has(id)),
  })
}

function withoutRings(plan: Plan): Plan {
  const parents = new Map(plan.lines.map(({ row }) => [row.id, row.parent]))
  plan.lines.forEach(({ row }, at) => {
    const above = new Set<string>()
    for (let up = row.parent; up !== null && !above.has(up); up = parents.get(up) ?? null) above.add(up)
    if (above.has(row.id)) refuse('quote.ring', refusals.ring, { field: `lines.${at}.parent` })
  })
  return plan
}

const known = <T>(old: ReadonlyMap<string, T>, id: string | undefined): T | null => (id === undefined ? null : (old.get(id) ?? refuse('quote.unknown_key', refusals.unknownKey, { facts: { key: id } })))
const given = (sent: object, fields: readonly string[]): object => Object.fromEntries(Object.entries(sent).filter(([field, value]) => fields.includes(field) && value !== undefined))

const emptySection: SectionRow = { id: '', version: 0, quote: '', title: '', position: null, discount: null, discountValue: null, discountCurrency: null }
const emptyLine: LineRow = {
  id: '', version: 0, quote: '', section: null, parent: null, origin: null, position: '1', kind: 'item', choiceGroup: null, chosen: null, product: null, code: null, name: '', description: null, quantity: '1', unit: null,
  unitPrice: null, priceCurrency: null, discount: null, discountValue: null, discountCurrency: null, vatRate: '23', unitCost: null, costCurrency: null, net: null, vat: null, gross: null, margin: null,
}

/** Fields of a section or line that come out different, as the record takes them; all of a new one that are filled. */
export function differing<T extends SectionRow | LineRow>({ row, before }: { row: T; before: T | null }, fields: readonly string[], currency: string): Values {
  const [now, was] = [row as unknown as Record<string, unknown>, before as unknown as Record<string, unknown> | null]
  return Object.fromEntries(fields.flatMap((field): [string, unknown][] => {
    const value = now[field] ?? null
    const isSame = was === null ? value === null : sameValue(field, value, was[field] ?? null) && !(moneyFields.includes(field) && value !== null && was[currencyOf(field)] !== currency)
    return isSame ? [] : [[field, moneyFields.includes(field) && value !== null ? { amount: value, currency } : value]]
  }))
}

const currencyOf = (field: string): string => ({ unitPrice: 'priceCurrency', unitCost: 'costCurrency' })[field] ?? 'discountCurrency'
const sameValue = (field: string, a: unknown, b: unknown): boolean => (decimals.has(field) && typeof a === 'string' && typeof b === 'string' ? plain(a) === plain(b) : a === b)
