import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { languages } from '../../../contract/text.ts'
import { preferences } from '../account/contract.ts'

const moment = z.iso.datetime()
const picture = z.strictObject({ hash: z.string(), name: z.string(), size: z.number(), type: z.string() })

const named = z.strictObject({ id: z.uuid(), name: z.string() })

const ids = z.array(z.uuid())

/** Who one is and may do. */
export const me = z.strictObject({
  user: z.strictObject({ id: z.uuid(), name: z.string(), mail: z.string(), picture: picture.nullable(), position: z.string().nullable(), language: z.enum(languages), timeZone: z.string() }),
  administrator: z.boolean(),
  functions: z.array(z.string()),
  /** What conditions call `me.teams`, `me.teamMates`, `me.subordinates`, `me.territories`: ids. */
  mine: z.strictObject({ teams: ids, teamMates: ids, subordinates: ids, territories: ids }),
  preferences,
  currency: z.string(),
  /** null when a key speaks. */
  session: z.strictObject({ id: z.uuid(), startedAt: moment, expiresAt: moment }).nullable(),
  scopes: z.array(z.string()).nullable(),
  /** Whose eyes an administrator looks with, and who he is; null: his own. */
  acting: z.strictObject({ by: named, as: named.extend({ kind: z.enum(['user', 'role']) }) }).nullable(),
  /** Addresses of screens that his roles do not show. */
  hiddenScreens: z.array(z.string()),
  /** Shown this once, when signing in has set up codes. */
  recoveryCodes: z.array(z.string()).optional(),
})

export const signInRequest = z.strictObject({
  email: z.string().max(320),
  password: z.string().max(1024),
  /** Six digits of the authenticator, or a recovery code. */
  code: z.string().max(64).optional(),
  /** Needed once when the password was set by an administrator. */
  newPassword: z.string().max(1024).optional(),
})

const session = z.strictObject({
  id: z.uuid(), startedAt: moment, usedAt: moment, expiresAt: moment,
  ip: z.string().nullable(), device: z.string().nullable(), current: z.boolean(),
})

const none = z.strictObject({})
/** Needed when one signed in more than a quarter of an hour ago. */
const confirmation = z.strictObject({ password: z.string().max(1024).optional() })
export const signInRoute = route({ method: 'POST', path: '/api/session', summary: 'Sign in', body: signInRequest, answer: me, open: true, scope: 'account' })
export const whoAmI = route({ method: 'GET', path: '/api/session', summary: 'Who one is and may do', answer: me, scope: 'records:read' })
export const signOutRoute = route({ method: 'DELETE', path: '/api/session', summary: 'Sign out', answer: none, open: true, scope: 'account' })
export const listSessions = route({ method: 'GET', path: '/api/sessions', summary: 'One’s own sessions', answer: z.strictObject({ sessions: z.array(session) }), scope: 'account' })
export const endSessionRoute = route({ method: 'DELETE', path: '/api/sessions/:id', summary: 'End one of one’s sessions', params: z.strictObject({ id: z.uuid() }), body: confirmation, answer: none, scope: 'account' })
export const endOthersRoute = route({ method: 'DELETE', path: '/api/sessions', summary: 'End all of one’s sessions but this one', body: confirmation, answer: z.strictObject({ ended: z.int() }), scope: 'account' })
