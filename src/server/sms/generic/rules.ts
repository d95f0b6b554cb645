/** Any gateway that takes a message by one HTTP request, as the administrator describes it. */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Ask, Gateway, GatewayRequest, Incoming, Report, Verdict } from '../gateways/rules.ts'
import { atPath, readJson, verdictOfStatus } from '../gateways/rules.ts'
import { headerForm } from '../rules.ts'

type Write = (value: string) => string
const asIs: Write = (value) => value
const inJson: Write = (value) => JSON.stringify(value).slice(1, -1)
/** A line break in a header would begin another. */
const inHeader: Write = (value) => value.replaceAll(/[\r\n]+/g, ' ')

export function request(gateway: Gateway, { id, to, text }: Ask): GatewayRequest {
  const values: Record<string, string> = { to, text, from: gateway.senderName ?? '', id, secret: gateway.token ?? '' }
  const filled = (template: string, write: Write) => template.replaceAll(/\{(to|text|from|id|secret)\}/g, (_, name: string) => write(values[name]!))
  const headers = headersOf(gateway.headers ?? '', (value) => filled(value, inHeader))
  const type = headers['content-type'] ?? 'application/json'
  const write = type.includes('json') ? inJson : type.includes('urlencoded') ? encodeURIComponent : asIs
  const method = gateway.method ?? 'POST'
  return {
    url: filled(gateway.url ?? '', encodeURIComponent), method, headers: method === 'GET' ? headers : { ...headers, 'content-type': type },
    ...(method === 'GET' ? {} : { body: filled(gateway.body ?? '{"to":"{to}","text":"{text}","from":"{from}","id":"{id}"}', write) }),
  }
}

function headersOf(text: string, filled: (value: string) => string): Record<string, string> {
  const lines = text.split('\n').flatMap((line) => headerForm.exec(line.trim()) ?? [])
  const pairs: [string, string][] = []
  for (let at = 0; at + 2 < lines.length; at += 3) pairs.push([lines[at + 1]!.toLowerCase(), filled(lines[at + 2]!)])
  return Object.fromEntries(pairs)
}

const noes = new Set<unknown>([undefined, null, false, '', 0, 'false', '0', 'error', 'ERROR'])

export function verdict({ successPath, successValue, idPath }: Gateway, status: number, text: string): Verdict {
  const said = text.slice(0, 300)
  if (status >= 300) return verdictOfStatus(status, said)
  const json = readJson(text)
  const value = successPath === null ? true : atPath(json, successPath)
  const isGood = successPath === null || (successValue === null ? !noes.has(value) : String(value) === successValue)
  if (!isGood) return { kind: 'never', failure: 'refused', said }
  const id = idPath === null ? undefined : atPath(json, idPath)
  return { kind: 'sent', providerId: id === undefined || id === null ? null : String(id), said }
}

const report = z.object({ id: z.uuid().optional(), providerId: z.union([z.string(), z.number()]).optional(), status: z.enum(['delivered', 'failed', 'sent']), reason: z.string().optional() })
const incoming = z.object({ id: z.union([z.string(), z.number()]).optional(), from: z.string().max(40), to: z.string().max(40).optional(), text: z.string().max(10_000) })

/** null: not of the form that is documented. */
export function readReport(body: string): Report | null {
  const read = report.safeParse(readJson(body))
  if (!read.success) return null
  const { id = null, providerId, status, reason = null } = read.data
  return { messageId: id, providerId: providerId === undefined ? null : String(providerId), state: status === 'sent' ? 'other' : status, failure: status === 'failed' ? 'undelivered' : null, said: reason }
}

export function readIncoming(body: string): Incoming | null {
  const read = incoming.safeParse(readJson(body))
  if (!read.success) return null
  const { id, from, to = null, text } = read.data
  return { from, to, text, providerId: id === undefined ? null : String(id) }
}

/** X-Sedno-Signature: HMAC-SHA256 of the body as it came, in hexadecimal. */
export const signatureOf = (secret: string, body: string): string => createHmac('sha256', secret).update(body).digest('hex')
