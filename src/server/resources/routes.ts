import { refuse, RefusalError } from '../../contract/refusal.ts'
import type { Ctx } from '../kernel/context.ts'
import { implement } from '../kernel/http/implement.ts'
import { book } from './actions.ts'
import { readCalendar } from './calendar/actions.ts'
import * as contract from './contract.ts'
import { freeAmong, resourcesOf, type Found } from './queries.ts'
import { whyNotSpan } from './rules.ts'
import { findingsOf, standingOf } from './taken/actions.ts'
import { refusals } from './texts.ts'

export const routes = [
  implement(contract.resourceCalendar, (ctx, { query }) => readCalendar(ctx, query)),
  implement(contract.freeResources, async (ctx, { query: { kind, seats, ...time } }) => {
    inOrder(time)
    return { resources: (await freeAmong(ctx, await resourcesOf(ctx, { kind, seats }), time)).map(contract.asAlternative) }
  }),
  implement(contract.standing, async (ctx, { params }) => standingOf(ctx, await foundOr404(ctx, params.id))),
  implement(contract.checkTime, async (ctx, { params, body: { units = 1, ...asked } }) => {
    inOrder(asked)
    return findingsOf(ctx, await foundOr404(ctx, params.id), { ...asked, units, resource: params.id })
  }),
  implement(contract.bookResource, (ctx, { body }) => book(ctx, body)),
]

async function foundOr404(ctx: Ctx, id: string): Promise<Found> {
  const [found] = await resourcesOf(ctx, { ids: [id] })
  return found ?? refuse('not_found', refusals.notThere, { status: 404 })
}

function inOrder(time: { start: string; end: string }): void {
  const why = whyNotSpan(time)
  if (why !== null) throw new RefusalError([why])
}
