import { z } from 'zod'
import { route } from '../../../contract/route.ts'

export const keyScopes = ['records:read', 'records:write', 'account', 'admin'] as const
const moment = z.iso.datetime()
const key = z.strictObject({
  id: z.uuid(), name: z.string(), hint: z.string(), scopes: z.array(z.enum(keyScopes)),
  madeAt: moment, expiresAt: moment.nullable(), usedAt: moment.nullable(), usedIp: z.string().nullable(), revokedAt: moment.nullable(),
})

export const listKeys = route({ method: 'GET', path: '/api/keys', summary: 'One’s API keys', answer: z.strictObject({ keys: z.array(key) }), scope: 'account' })
export const makeKeyRoute = route({
  method: 'POST', path: '/api/keys', summary: 'Make an API key; it is shown this once',
  body: z.strictObject({ name: z.string().trim().min(1).max(100), scopes: z.array(z.enum(keyScopes)).min(1), expiresAt: z.iso.datetime({ offset: true }).nullable().optional() }),
  answer: key.extend({ key: z.string() }), scope: 'account',
})
export const revokeKeyRoute = route({
  method: 'DELETE', path: '/api/keys/:id', summary: 'Revoke an API key', params: z.strictObject({ id: z.uuid() }), answer: z.strictObject({}), scope: 'account',
})
