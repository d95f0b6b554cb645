import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { batch } from './batch.ts'
import { create } from './create.ts'
import { codes, refusalOf, sampleWorld, type SampleWorld } from './sample-world.ts'
import { undo } from './undo.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

test('an answer per item in order; the refused do not stop the others', async () => {
  const [a, b] = [await world.given('firm', { name: 'A' }), await world.given('firm', { name: 'B' })]
  const answer = await batch(world.program, 'firm', {
    create: [{ name: 'C' }, { city: 'bez nazwy' }],
    update: [{ id: a, version: 1, values: { city: 'X' } }, { id: b, version: 5, values: { city: 'X' } }, { id: b, version: 1, values: { name: 'B' } }],
    delete: [{ id: a, version: 2 }, { id: a, version: 2 }],
  })
  assert.deepEqual(answer.items.map((item) => (item.ok ? item.did : item.code)), ['create', 'required', 'change', 'stale', 'nothing', 'delete', 'in_trash'])
  assert.deepEqual([answer.created, answer.changed, answer.deleted, answer.refused], [1, 1, 1, 3])
  const refused = answer.items[1]!
  assert.ok(!refused.ok && refused.fields?.[0]?.field === 'name' && refused.fields[0].message.length > 10)
})

test('all or nothing: one refused item takes all back', async () => {
  const before = [await world.count('firm'), await world.count('history'), await world.count('outbox')]
  const refused = await refusalOf(batch(world.program, 'firm', { create: [{ name: 'D' }, {}], atomic: true }))
  assert.deepEqual([refused.status, codes(refused)], [422, [['batch_refused', undefined]]])
  assert.deepEqual((refused.facts.items as { code: string }[]).map(({ code }) => code), ['batch_stopped', 'required'])
  assert.deepEqual([await world.count('firm'), await world.count('history'), await world.count('outbox')], before)
})

test('by a key, what is there is changed and what is not is made', async () => {
  const there = await world.given('firm', { name: 'Stara', taxNumber: 'k1', city: 'Łódź' })
  const answer = await batch(world.program, 'firm', { key: 'taxNumber', create: [{ taxNumber: 'k2', name: 'Nowa' }, { taxNumber: 'k1', name: 'Stara po zmianie' }, { name: 'bez klucza' }, { taxNumber: 'k2', name: 'drugi raz' }] })
  assert.deepEqual(answer.items.map((item) => (item.ok ? item.did : item.code)), ['create', 'change', 'key_missing', 'key_repeated'])
  assert.ok(answer.items[1]!.ok && answer.items[1]!.id === there)
  assert.deepEqual((await world.historyOf(there)).at(-1)!.changes, { name: { from: 'Stara', to: 'Stara po zmianie' } })
})

test('by a key one finds only what one sees, and learns nothing of the rest', async () => {
  await world.given('firm', { name: 'Ukryta', taxNumber: 'k9' })
  const clerk = await world.person('Ewa', { firm: ['create', 'read:own', 'change:own'] })
  const answer = await batch(clerk, 'firm', { key: 'taxNumber', create: [{ taxNumber: 'k9', name: 'Moja' }] })
  assert.ok(!answer.items[0]!.ok && answer.items[0]!.code === 'not_unique' && !JSON.stringify(answer).includes('Ukryta'))
})

test('keys that do not tell records apart are refused, and more than 1,000 at once', async () => {
  assert.deepEqual(codes(await refusalOf(batch(world.program, 'firm', { key: 'description', create: [] }))), [['key_not_indexed', 'key']])
  assert.deepEqual(codes(await refusalOf(batch(world.program, 'firm', { key: 'nothing', create: [] }))), [['unknown_field', 'key']])
  const refused = await refusalOf(batch(world.program, 'firm', { create: Array.from({ length: 1_001 }, () => ({ name: 'x' })) }))
  assert.deepEqual([refused.status, codes(refused)], [413, [['too_many', undefined]]])
})

test('a whole batch is undone by its operation', async () => {
  const clerk = await world.person('Ola', { firm: ['create', 'read', 'change:own'] })
  const mine = (await create(clerk, 'firm', { name: 'Moja', city: 'A' })).id
  const answer = await batch(clerk, 'firm', { create: [{ name: 'Nowa' }], update: [{ id: mine, version: 1, values: { city: 'B' } }] })
  const undone = await undo(clerk, { operation: answer.operation! })
  assert.deepEqual([undone.undone, undone.conflicts], [2, []])
  assert.equal((await world.historyOf(mine)).at(-1)!.changes.city!.to, 'A')
})
