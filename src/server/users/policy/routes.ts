import { implement } from '../../kernel/http/implement.ts'
import { setPolicy } from './actions.ts'
import { changePolicy, readPolicy } from './contract.ts'
import { signInPolicy } from './queries.ts'
import { policyRanges } from './rules.ts'

export const routes = [
  implement(readPolicy, async (ctx) => ({ ...(await signInPolicy(ctx.db)), ranges: policyRanges })),
  implement(changePolicy, (ctx, { body }) => setPolicy(ctx, body)),
]
