/** SMSAPI, https://www.smsapi.pl/docs: sms.do with a token, answers and error codes as they are documented. */
import type { Ask, Gateway, GatewayRequest, Incoming, Report, Verdict } from '../gateways/rules.ts'
import { atPath, readJson, verdictOfStatus } from '../gateways/rules.ts'
import type { FailureName } from '../texts.ts'

const home = 'https://api.smsapi.pl'

/** `idx` may hold letters and digits alone; with check_idx the same one is taken once in a day. */
const idxOf = (id: string): string => id.replaceAll('-', '')
export const idOfIdx = (idx: string): string | null => {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i.exec(idx)
  return parts === null ? null : parts.slice(1).join('-')
}

export function request(gateway: Gateway, { id, to, text, reportTo }: Ask): GatewayRequest {
  const body = new URLSearchParams({
    to: to.slice(1), message: text, encoding: 'utf-8', format: 'json', idx: idxOf(id), check_idx: '1', max_parts: String(gateway.maxParts),
    ...(gateway.senderName === null ? {} : { from: gateway.senderName }),
    ...(reportTo === null ? {} : { notify_url: reportTo }),
  })
  return {
    url: `${(gateway.url ?? home).replace(/\/+$/, '')}/sms.do`, method: 'POST',
    headers: { authorization: `Bearer ${gateway.token ?? ''}`, 'content-type': 'application/x-www-form-urlencoded' }, body: body.toString(),
  }
}

const never: Readonly<Record<number, FailureName>> = { 11: 'badText', 12: 'badText', 13: 'badNumber', 17: 'badText', 76: 'badText', 94: 'badText', 112: 'badNumber' }
const down: Readonly<Record<number, FailureName>> = {
  14: 'badSender', 98: 'notLetIn', 101: 'notLetIn', 102: 'notLetIn', 103: 'noCredit', 105: 'notLetIn', 110: 'notLetIn', 202: 'busy', 203: 'busy', 1000: 'notLetIn', 1001: 'notLetIn',
}
const later = new Set([200, 201, 999])
/** The idx was used within a day: an earlier attempt arrived, only its answer did not. */
const alreadySent = 53

export function verdict(status: number, text: string): Verdict {
  const json = readJson(text)
  const code = Number(atPath(json, 'error'))
  const said = text.slice(0, 300)
  if (code === alreadySent) return { kind: 'sent', providerId: null, said }
  const [failing, stopping] = [never[code], down[code]]
  if (failing !== undefined) return { kind: 'never', failure: failing, said }
  if (stopping !== undefined) return { kind: 'down', failure: stopping, said }
  if (later.has(code)) return { kind: 'later', failure: 'fault', said }
  if (status >= 400 || json === undefined) return status < 400 ? { kind: 'later', failure: 'fault', said } : verdictOfStatus(status, said)
  if (Number.isInteger(code)) return { kind: 'never', failure: 'refused', said }
  const id = atPath(json, 'list.0.id')
  return typeof id === 'string' ? { kind: 'sent', providerId: id, said } : { kind: 'later', failure: 'fault', said }
}

const failed: Readonly<Record<string, FailureName>> = { 401: 'badNumber', 402: 'expired', 405: 'undelivered', 406: 'undelivered', 407: 'refused', 412: 'optedOut' }

/** Up to five reports come in one call, their values with commas between. */
export function readReports(fields: Readonly<Record<string, string>>): Report[] {
  const many = (name: string) => (fields[name] ?? '').split(',')
  const [ids, codes, names, indexes] = [many('MsgId'), many('status'), many('status_name'), many('idx')]
  return ids.flatMap((providerId, at) => {
    if (providerId === '') return []
    const code = codes[at] ?? ''
    const failure = failed[code] ?? null
    return [{ messageId: idOfIdx(indexes[at] ?? ''), providerId, state: code === '404' ? 'delivered' : failure === null ? 'other' : 'failed', failure, said: `${code} ${names[at] ?? ''}`.trim() }]
  })
}

export function readIncoming(fields: Readonly<Record<string, string>>): Incoming | null {
  const { sms_from: from, sms_to: to = null, sms_text: text, MsgId = null } = fields
  return from === undefined || text === undefined ? null : { from: from.startsWith('+') ? from : `+${from}`, to, text, providerId: MsgId }
}
