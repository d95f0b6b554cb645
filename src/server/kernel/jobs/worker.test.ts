import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { raw, sql } from '../../../expression/sql.ts'
import { createMany } from '../records/create.ts'
import { massChange, type MassResult } from '../records/mass.ts'
import { refusalOf, sampleWorld, type SampleWorld } from '../records/sample-world.ts'
import { undoInBackground, undoJob, type UndoResult } from '../records/undo-run.ts'
import { undo } from '../records/undo.ts'
import { newId } from '../db/uuid7.ts'
import { defineJob, type AnyJob } from './define.ts'
import { enqueue } from './enqueue.ts'
import { cancelRun, runOf, runs, startRun } from './runs.ts'
import { startWorker, type Worker } from './worker.ts'
import { massJob } from '../records/mass.ts'

let world: SampleWorld
before(async () => {
  world = await sampleWorld()
  await world.db.rows(raw('create table step_done (name text, step integer, pid integer, unique (name, step))'))
})
after(() => world.end())

const defaults = { language: 'pl', timeZone: 'Europe/Warsaw', currency: 'PLN' } as const
const begin = (jobs: readonly AnyJob[], personOf: Parameters<typeof startWorker>[0]['personOf'] = async () => null): Promise<Worker> =>
  startWorker({ db: world.db, jobs, registry: () => world.registry, personOf, defaults })

async function until<T>(ask: () => Promise<T | null | undefined | false>, ms = 40_000): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((resume) => setTimeout(resume, 25))) {
    const answer = await ask()
    if (answer) return answer
  }
  return assert.fail('it did not come to pass')
}

const ended = (id: string) => until(async () => { const run = await runOf(world.program, id); return run !== null && run.state !== 'queued' && run.state !== 'running' && run })

const children = new Set<ChildProcess>()
after(() => children.forEach((child) => child.kill('SIGKILL')))

function spawned(...args: Parameters<typeof spawn>): ChildProcess {
  const child = spawn(...args)
  children.add(child)
  return child
}

async function workerProcess(mode: string): Promise<ChildProcess> {
  const child = spawned(process.execPath, [fileURLToPath(new URL('sample-worker.ts', import.meta.url)), world.db.url, mode], { stdio: ['ignore', 'pipe', 'inherit'] })
  await heard(child, 'ready')
  return child
}

function heard(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve) => child.stdout!.on('data', (chunk: Buffer) => String(chunk).includes(word) && resolve()))
}

test('a job enqueued in a transaction that is rolled back never was; a committed one is done within a moment', async () => {
  const done: string[] = []
  const worker = await begin([defineJob<{ name: string }>({ name: 'test.note', run: async (_ctx, { name }) => void done.push(name) })])
  await world.db.transaction(async (tx) => {
    await enqueue(tx, 'test.note', { name: 'never' })
    throw new Error('no')
  }).catch(() => undefined)
  const started = Date.now()
  await world.db.transaction((tx) => enqueue(tx, 'test.note', { name: 'now' }))
  await until(async () => done.includes('now'))
  assert.ok(Date.now() - started < 1_500, `${Date.now() - started} ms`)
  assert.deepEqual(done, ['now'])
  await worker.stop()
})

test('while one with its key waits, a second is not added', async () => {
  assert.notEqual(await enqueue(world.db, 'test.keyed', {}, { key: 'a' }), null)
  assert.equal(await enqueue(world.db, 'test.keyed', {}, { key: 'a' }), null)
  assert.notEqual(await enqueue(world.db, 'test.keyed', {}, { key: 'b' }), null)
})

test('a job that fails is tried again', async () => {
  const attempts: number[] = []
  const worker = await begin([defineJob<object>({ name: 'test.fails', run: async (_ctx, _payload, { attempt }) => { attempts.push(attempt); if (attempt === 1) throw new Error('first') } })])
  await enqueue(world.db, 'test.fails', {})
  await until(async () => attempts.length === 2)
  assert.deepEqual(attempts, [1, 2])
  await worker.stop()
})

test('a run whose worker is killed goes on in another, and no step is done twice', async () => {
  const child = await workerProcess('hang')
  const id = await startRun(world.program, { kind: 'test.steps', title: { pl: 'Kroki', en: 'Steps' }, payload: { name: 'killed' } })
  await heard(child, 'hanging')
  child.kill('SIGKILL')
  const other = await workerProcess('fast')
  const run = await ended(id)
  assert.deepEqual([run.state, run.done, run.total], ['done', 10, 10])
  const rows = await world.db.rows<{ step: number; pid: number }>(sql`select step, pid from step_done where name = 'killed' order by step`)
  assert.deepEqual(rows.map(({ step }) => step), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  assert.deepEqual([...new Set(rows.map(({ pid }) => pid))], [child.pid, other.pid])
  other.kill('SIGTERM')
  await once(other, 'exit')
})

test('asked to end, a worker hands its run back and another goes on where it was', async () => {
  const child = await workerProcess('slow')
  const id = await startRun(world.program, { kind: 'test.steps', title: { pl: 'Kroki', en: 'Steps' }, payload: { name: 'handed' } })
  await until(async () => (await runOf(world.program, id))!.done >= 3)
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number]
  assert.equal(code, 0)
  const run = (await runOf(world.program, id))!
  assert.ok(run.state === 'running' && run.done < 10)
  const other = await workerProcess('fast')
  assert.equal((await ended(id)).done, 10)
  other.kill('SIGTERM')
  await once(other, 'exit')
})

test('a run stopped by its person keeps what was done and does no more; others may not see or stop it', async () => {
  const anna = await world.person('Anna', {})
  const slow = defineJob<object>({ name: 'test.slow', async run(ctx, _payload, { run }) { for (let done = 1; done <= 500; done++) { await run!.save(ctx.db, { done, total: 500 }); await new Promise((resume) => setTimeout(resume, 20)) } } })
  const worker = await begin([slow], async () => ({ who: anna.who, language: 'en', timeZone: 'Europe/Warsaw' }))
  const id = await startRun(anna, { kind: 'test.slow', title: { pl: 'Długo', en: 'Long' }, payload: {} })
  await until(async () => (await runOf(anna, id))!.done > 2)
  const stranger = await world.person('Obcy', {})
  assert.equal(await runOf(stranger, id), null)
  assert.equal((await refusalOf(cancelRun(stranger, id))).status, 404)
  await cancelRun(anna, id)
  const run = await ended(id)
  assert.equal(run.state, 'cancelled')
  assert.ok(run.done < 500)
  assert.deepEqual((await runs(anna)).map((one) => [one.id, one.title, one.by?.name]), [[id, 'Długo', 'Anna']])
  await worker.stop()
})

test('a mass change changes all that match, tells of the refused by reason, and is undone as one', async () => {
  const clerk = await world.person('Ewa', { firm: ['create', 'read', `change:all:description is empty`] })
  await createMany(clerk, 'firm', Array.from({ length: 1_200 }, (_, n) => ({ name: `Masowa ${n}`, city: 'Łódź' })))
  await createMany(world.program, 'firm', [{ name: 'Masowa zamknięta', city: 'Łódź', description: 'nie ruszać' }, { name: 'Inna', city: 'Gdańsk' }])
  const worker = await begin([massJob], async () => ({ who: clerk.who, language: 'pl', timeZone: 'Europe/Warsaw' }))
  const id = await massChange(clerk, { object: 'firm', where: `city = 'Łódź'`, work: { change: { city: 'Pabianice' } } })
  const run = await ended(id)
  const result = run.result as MassResult
  assert.deepEqual([run.state, run.total, run.done, result.changed, result.refused, result.reasons.map(({ code, count }) => [code, count])], ['done', 1_201, 1_201, 1_200, 1, [['not_allowed', 1]]])
  const cities = () => world.db.rows(sql`select city, count(*)::int as n from firm group by 1 order by 1`)
  assert.deepEqual(await cities(), [{ city: 'Gdańsk', n: 1 }, { city: 'Łódź', n: 1 }, { city: 'Pabianice', n: 1_200 }])
  assert.deepEqual((await undo(clerk, { operation: result.operation })).conflicts, [])
  assert.deepEqual(await cities(), [{ city: 'Gdańsk', n: 1 }, { city: 'Łódź', n: 1_201 }])
  await worker.stop()
})

test('a great operation is taken back in the background, as one operation that can be taken back again', async () => {
  const operation = newId()
  await createMany(world.program, 'group', Array.from({ length: 2_200 }, (_, n) => ({ name: `Wielka ${n}` })), { operation })
  const worker = await begin([undoJob])
  const run = await ended(await undoInBackground(world.program, operation))
  const result = run.result as UndoResult
  assert.deepEqual([run.state, run.done, result.undone, result.conflictCount, result.operation], ['done', 2_200, 2_200, 0, run.id])
  const there = () => world.db.rows(sql`select count(*)::int as n from "group" where deleted_at is null and name like 'Wielka%'`)
  assert.deepEqual(await there(), [{ n: 0 }])
  await undo(world.program, { operation: run.id })
  assert.deepEqual(await there(), [{ n: 2_200 }])
  await worker.stop()
})

test('what is wrong with a mass change is told before it begins', async () => {
  const clerk = await world.person('Iga', { firm: ['read', 'change'] })
  assert.equal((await refusalOf(massChange(clerk, { object: 'firm', where: 'nothing = 1', work: { change: {} } }))).status, 400)
  assert.equal((await refusalOf(massChange(clerk, { object: 'firm', all: true, work: { change: { rating: '1' } } }))).refusals[0]!.code, 'field_not_writable')
  assert.equal((await refusalOf(massChange(clerk, { object: 'firm', work: { delete: true } }))).status, 403)
})
