import { z } from 'zod'
import { massVerbs, verbs } from '../../../contract/definition.ts'
import { route } from '../../../contract/route.ts'

const id = z.strictObject({ id: z.uuid() })
const text = z.strictObject({ pl: z.string(), en: z.string() })
const verb = z.enum(verbs as ['create', ...(typeof verbs)[number][]])
export const scopes = ['own', 'team', 'subordinates', 'all'] as const

export const grant = z.strictObject({ object: z.string().max(60), verb, scope: z.enum(scopes), rule: z.string().max(100_000).nullable().default(null) })
export const fieldGrant = z.strictObject({ object: z.string().max(60), field: z.string().max(60), access: z.enum(['none', 'read', 'write']) })
export type GrantInput = z.output<typeof grant>
export type FieldGrantInput = z.output<typeof fieldGrant>

/** What a role takes away although its grants would allow it: a verb of an object, a work on many records, a screen by its address. */
export const withheld = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('action'), object: z.string().max(60), name: z.string().max(60) }),
  z.strictObject({ kind: z.literal('mass'), object: z.string().max(60), name: z.enum(massVerbs as ['change', ...(typeof massVerbs)[number][]]) }),
  z.strictObject({ kind: z.literal('screen'), object: z.literal('').default(''), name: z.string().regex(/^\/[\w\-/$.?=]{0,99}$/) }),
])
export type WithheldInput = z.output<typeof withheld>

/** All that a role allows: records, their fields and, when given, functions and what is withheld; `version` is the role's. */
export const roleGrants = z.strictObject({
  version: z.int(), grants: z.array(grant).max(5000), fields: z.array(fieldGrant).max(20_000), functions: z.array(z.string().max(60)).max(100).optional(),
  withheld: z.array(withheld).max(5000).optional(),
})

export const readGrants = route({ method: 'GET', path: '/api/roles/:id/grants', summary: 'What a role allows', params: id, answer: roleGrants, scope: 'admin' })
export const changeGrants = route({ method: 'PUT', path: '/api/roles/:id/grants', summary: 'Set all that a role allows', params: id, body: roleGrants, answer: roleGrants, scope: 'admin' })

/** What a change gave and took; parts that stayed as they were are empty on both sides. */
const rightsThen = z.strictObject({ grants: z.array(grant), fields: z.array(fieldGrant), functions: z.array(z.string()), withheld: z.array(withheld) })
export const readPastGrants = route({
  method: 'GET', path: '/api/roles/:id/grants/history', summary: 'Who changed what a role allows, and when; the newest hundred', params: id, scope: 'admin',
  answer: z.strictObject({ entries: z.array(z.strictObject({ id: z.uuid(), at: z.string(), by: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(), before: rightsThen, after: rightsThen })) }),
})
export type PastRights = z.output<typeof rightsThen>

/** What a rule says, as a sentence, before it is saved; or what is wrong with it, and where. */
export const readRule = route({
  method: 'POST', path: '/api/access/rule', summary: 'What a row rule means', body: z.strictObject({ object: z.string().max(60), rule: z.string().max(100_000) }),
  answer: z.strictObject({ sentence: z.string().nullable(), problems: z.array(z.strictObject({ at: z.int(), length: z.int(), message: z.string() })) }), scope: 'admin',
})

export const why = route({
  method: 'GET', path: '/api/access/why', summary: 'Why may (or may not) this person do this with this record?',
  query: z.strictObject({ object: z.string().max(60), id: z.uuid(), user: z.uuid().optional(), verb: verb.default('read') }),
  answer: z.strictObject({ allowed: z.boolean(), user: z.strictObject({ id: z.uuid(), name: z.string() }), reasons: z.array(z.strictObject({ allows: z.boolean(), sentence: z.string() })), besides: z.array(z.string()) }),
  scope: 'account', whileActing: true,
})

const cell = z.strictObject({ scope: z.enum(scopes), rule: z.string().nullable() })
/** What all roles of one person come to. */
export const personRights = route({
  method: 'GET', path: '/api/access/person/:id', summary: 'All rights of a person, roles added up', params: id,
  answer: z.strictObject({
    user: z.strictObject({ id: z.uuid(), name: z.string() }), active: z.boolean(), administrator: z.boolean(), roles: z.array(z.string()), functions: z.array(z.string()),
    /** object → verb → what reaches the records, and by which role. */
    grants: z.record(z.string(), z.partialRecord(verb, z.array(cell.extend({ role: z.string() })))),
    fields: z.record(z.string(), z.record(z.string(), z.enum(['none', 'read']))),
    territories: z.array(z.string()),
    withheld: z.array(withheld),
  }),
  scope: 'admin',
})

export const matrix = route({
  method: 'GET', path: '/api/access/matrix', summary: 'Roles by objects and verbs',
  answer: z.strictObject({
    objects: z.array(z.strictObject({ name: z.string(), label: text, baseline: z.partialRecord(verb, z.string()) })),
    roles: z.array(z.strictObject({
      id: z.uuid(), name: z.string(), administrator: z.boolean(), functions: z.array(z.string()), people: z.int(),
      /** object → verb → what reaches the records; absent: nothing. */
      grants: z.record(z.string(), z.partialRecord(verb, z.array(cell))),
      /** object → field → access, where it is less than writing. */
      fields: z.record(z.string(), z.record(z.string(), z.enum(['none', 'read']))),
      withheld: z.array(withheld),
    })),
  }),
  scope: 'admin',
})
