import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { changeAccount, readAccount } from './actions.ts'

let world: UsersWorld
before(async () => void (world = await startUsersWorld()))
after(() => world.end())

test('everybody reads and changes his own few things without any role, and the history says so', async () => {
  const id = await world.person('Ola')
  const ctx = await world.as(id)
  const changed = await changeAccount(ctx, { phone: '+48601234567', language: 'en', timeZone: 'Europe/London', preferences: { theme: 'dark' } })
  assert.deepEqual([changed.phone, changed.language, changed.timeZone, changed.preferences], ['+48601234567', 'en', 'Europe/London', { theme: 'dark' }])
  const history = await world.db.rows<{ by: string; verb: string }>(sql`select by, verb from history where object = 'user' and record = ${id}`)
  assert.deepEqual(history, [{ by: id, verb: 'change' }])
})

test('preferences are kept one by one and write no history', async () => {
  const id = await world.person('Iza')
  const ctx = await world.as(id)
  await changeAccount(ctx, { preferences: { theme: 'dark', navigation: ['person', 'company'] } })
  await changeAccount(ctx, { preferences: { theme: 'light' } })
  assert.deepEqual((await readAccount(ctx)).preferences, { theme: 'light', navigation: ['person', 'company'] })
  assert.equal((await world.db.rows(sql`select 1 from history where record = ${id}`)).length, 0)
})

test('a time zone that does not exist is refused, and nothing of the request is kept', async () => {
  const ctx = await world.as(await world.person('Ewa'))
  assert.equal((await refusedWith(changeAccount(ctx, { timeZone: 'Mars/Olympus', preferences: { theme: 'dark' } }))).code, 'user.unknown_time_zone')
  assert.deepEqual((await readAccount(ctx)).preferences, {})
})

test('nobody signed in has no account', async () => {
  assert.equal((await refusedWith(readAccount(world.stranger()))).status, 401)
})
