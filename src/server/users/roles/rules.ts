import { createHash } from 'node:crypto'
import type { Scope, Verb } from '../../../contract/definition.ts'
import type { FieldAccess, Grant, Who } from '../../kernel/access/who.ts'
import { functionChoices } from '../objects.ts'

/** What the database knows of a person and his roles; objects and fields by their names of today. */
export interface PersonFacts {
  userId: string
  name: string
  teams: readonly string[]
  teamMates: readonly string[]
  subordinates: readonly string[]
  roles: readonly { id: string; name: string; administrator: boolean; functions: readonly string[] }[]
  grants: readonly { roleId: string; object: string; verb: Verb; scope: Scope; rule: string | null }[]
  fields: readonly { roleId: string; object: string; field: string; access: FieldAccess }[]
}

/** Roles add up: reach is any of the grants, a field has the most that any role gives, functions are all of them. */
export function addUp(facts: PersonFacts, keyScopes: readonly string[] | null): Who {
  const all = facts.roles.some((role) => role.administrator)
  const nameOf = new Map(facts.roles.map((role) => [role.id, role.name]))
  const grants: Grant[] = all ? [] : facts.grants.map(({ roleId, ...grant }) => ({ role: nameOf.get(roleId) ?? roleId, ...grant }))
  const functions = new Set(all ? ['all', ...functionChoices.map((choice) => choice.value)] : facts.roles.flatMap((role) => role.functions))
  const fields = all ? {} : fieldsOf(facts)
  const { userId, name, teams, teamMates, subordinates } = facts
  return {
    userId, name, all, grants, fields, functions, teams, teamMates, subordinates,
    keyScopes: keyScopes === null ? null : new Set(keyScopes),
    fingerprint: fingerprintOf({ all, grants, fields, functions: [...functions], keyScopes }),
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

const order: readonly FieldAccess[] = ['none', 'read', 'write']
const more = (a: FieldAccess, b: FieldAccess): FieldAccess => (order.indexOf(a) > order.indexOf(b) ? a : b)

interface Rights {
  all: boolean
  grants: readonly Grant[]
  fields: Readonly<Record<string, Readonly<Record<string, FieldAccess>>>>
  functions: readonly string[]
  keyScopes: readonly string[] | null
}

/**
 * The same for people with the same rights, whatever their roles are called and in whatever order they were given.
 * Who one is, one's team and subordinates are not in it: statements take these as parameters.
 */
function fingerprintOf({ all, grants, fields, functions, keyScopes }: Rights): string {
  const reach = [...new Set(grants.map(({ object, verb, scope, rule }) => JSON.stringify([object, verb, scope, rule])))].sort()
  const narrowed = Object.entries(fields).flatMap(([object, each]) => Object.entries(each).map(([field, access]) => `${object}.${field}=${access}`)).sort()
  const text = JSON.stringify([all, reach, narrowed, [...functions].sort(), keyScopes === null ? null : [...keyScopes].sort()])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
