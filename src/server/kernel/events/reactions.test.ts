import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { sql } from '../../../expression/sql.ts'
import { change } from '../records/change.ts'
import { create, createMany } from '../records/create.ts'
import { sampleWorld, type SampleWorld } from '../records/sample-world.ts'
import { reactionFailures, retryFailure } from './failures.ts'
import { forgetOutbox, settleOutbox, type OutboxEvent } from './outbox.ts'
import { startReactions, type BatchReaction, type Reacting, type Reaction } from './reactions.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

const defaults = { language: 'pl', timeZone: 'Europe/Warsaw', currency: 'PLN' } as const
const react = (reactions: readonly (Reaction | BatchReaction)[]): Promise<Reacting> =>
  startReactions({ db: world.db, reactions, registry: () => world.registry, defaults, everyMs: 50, pauseMs: () => 30 })

async function until(ask: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resume) => setTimeout(resume, 20))) if (await ask()) return
  assert.fail('it did not come to pass')
}

test('a reaction hears of what it asked for, in order, each event once, also with two workers', async () => {
  const heard: OutboxEvent[] = []
  const reaction: Reaction = { name: 'test.hears', objects: ['firm'], verbs: ['create'], run: async (_ctx, event) => void heard.push(event) }
  const [one, two] = [await react([reaction]), await react([reaction])]
  const ids: string[] = []
  for (let n = 0; n < 20; n++) ids.push(await world.given('firm', { name: `F${n}` }))
  await change(world.program, 'firm', ids[0]!, { version: 1, values: { city: 'X' } })
  await world.given('tag', { name: 'nie dla niej' })
  await until(() => heard.length >= 20)
  await one.caughtUp()
  await two.caughtUp()
  assert.deepEqual(heard.map(({ record }) => record), ids)
  await one.stop()
  await two.stop()
})

test('one that commits late is not passed over', async () => {
  const heard: string[] = []
  const reacting = await react([{ name: 'test.late', objects: ['firm'], run: async (_ctx, { record }) => void heard.push(record) }])
  let commit: () => void = () => undefined
  const held = new Promise<void>((resolve) => (commit = resolve))
  let slow = ''
  let written: () => void = () => undefined
  const isWritten = new Promise<void>((resolve) => (written = resolve))
  const transaction = world.db.transaction(async (db) => {
    slow = (await create({ ...world.program, db }, 'firm', { name: 'Wolna' })).id
    written()
    await held
  })
  await isWritten
  const quick = await world.given('firm', { name: 'Szybka' })
  await reacting.caughtUp()
  await new Promise((resume) => setTimeout(resume, 150))
  commit()
  await transaction
  await until(() => heard.length === 2)
  assert.deepEqual(heard, [slow, quick])
  await reacting.stop()
})

test('what a reaction did not ask for is passed over: it hears nothing of it, and stands behind it all the same', async () => {
  const heard: string[] = []
  const tags: BatchReaction = { name: 'test.tags', objects: async () => ['tag'], runMany: async (_ctx, events) => void heard.push(...events.map(({ record }) => record)) }
  const reacting = await react([tags, { name: 'test.groups', objects: ['group'], run: async () => assert.fail('of no group was told') }])
  const tag = await world.given('tag', { name: 'słyszany' })
  await world.given('firm', { name: 'Niesłyszana' })
  await reacting.caughtUp()
  await until(() => heard.length > 0)
  const behind = async () => (await world.db.rows(sql`select name from reaction where name in ('test.tags', 'test.groups') and position = (select max(position) from outbox)`)).length
  await until(async () => (await behind()) === 2)
  assert.deepEqual(heard, [tag])
  await reacting.stop()
})

test('rolled back, nothing is heard', async () => {
  const heard: string[] = []
  const reacting = await react([{ name: 'test.rolled', run: async (_ctx, { record }) => void heard.push(record) }])
  await world.db.transaction(async (db) => {
    await create({ ...world.program, db }, 'firm', { name: 'Nigdy' })
    throw new Error('no')
  }).catch(() => undefined)
  const id = await world.given('firm', { name: 'Tak' })
  await until(() => heard.length > 0)
  assert.deepEqual(heard, [id])
  await reacting.stop()
})

test('an event a reaction fails on is set aside, seen, tried again, and does not stop the others; its writes are not kept', async () => {
  let failing = true
  const heard: string[] = []
  const reaction: Reaction = {
    name: 'test.fails',
    objects: ['firm'],
    async run(ctx, { record, key }) {
      await ctx.db.rows(sql`insert into sedno_state (key, value) values (${key}, '1')`)
      const [row] = await ctx.db.rows<{ name: string }>(sql`select name from firm where id = ${record}`)
      if (row!.name === 'Zła' && failing) throw new Error('nie teraz')
      heard.push(row!.name)
    },
  }
  const reacting = await react([reaction])
  await world.given('firm', { name: 'Zła' })
  await world.given('firm', { name: 'Dobra' })
  await until(() => heard.includes('Dobra'))
  await until(async () => (await reactionFailures(world.db)).length === 1)
  const [failure] = await reactionFailures(world.db)
  assert.match(failure!.error, /nie teraz/)
  const marks = () => world.db.rows<{ key: string }>(sql`select key from sedno_state where key like 'test.fails:%'`)
  assert.equal((await marks()).length, 1)
  failing = false
  await retryFailure(world.db, failure!)
  await until(() => heard.includes('Zła'))
  await until(async () => (await reactionFailures(world.db)).length === 0)
  assert.equal((await marks()).length, 2)
  await reacting.stop()
})

test('a worker that is cut off leaves its place to another, which goes on where it was', async () => {
  const heard: string[] = []
  const reaction: Reaction = { name: 'test.cut', objects: ['tag'], run: async (_ctx, { record }) => void heard.push(record) }
  const [one, two] = [await react([reaction]), await react([reaction])]
  const first = await world.given('tag', { name: 'c1' })
  await until(() => heard.length === 1)
  const client = new Client({ connectionString: world.db.url })
  await client.connect()
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'sedno reactions'`)
  await client.end()
  const second = await world.given('tag', { name: 'c2' })
  await until(() => heard.length === 2)
  assert.deepEqual(heard, [first, second])
  await one.stop()
  await two.stop()
})

test('a great batch is gone through, and what all have gone through is forgotten after a week', async () => {
  let count = 0
  const reacting = await react([{ name: 'test.many', objects: ['group'], run: async () => void count++ }])
  await createMany(world.program, 'group', Array.from({ length: 1_500 }, (_, n) => ({ name: `g${n}` })))
  await until(() => count === 1_500)
  await reacting.stop()
  await world.db.rows(sql`delete from reaction where name <> 'test.many'`)
  await forgetOutbox(world.db, new Date(world.now.getTime() + 6 * 86_400_000))
  assert.ok((await world.count('outbox')) > 1_500)
  await forgetOutbox(world.db, new Date(world.now.getTime() + 8 * 86_400_000))
  assert.equal(await world.count('outbox'), 0)
})

test('restored into another cluster, where transactions count anew, the outbox is still read in order', async () => {
  const heard: string[] = []
  const ids = [await world.given('tag', { name: 'r1' }), await world.given('tag', { name: 'r2' })]
  await world.db.rows(sql`update outbox set tx = '900000000000'`)
  await world.db.rows(sql`insert into reaction (name, tx, position) values ('test.restored', '800000000000', 0)`)
  await settleOutbox(world.db)
  const reacting = await react([{ name: 'test.restored', objects: ['tag'], run: async (_ctx, { record }) => void heard.push(record) }])
  await until(() => heard.length === 2)
  assert.deepEqual(heard, ids)
  await reacting.stop()
})

test('transactions are gone through in the order of their numbers, also where one has a digit more', async () => {
  const heard: string[] = []
  const ids = [await world.given('tag', { name: 'd9' }), await world.given('tag', { name: 'd10' })]
  for (const [n, id] of ids.entries()) await world.db.rows(sql`update outbox set tx = ${String(9 + n)}::xid8 where record = ${id}`)
  await world.db.rows(sql`insert into reaction (name, tx, position) values ('test.digits', '8', 0)`)
  const reacting = await react([{ name: 'test.digits', objects: ['tag'], run: async (_ctx, { record }) => void heard.push(record) }])
  await until(() => heard.length === 2)
  assert.deepEqual(heard, ids)
  await reacting.stop()
})
