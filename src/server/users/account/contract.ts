import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { languages } from '../../../contract/text.ts'

const shortList = z.array(z.string().max(80)).max(200)

/** How the person likes the screens; nothing of it changes what he may do. */
export const preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  /** Order of the left navigation, by object or screen. */
  navigation: shortList.optional(),
  hidden: shortList.optional(),
  collapsed: z.boolean().optional(),
})
export type Preferences = z.output<typeof preferences>

const picture = z.strictObject({ hash: z.string().max(200), name: z.string().max(300), size: z.int(), type: z.string().max(200) })
const account = z.strictObject({
  id: z.uuid(), name: z.string(), mail: z.string(), position: z.string().nullable(), phone: z.string().nullable(), picture: picture.nullable(),
  language: z.enum(languages), timeZone: z.string(), preferences,
  /** Does sign-in ask for a code, and how many recovery codes are left? */
  totp: z.boolean(), recoveryCodes: z.int(), passwordChangedAt: z.iso.datetime().nullable(),
})
const none = z.strictObject({})
const password = z.string().max(1024)

export const readAccount = route({ method: 'GET', path: '/api/account', summary: 'One’s own data', answer: account, scope: 'account' })
export const changeAccount = route({
  method: 'PATCH', path: '/api/account', summary: 'Change one’s own data',
  body: z.strictObject({
    phone: z.string().nullable().optional(), picture: picture.nullable().optional(), language: z.enum(languages).optional(),
    timeZone: z.string().max(64).optional(), preferences: preferences.optional(),
  }),
  answer: account, scope: 'account',
})
export const changePasswordRoute = route({
  method: 'PUT', path: '/api/account/password', summary: 'Change one’s password; other sessions end',
  body: z.strictObject({ current: password, password }), answer: none, scope: 'account',
})
