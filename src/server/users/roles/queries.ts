import type { FieldDefinition, ObjectDefinition, Scope, Verb } from '../../../contract/definition.ts'
import type { Language } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import type { FieldAccess, Who } from '../../kernel/access/who.ts'
import type { Db } from '../../kernel/db/database.ts'
import type { Registry } from '../../kernel/metadata/registry.ts'
import { addUp, type PersonFacts, type Withheld } from './rules.ts'

interface Remembered {
  access: number
  registry: string
  who: Who
}
const remembered = new WeakMap<Db, Map<string, Remembered>>()
const rememberedAtMost = 5_000

/**
 * A person's rights, from memory while nothing changed: `accessVersion` was read by the request's own statement and is
 * raised in the transaction of every change of users, teams, roles and grants, so a right taken away is gone with the next request.
 * `roles`: as if he had these and no others.
 */
export async function rememberedWho(db: Db, registry: Registry, asked: { userId: string; keyScopes: readonly string[] | null; roles?: readonly string[]; accessVersion: number }): Promise<Who | null> {
  const memory = remembered.get(db.root) ?? new Map<string, Remembered>()
  remembered.set(db.root, memory)
  const key = [asked.userId, asked.keyScopes === null ? '' : [...asked.keyScopes].sort().join(), asked.roles?.join() ?? ''].join(' ')
  const known = memory.get(key)
  if (known?.access === asked.accessVersion && known.registry === registry.version) return known.who
  const loaded = await loadWho(db, registry, asked)
  if (loaded === null) return null
  if (memory.size >= rememberedAtMost) memory.clear()
  memory.set(key, { access: loaded.accessVersion, registry: registry.version, who: loaded.who })
  return loaded.who
}

/** A person as the gate sees him; null when there is none or he is inactive. For jobs and questions about others. `roles`: as if he had these alone. */
export async function whoIs(db: Db, registry: Registry, asked: { userId: string; keyScopes?: readonly string[] | null; roles?: readonly string[] }): Promise<Who | null> {
  return (await loadWho(db, registry, { ...asked, keyScopes: asked.keyScopes ?? null }))?.who ?? null
}

/** A person a job works for: rights as they are now, and how he reads and writes. null: he may not sign in any more. */
export async function personOf(db: Db, registry: Registry, userId: string): Promise<{ who: Who; language: Language; timeZone: string } | null> {
  const who = await whoIs(db, registry, { userId })
  if (who === null) return null
  const [row] = await db.rows<{ language: Language; timeZone: string }>(sql`select language, time_zone as "timeZone" from "user" where id = ${userId}`)
  return { who, ...row! }
}

interface PersonRow {
  name: string
  teams: string[]
  teamMates: string[]
  subordinates: string[]
  territories: string[]
  roles: { id: string; name: string; administrator: boolean; functions: string[] | null }[]
  grants: { roleId: string; object: string; verb: Verb; scope: Scope; rule: string | null }[]
  fields: { roleId: string; object: string; field: string; access: FieldAccess }[]
  withheld: (Withheld & { roleId: string })[]
  accessVersion: number
}

async function loadWho(db: Db, registry: Registry, { userId, keyScopes, roles = null }: { userId: string; keyScopes: readonly string[] | null; roles?: readonly string[] | null }): Promise<{ who: Who; accessVersion: number } | null> {
  const [row] = await db.prepared<PersonRow>('who-is', whoText, [userId, roles])
  if (row === undefined) return null
  const facts: PersonFacts = {
    userId, name: row.name, teams: row.teams, teamMates: row.teamMates, subordinates: row.subordinates, territories: row.territories,
    roles: row.roles.map((role) => ({ ...role, functions: role.functions ?? [] })),
    ...namedToday(registry, row),
  }
  return { who: addUp(facts, keyScopes), accessVersion: row.accessVersion }
}

// `union` (not `union all`) ends the descent even if a cycle had come into being. People in the trash and inactive ones are
// still mates and subordinates: what they own stays in reach of their colleagues.
const whoText = `
  with recursive me as (select u.* from "user" u where u.id = $1 and u.active and u.deleted_at is null),
  below (id) as (select id from me union select u.id from "user" u join below b on u.superior = b.id),
  places (id) as (select t.id from territory t, me where t.id = any(me.territories) and t.deleted_at is null
    union select t.id from territory t join places p on t.parent = p.id where t.deleted_at is null),
  live_teams as (select coalesce(array_agg(t.id), '{}') as ids from team t, me where t.id = any(me.teams) and t.deleted_at is null),
  held as (select r.id, r.name, r.is_administrator, r.functions from role r, me where r.id = any(coalesce($2::uuid[], me.roles)) and r.deleted_at is null)
  select me.name, (select ids from live_teams) as teams,
         (select array_agg(m.id) from "user" m where m.id = me.id or m.teams && (select ids from live_teams)) as "teamMates",
         (select array_agg(id) from below) as subordinates,
         (select coalesce(array_agg(id), '{}') from places) as territories,
         (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'administrator', coalesce(is_administrator, false), 'functions', functions) order by name, id), '[]') from held) as roles,
         (select coalesce(jsonb_agg(jsonb_build_object('roleId', g.role_id, 'object', g.object, 'verb', g.verb, 'scope', g.scope, 'rule', g.rule)), '[]')
            from role_grant g join held on held.id = g.role_id) as grants,
         (select coalesce(jsonb_agg(jsonb_build_object('roleId', f.role_id, 'object', f.object, 'field', f.field, 'access', f.access)), '[]')
            from role_field f join held on held.id = f.role_id) as fields,
         (select coalesce(jsonb_agg(jsonb_build_object('roleId', w.role_id, 'kind', w.kind, 'object', w.object, 'name', w.name)), '[]')
            from role_withheld w join held on held.id = w.role_id) as withheld,
         (select version from access_version) as "accessVersion"
    from me`

/** Stored by id, spoken of by name. What no longer exists is left out: no object, no grant. */
export function namedToday<G extends { object: string }, F extends { object: string; field: string }, W extends Withheld>(
  registry: Registry, stored: { grants: readonly G[]; fields: readonly F[]; withheld: readonly W[] },
): { grants: G[]; fields: F[]; withheld: W[] } {
  const { object, field } = namesOf(registry)
  return {
    withheld: stored.withheld.flatMap((entry) => {
      const named = object.get(entry.object)
      return entry.kind === 'screen' ? [entry] : named === undefined ? [] : [{ ...entry, object: named.name }]
    }),
    grants: stored.grants.flatMap((grant) => {
      const named = object.get(grant.object)
      return named === undefined ? [] : [{ ...grant, object: named.name }]
    }),
    fields: stored.fields.flatMap((entry) => {
      const [on, named] = [object.get(entry.object), field.get(`${entry.object} ${entry.field}`)]
      return on === undefined || named === undefined ? [] : [{ ...entry, object: on.name, field: named.name }]
    }),
  }
}

const names = new WeakMap<Registry, { object: Map<string, ObjectDefinition>; field: Map<string, FieldDefinition> }>()

/** Objects by id; fields by 'object id, field id', the `owner` of owned objects among them. */
function namesOf(registry: Registry): { object: Map<string, ObjectDefinition>; field: Map<string, FieldDefinition> } {
  const known = names.get(registry)
  if (known !== undefined) return known
  const objects = [...registry.objects.values()]
  const made = {
    object: new Map(objects.map((object) => [object.id, object])),
    field: new Map(objects.flatMap((object) => narrowable(registry, object).map((field) => [`${object.id} ${field.id}`, field]))),
  }
  names.set(registry, made)
  return made
}

/** Fields a role may narrow: the declared ones and the owner. The rest of the system fields come with the record. */
export function narrowable(registry: Registry, object: ObjectDefinition): FieldDefinition[] {
  const owner = object.access.kind === 'owned' ? registry.field(object.name, 'owner') : null
  return owner === null ? [...object.fields] : [...object.fields, owner]
}

export interface StoredGrants {
  grants: { object: string; verb: Verb; scope: Scope; rule: string | null }[]
  fields: { object: string; field: string; access: FieldAccess }[]
  withheld: Withheld[]
}

export async function grantsOf(db: Db, registry: Registry, roleId: string): Promise<StoredGrants> {
  const grants = await db.rows<StoredGrants['grants'][number]>(sql`select object, verb, scope, rule from role_grant where role_id = ${roleId} order by object, verb, scope, rule`)
  const fields = await db.rows<StoredGrants['fields'][number]>(sql`select object, field, access from role_field where role_id = ${roleId} order by object, field`)
  const withheld = await db.rows<Withheld>(sql`select kind, object, name from role_withheld where role_id = ${roleId} order by kind, object, name`)
  return namedToday(registry, { grants, fields, withheld })
}

type Part = { from?: unknown; to?: unknown } | null

export interface PastGrants {
  id: string
  at: string
  by: { id: string; name: string } | null
  changes: Readonly<Record<'grants' | 'fieldAccess' | 'functions' | 'withheld', Part>>
}

/** Changes of what a role allows, the newest first. */
export const pastGrants = (db: Db, roleId: string): Promise<PastGrants[]> =>
  db.rows<PastGrants>(sql`
    select h.id, h.at, case when u.id is null then null else jsonb_build_object('id', u.id, 'name', u.name) end as by,
           jsonb_build_object('grants', h.changes -> 'grants', 'fieldAccess', h.changes -> 'fieldAccess', 'functions', h.changes -> 'functions', 'withheld', h.changes -> 'withheld') as changes
      from history h left join "user" u on u.id = h.by
     where h.object = 'role' and h.record = ${roleId} and h.verb = 'change' and (h.changes ? 'grants' or h.changes ? 'functions') order by h.at desc, h.id desc limit 100`)

export interface RoleRow extends StoredGrants {
  id: string
  name: string
  administrator: boolean
  functions: string[]
  people: number
}

/** Every role with all it allows and how many active people hold it. */
export async function rolesWithGrants(db: Db, registry: Registry): Promise<RoleRow[]> {
  const rows = await db.rows<RoleRow>(sql`
    select r.id, r.name, coalesce(r.is_administrator, false) as administrator, coalesce(r.functions, '{}') as functions,
           (select count(*) from "user" u where u.roles @> array[r.id] and u.active and u.deleted_at is null) as people,
           (select coalesce(jsonb_agg(jsonb_build_object('object', g.object, 'verb', g.verb, 'scope', g.scope, 'rule', g.rule)), '[]') from role_grant g where g.role_id = r.id) as grants,
           (select coalesce(jsonb_agg(jsonb_build_object('object', f.object, 'field', f.field, 'access', f.access)), '[]') from role_field f where f.role_id = r.id) as fields,
           (select coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'object', w.object, 'name', w.name) order by w.kind, w.object, w.name), '[]') from role_withheld w where w.role_id = r.id) as withheld
      from role r where r.deleted_at is null order by coalesce(r.is_administrator, false) desc, r.name, r.id`)
  return rows.map((row) => ({ ...row, ...namedToday(registry, row) }))
}

/** Names of a person's roles and territories, as they were given to him. */
export async function heldBy(db: Db, userId: string): Promise<{ roles: string[]; territories: string[] }> {
  const [row] = await db.rows<{ roles: string[]; territories: string[] }>(sql`
    select array(select r.name from role r where r.id = any(u.roles) and r.deleted_at is null order by r.name) as roles,
           array(select t.name from territory t where t.id = any(u.territories) and t.deleted_at is null order by t.name) as territories
      from "user" u where u.id = ${userId}`)
  return row ?? { roles: [], territories: [] }
}
