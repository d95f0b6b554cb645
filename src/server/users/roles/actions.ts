import { refusal, RefusalError, refuse, type Refusal } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import type { Registry } from '../../kernel/metadata/registry.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { understood } from '../../kernel/query/where.ts'
import { accountOf, type Account } from '../passwords/queries.ts'
import type { FieldGrantInput, GrantInput } from './contract.ts'
import { grantsOf, narrowable, whoIs, type StoredGrants } from './queries.ts'
import { refusals } from './texts.ts'

export function requireAdministrator(ctx: Ctx): void {
  if (!ctx.who.all) refuse('administrators_only', refusals.administratorOnly, { status: 403 })
}

/** May look after other people's accounts; an administrator's account only another administrator may. */
export async function requireManager(ctx: Ctx, userId: string): Promise<Account> {
  if (!ctx.who.all && !ctx.who.functions.has('users')) refuse('not_allowed', refusals.needsUsers, { status: 403 })
  const account = await accountOf(ctx.db, userId)
  if (account === null) return refuse('not_found', refusals.noPerson, { status: 404 })
  if (!ctx.who.all && (await whoIs(ctx.db, ctx.registry, { userId }))?.all) refuse('administrators_only', refusals.notAdministrator, { status: 403 })
  return account
}

export interface RoleGrants {
  version: number
  grants: GrantInput[]
  fields: FieldGrantInput[]
}

export async function readRoleGrants(ctx: Ctx, roleId: string): Promise<RoleGrants> {
  requireAdministrator(ctx)
  const role = await roleOf(ctx.db, roleId)
  return { version: role.version, ...asInput(await grantsOf(ctx.db, ctx.registry, roleId)) }
}

/** Puts the whole of a role's grants in place of the former, in the history of the role. Everybody who holds it feels it with his next request. */
export async function changeRoleGrants(ctx: Ctx, roleId: string, given: RoleGrants): Promise<RoleGrants> {
  requireAdministrator(ctx)
  const rules = whyNotRules(ctx, given.grants)
  const refused = [...whyNotGrants(ctx.registry, given), ...rules.refusals]
  if (refused.length > 0) throw new RefusalError(refused, 422, { places: rules.places })
  const answer = await ctx.db.transaction(async (tx) => {
    const role = await roleOf(tx, roleId, { lock: true })
    if (role.administrator && given.grants.length + given.fields.length > 0) refuse('role.has_all', refusals.administratorHasAll, { field: 'grants' })
    if (role.version !== given.version) refuse('stale', refusals.stale, { status: 409, facts: { version: role.version } })
    const before = await grantsOf(tx, ctx.registry, roleId)
    await storeGrants(tx, ctx.registry, { roleId, ...given })
    const after = await grantsOf(tx, ctx.registry, roleId)
    const version = await noteChange(tx, ctx, { roleId, version: role.version, before, after })
    return { version, ...asInput(after) }
  })
  await recordOperation(ctx, { what: 'role.grants', object: 'role', record: roleId })
  return answer
}

const asInput = ({ grants, fields }: StoredGrants) => ({ grants: grants as GrantInput[], fields: fields as FieldGrantInput[] })

async function roleOf(db: Db, roleId: string, { lock = false } = {}): Promise<{ version: number; administrator: boolean }> {
  const which = sql`select version, coalesce(is_administrator, false) as administrator from role where id = ${roleId} and deleted_at is null`
  const [row] = await db.rows<{ version: number; administrator: boolean }>(lock ? sql`${which} for update` : which)
  return row ?? refuse('not_found', refusals.noRole, { status: 404 })
}

/** Objects and fields must exist; nothing twice. Each refusal is named by its place in the list. */
export function whyNotGrants(registry: Registry, { grants, fields }: Pick<RoleGrants, 'grants' | 'fields'>): Refusal[] {
  const seen = new Set<string>()
  const isDoubled = (key: string) => seen.size === seen.add(key).size
  const grantRefusals = grants.flatMap((grant, at): Refusal[] => {
    if (!registry.objects.has(grant.object)) return [refusal('unknown_object', refusals.noObject, { field: `grants.${at}.object`, values: { name: grant.object } })]
    const doubled = isDoubled(JSON.stringify([grant.object, grant.verb, grant.scope, grant.rule ?? '']))
    return doubled ? [refusal('grant.doubled', refusals.doubledGrant, { field: `grants.${at}` })] : []
  })
  const fieldRefusals = fields.flatMap((entry, at): Refusal[] => {
    const object = registry.objects.get(entry.object)
    if (object === undefined) return [refusal('unknown_object', refusals.noObject, { field: `fields.${at}.object`, values: { name: entry.object } })]
    const known = narrowable(registry, object).some((field) => field.name === entry.field)
    if (!known) return [refusal('unknown_field', refusals.noField, { field: `fields.${at}.field`, values: { object: entry.object, name: entry.field } })]
    return isDoubled(`${entry.object}.${entry.field}`) ? [refusal('grant.doubled_field', refusals.doubledField, { field: `fields.${at}` })] : []
  })
  return [...grantRefusals, ...fieldRefusals]
}

/** A rule is read as strictly as a filter, with the eyes of the program; what is wrong with it is said with its position. */
function whyNotRules(ctx: Ctx, grants: readonly GrantInput[]): { refusals: Refusal[]; places: RulePlace[] } {
  const found = grants.flatMap(({ object, rule }, at) => {
    if (rule === null || rule.trim() === '' || !ctx.registry.objects.has(object)) return []
    const field = `grants.${at}.rule`
    return (understood(ctx, object, rule, 'program').problems ?? []).map((problem) => ({
      refusal: refusal(problem.code, problem.text, { field, values: problem.values }),
      place: { field, at: problem.at, length: problem.length },
    }))
  })
  return { refusals: found.map((one) => one.refusal), places: found.map((one) => one.place) }
}

/** Where in the text of the rule: the screen marks it. */
interface RulePlace {
  field: string
  at: number
  length: number
}

/** In place of whatever the role had. The caller has checked names and rules. */
export async function storeGrants(tx: Db, registry: Registry, { roleId, grants, fields }: { roleId: string; grants: readonly GrantInput[]; fields: readonly FieldGrantInput[] }): Promise<void> {
  await tx.rows(sql`delete from role_grant where role_id = ${roleId}`)
  await tx.rows(sql`delete from role_field where role_id = ${roleId}`)
  const kept = grants.map((grant) => ({ ...grant, object: registry.object(grant.object).id, rule: grant.rule === null || grant.rule.trim() === '' ? null : grant.rule.trim() }))
  await tx.rows(sql`
    insert into role_grant (role_id, object, verb, scope, rule)
    select ${roleId}::uuid, object, verb, scope, rule from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as g (object text, verb text, scope text, rule text)`)
  const narrowed = fields.map(({ object, field, access }) => ({ object: registry.object(object).id, field: registry.field(object, field)!.id, access }))
  await tx.rows(sql`
    insert into role_field (role_id, object, field, access)
    select ${roleId}::uuid, object, field, access from jsonb_to_recordset(${JSON.stringify(narrowed)}::jsonb) as f (object text, field text, access text)`)
}

/** Grants are no fields of the role, so its version, history and outbox are written here as the gate would. */
async function noteChange(tx: Db, ctx: Ctx, { roleId, version, before, after }: { roleId: string; version: number; before: StoredGrants; after: StoredGrants }): Promise<number> {
  const next = version + 1
  const changes = { grants: { from: before.grants, to: after.grants }, fieldAccess: { from: before.fields, to: after.fields } }
  await tx.rows(sql`update role set version = ${next}, updated_at = ${ctx.now}, updated_by = ${ctx.who.userId} where id = ${roleId}`)
  await tx.rows(sql`
    insert into history (id, at, by, object, record, version, verb, changes, via, trace)
    values (${newId()}, ${ctx.now}, ${ctx.who.userId}, 'role', ${roleId}, ${next}, 'change', ${changes}, ${ctx.origin.via}, ${ctx.trace})`)
  await tx.rows(sql`
    insert into outbox (at, object, record, version, verb, fields, by) values (${ctx.now}, 'role', ${roleId}, ${next}, 'change', ${['grants', 'fieldAccess']}, ${ctx.who.userId})`)
  return next
}
