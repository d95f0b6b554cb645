/** What every gateway has in common: what is asked of it, and what its answer means for the message. */
import type { Text } from '../../../contract/text.ts'
import { failures, type FailureName } from '../texts.ts'

export interface Gateway {
  id: string
  kind: 'smsapi' | 'twilio' | 'http'
  name: string
  active: boolean
  senderName: string | null
  url: string | null
  account: string | null
  rate: number
  maxParts: number
  price: { amount: string; currency: string } | null
  method: string | null
  headers: string | null
  body: string | null
  successPath: string | null
  successValue: string | null
  idPath: string | null
  /** Unsealed. */
  token: string | null
  webhook: string | null
}

export interface Ask {
  id: string
  to: string
  text: string
  /** Nobody knows whether the gateway has it already. */
  isRepeat: boolean
  /** Where the gateway is to report to; null: nowhere. */
  reportTo: string | null
}

export interface GatewayRequest {
  url: string
  method: string
  headers: Record<string, string>
  body?: string
}

export type Verdict = { kind: 'sent'; providerId: string | null; said?: string } | { kind: 'later' | 'never' | 'down'; failure: FailureName; said?: string }

export const wordsOf = (failure: FailureName): Text => failures[failure]

/** What an HTTP status alone says, where the gateway's own words say nothing. */
export function verdictOfStatus(status: number, said: string): Verdict {
  if (status === 401 || status === 403 || status === 407) return { kind: 'down', failure: 'notLetIn', said }
  if (status === 402) return { kind: 'down', failure: 'noCredit', said }
  if (status === 429) return { kind: 'down', failure: 'busy', said }
  if (status >= 500) return { kind: 'later', failure: 'fault', said }
  if (status < 400 || status === 404 || status === 405) return { kind: 'down', failure: 'unreachable', said }
  return { kind: 'never', failure: 'refused', said }
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `result.0.status` of an answer; undefined where there is nothing. */
export function atPath(json: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? (value as Record<string, unknown>)[part] : undefined), json)
}

/** What became of a message, as a gateway reports it afterwards. */
export interface Report {
  /** Ours, where the gateway gave it back. */
  messageId: string | null
  providerId: string | null
  state: 'delivered' | 'failed' | 'other'
  failure: FailureName | null
  said: string | null
}

export interface Incoming {
  providerId: string | null
  from: string
  to: string | null
  text: string
}
