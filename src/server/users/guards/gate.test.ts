import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '../../kernel/context.ts'
import { batch } from '../../kernel/records/batch.ts'
import { change } from '../../kernel/records/change.ts'
import { create } from '../../kernel/records/create.ts'
import { remove, restore } from '../../kernel/records/trash.ts'
import { refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { setUp } from '../setup/actions.ts'
import { installation } from '../setup/queries.ts'

let world: UsersWorld
let administrator: string
let admin: Ctx
let clerk: Ctx
before(async () => {
  world = await startUsersWorld()
  const { userId } = await setUp(world.stranger(), { language: 'en', currency: 'PLN', administrator: { name: 'Root', mail: 'root@firma.example', password: 'trawnik pod kominem' } })
  administrator = (await installation(world.db))!.roles.administrator
  admin = await world.as(userId)
  const verbs = (['create', 'change', 'delete'] as const).flatMap((verb) => [['user', verb, 'all'] as ['user', typeof verb, 'all'], ['role', verb, 'all'] as ['role', typeof verb, 'all']])
  clerk = await world.as(await world.person('Clerk', { roles: [await world.role('Accounts', { functions: ['users'], grants: [...verbs, ['role', 'read', 'all']] })] }))
})
after(() => world.end())

const values = (name: string) => ({ name, mail: `${name.toLowerCase()}@firma.example` })

test('a person is made through the gate like any record, his mail in lower case and once only', async () => {
  const made = await create(clerk, 'user', { ...values('Nowy'), mail: 'NOWY@Firma.Example' })
  assert.deepEqual([made['mail'], made['active'], made['language'], made['timeZone']], ['nowy@firma.example', true, 'pl', 'Europe/Warsaw'])
  assert.deepEqual((await refusedWith(create(clerk, 'user', { ...values('Drugi'), mail: 'nowy@FIRMA.example' }))).field, 'mail')
  assert.equal((await refusedWith(create(clerk, 'user', { ...values('Zły'), mail: 'zly@firma.example', timeZone: '+01:00' }))).field, 'timeZone')
})

test('the last administrator stays, whichever verb is used', async () => {
  const id = admin.who.userId!
  const code = async (promise: Promise<unknown>) => (await refusedWith(promise)).code
  const version = 1
  assert.equal(await code(change(admin, 'user', id, { version, values: { active: false } })), 'user.last_administrator')
  assert.equal(await code(change(admin, 'user', id, { version, values: { roles: [] } })), 'user.last_administrator')
  assert.equal(await code(change(admin, 'role', administrator, { version, values: { isAdministrator: false } })), 'user.last_administrator')
  assert.equal(await code(remove(admin, 'user', id)), 'user.last_administrator')
  assert.notEqual(await code(remove(admin, 'role', administrator)), '')
})

test('who looks after accounts gives no administrator’s role by any verb, also not to himself', async () => {
  const other = await create(clerk, 'user', values('Other'))
  const code = async (promise: Promise<unknown>) => (await refusedWith(promise)).code
  const give = { roles: [administrator] }
  assert.equal(await code(create(clerk, 'user', { ...values('Third'), ...give })), 'user.administrators_only')
  assert.equal(await code(change(clerk, 'user', other.id, { version: 1, values: give })), 'user.administrators_only')
  assert.equal(await code(change(clerk, 'user', clerk.who.userId!, { version: 1, values: give })), 'user.administrators_only')
  assert.equal(await code(change(clerk, 'user', clerk.who.userId!, { version: 1, values: { roles: [] } })), 'user.own_roles')
  assert.equal(await code(remove(clerk, 'user', admin.who.userId!)), 'user.administrators_only')
  assert.equal(await code(create(clerk, 'role', { name: 'Mighty', isAdministrator: true })), 'role.administrators_only')
  const gone = await create(admin, 'user', { ...values('Gone'), ...give })
  await remove(admin, 'user', gone.id)
  assert.equal(await code(restore(clerk, 'user', gone.id)), 'user.administrators_only')
})

test('of several written at once only the guilty one is refused', async () => {
  const people = await Promise.all(['One', 'Two', 'Three'].map((name) => create(clerk, 'user', values(name))))
  const items = people.map(({ id }, at) => ({ id, version: 1, values: at === 1 ? { roles: [administrator] } : { position: 'Seller' } }))
  const answer = await batch(clerk, 'user', { update: items })
  assert.deepEqual([answer.changed, answer.items.map((item) => item.ok)], [2, [true, false, true]])
})
