import type { Ctx } from '../../kernel/context.ts'
import { implement, type Http } from '../../kernel/http/implement.ts'
import { goOn } from '../sessions/routes.ts'
import { beginTotp, confirmTotp, disableTotp, newRecoveryCodes } from './actions.ts'
import { beginTotpRoute, confirmTotpRoute, disableTotpRoute, newRecoveryRoute } from './contract.ts'

/** Each of these was proved anew, so the session goes on under a new token. */
async function renewed<T>(ctx: Ctx, http: Http, work: Promise<T>): Promise<T> {
  const answer = await work
  await goOn(ctx, http)
  return answer
}

export const routes = [
  implement(beginTotpRoute, (ctx, { body }, http) => renewed(ctx, http, beginTotp(ctx, body.password))),
  implement(confirmTotpRoute, async (ctx, { body }, http) => ({ recoveryCodes: await renewed(ctx, http, confirmTotp(ctx, body.code)) })),
  implement(disableTotpRoute, async (ctx, { body }, http) => {
    await renewed(ctx, http, disableTotp(ctx, body))
    return {}
  }),
  implement(newRecoveryRoute, async (ctx, { body }, http) => ({ recoveryCodes: await renewed(ctx, http, newRecoveryCodes(ctx, body.password)) })),
]
