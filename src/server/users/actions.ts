import { action, type ActionImplementation } from '../kernel/actions/action.ts'
import { unlock } from './attempts/actions.ts'
import { requireManager } from './roles/actions.ts'
import { endSessionsOf } from './sessions/actions.ts'
import { removeTotp } from './totp/actions.ts'

/** What one does with somebody's account besides writing its record. */
export const actions: ActionImplementation[] = [
  action({
    object: 'user', name: 'endSessions',
    async run(ctx, record) {
      await requireManager(ctx, record.id)
      return { ended: await endSessionsOf(ctx.db, record.id) }
    },
  }),
  action({
    object: 'user', name: 'unlock',
    async run(ctx, record) {
      const account = await requireManager(ctx, record.id)
      await unlock(ctx.db, account.mail)
    },
  }),
  action({
    object: 'user', name: 'removeTotp',
    async run(ctx, record) {
      await requireManager(ctx, record.id)
      await removeTotp(ctx, record.id)
      await endSessionsOf(ctx.db, record.id)
    },
  }),
]
