import { refuse } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import { requireAdministrator } from '../roles/actions.ts'
import { whoIs } from '../roles/queries.ts'
import { roleToActAs } from './queries.ts'
import { refusals } from './texts.ts'

export type Whom = { user: string } | { role: string }

/**
 * From the next request on the session looks with these rights, on every server: it is kept with the session. Only an administrator in a
 * session of his own (403); never with the eyes of another administrator, who sees no more than he does (422).
 */
export async function actAs(ctx: Ctx, whom: Whom): Promise<void> {
  requireAdministrator(ctx)
  if (ctx.origin.session === null) refuse('acting.own_session', refusals.ownSession, { status: 403 })
  const { kind, id, name } = 'user' in whom ? await person(ctx, whom.user) : await role(ctx, whom.role)
  await ctx.db.rows(sql`
    update session set acting_user = ${kind === 'user' ? id : null}, acting_role = ${kind === 'role' ? id : null} where id = ${ctx.origin.session} and user_id = ${ctx.who.userId}`)
  await recordOperation(ctx, { what: 'acting.start', object: kind, record: id, detail: { by: ctx.who.name, as: name } })
}

async function person(ctx: Ctx, id: string): Promise<{ kind: 'user'; id: string; name: string }> {
  const who = (await whoIs(ctx.db, ctx.registry, { userId: id })) ?? refuse('not_found', refusals.noSuchPerson, { status: 404 })
  if (who.all) refuse('acting.administrator', refusals.administrator, { field: 'user' })
  return { kind: 'user', id, name: who.name }
}

async function role(ctx: Ctx, id: string): Promise<{ kind: 'role'; id: string; name: string }> {
  const { name, administrator } = (await roleToActAs(ctx.db, id)) ?? refuse('not_found', refusals.noSuchRole, { status: 404 })
  if (administrator) refuse('acting.administrator', refusals.administrator, { field: 'role' })
  return { kind: 'role', id, name }
}

export async function endActing(ctx: Ctx): Promise<void> {
  const { acting } = ctx
  if (acting === undefined) return refuse('acting.ended', refusals.notActing, { status: 409 })
  await ctx.db.rows(sql`update session set acting_user = null, acting_role = null where id = ${ctx.origin.session} and user_id = ${acting.by.id}`)
  await recordOperation(ctx, { what: 'acting.end', object: acting.as.kind, record: acting.as.id, detail: { by: acting.by.name, as: acting.as.name } })
}
