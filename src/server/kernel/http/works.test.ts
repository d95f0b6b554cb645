import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { newId } from '../db/uuid7.ts'
import { createMany } from '../records/create.ts'
import { startHouse, type House } from '../../app/testing/house.ts'

let house: House
before(async () => {
  house = await startHouse()
})
after(async () => {
  assert.deepEqual(house.bugs, [], 'nothing of this is a bug')
  await house.end()
})

const post = (path: string, body: unknown) => house.all.send('POST', path, body)
const runsBegun = async () => (await house.world.db.rows<{ n: number }>(sql`select count(*)::int as n from run`))[0]!.n

test('a change of many that does not say of which begins nothing', async () => {
  await post('/api/records/tag', { name: 'Zostaje' })
  for (const which of [{}, { where: '' }, { where: '  ', search: '' }, { archived: 'all' }, { all: false }]) {
    for (const work of [{ delete: true }, { values: { name: 'X' } }]) {
      const { status, body } = await post('/api/records/tag/mass', { ...which, ...work })
      assert.deepEqual([status, body.code, body.fields?.[0].field], [422, 'nothing_chosen', 'where'], JSON.stringify({ ...which, ...work }))
    }
  }
  assert.equal((await post('/api/records/tag/mass', { all: true, ids: [], delete: true })).body.code, 'chosen_twice')
  assert.equal(await runsBegun(), 0)
})

test('all, a condition, words or ids: each of them says which records are meant', async () => {
  for (const which of [{ all: true }, { all: true, where: `name = 'nie ma'` }, { where: `name = 'nie ma'` }, { search: 'nie ma' }, { ids: [] }]) {
    const { status, body } = await post('/api/records/tag/mass', { ...which, delete: true })
    assert.deepEqual([status, body.state], [202, 'queued'], JSON.stringify(which))
  }
})

test('a batch that is to be written as a whole is refused as a whole, with what is wrong of each item; nothing is written', async () => {
  const rows = { create: [{ name: 'Dobra' }, { name: '' }, { name: 'Dobra', nonsense: 1 }] }
  const { status, body } = await post('/api/records/tag/batch', { ...rows, atomic: true })
  assert.deepEqual([status, body.code, body.status, body.type], [422, 'batch_refused', 422, 'urn:sedno:batch_refused'])
  assert.match(body.detail, /^Nic nie zapisano: 2 pozycje odrzucono/)
  assert.deepEqual(body.items.map((item: { ok: boolean; code: string; fields?: { field: string }[] }) => [item.ok, item.code, item.fields?.[0]?.field]), [[false, 'batch_stopped', undefined], [false, 'required', 'name'], [false, 'unknown_field', 'nonsense']])
  const { body: found } = await house.all.get(`/api/records/tag?where=${encodeURIComponent(`name = 'Dobra'`)}`)
  assert.deepEqual(found.rows, [])
  const each = await post('/api/records/tag/batch', rows)
  assert.deepEqual([each.status, each.body.created, each.body.refused], [200, 1, 2])
})

test('a whole batch that was refused leaves its Idempotency-Key free for the right one', async () => {
  const send = (rows: object[]) => house.all.send('POST', '/api/records/tag/batch', { create: rows, atomic: true }, { 'idempotency-key': 'paczka' })
  assert.equal((await send([{ name: 'Raz' }, {}])).status, 422)
  assert.equal((await send([{ name: 'Raz' }])).status, 200)
})

test('what touched many records is taken back by a run that can be watched, and the request does not wait for it', async () => {
  const [small, great] = [newId(), newId()]
  await createMany(house.ctx, 'tag', Array.from({ length: 3 }, (_, n) => ({ name: `Mała ${n}` })), { operation: small })
  await createMany(house.ctx, 'tag', Array.from({ length: 501 }, (_, n) => ({ name: `Wielka ${n}` })), { operation: great })
  const atOnce = await post('/api/undo', { operation: small })
  assert.deepEqual([atOnce.status, atOnce.body.undone], [200, 3])
  const { status, body: run } = await post('/api/undo', { operation: great })
  assert.deepEqual([status, run.kind, run.state, run.total], [202, 'records.undo', 'queued', 501])
  assert.equal((await house.all.get(`/api/runs/${run.id}`)).body.total, 501)
  assert.equal((await house.all.get(`/api/records/tag?where=${encodeURIComponent(`name contains 'Wielka'`)}&count=true`)).body.count.value, 501)
  assert.equal((await post('/api/undo', { operation: newId() })).status, 404)
})

test('a run that changed many records is taken back by another run', async () => {
  const operation = newId()
  await createMany(house.ctx, 'tag', Array.from({ length: 501 }, (_, n) => ({ name: `Zrobiona ${n}` })), { operation })
  await house.world.db.rows(sql`insert into run (id, kind, title, state, payload, result, at) values (${operation}, 'records.mass', '{"pl":"x","en":"x"}', 'done', '{}', ${JSON.stringify({ operation })}::jsonb, now())`)
  const { status, body } = await post(`/api/runs/${operation}/undo`, undefined)
  assert.deepEqual([status, body.kind], [202, 'records.undo'])
})
