import { implement } from '../../kernel/http/implement.ts'
import { checkLink, makePasswordLink, setTemporaryPassword, signInState, usePasswordLink } from './actions.ts'
import { checkLinkRoute, makeLinkRoute, setPasswordRoute, signInStateRoute, useLinkRoute } from './contract.ts'

export const routes = [
  implement(makeLinkRoute, async (ctx, { params }, http) => {
    const { token, expiresAt } = await makePasswordLink(ctx, params.id)
    // Behind the #: browsers never send it, so it stands in no server's log.
    return { link: `${http.origin}/link#${token}`, expiresAt: expiresAt.toISOString() }
  }),
  implement(setPasswordRoute, async (ctx, { params, body }) => {
    await setTemporaryPassword(ctx, params.id, body.password)
    return {}
  }),
  implement(signInStateRoute, (ctx, { params }) => signInState(ctx, params.id)),
  implement(checkLinkRoute, (ctx, { body }) => checkLink(ctx, body.token)),
  implement(useLinkRoute, async (ctx, { body }) => {
    await usePasswordLink(ctx, body)
    return {}
  }),
]
