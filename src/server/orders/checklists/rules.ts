import type { DeriveFacts, Values } from '../../../contract/definition.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { differs } from '../rules.ts'
import { refusals } from '../texts.ts'

/** Which field holds the answer; a tick has none but itself. */
const answerFields: Readonly<Record<string, string>> = { text: 'text', choice: 'text', day: 'day', file: 'file', person: 'agreedWith' }

export const answerFieldOf = (kind: unknown): string | null => answerFields[String(kind)] ?? null

/** Fields in which settling shows. */
export const settling = ['done', 'text', 'day', 'file', 'agreedWith'] as const

const isFilled = (value: unknown): boolean => (typeof value === 'string' ? value.trim() !== '' : (value ?? null) !== null)

/** Answering settles by itself, taking the answer back opens again; who and when are recorded, as the program has them where it brings its own. */
export function settled(values: Values, { before, who, now }: DeriveFacts): Values {
  const done = isDone(values, before)
  if (!done) return { done: false, settledBy: null, settledAt: null }
  const isBrought = (values['settledAt'] ?? null) !== null && differs(['settledAt'], values, before ?? {})
  const isAnew = before?.['done'] !== true || differs(settling, values, before)
  return { done: true, ...(isAnew && !isBrought ? { settledBy: who, settledAt: now } : {}) }
}

function isDone(values: Values, before: Values | null): boolean {
  const field = answerFieldOf(values['kind'])
  if (field === null) return values['done'] === true
  if (before === null) return isFilled(values[field]) || values['done'] === true
  return differs([field], values, before) ? isFilled(values[field]) : values['done'] === true
}

export const choicesOf = (choices: unknown): string[] => String(choices ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')

export function whyNotCheck(values: Values, before: Values | null): Refusal[] {
  const field = answerFieldOf(values['kind'])
  const [text, choices] = [String(values['text'] ?? '').trim(), choicesOf(values['choices'])]
  const faults: Refusal[] = []
  if (before !== null && differs(['salesOrder'], values, before)) faults.push(refusal('check.other_order', refusals.otherOrder, { field: 'salesOrder' }))
  if (values['kind'] === 'choice' && text !== '' && !choices.includes(text)) faults.push(refusal('check.not_a_choice', refusals.notAChoice, { field: 'text', values: { text, choices: choices.join(', ') } }))
  if (values['done'] === true && field !== null && !isFilled(values[field])) faults.push(refusal('check.needs_answer', refusals.needsAnswer, { field }))
  return faults
}
