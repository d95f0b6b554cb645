import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { list } from '../query/list.ts'
import { create } from '../records/create.ts'
import { both, item, shapedWorld, type ShapedWorld } from '../testing/shaped.ts'
import { changeConfiguration } from './change.ts'
import { forgetRemoved } from './forget.ts'

let world: ShapedWorld
before(async () => void (world = await shapedWorld()))
after(() => world.end())

const now = (rest: Partial<Ctx> = {}): Ctx => world.newest(rest)
const visit = { name: 'visit', label: both('Visit'), plural: both('Visits'), icon: 'flag', nameField: 'place', access: { kind: 'shared' }, list: { columns: ['place'], order: 'place' }, form: [] }
const place = { object: 'visit', name: 'place', label: both('Place'), type: 'text' }
const refusedCodes = async (work: Promise<unknown>) => {
  const error = await work.then(() => null, (thrown: unknown) => thrown)
  assert.ok(error instanceof RefusalError, `refused, not ${String(error)}`)
  return error.refusals.map(({ code, field }) => `${code} ${field}`)
}

test('nothing is said of an object, or of a field of the code, that is not there', async () => {
  assert.deepEqual(await refusedCodes(changeConfiguration(now(), [item('field', { ...place, object: 'nobody' })])), ['configuration.unknown_object field nobody.place'])
  assert.deepEqual(await refusedCodes(changeConfiguration(now(), [item('objectChange', { icon: 'flag' }, 'nobody')])), ['configuration.unknown_object objectChange nobody'])
  assert.deepEqual(await refusedCodes(changeConfiguration(now(), [item('layout', { object: 'nobody', kind: 'card', role: null, type: null, body: { fields: [] } })])), ['configuration.unknown_object layout nobody.card'])
  assert.deepEqual(await refusedCodes(changeConfiguration(now(), [item('fieldChange', { object: 'book', help: both('x') }, 'book.nothing')])), ['configuration.unknown_field fieldChange book.nothing'])
})

test('an object removed leaves its name to another, with fields of its own', async () => {
  await changeConfiguration(now(), [item('object', visit), item('field', place), item('field', { ...place, name: 'old' })])
  await create(now(), 'visit', { place: 'Kraków', old: 'x' })
  await changeConfiguration(now(), [item('object', null, 'visit', 1)])
  assert.equal(world.live.now().objects.has('visit'), false)
  const { items } = await changeConfiguration(now(), [item('field', place), item('object', visit)])
  assert.deepEqual(items.map(({ kind, id }) => `${kind} ${id}`), ['object visit2', 'field visit2.place'])
  assert.deepEqual(world.live.now().object('visit').fields.map(({ name }) => name), ['place'])
  assert.equal((await list(now(), { object: 'visit' })).rows.length, 0)
})

test('a removed object whose name another has now comes back only when that one is gone', async () => {
  assert.deepEqual((await refusedCodes(changeConfiguration(now(), [item('object', visit, 'visit', 2)])))[0], 'metadata.doubled_name changes.0.name')
  await changeConfiguration(now(), [item('object', null, 'visit2', 1)])
  await changeConfiguration(now(), [item('object', visit, 'visit', 2)])
  assert.deepEqual((await list(now(), { object: 'visit', columns: ['place', 'old'] })).rows.map(({ place: where, old }) => [where, old]), [['Kraków', 'x']])
})

test('what is forgotten leaves nothing behind: table, fields and layouts go with their object', async () => {
  await changeConfiguration(now(), [item('layout', { object: 'visit', kind: 'card', role: null, type: null, body: { fields: ['old'] } }), item('field', { object: 'book', name: 'shop', label: both('Shop'), type: 'text' })])
  await changeConfiguration(now(), [item('object', null, 'visit', 3)])
  await changeConfiguration(now(), [item('field', null, 'book.shop', 1)])
  assert.deepEqual(await forgetRemoved(now()), { forgotten: 0 })
  await world.db.rows(sql`update configuration_item set removed_at = removed_at - interval '31 days' where removed_at is not null`)
  assert.deepEqual(await forgetRemoved(now()), { forgotten: 3 })
  assert.deepEqual(await world.db.rows(sql`select kind, id from configuration_item`), [])
  assert.deepEqual(await world.db.rows(sql`select table_name, column_name from information_schema.columns where table_schema = current_schema() and (table_name like 'x\_%' or column_name like 'x\_%')`), [])
  const { items } = await changeConfiguration(now(), [item('object', visit), item('field', place)])
  assert.deepEqual(items.map(({ id }) => id), ['visit', 'visit.place'])
  assert.deepEqual(world.live.now().object('visit').fields.map(({ name }) => name), ['place'])
})
