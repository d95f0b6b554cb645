import type { Text, TextValues } from './text.ts'

/**
 * An answer to a person: it may not be done, and why. Not a bug.
 * `text` is the sentence in both languages; `values` are its facts; `field` is where on the form it belongs
 * (a dotted path for parts, `phones.1.value`).
 */
export interface Refusal {
  code: string
  text: Text
  values?: TextValues
  field?: string
}

/** HTTP meaning of a refusal: 422 unless it says otherwise. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 428 | 429 | 431

export class RefusalError extends Error {
  readonly refusals: readonly Refusal[]
  readonly status: RefusalStatus
  /** Facts that a program needs beside the sentence: both sides of a stale write, seconds to wait. */
  readonly facts: Readonly<Record<string, unknown>>

  constructor(refusals: readonly Refusal[], status: RefusalStatus = 422, facts: Record<string, unknown> = {}) {
    super(refusals.map((refusal) => refusal.code).join(', '))
    this.name = 'RefusalError'
    this.refusals = refusals
    this.status = status
    this.facts = facts
  }
}

export function refusal(code: string, text: Text, rest: { field?: string; values?: TextValues } = {}): Refusal {
  return { code, text, ...rest }
}

export function refuse(code: string, text: Text, rest: { field?: string; values?: TextValues; status?: RefusalStatus; facts?: Record<string, unknown> } = {}): never {
  const { status, facts, ...about } = rest
  throw new RefusalError([refusal(code, text, about)], status, facts)
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'text' in value
}

/** The shape every refused request answers with (application/problem+json, RFC 9457). */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  trace: string
  fields?: { field: string; code: string; message: string }[]
  [fact: string]: unknown
}
