import { type Problem, RefusalError, type RefusalStatus } from '../../../contract/refusal.ts'
import { say, type Language } from '../../../contract/text.ts'
import { texts } from './texts.ts'

const titles: Record<number, string> = {
  400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 409: 'Conflict', 413: 'Content Too Large',
  415: 'Unsupported Media Type', 422: 'Unprocessable Content', 428: 'Precondition Required', 429: 'Too Many Requests', 431: 'Request Header Fields Too Large', 500: 'Internal Server Error', 503: 'Service Unavailable',
}

/** Connection refused, terminated, shutting down: PostgreSQL is gone, which is not a bug of ours. */
const databaseGone = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', '57P01', '57P02', '57P03', '08006', '08001', '08003'])

/** What the reader of multipart bodies says of one that ends too soon or was never well made; it gives no code. */
const brokenParts = /^(Multipart: Boundary not found|Unexpected end of (multipart data|file)|Part terminated early|Malformed (part header|content type)|fieldname not allowed)/i

/** Whatever was thrown, as the one shape of a refused request. Bugs say nothing but their trace number. */
export function problemOf(error: unknown, language: Language, trace: string): Problem {
  if (error instanceof RefusalError) return refused(error, language, trace)
  const known = foreseen(error)
  if (known !== null) return shape(known.status, known.code, say(known.text, language), trace)
  const code = (error as { code?: unknown }).code
  const gone = (typeof code === 'string' && databaseGone.has(code)) || /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(String((error as Error)?.message))
  if (gone) return shape(503, 'database_unavailable', say(texts.unavailable, language, { trace }), trace)
  return shape(500, 'bug', say(texts.bug, language, { trace }), trace)
}

function refused(error: RefusalError, language: Language, trace: string): Problem {
  const first = error.refusals[0]
  if (first === undefined) return shape(error.status, 'refused', '', trace)
  const fields = error.refusals
    .filter((one) => one.field !== undefined)
    .map((one) => ({ field: one.field!, code: one.code, message: say(one.text, language, one.values) }))
  const detail = error.refusals.length > 1 ? say(texts.severalRefusals, language, { count: error.refusals.length }) : say(first.text, language, first.values)
  return { ...error.facts, ...shape(error.status, first.code, detail, trace), ...(fields.length > 0 ? { fields } : {}) }
}

/** Errors of the HTTP library that say the request was wrong. */
function foreseen(error: unknown): { status: RefusalStatus; code: string; text: (typeof texts)[keyof typeof texts] } | null {
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE') return { status: 413, code: 'too_large', text: texts.tooLarge }
  if (statusCode === 415) return { status: 415, code: 'unsupported_type', text: texts.unsupportedType }
  if (code === 'FST_ERR_BAD_URL') return { status: 400, code: 'malformed', text: texts.badAddress }
  // No id and no file is so long, so nothing is there.
  if (code === 'FST_ERR_MAX_PARAM_LENGTH' || code === 'FST_STATIC_FORBIDDEN_PATH') return { status: 404, code: 'not_found', text: texts.notFound }
  if (brokenParts.test((error as Error)?.message ?? '')) return { status: 400, code: 'malformed', text: texts.brokenParts }
  if (statusCode === 400) return { status: 400, code: 'malformed', text: texts.malformedJson }
  return null
}

function shape(status: number, code: string, detail: string, trace: string): Problem {
  return { type: `urn:sedno:${code}`, title: titles[status] ?? 'Error', status, code, detail, trace }
}
