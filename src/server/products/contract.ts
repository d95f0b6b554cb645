/** Routes of the catalogue: prices for a customer, a structure ready to be configured, products found while typing. Amounts are decimal strings. */
import { z } from 'zod'
import { currencies } from '../../contract/currencies.ts'
import { route } from '../../contract/route.ts'

const decimal = z.string().max(40).regex(/^-?\d+(\.\d+)?$/)
const day = z.iso.date()
const currency = z.enum(currencies.map(({ value }) => value) as [string, ...string[]])
const link = z.object({ id: z.uuid(), name: z.string() })
const product = z.object({ id: z.uuid() })

/** For whom, in what, when. Left out: nobody, the firm's own currency, today. A price list that is named is taken whoever it is for. */
const circumstances = { company: z.uuid().optional(), currency: currency.optional(), on: day.optional(), priceList: z.uuid().optional() }
export type Circumstances = { company?: string | null | undefined; currency?: string | undefined; on?: string | undefined; priceList?: string | null | undefined }

/** list: from a price list, whole or as its percent of another. base: the product's own. none: there is no price, or no rate to say it in this currency. */
const sources = ['list', 'base', 'none'] as const
const price = z.object({
  product: z.uuid(),
  quantity: z.string(),
  amount: z.string().nullable(),
  currency: z.string(),
  /** The list that named it. */
  priceList: link.nullable(),
  source: z.enum(sources),
  /** The currency it was kept in, where it had to be converted. */
  convertedFrom: z.string().nullable(),
})
export type ProductPrice = z.infer<typeof price>
export const mostItems = 1_000

export const productPrices = route({
  method: 'POST', path: '/api/products/prices', summary: 'Prices of products for a customer, on a day, in a currency', scope: 'records:read',
  body: z.strictObject({ ...circumstances, items: z.array(z.strictObject({ product: z.uuid(), quantity: decimal.optional() })).max(mostItems) }),
  answer: z.object({ currency: z.string(), on: z.string(), prices: z.array(price) }),
})

const step = z.object({ from: z.string(), amount: z.string(), priceList: link.nullable(), source: z.enum(sources), convertedFrom: z.string().nullable() })
export type ShownStep = z.infer<typeof step>
const componentKinds = ['required', 'optional', 'alternative', 'exclusive'] as const

const shownStructure = z.object({
  product: z.uuid(),
  products: z.record(z.string(), z.object({ id: z.uuid(), code: z.string(), name: z.string(), unit: z.string(), vatRate: z.string(), priceOf: z.enum(['own', 'sum']) })),
  components: z.array(z.object({
    id: z.uuid(), whole: z.uuid(), part: z.uuid(), kind: z.enum(componentKinds), choiceGroup: z.string().nullable(), quantity: z.string(), minQuantity: z.string().nullable(), maxQuantity: z.string().nullable(),
    chosen: z.boolean(), included: z.boolean(),
  })).readonly(),
  rules: z.array(z.object({ id: z.uuid(), whole: z.uuid(), part: z.uuid(), kind: z.enum(['needs', 'excludes']), other: z.uuid(), message: z.string().nullable() })).readonly(),
})
/** As the configurator takes them (contract/selling/structure.ts); `costs` only for whoever may read the cost of products. */
const shownPrices = z.object({
  currency: z.string(),
  products: z.record(z.string(), z.array(step)),
  components: z.record(z.string(), z.string().nullable()),
  costs: z.record(z.string(), z.string().nullable()).optional(),
})
export type StructurePricesShown = z.infer<typeof shownPrices>

export const productStructure = route({
  method: 'GET', path: '/api/products/:id/structure', summary: 'A structure to any depth with the prices of its parts, ready to be configured', scope: 'records:read',
  params: product, query: z.strictObject(circumstances),
  answer: z.object({ structure: shownStructure, prices: shownPrices, on: z.string() }),
})

const found = z.object({ id: z.uuid(), name: z.string(), code: z.string().nullable(), ean: z.string().nullable(), kind: z.string().nullable(), unit: z.string().nullable(), group: z.string().nullable() })
export type FoundProduct = z.infer<typeof found>

export const productSearch = route({
  method: 'GET', path: '/api/products/search', summary: 'Products on sale by code, name or EAN, while it is typed; the closest first', scope: 'records:read',
  query: z.strictObject({ text: z.string().trim().max(200), limit: z.coerce.number().int().min(1).max(50).optional() }),
  answer: z.object({ products: z.array(found) }),
})
