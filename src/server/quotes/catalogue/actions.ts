/** What the catalogue says of a product at this quote: its name in the customer's language, its price, its cost. */
import type { Values } from '../../../contract/definition.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { convert } from '../../currencies/index.ts'
import type { Ctx } from '../../kernel/context.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import type { Followed } from '../../kernel/records/followers.ts'
import { pricesFor } from '../../products/index.ts'
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

type Head = Pick<HeadRow, 'company' | 'currency' | 'priceList' | 'language'>

/** In the order asked; a product that is gone is left out. */
export async function offeredFor(ctx: Ctx, head: Head, items: readonly { product: string; quantity: string | null }[]): Promise<Offered[]> {
  const { company, currency, priceList } = head
  const products = new Map((await productsOf(ctx.db, items.map(({ product }) => product))).map((row) => [row.id, row]))
  const known = items.filter(({ product }) => products.has(product))
  const prices = await pricesFor(ctx, { company, currency, priceList, on: todayIn(ctx), items: known.map(({ product, quantity }) => ({ product, quantity: quantity ?? '1' })) })
  return Promise.all(prices.map(async ({ product, amount, priceList: list, source }) => {
    const row = products.get(product)!
    const { name, foreignName, code, unit, vatRate } = row
    return { product, name: head.language === 'en' && foreignName !== null ? foreignName : name, code, unit, vatRate, unitPrice: amount, unitCost: await costIn(ctx, row, currency), priceList: list, source }
  }))
}

async function costIn(ctx: Ctx, { cost, costCurrency }: ProductRow, currency: string): Promise<string | null> {
  return cost === null || costCurrency === null ? null : ((await convert(ctx, { amount: cost, currency: costCurrency }, currency, todayIn(ctx)))?.amount ?? null)
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
