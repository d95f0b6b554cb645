import crypto from 'node:crypto'
import { refuse, RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import type { SignedIn } from '../../kernel/http/signedIn.ts'
import type { Registry } from '../../kernel/metadata/registry.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { otherEyes } from '../acting/queries.ts'
import { countAttempt, forgive, takeBack } from '../attempts/actions.ts'
import { type AttemptLimit, limitsFor } from '../attempts/rules.ts'
import { looksLikeKey } from '../keys/rules.ts'
import { confirmPassword, hashOf, isPassword, ownSession, requireGoodPassword, storePassword } from '../passwords/actions.ts'
import { accountByMail, type Account } from '../passwords/queries.ts'
import { isWeakerThanNow, normalPassword } from '../passwords/rules.ts'
import { refusals as passwordRefusals } from '../passwords/texts.ts'
import { signInPolicy } from '../policy/queries.ts'
import { rememberedWho, whoIs } from '../roles/queries.ts'
import { confirmPending, mustHaveCodes, pendingTotp, useCode } from '../totp/actions.ts'
import { hashOfToken, keyEntry, sessionEntry, type Entry } from './queries.ts'
import { freshMinutes, sessionsAtMost, sessionTimes } from './rules.ts'
import { refusals } from './texts.ts'

export interface Credentials {
  email: string
  password: string
  code?: string | undefined
  newPassword?: string | undefined
}

export interface OpenedSession {
  id: string
  token: string
  userId: string
  expiresAt: Date
  /** Only when this sign-in has set up codes. */
  recoveryCodes?: string[] | undefined
}

/**
 * Unknown address, wrong password and inactive person take the same path, the same time and the same answer (401). So does a lock (429):
 * it is counted for addresses nobody has as well. Only who has given the right password hears that a code or a new password is needed.
 */
export async function signIn(ctx: Ctx, given: Credentials, { replaces }: { replaces: string | null }): Promise<OpenedSession> {
  const mail = given.email.trim().toLowerCase()
  const account = await accountByMail(ctx.db, mail)
  try {
    const { userId, recoveryCodes } = await prove(ctx, account, given, limitsFor(mail, ctx.origin.ip ?? 'unknown'))
    const opened = await openSession(ctx, userId, { replaces })
    await recordOperation(ctx, { what: 'session.start', ...userOf(account), detail: { session: opened.id, code: account?.totp != null } })
    return { ...opened, recoveryCodes }
  } catch (error) {
    // The mail as typed is not noted: it may be a password in the wrong field.
    if (error instanceof RefusalError) await recordOperation(ctx, { what: 'session.refused', ...userOf(account), detail: { code: error.message } })
    throw error
  }
}

const userOf = (account: Account | null) => (account === null ? {} : { object: 'user', record: account.userId })

/** Ends well only when everything asked for was right and the person may come in. What is missing is asked for before a code is used up. */
async function prove(ctx: Ctx, account: Account | null, given: Credentials, limits: readonly AttemptLimit[]): Promise<{ userId: string; recoveryCodes: string[] | undefined }> {
  await countAttempt(ctx.db, limits, ctx.now)
  const right = await isPassword(given.password, account?.hash ?? null)
  if (account === null || !right || !account.active) return refuse('session.wrong', refusals.wrong, { status: 401 })
  const enrols = account.totp === null && (await mustHaveCodes(ctx, account.userId))
  try {
    if ((account.totp !== null || enrols) && isEmpty(given.code)) await askForCode(ctx, account)
    if (account.mustChange) await requireNewPassword(ctx, account, given)
  } catch (error) {
    // Neither good nor bad. Not forgiven: who knows the password could otherwise wipe out his wrong codes and guess for ever.
    if (error instanceof RefusalError) await takeBack(ctx.db, limits)
    throw error
  }
  // Counted like a wrong password when it is wrong: a code has only a million values.
  const recoveryCodes = enrols ? await enrol(ctx, account, given.code!) : undefined
  if (account.totp !== null && !(await useCode(ctx, account, given.code!))) refuse('session.wrong_code', refusals.wrongCode, { status: 401, field: 'code' })
  await forgive(ctx.db, limits)
  await settlePassword(ctx, account, given)
  return { userId: account.userId, recoveryCodes }
}

const isEmpty = (text: string | undefined): boolean => text === undefined || text.trim() === ''

async function askForCode(ctx: Ctx, account: Account): Promise<never> {
  if (account.totp !== null) return refuse('session.code_needed', refusals.codeNeeded, { status: 401, field: 'code' })
  return refuse('session.codes_required', refusals.codesRequired, { status: 401, field: 'code', facts: { ...(await pendingTotp(ctx, account)) } })
}

async function enrol(ctx: Ctx, account: Account, code: string): Promise<string[]> {
  return (await confirmPending(ctx, account.userId, code)) ?? refuse('session.wrong_code', refusals.wrongCode, { status: 401, field: 'code' })
}

async function requireNewPassword(ctx: Ctx, account: Account, { password, newPassword }: Credentials): Promise<void> {
  if (newPassword === undefined || newPassword === '') return refuse('session.new_password_needed', refusals.newPasswordNeeded, { status: 401, field: 'newPassword' })
  await requireGoodPassword(ctx.db, newPassword, { ...account, field: 'newPassword' })
  if (normalPassword(newPassword) === normalPassword(password)) refuse('password.same', passwordRefusals.same, { field: 'newPassword' })
}

/** A temporary password is replaced now; one hashed more weakly than today is hashed anew while it is at hand. */
async function settlePassword(ctx: Ctx, account: Account, { password, newPassword }: Credentials): Promise<void> {
  if (account.mustChange) {
    await storePassword(ctx.db, account.userId, { hash: await hashOf(newPassword!), now: ctx.now })
  } else if (isWeakerThanNow(account.hash!)) {
    const hash = await hashOf(password)
    await ctx.db.rows(sql`update user_password set hash = ${hash} where user_id = ${account.userId} and hash = ${account.hash}`)
  }
}

const newToken = (): string => crypto.randomBytes(32).toString('base64url')

/** Always a new token: one that somebody planted before is worth nothing. The session it replaces ends. */
export async function openSession(ctx: Ctx, userId: string, { replaces }: { replaces: string | null }): Promise<OpenedSession> {
  const token = newToken()
  const { idleSeconds, expiresAt } = sessionTimes(await signInPolicy(ctx.db), ctx.now)
  const id = newId()
  const agent = ctx.origin.agent?.slice(0, 400) ?? null
  if (replaces !== null) await endToken(ctx.db, replaces)
  await ctx.db.rows(sql`
    insert into session (id, user_id, hash, started_at, used_at, idle_seconds, expires_at, ip, agent)
    values (${id}, ${userId}, ${hashOfToken(token)}, ${ctx.now}, ${ctx.now}, ${idleSeconds}, ${expiresAt}, ${ctx.origin.ip}, ${agent})`)
  await ctx.db.rows(sql`
    delete from session where id in (select id from session where user_id = ${userId} and id <> ${id} order by used_at desc, id desc offset ${sessionsAtMost - 1})`)
  return { id, token, userId, expiresAt }
}

/** The same session under another token, after the password was given again (ASVS 5, 7.2.4): whoever had copied the old one is out. */
export async function renewToken(ctx: Ctx): Promise<OpenedSession | null> {
  const token = newToken()
  const [row] = await ctx.db.rows<{ id: string; userId: string; expiresAt: string }>(sql`
    update session set hash = ${hashOfToken(token)} where id = ${ctx.origin.session} and user_id = ${ctx.who.userId} returning id, user_id as "userId", expires_at as "expiresAt"`)
  return row === undefined ? null : { id: row.id, userId: row.userId, token, expiresAt: new Date(row.expiresAt) }
}

export async function endToken(db: Db, token: string): Promise<void> {
  await db.rows(sql`delete from session where hash = ${hashOfToken(token)}`)
}

/** Whoever finds a screen left open cannot drive its owner out of his other devices without his password. */
async function requireFresh(ctx: Ctx, password: string | undefined): Promise<void> {
  const userId = ownSession(ctx)
  if (password !== undefined) return void (await confirmPassword(ctx, password))
  const fresh = await ctx.db.rows(sql`
    select 1 from session where id = ${ctx.origin.session} and user_id = ${userId} and started_at > ${ctx.now}::timestamptz - make_interval(mins => ${freshMinutes}::int)`)
  if (fresh.length === 0) refuse('session.confirm', refusals.confirm, { status: 403, field: 'password' })
}

/** One of one's own; those of others are as if they were not there. */
export async function endSession(ctx: Ctx, sessionId: string, password?: string): Promise<void> {
  // Ending the very session one speaks in is signing out.
  if (sessionId !== ctx.origin.session) await requireFresh(ctx, password)
  const ended = await ctx.db.rows(sql`delete from session where id = ${sessionId} and user_id = ${ctx.who.userId} returning id`)
  if (ended.length === 0) refuse('not_found', refusals.noSession, { status: 404 })
}

export async function endOtherSessions(ctx: Ctx, password?: string): Promise<number> {
  await requireFresh(ctx, password)
  const ended = await ctx.db.rows(sql`delete from session where user_id = ${ctx.who.userId} and id is distinct from ${ctx.origin.session}::uuid returning id`)
  return ended.length
}

/** Everything open in this person's name, by whoever looks after his account. */
export async function endSessionsOf(db: Db, userId: string): Promise<number> {
  return (await db.rows(sql`delete from session where user_id = ${userId} returning id`)).length
}

/**
 * Who stands at the door: a key if one is given, else a session. One statement when nothing changed since his last request.
 * null: not signed in, ended, expired, or inactive.
 */
export async function authenticate(db: Db, registry: Registry, given: { cookie: string | null; bearer: string | null; ip: string; now: Date }): Promise<SignedIn | null> {
  const entry = await entryOf(db, given)
  if (entry === null) return null
  const who = await rememberedWho(db, registry, { userId: entry.userId, keyScopes: entry.scopes, accessVersion: entry.accessVersion })
  if (who === null) return null
  if (entry.stale) await noteUse(db, entry, given)
  const looking = entry.actingUser == null && entry.actingRole == null ? null : await otherEyes(db, registry, { ...entry, real: who })
  if (looking !== null) return { ...looking, sessionId: entry.id }
  return { who, language: entry.language, timeZone: entry.timeZone, sessionId: entry.scopes === null ? entry.id : null }
}

async function entryOf(db: Db, { cookie, bearer, now }: { cookie: string | null; bearer: string | null; now: Date }): Promise<Entry | null> {
  // A program that gives a key means the key: a cookie beside it must not let it in.
  if (bearer !== null) return looksLikeKey(bearer) ? keyEntry(db, bearer, now) : null
  return cookie === null || cookie.length > 100 ? null : sessionEntry(db, cookie, now)
}

async function noteUse(db: Db, entry: Entry, { ip, now }: { ip: string; now: Date }): Promise<void> {
  if (entry.scopes === null) await db.rows(sql`update session set used_at = ${now}, ip = ${ip} where id = ${entry.id} and used_at < ${now}`)
  else await db.rows(sql`update api_key set used_at = ${now}, used_ip = ${ip} where id = ${entry.id} and (used_at is null or used_at < ${now})`)
}

/** The context goes on as the person who has just signed in. */
export async function asSignedIn(ctx: Ctx, opened: OpenedSession): Promise<Ctx> {
  const who = await whoIs(ctx.db, ctx.registry, { userId: opened.userId })
  if (who === null) return refuse('session.wrong', refusals.wrong, { status: 401 })
  return { ...ctx, who, origin: { ...ctx.origin, session: opened.id } }
}
