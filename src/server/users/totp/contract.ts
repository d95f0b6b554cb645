import { z } from 'zod'
import { route } from '../../../contract/route.ts'

const password = z.string().max(1024)
const codes = z.strictObject({ recoveryCodes: z.array(z.string()) })

export const beginTotpRoute = route({
  method: 'POST', path: '/api/account/totp', summary: 'Begin to set up codes at sign-in',
  body: z.strictObject({ password }),
  /** The secret for typing and the otpauth address for the QR code, shown this once. */
  answer: z.strictObject({ secret: z.string(), uri: z.string() }), scope: 'account',
})
export const confirmTotpRoute = route({
  method: 'POST', path: '/api/account/totp/confirm', summary: 'Prove the authenticator; gives the recovery codes',
  body: z.strictObject({ code: z.string().max(20) }), answer: codes, scope: 'account',
})
export const disableTotpRoute = route({
  method: 'POST', path: '/api/account/totp/disable', summary: 'Sign in without codes again',
  body: z.strictObject({ password, code: z.string().max(64) }), answer: z.strictObject({}), scope: 'account',
})
export const newRecoveryRoute = route({
  method: 'POST', path: '/api/account/totp/recovery', summary: 'New recovery codes; the old ones end',
  body: z.strictObject({ password }), answer: codes, scope: 'account',
})
