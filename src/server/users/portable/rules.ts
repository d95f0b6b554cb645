import type { FieldGrantInput, GrantInput, WithheldInput } from '../roles/contract.ts'

/** A role as it stands in a configuration file: known by its key, objects and fields by their stable ids. Who holds it stays out: people are data. */
export interface RoleConfiguration {
  key: string
  name: string
  description: string | null
  administrator: boolean
  functions: string[]
  grants: GrantInput[]
  fields: FieldGrantInput[]
  withheld: WithheldInput[]
}

/** 'Kierownik sprzedaży' → 'kierownik-sprzedazy'; a number is added until nobody has it. */
export function keyFrom(name: string, taken: ReadonlySet<string>): string {
  const plain = name.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
  const base = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'role'
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`
    if (!taken.has(key)) return key
  }
}

/** In one order whatever database they come from, so that two files differ only where the roles do. */
export function ordered(role: RoleConfiguration): RoleConfiguration {
  const { key, name, description, administrator } = role
  return {
    key, name, description: description || null, administrator, functions: [...role.functions].sort(),
    grants: sorted(role.grants.map(({ object, verb, scope, rule }) => ({ object, verb, scope, rule: rule?.trim() || null }))),
    fields: sorted(role.fields.map(({ object, field, access }) => ({ object, field, access })).filter(({ access }) => access !== 'write')),
    withheld: sorted(role.withheld.map(({ kind, object, name: what }) => ({ kind, object, name: what }) as WithheldInput)),
  }
}

function sorted<T extends object>(entries: readonly T[]): T[] {
  const text = (entry: T) => JSON.stringify(Object.values(entry))
  return entries.toSorted((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0))
}

/** Which parts of the role differ; none: there is nothing to do. */
export function partsThatDiffer(one: RoleConfiguration, other: RoleConfiguration): (keyof RoleConfiguration)[] {
  const [a, b] = [ordered(one), ordered(other)]
  return (Object.keys(a) as (keyof RoleConfiguration)[]).filter((part) => JSON.stringify(a[part]) !== JSON.stringify(b[part]))
}
