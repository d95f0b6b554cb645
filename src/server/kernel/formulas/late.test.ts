import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { changeConfiguration } from '../configuration/change.ts'
import { openLiveRegistry, type LiveRegistry } from '../configuration/live.ts'
import type { Database } from '../db/database.ts'
import { openDatabase } from '../db/open.ts'
import { startReactions } from '../events/reactions.ts'
import { create } from '../records/create.ts'
import { calculatedObjects } from '../testing/calculated.ts'
import { startWorld, type World } from '../testing/world.ts'
import { followFormulas } from './follow.ts'
import { recalculateJob } from './recalculate.ts'

let world: World
let live: LiveRegistry
/** Another process, which has heard of nothing yet. */
let other: Database
let deaf: LiveRegistry
before(async () => {
  world = await startWorld(calculatedObjects)
  live = await openLiveRegistry(world.db, calculatedObjects)
  other = await openDatabase({ url: world.db.url, max: 4, name: 'other' })
  deaf = await openLiveRegistry(other, calculatedObjects)
})
after(async () => {
  await deaf.close()
  await other.close()
  await live.close()
  await world.end()
})

const addFormula = (name: string, formula: string) =>
  changeConfiguration(world.ctxOf('program', { registry: live.now() }), [{ kind: 'field', id: '', version: null, body: { object: 'customer', name, label: { pl: name, en: name }, type: 'number', formula } as never }])

test('a worker that has not heard of a new formula yet follows it all the same', async () => {
  const customer = await create(world.ctxOf(), 'customer', { name: 'Spóźniony' })
  const reacting = await startReactions({ db: other, reactions: [followFormulas], registry: deaf.now, defaults: { language: 'pl', timeZone: 'Europe/Warsaw', currency: 'PLN' }, everyMs: 60_000 })
  try {
    await addFormula('twice', 'COUNT(orders) * 2')
    await create(world.ctxOf('program', { registry: live.now() }), 'order', { number: '1', customer: customer.id })
    await reacting.caughtUp()
    const [row] = await world.db.rows(sql`select trim_scale(x_twice)::text as twice from customer where id = ${customer.id}`)
    assert.deepEqual(row, { twice: '2' })
  } finally {
    await reacting.stop()
  }
})

test('a recalculation that begins before its worker has heard of the formula does its work', async () => {
  const before = deaf.now()
  await addFormula('thrice', 'COUNT(orders) * 3')
  const tools = { progress: async () => undefined, cancelled: async () => false, signal: new AbortController().signal, run: null, attempt: 1 }
  assert.deepEqual(await recalculateJob.run(world.ctxOf('program', { db: other, registry: before }) as never, { object: 'customer', field: 'thrice' }, tools), { changed: 1 })
})
