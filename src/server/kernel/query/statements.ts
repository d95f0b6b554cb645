/** Statements compiled once for all who have the same rights and ask the same. */
import type { Ctx } from '../context.ts'
import { circumstancesKey, type Circumstance } from './circumstances.ts'
import { draftFor, type Draft } from './draft.ts'

/** Some 10 kB each. */
const mostStatements = 1_500

/** Which circumstances a question's statement was made with; another day or another person may need another statement. */
const usesOf = recent<readonly Circumstance[]>(2 * mostStatements)
const statements = recent<unknown>(mostStatements)

/**
 * `question` says all that `make` depends on beside the person's rights, the registry and the circumstances it used.
 * What depends on this very moment is not kept.
 */
export function compiled<T>(ctx: Ctx, question: string, make: (draft: Draft) => T): T {
  const { who, registry } = ctx
  const keyScopes = who.keyScopes === null ? '' : [...who.keyScopes].sort().join()
  const key = `${registry.version}\n${who.fingerprint}\n${who.all} ${keyScopes}\n${question}`
  const uses = usesOf.get(key)
  const found = uses === undefined ? undefined : statements.get(`${key}\n${circumstancesKey(ctx, uses)}`)
  if (found !== undefined) return found as T
  const draft = draftFor(ctx)
  const made = make(draft)
  const used = [...draft.uses].sort()
  if (!used.includes('now')) {
    usesOf.put(key, used)
    statements.put(`${key}\n${circumstancesKey(ctx, used)}`, made)
  }
  return made
}

interface Recent<V> {
  get(key: string): V | undefined
  put(key: string, value: V): void
}

/** The least recently used go first: a Map keeps the order in which keys were put in. */
function recent<V>(most: number): Recent<V> {
  const kept = new Map<string, V>()
  const put = (key: string, value: V) => {
    kept.delete(key)
    kept.set(key, value)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
  }
  return {
    get(key) {
      const value = kept.get(key)
      if (value !== undefined) put(key, value)
      return value
    },
    put,
  }
}
