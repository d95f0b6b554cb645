/** Takes back the effects of some entries, in whatever order their rules allow. */
import type { Values } from '../../../contract/definition.ts'
import type { UndoConflict } from '../../../contract/records.ts'
import type { RefusalError } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import type { HistoryRow } from '../history/history.ts'
import { restoring, type Wanted } from './bring-back.ts'
import { readCurrent } from './current.ts'
import { layoutOf, type Layout } from './layout.ts'
import { asProgram } from './steps/consequences.ts'
import { removeMany } from './trash.ts'
import { isRefused, startWriting, type Current, type Outcome } from './writing.ts'
import type { Effect } from './undo-effects.ts'

export interface Left {
  effect: Effect
  field: string | null
  reason: UndoConflict['reason']
  /** A write that was tried and refused. */
  refused?: RefusalError
}

interface Taken {
  undone: readonly Effect[]
  left: readonly Left[]
}

/** A value to be freed first, a record to be restored first: what one round cannot do, the next may. */
const mostRounds = 4

/**
 * What a change brought along goes back with it, or neither does: a meeting is not put back to where its room is taken by others. Such are
 * left as they are, and the rest is taken back without them.
 */
export async function takeBack(ctx: Ctx, all: readonly Effect[], operation: string): Promise<{ undone: number; left: Left[] }> {
  const kept: Left[] = []
  for (let open = all; ; ) {
    const { undone, left, torn } = await takenBack(ctx, open, operation)
    if (torn.length === 0) return { undone: undone.length, left: [...kept, ...left] }
    kept.push(...torn)
    const out = new Set(torn.map(({ effect }) => effect))
    open = open.filter((effect) => !out.has(effect))
  }
}

const tornApart = new Error('a change and what it brought along would come apart')

/** Nothing is written where something is torn. */
async function takenBack(ctx: Ctx, all: readonly Effect[], operation: string): Promise<Taken & { torn: Left[] }> {
  const kept: { taken?: Taken; torn: Left[] } = { torn: [] }
  const tried = ctx.db.transaction(async (db) => {
    kept.taken = await inRounds({ ...ctx, db }, all, operation)
    kept.torn = await tornIn({ ...ctx, db }, kept.taken)
    if (kept.torn.length > 0) throw tornApart
  })
  await tried.catch((error: unknown) => {
    if (error !== tornApart) throw error
  })
  return { ...kept.taken!, torn: kept.torn }
}

/** Refused changes of records that link to one whose own change went back, and that one. */
async function tornIn(ctx: Ctx, { undone, left }: Taken): Promise<Left[]> {
  const apart = left.filter(({ effect, refused }) => refused !== undefined && !(refused.refusals[0]!.code in reasons) && !effect.created)
  const changed = new Map(undone.filter(({ created }) => !created).map((effect) => [effect.record, effect]))
  const torn: Left[] = []
  for (const [object, some] of Map.groupBy(apart, ({ effect }) => effect.object)) {
    const layout = layoutOf(ctx.registry, object)
    const current = await readCurrent(ctx, layout, some.map(({ effect }) => effect.record))
    for (const one of some) {
      const linked = layout.links.flatMap(({ name }) => [current.get(one.effect.record)?.values[name]].flat()).flatMap((id) => changed.get(String(id)) ?? [])
      if (linked.length > 0) torn.push(one, ...linked.map((effect) => ({ ...one, effect, field: null })))
    }
  }
  return torn
}

async function inRounds(ctx: Ctx, all: readonly Effect[], operation: string): Promise<Taken> {
  const done = new Set<Effect>()
  const changedSince: Left[] = []
  let open = [...all]
  let stuck: Left[] = []
  for (let round = 0; open.length > 0 && round < mostRounds; round++) {
    stuck = []
    for (const [object, some] of Map.groupBy(open, (effect) => effect.object)) {
      const result = await round1(ctx, object, some, operation)
      for (const effect of result.done) done.add(effect)
      if (round === 0) changedSince.push(...result.conflicts)
      stuck.push(...result.stuck)
    }
    const still = [...new Set(stuck.map(({ effect }) => effect))]
    if (still.length === open.length && round > 0) break
    open = still
  }
  return { undone: [...done], left: [...changedSince, ...stuck] }
}

interface Round {
  done: Effect[]
  conflicts: Left[]
  stuck: Left[]
}

async function round1(ctx: Ctx, object: string, some: readonly Effect[], operation: string): Promise<Round> {
  const layout = layoutOf(ctx.registry, object)
  const current = await readCurrent(ctx, layout, some.map(({ record }) => record))
  const round: Round = { done: [], conflicts: [], stuck: [] }
  const gone: Effect[] = []
  const back: { effect: Effect; wanted: Wanted }[] = []
  for (const effect of some) {
    const before = current.get(effect.record)
    if (before === undefined || !(before.may.read || before.may.delete)) round.conflicts.push({ effect, field: null, reason: before === undefined ? 'purged' : 'not_allowed' })
    else if (!effect.created) back.push({ effect, wanted: wantedOf(layout, before, effect, round) })
    else if (before.deletedAt !== null) round.done.push(effect)
    else if (before.version !== effect.version) round.conflicts.push({ effect, field: null, reason: 'changed_since' })
    else gone.push(effect)
  }
  await write(ctx, object, back, operation, round)
  settle(gone, await trashAll(ctx, object, gone, operation), round)
  return round
}

/** Fields that still are as the entries left them go back; one that is back already is no conflict. */
function wantedOf(layout: Layout, before: Current, effect: Effect, round: Round): Wanted {
  const values: Values = {}
  const standing: Record<string, string | null> = {}
  for (const [field, { from, to }] of effect.fields) {
    if (field === 'deletedAt' || field === 'archivedAt') {
      if ((before[field] === null) === (to === null)) standing[field] = from as string | null
      continue
    }
    const laid = layout.field(field)
    if (laid === undefined) continue // the field is no more
    const now = before.values[field] ?? null
    if (laid.type.same(now, to)) values[field] = from
    else if (!laid.type.same(now, from)) round.conflicts.push({ effect, field, reason: 'changed_since' })
  }
  const deletedBy = standing.deletedAt === null ? { deletedBy: null } : {}
  return { before, values, standing: { ...standing, ...deletedBy } }
}

/** Each by the verb that tells what happened to it, with the right that verb takes. */
async function write(ctx: Ctx, object: string, back: readonly { effect: Effect; wanted: Wanted }[], operation: string, round: Round): Promise<void> {
  const verbs = Map.groupBy(back, ({ wanted: { before, standing } }) => {
    if (standing?.deletedAt !== undefined && standing.deletedAt !== before.deletedAt) return standing.deletedAt === null ? ('restore' as const) : ('delete' as const)
    return standing?.archivedAt !== undefined && standing.archivedAt !== before.archivedAt ? ('archive' as const) : ('change' as const)
  })
  for (const [verb, some] of verbs) {
    const writing = startWriting(ctx, object, verb, { operation, asProgram: true, bringsBack: true })
    const outcomes = await restoring(writing, some.map(({ wanted }) => wanted))
    settle(some.map(({ effect }) => effect), outcomes, round)
    const partly = some.flatMap(({ wanted }, at) => withoutLost(wanted, outcomes[at]!))
    if (partly.length > 0) await restoring(writing, partly)
  }
}

/**
 * What the record links to may come back only after this record has let go of something itself: all else is written at once, and
 * the links in a later round.
 */
function withoutLost(wanted: Wanted, outcome: Outcome): Wanted[] {
  if (!isRefused(outcome)) return []
  const lost = outcome.refused.refusals.flatMap(({ code, field }) => (code === 'link_not_there' && field !== undefined ? [field] : []))
  const values = Object.fromEntries(Object.entries(wanted.values).filter(([field]) => !lost.includes(field)))
  return lost.length > 0 && Object.keys(values).length > 0 ? [{ ...wanted, values }] : []
}

/** Whoever made the records may take their making back, also without the right to delete others'. */
async function trashAll(ctx: Ctx, object: string, gone: readonly Effect[], operation: string): Promise<Outcome[]> {
  const outcomes = new Array<Outcome>(gone.length)
  for (const [mine, some] of Map.groupBy(gone, ({ by }) => by !== null && by === ctx.who.userId)) {
    const removed = await removeMany(mine ? asProgram(ctx) : ctx, object, some.map(({ record }) => ({ id: record })), { operation, bringsBack: true })
    some.forEach((effect, at) => (outcomes[gone.indexOf(effect)] = removed[at]!))
  }
  return outcomes
}

function settle(some: readonly Effect[], outcomes: readonly Outcome[], round: Round): void {
  outcomes.forEach((outcome, at) => {
    if (isRefused(outcome)) round.stuck.push({ effect: some[at]!, field: outcome.refused.refusals[0]?.field ?? null, reason: reasonOf(outcome.refused), refused: outcome.refused })
    else round.done.push(some[at]!)
  })
}

const reasons: Record<string, UndoConflict['reason']> = { not_unique: 'not_unique', link_not_there: 'link_gone', still_linked: 'still_linked', not_allowed: 'not_allowed', not_found: 'not_allowed' }
const reasonOf = (error: RefusalError): UndoConflict['reason'] => reasons[error.refusals[0]?.code ?? ''] ?? 'changed_since'

/** Those of the entries whose records link to the entry's record: they followed from it. */
export async function linksTo(ctx: Ctx, entry: HistoryRow, others: readonly HistoryRow[]): Promise<HistoryRow[]> {
  const linked: HistoryRow[] = []
  for (const [object, some] of Map.groupBy(others, (other) => other.object)) {
    const layout = layoutOf(ctx.registry, object)
    const fields = layout.links.filter(({ definition }) => 'target' in definition && definition.target === entry.object)
    const current = fields.length === 0 ? new Map<string, Current>() : await readCurrent(ctx, layout, some.map(({ record }) => record))
    linked.push(...some.filter(({ record }) => fields.some(({ name }) => [current.get(record)?.values[name]].flat().includes(entry.record))))
  }
  return linked
}
