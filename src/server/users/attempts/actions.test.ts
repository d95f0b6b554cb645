import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { later, refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { countAttempt, forgive, unlock } from './actions.ts'
import { limitsFor, longestSeconds } from './rules.ts'

let world: UsersWorld
before(async () => void (world = await startUsersWorld()))
after(() => world.end())

const waitAfter = async (limits: ReturnType<typeof limitsFor>, now: Date) => {
  try {
    await countAttempt(world.db, limits, now)
    return 0
  } catch (error) {
    return (error as { facts: { retryAfter: number } }).facts.retryAfter
  }
}

test('after five failures from one place each next one waits twice as long, at most a quarter of an hour', async () => {
  const limits = limitsFor('a@firma.example', '192.0.2.1').slice(0, 1)
  for (let failure = 1; failure < 5; failure++) await countAttempt(world.db, limits, world.now)
  let now = world.now
  const waits: number[] = []
  for (let failure = 5; failure <= 13; failure++) {
    await countAttempt(world.db, limits, now)
    const wait = await waitAfter(limits, now)
    waits.push(wait)
    now = later(now, wait)
  }
  assert.deepEqual(waits, [15, 30, 60, 120, 240, 480, longestSeconds, longestSeconds, longestSeconds])
})

test('a lock ends by itself, and a good try wipes the count', async () => {
  const limits = limitsFor('b@firma.example', '192.0.2.2')
  for (let failure = 0; failure < 5; failure++) await countAttempt(world.db, limits, world.now)
  const refused = await refusedWith(countAttempt(world.db, limits, later(world.now, 14)))
  assert.deepEqual([refused.code, refused.status, refused.facts['retryAfter']], ['too_many_attempts', 429, 1])
  await countAttempt(world.db, limits, later(world.now, 15))
  await forgive(world.db, limits)
  for (let failure = 0; failure < 4; failure++) await countAttempt(world.db, limits, later(world.now, 16))
})

test('a hundred tries at the same moment do not slip through together', async () => {
  const limits = limitsFor('c@firma.example', '192.0.2.3')
  const tries = await Promise.allSettled(Array.from({ length: 100 }, () => countAttempt(world.db, limits, world.now)))
  assert.equal(tries.filter((one) => one.status === 'fulfilled').length, 5)
})

test('one place hammering at a locked account does not lock it for other places', async () => {
  const here = limitsFor('d@firma.example', '192.0.2.4')
  for (let failure = 0; failure < 60; failure++) await countAttempt(world.db, here, world.now).catch(() => undefined)
  await countAttempt(world.db, limitsFor('d@firma.example', '198.51.100.9'), world.now)
})

test('guessing from many places locks the account, and an administrator lifts it', async () => {
  for (let place = 1; place <= 20; place++) await countAttempt(world.db, limitsFor('e@firma.example', `203.0.113.${place}`), world.now)
  const elsewhere = limitsFor('e@firma.example', '203.0.113.200')
  assert.equal((await refusedWith(countAttempt(world.db, elsewhere, world.now))).status, 429)
  await unlock(world.db, 'e@firma.example')
  await countAttempt(world.db, elsewhere, world.now)
})

test('one address that tries many people is stopped', async () => {
  const waits: number[] = []
  for (let person = 0; person < 101; person++) waits.push(await waitAfter(limitsFor(`p${person}@firma.example`, '203.0.113.77'), world.now))
  assert.deepEqual([waits[99], waits[100]! > 0], [0, true])
})

test('a failure is forgotten after a day', async () => {
  const limits = limitsFor('f@firma.example', '192.0.2.6')
  for (let failure = 0; failure < 4; failure++) await countAttempt(world.db, limits, world.now)
  await countAttempt(world.db, limits, later(world.now, 25 * 3600))
  const rows = await world.db.rows<{ failures: number }>(sql`select failures from sign_in_attempt where subject = ${limits[0]!.subject}`)
  assert.deepEqual(rows, [{ failures: 1 }])
})
