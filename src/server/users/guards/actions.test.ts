import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/db/uuid7.ts'
import { refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { installGuards } from './actions.ts'

let world: UsersWorld
let administrator: string
before(async () => {
  world = await startUsersWorld()
  administrator = await world.role('Administrator', { administrator: true })
})
after(() => world.end())

const setUp = () => world.db.rows(sql`insert into sedno_state (key, value) values ('installation', '{}') on conflict do nothing`)
const write = (id: string, change: ReturnType<typeof sql>, by: string | null = null, db: Db = world.db) => db.rows(sql`update "user" set ${change}, updated_by = ${by} where id = ${id}`)
const accessVersion = async () => (await world.db.rows<{ version: number }>(sql`select version from access_version`))[0]!.version

test('the last active administrator cannot be demoted, deactivated or put to trash; with a second one the first can', async () => {
  const anna = await world.person('Anna', { roles: [administrator] })
  await setUp()
  for (const change of [sql`roles = '{}'`, sql`active = false`, sql`deleted_at = now()`]) {
    assert.deepEqual(await refusedWith(write(anna, change)), { code: 'user.last_administrator', status: 422, facts: {}, field: 'roles' })
  }
  assert.equal((await refusedWith(world.db.rows(sql`update role set is_administrator = false where id = ${administrator}`))).code, 'user.last_administrator')
  assert.equal((await refusedWith(world.db.rows(sql`update role set deleted_at = now() where id = ${administrator}`))).code, 'user.last_administrator')
  const bogdan = await world.person('Bogdan', { roles: [administrator] })
  await write(anna, sql`active = false`)
  assert.equal((await refusedWith(write(bogdan, sql`active = false`))).code, 'user.last_administrator')
  await write(anna, sql`active = true`)
})

test('two administrators who demote each other at the same moment: one is refused', async () => {
  const rows = await world.db.rows<{ id: string }>(sql`select id from "user" where active and roles @> array[${administrator}]::uuid[]`)
  assert.equal(rows.length, 2)
  const outcomes = await Promise.allSettled(
    rows.map(({ id }) =>
      world.db.transaction(async (tx) => {
        await write(id, sql`roles = '{}'`, null, tx)
        await tx.rows(sql`select pg_sleep(0.05)`)
      }),
    ),
  )
  assert.deepEqual(outcomes.map((outcome) => outcome.status).sort(), ['fulfilled', 'rejected'])
  const left = await world.db.rows(sql`select 1 from "user" where active and roles @> array[${administrator}]::uuid[]`)
  assert.equal(left.length, 1)
})

test('who is no administrator neither makes nor changes one, and does not change his own roles', async () => {
  const seller = await world.role('Seller')
  const clerk = await world.person('Clerk', { roles: [seller] })
  const boss = await world.person('Boss', { roles: [administrator] })
  const other = await world.person('Other')
  const refused = async (promise: Promise<unknown>) => (await refusedWith(promise)).code
  assert.equal(await refused(write(other, sql`roles = array[${administrator}]::uuid[]`, clerk)), 'user.administrators_only')
  assert.equal(await refused(write(clerk, sql`roles = array[${administrator}]::uuid[]`, clerk)), 'user.administrators_only')
  assert.equal(await refused(write(clerk, sql`roles = '{}'`, clerk)), 'user.own_roles')
  assert.equal(await refused(write(clerk, sql`superior = ${other}`, clerk)), 'user.own_roles')
  assert.equal(await refused(write(boss, sql`mail = 'clerk2@firma.example'`, clerk)), 'user.administrators_only')
  assert.equal(await refused(write(boss, sql`active = false`, clerk)), 'user.administrators_only')
  assert.equal(await refused(world.db.rows(sql`update "user" set deleted_at = now(), deleted_by = ${clerk} where id = ${boss}`)), 'user.administrators_only')
  await write(other, sql`roles = array[${seller}]::uuid[]`, clerk)
  await write(boss, sql`phone = '+48601000000'`, clerk)
  await write(other, sql`roles = array[${administrator}]::uuid[]`, boss)
})

test('who is no administrator cannot make a role more powerful', async () => {
  const clerk = await world.person('Role clerk')
  const role = await world.role('Weak')
  const refused = async (promise: Promise<unknown>) => (await refusedWith(promise)).code
  assert.equal(await refused(world.db.rows(sql`update role set is_administrator = true, updated_by = ${clerk} where id = ${role}`)), 'role.administrators_only')
  assert.equal(await refused(world.db.rows(sql`update role set functions = '{users}', updated_by = ${clerk} where id = ${role}`)), 'role.administrators_only')
  const insert = world.db.rows(sql`insert into role (id, version, created_at, created_by, updated_at, search, name, functions) values (${newId()}, 1, now(), ${clerk}, now(), '', 'Strong', '{users}')`)
  assert.equal(await refused(insert), 'role.administrators_only')
  await world.db.rows(sql`update role set description = 'x', updated_by = ${clerk} where id = ${role}`)
})

test('deactivating takes sessions, keys and links in the same transaction; activating again does not bring them back', async () => {
  const ola = await world.person('Ola')
  const at = world.now
  await world.db.rows(sql`insert into session (id, user_id, hash, started_at, used_at, idle_seconds, expires_at) values (${newId()}, ${ola}, 's', ${at}, ${at}, 100, ${at})`)
  await world.db.rows(sql`insert into api_key (id, user_id, name, hash, hint, scopes, made_at) values (${newId()}, ${ola}, 'k', 'k', 'k', '{admin}', ${at})`)
  await world.db.rows(sql`insert into password_link (id, user_id, hash, made_at, expires_at) values (${newId()}, ${ola}, 'l', ${at}, ${at})`)
  await write(ola, sql`active = false`)
  await write(ola, sql`active = true`)
  const [left] = await world.db.rows(sql`select (select count(*) from session where user_id = ${ola}) as sessions,
    (select count(*) from api_key where user_id = ${ola} and revoked_at is null) as keys, (select count(*) from password_link where user_id = ${ola} and used_at is null) as links`)
  assert.deepEqual(left, { sessions: 0, keys: 0, links: 0 })
})

test('whatever changes rights raises the version once a transaction; a telephone number does not', async () => {
  const team = await world.team('North')
  const person = await world.person('Versioned')
  const role = await world.role('Versioned')
  const raisedBy = async (work: () => Promise<unknown>) => {
    const before = await accessVersion()
    await work()
    return (await accessVersion()) - before
  }
  assert.equal(await raisedBy(() => write(person, sql`teams = array[${team}]::uuid[]`)), 1)
  assert.equal(await raisedBy(() => world.person('Chief')), 1)
  assert.equal(await raisedBy(() => world.db.rows(sql`update team set deleted_at = now() where id = ${team}`)), 1)
  assert.equal(await raisedBy(() => world.db.rows(sql`insert into role_grant (role_id, object, verb, scope) select ${role}, 'company', verb, 'all' from unnest(array['read', 'change']) verb`)), 1)
  assert.equal(await raisedBy(() => write(person, sql`phone = '+48601000001'`)), 0)
})

test('installing the guards again changes nothing', async () => {
  const triggers = () => world.db.rows(sql`select oid, tgname from pg_trigger where not tgisinternal and tgconstraint <> 0 order by oid`)
  const before = await triggers()
  await installGuards(world.db)
  assert.deepEqual(await triggers(), before)
})
