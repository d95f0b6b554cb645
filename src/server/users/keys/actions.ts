import crypto from 'node:crypto'
import { refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { ownSession } from '../passwords/actions.ts'
import { hashOfToken } from '../sessions/queries.ts'
import type { keyScopes } from './contract.ts'
import { keysOf, workingKeys, type KeyRow } from './queries.ts'
import { hintOf, writeKey } from './rules.ts'
import { refusals } from './texts.ts'

const keysAtMost = 50

export interface NewKey {
  name: string
  scopes: readonly (typeof keyScopes)[number][]
  expiresAt?: string | null | undefined
}

/** A key acts as its owner, narrowed by its scopes. Keys make no keys: who stole one cannot outlive its end. */
export async function makeKey(ctx: Ctx, given: NewKey): Promise<KeyRow & { key: string }> {
  const userId = ownSession(ctx)
  if (given.scopes.includes('admin') && !ctx.who.all) refuse('key.admin_only', refusals.adminOnly, { field: 'scopes' })
  const expiresAt = given.expiresAt == null ? null : new Date(given.expiresAt)
  if (expiresAt !== null && expiresAt <= ctx.now) refuse('key.past', refusals.past, { field: 'expiresAt' })
  if ((await workingKeys(ctx.db, userId, ctx.now)) >= keysAtMost) refuse('key.too_many', refusals.tooMany, { values: { limit: keysAtMost } })
  const key = writeKey(crypto.randomBytes(32))
  const id = newId()
  await ctx.db.rows(sql`
    insert into api_key (id, user_id, name, hash, hint, scopes, made_at, expires_at)
    values (${id}, ${userId}, ${given.name}, ${hashOfToken(key)}, ${hintOf(key)}, ${[...new Set(given.scopes)]}, ${ctx.now}, ${expiresAt})`)
  await recordOperation(ctx, { what: 'key.make', detail: { key: id, scopes: given.scopes } })
  const row = (await keysOf(ctx.db, userId)).find((one) => one.id === id)!
  return { ...row, key }
}

/** One's own; an administrator's hand reaches everybody's. The row stays, so that its use can be accounted for. */
export async function revokeKey(ctx: Ctx, keyId: string): Promise<void> {
  const revoked = await ctx.db.rows(sql`
    update api_key set revoked_at = coalesce(revoked_at, ${ctx.now}) where id = ${keyId} and (user_id = ${ctx.who.userId} or ${ctx.who.all}::boolean) returning id`)
  if (revoked.length === 0) refuse('not_found', refusals.noKey, { status: 404 })
  await recordOperation(ctx, { what: 'key.revoke', detail: { key: keyId } })
}
