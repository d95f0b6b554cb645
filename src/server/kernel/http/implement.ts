import type { Readable } from 'node:stream'
import type { Answer, Given, Route } from '../../../contract/route.ts'
import type { Ctx } from '../context.ts'

/** What a handler may know and say of HTTP; everything else is in ctx. */
export interface Http {
  ip: string
  agent: string | null
  /** Public address of this installation, without a slash at the end. */
  origin: string
  secure: boolean
  /** Method and path, without the query. */
  path: string
  header(name: string): string | null
  cookie(name: string): string | null
  setCookie(name: string, value: string, options?: { maxAgeSeconds?: number }): void
  clearCookie(name: string): void
  setHeader(name: string, value: string): void
  setStatus(status: number): void
  /** Parts of a multipart body, one after another; the stream of a file must be read before the next. */
  parts(): AsyncIterable<Part>
  /** Fires when the caller is gone. */
  gone: AbortSignal
}

export type Part = { kind: 'field'; name: string; value: string } | { kind: 'file'; name: string; fileName: string; type: string; stream: Readable & { truncated?: boolean } }

/** An answer that is a file and not JSON. */
export class Download {
  readonly content: Readable
  readonly name: string
  readonly type: string
  readonly size: number | null
  /** Shown in the page (pictures of harmless types) instead of saved. */
  readonly inline: boolean
  constructor(content: Readable, about: { name: string; type: string; size?: number | null; inline?: boolean }) {
    this.content = content
    this.name = about.name
    this.type = about.type
    this.size = about.size ?? null
    this.inline = about.inline ?? false
  }
}

/** An answer that is a page by itself, for people without the application: no script, and one style element, which says nonce="__NONCE__". */
export class Page {
  readonly html: string
  readonly status: number
  constructor(html: string, status = 200) {
    this.html = html
    this.status = status
  }
}

export interface Implementation {
  route: Route
  run(ctx: Ctx, given: { params: unknown; query: unknown; body: unknown }, http: Http): Promise<unknown>
}

/** Binds a declared route to what it does. The answer is checked against the contract before it leaves: nothing undeclared gets out. */
export function implement<R extends Route>(route: R, run: (ctx: Ctx, given: Given<R>, http: Http) => Promise<Answer<R> | Download | Page>): Implementation {
  return { route, run: run as Implementation['run'] }
}
