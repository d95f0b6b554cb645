import crypto from 'node:crypto'
import { refuse, RefusalError, type Refusal } from '../../../contract/refusal.ts'
import type { Language } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { create } from '../../kernel/records/create.ts'
import { hashOf, requireGoodPassword, storePassword } from '../passwords/actions.ts'
import { commonPasswords } from '../passwords/queries.ts'
import { whyNotPassword } from '../passwords/rules.ts'
import { signInPolicy } from '../policy/queries.ts'
import { addRoleGrants, storeGrants } from '../roles/actions.ts'
import { openSession, type OpenedSession } from '../sessions/actions.ts'
import { installation, installationChannel, installationKey, keepPlanned, objectsPlannedFor, standardRoles, type Installation } from './queries.ts'
import { grantsOfPlan, isCurrency, nameFromMail, plannedObjects, rolePlans, type StandardRole } from './rules.ts'
import { refusals, standardRoleTexts } from './texts.ts'

export interface FirstRun {
  language: Language
  currency: string
  timeZone?: string | undefined
  administrator: { name: string; mail: string; password: string }
}

const nothingMore = async () => undefined

/**
 * Makes the standard roles and the first administrator. Works once: of two at the same moment one is refused (409), the other wins.
 * Everything or nothing, so an interrupted first run can be repeated.
 */
export async function setUp(ctx: Ctx, given: FirstRun, also: (tx: Ctx) => Promise<void> = nothingMore): Promise<OpenedSession> {
  // Asked first: later nobody may make this server compute hashes for nothing.
  if ((await installation(ctx.db)) !== null) refuse('setup.done', refusals.done, { status: 409 })
  await requireGoodPassword(ctx.db, given.administrator.password, { ...given.administrator, field: 'administrator.password' })
  const userId = await makeInstallation(ctx, given, also)
  return openSession(ctx, userId, { replaces: null })
}

/** Without asking whether the password is good: whoever starts the server may choose it (SEDNO_ADMIN_PASSWORD). */
export async function makeInstallation(ctx: Ctx, { language, currency, timeZone = 'Europe/Warsaw', administrator }: FirstRun, also: (tx: Ctx) => Promise<void> = nothingMore): Promise<string> {
  if (!isCurrency(currency)) refuse('setup.unknown_currency', refusals.unknownCurrency, { field: 'currency', values: { currency } })
  const hash = await hashOf(administrator.password)
  return ctx.db.transaction(async (tx) => {
    const inside: Ctx = { ...ctx, db: tx, who: program, language, currency, timeZone }
    const claimed = await tx.rows(sql`insert into sedno_state (key, value) values (${installationKey}, '{}') on conflict (key) do nothing returning key`)
    if (claimed.length === 0) refuse('setup.done', refusals.done, { status: 409 })
    const roles = await makeStandardRoles(inside, language)
    const { name, mail } = administrator
    const { id } = await create(inside, 'user', { name, mail, active: true, roles: [roles.administrator], language, timeZone }).catch(throwAtForm)
    await storePassword(tx, id, { hash, now: ctx.now })
    const facts: Installation = { language, currency, timeZone, setUpAt: ctx.now.toISOString(), roles }
    await tx.rows(sql`update sedno_state set value = ${facts}, changed_at = ${ctx.now} where key = ${installationKey}`)
    await tx.rows(sql`select pg_notify(${installationChannel}, '')`)
    await also(inside)
    return id
  })
}

/** The form asks for name and mail under `administrator`, so that is where their refusals belong. */
function throwAtForm(error: unknown): never {
  if (!(error instanceof RefusalError)) throw error
  const placed = error.refusals.map((one) => (one.field === 'name' || one.field === 'mail' ? { ...one, field: `administrator.${one.field}` } : one))
  throw new RefusalError(placed, error.status, error.facts)
}

export interface GivenAdministrator {
  email: string
  password: string
  language: Language
  currency: string
}

/**
 * The first administrator from the environment, without the first-run page. Does nothing when the installation is set up already,
 * also when another server does it at this moment. Gives what is to be said of the password, which is taken whatever it is:
 * who starts the server answers for it.
 */
export async function setUpFromEnvironment(ctx: Ctx, given: GivenAdministrator, also?: (tx: Ctx) => Promise<void>): Promise<{ made: boolean; weak: Refusal | null }> {
  if ((await installation(ctx.db)) !== null) return { made: false, weak: null }
  const { email, password, language, currency } = given
  const administrator = { name: nameFromMail(email), mail: email, password }
  try {
    await makeInstallation(ctx, { language, currency, administrator }, also)
  } catch (error) {
    if (error instanceof RefusalError && error.status === 409) return { made: false, weak: null }
    throw error
  }
  const { minPasswordLength } = await signInPolicy(ctx.db)
  return { made: true, weak: whyNotPassword(password, { minLength: minPasswordLength, common: commonPasswords(), name: '', mail: email }) }
}

/** In the language of the installation: from then on they are the company's own and may be renamed. */
async function makeStandardRoles(ctx: Ctx, language: Language): Promise<Record<StandardRole, string>> {
  const made: Partial<Record<StandardRole, string>> = {}
  for (const [key, words] of Object.entries(standardRoleTexts) as [StandardRole, (typeof standardRoleTexts)[StandardRole]][]) {
    const plan = rolePlans[key]
    const values = { name: words.name[language], description: words.description[language], isAdministrator: key === 'administrator', functions: [...plan.functions] }
    const { id } = await create(ctx, 'role', values)
    await storeGrants(ctx.db, ctx.registry, { roleId: id, ...grantsOfPlan(ctx.registry, plan) })
    // The same key in every language: a configuration of a Polish installation knows the roles of an English one.
    await ctx.db.rows(sql`insert into role_key (role_id, key) values (${id}, ${key})`)
    made[key] = id
  }
  return made as Record<StandardRole, string>
}

/**
 * After an update: the roles an installation began with get what their plans say of objects that came with it, closed fields too.
 * Once for each object; what was decided since, also by leaving something out, stays.
 */
export async function grantNewObjects(ctx: Ctx): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inside: Ctx = { ...ctx, db: tx, who: program }
    await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('standard roles', 0))`)
    const known = plannedObjects.filter((name) => ctx.registry.objects.has(name))
    const planned = await objectsPlannedFor(tx)
    const fresh = new Set(known.filter((name) => !planned.has(ctx.registry.object(name).id)))
    if (fresh.size > 0) for (const { id, key } of await standardRoles(tx)) {
      const more = key in rolePlans ? grantsOfPlan(ctx.registry, rolePlans[key], fresh) : { grants: [], fields: [] }
      if (more.grants.length + more.fields.length > 0) await addRoleGrants(inside, id, more)
    }
    await keepPlanned(tx, [...new Set([...planned, ...known.map((name) => ctx.registry.object(name).id)])])
  })
}

/** Good to read over the telephone, random enough for one sign-in (75 bits). */
export function temporaryPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const signs = [...crypto.randomBytes(15)].map((byte) => letters[byte & 31]!)
  return [0, 5, 10].map((from) => signs.slice(from, from + 5).join('')).join('-')
}
