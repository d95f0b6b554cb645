import { implement } from '../kernel/http/implement.ts'
import { shownPlans } from './actions.ts'
import * as contract from './contract.ts'
import { gridOf, proposeMonths, saveCells } from './grid/actions.ts'
import { overviewOf } from './overview/actions.ts'

export const routes = [
  implement(contract.listPlans, async (ctx) => ({ plans: await shownPlans(ctx) })),
  implement(contract.readGrid, (ctx, { params }) => gridOf(ctx, params.id)),
  implement(contract.saveGrid, (ctx, { params, body }) => saveCells(ctx, params.id, body.cells)),
  implement(contract.propose, (ctx, { params, body }) => proposeMonths(ctx, params.id, body)),
  implement(contract.readOverview, (ctx, { params, query }) => overviewOf(ctx, params.id, query.period)),
]
