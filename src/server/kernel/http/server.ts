import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import compress from '@fastify/compress'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Socket } from 'node:net'
import { constants } from 'node:zlib'
import { Download, Page, type Implementation } from './implement.ts'
import { sendPlainPage, servePages } from './page.ts'
import { noBody, noParameters, parseWith } from './parameters.ts'
import { problemOf } from './problem.ts'
import { contextOf, httpOf, newTrace, noteRefusal, preferredLanguage, type HttpSettings } from './request.ts'
import { reshapedSince } from './reshaped.ts'
import { texts } from './texts.ts'
import { refuseUnwritable } from './writable.ts'
import { RefusalError, refusal, refuse } from '../../../contract/refusal.ts'
import type { Route } from '../../../contract/route.ts'
import type { Language } from '../../../contract/text.ts'

export interface HttpOptions extends HttpSettings {
  implementations: readonly Implementation[]
  /** Called with what threw and was not a refusal. */
  report(error: unknown, about: { trace: string; method: string; url: string }): void
  /** Proxies before us whose forwarded address is believed: loopback unless told. */
  trustProxy?: boolean | string
  /** The built web application; absent: the API alone. */
  webFolder?: string
}

/** Security headers of every answer; pages add their own policy for scripts and styles. */
const headers: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
}
const apiPolicy = "default-src 'none'; frame-ancestors 'none'"

export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    genReqId: newTrace,
    bodyLimit: 20 * 1024 * 1024,
    trustProxy: options.trustProxy ?? 'loopback',
    routerOptions: { maxParamLength: 500 },
    // A condition of the longest length, every letter of it percent-encoded, in one address.
    http: { maxHeaderSize: 128 * 1024 },
    // Refusals of the library's own, made before our hooks see the request.
    frameworkErrors: (error, request, reply) => {
      setHeaders(request, reply, options)
      sendProblem(error, request, reply, options)
    },
    clientErrorHandler: (error, socket) => refuseUnread(error as NodeJS.ErrnoException, socket, options),
  })
  // JSON and multipart alone: a form of another site can send plain text without asking.
  app.removeContentTypeParser('text/plain')
  await app.register(cookie)
  await app.register(multipart)
  await app.register(compress, { threshold: 4096, encodings: ['gzip'], zlibOptions: { level: constants.Z_BEST_SPEED } })
  app.addHook('onRequest', async (request, reply) => setHeaders(request, reply, options))
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, options))
  const sendPage = options.webFolder === undefined ? null : await servePages(app, options.webFolder)
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
    if (wantsPage && sendPage !== null) return sendPage(reply)
    return sendProblem(new RefusalError([refusal('not_found', texts.notFound)], 404), request, reply, options)
  })
  for (const implementation of options.implementations) {
    if (implementation.route.raw === true) app.register(async (apart) => register(takingAnyBody(apart), implementation, options))
    else register(app, implementation, options)
  }
  return app
}

function setHeaders(request: FastifyRequest, reply: FastifyReply, { url }: HttpOptions): void {
  for (const name in headers) reply.header(name, headers[name])
  if (url.startsWith('https:')) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
  if (!request.url.startsWith('/api/')) return
  reply.header('content-security-policy', apiPolicy).header('cache-control', 'no-store')
}

const longestRaw = 256 * 1024

/** For these routes alone: elsewhere a form of another site must not be read. */
function takingAnyBody(apart: FastifyInstance): FastifyInstance {
  apart.removeAllContentTypeParsers()
  apart.addContentTypeParser('*', { parseAs: 'string', bodyLimit: longestRaw }, (_request, body, done) => done(null, body))
  return apart
}

function register(app: FastifyInstance, implementation: Implementation, options: HttpOptions): void {
  const { route } = implementation
  app.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      const ctx = await contextOf(request, options, route)
      const given = givenTo(route, request, ctx.language)
      const http = httpOf(request, reply, options)
      const answer = await noteRefusal(ctx, request, () => implementation.run(ctx, given, http).catch(async (error: unknown) => {
        const registry = await reshapedSince(ctx, error)
        if (registry === null) throw error
        // What reads is done once more; of a write, nobody here knows whether a first part of it is kept already.
        if (route.method !== 'GET') refuse('configuration.changed', texts.reshaped, { status: 409 })
        return implementation.run({ ...ctx, registry }, given, http)
      }))
      if (reply.sent) return reply
      if (answer instanceof Page) return sendPlainPage(reply, answer)
      if (answer instanceof Download) return sendDownload(reply, answer)
      const checked = route.answer.parse(answer)
      return route.raw === true && typeof checked === 'string' ? reply.type('text/plain; charset=utf-8').send(checked) : sendJson(reply, checked)
    },
  })
}

/** What the caller sent, as the contract has it: whatever it does not name is refused. */
function givenTo(route: Route, request: FastifyRequest, language: Language): { params: unknown; query: unknown; body: unknown } {
  const isMultipart = request.isMultipart()
  if (isMultipart && route.body !== undefined) refuse('unsupported_type', texts.unsupportedType, { status: 415 })
  refuseUnwritable(request.params)
  refuseUnwritable(request.query)
  if (!isMultipart) refuseUnwritable(request.body, route.ofFields)
  return {
    params: parseWith(route.params, request.params, language),
    query: parseWith(route.query ?? noParameters, request.query, language),
    body: isMultipart ? undefined : parseWith(route.body ?? noBody, request.body, language),
  }
}

function sendJson(reply: FastifyReply, answer: unknown): FastifyReply {
  if (answer === undefined || answer === null) return reply.status(reply.statusCode === 200 ? 204 : reply.statusCode).send()
  return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(answer))
}

function sendDownload(reply: FastifyReply, file: Download): FastifyReply {
  // RFC 6266: a plain name for old readers, the real one percent-encoded.
  const plain = file.name.normalize('NFD').replace(/[^\x20-\x7e]/g, '').replace(/["\\]/g, '_')
  const disposition = `${file.inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`
  reply.header('content-type', file.type).header('content-disposition', disposition)
  // Whatever the bytes are, a browser that opens them runs nothing.
  reply.header('content-security-policy', "default-src 'none'; sandbox")
  if (file.size !== null) reply.header('content-length', file.size)
  return reply.send(file.content)
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, options: HttpOptions): FastifyReply {
  const language = preferredLanguage(request.headers['accept-language']) ?? options.language()
  const problem = problemOf(error, language, request.id)
  if (problem.status >= 500) options.report(error, { trace: request.id, method: request.method, url: request.url })
  if (typeof problem.retryAfter === 'number') reply.header('retry-after', String(Math.ceil(problem.retryAfter)))
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}

/** A request that could not be read as HTTP at all has no language but the installation's and no reply but the socket. */
function refuseUnread(error: NodeJS.ErrnoException, socket: Socket, options: HttpOptions): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW'
  const text = tooLarge ? texts.headersTooLarge : texts.malformed
  const problem = problemOf(new RefusalError([refusal(tooLarge ? 'headers_too_large' : 'malformed', text)], tooLarge ? 431 : 400), options.language(), newTrace())
  const body = JSON.stringify(problem)
  const lines = Object.entries({ ...headers, 'content-security-policy': apiPolicy, 'cache-control': 'no-store', 'content-type': 'application/problem+json; charset=utf-8', 'content-length': Buffer.byteLength(body), connection: 'close' })
  socket.end(`HTTP/1.1 ${problem.status} ${problem.title}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`)
}
