import { implement } from '../../kernel/http/implement.ts'
import { setPolicy } from './actions.ts'
import { changePolicy, readPolicy } from './contract.ts'
import { signInPolicy } from './queries.ts'

export const routes = [
  implement(readPolicy, (ctx) => signInPolicy(ctx.db)),
  implement(changePolicy, (ctx, { body }) => setPolicy(ctx, body)),
]
