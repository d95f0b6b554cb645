import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { defineObject, is } from '../../../contract/definition.ts'
import { create } from '../../kernel/records/create.ts'
import { change } from '../../kernel/records/change.ts'
import { list } from '../../kernel/query/list.ts'
import { remove } from '../../kernel/records/trash.ts'
import { refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { authenticate, openSession } from '../sessions/actions.ts'
import { whoIs } from './queries.ts'

const same = (word: string) => ({ pl: word, en: word })
const customer = defineObject('customer', { label: same('Customer'), plural: same('Customers'), fields: { name: same('Name'), territory: same('Territory'), keyAccount: same('Key account') } }, {
  room: 'test', icon: 'building', nameField: 'name', access: { kind: 'owned' },
  fields: { name: is.text(), territory: is.link('territory'), keyAccount: is.yesNo() },
  list: { columns: ['name'], order: 'name' }, form: [{ key: 'all', label: same('All'), fields: ['name', 'territory', 'keyAccount'] }],
})

let world: UsersWorld
const places: Record<string, string> = {}
before(async () => {
  world = await startUsersWorld([customer])
  for (const [name, parent] of [['north', null], ['coast', 'north'], ['port', 'coast'], ['south', null]] as const) {
    places[name] = (await create(world.ctxOf(), 'territory', { name, parent: parent === null ? null : places[parent] })).id
    await create(world.ctxOf(), 'customer', { name: `in ${name}`, territory: places[name], keyAccount: false })
  }
  await create(world.ctxOf(), 'customer', { name: 'key in south', territory: places['south'], keyAccount: true })
  await create(world.ctxOf(), 'customer', { name: 'nowhere' })
})
after(() => world.end())

const rule = 'territory in me.territories or keyAccount'
async function seller(name: string, territories: readonly string[]) {
  const id = await world.person(name, { roles: [await world.role(`Role of ${name}`, { grants: [['customer', 'read', 'all', rule], ['customer', 'change', 'all', rule]] })] })
  await change(world.ctxOf(), 'user', id, { version: 1, values: { territories: territories.map((place) => places[place]) } })
  return id
}
const seen = async (id: string) => (await list(await world.as(id), { object: 'customer' })).rows.map((row) => row['name'])

test('a role reaches the customers of one’s territories and of all below them, and the key accounts of others', async () => {
  assert.deepEqual(await seen(await seller('Ola', ['coast'])), ['in coast', 'in port', 'key in south'])
  assert.deepEqual(await seen(await seller('Jan', ['north'])), ['in coast', 'in north', 'in port', 'key in south'])
  assert.deepEqual(await seen(await seller('Ewa', ['port', 'south'])), ['in port', 'in south', 'key in south'])
})

test('who has no territory reaches only the key accounts, not what lies nowhere', async () => {
  assert.deepEqual(await seen(await seller('Nobody', [])), ['key in south'])
})

test('a record that would leave one’s territories is not written', async () => {
  const ola = await world.as(await seller('Iza', ['coast']))
  const [row] = (await list(ola, { object: 'customer', where: "name = 'in port'" })).rows
  assert.equal((await refusedWith(change(ola, 'customer', row!.id, { version: row!.version, values: { territory: places['south'] } }))).status, 403)
})

test('a territory moved or thrown away counts with the next request, and so does a person’s own', async () => {
  const id = await seller('Adam', ['south'])
  const { token } = await openSession(world.stranger(), id, { replaces: null })
  const territories = async () => (await authenticate(world.db, world.registry, { cookie: token, bearer: null, ip: '192.0.2.7', now: world.now }))!.who.territories.length
  assert.equal(await territories(), 1)
  const below = await create(world.ctxOf(), 'territory', { name: 'hills', parent: places['south'] })
  assert.equal(await territories(), 2)
  const moved = await change(world.ctxOf(), 'territory', below.id, { version: 1, values: { parent: places['north'] } })
  assert.equal(await territories(), 1)
  await change(world.ctxOf(), 'territory', below.id, { version: moved.version, values: { parent: places['south'] } })
  await remove(world.ctxOf(), 'territory', below.id)
  assert.equal(await territories(), 1)
  await change(world.ctxOf(), 'user', id, { version: 2, values: { territories: [] } })
  assert.equal(await territories(), 0)
})

test('a circle of territories is refused', async () => {
  assert.equal((await refusedWith(change(world.ctxOf(), 'territory', places['north']!, { version: 1, values: { parent: places['port'] } }))).field, 'parent')
})

test('nobody but an administrator moves himself to another territory', async () => {
  const clerk = await world.person('Clerk', { roles: [await world.role('Accounts', { functions: ['users'], grants: [['user', 'change', 'all'], ['user', 'read', 'all']] })] })
  const ctx = await world.as(clerk)
  assert.equal((await refusedWith(change(ctx, 'user', clerk, { version: 1, values: { territories: [places['south']] } }))).code, 'user.own_roles')
  assert.deepEqual((await whoIs(world.db, world.registry, { userId: clerk }))!.territories, [])
})
