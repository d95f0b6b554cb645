import { createHash } from 'node:crypto'
import type { MassVerb, Scope, Verb } from '../../../contract/definition.ts'
import type { FieldAccess, Grant, Who } from '../../kernel/access/who.ts'
import { neededFor, withheldAction, withheldMass, withheldScreen } from '../../kernel/access/withheld.ts'
import { functionChoices } from '../objects.ts'

/** What a role takes away although its grants would allow it. A screen, told by its address, belongs to no object. */
export interface Withheld {
  kind: 'action' | 'mass' | 'screen'
  object: string
  name: string
}

/** What the database knows of a person and his roles; objects and fields by their names of today. */
export interface PersonFacts {
  userId: string
  name: string
  teams: readonly string[]
  teamMates: readonly string[]
  subordinates: readonly string[]
  territories: readonly string[]
  roles: readonly { id: string; name: string; administrator: boolean; functions: readonly string[] }[]
  grants: readonly { roleId: string; object: string; verb: Verb; scope: Scope; rule: string | null }[]
  fields: readonly { roleId: string; object: string; field: string; access: FieldAccess }[]
  withheld: readonly (Withheld & { roleId: string })[]
}

/** Roles add up: reach is any of the grants, a field has the most that any role gives, functions are all of them. */
export function addUp(facts: PersonFacts, keyScopes: readonly string[] | null): Who {
  const all = facts.roles.some((role) => role.administrator)
  const nameOf = new Map(facts.roles.map((role) => [role.id, role.name]))
  const grants: Grant[] = all ? [] : facts.grants.map(({ roleId, ...grant }) => ({ role: nameOf.get(roleId) ?? roleId, ...grant }))
  const functions = new Set(all ? ['all', ...functionChoices.map((choice) => choice.value)] : facts.roles.flatMap((role) => role.functions))
  const fields = all ? {} : fieldsOf(facts)
  const withheld = new Set(all ? [] : withheldOf(facts))
  const { userId, name, teams, teamMates, subordinates, territories } = facts
  return {
    userId, name, all, grants, fields, roles: facts.roles.map((role) => role.id), functions, withheld, teams, teamMates, subordinates, territories,
    keyScopes: keyScopes === null ? null : new Set(keyScopes),
    fingerprint: fingerprintOf({ all, grants, fields, functions: [...functions], withheld: [...withheld], keyScopes }),
  }
}

/**
 * A role that says nothing of a field gives `write` on it, if it has a say in the object at all. So a field is narrowed
 * only when every role that reaches the object narrows it.
 */
function fieldsOf({ grants, fields }: PersonFacts): Record<string, Record<string, FieldAccess>> {
  const result: Record<string, Record<string, FieldAccess>> = {}
  for (const object of new Set(fields.map((field) => field.object))) {
    const named = fields.filter((field) => field.object === object)
    const concerned = new Set([...grants.filter((grant) => grant.object === object), ...named].map((entry) => entry.roleId))
    for (const field of new Set(named.map((entry) => entry.field))) {
      const given = [...concerned].map((roleId) => named.find((entry) => entry.roleId === roleId && entry.field === field)?.access ?? 'write')
      const most = given.reduce(more)
      if (most !== 'write') (result[object] ??= {})[field] = most
    }
  }
  return result
}

/**
 * Something is withheld when every role that would allow it withholds it: a role that only looks at companies has no say in merging them.
 * Where none of his roles grants it (what follows other records needs no grant), those that withhold it decide.
 */
function withheldOf({ roles, grants, withheld }: PersonFacts): string[] {
  return withheld.flatMap((entry) => {
    const withhold = new Set(withheld.filter((other) => keyOf(other) === keyOf(entry)).map((other) => other.roleId))
    const verb = entry.kind === 'mass' ? neededFor[entry.name as MassVerb] : 'change'
    const allowing = entry.kind === 'screen' ? roles.map((role) => role.id) : grants.filter((grant) => grant.object === entry.object && grant.verb === verb).map((grant) => grant.roleId)
    return allowing.every((roleId) => withhold.has(roleId)) ? [keyOf(entry)] : []
  })
}

/** What is withheld from him, taken out of its keys. */
export function withheldEntries({ withheld }: Who): Withheld[] {
  return [...withheld].sort().map((key) => {
    const [, kind, rest] = /^(\w+) (.*)$/.exec(key) as unknown as [string, Withheld['kind'], string]
    const [object, name] = kind === 'screen' ? ['', rest] : [rest.slice(0, rest.indexOf('.')), rest.slice(rest.indexOf('.') + 1)]
    return { kind, object, name }
  })
}

const keyOf = ({ kind, object, name }: Withheld): string =>
  kind === 'screen' ? withheldScreen(name) : kind === 'mass' ? withheldMass(object, name as MassVerb) : withheldAction(object, name)

const order: readonly FieldAccess[] = ['none', 'read', 'write']
const more = (a: FieldAccess, b: FieldAccess): FieldAccess => (order.indexOf(a) > order.indexOf(b) ? a : b)

interface Rights {
  all: boolean
  grants: readonly Grant[]
  fields: Readonly<Record<string, Readonly<Record<string, FieldAccess>>>>
  functions: readonly string[]
  withheld: readonly string[]
  keyScopes: readonly string[] | null
}

/**
 * The same for people with the same rights, whatever their roles are called and in whatever order they were given.
 * Who one is, one's team, subordinates and territories are not in it: statements take these as parameters.
 */
function fingerprintOf({ all, grants, fields, functions, withheld, keyScopes }: Rights): string {
  const reach = [...new Set(grants.map(({ object, verb, scope, rule }) => JSON.stringify([object, verb, scope, rule])))].sort()
  const narrowed = Object.entries(fields).flatMap(([object, each]) => Object.entries(each).map(([field, access]) => `${object}.${field}=${access}`)).sort()
  const text = JSON.stringify([all, reach, narrowed, [...functions].sort(), [...withheld].sort(), keyScopes === null ? null : [...keyScopes].sort()])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
