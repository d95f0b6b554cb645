/** One change to all records that match: a run with progress, which can be stopped, survives a kill, and is undone as one operation. */
import type { Values } from '../../../contract/definition.ts'
import { refuse } from '../../../contract/refusal.ts'
import { say } from '../../../contract/text.ts'
import { mayVerb } from '../access/row-rule.ts'
import { requireMass } from './withheld.ts'
import type { Ctx } from '../context.ts'
import { newId } from '../db/uuid7.ts'
import { defineJob, type JobTools } from '../jobs/define.ts'
import { startRun } from '../jobs/runs.ts'
import { list } from '../query/list.ts'
import { stream } from '../query/stream.ts'
import { archiveMany } from './archive.ts'
import { changeMany } from './change.ts'
import { itemProblem } from './refusals.ts'
import { throughSteps } from './steps/order.ts'
import { texts } from './texts.ts'
import { removeMany } from './trash.ts'
import { isRefused, noStanding, startWriting, type Draft, type Outcome, type Refused } from './writing.ts'

export type MassWork = { change: Values } | { delete: true } | { archive: boolean }

export interface MassRequest {
  object: string
  /** Which records: a list as it is seen, or these. */
  where?: string
  search?: string
  archived?: 'no' | 'only' | 'all'
  ids?: readonly string[]
  /** All that the other words leave, be it everything: a selection that was forgotten must not take it all. */
  all?: boolean
  work: MassWork
}

/** How it came out: refused ones by reason, the first of them by name. */
export interface MassResult {
  /** Those that already had the values are among them. */
  changed: number
  refused: number
  reasons: { code: string; message: string; count: number; examples: string[] }[]
  /** By it all is undone. */
  operation: string
}

/**
 * Begins the run; its id is also the operation. What can be told at once is refused at once: 403 not_allowed, 400 a condition that is
 * wrong, 422 nothing_chosen, and fields that are unknown, not writable or of the wrong shape.
 */
export async function massChange(ctx: Ctx, request: MassRequest): Promise<string> {
  const { object, work, where, search, archived, ids } = request
  if (!mayVerb(ctx, object, 'delete' in work ? 'delete' : 'change')) refuse('not_allowed', texts.verbNotAllowed, { status: 403 })
  requireMass(ctx, object, 'delete' in work ? 'delete' : 'change')
  refuseUnchosen(request)
  if ('change' in work) await refuseUnwritable(ctx, object, work.change)
  const counted = ids === undefined ? await list(ctx, { object, columns: ['id'], limit: 1, count: true, can: false, ...defined({ where, search, archived }) }) : null
  const total = ids?.length ?? (counted!.count!.exact ? counted!.count!.value : undefined)
  const { plural } = ctx.registry.object(object)
  const title = { pl: say(texts.massChange, 'pl', { kind: plural.pl }), en: say(texts.massChange, 'en', { kind: plural.en }) }
  return startRun(ctx, { kind: massJob.name, title, payload: request, ...(total === undefined ? {} : { total }) })
}

function refuseUnchosen({ where, search, ids, all }: MassRequest): void {
  const isChosen = ids !== undefined || all === true || [where, search].some((words) => (words ?? '').trim() !== '')
  if (!isChosen) refuse('nothing_chosen', texts.nothingChosen, { field: 'where' })
  if (ids !== undefined && all === true) refuse('chosen_twice', texts.chosenTwice, { field: 'all' })
}

async function refuseUnwritable(ctx: Ctx, object: string, values: Values): Promise<void> {
  const writing = startWriting(ctx, object, 'change')
  const draft: Draft = { n: 0, id: newId(), seen: null, before: null, given: values, after: {}, standing: noStanding, changed: [], refusals: [] }
  const [refused] = (await throughSteps(writing, [draft], 'shape')).refused as Refused[]
  if (refused !== undefined) throw refused.refused
}

const defined = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never

interface Memo extends Omit<MassResult, 'operation'> {
  /** Ids up to this one are done. */
  last: string
  done: number
}

const lotSize = 500

export const massJob = defineJob<MassRequest>({
  name: 'records.mass',
  async run(ctx, request, tools) {
    return inLots(ctx, { ids: await idsOf(ctx, request), run: tools.run! }, (tx, ids, operation) => doWork(tx, request, ids, operation))
  },
})

type LotWork = (tx: Ctx, ids: readonly string[], operation: string) => Promise<Outcome[]>

/** Does the work with all of them, some hundreds in one transaction, and keeps how far it came; killed or stopped, what was done is done once. */
export async function inLots(ctx: Ctx, { ids: all, run }: { ids: readonly string[]; run: NonNullable<JobTools['run']> }, work: LotWork): Promise<MassResult> {
  const memo: Memo = (run.memo as Memo | null) ?? { last: '', done: 0, changed: 0, refused: 0, reasons: [] }
  const ids = all.filter((id) => id > memo.last).toSorted()
  const total = memo.done + ids.length
  for (let start = 0; start < ids.length; start += lotSize) await oneLot(ctx, work, { ids: ids.slice(start, start + lotSize), memo, total, run })
  const { last: _, done: __, ...result } = memo
  return { ...result, operation: run.id }
}

/** All of one moment, in the order of ids: what is changed meanwhile neither comes twice nor is left out. */
async function idsOf(ctx: Ctx, { object, where, search, archived, ids }: MassRequest): Promise<string[]> {
  if (ids !== undefined) return [...new Set(ids)].sort()
  const found: string[] = []
  for await (const rows of stream(ctx, { object, columns: ['id'], order: 'id', ...defined({ where, search, archived }) })) for (const { id } of rows) found.push(id)
  return found.sort()
}

interface Lot {
  ids: readonly string[]
  memo: Memo
  total: number
  run: NonNullable<JobTools['run']>
}

/** What was done and how far it came are kept in one transaction: killed at any moment, nothing is done twice. */
async function oneLot(ctx: Ctx, work: LotWork, { ids, memo, total, run }: Lot): Promise<void> {
  const next = structuredClone(memo)
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db, now: new Date() }
    const outcomes = await work(tx, ids, run.id)
    for (const outcome of outcomes) if (isRefused(outcome)) countRefused(next, ctx, outcome)
    next.changed += outcomes.filter((outcome) => !isRefused(outcome)).length
    next.done += ids.length
    next.last = ids.at(-1)!
    await run.save(db, { done: next.done, total, memo: next })
  })
  Object.assign(memo, next)
}

function doWork(ctx: Ctx, { object, work }: MassRequest, ids: readonly string[], operation: string): Promise<Outcome[]> {
  const items = ids.map((id) => ({ id }))
  if ('change' in work) return changeMany(ctx, object, items.map(({ id }) => ({ id, values: work.change })), { operation })
  if ('delete' in work) return removeMany(ctx, object, items, { operation })
  return archiveMany(ctx, object, items, { operation, archived: work.archive })
}

const mostExamples = 5

function countRefused(memo: Memo, { language }: Ctx, { id, refused }: Refused): void {
  memo.refused++
  const { code, message } = itemProblem(refused, language)
  let reason = memo.reasons.find((one) => one.code === code && one.message === message)
  if (reason === undefined) memo.reasons.push((reason = { code, message, count: 0, examples: [] }))
  reason.count++
  if (id !== null && reason.examples.length < mostExamples) reason.examples.push(id)
}
