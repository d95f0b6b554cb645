import type { Ctx } from '../../kernel/context.ts'
import { implement } from '../../kernel/http/implement.ts'
import { changePassword } from '../passwords/actions.ts'
import { goOn } from '../sessions/routes.ts'
import { changeAccount, readAccount } from './actions.ts'
import * as contract from './contract.ts'
import type { AccountRow } from './queries.ts'

const shown = ({ version: _, ...account }: AccountRow) => account

export const routes = [
  implement(contract.readAccount, async (ctx: Ctx) => shown(await readAccount(ctx))),
  implement(contract.changeAccount, async (ctx, { body }) => shown(await changeAccount(ctx, body as Parameters<typeof changeAccount>[1]))),
  implement(contract.changePasswordRoute, async (ctx, { body }, http) => {
    await changePassword(ctx, body)
    await goOn(ctx, http)
    return {}
  }),
]
