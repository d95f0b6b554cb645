import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../expression/sql.ts'
import { startHouse, type House } from '../app/testing/house.ts'
import { createMany } from '../kernel/records/create.ts'
import { exportList } from './actions.ts'

let house: House
before(async () => {
  house = await startHouse()
  await createMany(house.ctx, 'tag', Array.from({ length: 2_500 }, (_, index) => ({ name: `Etykieta ${String(index).padStart(4, '0')}` })))
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const asked = (query: string, headers?: Record<string, string>) => house.all.send('GET' as 'POST', `/api/records/tag/export?${query}`, undefined, headers)
const openCursors = async () => (await house.world.db.rows<{ n: number }>(sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`))[0]!.n

test('a list goes out whole, in order, with the words of the caller’s language', async () => {
  const { status, text } = await asked('format=csv&columns=name&order=-name', { 'accept-language': 'en' })
  const lines = text.trimEnd().split('\r\n')
  assert.equal(status, 200)
  assert.deepEqual([lines.length, lines[0], lines[1], lines.at(-1)], [2_501, '\ufeffName', 'Etykieta 2499', 'Etykieta 0000'])
})

test('whatever is wrong with the request is refused before the first byte, as everywhere', async () => {
  for (const query of ['format=csv&where=(((', 'format=xlsx&where=nope%20=%201', 'format=csv&order=nope', 'format=xlsx&columns=nope', 'format=zip', 'format=csv&limit=5', `format=csv&search=${'a'.repeat(400)}`]) {
    const { status, body } = await asked(query)
    assert.equal(status, 400, query)
    assert.equal(typeof body.code, 'string')
  }
})

test('who may read and not export is told so; what he may not read is not there', async () => {
  const reader = await house.person('Czytelnik', { grants: [{ role: 'test', object: 'tag', verb: 'read', scope: 'all', rule: null }] })
  assert.equal((await reader.get('/api/records/tag/export?format=csv')).status, 403)
  assert.equal((await reader.get('/api/records/company/export?format=csv')).status, 404)
  assert.equal((await reader.get('/api/records/nonsense/export?format=csv')).status, 404)
})

test('whoever leaves, at the start or in the middle, leaves no cursor open', async () => {
  for (const format of ['csv', 'xlsx'] as const) {
    for (const pieces of [0, 1]) {
      const content = await exportList(house.ctx, { object: 'tag', format })
      assert.equal(await openCursors(), 1)
      for (let read = 0; read < pieces; read++) await content.next()
      await content.return!()
      assert.equal(await openCursors(), 0, `${format} after ${pieces}`)
    }
  }
})
