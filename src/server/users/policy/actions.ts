import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { requireAdministrator } from '../roles/actions.ts'
import { policyKey } from './queries.ts'
import type { SignInPolicy } from './rules.ts'

/** Holds for what begins from now on: sessions already open keep the times they began with. */
export async function setPolicy(ctx: Ctx, policy: SignInPolicy): Promise<SignInPolicy> {
  requireAdministrator(ctx)
  await ctx.db.rows(sql`
    insert into sedno_state (key, value, changed_at) values (${policyKey}, ${policy}, ${ctx.now})
    on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`)
  await recordOperation(ctx, { what: 'policy.change', detail: { ...policy } })
  return policy
}
