import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Page } from './implement.ts'

/** Scripts, styles, fonts and pictures come from here alone; styles that the components write carry the page's own nonce. */
const policy = (nonce: string) =>
  [
    "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data: blob:", "font-src 'self'",
    "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'",
  ].join('; ')

export type SendPage = (reply: FastifyReply) => Promise<FastifyReply>

/**
 * The web application: files under their hashed names kept for a year, and one page for every screen's address.
 * Null when it has not been built.
 */
export async function servePages(app: FastifyInstance, folder: string): Promise<SendPage | null> {
  const template = templateIn(join(folder, 'index.html'))
  if ((await template()) === null) return null
  await app.register(staticFiles, {
    root: folder, index: false, preCompressed: true,
    setHeaders: (response, path) => {
      response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const send: SendPage = async (reply) => sendPage(reply, (await template()) ?? '')
  app.get('/', async (_request, reply) => send(reply))
  return send
}

/** Read again when it was built anew: it names files that have other names then. */
function templateIn(file: string): () => Promise<string | null> {
  let known: { at: number; text: string } | null = null
  return async () => {
    const at = await stat(file).then(({ mtimeMs }) => mtimeMs, () => null)
    if (at === null) return known?.text ?? null
    if (known?.at !== at) known = { at, text: await readFile(file, 'utf8') }
    return known.text
  }
}

function sendPage(reply: FastifyReply, template: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .status(200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('content-security-policy', policy(nonce))
    .send(template.replaceAll('__NONCE__', nonce))
}

/** A page with no script at all: one style, and a form that comes back here. */
export function sendPlainPage(reply: FastifyReply, { html, status }: Page): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .status(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`)
    .send(html.replaceAll('__NONCE__', nonce))
}
