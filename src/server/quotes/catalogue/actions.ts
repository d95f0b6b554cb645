/** What the catalogue says of a product at this quote: its name in the customer's language, its price, its cost. */
import type { Values } from '../../../contract/definition.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { convert } from '../../currencies/index.ts'
import type { Ctx } from '../../kernel/context.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import type { Followed } from '../../kernel/records/followers.ts'
import { throwRefused } from '../reckoning/actions.ts'
import { documentsOf, type HeadRow } from '../reckoning/queries.ts'
import { productsOf, type ProductRow } from './queries.ts'

export interface Offered {
  product: string
  name: string
  code: string | null
  unit: string | null
  vatRate: string | null
  /** In the quote's currency; null where there is none, or no rate to convert it by. */
  unitPrice: string | null
  unitCost: string | null
  priceList: { id: string; name: string } | null
  source: string | null
}

type Head = Pick<HeadRow, 'id' | 'company' | 'currency' | 'priceList' | 'issuedOn'>

/** In the order asked; a product that is gone is left out. */
export async function offeredFor(ctx: Ctx, head: Head, items: readonly { product: string; quantity: string | null }[]): Promise<Offered[]> {
  const products = new Map((await productsOf(ctx.db, items.map(({ product }) => product))).map((row) => [row.id, row]))
  const offered: Offered[] = []
  for (const { product } of items) {
    const row = products.get(product)
    if (row !== undefined) offered.push(await offeredOf(ctx, head, row))
  }
  return offered
}

async function offeredOf(ctx: Ctx, { currency }: Head, { id, name, code, unit, vatRate, price, priceCurrency, cost, costCurrency }: ProductRow): Promise<Offered> {
  const turned = async (amount: string | null, from: string | null) => (amount === null || from === null ? null : ((await convert(ctx, { amount, currency: from }, currency, todayIn(ctx)))?.amount ?? null))
  const unitPrice = await turned(price, priceCurrency)
  return { product: id, name, code, unit, vatRate, unitPrice, unitCost: await turned(cost, costCurrency), priceList: null, source: unitPrice === null ? null : priceCurrency === currency ? 'product' : 'converted' }
}

/** Lines that name a product and leave the rest to the catalogue; what was filled in by hand stays. */
export async function fillFromCatalogue(ctx: Ctx, made: readonly Followed[]): Promise<void> {
  const quotes = Map.groupBy(made, ({ after }) => idOfLink(after!['quote'])!)
  const documents = await documentsOf(ctx.db, [...quotes.keys()])
  for (const { head } of documents) {
    const lines = quotes.get(head.id)!
    const offered = new Map((await offeredFor(ctx, head, lines.map(({ after }) => ({ product: idOfLink(after!['product'])!, quantity: after!['quantity'] as string | null })))).map((one) => [one.product, one]))
    const changes = lines.map(({ id, after }) => ({ id, values: lacking(after!, offered.get(idOfLink(after!['product'])!), head.currency) })).filter(({ values }) => Object.keys(values).length > 0)
    throwRefused(await changeMany(ctx, 'quoteLine', changes, { asProgram: true }))
  }
}

export function lacking(line: Values, offered: Offered | undefined, currency: string): Values {
  if (offered === undefined) return {}
  const { code, unit, unitPrice, unitCost } = offered
  const money = (amount: string | null) => (amount === null ? null : { amount, currency })
  const found: Values = { code, unit, unitPrice: money(unitPrice), unitCost: money(unitCost) }
  return Object.fromEntries(Object.entries(found).filter(([field, value]) => value !== null && (line[field] ?? null) === null))
}
