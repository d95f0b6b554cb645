/** Expressions that stand outside the declarations (saved views, row rules): a change under them must not break them in silence. */
import { check, checkCondition } from '../../../expression/check.ts'
import { parse } from '../../../expression/parse.ts'
import { program } from '../access/who.ts'
import type { Db } from '../db/database.ts'
import type { Registry } from '../metadata/registry.ts'
import { scopeOfWhere } from '../query/scope.ts'

export interface Use {
  /** What a person knows it by: 'Widok „Klienci z Krakowa”'. */
  place: string
  object: string
  expression: string
  /** A value and not a condition. */
  isValue?: boolean
}
/** Rooms bring theirs in (room.ts). */
export type UsesSource = (db: Db) => Promise<readonly Use[]>

const sources: UsesSource[] = []
export function registerUses(source: UsesSource): void {
  sources.push(source)
}

export async function allUses(db: Db): Promise<Use[]> {
  const found: Use[] = []
  for (const source of sources) found.push(...(await source(db)))
  return found
}

/** Those that hold before the change and would not after it. */
export async function usesLost(db: Db, before: Registry, after: Registry): Promise<Use[]> {
  return (await allUses(db)).filter((use) => holdsIn(before, use) && !holdsIn(after, use))
}

function holdsIn(registry: Registry, { object, expression, isValue = false }: Use): boolean {
  if (!registry.objects.has(object)) return false
  const { tree } = parse(expression)
  if (tree === undefined) return false
  const scope = scopeOfWhere({ registry, who: program }, object, 'program')
  return (isValue ? check(tree, scope) : checkCondition(tree, scope)).typed !== undefined
}
