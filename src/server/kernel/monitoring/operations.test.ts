import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { raw, sql } from '../../../expression/sql.ts'
import { ensureMonths } from '../history/months.ts'
import { sampleWorld, type SampleWorld } from '../records/sample-world.ts'
import { flushOperations, recordOperation, waitingOperations } from './operations.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

test('what a person did is kept with who, what, from where and when; also when his own transaction is rolled back', async () => {
  const anna = await world.person('Anna', {})
  const ctx = { ...anna, origin: { via: 'web' as const, ip: '10.0.0.7', agent: 'Firefox\u0000', session: 's1' } }
  await world.db.transaction(async (db) => {
    recordOperation({ ...ctx, db }, { what: 'list', object: 'firm', detail: { where: `city = 'Łódź\u0000'`, search: '\\u0000', by: ['half \ud800'] }, ms: 3.5 })
    throw new Error('no')
  }).catch(() => undefined)
  recordOperation({ ...ctx, origin: { ...ctx.origin, ip: 'not an address' } }, { what: 'open', object: 'firm', record: 'not an id' })
  await flushOperations(world.db)
  const rows = await world.db.rows(sql`select what, object, record, detail, by, via, host(ip) as ip, agent, at from operation_log where by = ${anna.id}::uuid order by id`)
  assert.deepEqual(rows, [
    { what: 'list', object: 'firm', record: null, detail: { where: `city = 'Łódź'`, search: '\\u0000', by: ['half \ufffd'] }, by: anna.id, via: 'web', ip: '10.0.0.7', agent: 'Firefox', at: world.now.toISOString() },
    { what: 'open', object: 'firm', record: null, detail: null, by: anna.id, via: 'web', ip: null, agent: 'Firefox', at: world.now.toISOString() },
  ])
})

test('it is written within a second or at 500, and nothing is lost when many come at once', async () => {
  const before = await world.count('operation_log')
  for (let n = 0; n < 3_000; n++) recordOperation(world.program, { what: 'open', object: 'firm', detail: { n } })
  for (const end = Date.now() + 5_000; Date.now() < end && waitingOperations(world.db) > 0; ) await new Promise((resume) => setTimeout(resume, 20))
  assert.equal(await world.count('operation_log'), before + 3_000)
  recordOperation(world.program, { what: 'open' })
  for (const end = Date.now() + 3_000; Date.now() < end && waitingOperations(world.db) > 0; ) await new Promise((resume) => setTimeout(resume, 20))
  assert.equal(await world.count('operation_log'), before + 3_001)
})

test('when the database cannot keep up the callers wait instead of memory filling', async () => {
  const waits = Array.from({ length: 12_000 }, () => recordOperation(world.program, { what: 'open' })).filter((wait) => wait !== undefined)
  assert.ok(waits.length > 0)
  await Promise.all(waits)
  await flushOperations(world.db)
  assert.equal(waitingOperations(world.db), 0)
})

test('nothing in it can be changed, deleted or emptied, in no part of it', async () => {
  recordOperation(world.program, { what: 'open' })
  await flushOperations(world.db)
  const far = new Date('2031-05-10T10:00:00Z')
  recordOperation({ ...world.program, now: far }, { what: 'far' })
  await flushOperations(world.db)
  await ensureMonths(world.db, 'operation_log', far, far)
  const counted = await world.count('operation_log')
  const parts = await world.db.rows<{ part: string }>(sql`select inhrelid::regclass::text as part from pg_inherits where inhparent = 'operation_log'::regclass`)
  for (const part of ['operation_log', ...parts.map(({ part }) => part)]) {
    for (const statement of [`update ${part} set what = 'x'`, `delete from ${part}`, `truncate ${part}`]) {
      const [row] = await world.db.connection(async (client) => (await client.query<{ n: number }>(`select count(*)::int as n from ${part}`)).rows)
      if (row!.n === 0 && !statement.startsWith('truncate')) continue
      await assert.rejects(world.db.rows(raw(statement)), /only added to/, statement)
    }
  }
  assert.equal(await world.count('operation_log'), counted)
})

test('recording costs a request next to nothing', async () => {
  const count = 20_000
  const started = performance.now()
  for (let n = 0; n < count; n++) await recordOperation(world.program, { what: 'list', object: 'firm', detail: { where: 'owner = me', columns: ['name', 'city'] } })
  await flushOperations(world.db)
  const each = (performance.now() - started) / count
  assert.ok(each < 0.5, `${each.toFixed(3)} ms each`)
})
