import { implement } from '../kernel/http/implement.ts'
import { recordOperation } from '../kernel/monitoring/operations.ts'
import { myDay } from './day/actions.ts'
import * as day from './day/contract.ts'
import { handOver, openWork } from './handover/actions.ts'
import * as handover from './handover/contract.ts'

export const routes = [
  implement(day.myDay, (ctx) => {
    recordOperation(ctx, { what: 'list', object: 'activity' })
    return myDay(ctx)
  }),
  implement(handover.openWork, (ctx, { params }) => openWork(ctx, params.id)),
  implement(handover.handOver, (ctx, { body }) => handOver(ctx, body)),
]
