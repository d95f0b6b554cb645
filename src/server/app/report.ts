/** The log: one JSON line for each thing that is ours to mend, on standard error. Answers to people are not logged here. */
import pino from 'pino'

const log = pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }))

/** A bug: what was thrown, and where to find it (the trace number that the answer carried). */
export function report(error: unknown, about: Readonly<Record<string, unknown>> = {}): void {
  log.error({ ...about, err: error instanceof Error ? error : new Error(String(error)) }, error instanceof Error ? error.message : String(error))
}
