import type { Values } from '../../../contract/definition.ts'
import type { BatchAnswer, BatchItem, BatchRequest } from '../../../contract/records.ts'
import { refuse, RefusalError, refusal } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import { newId } from '../db/uuid7.ts'
import { changeMany } from './change.ts'
import { createMany } from './create.ts'
import { byKey } from './key.ts'
import { itemProblem } from './refusals.ts'
import { texts } from './texts.ts'
import { requireMass } from './withheld.ts'
import { removeMany } from './trash.ts'
import { isRefused, type Outcome, type WriteOptions } from './writing.ts'

const most = 1_000

/**
 * Up to 1,000 writes in one request; an answer per item in the order create, update, delete. `atomic`: one refused item refuses all:
 * 422 batch_refused with `items`, where those that were in order say `batch_stopped`. Refuses also 413 too_many, and what `byKey`
 * refuses of the key itself, and 403 mass_withheld where several at once are withheld from the caller.
 */
export async function batch(ctx: Ctx, object: string, request: BatchRequest, options: WriteOptions = {}): Promise<BatchAnswer> {
  const { create = [], update = [], delete: remove = [] } = request
  const count = create.length + update.length + remove.length
  if (count > most) refuse('too_many', texts.tooMany, { status: 413, values: { limit: most }, facts: { limit: most } })
  if (update.length > 1) requireMass(ctx, object, 'change')
  if (remove.length > 1) requireMass(ctx, object, 'delete')
  const operation = options.operation ?? newId()
  const work = (tx: Ctx) => doAll(tx, object, request, { ...options, operation })
  const items = request.atomic === true ? await allOrNothing(ctx, work) : await work(ctx)
  const counted = (did: string) => items.filter((item) => item.ok && item.did === did).length
  const [created, changed, deleted] = [counted('create'), counted('change'), counted('delete')]
  return { items, created, changed, deleted, refused: items.filter((item) => !item.ok).length, operation: created + changed + deleted === 0 ? null : operation }
}

/** Thrown inside the transaction, so that nothing of it stays. */
function allOrNothing(ctx: Ctx, work: (ctx: Ctx) => Promise<BatchItem[]>): Promise<BatchItem[]> {
  return ctx.db.transaction(async (db) => {
    const items = await work({ ...ctx, db })
    const refused = items.filter((item) => !item.ok).length
    if (refused > 0) refuse('batch_refused', texts.batchRefused, { values: { count: refused }, facts: { items: items.map((item) => (item.ok ? stopped(ctx) : item)) } })
    return items
  })
}

const stopped = ({ language }: Ctx): BatchItem => ({ ok: false, ...itemProblem(new RefusalError([refusal('batch_stopped', texts.batchStopped)]), language) })

async function doAll(ctx: Ctx, object: string, request: BatchRequest, options: WriteOptions): Promise<BatchItem[]> {
  const { create = [], update = [], delete: remove = [], key } = request
  const made = key === undefined ? itemsOf(ctx, await createMany(ctx, object, create, options), 'create') : await upsert(ctx, object, create, { ...options, key })
  const changed = await changeMany(ctx, object, update, options)
  const versions = new Map(update.map(({ id, version }) => [id, version]))
  const removed = await removeMany(ctx, object, remove, options)
  return [...made, ...itemsOf(ctx, changed, 'change', versions), ...itemsOf(ctx, removed, 'delete')]
}

/** `seen`: versions before the write; the same after it means that nothing was different. */
function itemsOf(ctx: Ctx, outcomes: readonly Outcome[], did: 'create' | 'change' | 'delete', seen?: ReadonlyMap<string, number>): BatchItem[] {
  return outcomes.map((outcome): BatchItem => {
    if (isRefused(outcome)) return { ok: false, ...(outcome.id === null ? {} : { id: outcome.id }), ...itemProblem(outcome.refused, ctx.language) }
    const { id, version } = outcome
    return { ok: true, did: seen?.get(id) === version ? 'nothing' : did, id, version }
  })
}

async function upsert(ctx: Ctx, object: string, rows: readonly Values[], { key, ...options }: WriteOptions & { key: string }): Promise<BatchItem[]> {
  const found = await byKey(ctx, object, key, rows)
  const items = new Array<BatchItem>(rows.length)
  const put = (numbers: readonly number[], given: readonly BatchItem[]) => numbers.forEach((n, at) => (items[n] = given[at]!))
  const refused = found.filter((one) => 'refused' in one)
  put(refused.map(({ n }) => n), refused.map(({ refused: error }): BatchItem => ({ ok: false, ...itemProblem(error, ctx.language) })))
  const fresh = found.filter((one) => 'fresh' in one)
  put(fresh.map(({ n }) => n), itemsOf(ctx, await createMany(ctx, object, fresh.map(({ n }) => rows[n]!), options), 'create'))
  const there = found.filter((one) => 'id' in one)
  const changes = there.map(({ n, id }) => ({ id, values: rows[n]! }))
  put(there.map(({ n }) => n), itemsOf(ctx, await changeMany(ctx, object, changes, options), 'change', new Map(there.map(({ id, version }) => [id, version]))))
  return items
}
