import { z } from 'zod'
import { route } from '../../contract/route.ts'

const money = z.object({ amount: z.string(), currency: z.string() })
const refused = z.array(z.object({ to: z.string(), code: z.string(), reason: z.string() }))
/** One list that a person may paste; more go in several calls. */
const numbers = z.array(z.string().max(100)).min(1).max(10_000)
const text = z.string().max(5_000)
const gateway = z.uuid().optional()

const preview = z.object({
  encoding: z.enum(['gsm', 'unicode']), units: z.int(), parts: z.int(), left: z.int(), maxParts: z.int(), recipients: z.int(), refused,
  /** Why the text cannot be sent as it is. */
  problem: z.string().nullable(),
  /** For all recipients together; null: the gateway's price is not known. */
  cost: money.nullable(),
  gateway: z.object({ id: z.uuid(), name: z.string() }).nullable(),
})
export type Preview = z.infer<typeof preview>
export const previewSms = route({
  method: 'POST', path: '/api/sms/preview', summary: 'How long a text message would be, what it would cost, and to whom it cannot go', scope: 'records:read',
  body: z.strictObject({ to: z.array(z.string().max(100)).max(10_000), text, gateway }), answer: preview,
})

/** Whose page it is written from: it stands on that time line, whoever else has the number. */
const about = z.object({ object: z.enum(['person', 'company']), id: z.uuid() })
const sent = z.object({ queued: z.int(), repeated: z.int(), refused, first: z.uuid() })
export type Sent = z.infer<typeof sent>
export const sendSms = route({
  method: 'POST', path: '/api/sms/send', summary: 'Send a text message to these numbers; with a key, once', scope: 'records:write',
  body: z.strictObject({ to: numbers, text, gateway, key: z.string().min(1).max(200).optional(), about: about.optional() }), answer: sent,
})

const lane = z.object({
  waiting: z.int(), sending: z.int(), failed: z.int(), sentToday: z.int(), oldestWaiting: z.string().nullable(),
  down: z.object({ since: z.string(), nextAt: z.string(), why: z.string().nullable(), said: z.string().nullable() }).nullable(),
})
export const shownGateway = z.object({
  id: z.uuid(), name: z.string(), kind: z.enum(['smsapi', 'twilio', 'http']), active: z.boolean(), isDefault: z.boolean(), hasToken: z.boolean(), hasWebhook: z.boolean(),
  /** What is entered at the gateway, so that it reports deliveries and hands on answers. */
  reportTo: z.string(), incomingTo: z.string(),
})
export type ShownGateway = z.infer<typeof shownGateway>
const troubled = z.object({
  id: z.uuid(), to: z.string().nullable(), title: z.string().nullable(), state: z.enum(['waiting', 'failed']), attempts: z.int(), createdAt: z.string(), nextAt: z.string().nullable(), why: z.string().nullable(), said: z.string().nullable(),
})
export const smsState = z.object({ gateways: z.array(shownGateway), queue: lane, troubled: z.array(troubled) })
export type SmsState = z.infer<typeof smsState>
export const readState = route({ method: 'GET', path: '/api/sms/state', summary: 'The gateways, what waits to be sent, what failed and why', scope: 'admin', answer: smsState })

const one = z.object({ id: z.uuid() })
const secret = z.string().min(1).max(1_000).nullish()
/** Left out: as it was; null: none. */
export const changeSecrets = route({
  method: 'PUT', path: '/api/sms/gateways/:id/secrets', summary: 'Set what a gateway is signed in to with, and what its calls are checked by; neither is ever shown', scope: 'admin',
  params: one, body: z.strictObject({ token: secret, webhook: secret }), answer: shownGateway,
})
const tested = z.object({ sent: z.boolean(), why: z.string().nullable(), said: z.string().nullable() })
export type TestedSms = z.infer<typeof tested>
export const testSms = route({
  method: 'POST', path: '/api/sms/test', summary: 'Send a test through this gateway now and say what it answered', scope: 'admin',
  body: z.strictObject({ gateway: z.uuid(), to: z.string().max(100), text: text.optional() }), answer: tested,
})
export const retry = route({
  method: 'POST', path: '/api/sms/retry', summary: 'Try messages that failed or wait once more: these, or all', scope: 'admin',
  body: z.strictObject({ ids: z.array(z.uuid()).max(1_000).optional() }), answer: z.object({ again: z.int() }),
})

const webhook = { scope: 'records:write', open: true, raw: true, params: z.object({ gateway: z.uuid(), what: z.enum(['report', 'incoming']) }), query: z.record(z.string().max(100), z.string().max(2_000)), answer: z.string().nullable() } as const
/** The gateway signs: Twilio as it does, others with X-Sedno-Signature (HMAC-SHA256 of the body), SMSAPI by the key in the address. */
export const calledByPost = route({ method: 'POST', path: '/api/sms/webhooks/:gateway/:what', summary: 'A gateway reports deliveries or hands on an answer', body: z.string(), ...webhook })
export const calledByGet = route({ method: 'GET', path: '/api/sms/webhooks/:gateway/:what', summary: 'The same from gateways that report by GET', ...webhook })
