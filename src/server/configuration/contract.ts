import { z } from 'zod'
import { route } from '../../contract/route.ts'

const kind = z.enum(['choiceList', 'object', 'objectChange', 'field', 'fieldChange', 'layout'])
const id = z.string().max(200)
const body = z.record(z.string(), z.unknown())

export const item = z.object({ kind, id: z.string(), version: z.int(), body, removedAt: z.string().nullable().optional(), draft: z.object({ body, at: z.string(), by: z.string().nullable() }).nullable() })
export type ItemShown = z.infer<typeof item>

export const configuration = route({
  method: 'GET', path: '/api/configuration', summary: 'What the administrator made, and the objects that come of it', scope: 'admin',
  answer: z.object({
    version: z.string(), items: z.array(item),
    /** With hidden fields too; as ObjectDefinition. */
    objects: z.array(body),
    /** Id of a field → where it stands among those of its object. */
    positions: z.record(z.string(), z.number()),
    /** Drafts of layouts that were never published. */
    drafts: z.array(z.object({ kind, id: z.string(), body, at: z.string(), by: z.string().nullable() })),
    /** Items that no longer fit the program, and why. */
    misfits: z.array(z.object({ kind, id: z.string(), reason: z.string() })),
  }),
})

const changes = z.array(z.strictObject({ kind, id, version: z.int().min(1).nullable(), body: body.nullable() })).min(1).max(1_000)
const note = z.object({ kind: z.literal('gaps'), object: z.string(), field: z.string(), count: z.int() })

export const change = route({
  method: 'POST', path: '/api/configuration/changes', summary: 'Add, change, remove and bring back items, all or nothing; an empty id is given by the program', scope: 'admin',
  body: z.strictObject({ changes, rehearse: z.boolean().optional() }),
  answer: z.object({ operation: z.string().nullable(), items: z.array(z.object({ kind, id: z.string(), version: z.int() })), notes: z.array(note) }),
})

export const account = route({
  method: 'GET', path: '/api/configuration/changes', summary: 'What was changed, by whom and when, the newest first', scope: 'admin',
  query: z.strictObject({ kind: kind.optional(), id: id.optional(), before: z.iso.datetime().optional(), limit: z.coerce.number().int().min(1).max(200).optional() }),
  answer: z.object({ changes: z.array(z.object({
    operation: z.string(), at: z.string(), by: z.object({ id: z.string(), name: z.string() }).nullable(), kind, id: z.string(), version: z.int(), before: body.nullable(), after: body.nullable(),
  })) }),
})

export const uses = route({
  method: 'GET', path: '/api/configuration/uses', summary: 'Where a field is used: what stands in the way of removing it, and what goes on without it', scope: 'admin',
  query: z.strictObject({ object: z.string().max(100), field: z.string().max(100) }), answer: z.object({ needed: z.array(z.string()), shown: z.array(z.string()) }),
})

export const undo = route({
  method: 'POST', path: '/api/configuration/undo', summary: 'Take a change back, unless something was changed since', scope: 'admin',
  body: z.strictObject({ operation: z.uuid() }), answer: change.answer,
})

export const keepDraft = route({
  method: 'PUT', path: '/api/configuration/drafts', summary: 'Keep a draft of an item, seen by administrators only; null forgets it', scope: 'admin',
  body: z.strictObject({ kind, id: id.min(1), body: body.nullable() }), answer: z.null(),
})

export const preview = route({
  method: 'POST', path: '/api/configuration/preview', summary: 'The objects as somebody with a role (or a person) would see them after these changes', scope: 'admin',
  body: z.strictObject({ changes: z.array(z.strictObject({ kind, id, version: z.int().nullable(), body: body.nullable() })).max(1_000), roles: z.array(z.uuid()).max(20).optional(), user: z.uuid().optional() }),
  answer: z.unknown(),
})
