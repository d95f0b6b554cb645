import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, notChanged, notMade, read, type Made } from '../../app/testing/stories.ts'
import { change, changeMany } from '../../kernel/records/change.ts'
import { createMany } from '../../kernel/records/create.ts'
import { undo } from '../../kernel/records/undo.ts'
import { isRefused } from '../../kernel/records/writing.ts'

let house: House
let boss: Caller
let company: Made
let pumps: Made
let product: Made

before(async () => {
  house = await startHouse()
  boss = await house.person('Barbara', { all: true })
  company = await made(boss, 'company', { name: 'Hydro-Serwis' })
  const machines = await made(boss, 'productGroup', { name: 'Maszyny' })
  pumps = await made(boss, 'productGroup', { name: 'Pompy', parent: machines.id })
  product = await made(boss, 'product', { name: 'Pompa P-100', code: 'P-100', group: pumps.id })
  const list = await made(boss, 'checklistTemplate', { name: 'Maszyny', group: machines.id })
  await made(boss, 'checklistQuestion', { template: list.id, title: 'Fundament gotowy', kind: 'tick', required: true, position: '1' })
  await made(boss, 'checklistQuestion', { template: list.id, title: 'Dzień montażu', kind: 'day', required: true, position: '2' })
  await made(boss, 'checklistQuestion', { template: list.id, title: 'Kolor', kind: 'choice', choices: 'niebieski\nzielony', position: '3' })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const order = (values: object = {}) => made(boss, 'salesOrder', { company: company.id, ...values })
const pumpOrder = async (values: object = {}) => {
  const one = await order(values)
  await made(boss, 'orderLine', { salesOrder: one.id, name: 'Pompa', product: product.id, unitPrice: { amount: '1000', currency: 'PLN' }, vatRate: '23' })
  return fresh(one)
}
const fresh = async ({ id }: Made) => (await read(boss, 'salesOrder', id)) as Made
const checksOf = async ({ id }: Made) => (await boss.get(`/api/orders/${id}/checklist`)).body.checks as (Made & { title: string })[]
const settle = async (one: Made) => {
  const [first, second] = await checksOf(one)
  await changed(boss, 'orderCheck', first!, { done: true })
  await changed(boss, 'orderCheck', second!, { day: '2026-12-01' })
}

test('an order is refused while a required agreement is open, and what is open is named; settled, it is accepted', async () => {
  const one = await pumpOrder()
  const refused = await boss.send('PATCH', `/api/records/salesOrder/${one.id}`, { version: one.version, state: 'accepted' })
  assert.deepEqual([refused.status, refused.body.code], [422, 'order.checks_open'], refused.text)
  assert.match(refused.body.detail, /„Fundament gotowy”, „Dzień montażu”/)
  assert.doesNotMatch(refused.text, /Kolor/)
  assert.equal(refused.body.open.length, 2)
  await settle(one)
  const accepted = await changed(boss, 'salesOrder', await fresh(one), { state: 'accepted' })
  assert.ok(accepted['acceptedAt'])
  assert.deepEqual([accepted['rate'], accepted['rateOn']], ['1', new Date().toISOString().slice(0, 10)])
  assert.equal((await fresh(one)).version, accepted.version)
})

test('no other way leads in: created accepted, by batch, by the program, by import, straight to delivery or done', async () => {
  const always = await made(boss, 'checklistTemplate', { name: 'Wynajem', kind: 'rental' })
  await made(boss, 'checklistQuestion', { template: always.id, title: 'Kaucja', kind: 'tick', required: true })
  for (const state of ['accepted', 'inDelivery', 'done']) {
    assert.deepEqual(await notMade(boss, 'salesOrder', { company: company.id, kind: 'rental', state }), [state === 'accepted' ? 'order.checks_open state' : 'move_not_allowed state'])
    const one = await pumpOrder()
    const [written] = await changeMany(house.ctx, 'salesOrder', [{ id: one.id, values: { state } }], { asProgram: true })
    assert.equal(isRefused(written!) && written.refused.refusals[0]!.code, 'order.checks_open', state)
    const batch = await boss.send('POST', '/api/records/salesOrder/batch', { update: [{ id: one.id, version: one.version, state }] })
    assert.equal(batch.body.items[0].ok, false, batch.text)
    assert.equal((await fresh(one))['state'], 'new')
  }
  const [imported] = await createMany(house.ctx, 'salesOrder', [{ company: company.id, kind: 'rental', state: 'done' }], { anyState: true })
  assert.equal(isRefused(imported!) && imported.refused.refusals[0]!.code, 'order.checks_open')
})

test('a mass change accepts those that are settled and leaves the others', async () => {
  const [open, ready] = [await pumpOrder({ title: 'masowo' }), await pumpOrder({ title: 'masowo' })]
  await settle(ready)
  const batch = await boss.send('POST', '/api/records/salesOrder/batch', { update: await Promise.all([open, ready].map(async (one) => ({ id: one.id, version: (await fresh(one)).version, state: 'accepted' }))) })
  assert.deepEqual(batch.body.items.map((item: { ok: boolean; code?: string }) => item.code ?? item.ok), ['order.checks_open', true], batch.text)
  assert.deepEqual([(await fresh(open))['state'], (await fresh(ready))['state']], ['new', 'accepted'])
})

test('after acceptance what was required stays settled: no change, no trash, no undo; the rest may still be answered', async () => {
  const one = await pumpOrder()
  await settle(one)
  const [first, second, third] = await checksOf(one)
  await changed(boss, 'salesOrder', await fresh(one), { state: 'accepted' })
  assert.deepEqual(await notChanged(boss, 'orderCheck', first!, { done: false }), ['check.settled_for_good done'])
  assert.deepEqual(await notChanged(boss, 'orderCheck', second!, { day: '2027-01-01' }), ['check.settled_for_good done'])
  assert.equal((await boss.send('DELETE', `/api/records/orderCheck/${first!.id}?version=${first!.version}`)).status, 422)
  const [entry] = await house.world.db.rows<{ id: string }>(sql`select id from history where record = ${first!.id} and verb = 'change'`)
  const undone = await boss.send('POST', '/api/undo', { history: entry!.id })
  assert.notEqual(undone.status, 200, undone.text)
  assert.equal((await checksOf(one))[0]!['done'], true)
  await changed(boss, 'orderCheck', third!, { text: 'zielony' })
  assert.deepEqual(await notMade(boss, 'orderCheck', { salesOrder: one.id, title: 'Po czasie', required: true }), ['check.settled_for_good done'])
})

test('an undo brings no order back to accepted whose agreements were opened meanwhile, and takes an acceptance back', async () => {
  const one = await pumpOrder()
  await settle(one)
  await changed(boss, 'salesOrder', await fresh(one), { state: 'accepted' })
  const cancelled = await changed(boss, 'salesOrder', await fresh(one), { state: 'cancelled' })
  const [first] = await checksOf(one)
  await changed(boss, 'orderCheck', first!, { done: false })
  const [entry] = await house.world.db.rows<{ id: string }>(sql`select id from history where record = ${one.id} and version = ${cancelled.version}`)
  await assert.rejects(undo(house.ctx, { history: entry!.id }, { conflicts: 'skip' }), { message: 'order.checks_open' })
  assert.equal((await fresh(one))['state'], 'cancelled')
  await changed(boss, 'orderCheck', (await checksOf(one))[0]!, { done: true })
  await undo(house.ctx, { history: entry!.id }, { conflicts: 'skip' })
  assert.equal((await fresh(one))['state'], 'accepted')
})

test('whoever opens an agreement at the moment of the acceptance is refused, or the acceptance is: never both done', async () => {
  for (let n = 0; n < 12; n++) {
    const one = await pumpOrder()
    await settle(one)
    const [first] = await checksOf(one)
    const ready = await fresh(one)
    const [opened, added, accepted] = await Promise.all([
      boss.send('PATCH', `/api/records/orderCheck/${first!.id}`, { version: first!.version, done: false }),
      boss.send('POST', '/api/records/orderCheck', { salesOrder: one.id, title: 'Jeszcze jedno', required: true }),
      boss.send('PATCH', `/api/records/salesOrder/${one.id}`, { version: ready.version, state: 'accepted' }),
    ])
    const open = (await checksOf(one)).filter((check) => check['required'] === true && check['done'] !== true)
    assert.equal((await fresh(one))['state'] === 'accepted', open.length === 0, `${opened.status} ${added.status} ${accepted.status}`)
  }
})

test('an accepted order is not deleted but cancelled; a cancelled one comes out of the trash whole', async () => {
  const one = await pumpOrder()
  await settle(one)
  const accepted = await changed(boss, 'salesOrder', await fresh(one), { state: 'accepted' })
  const kept = await boss.send('DELETE', `/api/records/salesOrder/${one.id}?version=${accepted.version}`)
  assert.deepEqual([kept.status, kept.body.code], [422, 'order.accepted_kept'])
  const cancelled = await changed(boss, 'salesOrder', accepted, { state: 'cancelled' })
  assert.equal((await boss.send('DELETE', `/api/records/salesOrder/${one.id}?version=${cancelled.version}`)).status, 204)
  assert.equal((await boss.send('POST', `/api/records/salesOrder/${one.id}/restore`)).status, 200)
  const [row] = await house.world.db.rows<{ lines: number; checks: number }>(sql`
    select (select count(*) from order_line where sales_order = ${one.id} and deleted_at is null)::int as lines, (select count(*) from order_check where sales_order = ${one.id} and deleted_at is null)::int as checks`)
  assert.deepEqual(row, { lines: 1, checks: 3 })
})

test('without a rate for its currency an order is not accepted; the rate of the day stays, whatever comes later', async () => {
  const one = await order({ currency: 'CZK' })
  assert.deepEqual(await notChanged(boss, 'salesOrder', one, { state: 'accepted' }), ['order.no_rate currency'])
  await house.world.db.rows(sql`insert into currency_rate (id, currency, "on", rate, version, created_at, updated_at) values (gen_random_uuid(), 'CZK', '2026-01-02', 0.1725, 1, now(), now())`)
  const accepted = await changed(boss, 'salesOrder', one, { state: 'accepted' })
  assert.deepEqual([accepted['rate'], accepted['rateOn']], ['0.1725', '2026-01-02'])
  assert.deepEqual(await notChanged(boss, 'salesOrder', accepted, { currency: 'EUR' }), ['field_not_writable currency'])
  assert.equal((await change(house.ctx, 'salesOrder', one.id, { version: accepted.version, values: { state: 'done' } }))['rate'], '0.1725')
})
