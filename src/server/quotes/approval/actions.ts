/** Discounts over the limit: who approves them, and that nobody else does. */
import type { Values } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import type { Totals } from '../../../contract/selling/totals.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import type { Ctx } from '../../kernel/context.ts'
import { filled } from '../../kernel/outgoing/texts.ts'
import { announce } from '../../notices/index.ts'
import type { QuoteDocument } from '../reckoning/queries.ts'
import { highestDiscount, sumsOf } from '../reckoning/rules.ts'
import { notices, refusals } from '../texts.ts'
import { limitOf, nameOf } from './queries.ts'
import { approverOf, isOver } from './rules.ts'

export interface Limit {
  given: string
  percent: string | null
  isOver: boolean
  approver: { id: string; name: string } | null
}

/** The limit of whoever sends it; what the program does counts as its owner's. */
export async function limitFor(ctx: Ctx, document: QuoteDocument, totals: Totals = sumsOf(document)): Promise<Limit> {
  const person = ctx.who.userId ?? document.head.owner
  const found = person === null ? { percent: null, approver: null, superior: null } : await limitOf(ctx.db, person)
  const given = highestDiscount(document, totals)
  const approver = person === null ? null : approverOf(found, person)
  return { given, percent: found.percent, isOver: isOver(given, found), approver: approver === null ? null : { id: approver, name: await nameOf(ctx.db, approver) } }
}

export async function refuseOverLimit(ctx: Ctx, document: QuoteDocument): Promise<void> {
  const limit = await limitFor(ctx, document)
  if (limit.isOver) refuse('quote.over_limit', refusals.overLimit, { field: 'state', values: { given: limit.given, percent: limit.percent! }, facts: { limit } })
}

/** Who is to approve it; he is told. */
export async function askApprover(ctx: Ctx, document: QuoteDocument, operation: string): Promise<string> {
  const { approver, given } = await limitFor(ctx, document)
  if (approver === null) return refuse('quote.no_approver', refusals.noApprover, { field: 'state' })
  const { id, number } = document.head
  await announce(ctx, {
    kind: 'quote.approval', to: [approver.id], about: { object: 'quote', id }, key: `quote.approval:${id}:${operation}`, priority: 'high',
    title: filled(notices.asked, { who: ctx.who.name, number, given }), why: notices.whyApprover,
  })
  return approver.id
}

/** Only the one who was asked decides; who keeps the quote may also take it back, and where nobody was asked whoever may change it. */
export async function refuseOthers(ctx: Ctx, { before, after }: { before: Values; after: Values }): Promise<void> {
  const [me, approver] = [ctx.who.userId, idOfLink(before['approver'])]
  if (me === null || me === approver) return
  if (after['state'] === 'draft' && (approver === null || me === idOfLink(before['owner']))) return
  if (approver === null) refuse('quote.nobody_named', refusals.nobodyNamed, { field: 'state', status: 403 })
  refuse('quote.not_approver', refusals.notApprover, { field: 'state', status: 403, values: { name: await nameOf(ctx.db, approver) } })
}

/** The salesperson hears what came of it. */
export async function tellDecision(ctx: Ctx, { id, after, operation }: { id: string; after: Values; operation: string }): Promise<void> {
  const owner = idOfLink(after['owner'])
  if (owner === null || owner === ctx.who.userId) return
  const title = after['state'] === 'approved' ? notices.approved : notices.sentBack
  await announce(ctx, { kind: 'quote.decision', to: [owner], about: { object: 'quote', id }, key: `quote.decision:${id}:${operation}`, title: filled(title, { who: ctx.who.name, number: String(after['number']) }), why: notices.whyOwner })
}
