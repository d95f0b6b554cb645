import { refusal, RefusalError, refuse, type Refusal } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { describe } from '../../../expression/describe.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { tellLater } from '../../kernel/events/notify.ts'
import type { Registry } from '../../kernel/metadata/registry.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { understood } from '../../kernel/query/where.ts'
import { accountOf, type Account } from '../passwords/queries.ts'
import type { FieldGrantInput, GrantInput, WithheldInput } from './contract.ts'
import { functionChoices } from '../objects.ts'
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
  /** Left out when setting: as they are. */
  functions?: string[] | undefined
  withheld?: WithheldInput[] | undefined
}

export async function readRoleGrants(ctx: Ctx, roleId: string): Promise<RoleGrants> {
  requireAdministrator(ctx)
  const role = await roleOf(ctx.db, roleId)
  return { version: role.version, functions: role.functions, ...asInput(await grantsOf(ctx.db, ctx.registry, roleId)) }
}

/** Puts the whole of a role's grants in place of the former, in the history of the role. Everybody who holds it feels it with his next request. */
export async function changeRoleGrants(ctx: Ctx, roleId: string, given: RoleGrants): Promise<RoleGrants> {
  requireAdministrator(ctx)
  const { refusals: refused, places } = whyNotRoleGrants(ctx, given)
  if (refused.length > 0) throw new RefusalError(refused, 422, { places })
  const answer = await ctx.db.transaction(async (tx) => {
    const role = await roleOf(tx, roleId, { lock: true })
    if (role.administrator && given.grants.length + given.fields.length + (given.withheld?.length ?? 0) > 0) refuse('role.has_all', refusals.administratorHasAll, { field: 'grants' })
    const before = await grantsOf(tx, ctx.registry, roleId)
    if (role.version !== given.version) refuse('stale', refusals.stale, { status: 409, facts: { version: role.version, theirs: { version: role.version, functions: role.functions, ...asInput(before) }, yours: given } })
    await storeGrants(tx, ctx.registry, { roleId, ...given })
    const after = await grantsOf(tx, ctx.registry, roleId)
    const functions = given.functions === undefined ? role.functions : [...new Set(given.functions)].sort()
    const version = await noteChange(tx, ctx, { roleId, version: role.version, before: { ...before, functions: role.functions }, after: { ...after, functions } })
    // Whoever holds the role has other objects and fields from now on: open screens ask for them at once.
    tellLater(tx, { kind: 'metadata', to: null })
    return { version, functions, ...asInput(after) }
  })
  await recordOperation(ctx, { what: 'role.grants', object: 'role', record: roleId })
  return answer
}

/** More rights beside what the role has, in its history. Nothing is asked: for the program. */
export async function addRoleGrants(ctx: Ctx, roleId: string, more: Pick<RoleGrants, 'grants' | 'fields'>): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { version, functions } = await roleOf(tx, roleId, { lock: true })
    const before = await grantsOf(tx, ctx.registry, roleId)
    const { grants, fields } = asInput(before)
    await storeGrants(tx, ctx.registry, { roleId, grants: [...grants, ...more.grants], fields: [...fields, ...more.fields] })
    const after = await grantsOf(tx, ctx.registry, roleId)
    await noteChange(tx, ctx, { roleId, version, before: { ...before, functions }, after: { ...after, functions } })
    tellLater(tx, { kind: 'metadata', to: null })
  })
}

/** All that is wrong with what a role is to allow; of rules also where in their text. */
export function whyNotRoleGrants(ctx: Ctx, given: Omit<RoleGrants, 'version'>): { refusals: Refusal[]; places: RulePlace[] } {
  const rules = whyNotRules(ctx, given.grants)
  return { refusals: [...whyNotGrants(ctx.registry, given), ...rules.refusals], places: rules.places }
}

const asInput = ({ grants, fields, withheld }: StoredGrants) => ({ grants: grants as GrantInput[], fields: fields as FieldGrantInput[], withheld: withheld as WithheldInput[] })

interface Role {
  version: number
  administrator: boolean
  functions: string[]
}

async function roleOf(db: Db, roleId: string, { lock = false } = {}): Promise<Role> {
  const which = sql`select version, coalesce(is_administrator, false) as administrator, coalesce(functions, '{}') as functions from role where id = ${roleId} and deleted_at is null`
  const [row] = await db.rows<Role>(lock ? sql`${which} for update` : which)
  return row ?? refuse('not_found', refusals.noRole, { status: 404 })
}

/** Objects and fields must exist; nothing twice. Each refusal is named by its place in the list. */
export function whyNotGrants(registry: Registry, { grants, fields, functions = [], withheld = [] }: Omit<RoleGrants, 'version'>): Refusal[] {
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
  const withheldRefusals = withheld.flatMap((entry, at): Refusal[] => {
    const object = registry.objects.get(entry.object)
    if (entry.kind !== 'screen' && object === undefined) return [refusal('unknown_object', refusals.noObject, { field: `withheld.${at}.object`, values: { name: entry.object } })]
    const isKnown = entry.kind !== 'action' || object!.actions?.some((action) => action.name === entry.name)
    if (!isKnown) return [refusal('unknown_action', refusals.noAction, { field: `withheld.${at}.name`, values: { object: entry.object, name: entry.name } })]
    return isDoubled(JSON.stringify(entry)) ? [refusal('withheld.doubled', refusals.doubledWithheld, { field: `withheld.${at}` })] : []
  })
  const strange = functions.filter((name) => !functionChoices.some((choice) => choice.value === name))
  return [...grantRefusals, ...fieldRefusals, ...withheldRefusals, ...strange.map((name) => refusal('unknown_function', refusals.noFunction, { field: 'functions', values: { name } }))]
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

/** For whoever is just writing it: the sentence it makes, or what is wrong with it. */
export function ruleInWords(ctx: Ctx, { object, rule }: { object: string; rule: string }): { sentence: string | null; problems: { at: number; length: number; message: string }[] } {
  requireAdministrator(ctx)
  if (!ctx.registry.objects.has(object)) refuse('unknown_object', refusals.noObject, { field: 'object', values: { name: object } })
  if (rule.trim() === '') return { sentence: null, problems: [] }
  const { typed, problems = [] } = understood(ctx, object, rule, 'program')
  const sentence = typed === undefined ? null : describe(typed, ctx.language, { timeZone: ctx.timeZone })
  return { sentence, problems: problems.map(({ at, length, text, values }) => ({ at, length, message: say(text, ctx.language, values) })) }
}

/** Where in the text of the rule: the screen marks it. */
interface RulePlace {
  field: string
  at: number
  length: number
}

/** In place of whatever the role had; what it withholds stays when nothing is said of it. The caller has checked names and rules. */
export async function storeGrants(tx: Db, registry: Registry, { roleId, grants, fields, withheld }: Omit<RoleGrants, 'version'> & { roleId: string }): Promise<void> {
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
  if (withheld === undefined) return
  await tx.rows(sql`delete from role_withheld where role_id = ${roleId}`)
  const taken = withheld.map(({ kind, object, name }) => ({ kind, object: kind === 'screen' ? '' : registry.object(object).id, name }))
  await tx.rows(sql`
    insert into role_withheld (role_id, kind, object, name)
    select ${roleId}::uuid, kind, object, name from jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) as w (kind text, object text, name text)`)
}

type Rights = StoredGrants & { functions: string[] }

/** Grants are no fields of the role, so its version, history and outbox are written here as the gate would. */
async function noteChange(tx: Db, ctx: Ctx, { roleId, version, before, after }: { roleId: string; version: number; before: Rights; after: Rights }): Promise<number> {
  const next = version + 1
  const given = Object.fromEntries((['functions', 'withheld'] as const).flatMap((what) => (JSON.stringify(before[what]) === JSON.stringify(after[what]) ? [] : [[what, { from: before[what], to: after[what] }]])))
  const changes = { grants: { from: before.grants, to: after.grants }, fieldAccess: { from: before.fields, to: after.fields }, ...given }
  await tx.rows(sql`update role set version = ${next}, functions = ${after.functions}, updated_at = ${ctx.now}, updated_by = ${ctx.who.userId} where id = ${roleId}`)
  await tx.rows(sql`
    insert into history (id, at, by, object, record, version, verb, changes, via, trace)
    values (${newId()}, ${ctx.now}, ${ctx.who.userId}, 'role', ${roleId}, ${next}, 'change', ${changes}, ${ctx.origin.via}, ${ctx.trace})`)
  await tx.rows(sql`
    insert into outbox (at, object, record, version, verb, fields, by) values (${ctx.now}, 'role', ${roleId}, ${next}, 'change', ${Object.keys(changes)}, ${ctx.who.userId})`)
  return next
}
