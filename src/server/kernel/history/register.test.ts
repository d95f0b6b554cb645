import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '../context.ts'
import { change } from '../records/change.ts'
import { create } from '../records/create.ts'
import { refusalOf, sampleWorld, type SampleWorld } from '../records/sample-world.ts'
import { remove } from '../records/trash.ts'
import { register, registerAt, registerCompared } from './register.ts'

let world: SampleWorld
let anna: Ctx & { id: string }
let worker: string
before(async () => {
  world = await sampleWorld()
  anna = await world.person('Anna', { firm: ['create', 'read', 'change'], worker: ['read'], user: ['read'], employment: ['create', 'read', 'change', 'delete'] })
  worker = await world.given('worker', { last: 'Nowak' })
})
after(() => world.end())

const at = (minute: number, who: Ctx = anna): Ctx => ({ ...who, now: new Date(world.now.getTime() + minute * 60_000) })
const moment = (minute: number) => at(minute).now

/** A firm with two jobs, one of which is renamed and then removed. */
async function story(): Promise<{ firm: string; first: string; second: string }> {
  const { id: firm } = await create(at(10), 'firm', { name: 'A' })
  const { id: first } = await create(at(20), 'employment', { worker, firm, title: 'Magazynier' })
  const { id: second } = await create(at(20), 'employment', { worker, firm, title: 'Kierowca' })
  await change(at(30), 'employment', first, { version: 1, values: { title: 'Brygadzista' } })
  await change(at(40), 'firm', firm, { version: 1, values: { name: 'B' } })
  await remove(at(50), 'employment', second)
  return { firm, first, second }
}

test('the register tells what was done with a record and its parts, the removed ones too, newest first and page by page', async () => {
  const { firm } = await story()
  const { entries, next } = await register(anna, 'firm', firm)
  assert.equal(next, null)
  assert.deepEqual(entries.map(({ object, verb, record, by }) => [object, verb, record.name, by?.name]).filter(([, verb]) => verb !== 'create'), [
    ['employment', 'delete', 'Kierowca', 'Anna'], ['firm', 'change', 'B', 'Anna'], ['employment', 'change', 'Brygadzista', 'Anna'],
  ])
  assert.deepEqual(entries.find(({ verb, object }) => verb === 'change' && object === 'employment')!.changes, { title: { from: 'Magazynier', to: 'Brygadzista' } })
  const first = await register(anna, 'firm', firm, { limit: 2 })
  const rest = await register(anna, 'firm', firm, { after: first.next! })
  assert.deepEqual([...first.entries, ...rest.entries], entries)
})

test('the whole is shown as it stood at a moment', async () => {
  const { firm, first, second } = await story()
  const titles = async (minute: number) => (await registerAt(anna, 'firm', firm, moment(minute))).parts.flatMap(({ rows }) => rows.map(({ id, values }) => [id, values['title']] as const)).toSorted()
  assert.deepEqual([(await registerAt(anna, 'firm', firm, moment(5))).record, await titles(5)], [null, []])
  assert.deepEqual(await titles(25), [[first, 'Magazynier'] as const, [second, 'Kierowca'] as const].toSorted())
  assert.deepEqual([(await registerAt(anna, 'firm', firm, moment(60))).record!['name'], await titles(60)], ['B', [[first, 'Brygadzista']]])
})

test('two moments are compared: fields of the whole, parts that came, went and changed', async () => {
  const { firm } = await story()
  const { changes, parts } = await registerCompared(anna, 'firm', firm, { from: moment(25), to: moment(60) })
  assert.deepEqual(changes, { name: { from: 'A', to: 'B' } })
  assert.deepEqual(parts.flatMap(({ rows }) => rows.map(({ name, what }) => `${what} ${name}`)).toSorted(), ['changed Brygadzista', 'removed Kierowca'])
  const begun = await registerCompared(anna, 'firm', firm, { from: moment(5), to: moment(25) })
  assert.deepEqual([begun.existed, begun.exists, begun.parts[0]!.rows.map(({ what }) => what)], [false, true, ['added', 'added']])
  assert.deepEqual((await registerCompared(anna, 'firm', firm, { from: moment(52), to: moment(60) })).parts, [])
})

test('the register shows no field, part or record that the reader may not see', async () => {
  const { firm } = await story()
  const clerk = await world.person('Ewa', { firm: ['read'], employment: ['read'] }, { fields: { employment: { title: 'none' }, firm: { name: 'none' } } })
  const { entries } = await register(clerk, 'firm', firm)
  assert.ok(entries.length > 0)
  assert.ok(!JSON.stringify(entries).includes('Brygadzista') && !JSON.stringify(entries).includes('Kierowca'))
  assert.deepEqual(entries.filter(({ verb }) => verb === 'change'), [], 'a change of hidden fields alone is not told')
  assert.ok(!JSON.stringify([await registerAt(clerk, 'firm', firm, moment(25)), await registerCompared(clerk, 'firm', firm, { from: moment(5), to: moment(60) })]).match(/Magazynier|Brygadzista|Kierowca|"A"|"B"/))
  const stranger = await world.person('Obcy', { firm: ['read:own'] })
  const ways = [() => register(stranger, 'firm', firm), () => registerAt(stranger, 'firm', firm, moment(25)), () => registerCompared(stranger, 'firm', firm, { from: moment(5), to: moment(60) })]
  for (const way of ways) assert.equal((await refusalOf(way())).status, 404)
})
