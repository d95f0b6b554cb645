import { z } from 'zod'
import { route } from '../../../contract/route.ts'

const password = z.string().max(1024)
const token = z.string().max(200)
const id = z.strictObject({ id: z.uuid() })
const none = z.strictObject({})
const moment = z.iso.datetime()

export const makeLinkRoute = route({
  method: 'POST', path: '/api/users/:id/link', summary: 'A one-time link by which this person sets a password; shown this once',
  params: id, answer: z.strictObject({ link: z.string(), expiresAt: z.iso.datetime() }), scope: 'admin',
})
export const setPasswordRoute = route({
  method: 'PUT', path: '/api/users/:id/password', summary: 'Set a temporary password, to be replaced at the next sign-in',
  params: id, body: z.strictObject({ password }), answer: none, scope: 'admin',
})
/** How a person can come in just now, for those who look after accounts. */
export const signInStateRoute = route({
  method: 'GET', path: '/api/users/:id/sign-in', summary: 'How this person can sign in', params: id,
  answer: z.strictObject({
    hasPassword: z.boolean(), temporary: z.boolean(), codes: z.boolean(), sessions: z.int(), usedAt: moment.nullable(),
    /** Too many wrong tries; null: open. */
    lockedUntil: moment.nullable(),
    /** A link to set a password that was given and not used yet. */
    linkUntil: moment.nullable(),
  }),
  scope: 'admin',
})
export const checkLinkRoute = route({
  method: 'POST', path: '/api/link', summary: 'Whose link it is', body: z.strictObject({ token }),
  answer: z.strictObject({ name: z.string(), mail: z.string(), first: z.boolean(), minLength: z.int() }), open: true, scope: 'account',
})
export const useLinkRoute = route({
  method: 'POST', path: '/api/link/password', summary: 'Set one’s password by the link; then sign in with it',
  body: z.strictObject({ token, password }), answer: none, open: true, scope: 'account',
})
