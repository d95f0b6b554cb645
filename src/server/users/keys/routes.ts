import { implement } from '../../kernel/http/implement.ts'
import { makeKey, revokeKey } from './actions.ts'
import { listKeys, makeKeyRoute, revokeKeyRoute } from './contract.ts'
import { keysOf } from './queries.ts'

export const routes = [
  implement(listKeys, async (ctx) => ({ keys: ctx.who.userId === null ? [] : await keysOf(ctx.db, ctx.who.userId) })),
  implement(makeKeyRoute, (ctx, { body }) => makeKey(ctx, body)),
  implement(revokeKeyRoute, async (ctx, { params }) => {
    await revokeKey(ctx, params.id)
    return {}
  }),
]
