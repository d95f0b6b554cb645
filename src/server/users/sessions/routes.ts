import { refuse } from '../../../contract/refusal.ts'
import type { Answer } from '../../../contract/route.ts'
import { screensWithheld } from '../../kernel/access/withheld.ts'
import type { Ctx } from '../../kernel/context.ts'
import { implement, type Http } from '../../kernel/http/implement.ts'
import { sessionCookie } from '../../kernel/http/request.ts'
import { recordOperation } from '../../kernel/monitoring/operations.ts'
import type { Preferences } from '../account/contract.ts'
import { asSignedIn, endOtherSessions, endSession, endToken, renewToken, signIn, type OpenedSession } from './actions.ts'
import { endOthersRoute, endSessionRoute, listSessions, signInRoute, signOutRoute, whoAmI } from './contract.ts'
import { personAt, sessionsOf } from './queries.ts'
import { deviceOf } from './rules.ts'
import { refusals } from './texts.ts'

/** Who one is and may do, as the web application asks for it at every start. */
export async function describe(ctx: Ctx): Promise<Answer<typeof whoAmI>> {
  const { who } = ctx
  const person = who.userId === null ? null : await personAt(ctx.db, who.userId, ctx.origin.session)
  if (person === null) return refuse('not_signed_in', refusals.notSignedIn, { status: 401 })
  const { preferences, session, ...user } = person
  return {
    user, session, administrator: who.all, functions: [...who.functions].filter((name) => name !== 'all').sort(),
    preferences: (preferences ?? {}) as Preferences, currency: ctx.currency, scopes: who.keyScopes === null ? null : [...who.keyScopes].sort(),
    mine: { teams: [...who.teams], teamMates: [...who.teamMates], subordinates: [...who.subordinates], territories: [...who.territories] },
    acting: ctx.acting ?? null, hiddenScreens: screensWithheld(who),
  }
}

/** Gives the token to the browser alone: scripts cannot read the cookie, and no answer holds it. */
export async function enter(ctx: Ctx, opened: OpenedSession, http: Http): Promise<Answer<typeof whoAmI>> {
  giveToken(ctx, opened, http)
  const answer = await describe(await asSignedIn(ctx, opened))
  return opened.recoveryCodes === undefined ? answer : { ...answer, recoveryCodes: opened.recoveryCodes }
}

function giveToken(ctx: Ctx, { token, expiresAt }: OpenedSession, http: Http): void {
  http.setCookie(sessionCookie, token, { maxAgeSeconds: Math.floor((expiresAt.getTime() - ctx.now.getTime()) / 1000) })
}

/** After the password was given again: the session goes on under a new token. */
export async function goOn(ctx: Ctx, http: Http): Promise<void> {
  const renewed = await renewToken(ctx)
  if (renewed !== null) giveToken(ctx, renewed, http)
}

export const routes = [
  implement(signInRoute, async (ctx, { body }, http) => enter(ctx, await signIn(ctx, body, { replaces: http.cookie(sessionCookie) }), http)),
  implement(whoAmI, (ctx) => describe(ctx)),
  implement(signOutRoute, async (ctx, _given, http) => {
    const token = http.cookie(sessionCookie)
    if (ctx.acting !== undefined) recordOperation(ctx, { what: 'acting.end' })
    if (token !== null) await endToken(ctx.db, token)
    http.clearCookie(sessionCookie)
    return {}
  }),
  implement(listSessions, async (ctx) => {
    const rows = ctx.who.userId === null ? [] : await sessionsOf(ctx.db, ctx.who.userId, ctx.now)
    return { sessions: rows.map(({ agent, ...row }) => ({ ...row, device: deviceOf(agent), current: row.id === ctx.origin.session })) }
  }),
  implement(endSessionRoute, async (ctx, { params, body }) => {
    await endSession(ctx, params.id, body.password)
    return {}
  }),
  implement(endOthersRoute, async (ctx, { body }) => ({ ended: await endOtherSessions(ctx, body.password) })),
]
