import { z } from 'zod'
import { route } from '../../contract/route.ts'

const name = z.string().trim().min(1).max(120)
const path = z.string().min(1).max(200)

const viewShape = {
  object: z.string().max(100),
  name,
  /** own: mine alone · shared: everyone's · role: of those who hold one of `roles`. */
  scope: z.enum(['own', 'shared', 'role']),
  roles: z.array(z.uuid()).max(50).optional(),
  columns: z.array(path).max(60).nullish(),
  where: z.string().max(10_000).nullish(),
  search: z.string().max(500).nullish(),
  order: z.string().max(1_000).nullish(),
  groupBy: path.nullish(),
  display: z.enum(['table', 'board']).nullish(),
  widths: z.record(z.string().max(200), z.number().int().min(40).max(2_000)).nullish(),
  position: z.number().int().min(0).max(10_000).optional(),
  archived: z.enum(['no', 'only', 'all']).nullish(),
}

/** As it stands in a configuration. */
export const sharedView = z.strictObject(viewShape)

/** `gone`: fields that it named and that are no more; it goes on without them. */
export const savedView = z.object({ ...viewShape, id: z.uuid(), version: z.number(), mine: z.boolean(), mayChange: z.boolean(), gone: z.array(path).optional() })
export type SavedView = z.infer<typeof savedView>

const one = z.object({ id: z.uuid() })

export const listViews = route({
  method: 'GET', path: '/api/views', summary: 'Saved views of an object: own, shared, of own roles', scope: 'records:read',
  query: z.strictObject({ object: z.string().max(100) }), answer: z.object({ views: z.array(savedView) }),
})
export const createView = route({ method: 'POST', path: '/api/views', summary: 'Save a view', scope: 'account', body: z.strictObject(viewShape), answer: savedView })
export const changeView = route({
  method: 'PATCH', path: '/api/views/:id', summary: 'Change a view', scope: 'account',
  params: one, body: z.strictObject({ ...viewShape, version: z.number().int().min(1).max(2_147_483_647) }).omit({ object: true }).partial({ name: true, scope: true }), answer: savedView,
})
export const removeView = route({ method: 'DELETE', path: '/api/views/:id', summary: 'Remove a view', scope: 'account', params: one, answer: z.null() })

const draftPlace = z.object({ object: z.string().max(100), key: z.string().max(100) })
const values = z.record(z.string().max(200), z.unknown())
export const readDraft = route({
  method: 'GET', path: '/api/drafts/:object/:key', summary: 'What was typed and not saved', scope: 'account', params: draftPlace,
  answer: z.object({ values: values.nullable(), updatedAt: z.string().nullable() }),
})
export const keepDraft = route({
  method: 'PUT', path: '/api/drafts/:object/:key', summary: 'Keep what is being typed', scope: 'account', params: draftPlace, body: z.strictObject({ values }), answer: z.null(),
})
export const dropDraft = route({ method: 'DELETE', path: '/api/drafts/:object/:key', summary: 'Forget what was typed', scope: 'account', params: draftPlace, answer: z.null() })

export const lookAt = route({
  method: 'POST', path: '/api/presence', summary: 'I look at this record; who else does?', scope: 'account',
  body: z.strictObject({ object: z.string().max(100), id: z.uuid(), leaving: z.boolean().optional() }),
  answer: z.object({ others: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
})
