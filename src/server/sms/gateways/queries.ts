import { raw, sql, type Sql } from '../../../expression/sql.ts'
import { fieldAccess } from '../../kernel/access/field-access.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import { open } from '../../kernel/secrets/seal.ts'
import type { Gateway } from './rules.ts'

type Row = Omit<Gateway, 'token' | 'webhook' | 'price'> & { token: string | null; webhook: string | null; amount: string | null; currency: string | null }

// raw is safe: a constant. The program looks at gateways as they are, whoever asked for a message.
const columns = raw(`g.id, g.kind, g.name, coalesce(g.active, false) as active, coalesce(g.is_default, false) as "isDefault", g.sender_name as "senderName", g.url, g.account, coalesce(g.rate, 10)::int as rate, coalesce(g.max_parts, 6)::int as "maxParts",
  g.price_per_part_amount::text as amount, g.price_per_part_currency as currency, g.method, g.headers, g.body, g.success_path as "successPath", g.success_value as "successValue", g.id_path as "idPath", s.token, s.webhook`)
const from = raw('from sms_gateway g left join sms_secret s on s.gateway = g.id where g.deleted_at is null')

/** The token is sealed for the address it is sent to: whoever points the gateway elsewhere does not get it there. */
export const purposeOf = ({ id, url }: Pick<Gateway, 'id' | 'url'>, name: 'token' | 'webhook'): string => (name === 'token' ? `sms token:${id}:${url ?? ''}` : `sms webhook:${id}`)

function opened(gateway: Pick<Gateway, 'id' | 'url'>, name: 'token' | 'webhook', sealed: string | null): string | null {
  try {
    return sealed === null ? null : open(sealed, purposeOf(gateway, name))
  } catch {
    return null
  }
}

async function gatewaysWhere(db: Db, condition: Sql): Promise<(Gateway & { isDefault: boolean })[]> {
  const rows = await db.rows<Row & { isDefault: boolean }>(sql`select ${columns} ${from} and ${condition}`)
  return rows.map(({ amount, currency, token, webhook, ...rest }) => ({
    ...rest, price: amount === null || currency === null ? null : { amount, currency },
    token: opened(rest, 'token', token), webhook: opened(rest, 'webhook', webhook),
  }))
}

export const gatewayById = async (db: Db, id: string): Promise<Gateway | null> => (await gatewaysWhere(db, sql`g.id = ${id}`))[0] ?? null
export const gatewayList = (db: Db): Promise<(Gateway & { isDefault: boolean })[]> => gatewaysWhere(db, sql`true order by g.is_default desc nulls last, g.name`)

/** The one marked, or the first there is: active ones alone. */
export const defaultGateway = async (db: Db): Promise<Gateway | null> => (await gatewaysWhere(db, sql`g.active order by g.is_default desc nulls last, g.created_at, g.id limit 1`))[0] ?? null

/** By their ids, those that the asker may see: to whom a message did not go, and how it began. */
export async function messagesNamed(ctx: Ctx, ids: readonly string[]): Promise<Map<string, { to: string; title: string | null }>> {
  if (['to', 'title'].some((field) => fieldAccess(ctx, 'smsMessage', field) === 'none')) return new Map()
  const rows = await ctx.db.rows<{ id: string; to: string; title: string | null }>(sql`select m.id, m."to", m.title from ${visible(ctx, 'smsMessage')} m where m.id = any(${ids}::uuid[])`)
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}
