/** What an opportunity takes from its pipeline and stage, and what holds it back: on every way in. */
import type { Values } from '../../../contract/definition.ts'
import { refusal, type Refusal } from '../../../contract/refusal.ts'
import { idOfLink } from '../../../fields/link/ids.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Completed, Completion, Incomplete } from '../../kernel/records/completions.ts'
import { todayIn } from '../../kernel/records/conditions.ts'
import type { Question } from '../../kernel/records/writing.ts'
import { linesOf } from '../lines/queries.ts'
import { worthOf } from '../worth/actions.ts'
import { refusals } from '../texts.ts'
import { leftUndone, modelOf, planned } from './queries.ts'
import { closed, entered, followingValues, goesOn, pipelineOf, placeOf, stageOf, type Model, type Stage } from './rules.ts'

const deciding = ['pipeline', 'stage', 'state', 'amount', 'margin', 'closedOn', 'probability', 'category', 'method'] as const
const differs = (after: Values, before: Values, field: string): boolean => JSON.stringify(after[field] ?? null) !== JSON.stringify(before[field] ?? null)

export const completion: Completion = {
  object: 'opportunity',
  concerns: ({ after, before }) => before === null || deciding.some((field) => differs(after, before, field)),
  async complete(ctx, all) {
    const model = await modelOf(ctx)
    const day = { now: ctx.now.toISOString(), today: todayIn(ctx) }
    const priced = await withLines(ctx, all)
    const values = priced.map((one) => ({ ...one.after, ...followingValues(model, one, day) }))
    const worth = await worthOf(ctx, values, day.today)
    const held = await heldBack(ctx, model, priced.map((one, n) => ({ ...one, after: values[n]! })))
    return priced.map((one, n): Completed => ({ values: { ...values[n], amountBase: worth[n]! }, refusals: whyNotHere(ctx, model, { ...one, after: values[n]! }, held[n]!), questions: entryOf(model, { ...one, after: values[n]! }) }))
  },
}

/** What has lines comes to what they come to, whatever somebody wrote. */
async function withLines(ctx: Ctx, all: readonly Incomplete[]): Promise<readonly Incomplete[]> {
  const asked = all.filter(({ id, before, after, byProgram }) => id !== null && !byProgram && before !== null && (differs(after, before, 'amount') || differs(after, before, 'margin')))
  const sums = asked.length === 0 ? new Map() : await linesOf(ctx, asked.map(({ id, after }) => ({ id: id!, currency: (after['amount'] as { currency?: string } | null)?.currency ?? null })))
  return all.map((one) => (asked.includes(one) && sums.has(one.id!) ? { ...one, after: { ...one.after, ...sums.get(one.id!) } } : one))
}

/** By place in the list: what is to be done first, or that nothing is planned. */
async function heldBack(ctx: Ctx, model: Model, all: readonly Incomplete[]): Promise<(Refusal | null)[]> {
  const going = all.filter((one) => !one.byProgram && one.id !== null && goesOn(model, one))
  if (going.length === 0) return all.map(() => null)
  const strict = going.filter(({ after }) => pipelineOf(model, after['pipeline'])?.nextStepRequired === true)
  const undone = await leftUndone(ctx, going.map(({ id, before }) => ({ id: id!, stage: idOfLink(before!['stage'])! })))
  const hasNext = await planned(ctx, strict.map(({ id, after }) => ({ id: id!, stage: idOfLink(after['stage'])! })))
  return all.map((one) => {
    const todo = going.includes(one) ? undone.get(one.id!) : undefined
    if (todo !== undefined) return refusal('opportunity.not_done', refusals.todo, { field: 'stage', values: { activities: todo.map((title) => `„${title}”`).join(', ') } })
    return strict.includes(one) && !hasNext.has(one.id!) ? refusal('opportunity.no_next_step', refusals.nextStep, { field: 'stage' }) : null
  })
}

function whyNotHere(ctx: Ctx, model: Model, one: Incomplete, held: Refusal | null): Refusal[] {
  const { after, byProgram } = one
  const { pipeline, stage } = placeOf(model, one)
  const isForeign = stage !== null && pipeline !== null && stageOf(model, stage) !== null && stageOf(model, stage)!.pipeline !== pipeline
  const isLate = !byProgram && closed(after['state']) && typeof after['closedOn'] === 'string' && after['closedOn'] > todayIn(ctx)
  return [
    ...(one.before === null && pipeline === null ? [refusal('opportunity.no_pipeline', refusals.noPipeline, { field: 'pipeline' })] : []),
    ...(isForeign ? [refusal('opportunity.foreign_stage', refusals.foreignStage, { field: 'stage' })] : []),
    ...(isLate ? [refusal('opportunity.closed_later', refusals.closedLater, { field: 'closedOn' })] : []),
    ...(held === null ? [] : [held]),
  ]
}

/** Whoever jumps over stages meets the conditions of all of them. */
const entryOf = (model: Model, one: Incomplete): Question[] =>
  one.byProgram ? [] : entered(model, one).filter(({ enterWhen }) => enterWhen !== null).map((stage) => ({ anyOf: [{ condition: stage.enterWhen!, otherwise: entryRefusal(stage) }] }))

function entryRefusal({ name, enterNot }: Stage): Refusal {
  const said = enterNot === null ? refusals.entry : { pl: '{said}', en: '{said}' }
  return refusal('opportunity.entry', said, { field: 'stage', values: enterNot === null ? { stage: name } : { said: enterNot } })
}
