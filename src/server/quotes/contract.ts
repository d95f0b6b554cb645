/** Routes of quotes. Amounts of the grid are decimal strings in the quote's currency, as contract/selling/totals.ts takes them. */
import { z } from 'zod'
import { route } from '../../contract/route.ts'

const id = z.object({ id: z.uuid() })
const decimal = z.string().max(40).regex(/^-?\d+(\.\d+)?$/).nullable()
const text = (most: number) => z.string().max(most).nullable()
const link = z.object({ id: z.uuid(), name: z.string() })
const record = z.looseObject({ id: z.uuid(), version: z.number() })

export const lineKinds = ['item', 'optional', 'alternative', 'component', 'text'] as const
/** Lines of one quote; a longer one is no longer read by anybody. */
export const mostLines = 2_000

const amounts = z.object({ net: z.string(), vat: z.string(), gross: z.string() })
/** As totalsOf gives them; `cost` and `margin` only for whoever may read them. */
const sums = amounts.extend({
  list: z.string(), discountGiven: z.string(), taxes: z.array(amounts.extend({ rate: z.string() })), sections: z.record(z.string(), amounts),
  cost: decimal.optional(), margin: decimal.optional(),
})

const shownSection = z.object({ id: z.uuid(), version: z.number(), title: z.string(), position: z.string().nullable(), discount: decimal, discountValue: decimal })
/** In the order of the document; what belongs to a structure names it as its parent and comes after it. Fields that the caller may not read are not there. */
const shownLine = z.object({
  id: z.uuid(), version: z.number(), section: z.uuid().nullable(), parent: z.uuid().nullable(), origin: z.uuid().nullable(), position: z.string(),
  kind: z.enum(lineKinds), choiceGroup: z.string().nullable(), chosen: z.boolean().nullable(), counted: z.boolean(),
  product: link.nullable(), code: z.string().nullable(), name: z.string(), description: z.string().nullable(),
  quantity: decimal, unit: z.string().nullable(), unitPrice: decimal, discount: decimal, discountValue: decimal, vatRate: z.string().nullable(),
  net: z.string(), vat: z.string(), gross: z.string(), discountGiven: z.string(), unitCost: decimal.optional(), cost: decimal.optional(), margin: decimal.optional(),
}).partial({ section: true, parent: true, origin: true, choiceGroup: true, chosen: true, product: true, code: true, description: true, quantity: true, unit: true, unitPrice: true, discount: true, discountValue: true, vatRate: true, net: true, vat: true, gross: true, discountGiven: true })
export type ShownLine = z.infer<typeof shownLine>
export type ShownSection = z.infer<typeof shownSection>

const version = z.object({ id: z.uuid(), edition: z.number(), state: z.string(), title: z.string().nullable(), net: z.object({ amount: z.string(), currency: z.string() }).nullable(), issuedOn: z.string().nullable(), sentAt: z.string().nullable() })

/** How far a discount may go before somebody has to approve it. `percent` null: no limit. */
const limit = z.object({ given: z.string(), percent: z.string().nullable(), isOver: z.boolean(), approver: link.nullable() })

const grid = z.object({
  quote: record,
  sections: z.array(shownSection),
  lines: z.array(shownLine),
  totals: sums,
  versions: z.array(version),
  limit,
  may: z.object({
    /** Prices, lines and words. */
    change: z.boolean(),
    /** Why not, in the caller's language: it was sent, it waits for approval, his role does not let him. */
    why: z.string().nullable(),
    readCosts: z.boolean(),
    writeCosts: z.boolean(),
    approve: z.boolean(),
  }),
})
export type QuoteGrid = z.infer<typeof grid>
export type QuoteSums = z.infer<typeof sums>

export const readGrid = route({ method: 'GET', path: '/api/quotes/:id/grid', summary: 'A quote with its sections, lines and totals', scope: 'records:read', params: id, answer: grid })

/** A key of the caller's own, for what is not there yet. */
const key = z.string().min(1).max(60)
const savedSection = z.strictObject({ id: z.uuid().optional(), version: z.number().optional(), key: key.optional(), title: z.string().max(300), discount: decimal.optional(), discountValue: decimal.optional() })
const savedLine = z.strictObject({
  id: z.uuid().optional(), version: z.number().optional(), key: key.optional(),
  /** Ids, or keys of this same request. */
  section: key.nullable().optional(), parent: key.nullable().optional(),
  kind: z.enum(lineKinds).optional(), choiceGroup: text(120).optional(), chosen: z.boolean().nullable().optional(), product: z.uuid().nullable().optional(),
  code: text(80).optional(), name: z.string().max(500), description: text(20_000).optional(), quantity: decimal.optional(), unit: text(20).optional(), unitPrice: decimal.optional(),
  discount: decimal.optional(), discountValue: decimal.optional(), vatRate: text(10).optional(), unitCost: decimal.optional(),
})
export type SavedLine = z.infer<typeof savedLine>
export type SavedSection = z.infer<typeof savedSection>

/**
 * The whole quote as it is to be, in its order, in one transaction: what is named by id is kept (and written only where it differs), what has a key
 * is made, what is not named goes to the trash. `head` holds fields of the quote. Sums are worked out here whatever the caller thinks.
 * 409 stale with `theirs`: the grid as it stands now, and `yours`: what was sent.
 */
export const saveGrid = route({
  method: 'PUT', path: '/api/quotes/:id/grid', summary: 'Saves a quote with its sections and lines at once', scope: 'records:write', params: id,
  body: z.strictObject({ version: z.number().int(), head: z.record(z.string(), z.unknown()).optional(), sections: z.array(savedSection).max(200), lines: z.array(savedLine).max(mostLines) }),
  answer: grid,
})
export type SavedGrid = z.infer<typeof saveGrid.body & z.ZodType>

/** What the catalogue has for these products at the quote's customer, currency and day; prices that are nowhere are null. */
export const fillPrices = route({
  method: 'POST', path: '/api/quotes/:id/prices', summary: 'Names, prices and costs of products for lines of this quote', scope: 'records:read', params: id,
  body: z.strictObject({ items: z.array(z.strictObject({ product: z.uuid(), quantity: decimal })).min(1).max(500) }),
  answer: z.object({ items: z.array(z.object({ product: z.uuid(), name: z.string(), code: z.string().nullable(), unit: z.string().nullable(), vatRate: z.string().nullable(), unitPrice: decimal, unitCost: decimal.optional(), priceList: link.nullable(), source: z.string().nullable() })) }),
})

export const listVersions = route({ method: 'GET', path: '/api/quotes/:id/versions', summary: 'All versions of a quote, the first one first', scope: 'records:read', params: id, answer: z.object({ versions: z.array(version) }) })
export const makeVersion = route({ method: 'POST', path: '/api/quotes/:id/versions', summary: 'A new version of a quote, as a draft with all its lines', scope: 'records:write', params: id, answer: z.object({ id: z.uuid() }) })
export const copyQuote = route({ method: 'POST', path: '/api/quotes/:id/copy', summary: 'A new quote with the lines of this one', scope: 'records:write', params: id, body: z.strictObject({ company: z.uuid().optional(), opportunity: z.uuid().nullable().optional() }), answer: z.object({ id: z.uuid() }) })

const difference = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })
/** Lines are matched by where they came from, whichever of the two is the later version. */
export const compareVersions = route({
  method: 'GET', path: '/api/quotes/:id/compare', summary: 'Two versions of a quote line by line', scope: 'records:read', params: id, query: z.strictObject({ with: z.uuid() }),
  answer: z.object({
    from: version, to: version, head: z.array(difference),
    lines: z.array(z.object({ what: z.enum(['same', 'changed', 'added', 'removed']), from: shownLine.nullable(), to: shownLine.nullable(), changes: z.array(difference) })),
    totals: z.object({ from: sums, to: sums }),
  }),
})
export type QuoteComparison = z.infer<typeof compareVersions.answer>

const attachment = z.object({ id: z.uuid(), name: z.string() })
export const readSending = route({
  method: 'GET', path: '/api/quotes/:id/sending', summary: 'What sending a quote begins with: to whom, what goes along, which links there are', scope: 'records:read', params: id,
  answer: z.object({
    to: z.array(z.object({ name: z.string(), address: z.string() })), subject: z.string(), message: z.string(), limit,
    /** Why it cannot be sent now. */
    why: z.string().nullable(),
    /** Documents made from this quote, and those of its products that go with quotes. */
    documents: z.array(attachment), productDocuments: z.array(attachment.extend({ product: z.string() })),
    links: z.array(z.object({ id: z.uuid(), madeAt: z.string(), expiresAt: z.string(), seenAt: z.string().nullable(), withdrawnAt: z.string().nullable() })),
  }),
})
export const sendQuote = route({
  method: 'POST', path: '/api/quotes/:id/send', summary: 'Sends a quote by mail with a secret link and attachments, and freezes it', scope: 'records:write', params: id,
  body: z.strictObject({
    version: z.number().int(), to: z.array(z.strictObject({ name: z.string().max(200).optional(), address: z.string().max(254) })).min(1).max(20),
    subject: z.string().min(1).max(300), message: z.string().max(10_000), documents: z.array(z.uuid()).max(20).default([]), productDocuments: z.array(z.uuid()).max(50).default([]),
  }),
  answer: z.object({ version: z.number(), state: z.string(), url: z.string() }),
})
/** The address is told this once: only the hash of its secret is kept. */
export const makeLink = route({ method: 'POST', path: '/api/quotes/:id/links', summary: 'A further secret link to a sent quote, to be passed on by other ways', scope: 'records:write', params: id, answer: z.object({ url: z.string(), expiresAt: z.string() }) })
export const withdrawLinks = route({ method: 'DELETE', path: '/api/quotes/:id/links', summary: 'Withdraws every secret link to a quote', scope: 'records:write', params: id, answer: z.object({ withdrawn: z.number() }) })
/** Offered after acceptance; nothing wins by itself. */
export const winOpportunity = route({ method: 'POST', path: '/api/quotes/:id/win', summary: 'Wins the opportunity of an accepted quote, with its amount', scope: 'records:write', params: id, answer: z.object({ opportunity: z.uuid() }) })

// ---- The customer's page --------------------------------------------------------------------------------------------

/** The page of the web application that shows a quote to whoever holds its secret; its routes need no sign-in. */
export const customerPath = (token: string): string => `/q/${token}`
const token = z.object({ token: z.string().max(100) })

const customersLine = z.object({
  id: z.uuid(), section: z.uuid().nullable(), parent: z.uuid().nullable(), kind: z.enum(lineKinds), choiceGroup: z.string().nullable(), chosen: z.boolean(), counted: z.boolean(),
  code: z.string().nullable(), name: z.string(), description: z.string().nullable(), quantity: decimal, unit: z.string().nullable(), unitPrice: decimal, discountGiven: z.string(), vatRate: z.string().nullable(),
  net: z.string(), vat: z.string(), gross: z.string(),
})
const customersTotals = amounts.extend({ list: z.string(), discountGiven: z.string(), taxes: z.array(amounts.extend({ rate: z.string() })), sections: z.record(z.string(), amounts) })
const customersQuote = z.object({
  number: z.string(), edition: z.number(), title: z.string().nullable(), company: z.string(), contact: z.string().nullable(), seller: z.string().nullable(), firm: z.string().nullable(),
  language: z.enum(['pl', 'en']), currency: z.string(), prices: z.enum(['net', 'gross']), detail: z.enum(['detailed', 'summary']), issuedOn: z.string(), validUntil: z.string().nullable(),
  introduction: z.string().nullable(), terms: z.string().nullable(), payment: z.string().nullable(), delivery: z.string().nullable(),
  sections: z.array(z.object({ id: z.uuid(), title: z.string() })), lines: z.array(customersLine), totals: customersTotals,
  comments: z.array(z.object({ author: z.string(), text: z.string(), byCustomer: z.boolean(), at: z.string() })),
  /** Whether it can still be answered; if not, why. */
  state: z.enum(['open', 'accepted', 'declined', 'replaced', 'expired']), answeredAt: z.string().nullable(), answeredBy: z.string().nullable(),
})
export type CustomersQuote = z.infer<typeof customersQuote>

/** 404 quote_link.gone, the same whether it was never there, withdrawn or is too old; 429 when asked too often. */
export const customersPage = route({ method: 'GET', path: '/api/quote-page/:token', summary: 'A quote as its customer sees it, by secret link', scope: 'records:read', open: true, params: token, answer: customersQuote })
const chosen = z.array(z.uuid()).max(mostLines)
/** `chosen`: ids of all options and alternatives that are to be in the sums. Nothing is kept until the answer. */
export const reckonChoices = route({
  method: 'POST', path: '/api/quote-page/:token/choices', summary: 'What a quote comes to with other options', scope: 'records:read', open: true, params: token,
  body: z.strictObject({ chosen }), answer: z.object({ lines: z.array(customersLine), totals: customersTotals }),
})
export const commentByLink = route({
  method: 'POST', path: '/api/quote-page/:token/comments', summary: 'A comment of the customer', scope: 'records:write', open: true, params: token,
  body: z.strictObject({ name: z.string().trim().min(1).max(200), text: z.string().trim().min(1).max(5_000) }), answer: customersQuote,
})
export const answerByLink = route({
  method: 'POST', path: '/api/quote-page/:token/answer', summary: 'The customer accepts a quote or declines it, once', scope: 'records:write', open: true, params: token,
  body: z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('accept'), name: z.string().trim().min(1).max(200), chosen }),
    z.strictObject({ answer: z.literal('decline'), name: z.string().trim().min(1).max(200), reason: z.string().trim().max(2_000).optional() }),
  ]),
  answer: customersQuote,
})
