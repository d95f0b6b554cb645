/** What holds for quotes on every way in: form, batch, import, undo. What was sent stays as it is; sums follow lines; discounts keep to their limits. */
import type { Values } from '../../../contract/definition.ts'
import { refuse, RefusalError } from '../../../contract/refusal.ts'
import { countedLines } from '../../../contract/selling/counted.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import type { Ctx } from '../../kernel/context.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import type { Followed, Follower } from '../../kernel/records/followers.ts'
import { askApprover, refuseOthers, refuseOverLimit, tellDecision } from '../approval/actions.ts'
import { fillFromCatalogue } from '../catalogue/actions.ts'
import { dealByQuote } from '../deals/actions.ts'
import { atWork, isAtWork, reckon, throwRefused } from '../reckoning/actions.ts'
import { documentOf, documentsOf, type QuoteDocument } from '../reckoning/queries.ts'
import { changedContent, isClosed, whyFixed, whyNotLead } from '../rules.ts'
import { refusals } from '../texts.ts'
import { ringsAmong, roleNames, siblingsOf, strangersAmong } from './queries.ts'

interface How {
  operation: string
  bringsBack: boolean
}

const withQuotes: Follower = {
  object: 'quote',
  concerns: () => true,
  async follow(ctx, all, how) {
    const others = all.filter(({ id }) => !isAtWork(ctx, id))
    for (const one of others) await followOne(ctx, one, how)
    const drafts = others.filter(({ after }) => after !== null && !isClosed(after['state']))
    if (drafts.length > 0) await reckon(ctx, drafts.map(({ id }) => id))
  },
}

async function followOne(ctx: Ctx, { id, after, before }: Followed, how: How): Promise<void> {
  if (after === null && isClosed(before?.['state'])) refuse('quote.not_removed', refusals.notRemoved)
  if (after === null || before === null) return
  const [was, state] = [before['state'], after['state']]
  if (was !== state) await followMove(ctx, { id, after, before }, how)
  // A quote that is sent back, or asked about, may be changed in the same breath; one that leaves the house may not.
  const why = was === 'draft' || state === 'draft' ? null : whyFixed({ state: was, number: before['number'] })
  const changed = why === null ? [] : changedContent(after, before, how)
  if (why !== null && changed.length > 0) throw new RefusalError([{ ...why, field: changed[0]! }])
}

type Moved = { id: string; after: Values; before: Values }

async function followMove(ctx: Ctx, moved: Moved, how: How): Promise<void> {
  const { id, after, before } = moved
  const why = whyNotLead(before['state'], after['state'])
  if (why !== null) throw new RefusalError([why])
  const state = String(after['state'])
  if (before['state'] === 'approval' && state !== 'replaced') {
    await refuseOthers(ctx, moved)
    await tellDecision(ctx, { id, after, operation: how.operation })
  }
  if (state === 'approval') await ask(ctx, id, how)
  if (state === 'sent') await leave(ctx, moved, how)
  if (state === 'accepted') await beAccepted(ctx, moved, how)
}

async function ask(ctx: Ctx, id: string, { operation }: How): Promise<void> {
  await reckon(ctx, [id])
  const approver = await askApprover(ctx, (await documentOf(ctx.db, id))!, operation)
  throwRefused(await changeMany(atWork(ctx, [id]), 'quote', [{ id, values: { approver } }], { operation, asProgram: true }))
}

/** With the rate of this day, which it keeps, and in place of the versions before it. */
async function leave(ctx: Ctx, { id, before }: Moved, how: How): Promise<void> {
  // While it was a draft the rate followed the days: once more, as though it were one still.
  await reckon(ctx, [id], { freeze: true })
  const document = (await documentOf(ctx.db, id))!
  const { head, lines } = document
  if (!lines.some(({ kind }) => kind !== 'text' && kind !== 'component')) refuse('quote.empty', refusals.empty, { field: 'state' })
  if (head.rate === null) refuse('quote.no_rate', refusals.noRate, { field: 'state', values: { currency: head.currency, day: todayIn(ctx) } })
  if (before['state'] === 'draft') await refuseOverLimit(ctx, document)
  await replace(ctx, document, { states: ['draft', 'approval', 'approved', 'sent'], ...how })
}

async function beAccepted(ctx: Ctx, { id, after }: Moved, how: How): Promise<void> {
  const validUntil = after['validUntil'] as string | null
  if (validUntil !== null && validUntil < todayIn(ctx)) refuse('quote.expired', refusals.expired, { field: 'state', values: { day: validUntil } })
  const document = (await documentOf(ctx.db, id))!
  refuseUnchosen(document)
  await replace(ctx, document, { states: ['draft', 'approval', 'approved', 'sent', 'accepted'], ...how })
}

/** Of things that stand for one another exactly one is sold. */
export function refuseUnchosen({ lines }: Pick<QuoteDocument, 'lines'>): void {
  const counted = countedLines(lines)
  const groups = Map.groupBy(lines.filter(({ kind }) => kind === 'alternative'), ({ choiceGroup, parent }) => `${parent ?? ''} ${choiceGroup ?? ''}`)
  for (const group of groups.values()) {
    const above = lines.find(({ id }) => id === group[0]!.parent)
    const isLeftOut = above !== undefined && above.kind !== 'component' && above.kind !== 'text' && !counted.has(above.id)
    if (!isLeftOut && group.filter(({ chosen }) => chosen === true).length !== 1) refuse('quote.alternatives', refusals.alternatives, { values: { group: group[0]!.choiceGroup ?? '' } })
  }
}

async function replace(ctx: Ctx, { head }: QuoteDocument, { states, operation }: How & { states: readonly string[] }): Promise<void> {
  const earlier = (await siblingsOf(ctx.db, head)).filter(({ edition, state }) => edition < head.edition && states.includes(state))
  if (earlier.length === 0) return
  throwRefused(await changeMany(atWork(ctx, earlier.map(({ id }) => id)), 'quote', earlier.map(({ id }) => ({ id, values: { state: 'replaced' } })), { operation, asProgram: true }))
}

const quotesOf = (all: readonly Followed[]): string[] => [...new Set(all.flatMap(({ after, before }) => [idOfLink(after?.['quote']), idOfLink(before?.['quote'])]))].filter((id) => id !== null)

/** Sections and lines are written only while their quote is a draft, and its sums follow. */
async function followParts(ctx: Ctx, all: readonly Followed[], { bringsBack }: How): Promise<string[]> {
  const ids = quotesOf(all).filter((id) => !isAtWork(ctx, id))
  const documents = (await documentsOf(ctx.db, ids, { lock: true })).filter(({ head }) => !head.isGone)
  for (const { head } of documents) {
    const why = whyFixed(head)
    if (why !== null && all.some((one) => touches(one, head.id, bringsBack))) throw new RefusalError([why])
  }
  return documents.map(({ head }) => head.id)
}

/** Products that were merged take their lines along. */
function touches({ after, before }: Followed, quote: string, bringsBack: boolean): boolean {
  if (![after, before].some((values) => idOfLink(values?.['quote']) === quote)) return false
  if (after === null || before === null || !bringsBack) return true
  return Object.keys(after).some((field) => field !== 'product' && JSON.stringify(after[field] ?? null) !== JSON.stringify(before[field] ?? null))
}

const withSections: Follower = {
  object: 'quoteSection',
  concerns: () => true,
  async follow(ctx, all, how) {
    const ids = await followParts(ctx, all, how)
    if (ids.length > 0) await reckon(ctx, ids)
  },
}

const withLines: Follower = {
  object: 'quoteLine',
  concerns: () => true,
  async follow(ctx, all, how) {
    const ids = await followParts(ctx, all, how)
    if (ids.length === 0) return
    const written = all.filter(({ after }) => after !== null && ids.includes(idOfLink(after['quote'])!))
    await refuseMisplaced(ctx, written)
    const made = written.filter(({ before, after }) => !how.bringsBack && idOfLink(after!['product']) !== null && idOfLink(before?.['product']) !== idOfLink(after!['product']))
    await fillFromCatalogue(atWork(ctx, ids), made)
    await reckon(ctx, ids)
  },
}

async function refuseMisplaced(ctx: Ctx, written: readonly Followed[]): Promise<void> {
  const placed = written.map(({ id, after }) => ({ id, quote: idOfLink(after!['quote'])!, section: idOfLink(after!['section']), parent: idOfLink(after!['parent']) })).filter(({ section, parent }) => section !== null || parent !== null)
  if (placed.length === 0) return
  if (await strangersAmong(ctx.db, placed)) refuse('quote.other_quote', refusals.otherQuote, { field: 'parent' })
  if (await ringsAmong(ctx.db, placed.filter(({ parent }) => parent !== null).map(({ id }) => id))) refuse('quote.ring', refusals.ring, { field: 'parent' })
}

/** A comment is by whoever writes it. */
const withComments: Follower = {
  object: 'quoteComment',
  concerns: (after, before) => before === null && after !== null && (after['author'] ?? null) === null,
  async follow(ctx, all) {
    throwRefused(await changeMany(ctx, 'quoteComment', all.map(({ id }) => ({ id, values: { author: ctx.who.name } })), { asProgram: true }))
  },
}

/** A limit goes by the name of its role. */
const withLimits: Follower = {
  object: 'discountLimit',
  concerns: (after, before) => after !== null && idOfLink(after['role']) !== idOfLink(before?.['role']),
  async follow(ctx, all) {
    const names = await roleNames(ctx.db, all.map(({ after }) => idOfLink(after!['role'])!))
    throwRefused(await changeMany(ctx, 'discountLimit', all.map(({ id, after }) => ({ id, values: { name: names.get(idOfLink(after!['role'])!) ?? null } })), { asProgram: true }))
  },
}

export const followers = [withQuotes, dealByQuote, withSections, withLines, withComments, withLimits]
