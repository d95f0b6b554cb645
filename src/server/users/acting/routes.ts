import { implement } from '../../kernel/http/implement.ts'
import { actAs, endActing } from './actions.ts'
import * as contract from './contract.ts'

export const routes = [
  implement(contract.startActing, async (ctx, { body }) => {
    await actAs(ctx, body)
    return {}
  }),
  implement(contract.endActing, async (ctx) => {
    await endActing(ctx)
    return {}
  }),
]
