/** Works beyond one record: merging, taking back, mass changes, what runs in the background and what failed there, the trash. */
import { z } from 'zod'
import { refuse } from '../../../contract/refusal.ts'
import { route } from '../../../contract/route.ts'
import type { Ctx } from '../context.ts'
import { cancelRun, runOf, runs } from '../jobs/runs.ts'
import { recordOperation } from '../monitoring/operations.ts'
import { massChange, type MassWork } from '../records/mass.ts'
import { merge, undoMerge } from '../records/merge.ts'
import { trash } from '../records/trash-list.ts'
import { undoOrBegin } from '../records/undo-run.ts'
import type { UndoTarget } from '../records/undo.ts'
import { failureRoutes } from './failures.ts'
import { formulaRoutes } from './formulas.ts'
import { implement, type Http, type Implementation } from './implement.ts'
import { once } from './once.ts'
import { defined, version } from './parameters.ts'
import { texts } from './texts.ts'

const anything = z.unknown()
const object = z.object({ object: z.string().max(100) })
const one = z.object({ id: z.uuid() })
const values = z.record(z.string(), z.unknown())

const mergeRoute = route({
  method: 'POST', path: '/api/merge/:object', summary: 'Merge records into one, field by field', scope: 'records:write', params: object,
  body: z.strictObject({ keep: z.uuid(), merge: z.array(z.uuid()).min(1).max(50), values: values.optional(), version: version.optional() }), answer: anything,
})
const undoMergeRoute = route({ method: 'POST', path: '/api/merge/:object/undo', summary: 'Take a merge back', scope: 'records:write', params: object, body: z.strictObject({ operation: z.uuid() }), answer: anything })
const undoRoute = route({
  method: 'POST', path: '/api/undo', summary: 'Take back one change or all that was done together', scope: 'records:write',
  body: z.union([z.strictObject({ operation: z.uuid() }), z.strictObject({ history: z.uuid() })]), answer: anything,
})
const runList = route({ method: 'GET', path: '/api/runs', summary: 'Long works of the caller, the newest first', scope: 'records:read', answer: anything })
const runRead = route({ method: 'GET', path: '/api/runs/:id', summary: 'How far a long work is', scope: 'records:read', params: one, answer: anything })
const runCancel = route({ method: 'POST', path: '/api/runs/:id/cancel', summary: 'Stop a long work', scope: 'records:write', params: one, answer: anything })
const trashRoute = route({
  method: 'GET', path: '/api/trash', summary: 'What is in the trash, over all objects', scope: 'records:read',
  query: z.strictObject({ objects: z.string().max(1_000).optional(), after: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(200).optional() }), answer: anything,
})

const massRoute = route({
  method: 'POST', path: '/api/records/:object/mass', summary: 'Change, delete or archive all records that match, as a work in the background', scope: 'records:write', params: object,
  body: z.strictObject({
    where: z.string().max(10_000).optional(), search: z.string().max(500).optional(), archived: z.enum(['no', 'only', 'all']).optional(), ids: z.array(z.uuid()).max(10_000).optional(),
    all: z.boolean().optional(), values: values.optional(), delete: z.literal(true).optional(), archive: z.boolean().optional(),
  }).refine((body) => [body.values, body.delete, body.archive].filter((one) => one !== undefined).length === 1, { path: ['values'] }),
  answer: anything,
})
const runUndo = route({ method: 'POST', path: '/api/runs/:id/undo', summary: 'Take back what a long work did', scope: 'records:write', params: one, answer: anything })

/** 202 with a run to watch when it is too much to wait for. */
async function takeBack(ctx: Ctx, target: UndoTarget, http: Http): Promise<unknown> {
  const answer = await undoOrBegin(ctx, target)
  if ('state' in answer) http.setStatus(202)
  return answer
}

export const workRoutes: Implementation[] = [
  ...failureRoutes,
  ...formulaRoutes,
  implement(mergeRoute, async (ctx, { params, body }, http) => {
    recordOperation(ctx, { what: 'merge', object: params.object, record: body.keep, detail: { merge: body.merge } })
    return once(ctx, http, { body, work: (within) => merge(within, params.object, { ...body, values: body.values ?? {}, version: body.version }) })
  }),
  implement(undoMergeRoute, (ctx, { body }) => undoMerge(ctx, body.operation)),
  implement(undoRoute, (ctx, { body }, http) => takeBack(ctx, body, http)),
  implement(runList, async (ctx) => ({ runs: await runs(ctx) })),
  implement(runRead, async (ctx, { params }) => (await runOf(ctx, params.id)) ?? refuse('not_found', texts.notFound, { status: 404 })),
  implement(runCancel, async (ctx, { params }) => {
    await cancelRun(ctx, params.id)
    return runOf(ctx, params.id)
  }),
  implement(massRoute, async (ctx, { params, body }, http) => {
    const { values: changed, delete: remove, archive, ...which } = body
    const work: MassWork = changed !== undefined ? { change: changed } : remove === true ? { delete: true } : { archive: archive === true }
    recordOperation(ctx, { what: 'mass', object: params.object, detail: { ...which, ids: which.ids?.length, work: Object.keys(work)[0] } })
    http.setStatus(202)
    return once(ctx, http, { body, work: async (within) => runOf(within, await massChange(within, { object: params.object, ...defined(which), work })) })
  }),
  implement(runUndo, async (ctx, { params }, http) => {
    const run = (await runOf(ctx, params.id)) ?? refuse('not_found', texts.notFound, { status: 404 })
    const { operation } = (run.result ?? {}) as { operation?: string }
    return takeBack(ctx, { operation: operation ?? run.id }, http)
  }),
  implement(trashRoute, (ctx, { query }) => {
    const { objects, after, limit } = query
    return trash(ctx, { ...(objects === undefined ? {} : { objects: objects.split(',') }), ...(after === undefined ? {} : { after }), ...(limit === undefined ? {} : { limit }) })
  }),
]
