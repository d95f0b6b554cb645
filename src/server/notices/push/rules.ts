/** What a push subscription may be, and what a push service's answers mean. */
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { isInternalHost } from '../../kernel/outgoing/internal.ts'
import type { Outcome } from '../../kernel/outgoing/way.ts'
import { failures, refusals } from './texts.ts'

export const mostDevices = 20

/** The key is a point on P-256, uncompressed (RFC 8291, 3.1), the secret 16 bytes. */
export function whyNotSubscription({ endpoint, p256dh, auth }: { endpoint: string; p256dh: string; auth: string }): Refusal[] {
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  const isKey = bytes(p256dh).length === 65 && bytes(p256dh)[0] === 4 && bytes(auth).length === 16
  return [
    ...(isPublic(endpoint) ? [] : [refusal('push.bad_endpoint', refusals.badEndpoint, { field: 'endpoint' })]),
    ...(isKey ? [] : [refusal('push.bad_keys', refusals.badKeys, { field: 'keys' })]),
  ]
}

/** A browser gives the address of its push service; whoever makes one up must not reach into our own network by it. */
function isPublic(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, username } = new URL(endpoint)
  return protocol === 'https:' && username === '' && !isInternalHost(hostname)
}

/** RFC 8030: 404 and 410 end a subscription, 429 and 5xx pass, 413 and 400 are about this message. 401 and 403 are about our key, and so all of them. */
export function verdictOf(status: number, said: string): Outcome<never> & { isGone?: true } {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  const told = { said: `${status} ${said}`.trim() }
  if (status === 404 || status === 410) return { kind: 'never', why: failures.gone, isGone: true, ...told }
  if (status === 401 || status === 403) return { kind: 'down', why: failures.refused, ...told }
  if (status === 429 || status >= 500) return { kind: 'later', why: failures.notNow, ...told }
  return { kind: 'never', why: failures.refused, ...told }
}
