/** An order is accepted when all that is required is settled, whichever way it is written, and not a moment earlier. */
import { refusal, refuse, RefusalError } from '../../../contract/refusal.ts'
import { ratesOn } from '../../currencies/index.ts'
import type { Ctx } from '../../kernel/context.ts'
import { namesOf } from '../../kernel/history/names.ts'
import type { Explain } from '../../kernel/http/explained.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import type { Followed, Follower } from '../../kernel/records/followers.ts'
import { isRefused } from '../../kernel/records/writing.ts'
import { fittingQuestions } from '../checklists/queries.ts'
import { isAccepted } from '../rules.ts'
import { refusals } from '../texts.ts'
import { openChecks } from './queries.ts'

const openCode = 'order.checks_open'

/** The order's row is held by the write itself: whoever opens a check at the same moment waits for it, and is then refused. */
const onlyWhenSettled: Follower = {
  object: 'salesOrder',
  concerns: (after, before) => isAccepted(after?.['state']) && !isAccepted(before?.['state']),
  async follow(ctx, all, { operation }) {
    const open = [...(await openChecks(ctx, all.map(({ id }) => id))), ...(await neverAsked(ctx, all))]
    if (open.length > 0) {
      const checks = open.filter(({ order }) => order === open[0]!.order).map(({ id }) => id)
      refuse(openCode, refusals.checksOpenHidden, { field: 'state', values: { others: checks.length }, facts: { checks } })
    }
    await freezeRates(ctx, all, operation)
  },
}

/** An order that would be made in an accepted state has not been asked yet what its type requires. */
async function neverAsked(ctx: Ctx, all: readonly Followed[]): Promise<{ id: string; order: string }[]> {
  const created = all.filter(({ before }) => before === null).map(({ id }) => id)
  if (created.length === 0) return []
  return (await fittingQuestions(ctx, created)).filter(({ required, asked }) => required === true && asked === null).map(({ question, order }) => ({ id: question, order }))
}

/** The rate of the day of acceptance; one that came with the quote stays. */
async function freezeRates(ctx: Ctx, all: readonly Followed[], operation: string): Promise<void> {
  const lacking = all.filter(({ after }) => (after!['rate'] ?? null) === null)
  if (lacking.length === 0) return
  const day = todayIn(ctx)
  const rates = await ratesOn(ctx, lacking.map(({ after }) => ({ currency: String(after!['currency']), day })))
  const changes = lacking.map(({ id, after }, at) => {
    const found = rates[at] ?? refuse('order.no_rate', refusals.noRate, { field: 'currency', values: { currency: String(after!['currency']) } })
    return { id, values: { rate: found.rate, rateOn: found.on } }
  })
  for (const outcome of await changeMany(ctx, 'salesOrder', changes, { operation, asProgram: true })) if (isRefused(outcome)) throw outcome.refused
}

/** What was agreed is not thrown away. */
const keptWhenAccepted: Follower = {
  object: 'salesOrder',
  concerns: (after, before) => after === null && isAccepted(before?.['state']),
  async follow() {
    refuse('order.accepted_kept', refusals.acceptedKept)
  },
}

/** Names the checks that the person may see, and counts the others. */
const named: Explain = async (ctx, error) => {
  const ids = (error.facts['checks'] ?? []) as string[]
  const known = await namesOf(ctx, 'orderCheck', ids)
  const names = ids.flatMap((id) => known.get(id)?.name || [])
  if (names.length === 0) return new RefusalError(error.refusals, error.status)
  const values = { names: names.map((name) => `„${name}”`).join(', '), others: ids.length - names.length }
  return new RefusalError([refusal(openCode, refusals.checksOpen, { field: 'state', values })], error.status, { open: ids.flatMap((id) => known.get(id) ?? []) })
}

export const followers: readonly Follower[] = [onlyWhenSettled, keptWhenAccepted]
export const explanations = { [openCode]: named }
