import { isRefusal, refuse, RefusalError } from '../../../contract/refusal.ts'
import type { Text } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { publicAddress } from '../../kernel/http/address.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { asOne, hurry, lanesOf, troubled, tryAgain } from '../../kernel/outgoing/state.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { seal } from '../../kernel/secrets/seal.ts'
import { way } from '../actions.ts'
import type { ShownGateway, SmsState, TestedSms } from '../contract.ts'
import { mobileNumber } from '../numbers/rules.ts'
import { askGateway } from '../sending/actions.ts'
import { refusals, test } from '../texts.ts'
import { gatewayById, gatewayList, messagesNamed, purposeOf } from './queries.ts'
import { wordsOf, type Gateway } from './rules.ts'

export function requireSettings({ who }: Ctx): void {
  if (!who.all && !who.functions.has('settings')) refuse('not_allowed', refusals.needsSettings, { status: 403 })
}

async function existing(ctx: Ctx, id: string): Promise<Gateway> {
  return (await gatewayById(ctx.db, id)) ?? refuse('sms.gateway_gone', refusals.gatewayGone, { status: 404 })
}

/** The address that SMSAPI calls holds its key: it is shown to those who may set the gateway, who enter it there. */
function shown(gateway: Gateway & { isDefault: boolean }): ShownGateway {
  const key = gateway.kind === 'smsapi' && gateway.webhook !== null ? `?key=${encodeURIComponent(gateway.webhook)}` : ''
  const address = (what: string) => `${publicAddress()}/api/sms/webhooks/${gateway.id}/${what}${key}`
  const { id, name, kind, active, isDefault } = gateway
  return { id, name, kind, active, isDefault, hasToken: gateway.token !== null, hasWebhook: gateway.webhook !== null, reportTo: address('report'), incomingTo: address('incoming') }
}

export async function saveSecrets(ctx: Ctx, id: string, { token, webhook }: { token?: string | null | undefined; webhook?: string | null | undefined }): Promise<ShownGateway> {
  requireSettings(ctx)
  const gateway = await existing(ctx, id)
  const kept = (name: 'token' | 'webhook', given: string | null | undefined) => {
    const secret = given === undefined ? gateway[name] : given
    return secret === null ? null : seal(secret, purposeOf(gateway, name))
  }
  await ctx.db.transaction(async (tx) => {
    await tx.rows(sql`insert into sms_secret (gateway, token, webhook, changed_at) values (${id}, ${kept('token', token)}, ${kept('webhook', webhook)}, ${ctx.now})
      on conflict (gateway) do update set token = excluded.token, webhook = excluded.webhook, changed_at = excluded.changed_at`)
    await hurry(tx, way)
  })
  await recordOperation(ctx, { what: 'sms.secrets', object: 'smsGateway', record: id, detail: { token: token !== undefined, webhook: webhook !== undefined } })
  return shown((await gatewayList(ctx.db)).find((one) => one.id === id)!)
}

/** At once and not through the queue: whoever waits before the screen wants to hear what the gateway says. */
export async function sendTest(ctx: Ctx, { gateway: id, to, text }: { gateway: string; to: string; text?: string | undefined }): Promise<TestedSms> {
  requireSettings(ctx)
  const gateway = await existing(ctx, id)
  const number = mobileNumber(to)
  if (isRefusal(number)) throw new RefusalError([number])
  const ask = { id: newId(), to: number, text: text ?? test.text[ctx.language], isRepeat: false, reportTo: null }
  const verdict = gateway.kind !== 'http' && gateway.token === null ? { kind: 'down' as const, failure: 'noSecret' as const } : await askGateway(ctx, gateway, ask, AbortSignal.timeout(30_000))
  await recordOperation(ctx, { what: 'sms.test', object: 'smsGateway', record: id, detail: { to: number, sent: verdict.kind === 'sent' } })
  const { said = null } = verdict as { said?: string }
  return verdict.kind === 'sent' ? { sent: true, why: null, said } : { sent: false, why: wordsOf(verdict.failure)[ctx.language], said }
}

export async function stateOfSms(ctx: Ctx): Promise<SmsState> {
  requireSettings(ctx)
  const [gateways, lanes, list] = await Promise.all([gatewayList(ctx.db), lanesOf(ctx.db, way), troubled(ctx.db, way)])
  const named = await messagesNamed(ctx, list.map(({ id }) => id))
  const inWords = (why: Text | null) => why?.[ctx.language] ?? null
  return {
    gateways: gateways.map(shown), queue: asOne(lanes, inWords),
    troubled: list.map(({ id, state, attempts, createdAt, nextAt, why, said }) => ({ id, to: named.get(id)?.to ?? null, title: named.get(id)?.title ?? null, state, attempts, createdAt, nextAt, why: inWords(why), said })),
  }
}

export async function retrySms(ctx: Ctx, ids: readonly string[] | undefined): Promise<{ again: number }> {
  requireSettings(ctx)
  const again = await ctx.db.transaction(async (tx) => {
    const found = await tryAgain(tx, way, ids ?? null)
    await changeMany({ ...ctx, db: tx, who: program }, 'smsMessage', found.map((id) => ({ id, values: { state: 'waiting', failure: null, said: null } })))
    return found
  })
  await recordOperation(ctx, { what: 'sms.retry', detail: { count: again.length } })
  return { again: again.length }
}
