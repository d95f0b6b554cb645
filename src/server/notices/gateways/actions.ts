/** A gateway on which nothing goes any more is told to those who can do something about it. */
import { sql } from '../../../expression/sql.ts'
import type { Text } from '../../../contract/text.ts'
import type { Ctx } from '../../kernel/context.ts'
import { filled } from '../../kernel/outgoing/texts.ts'
import { announceAll } from '../actions.ts'
import { texts } from '../texts.ts'

/** Servers are started anew at night; nobody need hear of it. */
const patience = '5 minutes'

/** Once for each time it goes down. In the application alone: the other ways may be what is held up. */
export async function reportGateways(ctx: Ctx): Promise<void> {
  const down = await ctx.db.rows<{ way: string; lane: string; since: string; why: Text }>(sql`
    select way, lane, down_at as since, failure as why from outgoing_lane where down_at < ${ctx.now}::timestamptz - ${patience}::interval`)
  if (down.length === 0) return
  const keepers = await ctx.db.rows<{ id: string }>(sql`
    select u.id from "user" u where u.active and u.deleted_at is null
      and exists (select from role r where r.id = any(u.roles) and r.deleted_at is null and (r.is_administrator or 'settings' = any(r.functions)))`)
  const to = keepers.map(({ id }) => id)
  await announceAll(ctx, down.map(({ way, lane, since, why }) => ({
    kind: 'system.gateway', to, about: null, key: `gateway:${way}:${lane}:${since}`, priority: 'high' as const, ways: ['application' as const],
    title: { pl: filled(texts.gatewayDown, { way, why: why.pl }).pl, en: filled(texts.gatewayDown, { way, why: why.en }).en }, body: texts.gatewayBody, why: texts.gatewayWhy,
  })))
}
