import { massVerbs, verbs, type MassVerb, type ObjectDefinition, type Verb } from '../../../contract/definition.ts'
import type { MetadataAnswer, ObjectView } from '../../../contract/records.ts'
import type { Ctx } from '../context.ts'
import { fieldAccess } from '../access/field-access.ts'
import { mayVerb } from '../access/row-rule.ts'
import { mayMass, mayRun, neededFor } from '../access/withheld.ts'
import { systemFieldsOf } from '../metadata/system-fields.ts'

const views = new Map<string, MetadataAnswer>()

/** The objects as the caller may see them. The same for everyone with the same rights, so made once for all of them. */
export function metadataFor(ctx: Ctx): MetadataAnswer {
  const key = `${ctx.registry.version} ${ctx.who.fingerprint} ${[...(ctx.who.keyScopes ?? [])].sort().join()}`
  const made = views.get(key)
  if (made !== undefined) return made
  const objects = [...ctx.registry.objects.values()].map((object) => viewOf(ctx, object)).filter((view) => view.can.read)
  const answer = { version: ctx.registry.version, objects }
  if (views.size > 200) views.clear()
  views.set(key, answer)
  return answer
}

function viewOf(ctx: Ctx, object: ObjectDefinition): ObjectView {
  const { rules: _, ...declared } = object
  const fields = [...object.fields, ...systemFieldsOf(object)].flatMap((field) => {
    const access = fieldAccess(ctx, object.name, field.name)
    return access === 'none' ? [] : [{ ...field, access: field.readOnly === true ? ('read' as const) : access }]
  })
  const readable = new Set(fields.map((field) => field.name))
  const shown = (path: string) => readable.has(path.split('.')[0]!)
  return {
    ...declared,
    fields,
    can: Object.fromEntries(verbs.map((verb) => [verb, mayVerb(ctx, object.name, verb)])) as Record<Verb, boolean>,
    mass: Object.fromEntries(massVerbs.map((verb) => [verb, mayVerb(ctx, object.name, neededFor[verb]) && mayMass(ctx.who, object.name, verb)])) as Record<MassVerb, boolean>,
    ...(object.actions === undefined ? {} : { actions: object.actions.filter(({ name }) => mayRun(ctx.who, object.name, name)) }),
    list: { ...object.list, columns: object.list.columns.filter(shown) },
    form: object.form.map((section) => ({ ...section, fields: section.fields.filter(shown) })).filter((section) => section.fields.length > 0),
    ...(object.quickCreate === undefined ? {} : { quickCreate: object.quickCreate.filter(shown) }),
    ...(object.headline === undefined ? {} : { headline: object.headline.filter(shown) }),
  }
}
