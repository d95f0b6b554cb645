import crypto from 'node:crypto'
import { refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { open, seal } from '../../kernel/secrets/seal.ts'
import { countAttempt, forgive } from '../attempts/actions.ts'
import { confirmationLimits } from '../attempts/rules.ts'
import { confirmPassword, ownSession } from '../passwords/actions.ts'
import type { Account } from '../passwords/queries.ts'
import { signInPolicy } from '../policy/queries.ts'
import { whoIs } from '../roles/queries.ts'
import { hashOfToken } from '../sessions/queries.ts'
import { totpOf } from './queries.ts'
import { newSecret, otpauthUri, readRecoveryCode, recoveryCodeCount, stepOfCode, writeRecoveryCode } from './rules.ts'
import { refusals } from './texts.ts'

const hour = 3_600_000
/** Bound to its owner: copied to another's row it does not open. */
const purpose = (userId: string): string => `totp:${userId}`

/** The secret waits apart until a code of it has been shown; sign-in asks for none of it before. */
export async function beginTotp(ctx: Ctx, password: string): Promise<{ secret: string; uri: string }> {
  const account = await confirmPassword(ctx, password)
  const secret = newSecret()
  await keepPending(ctx, account.userId, secret)
  return { secret, uri: otpauthUri(secret, account.mail) }
}

/** The set-up that sign-in itself offers where codes are required: the same secret until it is an hour old, so that asking again does not spoil it. */
export async function pendingTotp(ctx: Ctx, { userId, mail }: Account): Promise<{ secret: string; uri: string }> {
  const kept = await pendingOf(ctx, userId)
  const secret = kept === null ? newSecret() : open(kept, purpose(userId))
  if (kept === null) await keepPending(ctx, userId, secret)
  return { secret, uri: otpauthUri(secret, mail) }
}

async function keepPending(ctx: Ctx, userId: string, secret: string): Promise<void> {
  await ctx.db.rows(sql`
    insert into user_totp (user_id, pending, pending_at) values (${userId}, ${seal(secret, purpose(userId))}, ${ctx.now})
    on conflict (user_id) do update set pending = excluded.pending, pending_at = excluded.pending_at`)
}

async function pendingOf(ctx: Ctx, userId: string): Promise<string | null> {
  const { pending, pendingAt } = await totpOf(ctx.db, userId)
  return pending === null || pendingAt === null || Date.parse(pendingAt) < ctx.now.getTime() - hour ? null : pending
}

export async function mustHaveCodes(ctx: Ctx, userId: string): Promise<boolean> {
  const { codesFrom } = await signInPolicy(ctx.db)
  if (codesFrom === 'nobody') return false
  return codesFrom === 'everybody' || (await whoIs(ctx.db, ctx.registry, { userId }))?.all === true
}

/** From now on sign-in asks for a code; other sessions end. Gives the recovery codes, this once. */
export async function confirmTotp(ctx: Ctx, code: string): Promise<string[]> {
  const userId = ownSession(ctx)
  const limits = confirmationLimits(userId, 'code')
  await countAttempt(ctx.db, limits, ctx.now)
  if ((await pendingOf(ctx, userId)) === null) return refuse('totp.not_begun', refusals.notBegun)
  const codes = await confirmPending(ctx, userId, code)
  if (codes === null) return refuse('totp.wrong_code', refusals.wrongCode, { field: 'code' })
  await forgive(ctx.db, limits)
  return codes
}

/** null: nothing was begun, or the code is not its. */
export async function confirmPending(ctx: Ctx, userId: string, code: string): Promise<string[] | null> {
  const pending = await pendingOf(ctx, userId)
  const step = pending === null ? null : stepOfCode(open(pending, purpose(userId)), code, ctx.now)
  if (step === null) return null
  const codes = await ctx.db.transaction(async (tx) => {
    // Only what was pending when the code was read: a set-up begun anew meanwhile must prove itself.
    const confirmed = await tx.rows(sql`
      update user_totp set secret = pending, confirmed_at = ${ctx.now}, last_step = ${step}, pending = null, pending_at = null
       where user_id = ${userId} and pending = ${pending} returning user_id`)
    if (confirmed.length === 0) return null
    await tx.rows(sql`delete from session where user_id = ${userId} and id is distinct from ${ctx.origin.session}::uuid`)
    return renewRecoveryCodes(tx, userId)
  })
  if (codes !== null) await recordOperation(ctx, { what: 'totp.on', object: 'user', record: userId })
  return codes
}

/** With the password and a code: a session left open is not enough to take the second factor away. */
export async function disableTotp(ctx: Ctx, { password, code }: { password: string; code: string }): Promise<void> {
  const account = await confirmPassword(ctx, password)
  if (account.totp === null) refuse('totp.not_on', refusals.notOn)
  if (await mustHaveCodes(ctx, account.userId)) refuse('totp.required', refusals.required)
  const limits = confirmationLimits(account.userId, 'code')
  await countAttempt(ctx.db, limits, ctx.now)
  if (!(await useCode(ctx, account, code))) refuse('totp.wrong_code', refusals.wrongCode, { field: 'code' })
  await forgive(ctx.db, limits)
  await removeTotp(ctx, account.userId)
}

export async function removeTotp(ctx: Ctx, userId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await tx.rows(sql`delete from user_totp where user_id = ${userId}`)
    await tx.rows(sql`delete from recovery_code where user_id = ${userId}`)
  })
  await recordOperation(ctx, { what: 'totp.off', object: 'user', record: userId })
}

export async function newRecoveryCodes(ctx: Ctx, password: string): Promise<string[]> {
  const account = await confirmPassword(ctx, password)
  if (account.totp === null) refuse('totp.not_on', refusals.notOn)
  return ctx.db.transaction((tx) => renewRecoveryCodes(tx, account.userId))
}

async function renewRecoveryCodes(tx: Db, userId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => writeRecoveryCode(crypto.randomBytes(24)))
  const hashes = codes.map((code) => hashOfToken(readRecoveryCode(code)!))
  await tx.rows(sql`delete from recovery_code where user_id = ${userId}`)
  await tx.rows(sql`insert into recovery_code (user_id, hash) select ${userId}::uuid, hash from unnest(${hashes}::text[]) as hash`)
  return codes
}

/**
 * Takes a code of the authenticator or a recovery code, each once: the statement that notes its use decides, so the same code
 * given twice at the same moment is good once. An older code than the last one used is refused too.
 */
export async function useCode(ctx: Ctx, account: Account, code: string): Promise<boolean> {
  const recovery = readRecoveryCode(code)
  if (recovery !== null) {
    const used = await ctx.db.rows(sql`
      update recovery_code set used_at = ${ctx.now} where user_id = ${account.userId} and hash = ${hashOfToken(recovery)} and used_at is null returning user_id`)
    return used.length === 1
  }
  const step = account.totp === null ? null : stepOfCode(open(account.totp, purpose(account.userId)), code, ctx.now)
  if (step === null) return false
  const used = await ctx.db.rows(sql`update user_totp set last_step = ${step} where user_id = ${account.userId} and last_step < ${step} returning user_id`)
  return used.length === 1
}
