/** The moves a person may make with one record now, judged by the same rules that a write goes through. */
import type { AllowedMove } from '../../../contract/records.ts'
import { initialOf, movesFrom, type Move, type StateMachine } from '../../../contract/states.ts'
import { say } from '../../../contract/text.ts'
import type { Ctx } from '../context.ts'
import { readCurrent } from './current.ts'
import type { Layout } from './layout.ts'
import { mayMake, missingFor, typeOf, whyNot } from './steps/moves.ts'
import { whereHolds } from './steps/questions.ts'
import { texts } from './texts.ts'
import { startWriting, type Current, type Draft, type Writing } from './writing.ts'

interface Possible {
  machine: StateMachine
  move: Move
  /** The record as it would be. */
  draft: Draft
}

/**
 * In the order of their declaration. `missing`: fields to be filled in first. `reason`: why it cannot be made as things are. What is for
 * other roles is left out; a record that he may not change has none.
 */
export async function allowedMoves(ctx: Ctx, object: string, id: string): Promise<AllowedMove[]> {
  if ((ctx.registry.objects.get(object)?.states ?? []).length === 0) return []
  const writing = startWriting(ctx, object, 'change')
  const current = (await readCurrent(ctx, writing.layout, [id])).get(id)
  if (current === undefined || !current.may.change || current.deletedAt !== null) return []
  const possible = possibleMoves(writing, current)
  const unmet = await unmetConditions(writing, possible)
  return possible.map(({ machine, move, draft }) => {
    const missing = missingFor(draft, move)
    const answered = { field: machine.field, key: move.key, to: move.to, label: move.label }
    if (missing.length === 0) return unmet.has(draft.n) ? { ...answered, reason: sentence(ctx, machine, move) } : answered
    const beyondHim = missing.some((field) => writing.access.get(field) !== 'write')
    return { ...answered, missing, ...(beyondHim ? { reason: say(texts.needsOthers, ctx.language) } : {}) }
  })
}

function possibleMoves(writing: Writing, current: Current): Possible[] {
  const { ctx, layout } = writing
  const machines = (layout.object.states ?? []).filter(({ field }) => writing.access.get(field) === 'write')
  const leading = machines.flatMap((machine) => {
    const state = (current.values[machine.field] as string | null | undefined) ?? null
    const type = typeOf(layout, current.values)
    const begins = state === null ? beginning(layout, machine, type) : []
    return [...begins, ...movesFrom(machine, state, type).filter((move) => mayMake(ctx.who, move))].map((move) => ({ machine, move }))
  })
  return leading.map(({ machine, move }, n) => ({ machine, move, draft: draftAfter(current, machine, { move, n }) }))
}

/** A record from before there were states may be put where a new one begins. */
function beginning({ object }: Layout, machine: StateMachine, type: string | null): Move[] {
  const initial = initialOf(machine, type)
  const field = object.fields.find(({ name }) => name === machine.field)
  const choice = field?.type === 'choice' ? field.choices.find(({ value }) => value === initial) : undefined
  return choice === undefined ? [] : [{ key: choice.value, label: choice.label, from: [], to: choice.value }]
}

function draftAfter(current: Current, machine: StateMachine, { move, n }: { move: Move; n: number }): Draft {
  const { id, values, deletedAt, deletedBy, archivedAt } = current
  return { n, id, seen: null, before: current, given: {}, after: { ...values, [machine.field]: move.to }, standing: { deletedAt, deletedBy, archivedAt }, changed: [machine.field], refusals: [] }
}

/** Numbers of those whose condition does not hold; where something is missing it is not asked yet. */
async function unmetConditions(writing: Writing, possible: readonly Possible[]): Promise<ReadonlySet<number>> {
  const asked = possible.filter(({ move, draft }) => move.when !== undefined && missingFor(draft, move).length === 0)
  const unmet = new Set<number>()
  for (const [condition, some] of Map.groupBy(asked, ({ move }) => move.when!)) {
    const held = await whereHolds(writing, some.map(({ draft }) => draft), condition)
    for (const { draft } of some) if (!held.has(draft.n)) unmet.add(draft.n)
  }
  return unmet
}

function sentence(ctx: Ctx, machine: StateMachine, move: Move): string {
  const { text, values } = whyNot(machine, move)
  return say(text, ctx.language, values)
}
