/** What follows from a record is there for whoever wrote it, with the answer to his write. */
import type { Ctx } from '../context.ts'
import type { Registry } from '../metadata/registry.ts'
import { storeOrLeave } from './follow.ts'
import { formulasOf, type Formula } from './plan.ts'
import { asHouse } from './store.ts'

/**
 * Brings the record's own followed values to what they come to after its write; `changed` null: it is new. Only this one row is locked, so nobody
 * waits in a queue for another's record. What follows elsewhere is left to the reaction, which comes by here too and finds nothing to do.
 * Gives whether there was anything to look at.
 */
export async function followAtOnce(ctx: Ctx, object: string, { id, changed }: { id: string; changed: readonly string[] | null }): Promise<boolean> {
  const formulas = followedBy(ctx.registry, object, changed)
  if (formulas.length === 0) return false
  const house = await asHouse(ctx)
  for (const formula of formulas) await storeOrLeave(house, formula, [id])
  return true
}

/** Formulas of the same record that the change concerns, also by way of one another. */
function followedBy(registry: Registry, object: string, changed: readonly string[] | null): Formula[] {
  const different = new Set(changed)
  const found: Formula[] = []
  for (const { formula, source } of formulasOf(registry).followers(object)) {
    if (formula.object !== object || source.hops.length > 0) continue
    if (changed !== null && source.fields !== null && source.fields.isDisjointFrom(different)) continue
    different.add(formula.field.name)
    found.push(formula)
  }
  return found
}
