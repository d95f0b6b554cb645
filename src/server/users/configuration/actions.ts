/** Roles as a part of the configuration: in its files each has one of its own, and layouts, moves and views speak of them by their keys. */
import { z } from 'zod'
import { refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { ConfigurationPart, PartEntry } from '../../kernel/configuration/parts.ts'
import type { Use, UsesSource } from '../../kernel/configuration/uses.ts'
import type { Ctx } from '../../kernel/context.ts'
import { parseWith } from '../../kernel/http/parameters.ts'
import { remove } from '../../kernel/records/trash.ts'
import { fieldGrant, grant, withheld } from '../roles/contract.ts'
import { refusals } from '../roles/texts.ts'
import { applyRoles, exportRoles, prepareRoles } from '../portable/actions.ts'
import { roleKeys, roleRuleUses } from '../portable/queries.ts'
import type { RoleConfiguration } from '../portable/rules.ts'

const role = z.strictObject({
  name: z.string().trim().min(1).max(120), description: z.string().max(10_000).nullable().default(null), administrator: z.boolean().default(false),
  functions: z.array(z.string().max(60)).max(100).default([]), grants: z.array(grant).max(5000).default([]),
  fields: z.array(fieldGrant.extend({ field: z.string().max(120) })).max(20_000).default([]), withheld: z.array(withheld).max(5000).default([]),
})

const shape = z.strictObject({ roles: z.record(z.string().regex(/^[a-z0-9-]{1,80}$/), role) })

const roles: ConfigurationPart = {
  name: 'roles',
  read: async (ctx) => (await exportRoles(ctx)).map(({ key, ...body }): PartEntry => ({ id: key, body })),
  prepare: (ctx, entries) => prepareRoles(ctx, read(ctx, entries)),
  async apply(ctx, entries, gone) {
    await applyRoles(ctx, read(ctx, entries))
    for (const key of gone) await removeRole(ctx, key)
  },
  words: async ({ db }) => new Map((await roleKeys(db)).map(({ id, key }) => [id, `role:${key}`])),
  // Whoever leads the installation is not taken away by files that were made elsewhere.
  stays: ({ body }) => body['administrator'] === true,
}
export const parts = [roles]

/** Under the name of the part and the key, so that a refusal says in which role the fault is. */
function read(ctx: Ctx, entries: readonly PartEntry[]): RoleConfiguration[] {
  const given = { roles: Object.fromEntries(entries.map(({ id, body }) => [id, body])) }
  return Object.entries(parseWith(shape, given, ctx.language)!.roles).map(([key, body]) => ({ key, ...body }))
}

/** To the trash, from where it comes back. What people hold stays until they hold something else. */
async function removeRole(ctx: Ctx, key: string): Promise<void> {
  const [kept] = (await roleKeys(ctx.db)).filter((one) => one.key === key)
  if (kept === undefined) return
  const [{ people }] = (await ctx.db.rows<{ people: number }>(sql`select count(*)::int as people from "user" where ${kept.id} = any(roles) and deleted_at is null`)) as [{ people: number }]
  if (people > 0) refuse('role.held', refusals.held, { field: `roles ${key}`, values: { name: kept.name, people } })
  await remove(ctx, 'role', kept.id)
}

/** A change of fields must not break a rule in silence: it would hide what it was to show, or the other way round. */
export const uses: UsesSource = async (db) => {
  // Where roles are not kept (a database of the kernel alone) no rule can break.
  const [kept] = await db.rows<{ there: boolean }>(sql`select to_regclass('role') is not null as there`)
  if (!kept!.there) return []
  return (await roleRuleUses(db)).map(({ role: { name }, object, expression }): Use => ({ place: `„${name}”`, object, expression }))
}
