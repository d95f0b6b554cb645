/** What the program could not do after a change, for administrators: seen, and tried again. */
import { z } from 'zod'
import { refuse } from '../../../contract/refusal.ts'
import { route } from '../../../contract/route.ts'
import type { Ctx } from '../context.ts'
import { reactionFailures, retryFailure } from '../events/failures.ts'
import { namesOf } from '../history/names.ts'
import { recordOperation } from '../monitoring/operations.ts'
import { implement, type Implementation } from './implement.ts'
import { texts } from './texts.ts'

const failure = z.strictObject({
  reaction: z.string(), position: z.number(), object: z.string(), record: z.strictObject({ id: z.string(), name: z.string().nullable() }), verb: z.string(),
  at: z.string(), attempts: z.int(), error: z.string(), firstAt: z.string(), nextAt: z.string().nullable(),
})
const list = route({ method: 'GET', path: '/api/failures', summary: 'What could not be done after a change, the newest first', scope: 'admin', answer: z.strictObject({ failures: z.array(failure) }) })
const which = z.strictObject({ reaction: z.string().max(200), position: z.int().min(0) })
const retry = route({ method: 'POST', path: '/api/failures/retry', summary: 'Try it again at once', scope: 'admin', body: which, answer: z.null() })

function requireAdministrator(ctx: Ctx): void {
  if (!ctx.who.all) refuse('not_allowed', texts.administratorsOnly, { status: 403 })
}

async function failures(ctx: Ctx): Promise<z.output<typeof failure>[]> {
  const found = await reactionFailures(ctx.db)
  const names = new Map<string, string>()
  for (const [object, some] of Map.groupBy(found, ({ event }) => event.object)) {
    if (!ctx.registry.objects.has(object)) continue
    for (const { id, name } of (await namesOf(ctx, object, some.map(({ event }) => event.record))).values()) names.set(id, name)
  }
  return found.map(({ event: { object, record, verb, at }, reaction, position, attempts, error, firstAt, nextAt }) => (
    { reaction, position, object, record: { id: record, name: names.get(record) ?? null }, verb, at, attempts, error, firstAt, nextAt }
  ))
}

export const failureRoutes: Implementation[] = [
  implement(list, async (ctx) => {
    requireAdministrator(ctx)
    return { failures: await failures(ctx) }
  }),
  implement(retry, async (ctx, { body }, http) => {
    requireAdministrator(ctx)
    if (!(await retryFailure(ctx.db, body))) refuse('not_found', texts.failureGone, { status: 404 })
    recordOperation(ctx, { what: 'failure.retry', detail: body })
    http.setStatus(204)
    return null
  }),
]
