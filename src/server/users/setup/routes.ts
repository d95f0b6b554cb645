import { implement } from '../../kernel/http/implement.ts'
import { enqueue } from '../../kernel/jobs/enqueue.ts'
import { signInPolicy } from '../policy/queries.ts'
import { enter } from '../sessions/routes.ts'
import { setUp } from './actions.ts'
import { setupNeeded, setUpRoute } from './contract.ts'
import { installation } from './queries.ts'

/** Named here and defined by the room that knows what a demo company is: this room stands below it. */
export const demoJob = 'demo'

export const routes = [
  implement(setupNeeded, async (ctx) => {
    const made = await installation(ctx.db)
    const { minPasswordLength } = await signInPolicy(ctx.db)
    return { needed: made === null, language: made?.language ?? ctx.language, currency: made?.currency ?? ctx.currency, minPasswordLength }
  }),
  implement(setUpRoute, async (ctx, { body }, http) => {
    const opened = await setUp(ctx, body, async ({ db }) => {
      if (body.demo) await enqueue(db, demoJob, {})
    })
    return enter({ ...ctx, currency: body.currency }, opened, http)
  }),
]
