import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../../contract/text.ts'
import { refuse, RefusalError } from '../../../contract/refusal.ts'
import type { Route } from '../../../contract/route.ts'
import type { Acting } from '../access/who.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import type { Registry } from '../metadata/registry.ts'
import { recordOperation } from '../monitoring/operations.ts'
import { explained } from './explained.ts'
import type { Http, Part } from './implement.ts'
import { nobody, type Authenticate, type SignedIn } from './signedIn.ts'
import { texts } from './texts.ts'

export interface HttpSettings {
  db: Db
  registry(): Registry
  authenticate: Authenticate
  /** Public address without a slash at the end. */
  url: string
  language(): Language
  currency(): string
  timeZone: string
  maxUploadBytes: number
}

export const sessionCookie = 'sedno_session'

export const newTrace = (): string => randomBytes(8).toString('hex')

/** Polish or English as the caller prefers by Accept-Language; null when he says neither. */
export function preferredLanguage(header: string | undefined): Language | null {
  if (header === undefined || header === '') return null
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const quality = rest.find((one) => one.trim().startsWith('q='))
      return { tag: tag.toLowerCase().slice(0, 2), quality: quality === undefined ? 1 : Number(quality.trim().slice(2)) || 0 }
    })
    .filter(({ tag, quality }) => (tag === 'pl' || tag === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return (wanted[0]?.tag as Language | undefined) ?? null
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * A cookie travels with requests that other sites make, so a change asked with a cookie must come from our own pages.
 * Browsers say where from on every such request; a caller who says nothing is no browser.
 */
function refuseOtherOrigin(request: FastifyRequest, url: string): void {
  if (!changing.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse('other_origin', texts.otherOrigin, { status: 403 })
  if (origin === undefined) return
  const own = origin === url || originHost(origin) === request.headers.host
  if (!own) refuse('other_origin', texts.otherOrigin, { status: 403 })
}

function originHost(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

/** Builds the context of a request: who, in which language, on which snapshot of the registry. */
export async function contextOf(request: FastifyRequest, settings: HttpSettings, route: Pick<Route, 'open' | 'scope' | 'whileActing'>): Promise<Ctx> {
  const cookie = request.cookies[sessionCookie] ?? null
  const authorization = request.headers.authorization
  const bearer = authorization?.startsWith('Bearer ') ? authorization.slice(7).trim() : null
  const agent = request.headers['user-agent'] ?? null
  if (bearer === null && cookie !== null) refuseOtherOrigin(request, settings.url)
  const signedIn = cookie === null && bearer === null ? null : await settings.authenticate({ cookie, bearer, ip: request.ip, agent })
  if (signedIn === null && !route.open) refuse('not_signed_in', texts.signInNeeded, { status: 401 })
  const ctx: Ctx = {
    db: settings.db,
    who: signedIn?.who ?? nobody,
    now: new Date(),
    trace: request.id,
    registry: settings.registry(),
    language: preferredLanguage(request.headers['accept-language']) ?? signedIn?.language ?? settings.language(),
    timeZone: signedIn?.timeZone ?? settings.timeZone,
    currency: settings.currency(),
    acting: signedIn?.acting,
    origin: { via: bearer === null ? 'web' : 'api', ip: request.ip, agent, session: signedIn?.sessionId ?? null },
  }
  return noteRefusal(ctx, request, async () => {
    if (signedIn !== null) refuseMissingScope(signedIn, route)
    if (signedIn?.acting !== undefined) refuseWhileActing(signedIn.acting, request.method, route)
    return ctx
  })
}

/** Does it, says a refusal as its room does, and notes when somebody who is signed in is told that he may not (OWASP ASVS 5, 16.3.2). 404 is what he hears of what he may not see. */
export async function noteRefusal<T>(ctx: Ctx, request: FastifyRequest, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (refused) {
    const error = await explained(ctx, refused)
    if (error instanceof RefusalError && (error.status === 403 || error.status === 404) && ctx.who.userId !== null) {
      const { object, id } = request.params as { object?: string; id?: string }
      const detail = { status: error.status, code: error.message, path: `${request.method} ${request.url.split('?')[0]!.slice(0, 300)}` }
      await recordOperation(ctx, { what: 'access.refused', detail, ...(object === undefined ? {} : { object: object.slice(0, 100) }), ...(id === undefined ? {} : { record: id }) })
    }
    throw error
  }
}

function refuseMissingScope(signedIn: SignedIn, route: Pick<Route, 'open' | 'scope'>): void {
  const scopes = signedIn.who.keyScopes
  if (route.open || scopes === null || scopes.has(route.scope)) return
  // Reading is part of writing: a key that may change records may look at them.
  if (route.scope === 'records:read' && scopes.has('records:write')) return
  refuse('key_scope', texts.keyScope, { values: { scope: route.scope }, status: 403 })
}

/** Whoever looks with other eyes writes nothing, and sees nothing of that person's sessions, keys and unsaved words. */
function refuseWhileActing({ as }: Acting, method: string, route: Pick<Route, 'open' | 'scope' | 'whileActing'>): void {
  if (route.open || route.whileActing) return
  if (changing.has(method) && route.scope !== 'records:read') refuse('acting_read_only', texts.actingReadOnly, { values: { name: as.name }, status: 403 })
  if (route.scope === 'account') refuse('acting_own_account', texts.actingOwnAccount, { values: { name: as.name }, status: 403 })
}

export function httpOf(request: FastifyRequest, reply: FastifyReply, settings: HttpSettings): Http {
  const secure = settings.url.startsWith('https:')
  const gone = new AbortController()
  request.raw.once('close', () => { if (!reply.raw.writableFinished) gone.abort() })
  return {
    ip: request.ip,
    agent: request.headers['user-agent'] ?? null,
    origin: settings.url,
    secure,
    path: `${request.method} ${request.url.split('?')[0]}`,
    header: (name) => (typeof request.headers[name] === 'string' ? request.headers[name] : null),
    cookie: (name) => request.cookies[name] ?? null,
    setCookie: (name, value, options) =>
      void reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, ...(options?.maxAgeSeconds === undefined ? {} : { maxAge: options.maxAgeSeconds }) }),
    clearCookie: (name) => void reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure }),
    setHeader: (name, value) => void reply.header(name, value),
    setStatus: (status) => void reply.status(status),
    parts: () => partsOf(request, settings.maxUploadBytes),
    gone: gone.signal,
  }
}

async function* partsOf(request: FastifyRequest, maxBytes: number): AsyncIterable<Part> {
  if (!request.isMultipart()) refuse('unsupported_type', texts.unsupportedType, { status: 415 })
  for await (const part of request.parts({ limits: { fileSize: maxBytes, files: 20, fields: 100, fieldSize: 1_000_000 } })) {
    if (part.type === 'file') yield { kind: 'file', name: part.fieldname, fileName: part.filename, type: part.mimetype, stream: part.file }
    else yield { kind: 'field', name: part.fieldname, value: String(part.value) }
  }
}
