import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Values } from '../../../contract/definition.ts'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, notChanged, notMade, type Made } from '../../app/testing/stories.ts'
import { settled, whyNotCheck } from './rules.ts'

let house: House
let boss: Caller
let company: Made
let machines: Made
let pump: Made
let cable: Made

before(async () => {
  house = await startHouse()
  boss = await house.person('Barbara', { all: true })
  company = await made(boss, 'company', { name: 'Hydro-Serwis' })
  machines = await made(boss, 'productGroup', { name: 'Maszyny' })
  const pumps = await made(boss, 'productGroup', { name: 'Pompy', parent: machines.id })
  const cables = await made(boss, 'productGroup', { name: 'Kable' })
  pump = await made(boss, 'product', { name: 'Pompa P-100', code: 'P-100', group: pumps.id })
  cable = await made(boss, 'product', { name: 'Kabel', code: 'K-1', group: cables.id })
  await template('Maszyny', { group: machines.id }, [{ title: 'Fundament gotowy', required: true }, { title: 'Uwagi', kind: 'text' }])
  await template('Serwis', { kind: 'service' }, [{ title: 'Dostęp do hali', required: true }])
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

async function template(name: string, values: object, questions: readonly object[]) {
  const list = await made(boss, 'checklistTemplate', { name, ...values })
  return Promise.all(questions.map((question, at) => made(boss, 'checklistQuestion', { template: list.id, position: String(at + 1), ...question })))
}
const order = (values: object = {}) => made(boss, 'salesOrder', { company: company.id, ...values })
const line = (one: Made, product: Made) => made(boss, 'orderLine', { salesOrder: one.id, name: 'Pozycja', product: product.id })
const checks = async (one: Made) => (await boss.get(`/api/orders/${one.id}/checklist`)).body.checks as (Made & { title: string; whyNot: string | null })[]
const titles = async (one: Made) => (await checks(one)).map(({ title }) => title)

test('lists of the product’s group and of the groups above come with its line, once, and go with it', async () => {
  const one = await order()
  assert.deepEqual(await titles(one), [])
  const [first] = await Promise.all([line(one, pump), line(one, pump), line(one, pump), line(one, cable)])
  assert.deepEqual(await titles(one), ['Fundament gotowy', 'Uwagi'])
  await changed(boss, 'orderLine', first!, { product: cable.id })
  assert.deepEqual(await titles(one), ['Fundament gotowy', 'Uwagi'])
  const lines = await house.world.db.rows<{ id: string; version: number }>(sql`select id, version from order_line where sales_order = ${one.id} and product = ${pump.id}`)
  for (const { id, version } of lines) assert.equal((await boss.send('DELETE', `/api/records/orderLine/${id}?version=${version}`)).status, 204)
  assert.deepEqual(await titles(one), [])
})

test('what somebody has begun to settle stays when it no longer fits', async () => {
  const one = await order()
  const added = await line(one, pump)
  const [, notes] = await checks(one)
  await changed(boss, 'orderCheck', notes!, { text: 'Brama 3 m' })
  await changed(boss, 'orderLine', added, { product: cable.id })
  assert.deepEqual(await titles(one), ['Uwagi'])
})

test('the order’s type brings its list, another takes it away', async () => {
  const one = await order({ kind: 'service' })
  assert.deepEqual(await titles(one), ['Dostęp do hali'])
  await changed(boss, 'salesOrder', one, { kind: 'sale' })
  assert.deepEqual(await titles(one), [])
})

test('a question of a list is not taken off, made optional, asked otherwise or moved to another order', async () => {
  const one = await order({ kind: 'service' })
  const [check] = await checks(one)
  const removed = await boss.send('DELETE', `/api/records/orderCheck/${check!.id}?version=${check!.version}`)
  assert.deepEqual([removed.status, removed.body.code], [422, 'check.still_asked'])
  for (const [field, value] of Object.entries({ required: false, title: 'Cokolwiek', kind: 'text' })) assert.deepEqual(await notChanged(boss, 'orderCheck', check!, { [field]: value }), [`field_not_writable ${field}`])
  assert.deepEqual(await notChanged(boss, 'orderCheck', check!, { salesOrder: (await order()).id }), ['check.other_order salesOrder'])
  assert.deepEqual(await notChanged(boss, 'orderCheck', check!, { question: null }), ['field_not_writable question'])
})

test('making an order undone takes its questions along', async () => {
  const one = await order()
  const added = await line(one, pump)
  const [entry] = await house.world.db.rows<{ operation: string }>(sql`select operation from history where record = ${added.id} and verb = 'create'`)
  const undone = await boss.send('POST', '/api/undo', { operation: entry!.operation })
  assert.equal(undone.status, 200, undone.text)
  assert.deepEqual(await titles(one), [])
})

test('each kind of answer settles by itself, with who and when; taken back, it is open again', async () => {
  const person = await made(boss, 'person', { lastName: 'Kowalska' })
  const one = await order()
  const answers: [string, Values, Values][] = [['text', { text: 'tak' }, { text: null }], ['day', { day: '2026-12-01' }, { day: null }], ['choice', { text: 'zielony' }, { text: null }], ['person', { agreedWith: person.id }, { agreedWith: null }], ['tick', { done: true }, { done: false }]]
  for (const [kind, answer, none] of answers) {
    const check = await made(boss, 'orderCheck', { salesOrder: one.id, title: kind, kind, ...(kind === 'choice' ? { choices: 'niebieski\n zielony ' } : {}) })
    const done = await changed(boss, 'orderCheck', check, answer)
    assert.deepEqual([done['done'], (done['settledBy'] as { id: string }).id, typeof done['settledAt']], [true, boss.id, 'string'], kind)
    const open = await changed(boss, 'orderCheck', done, none)
    assert.deepEqual([open['done'], open['settledBy'], open['settledAt']], [false, null, null], kind)
    if (kind !== 'tick') assert.match((await notChanged(boss, 'orderCheck', open, { done: true })).join(), /check.needs_answer/)
  }
  assert.deepEqual(await notMade(boss, 'orderCheck', { salesOrder: one.id, title: 'Kolor', kind: 'choice', choices: 'niebieski', text: 'czarny' }), ['check.not_a_choice text'])
  assert.deepEqual(await notMade(boss, 'orderCheck', { salesOrder: one.id, title: 'Kolor', settledBy: boss.id }), ['field_not_writable settledBy'])
})

test('who is named on the question settles it; others are refused by name, on every way in', async () => {
  const tech = await made(boss, 'role', { name: 'Technolog' })
  const every = [{ role: 'x', verb: 'read' }, { role: 'x', verb: 'change' }, { role: 'x', verb: 'create' }]
  const seller = await house.person('Ola', { grants: every.map((grant) => ({ ...grant, object: 'salesOrder', scope: 'all', rule: null }) as never) })
  await template('Wynajem', { kind: 'rental' }, [{ title: 'Nośność posadzki', required: true, roles: [tech.id] }])
  const one = await order({ kind: 'rental' })
  const [check] = await checks(one)
  const [seen] = (await seller.get(`/api/orders/${one.id}/checklist`)).body.checks
  assert.equal(seen.whyNot, 'Ustalenie „Nośność posadzki” może zamknąć: Technolog.')
  assert.deepEqual(await notChanged(seller, 'orderCheck', check!, { done: true }), ['check.not_yours done'])
  const batch = await seller.send('POST', '/api/records/orderCheck/batch', { update: [{ id: check!.id, version: check!.version, done: true }] })
  assert.equal(batch.body.items[0].code, 'check.not_yours', batch.text)
  const administrators = await made(house.all, 'role', { name: 'Szefostwo', isAdministrator: true })
  await house.world.db.rows(sql`update "user" set roles = ${[administrators.id]}::uuid[] where id = ${boss.id}`)
  const boss2 = await changed(boss, 'orderCheck', check!, { done: true })
  assert.deepEqual(await notChanged(seller, 'orderCheck', boss2, { done: false }), ['check.not_yours done'])
  await house.world.db.rows(sql`update "user" set roles = ${[tech.id]}::uuid[] where id = ${seller.id}`)
  const open = await changed(seller, 'orderCheck', boss2, { done: false })
  assert.equal(((await changed(seller, 'orderCheck', open, { done: true }))['settledBy'] as { name: string }).name, 'Ola')
})

test('rules: an answer written again is settled anew, what the program brings stays', () => {
  const facts = { now: '2026-11-23T09:00:00.000Z', who: 'ola', timeZone: 'Europe/Warsaw' }
  const before = { kind: 'text', text: 'tak', done: true, settledBy: 'jan', settledAt: '2026-11-01T09:00:00.000Z' }
  assert.deepEqual(settled({ ...before, text: 'nie' }, { ...facts, before }), { done: true, settledBy: 'ola', settledAt: facts.now })
  assert.deepEqual(settled({ ...before, title: 'x' }, { ...facts, before }), { done: true })
  assert.deepEqual(settled({ ...before, text: ' ' }, { ...facts, before }), { done: false, settledBy: null, settledAt: null })
  assert.deepEqual(settled(before, { ...facts, before: null }), { done: true })
  assert.deepEqual(whyNotCheck({ kind: 'file', done: true, file: null }, null).map(({ code, field }) => [code, field]), [['check.needs_answer', 'file']])
})
