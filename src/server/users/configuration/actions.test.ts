import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { objects as parties } from '../../parties/objects.ts'
import type { Ctx } from '../../kernel/context.ts'
import { refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { parts, uses } from './actions.ts'

let world: UsersWorld
before(async () => { world = await startUsersWorld(parties) })
after(() => world.end())

const [roles] = parts
const seller = { name: 'Handlowiec', description: null, administrator: false, functions: [], grants: [{ object: 'company', verb: 'read', scope: 'all', rule: "region = 'lodzkie'" }], fields: [], withheld: [] }
const inOne = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => world.db.transaction((tx) => work({ ...world.ctxOf(), db: tx }))
const apply = (entries: { id: string; body: Record<string, unknown> }[], gone: string[] = []) => inOne((ctx) => roles!.apply(ctx, entries, gone))
const keys = async () => (await roles!.read(world.ctxOf())).map(({ id }) => id)

test('a role can be named before it has rights, and is then known by its word', async () => {
  await inOne((ctx) => roles!.prepare!(ctx, [{ id: 'seller', body: seller }]))
  assert.deepEqual([...(await roles!.words!(world.ctxOf())).values()], ['role:seller'])
  assert.deepEqual((await roles!.read(world.ctxOf()))[0]?.body['grants'], [])
  await apply([{ id: 'seller', body: seller }])
  assert.deepEqual((await roles!.read(world.ctxOf()))[0], { id: 'seller', body: seller })
  assert.deepEqual((await uses(world.db)).map(({ place, object }) => [place, object]), [['„Handlowiec”', 'company']])
})

test('a role that files no longer name goes to the trash, and its key is free again; one that people hold stays', async () => {
  await apply([{ id: 'guest', body: { ...seller, name: 'Gość' } }])
  const [{ id }] = (await world.db.rows<{ id: string }>(sql`select role_id as id from role_key where key = 'guest'`)) as [{ id: string }]
  const person = await world.person('Gustaw', { roles: [id] })
  const refused = await refusedWith(apply([], ['guest']))
  assert.deepEqual([refused.code, refused.field], ['role.held', 'roles guest'])
  assert.deepEqual(await keys(), ['guest', 'seller'])
  await world.db.rows(sql`update "user" set roles = '{}' where id = ${person}`)
  await apply([], ['guest'])
  assert.deepEqual(await keys(), ['seller'])
  await apply([{ id: 'guest', body: { ...seller, name: 'Gość' } }])
  assert.deepEqual(await keys(), ['guest', 'seller'])
})

test('no file takes the administrator away, and a body that is none is refused in its role', async () => {
  assert.equal(roles!.stays!({ id: 'administrator', body: { ...seller, administrator: true } }), true)
  assert.equal(roles!.stays!({ id: 'seller', body: seller }), false)
  assert.equal((await refusedWith(apply([{ id: 'seller', body: { ...seller, grants: [{ object: 'company', verb: 'fly', scope: 'all' }] } }]))).field, 'roles.seller.grants.0.verb')
})
