import type { Answer, Method, Route, Sent } from '../../../contract/route.ts'
import type { Problem } from '../../../contract/refusal.ts'
import { ProblemError } from './problem.ts'

export type Query = Record<string, string | number | boolean | readonly string[] | undefined | null>
export interface RequestParts {
  query?: Query
  body?: unknown
  signal?: AbortSignal
  headers?: Record<string, string>
}

let language = 'pl'
/** Refusals come back in this language. */
export function speak(next: string): void {
  language = next
}

const signedOutListeners = new Set<() => void>()
/** Told when the server no longer knows who we are. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** One HTTP call. Gives the answer's JSON (undefined when empty) or throws ProblemError. */
export async function request<A = unknown>(method: Method, path: string, parts: RequestParts = {}): Promise<A> {
  const form = parts.body instanceof FormData
  const answer = await reach(withQuery(path, parts.query), {
    method,
    headers: { accept: 'application/json', 'accept-language': language, ...(parts.body === undefined || form ? {} : { 'content-type': 'application/json' }), ...parts.headers },
    body: parts.body === undefined ? undefined : form ? (parts.body as FormData) : JSON.stringify(parts.body),
    credentials: 'same-origin',
    signal: parts.signal,
  })
  if (answer.ok) return (answer.status === 204 ? undefined : await jsonOf(answer)) as A
  const problem = await problemOf(answer)
  if (answer.status === 401) for (const listener of signedOutListeners) listener()
  throw new ProblemError(problem)
}

/** A call declared in a room's contract: `call(listSessions)`, `call(changeUser, { params: { id }, body })`. */
export function call<R extends Route>(route: R, sent: Sent<R>, signal?: AbortSignal): Promise<Answer<R>> {
  const { params, query, body } = sent as { params?: Record<string, unknown>; query?: Query; body?: unknown }
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? '')))
  return request<Answer<R>>(route.method, path, { query, body, signal })
}

export function withQuery(path: string, query?: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === '') continue
    search.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ProblemError({ type: 'about:blank', title: '', status: 0, code: 'unreachable', detail: '', trace: '' })
  }
}

async function jsonOf(answer: Response): Promise<unknown> {
  const text = await answer.text()
  return text === '' ? undefined : JSON.parse(text)
}

async function problemOf(answer: Response): Promise<Problem> {
  const told = await jsonOf(answer).catch(() => undefined)
  const blank: Problem = { type: 'about:blank', title: answer.statusText, status: answer.status, code: 'unknown', detail: '', trace: answer.headers.get('x-trace') ?? '' }
  return typeof told === 'object' && told !== null ? { ...blank, ...told, status: answer.status } : blank
}
