/** Keeps stored formulas over links and related records right: after each write, what depends on it is computed anew. */
import { ratesObject } from '../../../expression/rates.ts'
import { newestRegistry } from '../configuration/live.ts'
import type { Ctx } from '../context.ts'
import { defineBatchReaction } from '../events/reactions.ts'
import type { OutboxEvent } from '../events/outbox.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { affectedBy } from './affected.ts'
import { formulasOf, type Formula } from './plan.ts'
import { recalculateJobName } from './recalculate.ts'
import { asHouse, store } from './store.ts'

/**
 * Killed at any moment, the same events are gone through again: what was stored already comes out the same. What it stores is told in the
 * outbox, so that formulas over formulas follow; that ends, for they go in no circle.
 */
export const followFormulas = defineBatchReaction({
  name: 'kernel.formulas',
  // Asked for after the events were there: a formula that is not known even now is worked out from the beginning later than their changes.
  async objects(ctx) {
    const registry = await newestRegistry(ctx)
    return [ratesObject, ...[...registry.objects.keys()].filter((object) => formulasOf(registry).followers(object).length > 0)]
  },
  async runMany(ctx: Ctx, events: readonly OutboxEvent[]) {
    const house = await asHouse({ ...ctx, registry: await newestRegistry(ctx) })
    let different = 0
    for (const [formula, ids] of await affectedBy(house, events)) different += await storeOrLeave(house, formula, ids)
    if (events.some(({ object }) => object === ratesObject)) await followRates(house)
    return different > 0
  },
})

/**
 * A formula that the database will not compute must not stop the others: it is tried again as a whole, where its failures are seen.
 * Gives how many values came out different.
 */
export async function storeOrLeave(ctx: Ctx, formula: Formula, ids: readonly string[]): Promise<number> {
  try {
    return await store(ctx, formula, ids)
  } catch {
    await lookAtAll(ctx, formula, new Date(Date.now() + 30_000))
    return 0
  }
}

/** A rate holds for every record of its day and after, up to the next: all are looked at, and those that come to something else are written. */
async function followRates(ctx: Ctx): Promise<void> {
  for (const formula of formulasOf(ctx.registry).all.filter(({ kind, mentions }) => kind === 'followed' && mentions.rates)) await lookAtAll(ctx, formula)
}

/** Records brought in by COPY are not told in the outbox: once they are all there, whatever follows from them is looked at. */
export async function followCopied(ctx: Ctx, objects: readonly string[]): Promise<void> {
  const formulas = new Set(objects.flatMap((object) => formulasOf(ctx.registry).followers(object).map(({ formula }) => formula)))
  for (const formula of formulas) await lookAtAll(ctx, formula)
}

async function lookAtAll({ db }: Ctx, { object, field }: Formula, runAt?: Date): Promise<void> {
  await enqueue(db, recalculateJobName, { object, field: field.name }, { key: `${object}.${field.name}`, ...(runAt === undefined ? {} : { runAt }) })
}
