/** Takes push messages to the services of the browsers' makers: encrypted for the device (RFC 8291), signed with our keys (RFC 8292). */
import { lookup, type LookupAddress } from 'node:dns'
import { request as plainRequest } from 'node:http'
import { Agent, request as safeRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import webPush from 'web-push'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { publicAddress } from '../../kernel/http/address.ts'
import { isInternal } from '../../kernel/outgoing/internal.ts'
import type { Carrier, Outcome, Taken, Way } from '../../kernel/outgoing/way.ts'
import { openKeys, pushWayName, type Parcel } from '../push/actions.ts'
import { targetById, type Target } from '../push/queries.ts'
import { verdictOf } from '../push/rules.ts'
import { failures } from '../push/texts.ts'

/** What a person was to be told today is of no worth next week. */
const keptByServiceSeconds = 2 * 24 * 3_600

/** `anywhere`: services on loopback too, for tests. */
export function pushWay({ anywhere = false, limitMs = 30_000 }: { anywhere?: boolean; limitMs?: number } = {}): Way<Parcel> {
  return { name: pushWayName, limitMs, open: (ctx) => openLane(ctx, anywhere) }
}

async function openLane(ctx: Ctx, anywhere: boolean): Promise<Carrier<Parcel>> {
  const keys = await openKeys(ctx.db)
  const agent = new Agent({ keepAlive: true, maxSockets: 10, lookup: publicLookup })
  return { together: 10, paceMs: 0, close: () => agent.destroy(), deliver: (current, parcel) => hand(current, parcel, { keys, agent: anywhere ? null : agent }) }
}

interface Sending {
  keys: { publicKey: string; privateKey: string }
  /** null: services on loopback too. */
  agent: Agent | null
}

async function hand(ctx: Ctx, { payload, signal }: Taken<Parcel>, { keys, agent }: Sending): Promise<Outcome<Parcel>> {
  const target = await targetById(ctx.db, payload.subscription)
  if (target === null) return { kind: 'never', why: failures.removed }
  const { isGone, ...outcome } = await post(written(target, payload, keys), { agent, signal })
  if (isGone === true) await ctx.db.rows(sql`delete from push_subscription where id = ${target.id}`)
  else if (outcome.kind === 'sent') await ctx.db.rows(sql`update push_subscription set used_at = ${ctx.now} where id = ${target.id}`)
  return outcome
}

function written({ endpoint, p256dh, auth }: Target, { message, isUrgent }: Parcel, keys: Sending['keys']) {
  const address = publicAddress()
  // A subject on loopback is refused by Apple's service; an address for questions may be any.
  const subject = address.startsWith('https:') ? address : 'mailto:sedno@localhost.localdomain'
  return webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(message), {
    vapidDetails: { subject, ...keys }, TTL: keptByServiceSeconds, urgency: isUrgent ? 'high' : 'normal', contentEncoding: 'aes128gcm',
  })
}

function post({ endpoint, headers, body }: webPush.RequestDetails, { agent, signal }: { agent: Agent | null; signal: AbortSignal }): Promise<ReturnType<typeof verdictOf>> {
  return new Promise((resolve) => {
    const isPlain = agent === null && endpoint.startsWith('http:')
    const request = (isPlain ? plainRequest : safeRequest)(endpoint, { method: 'POST', headers, signal, ...(agent === null ? {} : { agent }) }, (answer) => {
      let said = ''
      answer.setEncoding('utf8').on('data', (piece: string) => (said += said.length < 500 ? piece : ''))
      answer.on('end', () => resolve(verdictOf(answer.statusCode ?? 0, said)))
      answer.on('error', (error) => resolve({ kind: 'later', why: failures.notNow, said: error.message }))
    })
    request.on('error', (error: NodeJS.ErrnoException) => resolve(afterFault(error)))
    request.end(body)
  })
}

const unreachable = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'])

function afterFault({ code = '', message }: NodeJS.ErrnoException): ReturnType<typeof verdictOf> {
  if (code === 'EINTERNAL') return { kind: 'never', why: failures.forbiddenAddress }
  return { kind: unreachable.has(code) ? 'down' : 'later', why: failures.away, said: message }
}

/** Names are looked up when it is sent, so that a public name that leads inside is found out too. */
const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error !== null) return done(error, '')
    if (found.some(({ address }) => isInternal(address))) return done(Object.assign(new Error(`${host} is internal`), { code: 'EINTERNAL' }), '')
    if (options.all === true) done(null, found)
    else done(null, found[0]!.address, found[0]!.family)
  })
}
