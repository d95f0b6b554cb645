import type { Verb } from '../../../contract/definition.ts'
import type { Answer } from '../../../contract/route.ts'
import type { readGrants } from '../../../server/users/roles/contract.ts'

/** A role's rights while they are being changed. Fields that may be written are not named: saying nothing means that. */
export type Rights = Answer<typeof readGrants>
export type Grant = Rights['grants'][number]
export type Scope = Grant['scope']
export type Withheld = NonNullable<Rights['withheld']>[number]
export type FieldAccess = Rights['fields'][number]['access']

/** In the order in which people think of them, not of the contract. */
export const verbOrder: readonly Verb[] = ['read', 'create', 'change', 'delete', 'export']

export const grantsAt = (rights: Pick<Rights, 'grants'>, object: string, verb: Verb): Grant[] => rights.grants.filter((grant) => grant.object === object && grant.verb === verb)

export function withGrants(rights: Rights, object: string, verb: Verb, grants: readonly Grant[]): Rights {
  const others = rights.grants.filter((grant) => grant.object !== object || grant.verb !== verb)
  return { ...rights, grants: [...others, ...grants] }
}

/** Of the cell's only grant; its rule stays. */
export function withScope(rights: Rights, object: string, verb: Verb, scope: Scope | 'none'): Rights {
  const [first] = grantsAt(rights, object, verb)
  return withGrants(rights, object, verb, scope === 'none' ? [] : [{ object, verb, rule: first?.rule ?? null, scope }])
}

export const accessOf = (rights: Pick<Rights, 'fields'>, object: string, field: string): FieldAccess => rights.fields.find((one) => one.object === object && one.field === field)?.access ?? 'write'

export function withField(rights: Rights, object: string, field: string, access: FieldAccess): Rights {
  const others = rights.fields.filter((one) => one.object !== object || one.field !== field)
  return { ...rights, fields: access === 'write' ? others : [...others, { object, field, access }] }
}

export const narrowedOf = (rights: Pick<Rights, 'fields'>, object: string): number => rights.fields.filter((one) => one.object === object && one.access !== 'write').length

export function withFunction(rights: Rights, name: string, on: boolean): Rights {
  const others = (rights.functions ?? []).filter((one) => one !== name)
  return { ...rights, functions: on ? [...others, name] : others }
}

export const isWithheld = (rights: Pick<Rights, 'withheld'>, kind: Withheld['kind'], object: string, name: string): boolean =>
  (rights.withheld ?? []).some((one) => one.kind === kind && one.object === object && one.name === name)

export function withWithheld(rights: Rights, entry: { kind: Withheld['kind']; object: string; name: string }, on: boolean): Rights {
  const others = (rights.withheld ?? []).filter((one) => one.kind !== entry.kind || one.object !== entry.object || one.name !== entry.name)
  return { ...rights, withheld: on ? [...others, entry as Withheld] : others }
}

export const withheldOf = (rights: Pick<Rights, 'withheld'>, object: string): number => (rights.withheld ?? []).filter((one) => one.object === object).length

/** Places where the two differ: a function, a cell of the matrix, a field, what is withheld. */
export function differencesOf(a: Omit<Rights, 'version'>, b: Omit<Rights, 'version'>): string[] {
  const [one, other] = [placesOf(a), placesOf(b)]
  return [...new Set([...one.keys(), ...other.keys()])].filter((place) => one.get(place) !== other.get(place))
}

function placesOf({ grants, fields, functions = [], withheld = [] }: Omit<Rights, 'version'>): Map<string, string> {
  const places = new Map<string, string>()
  for (const name of functions) places.set(`function ${name}`, 'on')
  for (const { kind, object, name } of withheld) places.set(`withheld ${kind} ${object}.${name}`, 'on')
  for (const { object, field, access } of fields) if (access !== 'write') places.set(`field ${object}.${field}`, access)
  const texts = grants.map(({ object, verb, scope, rule }) => [`grant ${object} ${verb}`, `${scope} ${rule?.trim() ?? ''}`] as const)
  for (const [place, text] of texts.toSorted(([, x], [, y]) => x.localeCompare(y))) places.set(place, `${places.get(place) ?? ''}|${text}`)
  return places
}

/** As it is sent: no empty rules, nothing twice. */
export function tidy(rights: Rights): Rights {
  const grants = rights.grants.map((grant) => ({ ...grant, rule: grant.rule?.trim() || null }))
  const seen = new Set<string>()
  return { ...rights, grants: grants.filter(({ object, verb, scope, rule }) => seen.size !== seen.add(JSON.stringify([object, verb, scope, rule])).size) }
}
