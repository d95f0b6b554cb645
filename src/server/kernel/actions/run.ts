import type { ActionDefinition, FieldDefinition, Values } from '../../../contract/definition.ts'
import type { RecordRow } from '../../../contract/records.ts'
import { isRefusal, refusal, refuse, RefusalError, type Refusal } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { typeOf } from '../../../fields/types.ts'
import { mayRun } from '../access/withheld.ts'
import type { Ctx } from '../context.ts'
import { one } from '../query/one.ts'
import type { ActionImplementation } from './action.ts'
import { texts } from './texts.ts'

/**
 * Does an object's verb with one record. Refusals: 404 when the record is not there or not visible, 403 when the caller may not
 * change it or his roles withhold the verb, 400 for input of the wrong shape, 422 for what the rules refuse; each wrong field is named.
 */
export async function runAction(ctx: Ctx, actions: readonly ActionImplementation[], given: { object: string; id: string; name: string; input: Values }): Promise<unknown> {
  const definition = ctx.registry.objects.get(given.object)?.actions?.find((action) => action.name === given.name)
  const implementation = actions.find((action) => action.object === given.object && action.name === given.name)
  if (definition === undefined || implementation === undefined) return refuse('unknown_action', texts.unknownAction, { values: { name: given.name }, status: 404 })
  const record = await one(ctx, given.object, given.id)
  if (record === null) return refuse('not_found', texts.notFound, { status: 404 })
  if (record.can?.change === false) refuse('not_allowed', texts.mayNotChange, { status: 403 })
  if (!mayRun(ctx.who, given.object, given.name)) refuse('action_withheld', texts.withheld, { values: { name: say(definition.label, ctx.language) }, status: 403 })
  const why = implementation.why?.(record, ctx) ?? null
  if (why !== null) throw new RefusalError([why])
  return implementation.run(ctx, record, acceptInput(definition, given.input))
}

/** What the action asks for, by the same field types as records. */
export function acceptInput(definition: ActionDefinition, input: Values): Values {
  const fields = definition.input ?? []
  const known = new Set(fields.map((field) => field.name))
  const unknown = Object.keys(input).filter((name) => !known.has(name))
  if (unknown.length > 0) throw new RefusalError(unknown.map((name) => refusal('unknown_field', texts.unknownField, { field: name, values: { name } })), 400)
  const refusals: Refusal[] = []
  const values: Values = {}
  for (const field of fields) {
    const accepted = acceptOne(field, input[field.name])
    if (isRefusal(accepted)) refusals.push({ ...accepted, field: field.name })
    else values[field.name] = accepted
  }
  if (refusals.length > 0) throw new RefusalError(refusals)
  return values
}

function acceptOne(field: FieldDefinition, given: unknown): unknown {
  const accepted = typeOf(field).accept(given ?? null, field)
  if (isRefusal(accepted)) return accepted
  return accepted === null && field.required ? refusal('required', texts.required) : accepted
}

/** For each action of the record's object: may it be done now, or the sentence why not. */
export function actionAbilities(ctx: Ctx, actions: readonly ActionImplementation[], object: string, record: RecordRow): Record<string, true | { reason: string }> {
  const declared = ctx.registry.objects.get(object)?.actions ?? []
  const mayChange = record.can?.change !== false
  return Object.fromEntries(
    declared.map(({ name, label }) => {
      const implementation = actions.find((action) => action.object === object && action.name === name)
      const why = implementation === undefined ? refusal('unknown_action', texts.unknownAction, { values: { name } }) : whyNot(ctx, { object, name, label, mayChange }) ?? implementation.why?.(record, ctx) ?? null
      return [name, why === null ? (true as const) : { reason: say(why.text, ctx.language, why.values) }]
    }),
  )
}

function whyNot({ who, language }: Ctx, { object, name, label, mayChange }: Pick<ActionDefinition, 'name' | 'label'> & { object: string; mayChange: boolean }): Refusal | null {
  if (!mayChange) return refusal('not_allowed', texts.mayNotChange)
  return mayRun(who, object, name) ? null : refusal('action_withheld', texts.withheld, { values: { name: say(label, language) } })
}
