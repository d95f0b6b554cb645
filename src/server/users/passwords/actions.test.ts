import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { goodPassword, later, mailOf, refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { openSession, signIn } from '../sessions/actions.ts'
import { changePassword, checkLink, hashOf, isPassword, makePasswordLink, setTemporaryPassword, usePasswordLink } from './actions.ts'
import { readHash } from './rules.ts'

let world: UsersWorld
let administrator: string
before(async () => {
  world = await startUsersWorld()
  administrator = await world.person('Admin', { roles: [await world.role('Administrator', { administrator: true })] })
})
after(() => world.end())

const another = 'łódka bez wioseł'
const enter = (name: string, password: string) => signIn(world.stranger(), { email: mailOf(name), password }, { replaces: null })
const sessionsOf = async (userId: string) => (await world.db.rows<{ id: string }>(sql`select id from session where user_id = ${userId}`)).map((row) => row.id)

test('a password is kept as argon2id with its own salt, and only it fits', async () => {
  const [one, two] = [await hashOf(another), await hashOf(another)]
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.notDeepEqual(readHash(one).salt, readHash(two).salt)
  assert.equal(await isPassword(another, one), true)
  assert.equal(await isPassword(another.normalize('NFD'), one), true)
  for (const wrong of [`${another} `, another.toUpperCase(), '', goodPassword]) assert.equal(await isPassword(wrong, one), false)
  assert.equal(await isPassword(another, null), false)
})

test('changing one’s password needs the present one and ends the other sessions, not this one', async () => {
  const id = await world.person('Ania')
  const here = await openSession(world.stranger(), id, { replaces: null })
  await openSession(world.stranger(), id, { replaces: null })
  const ctx = { ...(await world.as(id)), origin: { via: 'web' as const, ip: '192.0.2.7', agent: null, session: here.id } }
  assert.deepEqual(await refusedWith(changePassword(ctx, { current: 'nie to hasło', password: another })), { code: 'password.wrong_current', status: 422, facts: {}, field: 'current' })
  assert.equal((await refusedWith(changePassword(ctx, { current: goodPassword, password: 'Ania12345678' }))).code, 'password.personal')
  assert.equal((await refusedWith(changePassword(ctx, { current: goodPassword, password: goodPassword }))).code, 'password.same')
  assert.equal((await sessionsOf(id)).length, 2)
  await changePassword(ctx, { current: goodPassword, password: another })
  assert.deepEqual(await sessionsOf(id), [here.id])
  assert.equal((await refusedWith(enter('Ania', goodPassword))).code, 'session.wrong')
  await enter('Ania', another)
})

test('guessing the present password in an open session is locked', async () => {
  const ctx = await world.as(await world.person('Beata'))
  for (let guess = 0; guess < 5; guess++) await refusedWith(changePassword(ctx, { current: 'nie to hasło', password: another }))
  assert.equal((await refusedWith(changePassword(ctx, { current: goodPassword, password: another }))).status, 429)
})

test('a link sets a password once, then it is dead; a newer one ends it; it runs out', async () => {
  const id = await world.person('Nowa Osoba', { password: null })
  const admin = await world.as(administrator)
  const first = await makePasswordLink(admin, id)
  const second = await makePasswordLink(admin, id)
  assert.equal((await refusedWith(checkLink(world.stranger(), first.token))).code, 'link.dead')
  assert.deepEqual(await checkLink(world.stranger(), second.token), { name: 'Nowa Osoba', mail: mailOf('Nowa Osoba'), first: true, minLength: 12 })
  assert.equal((await refusedWith(usePasswordLink(world.stranger(), { token: second.token, password: 'krótkie' }))).code, 'password.too_short')
  const both = await Promise.allSettled([another, 'kaczka na rowerze'].map((password) => usePasswordLink(world.stranger(), { token: second.token, password })))
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
  assert.equal((await refusedWith(checkLink(world.stranger(), second.token))).code, 'link.dead')
  const third = await makePasswordLink(admin, id)
  assert.equal((await refusedWith(checkLink(world.stranger({ now: later(world.now, 73 * 3600) }), third.token))).code, 'link.dead')
  const [row] = await world.db.rows<{ text: string }>(sql`select string_agg(l::text, ' ') as text from password_link l`)
  assert.ok(![first, second, third].some(({ token }) => row!.text.includes(token)))
})

test('a link does not work for a person deactivated meanwhile, and setting the password ends all sessions', async () => {
  const id = await world.person('Celina')
  const admin = await world.as(administrator)
  await openSession(world.stranger(), id, { replaces: null })
  await usePasswordLink(world.stranger(), { token: (await makePasswordLink(admin, id)).token, password: another })
  assert.deepEqual(await sessionsOf(id), [])
  const { token } = await makePasswordLink(admin, id)
  await world.db.rows(sql`update "user" set active = false where id = ${id}`)
  assert.equal((await refusedWith(usePasswordLink(world.stranger(), { token, password: another }))).code, 'link.dead')
  assert.equal((await refusedWith(makePasswordLink(admin, id))).code, 'user.inactive')
})

test('guessing links is stopped', async () => {
  const stranger = world.stranger({ ip: '198.51.100.44' })
  for (let guess = 0; guess < 30; guess++) assert.equal((await refusedWith(checkLink(stranger, `guess ${guess}`))).code, 'link.dead')
  assert.equal((await refusedWith(checkLink(stranger, 'guess'))).status, 429)
})

test('only who looks after accounts makes links and sets passwords, and an administrator’s only an administrator', async () => {
  const clerk = await world.as(await world.person('Clerk', { roles: [await world.role('Accounts', { functions: ['users'] })] }))
  const plain = await world.as(await world.person('Plain'))
  const victim = await world.person('Victim')
  for (const attempt of [() => makePasswordLink(plain, victim), () => setTemporaryPassword(plain, victim, another)]) assert.equal((await refusedWith(attempt())).code, 'not_allowed')
  for (const attempt of [() => makePasswordLink(clerk, administrator), () => setTemporaryPassword(clerk, administrator, another)]) {
    assert.deepEqual(await refusedWith(attempt()), { code: 'administrators_only', status: 403, facts: {}, field: undefined })
  }
  await makePasswordLink(clerk, victim)
  assert.equal((await refusedWith(makePasswordLink(clerk, '0190a000-0000-7000-8000-000000000000'))).status, 404)
})

test('a password set by somebody else must be replaced at the first sign-in', async () => {
  const id = await world.person('Wanda')
  await setTemporaryPassword(await world.as(administrator), id, another)
  assert.equal((await refusedWith(enter('Wanda', another))).code, 'session.new_password_needed')
})
