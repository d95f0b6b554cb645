/** Twilio's Messages resource (2010-04-01), its error codes and the signature of its calls. */
import { createHmac } from 'node:crypto'
import type { Ask, Gateway, GatewayRequest, Incoming, Report, Verdict } from '../gateways/rules.ts'
import { atPath, readJson, verdictOfStatus } from '../gateways/rules.ts'
import type { FailureName } from '../texts.ts'

const home = 'https://api.twilio.com'
const messagesOf = ({ url, account }: Gateway): string => `${(url ?? home).replace(/\/+$/, '')}/2010-04-01/Accounts/${encodeURIComponent(account ?? '')}/Messages.json`
const authorization = ({ account, token }: Gateway): string => `Basic ${Buffer.from(`${account ?? ''}:${token ?? ''}`).toString('base64')}`

export function request(gateway: Gateway, { to, text, reportTo }: Ask): GatewayRequest {
  const sender = gateway.senderName ?? ''
  const body = new URLSearchParams({
    To: to, Body: text, ...(sender.startsWith('MG') ? { MessagingServiceSid: sender } : { From: sender }), ...(reportTo === null ? {} : { StatusCallback: reportTo }),
  })
  return { url: messagesOf(gateway), method: 'POST', headers: { authorization: authorization(gateway), 'content-type': 'application/x-www-form-urlencoded' }, body: body.toString() }
}

/** Twilio has no key by which it would know a repeat: before one, its list is asked for what went to this number since yesterday. */
export function lookUp(gateway: Gateway, { to }: Ask, since: Date): GatewayRequest {
  const query = new URLSearchParams({ To: to, 'DateSent>': since.toISOString().slice(0, 10), PageSize: '50' })
  return { url: `${messagesOf(gateway)}?${query}`, method: 'GET', headers: { authorization: authorization(gateway) } }
}

/** The sid of the message that has this text and that no other of ours is known to be. */
export function foundIn(text: string, asked: string, isKnown: (sid: string) => boolean): string | null {
  const messages = atPath(readJson(text), 'messages')
  if (!Array.isArray(messages)) return null
  const found = messages.find((one) => atPath(one, 'body') === asked && String(atPath(one, 'direction')).startsWith('outbound') && !isKnown(String(atPath(one, 'sid'))))
  return found === undefined ? null : String(atPath(found, 'sid'))
}

// https://www.twilio.com/docs/api/errors
const never: Readonly<Record<number, FailureName>> = {
  21211: 'badNumber', 21214: 'badNumber', 21217: 'badNumber', 21408: 'badNumber', 21610: 'optedOut', 21612: 'badNumber', 21614: 'badNumber', 21602: 'badText', 21617: 'badText', 21635: 'badNumber',
  30003: 'expired', 30004: 'refused', 30005: 'badNumber', 30006: 'badNumber', 30007: 'refused', 30008: 'undelivered',
}
const down: Readonly<Record<number, FailureName>> = {
  20003: 'notLetIn', 20005: 'notLetIn', 20008: 'notLetIn', 20404: 'notLetIn', 20429: 'busy', 21212: 'badSender', 21603: 'badSender', 21606: 'badSender', 21611: 'busy', 21659: 'badSender', 21660: 'badSender', 21701: 'badSender', 30002: 'notLetIn',
}

export function verdict(status: number, text: string): Verdict {
  const json = readJson(text)
  const said = text.slice(0, 300)
  const sid = atPath(json, 'sid')
  if (status < 300 && typeof sid === 'string') return { kind: 'sent', providerId: sid }
  const code = Number(atPath(json, 'code'))
  const [failing, stopping] = [never[code], down[code]]
  if (failing !== undefined) return { kind: 'never', failure: failing, said }
  if (stopping !== undefined) return { kind: 'down', failure: stopping, said }
  return status < 400 ? { kind: 'later', failure: 'fault', said } : verdictOfStatus(status, said)
}

export function readReport(fields: Readonly<Record<string, string>>, messageId: string | null): Report {
  const { MessageStatus: status = '', MessageSid = null, ErrorCode: code = '' } = fields
  const isFailed = status === 'failed' || status === 'undelivered' || status === 'canceled'
  return {
    messageId, providerId: MessageSid, state: status === 'delivered' || status === 'read' ? 'delivered' : isFailed ? 'failed' : 'other',
    failure: isFailed ? (never[Number(code)] ?? 'undelivered') : null, said: [status, code].filter((part) => part !== '').join(' '),
  }
}

export function readIncoming(fields: Readonly<Record<string, string>>): Incoming | null {
  const { From: from, To: to = null, Body: text, MessageSid: providerId = null } = fields
  return from === undefined || text === undefined ? null : { from, to, text, providerId }
}

/** X-Twilio-Signature: HMAC-SHA1, keyed with the auth token, of the whole address and of each parameter's name and value in the order of the names. */
export function signatureOf(token: string, url: string, fields: Readonly<Record<string, string>>): string {
  const told = Object.keys(fields).sort().map((name) => `${name}${fields[name]}`).join('')
  return createHmac('sha1', token).update(url + told).digest('base64')
}
