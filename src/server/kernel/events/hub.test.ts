import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { change } from '../records/change.ts'
import { create, createMany } from '../records/create.ts'
import { sampleWorld, type SampleWorld } from '../records/sample-world.ts'
import { remove } from '../records/trash.ts'
import type { Ctx } from '../context.ts'
import { openHub, type Hub, type LiveChange, type LiveEvent } from './hub.ts'
import { tellLater } from './notify.ts'

let world: SampleWorld
let hub: Hub
before(async () => {
  world = await sampleWorld()
  hub = await openHub(world.db)
})
after(async () => {
  await hub.close()
  await world.end()
})

function listen(ctx: Ctx, after?: number): { events: LiveEvent[]; changes(): LiveChange[]; stop(): void } {
  const events: LiveEvent[] = []
  const stop = hub.subscribe({ ctx: async () => ctx, userId: ctx.who.userId, send: (event) => void events.push(event) }, after)
  return { events, stop, changes: () => events.flatMap((event) => (event.kind === 'changes' ? event.changes : [])) }
}

async function until(ask: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resume) => setTimeout(resume, 20))) if (ask()) return
  assert.fail('it did not come to pass')
}
const quiet = () => new Promise((resume) => setTimeout(resume, 400))

test('each hears of what he may see and of nothing else, ids only', async () => {
  const [anna, adam, guest] = [await world.person('Anna', { firm: ['create', 'read:own', 'change:own', 'delete:own'] }), await world.person('Adam', { firm: ['read:own'] }), await world.person('Gość', {})]
  const [hers, his, guests, all] = [listen(anna), listen(adam), listen(guest), listen(world.program)]
  await quiet()
  for (const ear of [hers, his, guests, all]) ear.events.length = 0
  const id = (await create(anna, 'firm', { name: 'Tajna nazwa' })).id
  await until(() => hers.changes().length === 1 && all.changes().length === 1)
  await change(anna, 'firm', id, { version: 1, values: { name: 'Jeszcze inna' } })
  await until(() => hers.changes().length === 2)
  await remove(anna, 'firm', id)
  await until(() => hers.changes().length === 3)
  await quiet()
  assert.deepEqual(hers.changes(), [['create', 1], ['change', 2], ['delete', 3]].map(([verb, version]) => ({ object: 'firm', record: id, version, verb, by: anna.id })))
  assert.deepEqual([his.events, guests.events], [[], []])
  assert.ok(!JSON.stringify(hers.events).includes('nazwa'))
  for (const ear of [hers, his, guests, all]) ear.stop()
})

test('many at once come as one word, and several changes of one record as the last', async () => {
  const ear = listen(world.program)
  await createMany(world.program, 'firm', Array.from({ length: 400 }, (_, n) => ({ name: `M${n}` })))
  await until(() => ear.changes().length > 0)
  assert.deepEqual(ear.changes(), [{ object: 'firm', record: null, version: null, verb: 'create', by: null }])
  ear.events.length = 0
  const id = await world.given('tag', { name: 't1' })
  for (let version = 1; version < 6; version++) await change(world.program, 'tag', id, { version, values: { name: `t${version + 1}` } })
  await until(() => ear.changes().some(({ version }) => version === 6))
  assert.ok(ear.changes().length < 6)
  ear.stop()
})

test('nothing is told of what was rolled back', async () => {
  const ear = listen(world.program)
  await world.db.transaction(async (db) => {
    await create({ ...world.program, db }, 'firm', { name: 'Nigdy' })
    throw new Error('no')
  }).catch(() => undefined)
  await quiet()
  assert.deepEqual(ear.events, [])
  ear.stop()
})

test('whoever comes back hears what he missed, or that he should look for himself', async () => {
  const ear = listen(world.program)
  await world.given('tag', { name: 'przed' })
  await until(() => ear.events.length > 0)
  const last = ear.events.at(-1)!
  assert.ok(last.kind === 'changes')
  ear.stop()
  const missed = await world.given('tag', { name: 'w międzyczasie' })
  const back = listen(world.program, last.id)
  await until(() => back.changes().some(({ record }) => record === missed))
  const tooLate = listen(world.program, -5_000)
  await until(() => tooLate.events.length > 0)
  await createMany(world.program, 'group', Array.from({ length: 1_100 }, (_, n) => ({ name: `g${n}` })))
  const far = listen(world.program, last.id)
  await until(() => far.events.some(({ kind }) => kind === 'refresh'))
  for (const one of [back, tooLate, far]) one.stop()
})

test('what concerns one person is told to him alone', async () => {
  const [anna, adam] = [await world.person('Anna', {}), await world.person('Adam', {})]
  const [hers, his] = [listen(anna), listen(adam)]
  tellLater(world.db, { kind: 'run', to: [anna.id], id: anna.id })
  await until(() => hers.events.some(({ kind }) => kind === 'other'))
  await quiet()
  assert.deepEqual(his.events.filter(({ kind }) => kind === 'other'), [])
  hers.stop()
  his.stop()
})

test('who is signed out hears no more', async () => {
  const events: LiveEvent[] = []
  const stop = hub.subscribe({ ctx: async () => null, userId: null, send: (event) => void events.push(event) })
  await world.given('tag', { name: 'po wyjściu' })
  await quiet()
  assert.deepEqual(events, [])
  stop()
})

test('a calculated value is told of beside the change that it followed, and takes nothing of it away', async () => {
  const ear = listen(world.program)
  const id = await world.given('tag', { name: 'obliczany' })
  await until(() => ear.changes().length > 0)
  ear.events.length = 0
  await change(world.program, 'tag', id, { version: 1, values: { name: 'obliczony' } })
  for (const position of [1, 2]) tellLater(world.db, { object: 'tag', verb: 'calculate', position, records: [{ id, version: 2 }], by: null })
  await until(() => ear.changes().length > 1)
  await quiet()
  assert.deepEqual(ear.changes().map(({ verb, version }) => [verb, version]), [['change', 2], ['calculate', 2]])
  ear.stop()
})
