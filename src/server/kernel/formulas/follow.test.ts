import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { addDays } from '../../../fields/days.ts'
import { startReactions, type Reacting } from '../events/reactions.ts'
import { batch } from '../records/batch.ts'
import { change, changeMany } from '../records/change.ts'
import { copyRecords } from '../records/copy.ts'
import { create, createMany } from '../records/create.ts'
import { merge, undoMerge } from '../records/merge.ts'
import { remove, restore } from '../records/trash.ts'
import { undo } from '../records/undo.ts'
import type { Ctx } from '../context.ts'
import { calculatedObjects } from '../testing/calculated.ts'
import { startWorld, type World } from '../testing/world.ts'
import { followCopied, followFormulas } from './follow.ts'
import { recalculateJob } from './recalculate.ts'

let world: World
let reacting: Reacting
let ctx: Ctx
const react = () => startReactions({ db: world.db, reactions: [followFormulas], registry: () => world.registry, defaults: { language: 'pl', timeZone: 'Europe/Warsaw', currency: 'PLN' }, everyMs: 50 })
before(async () => {
  world = await startWorld(calculatedObjects)
  ctx = world.ctxOf()
  reacting = await react()
})
after(async () => {
  await reacting.stop()
  await world.end()
})

type Kept = { turnover: string | null; orders: string | null; last: string | null; worth: string | null; idle: string | null; version: number }
const kept = async (id: string): Promise<Kept> => {
  await reacting.caughtUp()
  const [row] = await world.db.rows<Kept>(sql`
    select turnover_amount::float8::text || ' ' || turnover_currency as turnover, order_count::int::text as orders, last_order::text as last, worth::float8::text as worth, idle_days::int::text as idle, version
      from customer where id = ${id}`)
  return row!
}
const customerWith = async (name: string) => (await create(ctx, 'customer', { name })).id
const orderOf = async (customer: string | null, rest: object = {}) => (await create(ctx, 'order', { number: 'N', customer, stage: 'done', placedOn: '2026-11-20', ...rest })).id
const lineOf = async (order: string, price: string, quantity = '1') => (await create(ctx, 'line', { name: 'l', order, price: { amount: price, currency: 'PLN' }, quantity })).id

test('totals over related records follow each write, over several steps, and the record keeps its version', async () => {
  const customer = await customerWith('Suma')
  assert.deepEqual(await kept(customer), { turnover: null, orders: '0', last: null, worth: null, idle: null, version: 1 })
  // What follows by itself goes by the clock on the wall.
  const placedOn = addDays(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Warsaw' }), -3)!
  const order = await orderOf(customer, { placedOn })
  const line = await lineOf(order, '10.50', '3')
  assert.deepEqual(await kept(customer), { turnover: '31.5 PLN', orders: '1', last: placedOn, worth: '64', idle: '3', version: 1 })
  await change(ctx, 'line', line, { version: 1, values: { quantity: '2' } })
  assert.equal((await kept(customer)).turnover, '21 PLN')
  await change(ctx, 'order', order, { version: 1, values: { stage: 'open' } })
  assert.equal((await kept(customer)).turnover, null)
  await change(ctx, 'customer', customer, { version: 1, values: { rating: '1' } })
})

test('a moved record leaves the one and comes to the other', async () => {
  const [from, to] = [await customerWith('Skąd'), await customerWith('Dokąd')]
  const order = await orderOf(from)
  await lineOf(order, '7')
  assert.deepEqual([(await kept(from)).turnover, (await kept(to)).turnover], ['7 PLN', null])
  await change(ctx, 'order', order, { version: 1, values: { customer: to } })
  assert.deepEqual([(await kept(from)).orders, (await kept(from)).turnover, (await kept(to)).orders, (await kept(to)).turnover], ['0', null, '1', '7 PLN'])
  await change(ctx, 'order', order, { version: 2, values: { customer: null } })
  assert.equal((await kept(to)).orders, '0')
})

test('what goes to the trash counts no more, and again when it comes back, with what went along', async () => {
  const customer = await customerWith('Kosz')
  const order = await orderOf(customer)
  const line = await lineOf(order, '5')
  await lineOf(order, '6')
  assert.equal((await kept(customer)).turnover, '11 PLN')
  await remove(ctx, 'line', line)
  assert.equal((await kept(customer)).turnover, '6 PLN')
  await restore(ctx, 'line', line)
  await remove(ctx, 'order', order)
  assert.deepEqual([(await kept(customer)).turnover, (await kept(customer)).orders], [null, '0'])
  await restore(ctx, 'order', order)
  assert.deepEqual([(await kept(customer)).turnover, (await kept(customer)).orders], ['11 PLN', '1'])
})

test('a value over a link follows the linked record and the link', async () => {
  const boss = await customerWith('Matka')
  const { id } = await create(ctx, 'customer', { name: 'Córka', parent: boss })
  const family = async () => (await kept(id), (await world.db.rows<{ family: string }>(sql`select family from customer where id = ${id}`))[0]!.family)
  assert.equal(await family(), 'Matka / Córka')
  await change(ctx, 'customer', boss, { version: 1, values: { name: 'Babka' } })
  assert.equal(await family(), 'Babka / Córka')
  await remove(ctx, 'customer', boss)
  assert.equal(await family(), ' / Córka')
  await restore(ctx, 'customer', boss)
  await change(ctx, 'customer', id, { version: 1, values: { parent: null } })
  assert.equal(await family(), ' / Córka')
})

test('a value over a list of links follows the records in it', async () => {
  const [red, blue] = [(await create(ctx, 'label', { name: 'czerwona' })).id, (await create(ctx, 'label', { name: 'niebieska' })).id]
  const order = await orderOf(null, { tags: [red] })
  const names = async () => (await reacting.caughtUp(), (await world.db.rows<{ names: string }>(sql`select tag_names as names from "order" where id = ${order}`))[0]!.names)
  assert.equal(await names(), 'czerwona')
  await change(ctx, 'label', red, { version: 1, values: { name: 'ruda' } })
  assert.equal(await names(), 'ruda')
  await change(ctx, 'order', order, { version: 1, values: { tags: [blue] } })
  assert.equal(await names(), 'niebieska')
})

test('a merge and its undo, a batch, an import and an undo are followed', async () => {
  const [keep, other] = [await customerWith('Zostaje'), await customerWith('Znika')]
  await lineOf(await orderOf(keep), '1')
  await lineOf(await orderOf(other), '2')
  const { operation } = await merge(ctx, 'customer', { keep, merge: [other] })
  assert.deepEqual([(await kept(keep)).turnover, (await kept(keep)).orders, (await kept(other)).orders], ['3 PLN', '2', '0'])
  await undoMerge(ctx, operation)
  assert.deepEqual([(await kept(keep)).turnover, (await kept(other)).turnover], ['1 PLN', '2 PLN'])
  const many = await batch(ctx, 'order', { create: Array.from({ length: 1_000 }, (_, n) => ({ number: `B${n}`, customer: keep, stage: 'done', placedOn: '2026-01-01' })) })
  assert.equal((await kept(keep)).orders, '1001')
  await undo(ctx, { operation: many.operation! })
  assert.equal((await kept(keep)).orders, '1')
  await createMany(ctx, 'order', Array.from({ length: 1_200 }, (_, n) => ({ number: `I${n}`, customer: other, placedOn: '2026-11-22' })), { operation: '0199a000-0000-7000-8000-000000000abc' })
  assert.deepEqual([(await kept(other)).orders, (await kept(other)).last], ['1201', '2026-11-22'])
})

test('a change that comes to the same tells nobody', async () => {
  const customer = await customerWith('Bez zmian')
  const order = await orderOf(customer)
  await kept(customer)
  const calculated = async () => (await world.db.rows<{ n: number }>(sql`select count(*)::int as n from outbox where verb = 'calculate' and record = ${customer}`))[0]!.n
  const before = await calculated()
  await change(ctx, 'order', order, { version: 1, values: { number: 'inny numer' } })
  await kept(customer)
  assert.equal(await calculated(), before)
  assert.deepEqual(await world.db.rows(sql`select 1 from history where record = ${customer} and verb = 'calculate'`), [])
})

test('with two workers, events gone through twice and writes meanwhile, all come out right', async () => {
  const second = await react()
  const customers = [await customerWith('R1'), await customerWith('R2'), await customerWith('R3')]
  const orders = await createMany(ctx, 'order', Array.from({ length: 60 }, (_, n) => ({ number: `R${n}`, customer: customers[n % 3], stage: 'done', placedOn: '2026-11-01' })))
  await createMany(ctx, 'line', orders.map(({ id }) => ({ name: 'l', order: id, price: { amount: '1', currency: 'PLN' }, quantity: '1' })))
  const [back] = await world.db.rows<{ tx: string; position: number }>(sql`select tx::text, position from reaction where name = 'kernel.formulas'`)
  await Promise.all(Array.from({ length: 30 }, (_, n) => changeMany(ctx, 'order', [{ id: orders[n]!.id!, values: { customer: customers[(n + 1) % 3] } }])))
  await world.db.rows(sql`update reaction set tx = ${back!.tx}::xid8, position = ${back!.position} where name = 'kernel.formulas'`)
  await second.caughtUp()
  await second.stop()
  for (const id of customers) await kept(id)
  const wrong = await world.db.rows(sql`
    select c.name from customer c where c.id = any(${customers}::uuid[])
       and (c.order_count || ' ' || c.turnover_amount) is distinct from (select count(*) || ' ' || sum(o.total_amount) from "order" o where o.customer = c.id and o.deleted_at is null)`)
  assert.deepEqual(wrong, [])
})

test('what follows from records brought in by COPY is looked at when they are all there', async () => {
  const customer = await customerWith('Skopiowany')
  await kept(customer)
  await copyRecords(ctx, 'order', [1, 2].map((n) => ({ id: `0199a000-0000-7000-8000-00000000c00${n}`, at: '2026-11-01T08:00:00.000Z', by: null, values: { number: `C${n}`, customer, placedOn: '2026-11-01' } })))
  assert.equal((await kept(customer)).orders, '0')
  await followCopied(ctx, ['order'])
  const left = await world.db.rows<{ payload: { object: string; field: string } }>(sql`select data -> 'payload' as payload from pgboss.job where name = ${recalculateJob.name}`)
  assert.ok(!left.some(({ payload }) => payload.field === 'double'), 'what does not follow from orders is left alone')
  for (const { payload } of left) await recalculateJob.run(ctx, payload as never, { progress: async () => undefined, cancelled: async () => false, signal: new AbortController().signal, run: null, attempt: 1 })
  assert.deepEqual([(await kept(customer)).orders, (await kept(customer)).last], ['2', '2026-11-01'])
})
