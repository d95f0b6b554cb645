import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
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
