import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { raw, sql } from '../../../expression/sql.ts'
import { startWorld, type World } from '../testing/world.ts'
import { inOneMessage } from './together.ts'

let world: World
before(async () => {
  world = await startWorld()
  await world.db.rows(sql`create table note (id integer primary key, text text)`)
})
after(() => world.end())

const notes = async () => (await world.db.rows<{ id: number }>(sql`select id from note order by id`)).map((row) => row.id)

test('values read in the API’s own shapes', async () => {
  const [row] = await world.db.rows(sql`select
    '2026-11-23 10:00:00.5+01'::timestamptz as moment, '2026-02-28'::date as day, '07:05'::time as hour, 12345678901234567890.10::numeric as exact,
    9007199254740991::bigint as big, null::date as nothing, array['2026-02-28', null]::date[] as days, array[1.50]::numeric[] as several,
    array['2026-11-23 10:00+00']::timestamptz[] as moments, array['0190b6f0-0000-7000-8000-000000000000']::uuid[] as ids, 'infinity'::timestamptz as never`)
  assert.deepEqual(row, {
    moment: '2026-11-23T09:00:00.500Z', day: '2026-02-28', hour: '07:05', exact: '12345678901234567890.10',
    big: 9007199254740991, nothing: null, days: ['2026-02-28', null], several: ['1.50'],
    moments: ['2026-11-23T10:00:00.000Z'], ids: ['0190b6f0-0000-7000-8000-000000000000'], never: 'infinity',
  })
})

test('a transaction that throws leaves nothing behind, and its error is the one that comes out', async () => {
  const attempt = world.db.transaction(async (tx) => {
    await tx.rows(sql`insert into note values (1, 'lost')`)
    throw new Error('changed my mind')
  })
  await assert.rejects(attempt, /changed my mind/)
  assert.deepEqual(await notes(), [])
})

test('a transaction whose failed statement was passed over in silence is not reported as kept', async () => {
  const attempt = world.db.transaction(async (tx) => {
    await tx.rows(sql`insert into note values (2, 'lost')`)
    await tx.rows(sql`select 1 / 0`).catch(() => undefined)
  })
  await assert.rejects(attempt, /nothing was kept/)
})

test('a nested transaction fails alone; the outer one goes on', async () => {
  await world.db.transaction(async (tx) => {
    await tx.rows(sql`insert into note values (10, 'kept')`)
    await assert.rejects(tx.transaction(async (inner) => {
      await inner.rows(sql`insert into note values (11, 'lost')`)
      await inner.rows(sql`insert into note values (10, 'doubled')`)
    }), { code: '23505' })
    await tx.transaction((inner) => inner.rows(sql`insert into note values (12, 'kept too')`))
  })
  assert.deepEqual(await notes(), [10, 12])
})

test('statements sent at once inside a transaction run one after another', async () => {
  const sums = await world.db.transaction((tx) => Promise.all([1, 2, 3].map((each) => tx.rows<{ n: number }>(sql`select ${each}::int + 1 as n`))))
  assert.deepEqual(sums.flat().map((row) => row.n), [2, 3, 4])
})

test('what waits for the commit happens after it, and not for what was rolled back', async () => {
  const done: string[] = []
  await world.db.transaction(async (tx) => {
    tx.afterCommit(() => done.push('outer'))
    await tx.transaction(async (inner) => inner.afterCommit(() => done.push('inner')))
    await assert.rejects(tx.transaction(async (inner) => {
      inner.afterCommit(() => done.push('never'))
      throw new Error('no')
    }))
    assert.deepEqual(done, [])
  })
  await assert.rejects(world.db.transaction(async (tx) => {
    tx.afterCommit(() => done.push('never'))
    throw new Error('no')
  }))
  assert.deepEqual(done, ['outer', 'inner'])
})

test('a prepared statement survives a field added to its table', async () => {
  const ask = () => world.db.prepared('all notes', 'select * from note where id = $1', [12])
  await Promise.all(Array.from({ length: 6 }, ask)) // in several connections
  await world.db.rows(sql`alter table note add column colour text default 'red'`)
  const [row] = await ask()
  assert.deepEqual(row, { id: 12, text: 'kept too', colour: 'red' })
})

test('a repeatable read transaction sees one moment', async () => {
  await world.db.transaction(async (tx) => {
    const before = await tx.rows(sql`select count(*) as n from note`)
    await world.db.rows(sql`insert into note values (50, 'meanwhile')`)
    assert.deepEqual(await tx.rows(sql`select count(*) as n from note`), before)
    await assert.rejects(tx.transaction((inner) => inner.rows(sql`insert into note values (51, 'no')`)), { code: '25006' })
  }, { isolation: 'repeatable read', readOnly: true })
})

test('what is announced is heard, also after the connection was lost', async () => {
  const heard: string[] = []
  let missed = 0
  const stop = await world.db.listen('news', (payload) => heard.push(payload), () => missed++)
  await world.db.rows(sql`select pg_notify('news', 'one')`)
  await until(() => heard.length === 1)
  await world.db.rows(sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'test ear' and datname = current_database()`)
  await until(() => missed === 1)
  await world.db.rows(sql`select pg_notify('news', 'two')`)
  await until(() => heard.length === 2)
  await stop()
  await world.db.rows(sql`select pg_notify('news', 'three')`)
  await pause(20)
  assert.deepEqual(heard, ['one', 'two'])
})

test('connections that were cut are replaced: the next statement works', async () => {
  await Promise.all([1, 2, 3].map(() => world.db.rows(sql`select pg_sleep(0.01)`)))
  await world.db.rows(raw(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`))
  await pause(20)
  assert.deepEqual(await Promise.all([1, 2, 3].map(async (each) => (await world.db.rows<{ n: number }>(sql`select ${each}::int as n`))[0]!.n)), [1, 2, 3])
})

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !isTrue(); tries++) await pause(10)
  assert.ok(isTrue(), 'did not come about within three seconds')
}

test('statements asked in one breath are each answered, or fail, by themselves, also when their table has changed', async () => {
  await world.db.rows(sql`create table page (id integer)`)
  await world.db.rows(sql`insert into page values (1)`)
  const all = async () => {
    const db = inOneMessage(world.db)
    const asked = [db.prepared('page-all', 'select * from page where id = $1', [1]), db.prepared('page-bad', 'select 1 / $1::int as no', [0]), db.prepared('page-none', 'select id from page where id = $1', [2])]
    return (await Promise.allSettled(asked)).map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as { code: string }).code))
  }
  assert.deepEqual(await all(), [[{ id: 1 }], '22012', []])
  await world.db.rows(sql`alter table page add column name text`)
  assert.deepEqual(await all(), [[{ id: 1, name: null }], '22012', []])
  assert.deepEqual(await world.db.transaction(async (tx) => Promise.all([...tx.together([{ name: 'page-all', text: 'select * from page where id = $1', values: [1] }])])), [[{ id: 1, name: null }]])
})
