import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { goodPassword, later, mailOf, refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { openSession, signIn } from '../sessions/actions.ts'
import { beginTotp, confirmTotp, disableTotp, newRecoveryCodes } from './actions.ts'
import { codeAt } from './rules.ts'

let world: UsersWorld
before(async () => void (world = await startUsersWorld()))
after(() => world.end())

async function withCodes(name: string) {
  const id = await world.person(name)
  const ctx = await world.as(id)
  const { secret } = await beginTotp(ctx, goodPassword)
  const recoveryCodes = await confirmTotp(ctx, codeAt(secret, world.now))
  return { id, ctx, secret, recoveryCodes }
}
const enter = (name: string, code?: string, now = world.now, ip = '192.0.2.7') =>
  signIn(world.stranger({ now, ip }), { email: mailOf(name), password: goodPassword, code }, { replaces: null })

test('codes are asked for only after one was shown, and setting up needs the password', async () => {
  const id = await world.person('Ala')
  const ctx = await world.as(id)
  assert.equal((await refusedWith(beginTotp(ctx, 'nie to hasło'))).code, 'password.wrong_current')
  assert.equal((await refusedWith(confirmTotp(ctx, '123456'))).code, 'totp.not_begun')
  const { secret, uri } = await beginTotp(ctx, goodPassword)
  assert.match(uri, /^otpauth:\/\/totp\/Sedno:ala(%40|@)firma\.example\?.*secret=[A-Z2-7]{32}/)
  await enter('Ala')
  assert.equal((await refusedWith(confirmTotp(ctx, '000000'))).code, 'totp.wrong_code')
  assert.equal((await confirmTotp(ctx, codeAt(secret, world.now))).length, 10)
  assert.equal((await refusedWith(enter('Ala'))).code, 'session.code_needed')
})

test('a code lets in once: given again it is refused, also at the same moment, and so is an older one', async () => {
  const { secret } = await withCodes('Basia')
  assert.equal((await refusedWith(enter('Basia', codeAt(secret, world.now)))).code, 'session.wrong_code', 'the code that confirmed it is used up')
  const next = later(world.now, 30)
  const both = await Promise.allSettled([enter('Basia', codeAt(secret, next), next), enter('Basia', codeAt(secret, next), next)])
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
  const after = later(world.now, 60)
  assert.equal((await refusedWith(enter('Basia', codeAt(secret, next), after))).code, 'session.wrong_code')
  await enter('Basia', codeAt(secret, after), after)
})

test('a clock half a minute wrong is taken, one two minutes wrong is not', async () => {
  const { secret } = await withCodes('Celina')
  const now = later(world.now, 600)
  assert.equal((await refusedWith(enter('Celina', codeAt(secret, later(now, -120)), now))).code, 'session.wrong_code')
  await enter('Celina', ` ${codeAt(secret, later(now, -30)).replace(/(...)/, '$1 ')}`, now)
})

test('without the right password nothing tells that codes are set up', async () => {
  await withCodes('Dorota')
  const wrong = signIn(world.stranger(), { email: mailOf('Dorota'), password: 'nie to hasło', code: '123456' }, { replaces: null })
  assert.equal((await refusedWith(wrong)).code, 'session.wrong')
})

test('guessing codes locks like guessing passwords, and asking without a code does not wipe the count', async () => {
  await withCodes('Elwira')
  for (let guess = 0; guess < 5; guess++) {
    assert.equal((await refusedWith(enter('Elwira', '000000', world.now, '198.51.100.5'))).code, 'session.wrong_code')
    if (guess < 4) assert.equal((await refusedWith(enter('Elwira', undefined, world.now, '198.51.100.5'))).code, 'session.code_needed')
  }
  assert.equal((await refusedWith(enter('Elwira', '000000', world.now, '198.51.100.5'))).code, 'too_many_attempts')
})

test('each recovery code lets in once, typed in any form; new ones end the old', async () => {
  const { ctx, recoveryCodes } = await withCodes('Felicja')
  const [first, second] = recoveryCodes as [string, string]
  await enter('Felicja', ` ${first.toLowerCase().replaceAll('-', ' ')} `)
  assert.equal((await refusedWith(enter('Felicja', first))).code, 'session.wrong_code')
  const [third] = (await newRecoveryCodes(ctx, goodPassword)) as [string]
  assert.equal((await refusedWith(enter('Felicja', second))).code, 'session.wrong_code')
  await enter('Felicja', third)
})

test('recovery codes and the secret cannot be read from the database, and another’s sealed secret does not open', async () => {
  const { id, secret, recoveryCodes } = await withCodes('Gabriela')
  const other = await withCodes('Helena')
  const [row] = await world.db.rows<{ text: string }>(sql`select (select string_agg(t::text, ' ') from user_totp t) || (select string_agg(c::text, ' ') from recovery_code c) as text`)
  for (const plain of [secret, ...recoveryCodes, recoveryCodes[0]!.replaceAll('-', '')]) assert.ok(!row!.text.includes(plain))
  await world.db.rows(sql`update user_totp set secret = (select secret from user_totp where user_id = ${other.id}), last_step = 0 where user_id = ${id}`)
  await assert.rejects(enter('Gabriela', codeAt(other.secret, world.now)), /unable to authenticate/i)
})

test('taking the codes away needs the password and a code; confirming them ends other sessions', async () => {
  const id = await world.person('Iga')
  const elsewhere = await openSession(world.stranger(), id, { replaces: null })
  const ctx = await world.as(id)
  const { secret } = await beginTotp(ctx, goodPassword)
  await confirmTotp(ctx, codeAt(secret, world.now))
  assert.equal((await world.db.rows(sql`select 1 from session where id = ${elsewhere.id}`)).length, 0)
  assert.equal((await refusedWith(disableTotp(ctx, { password: 'nie to hasło', code: '000000' }))).code, 'password.wrong_current')
  for (let guess = 0; guess < 5; guess++) assert.equal((await refusedWith(disableTotp(ctx, { password: goodPassword, code: '000000' }))).code, 'totp.wrong_code')
  assert.equal((await refusedWith(disableTotp(ctx, { password: goodPassword, code: '000000' }))).code, 'too_many_attempts')
  const now = later(world.now, 60)
  await disableTotp({ ...ctx, now }, { password: goodPassword, code: codeAt(secret, now) })
  await enter('Iga')
})

test('where codes are required, sign-in itself sets them up, and they cannot be turned off', async () => {
  const id = await world.person('Kinga')
  const policy = (codesFrom: string) => world.db.rows(sql`insert into sedno_state (key, value) values ('signInPolicy', ${{ codesFrom }}) on conflict (key) do update set value = excluded.value`)
  await policy('administrators')
  await enter('Kinga')
  await policy('everybody')
  const asked = await refusedWith(enter('Kinga'))
  assert.deepEqual([asked.code, asked.status, asked.field], ['session.codes_required', 401, 'code'])
  const secret = asked.facts['secret'] as string
  assert.equal((await refusedWith(enter('Kinga'))).facts['secret'], secret, 'asking again does not spoil what was scanned')
  assert.equal((await refusedWith(enter('Kinga', '000000'))).code, 'session.wrong_code')
  const { recoveryCodes } = await enter('Kinga', codeAt(secret, world.now))
  assert.equal(recoveryCodes?.length, 10)
  assert.equal((await refusedWith(enter('Kinga'))).code, 'session.code_needed')
  const now = later(world.now, 30)
  const disable = disableTotp({ ...(await world.as(id)), now }, { password: goodPassword, code: codeAt(secret, now) })
  assert.equal((await refusedWith(disable)).code, 'totp.required')
  await policy('administrators')
  await world.person('Chief', { roles: [await world.role('Administrator', { administrator: true })] })
  assert.equal((await refusedWith(enter('Chief'))).code, 'session.codes_required')
  await policy('nobody')
})

test('a code is not used up while the new password is still missing or bad', async () => {
  const { id, secret } = await withCodes('Lena')
  await world.db.rows(sql`update user_password set must_change = true where user_id = ${id}`)
  const now = later(world.now, 60)
  const code = codeAt(secret, now)
  const give = (newPassword?: string) => signIn(world.stranger({ now }), { email: mailOf('Lena'), password: goodPassword, code, newPassword }, { replaces: null })
  assert.equal((await refusedWith(give())).code, 'session.new_password_needed')
  assert.equal((await refusedWith(give('password1234'))).code, 'password.common')
  await give('łódka bez wioseł')
})

test('a key does not reach what guards the account', async () => {
  const id = await world.person('Jola')
  const key = await world.as(id, { origin: { via: 'api', ip: null, agent: null, session: null } })
  assert.deepEqual(await refusedWith(beginTotp(key, goodPassword)), { code: 'account.needs_session', status: 403, facts: {}, field: undefined })
})
