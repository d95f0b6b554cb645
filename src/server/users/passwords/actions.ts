import crypto from 'node:crypto'
import { RefusalError, refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { countAttempt, forgive, lockedUntil } from '../attempts/actions.ts'
import { confirmationLimits, openLimits } from '../attempts/rules.ts'
import { signInPolicy } from '../policy/queries.ts'
import { requireManager } from '../roles/actions.ts'
import { hashOfToken } from '../sessions/queries.ts'
import { accountOf, commonPasswords, linkOwner, signInStateOf, type Account, type SignInState } from './queries.ts'
import { hashStrength, type HashParts, nobodysHash, normalPassword, readHash, whyNotPassword, writeHash } from './rules.ts'
import { refusals } from './texts.ts'

/** In the thread pool, so that other requests go on; about 30 ms and 19 MiB. */
function argon2(password: string, { memory, passes, parallelism, salt }: Omit<HashParts, 'tag'>): Promise<Buffer> {
  const given = { message: Buffer.from(normalPassword(password), 'utf8'), nonce: salt, parallelism, tagLength: 32, memory, passes }
  return new Promise((resolve, reject) => crypto.argon2('argon2id', given, (error, tag) => (error ? reject(error) : resolve(tag))))
}

export async function hashOf(password: string): Promise<string> {
  const salt = crypto.randomBytes(16)
  return writeHash({ ...hashStrength, salt, tag: await argon2(password, { ...hashStrength, salt }) })
}

/** Always one computation of the hash, also for nobody: the time says nothing. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const parts = readHash(hash ?? nobodysHash)
  const tag = await argon2(password, parts)
  return crypto.timingSafeEqual(tag, parts.tag) && hash !== null
}

/** By the policy in force; the refusal's field is 'password' unless told. */
export async function requireGoodPassword(db: Db, password: string, person: { name: string; mail: string; field?: string }): Promise<void> {
  const { minPasswordLength } = await signInPolicy(db)
  const why = whyNotPassword(password, { minLength: minPasswordLength, common: commonPasswords(), name: person.name, mail: person.mail })
  if (why !== null) throw new RefusalError([{ ...why, field: person.field ?? 'password' }])
}

/** Whoever knew the old password is out: sessions end, but for the one named; links that were under way end too. */
export async function storePassword(db: Db, userId: string, given: { hash: string; now: Date; mustChange?: boolean; keepSession?: string | null }): Promise<void> {
  const { hash, now, mustChange = false, keepSession = null } = given
  await db.transaction(async (tx) => {
    await tx.rows(sql`
      insert into user_password (user_id, hash, must_change, changed_at) values (${userId}, ${hash}, ${mustChange}, ${now})
      on conflict (user_id) do update set hash = excluded.hash, must_change = excluded.must_change, changed_at = excluded.changed_at`)
    await tx.rows(sql`delete from session where user_id = ${userId} and id is distinct from ${keepSession}::uuid`)
    await tx.rows(sql`update password_link set used_at = ${now} where user_id = ${userId} and used_at is null`)
  })
}

/** The signed-in person's own; he proves that it is he by the present one. */
export async function changePassword(ctx: Ctx, given: { current: string; password: string }): Promise<void> {
  const account = await confirmPassword(ctx, given.current, 'current')
  await requireGoodPassword(ctx.db, given.password, account)
  if (normalPassword(given.password) === normalPassword(given.current)) refuse('password.same', refusals.same, { field: 'password' })
  await storePassword(ctx.db, account.userId, { hash: await hashOf(given.password), now: ctx.now, keepSession: ctx.origin.session })
  await recordOperation(ctx, { what: 'password.change', object: 'user', record: account.userId })
}

/** Asks the signed-in person for his password again before what could lock him out or let another in. Not with a key. */
export async function confirmPassword(ctx: Ctx, password: string, field = 'password'): Promise<Account> {
  const userId = ownSession(ctx)
  const limits = confirmationLimits(userId, 'password')
  await countAttempt(ctx.db, limits, ctx.now)
  const account = await accountOf(ctx.db, userId)
  if (!(await isPassword(password, account?.hash ?? null))) refuse('password.wrong_current', refusals.wrongCurrent, { field })
  await forgive(ctx.db, limits)
  return account!
}

/** Who sits there himself. A key is for programs and never reaches what guards the account. */
export function ownSession(ctx: Ctx): string {
  if (ctx.who.userId === null || ctx.origin.session === null) refuse('account.needs_session', refusals.notWithKey, { status: 403 })
  return ctx.who.userId
}

/** Set by somebody else, so good for one sign-in only: the person must choose his own then. */
export async function setTemporaryPassword(ctx: Ctx, userId: string, password: string): Promise<void> {
  const account = await requireManager(ctx, userId)
  await requireGoodPassword(ctx.db, password, account)
  await storePassword(ctx.db, userId, { hash: await hashOf(password), now: ctx.now, mustChange: true })
  await recordOperation(ctx, { what: 'password.setForOther', object: 'user', record: userId })
}

export async function signInState(ctx: Ctx, userId: string): Promise<SignInState & { lockedUntil: string | null }> {
  const account = await requireManager(ctx, userId)
  return { ...(await signInStateOf(ctx.db, userId, ctx.now)), lockedUntil: await lockedUntil(ctx.db, account.mail, ctx.now) }
}

export interface PasswordLink {
  token: string
  expiresAt: Date
}

/** Invites a new person, or lets one in who has forgotten his password. A newer link ends the earlier ones. */
export async function makePasswordLink(ctx: Ctx, userId: string): Promise<PasswordLink> {
  const account = await requireManager(ctx, userId)
  if (!account.active) refuse('user.inactive', refusals.inactive)
  const { linkHours } = await signInPolicy(ctx.db)
  const token = crypto.randomBytes(32).toString('base64url')
  const expiresAt = new Date(ctx.now.getTime() + linkHours * 3_600_000)
  await ctx.db.transaction(async (tx) => {
    await tx.rows(sql`update password_link set used_at = ${ctx.now} where user_id = ${userId} and used_at is null`)
    await tx.rows(sql`
      insert into password_link (id, user_id, hash, made_by, made_at, expires_at)
      values (${newId()}, ${userId}, ${hashOfToken(token)}, ${ctx.who.userId}, ${ctx.now}, ${expiresAt})`)
  })
  await recordOperation(ctx, { what: 'password.link', object: 'user', record: userId })
  return { token, expiresAt }
}

export interface LinkFacts {
  name: string
  mail: string
  first: boolean
  minLength: number
}

export async function checkLink(ctx: Ctx, token: string): Promise<LinkFacts> {
  const owner = await ownerOfLink(ctx, token)
  const { minPasswordLength } = await signInPolicy(ctx.db)
  return { name: owner.name, mail: owner.mail, first: !owner.hasPassword, minLength: minPasswordLength }
}

/** Does not sign in: whoever has set up codes still needs one. */
export async function usePasswordLink(ctx: Ctx, { token, password }: { token: string; password: string }): Promise<void> {
  const owner = await ownerOfLink(ctx, token)
  await requireGoodPassword(ctx.db, password, owner)
  const hash = await hashOf(password)
  await ctx.db.transaction(async (tx) => {
    const used = await tx.rows(sql`update password_link set used_at = ${ctx.now} where id = ${owner.linkId} and used_at is null returning id`)
    if (used.length === 0) refuse('link.dead', refusals.deadLink)
    await storePassword(tx, owner.userId, { hash, now: ctx.now })
  })
  await recordOperation(ctx, { what: 'password.setByLink', object: 'user', record: owner.userId })
}

async function ownerOfLink(ctx: Ctx, token: string) {
  const limits = openLimits('link', ctx.origin.ip ?? 'unknown')
  await countAttempt(ctx.db, limits, ctx.now)
  const owner = await linkOwner(ctx.db, hashOfToken(token), ctx.now)
  if (owner === null) return refuse('link.dead', refusals.deadLink)
  await forgive(ctx.db, limits)
  return owner
}
