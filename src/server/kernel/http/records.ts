/** The record routes: the same for every object. They read the request, ask the gate, and say what was done. */
import { z } from 'zod'
import type { Values } from '../../../contract/definition.ts'
import type { AllowedMove, BatchRequest } from '../../../contract/records.ts'
import { isRefusal, refuse } from '../../../contract/refusal.ts'
import { route } from '../../../contract/route.ts'
import { typeOf } from '../../../fields/types.ts'
import { mayVerb } from '../access/row-rule.ts'
import type { ActionImplementation } from '../actions/action.ts'
import { actionAbilities, runAction } from '../actions/run.ts'
import type { Ctx } from '../context.ts'
import { heavyRead } from '../db/replica.ts'
import { inOneMessage } from '../db/together.ts'
import { timeline } from '../history/timeline.ts'
import { history } from '../history/history.ts'
import { recordOperation } from '../monitoring/operations.ts'
import { findDuplicates } from '../query/duplicates.ts'
import { board } from '../query/board.ts'
import { groups } from '../query/groups.ts'
import { list } from '../query/list.ts'
import { one } from '../query/one.ts'
import { allowedMoves } from '../records/allowed-moves.ts'
import { archive, unarchive } from '../records/archive.ts'
import { batch } from '../records/batch.ts'
import { change } from '../records/change.ts'
import { create } from '../records/create.ts'
import { remove, restore } from '../records/trash.ts'
import { implement, type Implementation } from './implement.ts'
import { once } from './once.ts'
import { askedInWords, defined, Parameters, version } from './parameters.ts'
import { registerRoutes } from './register.ts'
import { texts } from './texts.ts'

const object = z.object({ object: z.string().max(100) })
const record = z.object({ object: z.string().max(100), id: z.string().max(100) })
const anything = z.unknown()
const values = z.record(z.string(), z.unknown())

export const listParameters = ['columns', 'where', 'search', 'order', 'archived', 'trash'] as const

/** What a list is asked for, read strictly from the query string. */
export function listRequest(params: { object: string }, raw: unknown, more: readonly string[] = []): { parameters: Parameters; request: AskedList } {
  const parameters = new Parameters(raw, [...listParameters, ...more])
  const request = {
    object: params.object,
    ...defined({
      columns: parameters.list('columns'), where: parameters.text('where'), search: parameters.text('search'), order: parameters.text('order'),
      archived: parameters.oneOf('archived', ['no', 'only', 'all'] as const), trash: parameters.yesNo('trash'),
    }),
  }
  return { parameters, request }
}
type AskedList = { object: string; columns?: string[]; where?: string; search?: string; order?: string; archived?: 'no' | 'only' | 'all'; trash?: boolean }

/** An item is changed with the version seen beside its values; one to delete is an id, or an id with its version. */
const batchBody = z.strictObject({
  create: z.array(values).optional(),
  update: z.array(z.looseObject({ id: z.string().max(100), version: version.optional() })).optional(),
  delete: z.array(z.union([z.string().max(100), z.strictObject({ id: z.string().max(100), version: version.optional() })])).optional(),
  atomic: z.boolean().optional(),
  key: z.string().max(100).optional(),
})

/** Values of a change may stand beside its id and version, as in PATCH, or under `values`. */
function batchRequest({ create, update, delete: remove, ...rest }: z.output<typeof batchBody>): BatchRequest {
  return {
    ...defined({ create, ...rest }),
    ...(update === undefined ? {} : { update: update.map(({ id, version, ...beside }) => ({ id, version: version as number, values: isRecord(beside.values) ? beside.values : beside })) }),
    ...(remove === undefined ? {} : { delete: remove.map((item) => (typeof item === 'string' ? { id: item } : (defined(item) as { id: string }))) }),
  }
}
const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

const notFound = () => refuse('not_found', texts.badId, { status: 404 })

/** An id that is no id leads nowhere, like one that nobody has. */
const idOf = (params: { id: string }): string => (z.uuid().safeParse(params.id).success ? params.id.toLowerCase() : notFound())

function versionOf(given: unknown): number {
  if (given === undefined || given === null) return refuse('version_missing', texts.versionMissing, { field: 'version', status: 428 })
  const seen = version.safeParse(given)
  return seen.success ? seen.data : refuse('malformed', texts.badVersion, { field: 'version', status: 400 })
}

const lists = [
  implement(route({ method: 'GET', path: '/api/records/:object', summary: 'A page of records', scope: 'records:read', params: object, query: askedInWords, answer: anything }), async (ctx, { params, query }) => {
    const { parameters, request } = listRequest(params, query, ['limit', 'after', 'count'])
    const page = defined({ limit: parameters.whole('limit', { min: 1, max: 500 }), after: parameters.text('after'), count: parameters.yesNo('count') })
    const answer = await list(ctx, { ...request, ...page })
    const { object: name, ...detail } = request
    recordOperation(ctx, { what: request.search === undefined ? 'list' : 'search', object: name, detail: { ...detail, rows: answer.rows.length } })
    return answer
  }),
  implement(route({ method: 'GET', path: '/api/records/:object/groups', summary: 'Groups and measures', scope: 'records:read', params: object, query: askedInWords, answer: anything }), async (ctx, { params, query }) => {
    const parameters = new Parameters(query, ['by', 'measures', 'where', 'search', 'archived', 'limit'])
    // Without `by` the measures are of everything that matches, as one group: sums in a list's foot.
    const by = parameters.list('by') ?? []
    const request = defined({
      measures: parameters.list('measures'), where: parameters.text('where'), search: parameters.text('search'),
      archived: parameters.oneOf('archived', ['no', 'only', 'all'] as const), limit: parameters.whole('limit', { min: 1, max: 10_000 }),
    })
    recordOperation(ctx, { what: 'groups', object: params.object, detail: { by, ...request } })
    return heavyRead(ctx, (reading) => groups(reading, { object: params.object, by, ...request }))
  }),
  implement(route({ method: 'GET', path: '/api/records/:object/board', summary: 'A board whose columns are other records: its columns, their measures and first cards', scope: 'records:read', params: object, query: askedInWords, answer: anything }), async (ctx, { params, query }) => {
    const parameters = new Parameters(query, ['in', 'columns', 'measures', 'where', 'search', 'archived', 'order', 'limit'])
    const request = defined({
      in: parameters.id('in'), columns: parameters.list('columns'), measures: parameters.list('measures'), where: parameters.text('where'), search: parameters.text('search'),
      archived: parameters.oneOf('archived', ['no', 'only', 'all'] as const), order: parameters.text('order'), limit: parameters.whole('limit', { min: 1, max: 100 }),
    })
    const answer = await board(ctx, { object: params.object, ...request })
    recordOperation(ctx, { what: 'board', object: params.object, detail: request })
    return answer
  }),
]

const writes = [
  implement(route({ method: 'POST', path: '/api/records/:object', summary: 'Create', scope: 'records:write', params: object, body: values, ofFields: true, answer: anything }), (ctx, { params, body }, http) => {
    http.setStatus(201)
    return once(ctx, http, { body, work: (within) => create(within, params.object, body) })
  }),
  implement(route({ method: 'PATCH', path: '/api/records/:object/:id', summary: 'Change', scope: 'records:write', params: record, body: values, ofFields: true, answer: anything }), (ctx, { params, body }) => {
    const { version, ...changed } = body as Values
    return change(ctx, params.object, idOf(params), { version: versionOf(version), values: changed })
  }),
  implement(route({ method: 'DELETE', path: '/api/records/:object/:id', summary: 'To trash', scope: 'records:write', params: record, query: askedInWords, answer: z.null() }), async (ctx, { params, query }) => {
    const seen = new Parameters(query, ['version']).whole('version', { min: 1, max: 999_999_999 })
    await remove(ctx, params.object, idOf(params), seen === undefined ? {} : { version: seen })
    return null
  }),
  implement(route({ method: 'POST', path: '/api/records/:object/:id/restore', summary: 'Out of the trash', scope: 'records:write', params: record, answer: anything }), (ctx, { params }) => restore(ctx, params.object, idOf(params))),
  implement(route({ method: 'POST', path: '/api/records/:object/:id/archive', summary: 'Among past data', scope: 'records:write', params: record, answer: anything }), (ctx, { params }) => archive(ctx, params.object, idOf(params))),
  implement(route({ method: 'POST', path: '/api/records/:object/:id/unarchive', summary: 'Back from past data', scope: 'records:write', params: record, answer: anything }), (ctx, { params }) => unarchive(ctx, params.object, idOf(params))),
  implement(route({ method: 'POST', path: '/api/records/:object/batch', summary: 'Up to 1,000 writes', scope: 'records:write', params: object, body: batchBody, ofFields: true, answer: anything }), (ctx, { params, body }, http) =>
    once(ctx, http, { body, work: (within) => batch(within, params.object, batchRequest(body)) }),
  ),
  implement(route({ method: 'POST', path: '/api/records/:object/duplicates', summary: 'Records that are likely the same as these values', scope: 'records:read', params: object, body: z.strictObject({ values, except: z.uuid().optional() }), ofFields: true, answer: anything }), async (ctx, { params, body }) =>
    ({ matches: await similar(ctx, params.object, body.values, body.except) }),
  ),
]

/** Records like what is being typed; values that are not right yet are left out of the comparison. */
async function similar(ctx: Ctx, name: string, typed: Values, except: string | undefined): Promise<unknown[]> {
  if (!ctx.registry.objects.has(name) || !mayVerb(ctx, name, 'read')) return notFound()
  const accepted = Object.entries(typed).flatMap(([field, value]): [string, unknown][] => {
    const definition = ctx.registry.field(name, field)
    const good = definition === null ? null : typeOf(definition).accept(value, definition)
    return good === null || isRefusal(good) ? [] : [[field, good]]
  })
  const matches = await findDuplicates(ctx, name, [Object.fromEntries(accepted)])
  return matches.filter(({ id }) => id !== except).slice(0, 10).map(({ id, name: called, by }) => ({ id, name: called, by }))
}

/** Only objects with states speak of moves. */
export async function movesOf(ctx: Ctx, name: string, id: string): Promise<{ moves?: AllowedMove[] }> {
  return ctx.registry.objects.get(name)?.states === undefined ? {} : { moves: await allowedMoves(ctx, name, id) }
}

/** Routes with a record's id; those of actions need to know what the rooms can do. */
function single(actions: readonly ActionImplementation[]): Implementation[] {
  return [
    implement(route({ method: 'GET', path: '/api/records/:object/:id', summary: 'Read', scope: 'records:read', params: record, query: askedInWords, answer: anything }), async (ctx, { params, query }) => {
      const parameters = new Parameters(query, ['columns', 'trash'])
      const id = idOf(params)
      const row = await one(ctx, params.object, id, defined({ columns: parameters.list('columns'), trash: parameters.yesNo('trash') }))
      if (row === null) return notFound()
      recordOperation(ctx, { what: 'open', object: params.object, record: id })
      return row.can === undefined ? row : { ...row, can: { ...row.can, actions: actionAbilities(ctx, actions, params.object, row), ...(await movesOf(ctx, params.object, id)) } }
    }),
    implement(route({ method: 'GET', path: '/api/records/:object/:id/history', summary: 'Changes', scope: 'records:read', params: record, query: askedInWords, answer: anything }), async (ctx, { params, query }) => {
      const parameters = new Parameters(query, ['after', 'limit', 'field'])
      recordOperation(ctx, { what: 'history', object: params.object, record: idOf(params) })
      return history(ctx, params.object, idOf(params), defined({ after: parameters.text('after'), limit: parameters.whole('limit', { min: 1, max: 500 }), field: parameters.text('field') }))
    }),
    implement(route({ method: 'GET', path: '/api/records/:object/:id/timeline', summary: 'The time line', scope: 'records:read', params: record, query: askedInWords, answer: anything }), async (ctx, { params, query }) => {
      const parameters = new Parameters(query, ['kinds', 'text', 'after', 'limit', 'with', 'responsible', 'priority', 'person', 'case', 'state'])
      recordOperation(ctx, { what: 'timeline', object: params.object, record: idOf(params) })
      const asked = defined({
        kinds: parameters.list('kinds'), text: parameters.text('text'), after: parameters.text('after'), limit: parameters.whole('limit', { min: 1, max: 200 }),
        responsible: parameters.id('responsible'), priority: parameters.text('priority'), person: parameters.id('person'), case: parameters.id('case'),
        state: parameters.oneOf('state', ['planned', 'overdue', 'done']),
      })
      return timeline({ ...ctx, db: inOneMessage(ctx.db) }, params.object, idOf(params), { ...asked, gather: ['predecessors', ...(parameters.list('with') ?? [])] })
    }),
    implement(route({ method: 'POST', path: '/api/records/:object/:id/actions/:name', summary: "The object's own verbs", scope: 'records:write', params: record.extend({ name: z.string().max(100) }), body: values.nullish(), ofFields: true, answer: anything }), (ctx, { params, body }, http) =>
      once(ctx, http, { body, work: async (within) => (await runAction(within, actions, { object: params.object, id: idOf(params), name: params.name, input: body ?? {} })) ?? {} }),
    ),
  ]
}

export const recordRoutes = (actions: readonly ActionImplementation[]): Implementation[] => [...lists, ...writes, ...single(actions), ...registerRoutes]
