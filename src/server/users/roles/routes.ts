import { verbs, type Verb } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import type { Answer, Given } from '../../../contract/route.ts'
import { say } from '../../../contract/text.ts'
import { explainAccess } from '../../kernel/access/explain.ts'
import type { Who } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { implement } from '../../kernel/http/implement.ts'
import { one } from '../../kernel/query/one.ts'
import { accountOf } from '../passwords/queries.ts'
import { changeRoleGrants, readRoleGrants, requireAdministrator, ruleInWords } from './actions.ts'
import { changeGrants, matrix, personRights, readGrants, readPastGrants, readRule, why, type GrantInput, type PastRights, type WithheldInput } from './contract.ts'
import { heldBy, pastGrants, rolesWithGrants, whoIs, type PastGrants, type RoleRow } from './queries.ts'
import { withheldEntries } from './rules.ts'
import { refusals } from './texts.ts'

async function accessMatrix(ctx: Ctx): Promise<Answer<typeof matrix>> {
  requireAdministrator(ctx)
  const roles = await rolesWithGrants(ctx.db, ctx.registry)
  const objects = [...ctx.registry.objects.values()].map(({ name, label, baseline = {} }) => ({ name, label: { pl: label.pl, en: label.en }, baseline }))
  return { objects, roles: roles.map(({ grants, fields, withheld, ...role }) => ({ ...role, grants: gridOf(grants as GrantInput[]), fields: narrowedOf(fields), withheld: withheld as WithheldInput[] })) }
}

/** Object → verb → what reaches the records. */
function gridOf<G extends GrantInput>(grants: readonly G[]): Record<string, Partial<Record<Verb, Omit<G, 'object' | 'verb'>[]>>> {
  const byObject = Map.groupBy(grants, (grant) => grant.object)
  return Object.fromEntries([...byObject].map(([object, given]) => [object, Object.fromEntries(verbs.flatMap((verb) => {
    const cells = given.filter((grant) => grant.verb === verb).map(({ object: _, verb: __, ...cell }) => cell)
    return cells.length === 0 ? [] : [[verb, cells]]
  }))]))
}

function narrowedOf(fields: RoleRow['fields']): Record<string, Record<string, 'none' | 'read'>> {
  const result: Record<string, Record<string, 'none' | 'read'>> = {}
  for (const { object, field, access } of fields) if (access !== 'write') (result[object] ??= {})[field] = access
  return result
}

async function pastRights(ctx: Ctx, roleId: string): Promise<Answer<typeof readPastGrants>> {
  requireAdministrator(ctx)
  const entries = await pastGrants(ctx.db, roleId)
  return { entries: entries.map(({ changes, ...entry }) => ({ ...entry, before: rightsThen(changes, 'from'), after: rightsThen(changes, 'to') })) }
}

function rightsThen({ grants, fieldAccess, functions, withheld }: PastGrants['changes'], side: 'from' | 'to'): PastRights {
  const listOf = <T>(part: PastGrants['changes']['grants']): T[] => (Array.isArray(part?.[side]) ? (part[side] as T[]) : [])
  return { grants: listOf(grants), fields: listOf(fieldAccess), functions: listOf(functions), withheld: listOf(withheld) }
}

async function rightsOfPerson(ctx: Ctx, userId: string): Promise<Answer<typeof personRights>> {
  requireAdministrator(ctx)
  const account = (await accountOf(ctx.db, userId)) ?? refuse('not_found', refusals.noPerson, { status: 404 })
  const who = await whoIs(ctx.db, ctx.registry, { userId })
  const { roles, territories } = await heldBy(ctx.db, userId)
  const user = { id: account.userId, name: account.name }
  if (who === null) return { user, active: false, administrator: false, roles, functions: [], grants: {}, fields: {}, territories, withheld: [] }
  const functions = [...who.functions].filter((name) => name !== 'all').sort()
  return { user, active: true, administrator: who.all, roles, functions, grants: gridOf(who.grants as (GrantInput & { role: string })[]), fields: narrowedOf(fieldsOf(who)), territories, withheld: withheldEntries(who) as WithheldInput[] }
}

const fieldsOf = ({ fields }: Who) => Object.entries(fields).flatMap(([object, each]) => Object.entries(each).map(([field, access]) => ({ object, field, access })))

/** Everybody may ask about himself, of what he sees; about others, and of whatever there is, only an administrator: the answer tells what exists. */
async function whyAccess(ctx: Ctx, asked: Question): Promise<Answer<typeof why>> {
  const userId = asked.user ?? ctx.who.userId
  if (userId === null || (userId !== ctx.who.userId && !ctx.who.all)) return refuse('administrators_only', refusals.onlySelf, { status: 403 })
  if (!ctx.who.all && (await one(ctx, asked.object, asked.id)) === null) return refuse('not_found', refusals.noRecord, { status: 404 })
  const account = (await accountOf(ctx.db, userId)) ?? refuse('not_found', refusals.noPerson, { status: 404 })
  const user = { id: account.userId, name: account.name }
  const about = userId === ctx.who.userId ? ctx.who : await whoIs(ctx.db, ctx.registry, { userId })
  if (about === null) return { allowed: false, user, reasons: [{ allows: false, sentence: say(refusals.inactive, ctx.language, { name: account.name }) }], besides: [] }
  const { allowed, reasons, besides } = await explainAccess(ctx, about, asked)
  return { allowed, user, reasons: reasons.map(({ allows, text }) => ({ allows, sentence: text[ctx.language] })), besides: besides.map((text) => text[ctx.language]) }
}

type Question = Given<typeof why>['query']

export const routes = [
  implement(readGrants, (ctx, { params }) => readRoleGrants(ctx, params.id)),
  implement(changeGrants, (ctx, { params, body }) => changeRoleGrants(ctx, params.id, body)),
  implement(readPastGrants, (ctx, { params }) => pastRights(ctx, params.id)),
  implement(readRule, async (ctx, { body }) => ruleInWords(ctx, body)),
  implement(why, (ctx, { query }) => whyAccess(ctx, query)),
  implement(matrix, (ctx) => accessMatrix(ctx)),
  implement(personRights, (ctx, { params }) => rightsOfPerson(ctx, params.id)),
]
