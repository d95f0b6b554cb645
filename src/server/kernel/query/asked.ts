/** A request for records, checked for all that needs no database: known parameters, bounds, whether the object may be read at all. */
import type { ObjectDefinition, Verb } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { mayVerb } from '../access/field-access.ts'
import type { Ctx } from '../context.ts'
import type { ListRequest } from './request.ts'
import { texts } from './texts.ts'

export const mostRows = 500
const usualRows = 50
const states = ['no', 'only', 'all'] as const

/** Throws 404 unknown_object, 403 not_allowed. */
export function askedObject(ctx: Ctx, name: string, verbs: readonly Verb[] = ['read']): ObjectDefinition {
  const object = ctx.registry.objects.get(name) ?? refuse('unknown_object', texts.unknownObject, { values: { name: String(name) }, status: 404 })
  if (!verbs.every((verb) => mayVerb(ctx, name, verb))) {
    refuse('not_allowed', texts.notAllowed, { values: { object: say(object.plural, ctx.language) }, status: 403, facts: { object: name } })
  }
  return object
}

export function refuseUnknown(request: object, known: readonly string[]): void {
  for (const name of Object.keys(request)) {
    if (!known.includes(name)) refuse('unknown_parameter', texts.unknownParameter, { field: name, values: { name }, status: 400 })
  }
}

const listParameters = ['object', 'columns', 'where', 'search', 'order', 'limit', 'after', 'count', 'archived', 'trash', 'can', 'may', 'linkedTo']

/** What is needed beside reading: the trash is for those who may delete. */
export function checkRequest(ctx: Ctx, request: ListRequest): ObjectDefinition {
  refuseUnknown(request, listParameters)
  const object = askedObject(ctx, request.object, ['read', ...(request.trash ? (['delete'] as const) : []), ...(request.may ? [request.may] : [])])
  if (request.archived !== undefined && !states.includes(request.archived)) refuse('malformed', texts.badArchived, { field: 'archived', status: 400 })
  return object
}

export function rowsAsked({ limit = usualRows }: ListRequest): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows) refuse('malformed', texts.badLimit, { field: 'limit', values: { max: mostRows }, status: 400 })
  return limit
}
