import type { BoardDefinition } from '../../../contract/board.ts'
import { massVerbs, verbs, type FieldDefinition, type MassVerb, type ObjectDefinition, type Verb } from '../../../contract/definition.ts'
import type { MetadataAnswer, ObjectView } from '../../../contract/records.ts'
import type { Ctx } from '../context.ts'
import { fieldAccess } from '../access/field-access.ts'
import { mayVerb } from '../access/row-rule.ts'
import { mayMass, mayRun, neededFor } from '../access/withheld.ts'
import { layoutsShown, standsOutFor, rolesWithLayouts } from '../metadata/layouts.ts'
import type { Registry } from '../metadata/registry.ts'
import { systemFieldsOf } from '../metadata/system-fields.ts'
import { mayMake } from '../records/steps/moves.ts'

const views = new Map<string, MetadataAnswer>()

/** The objects as the caller may see them. The same for everyone with the same rights, so made once for all of them. */
export function metadataFor(ctx: Ctx): MetadataAnswer {
  const key = `${ctx.registry.version} ${ctx.who.fingerprint} ${[...(ctx.who.keyScopes ?? [])].sort().join()} ${rolesThatMatter(ctx).join()}`
  const made = views.get(key)
  if (made !== undefined) return made
  const objects = [...ctx.registry.objects.values()].map((object) => viewOf(ctx, object)).filter((view) => view.can.read && view.hidden !== true)
  const answer = { version: ctx.registry.version, objects, ...(ctx.registry.holidays === undefined ? {} : { holidays: ctx.registry.holidays }) }
  if (views.size > 200) views.clear()
  views.set(key, answer)
  return answer
}

const named = new WeakMap<Registry, ReadonlySet<string>>()

/** Layouts and moves may be for a role: only of these roles it matters who holds them, and in which order. */
function rolesThatMatter({ registry, who }: Ctx): readonly string[] {
  let roles = named.get(registry)
  if (roles === undefined) named.set(registry, (roles = new Set([...registry.objects.values()].flatMap((object) => [...rolesWithLayouts(object), ...rolesWithMoves(object)]))))
  return who.roles.filter((role) => roles.has(role))
}

const rolesWithMoves = ({ states }: ObjectDefinition): string[] => (states ?? []).flatMap(({ moves }) => moves.flatMap((move) => move.roles ?? []))

/** A formula may name what its reader must not know of: only those who make formulas read them. */
function said({ who }: Ctx, field: FieldDefinition): FieldDefinition {
  if (field.formula === undefined || who.all || who.functions.has('settings')) return field
  const { formula: _, ...rest } = field
  return rest as FieldDefinition
}

/** What the caller may not read is not on it; without its columns there is no board. */
function boardShown(board: BoardDefinition, shown: (path: string) => boolean): BoardDefinition | undefined {
  if (!shown(board.by) || (board.within !== undefined && !shown(board.within.link))) return undefined
  const { worth, expected, since, stalled, next, ends, ...rest } = board
  const single = Object.entries({ worth, expected, since, stalled, ends }).filter(([, path]) => path !== undefined && shown(path))
  const what = next === undefined || !shown(next.field) ? {} : { next: next.required === undefined || shown(next.required) ? next : { field: next.field } }
  return { ...rest, card: board.card.filter(shown), ...Object.fromEntries(single), ...what }
}

function viewOf(ctx: Ctx, object: ObjectDefinition): ObjectView {
  const { rules: _, layouts: __, refusedWhen: ___, tellsOf: ____, ...declared } = object
  const fields = [...object.fields, ...systemFieldsOf(object)].flatMap((field) => {
    const access = fieldAccess(ctx, object.name, field.name)
    return access === 'none' ? [] : [{ ...said(ctx, field), access: field.readOnly === true ? ('read' as const) : access }]
  })
  const readable = new Set(fields.map((field) => field.name))
  const shown = (path: string) => readable.has(path.split('.')[0]!)
  return {
    ...declared,
    fields,
    can: Object.fromEntries(verbs.map((verb) => [verb, mayVerb(ctx, object.name, verb)])) as Record<Verb, boolean>,
    mass: Object.fromEntries(massVerbs.map((verb) => [verb, mayVerb(ctx, object.name, neededFor[verb]) && mayMass(ctx.who, object.name, verb)])) as Record<MassVerb, boolean>,
    ...(object.actions === undefined ? {} : { actions: object.actions.filter(({ name }) => mayRun(ctx.who, object.name, name)) }),
    shown: layoutsShown(ctx, object),
    ...(object.states === undefined ? {} : { states: object.states.map((machine) => ({ ...machine, moves: machine.moves.filter((move) => mayMake(ctx.who, move)) })) }),
    list: { ...object.list, columns: object.list.columns.filter(shown) },
    form: object.form.map((section) => ({ ...section, fields: section.fields.filter(shown) })).filter((section) => section.fields.length > 0),
    ...(object.quickCreate === undefined ? {} : { quickCreate: object.quickCreate.filter(shown) }),
    ...(object.headline === undefined ? {} : { headline: object.headline.filter(shown) }),
    ...(object.standsOut === undefined ? {} : { standsOut: standsOutFor(ctx, object) }),
    ...(object.board === undefined ? {} : { board: boardShown(object.board, shown) }),
  }
}
