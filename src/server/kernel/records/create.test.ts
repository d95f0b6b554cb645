import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { one } from '../query/one.ts'
import { create, createMany } from './create.ts'
import { codes, refusalOf, sampleWorld, type SampleWorld } from './sample-world.ts'
import { isRefused } from './writing.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

test('a new record has its values, defaults, owner, search text, one entry of history and one event', async () => {
  const seller = await world.person('Anna', { firm: ['create:own', 'read:own'] })
  const firm = await create(seller, 'firm', { name: ' Żółw sp. z o.o.', taxNumber: '5260250274', phones: [{ kind: 'work', value: '+48601234567' }], turnover: { amount: '12.50', currency: 'PLN' } })
  assert.equal(firm.version, 1)
  assert.equal(firm.stage, 'open')
  assert.deepEqual(firm.owner, { id: seller.id, name: 'Anna' })
  const [row] = await world.db.rows<{ search: string; created_by: string }>(sql`select search, created_by from firm where id = ${firm.id}`)
  assert.equal(row!.created_by, seller.id)
  assert.match(row!.search, /zolw sp\. z o\.o\./)
  assert.match(row!.search, /5260250274/)
  const [entry, ...more] = await world.historyOf(firm.id)
  assert.equal(more.length, 0)
  assert.deepEqual([entry!.verb, entry!.version, entry!.by], ['create', 1, seller.id])
  const events = await world.db.rows(sql`select object, verb, version, by from outbox where record = ${firm.id}`)
  assert.deepEqual(events, [{ object: 'firm', verb: 'create', version: 1, by: seller.id }])
})

test('everything wrong is told at once, each by its field, and nothing is written', async () => {
  const before = [await world.count('firm'), await world.count('history'), await world.count('outbox')]
  const clerk = await world.person('Ewa', { firm: ['create', 'read'] })
  const counted = await world.count('history')
  const refused = await refusalOf(create(clerk, 'firm', { taxNumber: 7, nope: 1, rating: '5', stage: 'closed', id: 'x' }))
  assert.equal(refused.status, 422)
  assert.deepEqual(new Map(codes(refused).map(([code, field]) => [field, code])).get('nope'), 'unknown_field')
  const byField = Object.fromEntries(codes(refused).map(([code, field]) => [field, code]))
  assert.equal(byField.rating, 'field_not_writable')
  assert.equal(byField.id, 'field_not_writable')
  assert.equal(byField.name, 'required')
  assert.equal(byField.reason, 'required')
  assert.ok(byField.taxNumber)
  assert.equal(await world.count('firm'), before[0])
  assert.equal(await world.count('history'), counted)
})

test('a field one may not see sounds like one that is not there, and one that may only be read is refused by name', async () => {
  const clerk = await world.person('Ola', { firm: ['create', 'read'] }, { fields: { firm: { city: 'none', description: 'read' } } })
  const refused = await refusalOf(create(clerk, 'firm', { name: 'A', city: 'Łódź', description: 'x', nothing: 1 }))
  assert.deepEqual(codes(refused), [['unknown_field', 'city'], ['field_not_writable', 'description'], ['unknown_field', 'nothing']])
  assert.deepEqual(refused.refusals[0]!.text, refused.refusals[2]!.text)
})

test('the rule of the object refuses with its own words', async () => {
  assert.deepEqual(codes(await refusalOf(create(world.program, 'firm', { name: 'forbidden' }))), [['firm.forbidden', 'name']])
})

test('whoever may not create is told so, and an object that is not there is not found', async () => {
  const guest = await world.person('Gość', { firm: ['read'] })
  assert.equal((await refusalOf(create(guest, 'firm', { name: 'A' }))).status, 403)
  assert.equal((await refusalOf(create(guest, 'nothing', { name: 'A' }))).status, 404)
})

test('one cannot create a record outside of what one may create', async () => {
  const other = await world.person('Inny', {})
  const seller = await world.person('Adam', { firm: ['create:own', 'read:all'], user: ['read'] })
  const before = await world.count('firm')
  const refused = await refusalOf(create(seller, 'firm', { name: 'Cudza', owner: other.id }))
  assert.deepEqual([refused.status, codes(refused)], [403, [['not_allowed', undefined]]])
  assert.equal(await world.count('firm'), before)
})

test('a link leads to a record that is there, not in the trash, and visible to the writer', async () => {
  const hidden = await world.given('group', { name: 'Tajna' })
  const trashed = await world.given('tag', { name: 'stary' })
  const tag = await world.given('tag', { name: 'nowy' })
  await world.db.rows(sql`update tag set deleted_at = now() where id = ${trashed}`)
  const seller = await world.person('Iza', { firm: ['create', 'read'] })
  assert.deepEqual(codes(await refusalOf(create(seller, 'firm', { name: 'A', group: hidden }))), [['link_not_there', 'group']])
  assert.deepEqual(codes(await refusalOf(create(seller, 'firm', { name: 'A', group: '01900000-0000-7000-8000-000000000000' }))), [['link_not_there', 'group']])
  assert.deepEqual(codes(await refusalOf(create(seller, 'firm', { name: 'A', tags: [tag, trashed] }))), [['link_not_there', 'tags']])
  assert.deepEqual(codes(await refusalOf(create(seller, 'firm', { name: 'A', group: seller.id }))), [['link_not_there', 'group']], 'a person is no group, the writer neither')
  const made = await create(seller, 'firm', { name: 'A', tags: [tag] })
  assert.deepEqual(made.tags, [{ id: tag, name: 'nowy' }])
})

test('a taken unique value is refused; its holder is named only to those who see him', async () => {
  const holder = await world.given('firm', { name: 'Pierwsza', taxNumber: '111' })
  const all = await refusalOf(create(await world.person('Kasia', { firm: ['create', 'read'] }), 'firm', { name: 'Druga', taxNumber: '111' }))
  assert.deepEqual(codes(all), [['not_unique', 'taxNumber']])
  assert.deepEqual(all.facts, { holder: { object: 'firm', id: holder, name: 'Pierwsza' } })
  const own = await refusalOf(create(await world.person('Kuba', { firm: ['create', 'read:own'] }), 'firm', { name: 'Druga', taxNumber: '111' }))
  assert.deepEqual([codes(own), own.facts, own.refusals[0]!.values], [[['not_unique', 'taxNumber']], {}, undefined])
})

test('of 10,000 concurrent creates of the same unique value exactly one wins and all others are refused in words', async () => {
  const before = [await world.count('firm'), await world.count('history')]
  const answers = await Promise.allSettled(Array.from({ length: 10_000 }, (_, n) => create(world.program, 'firm', { name: `Firma ${n}`, taxNumber: '777' })))
  const won = answers.filter(({ status }) => status === 'fulfilled')
  const lost = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as { refusals: { code: string }[] }] : []))
  assert.equal(won.length, 1)
  assert.deepEqual([...new Set(lost.map(({ refusals }) => refusals[0]!.code))], ['not_unique'])
  assert.deepEqual([await world.count('firm'), await world.count('history')], [before[0]! + 1, before[1]! + 1])
})

test('of many, the refused do not stop the others, and answers come in the order given', async () => {
  const outcomes = await createMany(world.program, 'firm', [{ name: 'Raz', taxNumber: 'r' }, { taxNumber: 'x' }, { name: 'Dwa', taxNumber: 'r' }, { name: 'Trzy' }])
  assert.deepEqual(outcomes.map((one) => (isRefused(one) ? one.refused.refusals[0]!.code : 'made')), ['made', 'required', 'not_unique', 'made'])
  assert.deepEqual(outcomes.map(({ n }) => n), [0, 1, 2, 3])
})

test('rolled back, nothing remains: no record, no history, no event', async () => {
  const before = [await world.count('firm'), await world.count('history'), await world.count('outbox')]
  await world.db.transaction(async (db) => {
    await create({ ...world.program, db }, 'firm', { name: 'Nigdy' })
    throw new Error('no')
  }).catch(() => undefined)
  assert.deepEqual([await world.count('firm'), await world.count('history'), await world.count('outbox')], before)
})

test('what follows from a record is written with it, as the program, in one operation, or not at all', async () => {
  const seller = await world.person('Ula', { firm: ['create', 'read'], worker: ['create', 'read'] })
  const firm = await create(seller, 'firm', { name: 'Pracodawca' })
  const worker = await create(seller, 'worker', { first: 'Jan', last: 'Kos', firm: firm.id })
  assert.equal(worker.name, 'Jan Kos')
  const jobs = await world.db.rows<{ id: string; created_by: string; since: string }>(sql`select id, created_by, since from employment where worker = ${worker.id}`)
  assert.deepEqual(jobs.map(({ created_by, since }) => [created_by, since]), [[seller.id, '2026-11-23']])
  const [mine, its] = [(await world.historyOf(worker.id))[0]!, (await world.historyOf(jobs[0]!.id))[0]!]
  assert.ok(mine.operation !== null && mine.operation === its.operation)
})

test('the program may bring ids, moments and authors of its own; a person may not', async () => {
  const id = '01900000-0000-7000-8000-00000000abcd'
  const [made] = await createMany(world.program, 'firm', [{ id, name: 'Stara', createdAt: '2025-03-01T10:00:00.000Z', createdBy: null }])
  assert.equal(made!.id, id)
  const [row] = await world.db.rows<{ created_at: string }>(sql`select created_at from firm where id = ${id}`)
  assert.equal(row!.created_at, '2025-03-01T10:00:00.000Z')
  assert.equal((await world.historyOf(id))[0]!.at, '2025-03-01T10:00:00.000Z')
})

test('the answer to a creation is what one would read of the record, whoever asks', async () => {
  const [group, tag] = [await world.given('group', { name: 'G' }), await world.given('tag', { name: 'T' })]
  const administrator = await world.person('Administratorka', {}, { all: true })
  const people = [world.program, administrator, await world.person('Zwykły', { firm: ['create', 'read:own'], group: ['read'] }, { fields: { firm: { city: 'none' } } })]
  for (const who of people) {
    for (const values of [{ name: 'A' }, { name: 'B', group, tags: [tag] }, { name: 'C', turnover: { amount: '7.00', currency: 'EUR' }, phones: [{ kind: 'work', value: '601 234 567' }], ...(who === world.program ? { rating: '4.5' } : {}) }]) {
      const made = await create(who, 'firm', values)
      assert.deepEqual(made, await one(who, 'firm', made.id), `${who.who.name} ${values.name}`)
    }
    const worker = who === people[2] ? null : await create(who, 'worker', { first: 'Jan', last: 'Kos' })
    if (worker !== null) assert.deepEqual(worker, await one(who, 'worker', worker.id))
  }
})
