import type { Problem } from '../../../contract/refusal.ts'
import { say, type Language } from '../../../contract/text.ts'
import { texts } from './texts.ts'

/** The server said no, or could not be reached (status 0). Its sentences are already in the person's language. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export const isProblem = (error: unknown, ...statuses: number[]): error is ProblemError =>
  error instanceof ProblemError && (statuses.length === 0 || statuses.includes(error.problem.status))

/** What to tell the person: the server's own sentence, or that the net is gone. */
export function sentence(error: unknown, language: Language): string {
  if (!isProblem(error)) return say(texts.unexpected, language)
  const { status, detail, title, trace, fields } = error.problem
  if (status === 0 || (status >= 502 && trace === '')) return say(texts.unreachable, language)
  if (status >= 500) return say(texts.serverFault, language, { trace })
  const told = detail || title
  const own = fields?.find((field) => field.field !== '' && field.message !== told)
  return told === '' ? (own?.message ?? say(texts.unexpected, language)) : told
}

/** Field path → sentence, for the form or the cell. */
export function fieldSentences(error: unknown): Record<string, string> {
  if (!isProblem(error)) return {}
  return Object.fromEntries((error.problem.fields ?? []).map((field) => [field.field, field.message]))
}

/** What the server says of one field, or its general sentence when it names none. */
export function sentenceAt(error: unknown, field: string, language: Language): string {
  const told = fieldSentences(error)
  return told[field] ?? Object.entries(told).find(([path]) => path.startsWith(`${field}.`))?.[1] ?? sentence(error, language)
}
