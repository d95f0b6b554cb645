import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Problem } from '../../contract/refusal.ts'
import { sql } from '../../expression/sql.ts'
import { createHttp } from '../kernel/http/server.ts'
import { flushOperations } from '../kernel/monitoring/operations.ts'
import { goodPassword, mailOf, startUsersWorld, type UsersWorld } from './given.test.ts'
import { routes } from './routes.ts'
import { authenticate } from './sessions/actions.ts'

let world: UsersWorld
let app: FastifyInstance
let secure: FastifyInstance
before(async () => {
  world = await startUsersWorld()
  const { db, registry } = world
  const listen = (url: string) =>
    createHttp({
      db, url, registry: () => registry, implementations: routes, maxUploadBytes: 1000, language: () => 'en', currency: () => 'PLN', timeZone: 'Europe/Warsaw',
      authenticate: (given) => authenticate(db, registry, { ...given, now: new Date() }), report: (error) => console.error(error),
    })
  ;[app, secure] = await Promise.all([listen('http://127.0.0.1:4700'), listen('https://crm.firma.example')])
})
after(async () => {
  await app.close()
  await secure.close()
  await world.end()
})

const signIn = (name: string, rest: object = {}, on = app) => on.inject({ method: 'POST', url: '/api/session', payload: { email: mailOf(name), password: goodPassword, ...rest } })
const cookieOf = async (name: string) => (await signIn(name)).cookies[0]!.value

test('signing in sets a cookie that scripts cannot read and that goes over https alone where there is https', async () => {
  await world.person('Ewa')
  const plain = await signIn('Ewa')
  assert.equal(plain.statusCode, 200)
  assert.match(String(plain.headers['set-cookie']), /^sedno_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
  assert.match(String((await signIn('Ewa', {}, secure)).headers['set-cookie']), /; HttpOnly; Secure; SameSite=Lax$/)
  assert.equal(plain.headers['cache-control'], 'no-store')
  const me = plain.json<{ user: { name: string }; session: object; functions: string[] }>()
  assert.deepEqual([me.user.name, me.functions, 'token' in me.session], ['Ewa', [], false])
})

test('a wrong sign-in is 401 in the reader’s language, a lock is 429 with Retry-After', async () => {
  await world.person('Iga')
  const wrong = await app.inject({ method: 'POST', url: '/api/session', headers: { 'accept-language': 'pl' }, payload: { email: mailOf('Iga'), password: 'x' } })
  const { detail, code } = wrong.json<Problem>()
  assert.deepEqual([wrong.statusCode, code, detail], [401, 'session.wrong', 'E-mail lub hasło jest nieprawidłowe.'])
  assert.equal(wrong.headers['set-cookie'], undefined)
  for (let guess = 0; guess < 4; guess++) await signIn('Iga', { password: 'x' })
  const locked = await signIn('Iga')
  assert.deepEqual([locked.statusCode, locked.headers['retry-after']], [429, '15'])
})

test('signing out ends the session on the server, not only the cookie', async () => {
  await world.person('Ola')
  const sedno_session = await cookieOf('Ola')
  const me = () => app.inject({ url: '/api/session', cookies: { sedno_session } })
  assert.equal((await me()).statusCode, 200)
  const out = await app.inject({ method: 'DELETE', url: '/api/session', cookies: { sedno_session } })
  assert.match(String(out.headers['set-cookie']), /sedno_session=; .*(Max-Age=0|Expires=Thu, 01 Jan 1970)/)
  assert.equal((await me()).statusCode, 401)
})

test('after the password is changed the browser goes on under a new token and the old one is worth nothing', async () => {
  await world.person('Jaga')
  const old = await cookieOf('Jaga')
  const changed = await app.inject({ method: 'PUT', url: '/api/account/password', cookies: { sedno_session: old }, payload: { current: goodPassword, password: 'łódka bez wioseł' } })
  const renewed = changed.cookies[0]!.value
  const status = async (sedno_session: string) => (await app.inject({ url: '/api/session', cookies: { sedno_session } })).statusCode
  assert.deepEqual([changed.statusCode, await status(old), await status(renewed)], [200, 401, 200])
  assert.equal((await app.inject({ method: 'DELETE', url: '/api/sessions', cookies: { sedno_session: renewed } })).statusCode, 200)
})

test('another site cannot sign one out or change anything with one’s cookie', async () => {
  await world.person('Ada')
  const sedno_session = await cookieOf('Ada')
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    assert.equal((await app.inject({ method: 'PATCH', url: '/api/account', cookies: { sedno_session }, headers, payload: { language: 'en' } })).statusCode, 403)
  }
})

test('a key reaches only what its scopes name, and never what guards the account', async () => {
  await world.person('Kasia')
  const sedno_session = await cookieOf('Kasia')
  const make = async (scopes: string[]) => (await app.inject({ method: 'POST', url: '/api/keys', cookies: { sedno_session }, payload: { name: 'x', scopes } })).json<{ key: string }>().key
  const [reads, account] = [await make(['records:read']), await make(['account'])]
  const ask = async (key: string, method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({ method, url, headers: { authorization: `Bearer ${key}` }, ...(payload === undefined ? {} : { payload }) })
    return [answer.statusCode, answer.json<Problem>().code]
  }
  assert.deepEqual(await ask(reads, 'GET', '/api/session'), [200, undefined])
  assert.deepEqual(await ask(reads, 'GET', '/api/account'), [403, 'key_scope'])
  assert.deepEqual(await ask(account, 'GET', '/api/account'), [200, undefined])
  assert.deepEqual(await ask(account, 'GET', '/api/access/matrix'), [403, 'key_scope'])
  assert.deepEqual(await ask(account, 'PUT', '/api/account/password', { current: goodPassword, password: 'łódka bez wioseł' }), [403, 'account.needs_session'])
  assert.deepEqual(await ask(account, 'POST', '/api/account/totp', { password: goodPassword }), [403, 'account.needs_session'])
  assert.deepEqual(await ask(account, 'POST', '/api/keys', { name: 'y', scopes: ['account'] }), [403, 'account.needs_session'])
  assert.deepEqual(await ask(`${account}x`, 'GET', '/api/account'), [401, 'not_signed_in'])
})

test('what is not declared is refused by name, whatever the type of what is given', async () => {
  const ask = async (payload: unknown) => {
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload: payload as object })
    return [answer.statusCode, answer.json<Problem>().fields?.[0]?.field]
  }
  assert.deepEqual(await ask({ email: 'a', password: 'b', admin: true }), [400, 'admin'])
  assert.deepEqual(await ask({ email: ['a'], password: 'b' }), [400, 'email'])
  assert.deepEqual(await ask({ email: 'a', password: { $ne: null } }), [400, 'password'])
  assert.deepEqual(await ask({ email: 'a', password: 'x'.repeat(2000) }), [400, 'password'])
})

test('the routes for administrators refuse everybody else', async () => {
  const id = await world.person('Plain')
  const sedno_session = await cookieOf('Plain')
  const role = await world.role('Some role')
  const policy = { minPasswordLength: 8, idleHours: 1, sessionDays: 1, linkHours: 1, codesFrom: 'nobody' }
  const asked: ['GET' | 'PUT' | 'POST', string, object?][] = [
    ['GET', '/api/access/matrix'], ['GET', `/api/roles/${role}/grants`], ['PUT', `/api/roles/${role}/grants`, { version: 1, grants: [], fields: [] }],
    ['POST', `/api/users/${id}/link`], ['PUT', `/api/users/${id}/password`, { password: goodPassword }], ['PUT', '/api/policy', policy],
  ]
  for (const [method, url, payload] of asked) {
    const answer = await app.inject({ method, url, cookies: { sedno_session }, ...(payload === undefined ? {} : { payload }) })
    assert.equal(answer.statusCode, 403, `${method} ${url}`)
  }
})

test('an administrator sees the whole matrix, sets the policy and gives links that stand in no log', async () => {
  const role = await world.role('Matrix reader', { grants: [['user', 'change', 'all', "name = 'x'"]], fields: [['user', 'phone', 'read']] })
  const holder = await world.person('Matrix holder', { roles: [role] })
  await world.person('Admin', { roles: [await world.role('Administrator', { administrator: true })] })
  const sedno_session = await cookieOf('Admin')
  const answer = await app.inject({ url: '/api/access/matrix', cookies: { sedno_session } })
  const shown = answer.json<{ roles: { id: string }[]; objects: { name: string; baseline: object }[] }>()
  assert.deepEqual(shown.roles.find((one) => one.id === role), {
    id: role, name: 'Matrix reader', administrator: false, functions: [], people: 1,
    grants: { user: { change: [{ scope: 'all', rule: "name = 'x'" }] } }, fields: { user: { phone: 'read' } }, withheld: [],
  })
  assert.deepEqual(shown.objects.find((one) => one.name === 'user')?.baseline, { read: 'all' })
  const { link } = (await app.inject({ method: 'POST', url: `/api/users/${holder}/link`, cookies: { sedno_session } })).json<{ link: string }>()
  assert.match(link, /^http:\/\/127\.0\.0\.1:4700\/link#[\w-]{43}$/)
  const policy = { minPasswordLength: 16, idleHours: 8, sessionDays: 7, linkHours: 24, codesFrom: 'nobody' }
  assert.deepEqual((await app.inject({ method: 'PUT', url: '/api/policy', cookies: { sedno_session }, payload: policy })).json(), policy)
  assert.equal((await app.inject({ method: 'PUT', url: '/api/policy', cookies: { sedno_session }, payload: { ...policy, minPasswordLength: 4 } })).statusCode, 400)
  const token = link.split('#')[1]!
  const short = await app.inject({ method: 'POST', url: '/api/link/password', payload: { token, password: 'kaczka 15 znak' } })
  assert.deepEqual([short.statusCode, short.json<Problem>().code], [422, 'password.too_short'])
  assert.match(String((await signIn('Matrix holder')).headers['set-cookie']), /Max-Age=604800/)
})

test('what somebody was refused stands in the record of operations, what he was allowed does not', async () => {
  const id = await world.person('Zofia')
  const sedno_session = await cookieOf('Zofia')
  assert.equal((await app.inject({ url: '/api/access/matrix', cookies: { sedno_session } })).statusCode, 403)
  assert.equal((await app.inject({ url: '/api/account', cookies: { sedno_session } })).statusCode, 200)
  await flushOperations(world.db)
  const noted = await world.db.rows<{ detail: unknown }>(sql`select detail from operation_log where by = ${id} and what = 'access.refused'`)
  assert.deepEqual(noted.map((row) => row.detail), [{ status: 403, code: 'administrators_only', path: 'GET /api/access/matrix' }])
})

test('who looks after accounts sees how a person can sign in; the person himself does not', async () => {
  await world.person('Nadzorca', { roles: [await world.role('Kadry', { functions: ['users'] })] })
  const id = await world.person('Nowy', { password: null })
  const sedno_session = await cookieOf('Nadzorca')
  const state = async () => (await app.inject({ url: `/api/users/${id}/sign-in`, cookies: { sedno_session } })).json<{ hasPassword: boolean; linkUntil: string | null; lockedUntil: string | null }>()
  assert.deepEqual(await state(), { hasPassword: false, temporary: false, codes: false, sessions: 0, usedAt: null, lockedUntil: null, linkUntil: null })
  await app.inject({ method: 'POST', url: `/api/users/${id}/link`, cookies: { sedno_session } })
  for (let guess = 0; guess < 6; guess++) await signIn('Nowy', { password: 'x' })
  const then = await state()
  assert.deepEqual([then.linkUntil === null, then.lockedUntil === null], [false, false])
  await world.person('Ciekawska')
  assert.equal((await app.inject({ url: `/api/users/${id}/sign-in`, cookies: { sedno_session: await cookieOf('Ciekawska') } })).statusCode, 403)
})
