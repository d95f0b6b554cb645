import type { Values } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import type { Ctx } from '../../kernel/context.ts'
import { createMany } from '../../kernel/records/create.ts'
import type { Followed, Follower } from '../../kernel/records/followers.ts'
import { removeMany } from '../../kernel/records/trash.ts'
import { isRefused, type Outcome } from '../../kernel/records/writing.ts'
import { holdOrders, type HeldOrder } from '../queries.ts'
import { differs, isAccepted } from '../rules.ts'
import { refusals } from '../texts.ts'
import { fittingQuestions, lastPositions, rolesHeld, untouchedChecks, type Fitting, type Holding } from './queries.ts'
import { settling } from './rules.ts'

/** What the checklists ask stands on each order, once; what they no longer ask goes, unless somebody has begun to settle it. */
export async function askFitting(ctx: Ctx, orders: readonly string[], operation: string): Promise<void> {
  const [fitting, untouched] = [await fittingQuestions(ctx, orders), await untouchedChecks(ctx, orders)]
  const asked = new Set(fitting.map(({ order, question }) => `${order} ${question}`))
  succeeded(await removeMany(ctx, 'orderCheck', untouched.filter(({ order, question }) => !asked.has(`${order} ${question}`)), { operation }))
  const missing = fitting.filter((one) => one.asked === null)
  if (missing.length === 0) return
  const last = new Map((await lastPositions(ctx, orders)).map((one) => [one.order, one.last]))
  const rows = missing.map((one) => {
    const position = (last.get(one.order) ?? 0) + 1
    last.set(one.order, position)
    return checkOf(one, position)
  })
  succeeded(await createMany(ctx, 'orderCheck', rows, { operation, asProgram: true }))
}

const checkOf = ({ order, question, title, kind, required, choices, roles }: Fitting, position: number): Values =>
  ({ salesOrder: order, question, title, kind, required: required ?? false, choices, roles: roles ?? [], position: String(position) })

function succeeded(outcomes: readonly Outcome[]): void {
  for (const outcome of outcomes) if (isRefused(outcome)) throw outcome.refused
}

const askedOfOrder: Follower = {
  object: 'salesOrder',
  concerns: (after, before) => after !== null && differs(['kind'], after, before),
  follow: (ctx, all, { operation }) => askFitting(ctx, all.map(({ id }) => id), operation),
}

/** Only who may settles; once the order is accepted, what was required stays as it was settled. */
const keptAsSettled: Follower = {
  object: 'orderCheck',
  concerns: (after, before) => differs([...settling, 'required'], after, before),
  async follow(ctx, all) {
    await refuseOthers(ctx, all)
    const orders = new Map((await holdOrders(ctx, all.map(orderOf))).map((order) => [order.id, order]))
    for (const one of all) refuseAfterAcceptance(orders.get(orderOf(one)), one)
    await refuseRemovals(ctx, all.filter((one) => one.after === null && orders.get(orderOf(one))?.isGone === false))
  },
}

const orderOf = ({ after, before }: Followed): string => String((after ?? before)!['salesOrder'])
const titleOf = ({ after, before }: Followed): string => String((after ?? before)!['title'])

async function refuseOthers(ctx: Ctx, all: readonly Followed[]): Promise<void> {
  const { userId } = ctx.who
  const answered = all.filter((one) => one.after !== null && rolesOf(one).length > 0 && isSettling(one))
  if (userId === null || answered.length === 0) return
  const held = await rolesHeld(ctx, userId, answered.flatMap(rolesOf))
  for (const one of answered) {
    const named = held.filter(({ id }) => rolesOf(one).includes(id))
    if (!maySettle(named)) refuse('check.not_yours', refusals.mayNotSettle, { field: 'done', values: { title: titleOf(one), roles: namesOf(named) } })
  }
}

const rolesOf = ({ after }: Followed): string[] => (after?.['roles'] ?? []) as string[]
const isSettling = ({ after, before }: Followed): boolean => differs(settling, after, before ?? { done: false })
export const maySettle = (named: readonly Holding[]): boolean => named.length === 0 || named.some(({ isHeld }) => isHeld)
export const namesOf = (named: readonly Holding[]): string => named.map(({ name }) => name).join(', ')

function refuseAfterAcceptance(order: HeldOrder | undefined, one: Followed): void {
  if (order === undefined || order.isGone || !isAccepted(order.state)) return
  const { after, before } = one
  const wasAsked = before?.['required'] === true
  const becomesOpen = after?.['required'] === true && after['done'] !== true
  if (wasAsked || becomesOpen) refuse('check.settled_for_good', refusals.settledForGood, { field: 'done', values: { title: titleOf(one) } })
}

/** Nobody gets round a question by taking it off the order. */
async function refuseRemovals(ctx: Ctx, gone: readonly Followed[]): Promise<void> {
  const listed = gone.filter(({ before }) => (before!['question'] ?? null) !== null)
  if (listed.length === 0) return
  const asked = new Set((await fittingQuestions(ctx, listed.map(orderOf))).map(({ order, question }) => `${order} ${question}`))
  const kept = listed.find((one) => asked.has(`${orderOf(one)} ${String(one.before!['question'])}`))
  if (kept !== undefined) refuse('check.still_asked', refusals.stillAsked, { values: { title: titleOf(kept) } })
}

export const followers: readonly Follower[] = [askedOfOrder, keptAsSettled]
