import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { buildRegistry } from '../metadata/build.ts'
import { createMany } from '../records/create.ts'
import { HandedBack, type JobTools } from '../jobs/define.ts'
import { calculatedObjects, customer } from '../testing/calculated.ts'
import { startWorld, type World } from '../testing/world.ts'
import { newDayJob, recalculate, recalculateChanged, recalculateJob } from './recalculate.ts'

let world: World
before(async () => {
  world = await startWorld(calculatedObjects)
  const made = await createMany(world.ctxOf(), 'customer', Array.from({ length: 2_300 }, (_, n) => ({ name: `K${n}`, rating: String(n) })))
  await createMany(world.ctxOf(), 'order', made.slice(0, 50).map(({ id }, n) => ({ number: `Z${n}`, customer: id, placedOn: '2026-11-20' })))
})
after(() => world.end())

const tools = (rest: Partial<JobTools> = {}): JobTools => ({ progress: async () => undefined, cancelled: async () => false, signal: new AbortController().signal, run: null, attempt: 1, ...rest })
const count = async (where: ReturnType<typeof sql>) => (await world.db.rows<{ n: number }>(sql`select count(*)::int as n from customer where ${where}`))[0]!.n

test('a new formula is worked out for all records, and what was right stays untouched', async () => {
  await world.db.rows(sql`update customer set double = null`)
  assert.deepEqual(await recalculateJob.run(world.ctxOf(), { object: 'customer', field: 'double' } as never, tools()), { changed: 2_300 })
  assert.equal(await count(sql`double is distinct from round(rating * 2 / 3, 2)`), 0)
  assert.deepEqual(await recalculateJob.run(world.ctxOf(), { object: 'customer', field: 'double' } as never, tools()), { changed: 0 })
  assert.deepEqual(await recalculateJob.run(world.ctxOf(), { object: 'customer', field: 'gone' } as never, tools()), { changed: 0 })
})

test('stopped in the middle it goes on from where it was', async () => {
  let memo: unknown = null
  let saves = 0
  const run = (most: number): JobTools => tools({ run: { id: 'r', memo, async save(_db, { memo: next }) { memo = structuredClone(next); if (++saves === most) throw new HandedBack() } } })
  await assert.rejects(async () => recalculateJob.run(world.ctxOf(), { object: 'customer', field: 'orderCount' } as never, run(1)), HandedBack)
  assert.equal(await count(sql`order_count is not null`), 1_000)
  await recalculateJob.run(world.ctxOf(), { object: 'customer', field: 'orderCount' } as never, run(100))
  assert.deepEqual([await count(sql`order_count = 1`), await count(sql`order_count = 0`), saves], [50, 2_250, 3])
})

test('values that count from today are worked out once a day, in the house’s own day', async () => {
  const on = (now: string) => newDayJob.run(world.ctxOf('program', { now: new Date(now) }) as never, {} as never, tools()) as Promise<{ changed: number }>
  assert.deepEqual(await on('2026-11-23T22:59:00Z'), { changed: 50 })
  assert.equal(await count(sql`idle_days = 3`), 50)
  assert.deepEqual(await on('2026-11-23T22:59:30Z'), { changed: 0 })
  assert.deepEqual(await on('2026-11-23T23:01:00Z'), { changed: 50 })
  assert.equal(await count(sql`idle_days = 4`), 50)
})

test('a changed declaration begins runs for what is kept and comes to something else now, and for nothing more', async () => {
  const changed = { ...customer, fields: customer.fields.map((field) => (field.name === 'double' ? { ...field, formula: 'rating * 3' } : field.name === 'years' ? { ...field, formula: 'YEARS(today, since) + 1' } : field)) }
  const after = buildRegistry(calculatedObjects.map((object) => (object.name === 'customer' ? changed : object)))
  await recalculateChanged(world.ctxOf(), world.registry, after)
  const runs = await world.db.rows<{ payload: object }>(sql`select payload from run`)
  assert.deepEqual(runs.map(({ payload }) => payload), [{ object: 'customer', field: 'double' }])
  await assert.rejects(recalculate(world.ctxOf(), 'customer', 'nothing'))
})
