import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { languages } from '../../../contract/text.ts'
import { me } from '../sessions/contract.ts'

export const setupNeeded = route({
  method: 'GET', path: '/api/setup', summary: 'Is this a new installation?',
  answer: z.strictObject({ needed: z.boolean(), language: z.enum(languages), currency: z.string(), minPasswordLength: z.int() }), open: true, scope: 'account',
})
export const setUpRequest = z.strictObject({
  language: z.enum(languages),
  currency: z.string().regex(/^[A-Z]{3}$/),
  timeZone: z.string().max(64).optional(),
  administrator: z.strictObject({ name: z.string().trim().min(1).max(200), mail: z.string().max(320), password: z.string().max(1024) }),
  demo: z.boolean().default(false),
})
export const setUpRoute = route({ method: 'POST', path: '/api/setup', summary: 'First run: works once', body: setUpRequest, answer: me, open: true, scope: 'account' })
