import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { after, before, mock, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import type { Db } from '../../kernel/db/database.ts'
import { goodPassword, later, mailOf, refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { nobodysHash, readHash, writeHash } from '../passwords/rules.ts'
import { authenticate, endOtherSessions, endSession, endToken, openSession, renewToken, signIn } from './actions.ts'
import { sessionsOf } from './queries.ts'

let world: UsersWorld
before(async () => void (world = await startUsersWorld()))
after(() => world.end())

const enter = (name: string, { ip = '192.0.2.7', password = goodPassword, now = world.now, replaces = null as string | null, ...rest } = {}) =>
  signIn(world.stranger({ ip, now }), { email: mailOf(name), password, ...rest }, { replaces })
const at = (token: string, now = world.now) => authenticate(world.db, world.registry, { cookie: token, bearer: null, ip: '192.0.2.7', now })

test('mail and password open a session, in whatever case the mail is typed', async () => {
  const id = await world.person('Ewa')
  const opened = await signIn(world.stranger(), { email: `  ${mailOf('Ewa').toUpperCase()} `, password: goodPassword }, { replaces: null })
  const found = await at(opened.token)
  assert.deepEqual([found?.who.userId, found?.sessionId, found?.language, found?.timeZone], [id, opened.id, 'pl', 'Europe/Warsaw'])
  assert.equal(Buffer.from(opened.token, 'base64url').length, 32)
})

test('the token itself is nowhere in the database', async () => {
  const { token } = await enter('Ewa')
  const [row] = await world.db.rows<{ text: string }>(sql`select string_agg(s::text, ' ') as text from session s`)
  assert.ok(!row!.text.includes(token))
})

test('an unknown address, a wrong password, an inactive person and one without a password get the same answer after the same work', async () => {
  await world.person('Inactive', { active: false })
  await world.person('Invited', { password: null })
  const hashed = mock.method(crypto, 'argon2')
  try {
    for (const [name, password] of [['Nobody', goodPassword], ['Ewa', 'zupełnie inne hasło'], ['Inactive', goodPassword], ['Invited', goodPassword]] as const) {
      hashed.mock.resetCalls()
      assert.deepEqual(await refusedWith(enter(name, { password })), { code: 'session.wrong', status: 401, facts: {}, field: undefined }, name)
      assert.equal(hashed.mock.callCount(), 1, `${name}: one hash is computed`)
      const { memory, passes, parallelism } = hashed.mock.calls[0]!.arguments[1] as unknown as { memory: number; passes: number; parallelism: number }
      assert.deepEqual({ memory, passes, parallelism }, { memory: 19_456, passes: 2, parallelism: 1 }, `${name}: of full strength`)
    }
  } finally {
    hashed.mock.restore()
  }
})

test('a lock after failures is the same for those who exist and those who do not, and the right password does not open it', async () => {
  await world.person('Locked')
  for (const name of ['Locked', 'Missing']) {
    for (let failure = 0; failure < 5; failure++) assert.equal((await refusedWith(enter(name, { ip: '198.51.100.1', password: 'nie to hasło' }))).code, 'session.wrong')
    assert.deepEqual(await refusedWith(enter(name, { ip: '198.51.100.1' })), { code: 'too_many_attempts', status: 429, facts: { retryAfter: 15 }, field: undefined })
  }
  await enter('Locked', { ip: '198.51.100.2' })
  await enter('Locked', { ip: '198.51.100.1', now: later(world.now, 16) })
})

test('a session ended, unused for too long, or too old is refused', async () => {
  await world.person('Piotr')
  const day = 24 * 3600
  const ended = await enter('Piotr')
  await endToken(world.db, ended.token)
  assert.equal(await at(ended.token), null)

  const idle = await enter('Piotr')
  assert.ok(await at(idle.token, later(world.now, 3 * day - 1)))
  assert.equal(await at(idle.token, later(world.now, 6 * day + 60)), null)

  const old = await enter('Piotr')
  for (let days = 2; days < 30; days += 2) assert.ok(await at(old.token, later(world.now, days * day)), `day ${days}`)
  assert.equal(await at(old.token, later(world.now, 30 * day + 1)), null)
})

test('what is no token of ours is nobody', async () => {
  for (const token of ['', 'x', 'x'.repeat(5000), "' or 1=1 --", nobodysHash]) assert.equal(await at(token), null)
})

test('signing in gives a new token and ends the session it replaces', async () => {
  await world.person('Rafał')
  const before = await enter('Rafał')
  const after = await enter('Rafał', { replaces: before.token })
  assert.notEqual(before.token, after.token)
  assert.equal(await at(before.token), null)
  assert.ok(await at(after.token))
})

test('one sees one’s own sessions and ends one or all others; those of others are not there', async () => {
  const [hanna, igor] = [await world.person('Hanna'), await world.person('Igor')]
  const mine = [await enter('Hanna'), await enter('Hanna'), await enter('Hanna')] as const
  const his = await enter('Igor')
  const ctx = await world.as(hanna)
  const here = { ...ctx, origin: { ...ctx.origin, session: mine[0].id } }
  assert.equal((await refusedWith(endSession(here, his.id))).status, 404)
  await endSession(here, mine[1].id)
  assert.equal(await at(mine[1].token), null)
  assert.equal(await endOtherSessions(here), 1)
  assert.deepEqual((await sessionsOf(world.db, hanna, world.now)).map((row) => row.id), [mine[0].id])
  assert.equal((await sessionsOf(world.db, igor, world.now)).length, 1)
  assert.ok(await at(his.token))
})

test('a deactivated person is out with the next request', async () => {
  const zofia = await world.person('Zofia')
  const { token } = await enter('Zofia')
  assert.ok(await at(token))
  await world.db.rows(sql`update "user" set active = false where id = ${zofia}`)
  assert.equal(await at(token), null)
})

test('a role taken away, or its grant, is gone with the next request; given back, it is there again', async () => {
  const role = await world.role('Reader', { grants: [['user', 'change', 'all']] })
  const id = await world.person('Holder', { roles: [role] })
  const { token } = await enter('Holder')
  const verbs = async () => (await at(token))!.who.grants.map((grant) => grant.verb)
  assert.deepEqual(await verbs(), ['change'])
  await world.db.rows(sql`update "user" set roles = '{}' where id = ${id}`)
  assert.deepEqual(await verbs(), [])
  await world.db.rows(sql`update "user" set roles = array[${role}]::uuid[] where id = ${id}`)
  assert.deepEqual(await verbs(), ['change'])
  await world.db.rows(sql`delete from role_grant where role_id = ${role}`)
  assert.deepEqual(await verbs(), [])
  await world.db.rows(sql`update role set deleted_at = now() where id = ${role}`)
  assert.deepEqual([...(await at(token))!.who.functions], [])
})

test('nothing changed: the rights come from memory and the request costs one statement', async () => {
  await world.person('Quick')
  const { token } = await enter('Quick')
  await at(token)
  let statements = 0
  const counting: Db = {
    ...world.db,
    rows: (statement) => (statements++, world.db.rows(statement)),
    prepared: (name, text, values) => (statements++, world.db.prepared(name, text, values)),
  }
  const ask = () => authenticate(counting, world.registry, { cookie: token, bearer: null, ip: '192.0.2.7', now: world.now })
  const first = await ask()
  statements = 0
  const second = await ask()
  assert.deepEqual([statements, second!.who === first!.who], [1, true])
})

test('a temporary password lets in only with a new one, once', async () => {
  const id = await world.person('Temporary', { password: 'na jeden raz tylko' })
  await world.db.rows(sql`update user_password set must_change = true where user_id = ${id}`)
  const give = (newPassword?: string) => enter('Temporary', { password: 'na jeden raz tylko', ...(newPassword === undefined ? {} : { newPassword }) })
  assert.deepEqual(await refusedWith(give()), { code: 'session.new_password_needed', status: 401, facts: {}, field: 'newPassword' })
  assert.equal((await refusedWith(give('password1234'))).code, 'password.common')
  assert.equal((await refusedWith(give('na jeden raz tylko'))).code, 'password.same')
  await give('moje własne hasło tu')
  assert.equal((await refusedWith(give('jeszcze inne tutaj'))).code, 'session.wrong')
  await enter('Temporary', { password: 'moje własne hasło tu' })
})

test('a password hashed more weakly than today is hashed anew at sign-in', async () => {
  const id = await world.person('Old')
  const salt = crypto.randomBytes(16)
  const tag = crypto.argon2Sync('argon2id', { message: Buffer.from(goodPassword), nonce: salt, parallelism: 1, tagLength: 32, memory: 4096, passes: 1 })
  await world.db.rows(sql`update user_password set hash = ${writeHash({ memory: 4096, passes: 1, parallelism: 1, salt, tag })} where user_id = ${id}`)
  await enter('Old')
  const [row] = await world.db.rows<{ hash: string }>(sql`select hash from user_password where user_id = ${id}`)
  assert.equal(readHash(row!.hash).memory, 19_456)
  await enter('Old')
})

test('a quarter of an hour after signing in the password is asked for again before other sessions end', async () => {
  const id = await world.person('Helena')
  const [here, other] = [await enter('Helena'), await enter('Helena')]
  const ctx = { ...(await world.as(id)), now: later(world.now, 16 * 60) }
  const mine = { ...ctx, origin: { ...ctx.origin, session: here.id } }
  assert.deepEqual(await refusedWith(endOtherSessions(mine)), { code: 'session.confirm', status: 403, facts: {}, field: 'password' })
  assert.equal((await refusedWith(endSession(mine, other.id, 'nie to hasło'))).code, 'password.wrong_current')
  assert.ok(await at(other.token))
  await endSession(mine, other.id, goodPassword)
  assert.equal(await at(other.token), null)
  await endSession(mine, here.id)
  assert.equal(await at(here.token), null, 'one’s own ends without more ado')
})

test('beyond fifty sessions the one unused for longest ends', async () => {
  const id = await world.person('Busy')
  const first = await enter('Busy')
  for (let more = 1; more <= 50; more++) await openSession(world.stranger({ now: later(world.now, more) }), id, { replaces: null })
  assert.equal(await at(first.token), null)
  assert.equal((await sessionsOf(world.db, id, later(world.now, 50))).length, 50)
})

test('a renewed session goes on under another token alone', async () => {
  const id = await world.person('Renewed')
  const opened = await enter('Renewed')
  const ctx = await world.as(id)
  const renewed = await renewToken({ ...ctx, origin: { ...ctx.origin, session: opened.id } })
  assert.equal(await at(opened.token), null)
  assert.equal((await at(renewed!.token))?.sessionId, opened.id)
})
