/** Hands mail over to the firm's server, over several connections kept open while there is something to send. */
import { createTransport, type NodemailerError, type SendMailOptions, type SentMessageInfo } from 'nodemailer'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import { filled } from '../../kernel/outgoing/texts.ts'
import type { Carrier, Outcome, Taken, Way } from '../../kernel/outgoing/way.ts'
import { way } from '../actions.ts'
import { keptServer, keptSettings } from '../queries.ts'
import { messageIdOf, serverOf, verdictOf, verdictOfGreeting, type Address, type MailServer, type OutgoingMail } from '../rules.ts'
import { failures } from '../texts.ts'

let given: string | null = null

/** Once per process, at start: the address of SEDNO_SMTP_URL, which comes before what an administrator set. */
export function useSmtp(url: string | null): void {
  given = url
}

export const isGiven = (): boolean => given !== null

export interface Sender {
  server: MailServer
  from: Address
}

/** null: no server is set. Without an address of its own the sender is the one who signs in, or nobody in particular at the server. */
export async function senderOf(db: Db): Promise<Sender | null> {
  const kept = await keptSettings(db)
  const server = given === null ? keptServer(kept) : serverOf(given)
  if (server === null) return null
  const address = kept.fromAddress ?? (server.user?.includes('@') === true ? server.user : `sedno@${server.host.includes('.') && !/^[\d.]+$/.test(server.host) ? server.host : 'localhost'}`)
  return { server, from: { name: kept.fromName ?? 'Sedno', address } }
}

const connections = 5
/** Nodemailer waits up to ten minutes; a server that is silent for so long is away. */
const waits = { connectionTimeout: 20_000, greetingTimeout: 20_000, dnsTimeout: 10_000, socketTimeout: 60_000 }

/** Nothing of a mail may be fetched from our disk or network: its contents come from outside. */
export function transportOf({ host, port, security, user, password }: MailServer, timeouts: Partial<typeof waits> = {}) {
  return createTransport({
    pool: true, maxConnections: connections, maxMessages: 500, maxRequeues: 0, host, port, disableFileAccess: true, disableUrlAccess: true, ...waits, ...timeouts,
    secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none',
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
  })
}

export function mailWay(timeouts: Partial<typeof waits> & { limitMs?: number } = {}): Way<OutgoingMail> {
  const { limitMs = 180_000, ...rest } = timeouts
  return { name: way, limitMs, open: (ctx) => openServer(ctx, rest) }
}

/** Who does not let us in is asked once and not with every mail. */
async function openServer(ctx: Ctx, timeouts: Partial<typeof waits>): Promise<Carrier<OutgoingMail>> {
  const sender = await senderOf(ctx.db)
  if (sender === null) return nowhere({ kind: 'down', why: failures.notSet })
  const transport = transportOf(sender.server, timeouts)
  const close = () => transport.close()
  try {
    await transport.verify()
  } catch (error) {
    close()
    return nowhere(verdictOfGreeting(error as NodemailerError))
  }
  return { together: connections, paceMs: 0, close, deliver: (_ctx, parcel) => hand(transport, sender.from, parcel) }
}

const nowhere = (outcome: Outcome<OutgoingMail>): Carrier<OutgoingMail> => ({ together: 1, paceMs: 0, deliver: async () => outcome, close: () => undefined })

async function hand(transport: ReturnType<typeof transportOf>, from: Address, { id, payload, signal }: Taken<OutgoingMail>): Promise<Outcome<OutgoingMail>> {
  try {
    const answer = await transport.sendMail({ ...composed(id, from, payload), signal })
    return afterPart(payload, answer)
  } catch (error) {
    return { ...verdictOf(error as NodemailerError) }
  }
}

export function composed(id: string, from: Address, mail: OutgoingMail): SendMailOptions {
  const named = ({ name = '', address }: Address) => ({ name, address })
  return {
    messageId: messageIdOf(id, from.address), from: named(from), to: mail.to.map(named), subject: mail.subject, text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    ...(mail.replyTo === undefined ? {} : { replyTo: named(mail.replyTo) }),
    ...(mail.ical === undefined ? {} : { icalEvent: { method: mail.ical.method, content: mail.ical.content, filename: 'invite.ics' } }),
    attachments: (mail.attachments ?? []).map(({ name, type, content }) => ({ filename: name, contentType: type, content, encoding: 'base64' })),
    // RFC 3834: programs that answer by themselves (out of office) leave these alone.
    headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
  }
}

/** A server may take a mail for some of its readers: those it put off are tried again, and nobody gets it twice. */
function afterPart(mail: OutgoingMail, { rejectedErrors = [], response }: SentMessageInfo & { rejectedErrors?: NodemailerError[] }): Outcome<OutgoingMail> {
  if (rejectedErrors.length === 0) return { kind: 'sent', said: String(response) }
  const putOff = new Set(rejectedErrors.filter(({ permanent }) => permanent !== true).map(({ recipient }) => recipient))
  const said = rejectedErrors.map((error) => error.response ?? error.message).join('\n')
  const why = filled(failures.someRefused, { addresses: rejectedErrors.map(({ recipient }) => recipient).join(', ') })
  if (putOff.size === 0) return { kind: 'never', why, said }
  return { kind: 'later', why, said, left: { ...mail, to: mail.to.filter(({ address }) => putOff.has(address)) } }
}
