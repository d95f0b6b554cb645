import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'

/** A quote's own values as they stand in the database; amounts apart from their currencies. */
export interface HeadRow {
  id: string
  number: string
  edition: number
  versionOf: string | null
  state: string
  isGone: boolean
  owner: string | null
  company: string
  priceList: string | null
  language: 'pl' | 'en'
  currency: string
  prices: 'net' | 'gross'
  vatBy: 'document' | 'line'
  issuedOn: string
  validUntil: string | null
  discount: string | null
  discountValue: string | null
  discountCurrency: string | null
  rate: string | null
  rateOn: string | null
  net: string | null
  vat: string | null
  gross: string | null
  cost: string | null
  margin: string | null
  discountGiven: string | null
}
export interface SectionRow {
  id: string
  version: number
  quote: string
  title: string
  position: string | null
  discount: string | null
  discountValue: string | null
  discountCurrency: string | null
}
export interface LineRow {
  id: string
  version: number
  quote: string
  section: string | null
  parent: string | null
  origin: string | null
  position: string
  kind: 'item' | 'optional' | 'alternative' | 'component' | 'text'
  choiceGroup: string | null
  chosen: boolean | null
  product: string | null
  code: string | null
  name: string
  description: string | null
  quantity: string | null
  unit: string | null
  unitPrice: string | null
  priceCurrency: string | null
  discount: string | null
  discountValue: string | null
  discountCurrency: string | null
  vatRate: string | null
  unitCost: string | null
  costCurrency: string | null
  net: string | null
  vat: string | null
  gross: string | null
  margin: string | null
}
export interface QuoteDocument {
  head: HeadRow
  sections: SectionRow[]
  lines: LineRow[]
}

/**
 * Quotes with all that their sums are made of, read for the program. `lock`: until the end of the transaction nobody else works out these sums; new lines,
 * whose link only holds the quote's key, may come meanwhile.
 */
export async function documentsOf(db: Db, ids: readonly string[], { lock = false }: { lock?: boolean } = {}): Promise<QuoteDocument[]> {
  if (ids.length === 0) return []
  const heads = await headsOf(db, ids, { lock })
  const sections = await db.rows<SectionRow>(sql`
    select s.id, s.version, s.quote, s.title, s.position::text as position, s.discount::text as discount, s.discount_value_amount::text as "discountValue", s.discount_value_currency as "discountCurrency"
      from quote_section s where s.quote = any(${ids}::uuid[]) and s.deleted_at is null order by s.position nulls last, s.created_at, s.id`)
  const lines = await db.rows<LineRow>(sql`
    select l.id, l.version, l.quote, l.section, l.parent, l.origin, l.position::text as position, l.kind, l.choice_group as "choiceGroup", l.chosen, l.product, l.code, l.name, l.description, l.quantity::text as quantity,
           l.unit, l.unit_price_amount::text as "unitPrice", l.unit_price_currency as "priceCurrency", l.discount::text as discount, l.discount_value_amount::text as "discountValue",
           l.discount_value_currency as "discountCurrency", l.vat_rate as "vatRate", l.unit_cost_amount::text as "unitCost", l.unit_cost_currency as "costCurrency",
           l.net_amount::text as net, l.vat_amount::text as vat, l.gross_amount::text as gross, l.margin_amount::text as margin
      from quote_line l where l.quote = any(${ids}::uuid[]) and l.deleted_at is null order by l.position, l.created_at, l.id`)
  const [sectionsOf, linesOf] = [Map.groupBy(sections, ({ quote }) => quote), Map.groupBy(lines, ({ quote }) => quote)]
  return heads.map((head) => ({ head, sections: sectionsOf.get(head.id) ?? [], lines: linesOf.get(head.id) ?? [] }))
}

export const headsOf = (db: Db, ids: readonly string[], { lock = false }: { lock?: boolean } = {}): Promise<HeadRow[]> =>
  db.rows(sql`
    select q.id, q.number, q.edition::int as edition, q.version_of as "versionOf", q.state, q.deleted_at is not null as "isGone", q.owner, q.company, q.price_list as "priceList", q.language, q.currency, q.prices, q.vat_by as "vatBy",
           q.issued_on::text as "issuedOn", q.valid_until::text as "validUntil", q.discount::text as discount, q.discount_value_amount::text as "discountValue", q.discount_value_currency as "discountCurrency",
           q.rate::text as rate, q.rate_on::text as "rateOn", q.net_amount::text as net, q.vat_amount::text as vat, q.gross_amount::text as gross, q.cost_amount::text as cost, q.margin_amount::text as margin,
           q.discount_given::text as "discountGiven"
      from quote q where q.id = any(${ids}::uuid[]) order by q.id ${lock ? sql`for no key update` : sql``}`)

export async function documentOf(db: Db, id: string, how: { lock?: boolean } = {}): Promise<QuoteDocument | null> {
  return (await documentsOf(db, [id], how))[0] ?? null
}
