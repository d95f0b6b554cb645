/** Hands text messages to the gateway, at its pace. */
import { changeMany } from '../../kernel/records/change.ts'
import type { Ctx } from '../../kernel/context.ts'
import { publicAddress } from '../../kernel/http/address.ts'
import type { Carrier, Outcome, Taken, Way } from '../../kernel/outgoing/way.ts'
import { isId } from '../../kernel/db/uuid7.ts'
import { smsLength } from '../../../contract/smsParts.ts'
import { way } from '../actions.ts'
import { defaultGateway, gatewayById } from '../gateways/queries.ts'
import { wordsOf, type Ask, type Gateway, type GatewayRequest, type Verdict } from '../gateways/rules.ts'
import * as generic from '../generic/rules.ts'
import { isKnownAt, messageById } from '../queries.ts'
import { costOf } from '../rules.ts'
import * as smsapi from '../smsapi/rules.ts'
import type { FailureName } from '../texts.ts'
import * as twilio from '../twilio/rules.ts'
import { applyEarlier } from '../webhooks/actions.ts'

type Payload = object

export const smsWay = ({ limitMs = 45_000 }: { limitMs?: number } = {}): Way<Payload> => ({ name: way, limitMs, open: openGateway, settled: keepOutcome })

/** How many may be under way at once, where the pace allows it. */
const mostTogether = 20

async function openGateway(ctx: Ctx, lane: string): Promise<Carrier<Payload>> {
  const gateway = isId(lane) ? await gatewayById(ctx.db, lane) : await defaultGateway(ctx.db)
  if (gateway === null || !gateway.active) return nowhere('notSet')
  if (gateway.kind !== 'http' && gateway.token === null) return nowhere('noSecret')
  return { together: Math.min(mostTogether, Math.max(2, gateway.rate)), paceMs: 1_000 / gateway.rate, close: () => undefined, deliver: (now, parcel) => hand(now, gateway, parcel) }
}

const nowhere = (failure: FailureName): Carrier<Payload> => ({ together: 1, paceMs: 0, deliver: async () => ({ kind: 'down', why: wordsOf(failure) }), close: () => undefined })

async function hand(ctx: Ctx, gateway: Gateway, { id, attempt, signal }: Taken<Payload>): Promise<Outcome<Payload>> {
  const message = await messageById(ctx.db, id)
  if (message === null) return { kind: 'never', why: wordsOf('taken') }
  const ask: Ask = { id, to: message.to, text: message.text, isRepeat: attempt > 1, reportTo: reportAddress(gateway, id) }
  return outcomeOf(gateway, await askGateway(ctx, gateway, ask, signal))
}

function outcomeOf(gateway: Gateway, verdict: Verdict): Outcome<Payload> {
  const said = verdict.said === undefined ? {} : { said: verdict.said }
  if (verdict.kind === 'sent') return { kind: 'sent', ...said, facts: { providerId: verdict.providerId, gateway: gateway.id, from: gateway.senderName, price: gateway.price } }
  const why = wordsOf(verdict.failure)
  return verdict.kind === 'never' ? { kind: 'never', why, ...said, facts: { failure: verdict.failure, gateway: gateway.id, from: gateway.senderName } } : { kind: verdict.kind, why, ...said }
}

/** No gateway can call a machine that only knows itself, and some refuse a message that says so. */
export function reportAddress(gateway: Gateway, id: string): string | null {
  const { hostname } = new URL(publicAddress())
  if (['localhost', '127.0.0.1', '[::1]', '0.0.0.0'].includes(hostname) || gateway.kind === 'http') return null
  const address = `${publicAddress()}/api/sms/webhooks/${gateway.id}/report`
  if (gateway.kind === 'twilio') return `${address}?message=${id}`
  return gateway.webhook === null ? null : `${address}?key=${encodeURIComponent(gateway.webhook)}`
}

const clients = {
  smsapi: { request: smsapi.request, verdict: (_gateway: Gateway, status: number, text: string) => smsapi.verdict(status, text) },
  twilio: { request: twilio.request, verdict: (_gateway: Gateway, status: number, text: string) => twilio.verdict(status, text) },
  http: { request: generic.request, verdict: generic.verdict },
} as const

/** Asks the gateway once. SMSAPI knows a repeat by its idx; Twilio's list is looked through first; another is given the id. */
export async function askGateway(ctx: Ctx, gateway: Gateway, ask: Ask, signal: AbortSignal): Promise<Verdict> {
  const { request, verdict } = clients[gateway.kind]
  try {
    if (gateway.kind === 'twilio' && ask.isRepeat) {
      const list = await call(twilio.lookUp(gateway, ask, new Date(ctx.now.getTime() - 24 * 3_600_000)), signal)
      const found = list.status < 300 ? twilio.foundIn(list.text, ask.text, await isKnownAt(ctx.db, gateway.id)) : null
      if (found !== null) return { kind: 'sent', providerId: found }
      if (list.status >= 300) return twilio.verdict(list.status, list.text)
    }
    const { status, text } = await call(request(gateway, ask), signal)
    return verdict(gateway, status, text)
  } catch (error) {
    return verdictOfFailure(error)
  }
}

const longestAnswerMs = 30_000

/** A redirect would take the secret to another address. */
async function call({ url, method, headers, body }: GatewayRequest, signal: AbortSignal): Promise<{ status: number; text: string }> {
  const answer = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }), redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(longestAnswerMs)]) })
  return { status: answer.status, text: (await answer.text()).slice(0, 100_000) }
}

/** Before the connection stands, nothing was sent and nothing goes; afterwards nobody knows. */
const notReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'ERR_INVALID_URL'])

function verdictOfFailure(error: unknown): Verdict {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause
  const said = cause?.message ?? (error as Error).message
  const isBefore = cause?.code !== undefined && (notReached.has(cause.code) || /CERT|TLS|SSL/.test(cause.code))
  return { kind: isBefore ? 'down' : 'later', failure: 'unreachable', said }
}

interface Facts {
  providerId?: string | null
  gateway?: string
  from?: string | null
  price?: Gateway['price']
  failure?: FailureName
}

/** The record says what became of it. A report that came before the answer is applied now, and is not undone by what came later. */
async function keepOutcome(ctx: Ctx, { id }: { id: string }, outcome: Outcome<Payload>): Promise<void> {
  const message = await messageById(ctx.db, id)
  if (message === null) return
  const { providerId = null, gateway, from, price = null, failure = 'gaveUp' } = ((outcome as { facts?: Facts }).facts ?? {})
  const { parts } = smsLength(message.text)
  const at = { ...(gateway === undefined ? {} : { gateway }), ...(from === undefined ? {} : { from }) }
  const values = outcome.kind === 'sent'
    ? { ...at, ...(message.state === 'waiting' ? { state: 'sent' } : {}), sentAt: ctx.now.toISOString(), ...(providerId === null ? {} : { providerId }), parts: String(parts), cost: costOf(price, parts), failure: null, said: null }
    : { ...at, state: 'failed', failure, said: outcome.said?.slice(0, 300) ?? null }
  await changeMany(ctx, 'smsMessage', [{ id, values }])
  if (gateway !== undefined && outcome.kind === 'sent') await applyEarlier(ctx, { gateway, providerId, id })
}
