/** Roles as configuration: written out for another installation, brought in from one, and kept right when a field is renamed. */
import { refusal, RefusalError, type Refusal } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Registry } from '../../kernel/metadata/registry.ts'
import { change } from '../../kernel/records/change.ts'
import { create } from '../../kernel/records/create.ts'
import { changeRoleGrants, requireAdministrator, whyNotRoleGrants } from '../roles/actions.ts'
import { refusals } from '../roles/texts.ts'
import { keptRoles, roleRuleUses, type KeptRole, type RoleRuleUse } from './queries.ts'
import { keyFrom, ordered, partsThatDiffer, type RoleConfiguration } from './rules.ts'

/** All roles, in the order of their keys. A role without a key gets one from its name, once for ever. */
export async function exportRoles(ctx: Ctx): Promise<RoleConfiguration[]> {
  requireAdministrator(ctx)
  return (await keyedRoles(ctx)).map(({ id: _, ...role }) => role)
}

async function keyedRoles(ctx: Ctx): Promise<KeptRole[]> {
  const roles = await keptRoles(ctx)
  const taken = new Set(roles.flatMap(({ key }) => key ?? []))
  const fresh: { id: string; key: string }[] = []
  // A role in the trash leaves its key to whoever comes; brought back it gets another.
  await ctx.db.rows(sql`delete from role_key k using role r where r.id = k.role_id and r.deleted_at is not null`)
  const keyed = roles.map((role): KeptRole => {
    const key = role.key ?? keyFrom(role.name, taken)
    taken.add(key)
    if (role.key === null) fresh.push({ id: role.id, key })
    return { ...role, key }
  })
  if (fresh.length > 0) await ctx.db.rows(sql`insert into role_key (role_id, key) select id, key from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as k (id uuid, key text) on conflict do nothing`)
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

export interface RoleChange {
  key: string
  name: string
  did: 'create' | 'change' | 'nothing'
  /** What differed; empty for a new role. */
  parts: (keyof RoleConfiguration)[]
}

/**
 * Brings the roles to what is given, in the transaction of `ctx.db`; a second time it changes nothing. A role is found by its key, else by its
 * name. Roles that are not given stay as they are: people hold them. Refuses 422 with the place: `roles.KEY.grants.2.rule`.
 */
export async function applyRoles(ctx: Ctx, roles: readonly RoleConfiguration[]): Promise<RoleChange[]> {
  requireAdministrator(ctx)
  const refused = roles.flatMap((role) => whyNotRole(ctx, role))
  if (refused.length > 0) throw new RefusalError(refused)
  const kept = await keyedRoles(ctx)
  const changes: RoleChange[] = []
  for (const role of roles.map(ordered)) changes.push(await applyRole(ctx, role, keptAs(role, { kept, roles })))
  return changes
}

/** By its key, else by its name where no other role of those given has that role's key. */
const keptAs = ({ key, name }: RoleConfiguration, { kept, roles }: { kept: readonly KeptRole[]; roles: readonly RoleConfiguration[] }): KeptRole | undefined =>
  kept.find((one) => one.key === key) ?? kept.find((one) => one.name === name && !roles.some((other) => other.key === one.key))

/** Roles under their keys, without any right yet: layouts and moves may name them, and their rights may name objects that are still to come. */
export async function prepareRoles(ctx: Ctx, roles: readonly RoleConfiguration[]): Promise<void> {
  requireAdministrator(ctx)
  const kept = await keyedRoles(ctx)
  for (const role of roles) {
    const { id } = keptAs(role, { kept, roles }) ?? (await create(ctx, 'role', { name: role.name, description: role.description }))
    await storeKey(ctx, id, role.key)
  }
}

const storeKey = (ctx: Ctx, id: string, key: string) =>
  ctx.db.rows(sql`insert into role_key (role_id, key) values (${id}, ${key}) on conflict (role_id) do update set key = excluded.key where role_key.key <> excluded.key`)

async function applyRole(ctx: Ctx, role: RoleConfiguration, kept: KeptRole | undefined): Promise<RoleChange> {
  const { key, name, description, administrator, functions } = role
  const parts = kept === undefined ? [] : partsThatDiffer(kept, role)
  if (kept !== undefined && parts.length === 0) return { key, name, did: 'nothing', parts }
  const values = { name, description, isAdministrator: administrator, functions }
  const { id } = kept ?? (await create(ctx, 'role', values))
  if (kept?.key !== key) await storeKey(ctx, id, key)
  // An administrator's role takes no rights of its own: they go before it becomes one, and come after it has ceased to be one.
  const { grants, fields, withheld } = byNames(ctx.registry, role)
  const setRights = async () => void (await changeRoleGrants(ctx, id, { version: await versionOf(ctx, id), grants, fields, withheld, functions }))
  const setValues = async () => void (await change(ctx, 'role', id, { version: await versionOf(ctx, id), values }))
  if (administrator && kept?.administrator !== true) await setRights()
  if (kept !== undefined) await setValues()
  if (!administrator) await setRights()
  return { key, name, did: kept === undefined ? 'create' : 'change', parts }
}

async function versionOf(ctx: Ctx, id: string): Promise<number> {
  const [row] = await ctx.db.rows<{ version: number }>(sql`select version from role where id = ${id}`)
  return row!.version
}

function whyNotRole(ctx: Ctx, role: RoleConfiguration): Refusal[] {
  const at = (one: Refusal): Refusal => ({ ...one, field: ['roles', role.key, one.field].filter((part) => part !== undefined).join('.') })
  const missing = missingOf(ctx.registry, role)
  return (missing.length > 0 ? missing : whyNotRoleGrants(ctx, { ...byNames(ctx.registry, role), functions: role.functions }).refusals).map(at)
}

/** Objects and fields that this installation does not have. */
function missingOf(registry: Registry, { grants, fields, withheld }: RoleConfiguration): Refusal[] {
  const { objects, fieldOf } = namesOf(registry)
  const named = [...grants.map((one, n) => [`grants.${n}`, one.object] as const), ...fields.map((one, n) => [`fields.${n}`, one.object] as const), ...withheld.flatMap((one, n) => (one.kind === 'screen' ? [] : [[`withheld.${n}`, one.object] as const]))]
  const noObjects = named.filter(([, object]) => !objects.has(object)).map(([place, object]) => refusal('unknown_object', refusals.noObject, { field: `${place}.object`, values: { name: object } }))
  const noFields = fields.flatMap((one, n) => (objects.has(one.object) && fieldOf(one.object, one.field) === undefined ? [refusal('unknown_field', refusals.noField, { field: `fields.${n}.field`, values: { object: one.object, name: one.field } })] : []))
  return [...noObjects, ...noFields]
}

function byNames(registry: Registry, { grants, fields, withheld }: RoleConfiguration): Pick<RoleConfiguration, 'grants' | 'fields' | 'withheld'> {
  const { objects, fieldOf } = namesOf(registry)
  return {
    grants: grants.map((grant) => ({ ...grant, object: objects.get(grant.object)! })),
    fields: fields.map((entry) => ({ ...entry, object: objects.get(entry.object)!, field: fieldOf(entry.object, entry.field)! })),
    withheld: withheld.map((entry) => (entry.kind === 'screen' ? entry : { ...entry, object: objects.get(entry.object)! })),
  }
}

function namesOf(registry: Registry) {
  const objects = new Map([...registry.objects.values()].map((object) => [object.id, object.name]))
  const fieldOf = (object: string, id: string): string | undefined => {
    const definition = registry.object(objects.get(object)!)
    return [...definition.fields, registry.field(definition.name, 'owner')].find((field) => field?.id === id)?.name
  }
  return { objects, fieldOf }
}

/** Each rule becomes what `rewritten` makes of it (null: it stays): after a field was renamed. Gives the roles that changed. */
export async function rewriteRoleRules(ctx: Ctx, rewritten: (use: RoleRuleUse) => string | null): Promise<string[]> {
  const changed = (await roleRuleUses(ctx.db)).flatMap((use) => {
    const after = rewritten(use)
    return after === null || after === use.expression ? [] : [{ role: use.role.id, object: use.object, verb: use.verb, before: use.expression, after }]
  })
  if (changed.length === 0) return []
  await ctx.db.rows(sql`
    update role_grant g set rule = c.after from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c (role uuid, object text, verb text, before text, after text)
     where g.role_id = c.role and g.object = c.object and g.verb = c.verb and g.rule = c.before`)
  const roles = [...new Set(changed.map(({ role }) => role))]
  // Whoever has one of them open must not save the former words over the new ones.
  await ctx.db.rows(sql`update role set version = version + 1, updated_at = ${ctx.now}, updated_by = ${ctx.who.userId} where id = any(${roles}::uuid[])`)
  return roles
}
