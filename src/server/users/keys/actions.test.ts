import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { later, refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { authenticate, openSession } from '../sessions/actions.ts'
import { makeKey, revokeKey } from './actions.ts'
import { keysOf } from './queries.ts'
import { looksLikeKey, writeKey } from './rules.ts'

let world: UsersWorld
before(async () => void (world = await startUsersWorld()))
after(() => world.end())

const at = (bearer: string, now = world.now, cookie: string | null = null) => authenticate(world.db, world.registry, { cookie, bearer, ip: '203.0.113.9', now })

test('a key has the prefix, its checksum and 256 random bits; one wrong letter is known without the database', () => {
  const key = writeKey(new Uint8Array(32).fill(255))
  assert.match(key, /^sedno_[0-9A-Za-z]{49}$/)
  assert.ok(looksLikeKey(key))
  assert.ok(looksLikeKey(writeKey(new Uint8Array(32))))
  assert.notEqual(writeKey(new Uint8Array(32).fill(255)).slice(6, 49), writeKey(new Uint8Array(32).fill(254)).slice(6, 49))
  for (const wrong of [`${key}x`, key.slice(1), key.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')), key.replace('sedno_', 'other_'), `sedno_${'ą'.repeat(49)}`, '']) assert.ok(!looksLikeKey(wrong), wrong)
})

test('a key acts as its owner, narrowed by its scopes; it is shown once and only its hash is kept', async () => {
  const id = await world.person('Owner', { roles: [await world.role('Importer', { functions: ['import'], grants: [['user', 'read', 'all']] })] })
  const made = await makeKey(await world.as(id), { name: 'ERP', scopes: ['records:read', 'records:read'] })
  const found = await at(made.key)
  assert.deepEqual([found?.who.userId, [...found!.who.keyScopes!], found?.sessionId, found?.who.functions.has('import')], [id, ['records:read'], null, true])
  const [row] = await world.db.rows<{ text: string }>(sql`select string_agg(k::text, ' ') as text from api_key k`)
  assert.ok(!row!.text.includes(made.key))
  const [listed] = await keysOf(world.db, id)
  assert.deepEqual([listed!.hint, listed!.usedIp, listed!.usedAt], [`${made.key.slice(0, 10)}…${made.key.slice(-4)}`, '203.0.113.9', world.now.toISOString()])
  assert.ok(!('key' in listed!))
})

test('a key revoked, run out, or of a person deactivated lets nobody in', async () => {
  const id = await world.person('Leaver')
  const ctx = await world.as(id)
  const [revoked, short, third] = [await makeKey(ctx, { name: 'a', scopes: ['account'] }), await makeKey(ctx, { name: 'b', scopes: ['account'], expiresAt: later(world.now, 60).toISOString() }), await makeKey(ctx, { name: 'c', scopes: ['account'] })]
  await revokeKey(ctx, revoked.id)
  assert.equal(await at(revoked.key), null)
  assert.ok(await at(short.key))
  assert.equal(await at(short.key, later(world.now, 61)), null)
  await world.db.rows(sql`update "user" set active = false where id = ${id}`)
  assert.equal(await at(third.key), null)
})

test('a wrong key beside a good cookie is not let in by the cookie', async () => {
  const { token } = await openSession(world.stranger(), await world.person('Both'), { replaces: null })
  assert.equal(await at(writeKey(new Uint8Array(32)), world.now, token), null)
  assert.equal(await at('nonsense', world.now, token), null)
})

test('keys make no keys, only an administrator makes one that administers, and none begins already over', async () => {
  const id = await world.person('Plain')
  const ctx = await world.as(id)
  const asKey = await world.as(id, { origin: { via: 'api', ip: null, agent: null, session: null } })
  assert.equal((await refusedWith(makeKey(asKey, { name: 'x', scopes: ['account'] }))).code, 'account.needs_session')
  assert.equal((await refusedWith(makeKey(ctx, { name: 'x', scopes: ['admin'] }))).code, 'key.admin_only')
  assert.equal((await refusedWith(makeKey(ctx, { name: 'x', scopes: ['account'], expiresAt: world.now.toISOString() }))).code, 'key.past')
})

test('nobody revokes another’s key, except an administrator', async () => {
  const made = await makeKey(await world.as(await world.person('Keeper')), { name: 'x', scopes: ['account'] })
  const stranger = await world.as(await world.person('Stranger'))
  assert.equal((await refusedWith(revokeKey(stranger, made.id))).status, 404)
  assert.ok(await at(made.key))
  await revokeKey(await world.as(await world.person('Root', { roles: [await world.role('Administrator', { administrator: true })] })), made.id)
  assert.equal(await at(made.key), null)
})
