import { implement } from '../kernel/http/implement.ts'
import { recordOperation } from '../kernel/monitoring/operations.ts'
import * as contract from './contract.ts'
import { splitDeal } from './copying/actions.ts'
import { forecastOf } from './forecast/actions.ts'
import { funnelOf } from './measures/actions.ts'
import { checkEntry } from './stages/actions.ts'
import { pipelinesShown } from './stages/queries.ts'

export const routes = [
  implement(contract.pipelines, async (ctx) => ({ pipelines: await pipelinesShown(ctx) })),
  implement(contract.funnel, (ctx, { query }) => {
    recordOperation(ctx, { what: 'list', object: 'opportunity' })
    return funnelOf(ctx, query)
  }),
  implement(contract.compare, async (ctx, { body }) => {
    recordOperation(ctx, { what: 'list', object: 'opportunity' })
    return { sides: await Promise.all(body.sides.map(async ({ name, ...side }) => ({ name: name ?? null, funnel: await funnelOf(ctx, side) }))) }
  }),
  implement(contract.forecast, (ctx, { query }) => {
    recordOperation(ctx, { what: 'list', object: 'opportunity' })
    return forecastOf(ctx, query)
  }),
  implement(contract.split, (ctx, { params, body }) => splitDeal(ctx, params.id, body)),
  implement(contract.enterWhen, async (ctx, { body }) => {
    const problems = checkEntry(ctx, body.enterWhen)
    return { ok: problems.length === 0, problems }
  }),
]
