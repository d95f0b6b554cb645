/** May somebody see what a formula comes to? Not when he may not read all that it is computed from, unless it was released. */
import type { Registry } from '../metadata/registry.ts'
import type { Who } from '../access/who.ts'
import { formulasOf } from './plan.ts'

type CanRead = (rights: { who: Who; registry: Registry }, object: string, field: string) => boolean

const most = 20_000
const answers = new WeakMap<Registry, Map<string, boolean>>()

/** `canRead` answers for what the formula mentions, other formulas among it. Asked with every request, so kept for all with the same rights. */
export function isFormulaShown({ who, registry }: { who: Who; registry: Registry }, object: string, field: string, canRead: CanRead): boolean {
  const known = answers.get(registry) ?? new Map<string, boolean>()
  answers.set(registry, known)
  const key = `${object}.${field} ${who.fingerprint}`
  let shown = known.get(key)
  if (shown === undefined) {
    // A key narrows what may be done and not what may be seen of it: the answer must be the same with and without one.
    const rights = { registry, who: { ...who, keyScopes: null } }
    const mentioned = formulasOf(registry).of(object, field)?.mentions.fields
    shown = mentioned?.every((one) => canRead(rights, one.object, one.field)) ?? false
    if (known.size >= most) known.clear()
    known.set(key, shown)
  }
  return shown
}
