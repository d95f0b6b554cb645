/** What gateways tell by themselves: deliveries, and answers to messages. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import { isRefusal } from '../../../contract/refusal.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { publicAddress } from '../../kernel/http/address.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { create } from '../../kernel/records/create.ts'
import { gatewayById } from '../gateways/queries.ts'
import type { Gateway, Incoming, Report } from '../gateways/rules.ts'
import * as generic from '../generic/rules.ts'
import { anyNumber } from '../numbers/rules.ts'
import { messageOfReport, partiesIn, partiesOf } from '../queries.ts'
import * as smsapi from '../smsapi/rules.ts'
import { refusals } from '../texts.ts'
import * as twilio from '../twilio/rules.ts'

export interface Call {
  gateway: string
  what: 'report' | 'incoming'
  query: Readonly<Record<string, string>>
  /** As it came. */
  body: string
  header(name: string): string | null
}

/** Checks who calls, keeps what he says once, and does what follows. Gives what that gateway wants to hear. Refuses 403 whoever cannot sign. */
export async function heard(ctx: Ctx, call: Call): Promise<string | null> {
  const gateway = await gatewayById(ctx.db, call.gateway)
  const fields = { ...call.query, ...Object.fromEntries(new URLSearchParams(call.body)) }
  if (gateway === null || !isSigned(gateway, call)) return refuse('sms.forged', refusals.forged, { status: 403 })
  const asProgram: Ctx = { ...ctx, who: program }
  if (call.what === 'report') for (const report of reportsIn(gateway, call, fields)) await keepReport(asProgram, gateway.id, report)
  else {
    const incoming = incomingIn(gateway, call, fields)
    if (incoming !== null) await keepIncoming(asProgram, gateway.id, incoming)
  }
  // SMSAPI calls again until it reads OK; to Twilio a text would be an answer to send.
  return gateway.kind === 'smsapi' ? 'OK' : null
}

export function isSigned({ kind, token, webhook }: Gateway, { gateway, what, query, body, header }: Call): boolean {
  if (kind === 'smsapi') return webhook !== null && isSame(query.key ?? '', webhook)
  if (kind === 'http') return webhook !== null && isSame((header('x-sedno-signature') ?? '').replace(/^sha256=/, ''), generic.signatureOf(webhook, body))
  const asked = new URLSearchParams(query).toString()
  const url = `${publicAddress()}/api/sms/webhooks/${gateway}/${what}${asked === '' ? '' : `?${asked}`}`
  return token !== null && isSame(header('x-twilio-signature') ?? '', twilio.signatureOf(token, url, Object.fromEntries(new URLSearchParams(body))))
}

/** In the same time, however much of it is right. */
function isSame(given: string, right: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(right))
}

function reportsIn({ kind }: Gateway, { query, body }: Call, fields: Readonly<Record<string, string>>): Report[] {
  if (kind === 'smsapi') return smsapi.readReports(fields)
  if (kind === 'twilio') return [twilio.readReport(fields, query.message ?? null)]
  return [generic.readReport(body)].flatMap((one) => one ?? [])
}

function incomingIn({ kind }: Gateway, { body }: Call, fields: Readonly<Record<string, string>>): Incoming | null {
  if (kind === 'http') return generic.readIncoming(body)
  return kind === 'smsapi' ? smsapi.readIncoming(fields) : twilio.readIncoming(fields)
}

const keyOf = (parts: readonly (string | null)[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

/** The same report twice changes nothing; one of a message that is not known (yet) is kept. */
async function keepReport(ctx: Ctx, gateway: string, report: Report): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const message = await messageOfReport(tx, gateway, report)
    const key = keyOf(['report', report.providerId, report.messageId, report.state, report.said])
    if (await isNews(tx, ctx, { gateway, what: 'report', key, providerId: report.providerId, message: message?.id ?? null, body: report })) {
      if (message !== null) await apply({ ...ctx, db: tx }, message, report)
    }
  })
}

interface Kept {
  gateway: string
  what: Call['what']
  key: string
  providerId: string | null
  message: string | null
  body: object
}

async function isNews(db: Ctx['db'], ctx: Ctx, { gateway, what, key, providerId, message, body }: Kept): Promise<boolean> {
  const kept = await db.rows(sql`insert into sms_report (id, gateway, what, key, provider_id, message, body, received_at)
    values (${newId()}, ${gateway}, ${what}, ${key}, ${providerId}, ${message}, ${JSON.stringify(body)}::jsonb, ${ctx.now}) on conflict (gateway, key) do nothing returning id`)
  return kept.length > 0
}

/** Delivered is the last word: what is reported out of order does not take it back. */
async function apply(ctx: Ctx, { id, state }: { id: string; state: string }, report: Report): Promise<void> {
  if (report.state === 'other' || state === 'delivered' || (state === 'failed' && report.state === 'failed')) return
  const providerId = report.providerId === null ? {} : { providerId: report.providerId }
  const values = report.state === 'delivered' ? { state: 'delivered', deliveredAt: ctx.now.toISOString(), failure: null, said: null } : { state: 'failed', failure: report.failure ?? 'undelivered', said: report.said }
  await changeMany(ctx, 'smsMessage', [{ id, values: { ...values, ...providerId } }])
}

/** Reports that came before the gateway's own answer told us its number of the message. */
export async function applyEarlier(ctx: Ctx, { gateway, providerId, id }: { gateway: string; providerId: string | null; id: string }): Promise<void> {
  if (providerId === null) return
  const early = await ctx.db.rows<{ body: Report }>(sql`update sms_report set message = ${id} where gateway = ${gateway} and provider_id = ${providerId} and message is null and what = 'report' returning body`)
  const final = early.map(({ body }) => body).sort((a, b) => Number(b.state === 'delivered') - Number(a.state === 'delivered'))[0]
  if (final !== undefined) await apply(ctx, { id, state: 'sent' }, final)
}

/** An answer becomes a message of the person or company whose number it is. */
async function keepIncoming(ctx: Ctx, gateway: string, incoming: Incoming): Promise<void> {
  const { from, to, text, providerId } = incoming
  const number = anyNumber(from)
  await ctx.db.transaction(async (tx) => {
    const id = newId()
    const key = keyOf(['incoming', ...(providerId === null ? [from, to, text] : [providerId])])
    if (!(await isNews(tx, ctx, { gateway, what: 'incoming', key, providerId, message: id, body: incoming }))) return
    const parties = isRefusal(number) ? {} : partiesIn(await partiesOf(tx, [number]), number)
    const receiver = to === null ? null : anyNumber(to)
    await create({ ...ctx, db: tx }, 'smsMessage', {
      id, direction: 'in', state: 'received', from: isRefusal(number) ? from.slice(0, 40) : number, to: receiver === null || isRefusal(receiver) ? null : receiver,
      text: text === '' ? ' ' : text, gateway, providerId, sentAt: ctx.now.toISOString(), createdAt: ctx.now.toISOString(), createdBy: null, ...parties,
    })
  })
}
