import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import type { Registry } from '../../kernel/metadata/registry.ts'
import type { FieldGrantInput, GrantInput, WithheldInput } from '../roles/contract.ts'
import { rolesWithGrants } from '../roles/queries.ts'
import { ordered, type RoleConfiguration } from './rules.ts'

export interface KeptRole extends RoleConfiguration {
  id: string
}

/** Every role with its key; null for one that has none yet. */
export async function keptRoles(ctx: Ctx): Promise<(Omit<KeptRole, 'key'> & { key: string | null })[]> {
  const known = await ctx.db.rows<{ id: string; key: string | null; description: string | null }>(sql`
    select r.id, k.key, r.description from role r left join role_key k on k.role_id = r.id where r.deleted_at is null`)
  const about = new Map(known.map((row) => [row.id, row]))
  const rows = await rolesWithGrants(ctx.db, ctx.registry)
  return rows.map(({ id, name, administrator, functions, grants, fields, withheld }) => {
    const { key, description } = about.get(id)!
    return { id, ...ordered({ key: key ?? '', name, description, administrator, functions, ...byIds(ctx.registry, { grants, fields, withheld }) }), key }
  })
}

type Entries = { grants: readonly object[]; fields: readonly object[]; withheld: readonly object[] }

/** Names change, ids do not: a file made before a rename still means the same object. */
function byIds(registry: Registry, given: Entries): Pick<RoleConfiguration, 'grants' | 'fields' | 'withheld'> {
  const idOf = (object: string) => registry.object(object).id
  return {
    grants: (given.grants as GrantInput[]).map((grant) => ({ ...grant, object: idOf(grant.object) })),
    fields: (given.fields as FieldGrantInput[]).map((entry) => ({ ...entry, object: idOf(entry.object), field: registry.field(entry.object, entry.field)!.id })),
    withheld: (given.withheld as WithheldInput[]).map((entry) => (entry.kind === 'screen' ? entry : { ...entry, object: idOf(entry.object) })),
  }
}

/** Roles that are there and have a key. */
export function roleKeys(db: Db): Promise<{ id: string; key: string; name: string }[]> {
  return db.rows(sql`select r.id, k.key, r.name from role r join role_key k on k.role_id = r.id where r.deleted_at is null order by k.key`)
}

export interface RoleRuleUse {
  role: { id: string; name: string }
  /** Id of the object whose records the rule is about. */
  object: string
  verb: string
  expression: string
}

/** Every row rule of every role, those in the trash too: they may come back. */
export function roleRuleUses(db: Db): Promise<RoleRuleUse[]> {
  return db.rows<RoleRuleUse>(sql`
    select jsonb_build_object('id', r.id, 'name', r.name) as role, g.object, g.verb, g.rule as expression
      from role_grant g join role r on r.id = g.role_id where g.rule is not null order by r.name, r.id, g.object, g.verb, g.rule`)
}
