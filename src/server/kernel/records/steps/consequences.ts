/** What an object declares must be written along with a record: in the same transaction, through the same gate, as the program. */
import type { Consequence, Values } from '../../../../contract/definition.ts'
import { RefusalError } from '../../../../contract/refusal.ts'
import { program } from '../../access/who.ts'
import type { Ctx } from '../../context.ts'
import { changeMany, changeWhere } from '../change.ts'
import { todayIn } from '../conditions.ts'
import { createMany } from '../create.ts'
import type { Draft, WriteOptions, Writing } from '../writing.ts'

/** A consequence may have its own; more than this many is a circle in the declarations. */
const deepest = 8

/** What comes back (from the trash, by an undo) brings its consequences back with it; they are not made a second time. */
export function consequencesOf({ ctx, layout, verb, options }: Writing, drafts: readonly Draft[]): (readonly Consequence[])[] {
  const rule = layout.object.rules?.consequences
  if (rule === undefined || verb === 'restore' || options.bringsBack === true) return []
  const today = options.today ?? todayIn(ctx)
  const all = drafts.map((draft) => {
    const after = draft.standing.deletedAt === null ? draft.after : null
    const before = draft.before === null || draft.before.deletedAt !== null ? null : draft.before.values
    return rule(after, before, { id: draft.id, today, who: ctx.who.userId })
  })
  return all.filter((some) => some.length > 0)
}

/** The program's rights, the person's name: history tells who caused it. */
export const asProgram = (ctx: Ctx): Ctx => ({ ...ctx, who: { ...program, userId: ctx.who.userId, name: ctx.who.name, byProgram: true } })

/** Each record's in the order its rule gives them; those of many records side by side. */
export async function doConsequences(writing: Writing, all: readonly (readonly Consequence[])[]): Promise<void> {
  if (all.length === 0) return
  const depth = (writing.options.depth ?? 0) + 1
  if (depth > deepest) throw new Error(`consequences of ${writing.layout.object.name} go in a circle`)
  const ctx = asProgram(writing.ctx)
  const options = { ...writing.options, asProgram: true, depth, together: false }
  const longest = Math.max(...all.map(({ length }) => length))
  for (let place = 0; place < longest; place++) await doSideBySide(ctx, all.flatMap((some) => some[place] ?? []), options)
}

async function doSideBySide(ctx: Ctx, consequences: readonly Consequence[], options: WriteOptions): Promise<void> {
  for (const [object, rows] of grouped(consequences, (one) => ('create' in one ? [one.object, one.create] : null))) throwRefused(await createMany(ctx, object, rows, options))
  for (const [object, items] of grouped(consequences, (one) => ('change' in one ? [one.object, { id: one.change, values: one.values }] : null))) throwRefused(await changeMany(ctx, object, items, options))
  for (const { object, where, values } of sameValues(consequences)) throwRefused(await changeWhere(ctx, object, { where, values }, options))
}

function grouped<T>(consequences: readonly Consequence[], pick: (one: Consequence) => [string, T] | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of consequences) {
    const picked = pick(one)
    if (picked === null) continue
    const [object, item] = picked
    const group = groups.get(object)
    if (group === undefined) groups.set(object, [item])
    else group.push(item)
  }
  return groups
}

const mostConditions = 50

/** The same values for many conditions go in one reading: (a) or (b) or … */
function sameValues(consequences: readonly Consequence[]): { object: string; where: string; values: Values }[] {
  const groups = new Map<string, { object: string; conditions: string[]; values: Values }>()
  for (const one of consequences) {
    if (!('changeWhere' in one)) continue
    const key = JSON.stringify([one.object, one.values])
    const group = groups.get(key) ?? { object: one.object, conditions: [], values: one.values }
    group.conditions.push(one.changeWhere)
    groups.set(key, group)
  }
  return [...groups.values()].flatMap(({ object, conditions, values }) => {
    const lots = Math.ceil(conditions.length / mostConditions)
    return Array.from({ length: lots }, (_, lot) => ({ object, values, where: conditions.slice(lot * mostConditions, (lot + 1) * mostConditions).map((one) => `(${one})`).join(' or ') }))
  })
}

/** Its fields belong to another form, so they are not named. */
function throwRefused(outcomes: readonly object[]): void {
  for (const outcome of outcomes) {
    if (!('refused' in outcome)) continue
    const { refusals, status } = outcome.refused as RefusalError
    throw new RefusalError(refusals.map(({ code, text, values }) => ({ code, text, ...(values === undefined ? {} : { values }) })), status)
  }
}
