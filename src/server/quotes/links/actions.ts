/** The customer's side: whoever holds the secret sees one quote, chooses, comments, and answers once. */
import { createHash, randomBytes } from 'node:crypto'
import { refuse, RefusalError } from '../../../contract/refusal.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { publicAddress } from '../../kernel/http/address.ts'
import { one } from '../../kernel/query/one.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import { create } from '../../kernel/records/create.ts'
import { filled } from '../../kernel/outgoing/texts.ts'
import { sellerOf } from '../../documents/index.ts'
import { announce } from '../../notices/index.ts'
import { customerPath, type CustomersQuote } from '../contract.ts'
import { refuseUnchosen } from '../following/actions.ts'
import { atWork, reckon, throwRefused } from '../reckoning/actions.ts'
import { documentOf, type QuoteDocument } from '../reckoning/queries.ts'
import { isOpen } from '../rules.ts'
import { notices, refusals } from '../texts.ts'
import { commentsOf, countGuess, keepLink, openLink, pageOf, withdrawAll, type LinkRow, type PageRow } from './queries.ts'
import { choicesThatDiffer, customersLines, standingOf, whyNotAnswer, withChoices } from './rules.ts'

/** 256 random bits need no salt. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
const dayMs = 86_400_000
/** The customer may look at what he accepted, and hear that he came late. */
const daysAfter = 90

export async function makeLink(ctx: Ctx, id: string): Promise<{ url: string; expiresAt: string }> {
  const quote = await changeable(ctx, id)
  if (isOpen(quote['state'])) refuse('quote.not_sent', refusals.notSent)
  return linkFor(ctx, id, quote['validUntil'] as string | null)
}

/** The address is told this once. */
export async function linkFor(ctx: Ctx, id: string, validUntil: string | null): Promise<{ url: string; expiresAt: string }> {
  const token = randomBytes(32).toString('base64url')
  const until = Math.max(ctx.now.getTime(), validUntil === null ? 0 : Date.parse(validUntil))
  const expiresAt = new Date(until + daysAfter * dayMs)
  await keepLink(ctx.db, { id: newId(), quote: id, hash: hashOf(token), madeBy: ctx.who.userId, now: ctx.now, expiresAt })
  return { url: `${publicAddress()}${customerPath(token)}`, expiresAt: expiresAt.toISOString() }
}

export async function withdrawLinks(ctx: Ctx, id: string): Promise<{ withdrawn: number }> {
  await changeable(ctx, id)
  return { withdrawn: (await withdrawAll(ctx.db, id, ctx.now)).length }
}

export async function changeable(ctx: Ctx, id: string) {
  const quote = await one(ctx, 'quote', id)
  if (quote === null) return refuse('not_found', refusals.notThere, { status: 404 })
  if (quote.can?.change === false) refuse('not_allowed', refusals.notYours, { status: 403 })
  return quote
}

const windowSeconds = 600
const [mostTries, mostGuesses] = [300, 30]

interface Opened {
  link: LinkRow
  page: PageRow
  document: QuoteDocument
}

/** What was never there, is withdrawn, too old or in the trash looks the same from outside. */
async function opened(ctx: Ctx, token: string, { lock = false }: { lock?: boolean } = {}): Promise<Opened> {
  const link = /^[A-Za-z0-9_-]{43}$/.test(token) ? await openLink(ctx.db, { hash: hashOf(token), now: ctx.now, seconds: windowSeconds }) : null
  if (link === null || link.isGone) {
    const { tries, waitSeconds } = await countGuess(ctx.db, { address: ctx.origin.ip ?? '', now: ctx.now, seconds: windowSeconds })
    return tries > mostGuesses ? tooOften(waitSeconds) : gone()
  }
  if (link.tries > mostTries) tooOften(link.waitSeconds)
  const document = await documentOf(ctx.db, link.quote, { lock })
  const page = await pageOf(ctx.db, link.quote)
  return page === null || document === null || isOpen(page.state) ? gone() : { link, page, document }
}

const gone = (): never => refuse('quote_link.gone', refusals.linkGone, { status: 404 })
const tooOften = (seconds: number): never => refuse('quote_link.too_often', refusals.tooOften, { status: 429, values: { seconds }, facts: { retryAfter: seconds } })

export async function customersPage(ctx: Ctx, token: string): Promise<CustomersQuote> {
  const { page, document } = await opened(ctx, token)
  return pageFor(ctx, page, document)
}

async function pageFor(ctx: Ctx, page: PageRow, document: QuoteDocument): Promise<CustomersQuote> {
  const { id, owner: _, state: __, ...shown } = page
  const sections = document.sections.map(({ id: section, title }) => ({ id: section, title }))
  return { ...shown, firm: (await sellerOf(ctx))?.name ?? null, sections, ...customersLines(document, page), comments: await commentsOf(ctx.db, id), state: standingOf(page, todayIn(ctx)) }
}

/** Nothing is kept: the customer tries what it would come to. */
export async function reckonChoices(ctx: Ctx, token: string, chosen: readonly string[]): Promise<Pick<CustomersQuote, 'lines' | 'totals'>> {
  const { page, document } = await opened(ctx, token)
  return customersLines(choicesIn(document, chosen), page)
}

const choicesIn = (document: QuoteDocument, chosen: readonly string[]): QuoteDocument => withChoices(document, chosen) ?? refuse('quote.unknown_choice', refusals.unknownChoice, { field: 'chosen' })

/** In nobody's name: whoever holds the link is no user, and what he may do is told here. */
const house = (ctx: Ctx): Ctx => ({ ...ctx, who: program })

export async function commentByLink(ctx: Ctx, token: string, { name, text }: { name: string; text: string }): Promise<CustomersQuote> {
  const { page } = await opened(ctx, token)
  await ctx.db.transaction(async (db) => {
    const tx = house({ ...ctx, db })
    const comment = await create(tx, 'quoteComment', { quote: page.id, author: name, text, byCustomer: true }, { asProgram: true })
    await tellOwner(tx, page, { kind: 'quote.comment', title: filled(notices.commented, { number: page.number, who: name }), body: { pl: text, en: text }, key: `quote.comment:${comment.id}` })
  })
  return customersPage(ctx, token)
}

export type CustomersAnswer = { answer: 'accept'; name: string; chosen: readonly string[] } | { answer: 'decline'; name: string; reason?: string | undefined }

/** Once: whoever comes second hears that it was answered. Refuses 404, 422 quote.expired, quote.replaced, quote.answered, quote.alternatives. */
export async function answerByLink(ctx: Ctx, token: string, given: CustomersAnswer): Promise<CustomersQuote> {
  // Once outside, so that a guess counts although it is refused.
  await opened(ctx, token)
  await ctx.db.transaction(async (db) => {
    const tx = house({ ...ctx, db })
    const { page, document } = await opened(tx, token, { lock: true })
    const why = whyNotAnswer(standingOf(page, todayIn(tx)), page.validUntil)
    if (why !== null) throw new RefusalError([why])
    const operation = newId()
    if (given.answer === 'accept') await keepChoices(tx, document, { chosen: given.chosen, operation })
    const values = given.answer === 'accept' ? { state: 'accepted' } : { state: 'declined', declineReason: given.reason ?? null }
    throwRefused(await changeMany(tx, 'quote', [{ id: page.id, values: { ...values, answeredBy: given.name, answeredFrom: ctx.origin.ip } }], { operation, asProgram: true }))
    const title = given.answer === 'accept' ? notices.accepted : notices.declined
    await tellOwner(tx, page, { kind: 'quote.answer', title: filled(title, { number: page.number, who: given.name }), ...(given.answer === 'decline' && given.reason ? { body: { pl: given.reason, en: given.reason } } : {}), key: `quote.answer:${page.id}` })
  })
  return customersPage(ctx, token)
}

/** What the customer chose becomes the quote's, with its sums, in the moment of his answer. */
async function keepChoices(ctx: Ctx, document: QuoteDocument, { chosen, operation }: { chosen: readonly string[]; operation: string }): Promise<void> {
  const answered = choicesIn(document, chosen)
  refuseUnchosen(answered)
  const { id } = document.head
  const changes = choicesThatDiffer(document, answered).map(({ id: line, chosen: isChosen }) => ({ id: line, values: { chosen: isChosen } }))
  throwRefused(await changeMany(atWork(ctx, [id]), 'quoteLine', changes, { operation, asProgram: true }))
  await reckon(ctx, [id])
}

async function tellOwner(ctx: Ctx, page: PageRow, notice: { kind: string; title: { pl: string; en: string }; body?: { pl: string; en: string }; key: string }): Promise<void> {
  const owner = idOfLink(page.owner)
  if (owner !== null) await announce(ctx, { ...notice, to: [owner], about: { object: 'quote', id: page.id }, priority: 'high', why: notices.whyOwner })
}
