/** Statements compiled once for all who have the same rights and ask the same. */
import type { Ctx } from '../context.ts'
import { circumstancesKey, type Circumstance } from './circumstances.ts'
import { draftFor, type Draft } from './draft.ts'

const most = 3_000

interface Family {
  uses: readonly Circumstance[]
  made: Map<string, unknown>
}

/** The least recently used go first: a Map keeps the order in which keys were put in. */
const families = new Map<string, Family>()

/**
 * `question` says all that `make` depends on beside the person's rights, the registry and the circumstances it used.
 * What depends on this very moment is not kept.
 */
export function compiled<T>(ctx: Ctx, question: string, make: (draft: Draft) => T): T {
  const { who, registry } = ctx
  const keyScopes = who.keyScopes === null ? '' : [...who.keyScopes].sort().join()
  const key = `${registry.version}\n${who.fingerprint}\n${who.all} ${keyScopes}\n${question}`
  const family = families.get(key)
  const known = family?.made.get(circumstancesKey(ctx, family.uses))
  if (known !== undefined) {
    families.delete(key)
    families.set(key, family!)
    return known as T
  }
  const draft = draftFor(ctx)
  const made = make(draft)
  keep(ctx, key, [...draft.uses].sort(), made)
  return made
}

function keep(ctx: Ctx, key: string, uses: readonly Circumstance[], made: unknown): void {
  if (uses.includes('now')) return
  const family = families.get(key)
  // One question uses the same circumstances each time, unless its literals meet them; then it starts anew.
  const fits = family !== undefined && family.uses.join() === uses.join() && family.made.size < 50
  const kept = fits ? family : { uses, made: new Map<string, unknown>() }
  kept.made.set(circumstancesKey(ctx, uses), made)
  families.delete(key)
  families.set(key, kept)
  if (families.size > most) families.delete(families.keys().next().value!)
}
