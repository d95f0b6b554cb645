import { refuse } from '../../../contract/refusal.ts'
import { texts } from './texts.ts'

/** Nothing in the product is so deep; what walks or writes JSON further in may then do so without a guard of its own. */
const deepest = 100

/**
 * Refuses what cannot be kept, naming the first such place: PostgreSQL takes no NUL and no half of a surrogate pair.
 * With `ofFields` only the depth is looked at: the texts are judged by the types of their fields.
 */
export function refuseUnwritable(given: unknown, ofFields = false): void {
  const found = unwritable(given, { left: deepest, ofFields })
  if (found === null) return
  const field = found.path.reverse().join('.')
  refuse('malformed', found.text, { ...(field === '' || !isWritable(field) ? {} : { field }), values: { max: deepest }, status: 400 })
}

const isWritable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')

interface Found {
  /** From the inside out. */
  path: string[]
  text: (typeof texts)[keyof typeof texts]
}

function unwritable(given: unknown, { left, ofFields }: { left: number; ofFields: boolean }): Found | null {
  if (typeof given === 'string') return ofFields || isWritable(given) ? null : { path: [], text: texts.unwritable }
  if (typeof given !== 'object' || given === null) return null
  if (left === 0) return { path: [], text: texts.tooDeep }
  if (Array.isArray(given)) return unwritableAmong(given, { left, ofFields })
  for (const name in given) {
    if (!isWritable(name)) return { path: [], text: texts.unwritable }
    const found = unwritable((given as Record<string, unknown>)[name], { left: left - 1, ofFields })
    if (found !== null) return { ...found, path: [...found.path, name] }
  }
  return null
}

/** Places of an array need not be looked at as names: batches are long arrays of short ones. */
function unwritableAmong(given: readonly unknown[], { left, ofFields }: { left: number; ofFields: boolean }): Found | null {
  for (let place = 0; place < given.length; place++) {
    const found = unwritable(given[place], { left: left - 1, ofFields })
    if (found !== null) return { ...found, path: [...found.path, String(place)] }
  }
  return null
}
