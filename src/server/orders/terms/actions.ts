/** What passing days make of contracts: they renew, they end, and before that their owners hear of it. */
import { refuse } from '../../../contract/refusal.ts'
import { say, type Language, type Text } from '../../../contract/text.ts'
import { showDay } from '../../../fields/date/field.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import type { Follower } from '../../kernel/records/followers.ts'
import { isRefused } from '../../kernel/records/writing.ts'
import { announceAll, type Announcement } from '../../notices/index.ts'
import { differs } from '../rules.ts'
import { notices, refusals } from '../texts.ts'
import { nearDays, passedTerms, wrongAmendments, type PassedTerm } from './queries.ts'
import { afterDays } from './rules.ts'

const atOnce = 200

/** Each contract once for a term that is over, however often it is run and by however many. Gives how many it changed. */
export async function passTerms(ctx: Ctx): Promise<number> {
  const today = todayIn(ctx)
  let all = 0
  for (;;) {
    const some = await ctx.db.transaction((db) => passSome({ ...ctx, db }, today))
    if (some === 0) return all
    all += some
  }
}

async function passSome(ctx: Ctx, today: string): Promise<number> {
  const passed = await passedTerms(ctx, today, atOnce)
  const found = passed.flatMap((term) => {
    const becomes = afterDays(term, today)
    return becomes === null ? [] : [{ term, becomes }]
  })
  const changes = found.map(({ term, becomes }) => ({
    id: term.id,
    values: { ...(becomes.isEnded ? { state: 'ended' } : {}), ...(becomes.times > 0 ? { until: becomes.until, renewals: String(term.renewals + becomes.times) } : {}) },
  }))
  for (const outcome of await changeMany(ctx, 'contract', changes, { operation: newId(), asProgram: true })) if (isRefused(outcome)) throw outcome.refused
  await announceAll(ctx, found.flatMap(({ term, becomes }) => (becomes.times > 0 ? told(term, 'renewed', becomes.until) : [])))
  return found.length
}

/** Once for each day that comes near: a day that was moved is told of anew. */
export async function remind(ctx: Ctx): Promise<number> {
  const near = await nearDays(ctx, todayIn(ctx))
  await announceAll(ctx, near.flatMap((one) => told(one, one.what, one.day)))
  return near.length
}

function told({ id, number, company, owner }: Pick<PassedTerm, 'id' | 'number' | 'company' | 'owner'>, what: 'noticeBy' | 'until' | 'renewed', day: string): Announcement[] {
  if (owner === null) return []
  const said = (language: Language): string => say(notices[what].title, language, { number, company, day: showDay(day, language) })
  const title: Text = { pl: said('pl'), en: said('en') }
  return [{ kind: `contract.${what}`, to: [owner], about: { object: 'contract', id }, key: `contract.${what} ${id} ${day}`, title, why: notices.why }]
}

/** An amendment is to a contract: neither to itself nor to another amendment. */
const amendsOneContract: Follower = {
  object: 'contract',
  concerns: (after, before) => after !== null && (after['amends'] ?? null) !== null && differs(['amends'], after, before),
  async follow(ctx, all) {
    const [wrong] = await wrongAmendments(ctx, all.map(({ id }) => id))
    if (wrong?.isItself) refuse('contract.amends_itself', refusals.amendsItself, { field: 'amends' })
    if (wrong !== undefined) refuse('contract.amends_amendment', refusals.amendsAmendment, { field: 'amends' })
  },
}

export const followers: readonly Follower[] = [amendsOneContract]
