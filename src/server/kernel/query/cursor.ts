/** The place in a list where the next page begins: the sort keys of the last row, sealed with the question they belong to. */
import { createHash } from 'node:crypto'
import { refuse } from '../../../contract/refusal.ts'
import { texts } from './texts.ts'

export type KeyValues = readonly (string | null)[]

/** `question`: all of a request that decides which records come in which order. */
export function cursorOf(question: string, values: KeyValues): string {
  return Buffer.from(JSON.stringify([seal(question, values), ...values])).toString('base64url')
}

export function readCursor(question: string, cursor: string): KeyValues {
  const [sealed, ...values] = parts(cursor)
  const isOurs = values.length > 0 && values.every((value) => value === null || typeof value === 'string') && values.at(-1) !== null
  if (!isOurs || sealed !== seal(question, values as KeyValues)) badCursor()
  return values as KeyValues
}

export function badCursor(): never {
  return refuse('bad_cursor', texts.badCursor, { field: 'after', status: 400 })
}

function parts(cursor: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

/** Not a secret: it only tells a place of another list, or a damaged one, from ours. */
function seal(question: string, values: KeyValues): string {
  return createHash('sha1').update(question).update(JSON.stringify(values)).digest('base64url').slice(0, 12)
}
