/** What a push subscription may be, and what a push service's answers mean. */
import { BlockList, isIP } from 'node:net'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
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
  const host = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:' && username === '' && (isIP(host) === 0 ? host.includes('.') && !/\.(local|internal|localhost)$/i.test(host) : !isInternal(host))
}

const internal = new BlockList()
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3]] as const) internal.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [['::', 127], ['64:ff9b::', 96], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8], ['2002::', 16]] as const) internal.addSubnet(net, bits, 'ipv6')

/** Addresses of machines, of local networks and of nobody (RFC 6890). */
export function isInternal(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return internal.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
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
