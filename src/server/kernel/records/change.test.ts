import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { one } from '../query/one.ts'
import { change, changeMany } from './change.ts'
import { create } from './create.ts'
import { codes, refusalOf, sampleWorld, type SampleWorld } from './sample-world.ts'
import type { StaleFacts } from './stale.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

test('a change raises the version and tells what was and what is, of changed fields only', async () => {
  const id = await world.given('firm', { name: 'A', city: 'Łódź' })
  const changed = await change(world.program, 'firm', id, { version: 1, values: { city: 'Kutno', name: 'A' } })
  assert.deepEqual([changed.version, changed.city], [2, 'Kutno'])
  assert.deepEqual((await world.historyOf(id)).map(({ verb, changes }) => [verb, verb === 'change' ? changes : null]), [['create', null], ['change', { city: { from: 'Łódź', to: 'Kutno' } }]])
})

test('nothing different is no change: the version stays and nothing is told', async () => {
  const id = await world.given('firm', { name: 'A', city: 'Łódź' })
  assert.equal((await change(world.program, 'firm', id, { version: 1, values: { city: 'Łódź' } })).version, 1)
  assert.equal((await world.historyOf(id)).length, 1)
})

test('without a version it is refused with 428', async () => {
  const id = await world.given('firm', { name: 'A' })
  const refused = await refusalOf(change(world.program, 'firm', id, { version: undefined, values: { city: 'X' } }))
  assert.deepEqual([refused.status, codes(refused)], [428, [['version_missing', 'version']]])
})

test('a stale version is refused with both sides and the fields where they really meet', async () => {
  const id = await world.given('firm', { name: 'A', city: 'Łódź', taxNumber: 'st' })
  await change(world.program, 'firm', id, { version: 1, values: { city: 'Kutno' } })
  const refused = await refusalOf(change(world.program, 'firm', id, { version: 1, values: { city: 'Zgierz', name: 'B' } }))
  const facts = refused.facts as unknown as StaleFacts
  assert.equal(refused.status, 409)
  assert.deepEqual([facts.theirs.city, facts.theirs.version, facts.yours, facts.conflicts], ['Kutno', 2, { city: 'Zgierz', name: 'B' }, ['city']])
  assert.deepEqual(facts.base, { city: { from: 'Łódź', to: 'Kutno' } })
  const elsewhere = await refusalOf(change(world.program, 'firm', id, { version: 1, values: { name: 'B' } }))
  assert.deepEqual([elsewhere.status, (elsewhere.facts as unknown as StaleFacts).conflicts], [409, []])
})

test('a stale answer tells nothing of fields the writer may not see', async () => {
  const id = await world.given('firm', { name: 'A', city: 'Łódź' })
  await change(world.program, 'firm', id, { version: 1, values: { city: 'Kutno', name: 'C' } })
  const clerk = await world.person('Ewa', { firm: ['read', 'change'] }, { fields: { firm: { city: 'none' } } })
  const { facts } = await refusalOf(change(clerk, 'firm', id, { version: 1, values: { name: 'B' } }))
  assert.ok(!JSON.stringify(facts).includes('Kutno') && !JSON.stringify(facts).includes('Łódź'))
})

test('of many who change the same version at once exactly one succeeds', async () => {
  const id = await world.given('firm', { name: 'A' })
  const answers = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => change(world.program, 'firm', id, { version: 1, values: { city: `Miasto ${n}` } })))
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.ok(answers.every((answer) => answer.status === 'fulfilled' || (answer.reason as { status: number }).status === 409))
  assert.equal((await world.historyOf(id)).length, 2)
})

test('what one may not see is not there, what one may only read is refused, and neither is written', async () => {
  const owner = await world.person('Anna', { firm: ['create', 'read:own'] })
  const id = (await create(owner, 'firm', { name: 'Jej', city: 'Łódź' })).id
  const stranger = await world.person('Obcy', { firm: ['read:own', 'change:own'] })
  const reader = await world.person('Czytelnik', { firm: ['read:all', 'change:own'] })
  assert.equal((await refusalOf(change(stranger, 'firm', id, { version: 1, values: { city: 'X' } }))).status, 404)
  assert.equal((await refusalOf(change(reader, 'firm', id, { version: 1, values: { city: 'X' } }))).status, 403)
  assert.equal((await refusalOf(change(reader, 'firm', id, { version: 9, values: { city: 'X' } }))).status, 403)
  assert.equal((await refusalOf(change(reader, 'firm', 'not-an-id', { version: 1, values: { city: 'X' } }))).status, 404)
  const [row] = await world.db.rows(sql`select city, version from firm where id = ${id}`)
  assert.deepEqual(row, { city: 'Łódź', version: 1 })
})

test('nobody pushes a record out of what he may write, but whoever may create anywhere hands it over', async () => {
  const other = await world.person('Następca', {})
  const seller = await world.person('Adam', { firm: ['create:own', 'read:own', 'change:own'], user: ['read'] })
  const own = (await create(seller, 'firm', { name: 'Moja' })).id
  const refused = await refusalOf(change(seller, 'firm', own, { version: 1, values: { owner: other.id } }))
  assert.deepEqual([refused.status, await world.version('firm', own)], [403, 1])
  const leader = await world.person('Szef', { firm: ['create:all', 'read:all', 'change:own'], user: ['read'] })
  const his = (await create(leader, 'firm', { name: 'Szefa' })).id
  assert.equal((await change(leader, 'firm', his, { version: 1, values: { owner: other.id } })).version, 2)
})

test('a rule on rows holds before and after: what leaves it cannot be written', async () => {
  const clerk = await world.person('Łodzianka', { firm: ['read', `change:all:city = 'Łódź'`] })
  const id = await world.given('firm', { name: 'A', city: 'Łódź' })
  const far = await world.given('firm', { name: 'B', city: 'Gdańsk' })
  assert.equal((await refusalOf(change(clerk, 'firm', far, { version: 1, values: { name: 'C' } }))).status, 403)
  assert.equal((await refusalOf(change(clerk, 'firm', id, { version: 1, values: { city: 'Gdańsk' } }))).status, 403)
  assert.equal((await change(clerk, 'firm', id, { version: 1, values: { name: 'C' } })).version, 2)
})

test('a link that stays may lead to what the writer no longer sees; a new one may not', async () => {
  const hidden = await world.given('group', { name: 'Ukryta' })
  const id = await world.given('firm', { name: 'A', group: hidden })
  const clerk = await world.person('Ala', { firm: ['read', 'change'] })
  assert.equal((await change(clerk, 'firm', id, { version: 1, values: { city: 'Płock' } })).version, 2)
  const bare = await world.given('firm', { name: 'B' })
  assert.deepEqual(codes(await refusalOf(change(clerk, 'firm', bare, { version: 1, values: { group: hidden } }))), [['link_not_there', 'group']])
})

test('a value required by a condition is asked for when the condition comes true, not ever after', async () => {
  const id = await world.given('firm', { name: 'A' })
  assert.deepEqual(codes(await refusalOf(change(world.program, 'firm', id, { version: 1, values: { stage: 'closed' } }))), [['required', 'reason']])
  await change(world.program, 'firm', id, { version: 1, values: { stage: 'closed', reason: 'upadłość' } })
  assert.deepEqual(codes(await refusalOf(change(world.program, 'firm', id, { version: 2, values: { reason: null } }))), [['required', 'reason']])
  await world.db.rows(sql`update firm set reason = null where id = ${id}`)
  assert.equal((await change(world.program, 'firm', id, { version: 2, values: { city: 'Konin' } })).version, 3)
})

test('a change to a taken unique value is refused, also among many, and the others are written', async () => {
  const [a, b, c] = [await world.given('firm', { name: 'A', taxNumber: 'u1' }), await world.given('firm', { name: 'B', taxNumber: 'u2' }), await world.given('firm', { name: 'C' })]
  assert.deepEqual(codes(await refusalOf(change(world.program, 'firm', b, { version: 1, values: { taxNumber: 'u1' } }))), [['not_unique', 'taxNumber']])
  const outcomes = await changeMany(world.program, 'firm', [{ id: b, values: { taxNumber: 'u1' } }, { id: c, values: { taxNumber: 'u3' } }, { id: a, values: { taxNumber: 'u3' } }])
  assert.deepEqual(outcomes.map((one) => 'refused' in one), [true, false, true])
  assert.deepEqual(await Promise.all([a, b, c].map((id) => world.version('firm', id))), [1, 1, 2])
})

test('two who take the same free value at once: one has it, the other is refused', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => world.given('firm', { name: `R${n}` })))
  const answers = await Promise.allSettled(ids.map((id) => change(world.program, 'firm', id, { version: 1, values: { taxNumber: 'race' } })))
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.ok(answers.every((answer) => answer.status === 'fulfilled' || (answer.reason as { refusals: { code: string }[] }).refusals[0]!.code === 'not_unique'))
})

test('a record named twice is changed twice, one after the other', async () => {
  const id = await world.given('firm', { name: 'A' })
  const outcomes = await changeMany(world.program, 'firm', [{ id, values: { city: '1' } }, { id, values: { city: '2' } }])
  assert.deepEqual(outcomes.map((one) => 'version' in one && one.version), [2, 3])
  assert.deepEqual((await world.historyOf(id)).map(({ changes }) => changes.city?.to), [undefined, '1', '2'])
})

test('a record is not placed under itself or under what is below it', async () => {
  const top = await world.given('firm', { name: 'Góra' })
  const middle = await world.given('firm', { name: 'Środek', parent: top })
  const bottom = await world.given('firm', { name: 'Dół', parent: middle })
  for (const under of [top, middle, bottom]) {
    const refused = await refusalOf(change(world.program, 'firm', top, { version: 1, values: { parent: under } }))
    assert.deepEqual(codes(refused), [['tree_cycle', 'parent']])
  }
  assert.equal(await world.version('firm', top), 1)
})

test('a cycle made by two people at once is refused to the second', async () => {
  for (let round = 0; round < 10; round++) {
    const [a, b] = [await world.given('firm', { name: 'A' }), await world.given('firm', { name: 'B' })]
    const answers = await Promise.allSettled([change(world.program, 'firm', a, { version: 1, values: { parent: b } }), change(world.program, 'firm', b, { version: 1, values: { parent: a } })])
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1, `round ${round}`)
  }
})

test('a change of job ends the former one; when that cannot be, the person stays as he was', async () => {
  const [one, two] = [await world.given('firm', { name: 'Jeden' }), await world.given('firm', { name: 'Dwa' })]
  const worker = await world.given('worker', { last: 'Kos', firm: one })
  await change(world.program, 'worker', worker, { version: 1, values: { firm: two } })
  const jobs = await world.db.rows(sql`select firm, until from employment where worker = ${worker} order by id`)
  assert.deepEqual(jobs, [{ firm: one, until: '2026-11-23' }, { firm: two, until: null }])
})

test('two who change the same many records at once do not block each other: each is changed by one of them', async () => {
  const ids = await Promise.all(Array.from({ length: 60 }, (_, n) => world.given('firm', { name: `W${n}` })))
  for (let round = 0; round < 5; round++) {
    const both = await Promise.all([ids, ids.toReversed()].map((some, n) => changeMany(world.program, 'firm', some.map((id) => ({ id, values: { city: `${round} ${n}` } })))))
    const done = both.flat().filter((one) => !('refused' in one)).length
    assert.ok(done >= 60 && both.flat().every((one) => !('refused' in one) || one.refused.status === 409))
  }
})

test('the answer to a change is what one would read of the record, whoever asks', async () => {
  const [group, other, tag] = [await world.given('group', { name: 'G1' }), await world.given('group', { name: 'G2' }), await world.given('tag', { name: 'T1' })]
  const people = [
    world.program,
    await world.person('Wszystko', {}, { all: true }),
    await world.person('Pisze', { firm: ['read', 'change'], group: ['read'] }, { fields: { firm: { description: 'read', turnover: 'none' } } }),
    await world.person('Nie widzi grup', { firm: ['read:all', `change:all:city = 'A' or city = 'B'`] }, { fields: { firm: { rating: 'none' } } }),
  ]
  for (const who of people) {
    const id = await world.given('firm', { name: 'X', city: 'A', group, tags: [tag], description: 'd', turnover: { amount: '1.50', currency: 'PLN' }, rating: '4', phones: [{ kind: 'work', value: '+48601234567' }] })
    const given = [{ city: 'B' }, { city: 'B' }, { phones: null, name: 'Y' }, { tags: null }, ...(who === people[3] ? [] : [{ group: other }])]
    for (const [n, values] of given.entries()) {
      const version = await world.version('firm', id)
      assert.deepEqual(await change(who, 'firm', id, { version, values }), await one(who, 'firm', id), `${who.who.name} ${n}`)
    }
  }
})
