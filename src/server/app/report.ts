/** The log: one JSON line for each thing that is ours to mend, on standard error. Answers to people are not logged here. */
import pino from 'pino'

/** What PostgreSQL adds to its errors; anything else on an error (a whole client, a request) is not for the log. */
const facts = ['code', 'detail', 'where', 'table', 'column', 'constraint', 'routine'] as const

function written(error: Error): Record<string, unknown> {
  const told = facts.map((key) => [key, (error as unknown as Record<string, unknown>)[key]]).filter(([, value]) => typeof value === 'string')
  return { type: error.name, stack: error.stack, ...Object.fromEntries(told), ...(error.cause instanceof Error ? { cause: written(error.cause) } : {}) }
}

const log = pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: written } }, pino.destination({ dest: 2, sync: true }))

/** Some libraries tell of an error by a plain copy of it. */
function textOf(thrown: unknown): string {
  const { message } = (thrown ?? {}) as { message?: unknown }
  return typeof message === 'string' ? message : String(thrown)
}

/** A bug: what was thrown, and where to find it (the trace number that the answer carried). */
export function report(error: unknown, about: Readonly<Record<string, unknown>> = {}): void {
  const err = error instanceof Error ? error : new Error(textOf(error))
  log.error({ ...about, err }, err.message)
}
