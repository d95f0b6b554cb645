import { implement } from '../../kernel/http/implement.ts'
import { beginTotp, confirmTotp, disableTotp, newRecoveryCodes } from './actions.ts'
import { beginTotpRoute, confirmTotpRoute, disableTotpRoute, newRecoveryRoute } from './contract.ts'

export const routes = [
  implement(beginTotpRoute, (ctx, { body }) => beginTotp(ctx, body.password)),
  implement(confirmTotpRoute, async (ctx, { body }) => ({ recoveryCodes: await confirmTotp(ctx, body.code) })),
  implement(disableTotpRoute, async (ctx, { body }) => {
    await disableTotp(ctx, body)
    return {}
  }),
  implement(newRecoveryRoute, async (ctx, { body }) => ({ recoveryCodes: await newRecoveryCodes(ctx, body.password) })),
]
