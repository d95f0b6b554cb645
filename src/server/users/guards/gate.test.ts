import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '../../kernel/context.ts'
import { batch } from '../../kernel/records/batch.ts'
import { sql } from '../../../expression/sql.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { change, changeMany } from '../../kernel/records/change.ts'
import { create } from '../../kernel/records/create.ts'
import { merge } from '../../kernel/records/merge.ts'
import { remove, restore } from '../../kernel/records/trash.ts'
import { undo } from '../../kernel/records/undo.ts'
import { isRefused } from '../../kernel/records/writing.ts'
import { refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { hashOf, storePassword } from '../passwords/actions.ts'
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

test('the last administrator stays by no roundabout way either: many at once, a merge, an undo, somebody invited who cannot sign in yet', async () => {
  const id = admin.who.userId!
  const code = async (promise: Promise<unknown>) => (await refusedWith(promise)).code
  const inBatch = await batch(admin, 'user', { update: [{ id, version: 1, values: { active: false } }] })
  assert.deepEqual(inBatch.items.map((item) => (item.ok ? '' : item.code)), ['user.last_administrator'])
  assert.deepEqual((await changeMany(admin, 'user', [{ id, values: { roles: [] } }])).map((one) => isRefused(one) && one.refused.message), ['user.last_administrator'])
  const plain = await create(admin, 'user', values('Plain'))
  assert.equal(await code(merge(admin, 'user', { keep: plain.id, merge: [id] })), 'user.last_administrator')
  const invited = await create(admin, 'user', { ...values('Invited'), roles: [administrator] })
  assert.equal(await code(change(admin, 'user', id, { version: 1, values: { active: false } })), 'user.last_administrator')
  await storePassword(world.db, invited.id, { hash: await hashOf('trawnik pod kominem'), now: world.now })
  const given = await change(admin, 'user', plain.id, { version: 1, values: { roles: [administrator] } }, { operation: newId() })
  await storePassword(world.db, plain.id, { hash: await hashOf('trawnik pod kominem'), now: world.now })
  await remove(admin, 'user', invited.id)
  const left = await change(admin, 'user', id, { version: 1, values: { active: false } })
  const [{ operation }] = await world.db.rows<{ operation: string }>(sql`select operation from history where record = ${plain.id} and version = ${given.version}`) as [{ operation: string }]
  assert.equal(await code(undo(world.ctxOf(), { operation })), 'user.last_administrator')
  await change(world.ctxOf(), 'user', id, { version: left.version, values: { active: true } })
  await change(world.ctxOf(), 'user', plain.id, { version: given.version, values: { roles: [] } })
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
