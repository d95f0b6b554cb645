/** What a mail is, what a mail server is, and what its answers mean. */
import { refusal, type Refusal } from '../../contract/refusal.ts'
import type { Text } from '../../contract/text.ts'
import { failures, refusals } from './texts.ts'

export interface Address {
  name?: string
  address: string
}

export interface OutgoingMail {
  /** One key, one mail: a second with the same key is not sent. */
  key: string
  to: readonly Address[]
  subject: string
  text: string
  html?: string
  /** An invitation and what follows on it; programs for mail show it with buttons. */
  ical?: { method: 'REQUEST' | 'CANCEL' | 'REPLY' | 'PUBLISH'; content: string }
  /** `content` is base64. */
  attachments?: readonly { name: string; type: string; content: string }[]
  replyTo?: Address
  /** The record it is about. */
  about?: { object: string; id: string }
  headers?: Readonly<Record<string, string>>
}

export type Security = 'tls' | 'starttls' | 'auto' | 'none'

export interface MailServer {
  host: string
  port: number
  /** tls: from the first byte · starttls: required · auto: when the server offers it · none */
  security: Security
  user: string | null
  password: string | null
}

/** smtp://user:password@host:port; smtps:// begins with TLS. The form was checked when the settings were read. */
export function serverOf(url: string): MailServer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isTls = protocol === 'smtps:'
  const part = (text: string) => (text === '' ? null : decodeURIComponent(text))
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? (isTls ? 465 : 587) : Number(port), security: isTls ? 'tls' : 'auto', user: part(username), password: part(password) }
}

/** Mail servers refuse larger ones; base64 makes a third more of it. */
const mostAttached = 18 * 1024 * 1024
const addressForm = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/

export function whyNotMail({ to, attachments = [] }: OutgoingMail): Refusal[] {
  const wrong = to.find(({ address }) => !addressForm.test(address))
  const attached = attachments.reduce((sum, { content }) => sum + content.length * 0.75, 0)
  return [
    ...(to.length === 0 ? [refusal('mail.no_recipient', refusals.noRecipient, { field: 'to' })] : []),
    ...(wrong === undefined ? [] : [refusal('mail.bad_address', refusals.badAddress, { field: 'to', values: { address: wrong.address } })]),
    ...(attached > mostAttached ? [refusal('mail.too_large', refusals.tooLarge, { field: 'attachments' })] : []),
  ]
}

/** Made from the id, so that a mail that was sent twice after a crash can be told: programs for mail show it once. */
export const messageIdOf = (id: string, from: string): string => `<${id}@${from.split('@')[1] ?? 'sedno.invalid'}>`

/** What the library says of a failure, as far as we look at it. */
export interface SmtpFailure {
  code?: string | undefined
  command?: string | undefined
  response?: string | undefined
  responseCode?: number | undefined
  permanent?: boolean | undefined
  message?: string
  originalCode?: string | undefined
  timeoutType?: string | undefined
}

export interface Verdict {
  kind: 'later' | 'never' | 'down'
  why: Text
  said?: string
}

/**
 * RFC 5321, 4.2.1: 4yz may succeed later, 5yz will not. A connection that was cut while a mail was under way says nothing of the server
 * as a whole (a filter may have disliked the mail), so that mail waits and the others go on.
 */
export function verdictOf(failure: SmtpFailure): Verdict {
  const said = failure.response ?? failure.message
  const told = said === undefined ? {} : { said }
  const down = whyDown(failure)
  if (down !== null) return { kind: 'down', why: down, ...told }
  const { code, responseCode, permanent } = failure
  if (responseCode !== undefined) return permanent === true ? { kind: 'never', why: failures.refused, ...told } : { kind: 'later', why: failures.notNow, ...told }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'never', why: failures.refused, ...told }
  return { kind: 'later', why: code === 'ETIMEDOUT' ? failures.noAnswer : failures.cut, ...told }
}

const unreachable = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN'])
/** RFC 4954 and 3207: sign in first, encrypt first. */
const asksMore = new Set([523, 524, 530, 534, 535, 538])

/** Is it all mail that this stops? Then it is nobody's fault but the server's or the settings'. */
export function whyDown({ code, originalCode, timeoutType, command = '', responseCode, permanent }: SmtpFailure): Text | null {
  if (code === 'EAUTH' || code === 'ENOAUTH' || (responseCode !== undefined && asksMore.has(responseCode))) return failures.notLetIn
  if (code === 'EDNS') return failures.noSuchServer
  if (code === 'ETLS') return failures.noSafeConnection
  if (originalCode !== undefined && unreachable.has(originalCode)) return failures.notListening
  if (timeoutType === 'CONNECT_TIMEOUT' || timeoutType === 'GREETING_TIMEOUT' || timeoutType === 'UPGRADE_TIMEOUT') return failures.noAnswer
  if (responseCode === 421) return failures.serverBusy
  // 552 is a mail that is too large; anything else here is about the sender, who is the same for all.
  return command === 'MAIL FROM' && permanent === true && responseCode !== 552 ? failures.senderRefused : null
}

/** The same before anything was to be sent: whatever it is, nothing goes. */
export const verdictOfGreeting = (failure: SmtpFailure): Verdict => ({ ...verdictOf(failure), kind: 'down' })
