/** What of an opportunity follows from its pipeline and stage, and what holds it where it is. */
import type { Values } from '../../../contract/definition.ts'
import { idOfLink } from '../../../fields/link/ids.ts'

export interface Stage {
  id: string
  name: string
  pipeline: string
  position: number
  /** In percent, a decimal. */
  probability: string
  category: string
  enterWhen: string | null
  enterNot: string | null
}

export interface Pipeline {
  id: string
  active: boolean
  method: string | null
  nextStepRequired: boolean
  /** In order. */
  stages: readonly Stage[]
}

export interface Model {
  /** In the order in which they are offered. */
  pipelines: readonly Pipeline[]
}

export const stageOf = ({ pipelines }: Model, id: unknown): Stage | null => pipelines.flatMap(({ stages }) => stages).find((stage) => stage.id === idOfLink(id)) ?? null
export const pipelineOf = ({ pipelines }: Model, id: unknown): Pipeline | null => pipelines.find((pipeline) => pipeline.id === idOfLink(id)) ?? null

export interface Written {
  given: Values
  after: Values
  before: Values | null
  byProgram: boolean
}

const isSame = (after: Values, before: Values | null, field: string): boolean => before !== null && idOfLink(after[field]) === idOfLink(before[field])

/** Nobody said which: the pipeline of the stage, else the first in use; of a pipeline its first stage. */
export function placeOf(model: Model, { given, after, before }: Written): { pipeline: string | null; stage: string | null } {
  const named = 'pipeline' in given || before !== null ? idOfLink(after['pipeline']) : null
  const first = model.pipelines.find(({ active, stages }) => active && stages.length > 0)?.id ?? null
  const pipeline = named ?? (before !== null ? null : (stageOf(model, after['stage'])?.pipeline ?? first))
  const movesOver = before !== null && pipeline !== idOfLink(before['pipeline']) && !('stage' in given)
  const stage = movesOver || (before === null && idOfLink(after['stage']) === null) ? (pipelineOf(model, pipeline)?.stages[0]?.id ?? null) : idOfLink(after['stage'])
  return { pipeline, stage }
}

export interface Day {
  now: string
  today: string
}

/** Probability and category are the stage's, until somebody sets others; the next stage brings its own again. */
export function followingValues(model: Model, one: Written, { now, today }: Day): Values {
  const place = placeOf(model, one)
  const after: Values = { ...one.after, ...place }
  const { given, before, byProgram } = one
  const stage = stageOf(model, place.stage)
  const [state, stateBefore] = [after['state'] ?? 'open', before?.['state'] ?? null]
  const isEntered = !isSame(after, before, 'stage')
  const reopened = state === 'open' && stateBefore !== null && stateBefore !== 'open'
  const isAsked = (field: string) => (isEntered || reopened || (field in given && (given[field] ?? null) === null)) && (given[field] ?? null) === null
  return {
    ...place,
    ...(stage !== null && isAsked('probability') && state === 'open' ? { probability: stage.probability } : {}),
    ...(state !== 'open' && state !== stateBefore ? { probability: state === 'won' ? '100' : '0' } : {}),
    ...(stage !== null && isAsked('category') ? { category: stage.category } : {}),
    ...(isSame(after, before, 'pipeline') || (given['method'] ?? null) !== null ? {} : { method: pipelineOf(model, place.pipeline)?.method ?? after['method'] ?? null }),
    closedOn: state === 'open' ? null : (after['closedOn'] ?? today),
    stageSince: isEntered || reopened ? (byProgram && before === null ? (after['stageSince'] ?? now) : now) : (after['stageSince'] ?? now),
    furthest: furthestOf(model, after, stage),
  }
}

function furthestOf(model: Model, { furthest }: Values, stage: Stage | null): string | null {
  const known = stageOf(model, furthest)
  if (stage === null) return known?.id ?? null
  return known !== null && known.pipeline === stage.pipeline && known.position > stage.position ? known.id : stage.id
}

export const closed = (state: unknown): boolean => state === 'won' || state === 'lost'

/** Stages that it comes to on its way forward, the one it goes to last; none on the way back, or while it stays. */
export function entered(model: Model, { after, before }: Pick<Written, 'after' | 'before'>): Stage[] {
  const to = stageOf(model, after['stage'])
  if (to === null || closed(after['state']) || isSame(after, before, 'stage')) return []
  const from = stageOf(model, before?.['stage'])
  const all = pipelineOf(model, to.pipeline)?.stages ?? []
  const passed = from !== null && from.pipeline === to.pipeline ? from.position : Number.NEGATIVE_INFINITY
  return all.filter(({ position }) => position > passed && position <= to.position)
}

/** Does it go on to a later stage of its pipeline? Beginning is not going on. */
export function goesOn(model: Model, { after, before }: Pick<Written, 'after' | 'before'>): boolean {
  const [from, to] = [stageOf(model, before?.['stage']), stageOf(model, after['stage'])]
  return from !== null && to !== null && !closed(after['state']) && from.pipeline === to.pipeline && to.position > from.position
}

/** What is done to its stays when it is written: the open one ends, another begins. */
export function stayChange(after: Values | null, before: Values | null): { ends: boolean; begins: boolean } {
  if (after === null) return { ends: false, begins: false }
  const isOpen = !closed(after['state'])
  if (before === null) return { ends: false, begins: isOpen }
  const wasOpen = !closed(before['state'])
  const isMoved = !isSame(after, before, 'stage')
  return { ends: wasOpen && (isMoved || !isOpen), begins: isOpen && (isMoved || !wasOpen) }
}
