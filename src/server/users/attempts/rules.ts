import { createHash } from 'node:crypto'

/** After `free` failed tries the next must wait `firstSeconds`, then twice as long each time, `longestSeconds` at most. */
export interface AttemptLimit {
  subject: string
  free: number
  firstSeconds: number
  /** Failures are forgotten after this time without any. */
  forgetSeconds: number
}

export const longestSeconds = 15 * 60
const hour = 3600

/**
 * Three counts are kept. Person and address together are strict: that is somebody guessing from one place.
 * The person alone is laxer, so that a stranger elsewhere cannot easily lock a colleague out, yet guessing from many places is slowed.
 * The address alone stops the trying of many people; it is lax because a whole office may share one.
 * Unknown people are counted like known ones, so a lock tells nothing. Mails are hashed: people also type passwords into that field.
 */
export function limitsFor(mail: string, address: string): AttemptLimit[] {
  const place = network(address)
  return [
    { subject: `both:${digest(mail)}:${digest(place)}`, free: 5, firstSeconds: 15, forgetSeconds: 24 * hour },
    { subject: accountSubject(mail), free: 20, firstSeconds: 30, forgetSeconds: 24 * hour },
    { subject: `address:${place}`, free: 100, firstSeconds: 60, forgetSeconds: hour },
  ]
}

/** What a signed-in person must prove again. Each counted apart, so that a right password does not wipe out wrong codes. */
export function confirmationLimits(userId: string, what: 'password' | 'code'): AttemptLimit[] {
  return [{ subject: `${what}:${userId}`, free: 5, firstSeconds: 30, forgetSeconds: hour }]
}

export function openLimits(what: string, address: string): AttemptLimit[] {
  return [{ subject: `${what}:${network(address)}`, free: 30, firstSeconds: 30, forgetSeconds: hour }]
}

export const accountSubject = (mail: string): string => `account:${digest(mail)}`
/** How the subjects of this person at whatever address begin. */
export const bothSubjects = (mail: string): string => `both:${digest(mail)}:`

/** One subscriber of IPv6 has a whole /64. */
export function network(address: string): string {
  if (!address.includes(':')) return address
  if (/^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(address)) return address.slice(7)
  const [head = '', tail] = address.toLowerCase().split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return `${[...front, ...zeros, ...back].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '')).join(':')}::/64`
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
