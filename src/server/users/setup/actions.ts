import crypto from 'node:crypto'
import { refuse } from '../../../contract/refusal.ts'
import type { Language } from '../../../contract/text.ts'
import { sql } from '../../../expression/sql.ts'
import { program } from '../../kernel/access/who.ts'
import type { Ctx } from '../../kernel/context.ts'
import { create } from '../../kernel/records/create.ts'
import { hashOf, requireGoodPassword, storePassword } from '../passwords/actions.ts'
import { storeGrants } from '../roles/actions.ts'
import { openSession, type OpenedSession } from '../sessions/actions.ts'
import { installationChannel, installationKey, type Installation } from './queries.ts'
import { grantsOfPlan, isCurrency, rolePlans, type StandardRole } from './rules.ts'
import { refusals, standardRoleTexts } from './texts.ts'

export interface FirstRun {
  language: Language
  currency: string
  timeZone?: string | undefined
  administrator: { name: string; mail: string; password: string }
}

/**
 * Makes the standard roles and the first administrator. Works once: of two at the same moment one is refused (409), the other wins.
 * Everything or nothing, so an interrupted first run can be repeated.
 */
export async function setUp(ctx: Ctx, given: FirstRun, also: (tx: Ctx) => Promise<void> = async () => undefined): Promise<OpenedSession> {
  await requireGoodPassword(ctx.db, given.administrator.password, { ...given.administrator, field: 'administrator.password' })
  const userId = await makeInstallation(ctx, given, also)
  return openSession(ctx, userId, { replaces: null })
}

/** Without asking whether the password is good: whoever starts the server may choose it (SEDNO_ADMIN_PASSWORD). */
export async function makeInstallation(ctx: Ctx, { language, currency, timeZone = 'Europe/Warsaw', administrator }: FirstRun, also: (tx: Ctx) => Promise<void>): Promise<string> {
  if (!isCurrency(currency)) refuse('setup.unknown_currency', refusals.unknownCurrency, { field: 'currency', values: { currency } })
  const hash = await hashOf(administrator.password)
  return ctx.db.transaction(async (tx) => {
    const inside: Ctx = { ...ctx, db: tx, who: program, language, currency, timeZone }
    const claimed = await tx.rows(sql`insert into sedno_state (key, value) values (${installationKey}, '{}') on conflict (key) do nothing returning key`)
    if (claimed.length === 0) refuse('setup.done', refusals.done, { status: 409 })
    const roles = await makeStandardRoles(inside, language)
    const { name, mail } = administrator
    const { id } = await create(inside, 'user', { name, mail, active: true, roles: [roles.administrator], language, timeZone })
    await storePassword(tx, id, { hash, now: ctx.now })
    const facts: Installation = { language, currency, timeZone, setUpAt: ctx.now.toISOString(), roles }
    await tx.rows(sql`update sedno_state set value = ${facts}, changed_at = ${ctx.now} where key = ${installationKey}`)
    await tx.rows(sql`select pg_notify(${installationChannel}, '')`)
    await also(inside)
    return id
  })
}

/** In the language of the installation: from then on they are the company's own and may be renamed. */
async function makeStandardRoles(ctx: Ctx, language: Language): Promise<Record<StandardRole, string>> {
  const made: Partial<Record<StandardRole, string>> = {}
  for (const [key, words] of Object.entries(standardRoleTexts) as [StandardRole, (typeof standardRoleTexts)[StandardRole]][]) {
    const plan = rolePlans[key]
    const values = { name: words.name[language], description: words.description[language], isAdministrator: key === 'administrator', functions: [...plan.functions] }
    const { id } = await create(ctx, 'role', values)
    await storeGrants(ctx.db, ctx.registry, { roleId: id, ...grantsOfPlan(ctx.registry, plan) })
    made[key] = id
  }
  return made as Record<StandardRole, string>
}

/** Good to read over the telephone, random enough for one sign-in (75 bits). */
export function temporaryPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const signs = [...crypto.randomBytes(15)].map((byte) => letters[byte & 31]!)
  return [0, 5, 10].map((from) => signs.slice(from, from + 5).join('')).join('-')
}
