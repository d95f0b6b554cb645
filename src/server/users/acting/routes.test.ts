import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from '../../../expression/sql.ts'
import { objects as parties } from '../../parties/objects.ts'
import { recordRoutes } from '../../kernel/http/records.ts'
import { workRoutes } from '../../kernel/http/works.ts'
import { createHttp } from '../../kernel/http/server.ts'
import { flushOperations } from '../../kernel/monitoring/operations.ts'
import { create } from '../../kernel/records/create.ts'
import { change } from '../../kernel/records/change.ts'
import { goodPassword, mailOf, refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { makeKey } from '../keys/actions.ts'
import { routes } from '../routes.ts'
import { authenticate } from '../sessions/actions.ts'

let world: UsersWorld
/** Two servers of one installation. */
let app: FastifyInstance
let other: FastifyInstance
let admin: string
let seller: string
let role: string
let mine: string
before(async () => {
  world = await startUsersWorld(parties)
  const { db, registry } = world
  const listen = () => createHttp({
    db, url: 'http://127.0.0.1:4700', registry: () => registry, implementations: [...routes, ...recordRoutes([]), ...workRoutes], maxUploadBytes: 1000, language: () => 'en', currency: () => 'PLN', timeZone: 'Europe/Warsaw',
    authenticate: (given) => authenticate(db, registry, { ...given, now: new Date() }), report: (error) => console.error(error),
  })
  ;[app, other] = await Promise.all([listen(), listen()])
  admin = await world.person('Admin', { roles: [await world.role('Administrator', { administrator: true })] })
  role = await world.role('Seller', { grants: [['company', 'read', 'own'], ['company', 'change', 'own'], ['company', 'create', 'own']], fields: [['company', 'turnover', 'none']] })
  seller = await world.person('Ola', { roles: [role] })
  mine = (await create(world.ctxOf(), 'company', { name: 'Mine', owner: seller })).id
  await create(world.ctxOf(), 'company', { name: 'Of others', owner: admin })
})
after(async () => {
  await Promise.all([app.close(), other.close()])
  await world.end()
})

async function signedIn(name = 'Admin'): Promise<{ cookies: Record<string, string> }> {
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { email: mailOf(name), password: goodPassword } })
  return { cookies: { sedno_session: answer.cookies[0]!.value } }
}
const start = (who: object, whom: object) => app.inject({ method: 'POST', url: '/api/session/act-as', payload: whom, ...who })
const end = (who: object, on = app) => on.inject({ method: 'DELETE', url: '/api/session/act-as', ...who })
const names = async (who: object, on = app) => (await on.inject({ url: '/api/records/company', ...who })).json<{ rows: { name: string }[] }>().rows.map(({ name }) => name).sort()
const me = async (who: object, on = app) => (await on.inject({ url: '/api/session', ...who })).json<{ user: { name: string }; administrator: boolean; acting: unknown }>()

test('an administrator sees exactly what a person sees, on every server, until he ends it', async () => {
  const who = await signedIn()
  assert.deepEqual(await names(who), ['Mine', 'Of others'])
  assert.equal((await start(who, { user: seller })).statusCode, 200)
  for (const on of [app, other]) {
    assert.deepEqual(await names(who, on), ['Mine'])
    const { user, administrator, acting } = await me(who, on)
    assert.deepEqual([user.name, administrator, acting], ['Ola', false, { by: { id: admin, name: 'Admin' }, as: { kind: 'user', id: seller, name: 'Ola' } }])
  }
  assert.equal((await app.inject({ url: `/api/records/company/${mine}?columns=turnover`, ...who })).statusCode, 400)
  assert.equal((await app.inject({ url: '/api/access/matrix', ...who })).statusCode, 403)
  assert.equal((await end(who, other)).statusCode, 200)
  assert.deepEqual(await names(who), ['Mine', 'Of others'])
  assert.equal((await me(who)).acting, null)
  assert.equal((await end(who)).statusCode, 409)
})

test('nothing is written meanwhile, by no way and with the reason said', async () => {
  const who = await signedIn()
  await start(who, { user: seller })
  const writes = [
    ['POST', '/api/records/company', { name: 'New' }], ['PATCH', `/api/records/company/${mine}`, { version: 1, name: 'Changed' }], ['DELETE', `/api/records/company/${mine}`, undefined],
    ['POST', '/api/records/company/batch', { create: [{ name: 'New' }] }], ['POST', '/api/records/company/mass', { ids: [mine], delete: true }], ['POST', '/api/undo', { operation: mine }],
    ['PATCH', '/api/account', { phone: '+48601234567' }], ['POST', '/api/keys', { name: 'x', scopes: ['account'] }], ['POST', '/api/session/act-as', { user: seller }], ['DELETE', '/api/sessions', {}],
  ] as const
  for (const [method, url, payload] of writes) {
    const answer = await app.inject({ method, url, ...(payload === undefined ? {} : { payload }), ...who })
    assert.deepEqual([answer.statusCode, answer.json<{ code: string; detail: string }>().code], [403, 'acting_read_only'], `${method} ${url}`)
    assert.match(answer.json<{ detail: string }>().detail, /Ola/)
  }
  const ctx = await world.as(seller, { acting: { by: { id: admin, name: 'Admin' }, as: { kind: 'user', id: seller, name: 'Ola' } } })
  assert.equal((await refusedWith(change(ctx, 'company', mine, { version: 1, values: { name: 'Changed' } }))).code, 'acting_read_only')
  await end(who)
  assert.equal((await app.inject({ method: 'PATCH', url: `/api/records/company/${mine}`, payload: { version: 1, description: 'x' }, ...who })).statusCode, 200)
})

test('sessions, keys and the account of the person are not shown', async () => {
  const who = await signedIn()
  await start(who, { user: seller })
  for (const url of ['/api/keys', '/api/sessions', '/api/account']) assert.equal((await app.inject({ url, ...who })).json<{ code: string }>().code, 'acting_own_account', url)
})

test('with one role alone he sees what somebody in his place with that role would', async () => {
  const who = await signedIn()
  await start(who, { role })
  assert.deepEqual(await names(who), ['Of others'])
  const { user, acting } = await me(who)
  assert.deepEqual([user.name, (acting as { as: object }).as], ['Admin', { kind: 'role', id: role, name: 'Seller' }])
})

test('nobody but an administrator in a browser, never as another administrator, never as who is inactive', async () => {
  const who = await signedIn()
  const second = await world.person('Second', { roles: [await world.role('Second administrator', { administrator: true })] })
  const gone = await world.person('Gone', { active: false })
  const status = async (by: object, whom: object) => (await start(by, whom)).statusCode
  assert.deepEqual([await status(who, { user: second }), await status(who, { user: gone }), await status(who, { role: mine }), await status(who, {})], [422, 404, 404, 400])
  assert.equal(await status(await signedIn('Ola'), { user: admin }), 403)
  const { key } = await makeKey(await world.as(admin), { name: 'k', scopes: ['admin', 'account', 'records:write'], expiresAt: null })
  assert.equal(await status({ headers: { authorization: `Bearer ${key}` } }, { user: seller }), 403)
})

test('a person deactivated meanwhile shows nothing, and a preview never falls back to the rights of the administrator', async () => {
  const who = await signedIn()
  const leaving = await world.person('Leaving', { roles: [role] })
  await start(who, { user: leaving })
  await world.db.rows(sql`update "user" set active = false where id = ${leaving}`)
  assert.equal((await app.inject({ url: '/api/records/company', ...who })).statusCode, 403)
  assert.equal((await app.inject({ method: 'POST', url: '/api/records/company', payload: { name: 'New' }, ...who })).json<{ code: string }>().code, 'acting_read_only')
})

test('the record of operations names the administrator, and whose eyes he looked with', async () => {
  const who = await signedIn()
  await start(who, { user: seller })
  await names(who)
  await end(who)
  await flushOperations(world.db)
  const rows = await world.db.rows<{ what: string; by: string; detail: { as?: string; actingAs?: { name: string } } }>(sql`
    select what, by, detail from operation_log where session = (select session::text from operation_log where what = 'acting.end' order by id desc limit 1) order by id`)
  assert.ok(rows.every((row) => row.by === admin))
  assert.deepEqual(rows.map((row) => [row.what, row.detail.actingAs?.name ?? row.detail.as]).filter(([, as]) => as === 'Ola'), [['acting.start', 'Ola'], ['list', 'Ola'], ['acting.end', 'Ola']])
})
