import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { after, afterEach, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { raw, sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { startWorld, type World } from '../testing/world.ts'
import { deliverDue } from './deliver.ts'
import { putOut } from './queue.ts'
import { forgetSettled, lanesOf, troubled, tryAgain } from './state.ts'
import type { Outcome, Way } from './way.ts'

type Payload = { n: number }
let world: World
let ctx: Ctx
before(async () => {
  world = await startWorld()
  ctx = world.ctxOf()
  await world.db.rows(raw('create table handed (id uuid, n integer, attempt integer, pid integer)'))
})
after(() => world.end())
const children = new Set<ChildProcess>()
after(() => children.forEach((child) => child.kill('SIGKILL')))
afterEach(() => world.db.rows(raw('truncate outgoing, outgoing_lane, handed')))

const why = { pl: 'nie teraz', en: 'not now' }
/** A way that does what the test says, and the numbers it was given. */
function wayThat(deliver: (n: number, attempt: number) => Outcome<Payload> | Promise<Outcome<Payload>>, more: Partial<Way<Payload>> & { together?: number; paceMs?: number } = {}): Way<Payload> & { given: number[] } {
  const given: number[] = []
  const { together = 3, paceMs = 0, ...rest } = more
  const open: Way<Payload>['open'] = async () => ({ together, paceMs, close: () => undefined, async deliver(_ctx, { payload, attempt }) { given.push(payload.n); return deliver(payload.n, attempt) } })
  return { name: 'test', limitMs: 1_000, open, ...rest, given }
}
const sent = { kind: 'sent' } as const
const fill = (count: number, lane = '') => putOut(world.db, { way: 'test', lane }, Array.from({ length: count }, (_, n) => ({ key: `${lane}${n}`, payload: { n } })))
const states = async () => (await world.db.rows<{ state: string; attempts: number }>(sql`select state, attempts from outgoing order by id`)).map(({ state, attempts }) => `${state} ${attempts}`)
const pausesOver = () => world.db.rows(sql`with lanes as (update outgoing_lane set due_at = now()) update outgoing set due_at = now() where due_at is not null`)

test('two workers share the work: each parcel is handed over once', async () => {
  await fill(120)
  const way = wayThat(async () => { await new Promise((resume) => setTimeout(resume, 2)); return sent })
  const done = await Promise.all([deliverDue(ctx, way), deliverDue(ctx, way), deliverDue(ctx, way)])
  assert.equal(done.reduce((sum, one) => sum + one.sent, 0), 120)
  assert.deepEqual(way.given.toSorted((a, b) => a - b), Array.from({ length: 120 }, (_, n) => n))
})

test('what a killed worker had in hand is handed over again, once, by the next; what he had done is not', async () => {
  await fill(10)
  const child = spawn(process.execPath, [fileURLToPath(new URL('sample-worker.ts', import.meta.url)), world.db.url, 'hang'], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.add(child)
  await new Promise<void>((resolve) => child.stdout.on('data', (piece: Buffer) => String(piece).includes('hanging') && resolve()))
  const way = wayThat((_n, attempt) => (assert.equal(attempt, 2), sent))
  assert.equal((await deliverDue(ctx, way)).sent, 0, 'while he lives, it is his')
  await new Promise((resume) => setTimeout(resume, 50))
  child.kill('SIGKILL')
  await once(child, 'exit')
  const done = await world.db.rows<{ n: number }>(sql`select (payload->>'n')::int as n from outgoing where state = 'sent'`)
  const [first, second] = await Promise.all([deliverDue(ctx, way), deliverDue(ctx, way)])
  assert.equal(first.sent + second.sent, 10 - done.length)
  assert.ok(way.given.includes(3) && !done.some(({ n }) => way.given.includes(n)))
  assert.equal(new Set(way.given).size, way.given.length)
  assert.deepEqual([...new Set(await world.db.rows(sql`select state from outgoing`).then((rows) => rows.map(({ state }) => state)))], ['sent'])
})

test('what did not go waits longer each time, and is given up after a day; a person may have it tried once more', async () => {
  const id = (await fill(1))[0]!.id
  const way = wayThat(() => ({ kind: 'later', why, said: '451 later' }))
  const pauses: number[] = []
  for (let round = 0; round < 4; round++) {
    await deliverDue(ctx, way)
    await deliverDue(ctx, way)
    const [row] = await world.db.rows<{ pause: number }>(sql`select extract(epoch from due_at - paused_at)::int as pause from outgoing`)
    pauses.push(row!.pause)
    await pausesOver()
  }
  assert.deepEqual(pauses, [60, 120, 300, 600])
  await world.db.rows(sql`update outgoing set first_at = now() - interval '25 hours'`)
  await deliverDue(ctx, way)
  const [failed] = await troubled<Payload>(world.db, 'test')
  assert.deepEqual([failed!.state, failed!.why?.pl, failed!.said], ['failed', 'Zaprzestano prób po dobie. Ostatnia odpowiedź: nie teraz', '451 later'])
  assert.equal((await deliverDue(ctx, way)).sent, 0)
  assert.deepEqual(await tryAgain(world.db, 'test', [id]), [id])
  assert.equal((await deliverDue(ctx, wayThat(() => sent))).sent, 1)
})

test('a clock that was set back delays nothing: a time that was set in the future is over', async () => {
  await fill(1)
  await deliverDue(ctx, wayThat(() => ({ kind: 'later', why })))
  await world.db.rows(sql`update outgoing set paused_at = now() + interval '3 hours', due_at = now() + interval '3 hours 1 minute'`)
  assert.equal((await deliverDue(ctx, wayThat(() => sent))).sent, 1)
  await fill(1, 'a')
  await world.db.rows(sql`update outgoing set created_at = now() + interval '3 hours' where lane = 'a'`)
  assert.equal((await deliverDue(ctx, wayThat(() => sent))).sent, 1)
})

test('when nothing goes, one finds out and all wait as they were; then one goes ahead, and the others follow; another lane goes on', async () => {
  await fill(20, 'dead')
  await fill(5, 'alive')
  const dead = wayThat(() => sent, { together: 1 })
  const way = { ...dead, open: async (c: Ctx, lane: string) => (lane === 'alive' ? dead.open(c, lane) : { ...(await dead.open(c, lane)), deliver: async () => ({ kind: 'down' as const, why, said: 'ECONNREFUSED' }) }) }
  assert.equal((await deliverDue(ctx, way)).sent, 5)
  const [, lane] = await lanesOf(world.db, 'test')
  assert.deepEqual([lane!.lane, lane!.waiting, lane!.sending, lane!.down!.why.pl, lane!.down!.said], ['dead', 20, 0, 'nie teraz', 'ECONNREFUSED'])
  assert.ok((await states()).filter((state) => state === 'waiting 0').length === 20)
  const again = wayThat(() => sent)
  assert.equal((await deliverDue(ctx, again)).sent, 0, 'its pause is not over')
  await pausesOver()
  assert.equal((await deliverDue(ctx, again)).sent, 20)
  assert.ok((await lanesOf(world.db, 'test')).every(({ down }) => down === null))
})

test('one that hangs is over at its limit and holds up no other', async () => {
  await fill(6)
  const way = wayThat((n) => (n === 0 ? new Promise<Outcome<Payload>>(() => undefined) : sent), { limitMs: 150 })
  assert.equal((await deliverDue(ctx, way)).sent, 5)
  assert.deepEqual((await states()).toSorted().at(-1), 'waiting 1')
})

test('asked to end, a worker gives back what it has not begun', async () => {
  await fill(12)
  const stopping = new AbortController()
  const way = wayThat(() => { stopping.abort(); return sent }, { together: 1 })
  assert.equal((await deliverDue(ctx, way, stopping.signal)).sent, 1)
  assert.deepEqual((await states()).toSorted(), ['sent 1', ...Array.from({ length: 11 }, () => 'waiting 0')])
})

test('a fault of ours in what follows does not send it twice, and is not hushed up', async () => {
  await fill(1)
  const way = wayThat(() => sent, { settled: async () => { throw new Error('our fault') } })
  await assert.rejects(deliverDue(ctx, way), /our fault/)
  assert.deepEqual(await states(), ['sent 1'])
  assert.equal((await deliverDue(ctx, way)).sent, 0)
})

test('a lane with a pace keeps it, whoever else would help', async () => {
  await fill(11)
  const begun: number[] = []
  const way = wayThat(() => { begun.push(performance.now()); return sent }, { paceMs: 30, together: 5 })
  const [one, other] = await Promise.all([deliverDue(ctx, way), deliverDue(ctx, way)])
  assert.deepEqual([one.sent, other.sent].toSorted(), [0, 11])
  assert.ok(begun.at(-1)! - begun[0]! >= 290, 'ten pauses of 30 ms')
})

test('of callers who use one key at the same moment one puts it out, and all hear its id', async () => {
  const put = () => putOut(world.db, { way: 'test' }, [{ key: 'same', payload: { n: 1 } }])
  const all = (await Promise.all([put(), put(), put(), put()])).flat()
  assert.equal(new Set(all.map(({ id }) => id)).size, 1)
  assert.equal(all.filter(({ isNew }) => isNew).length, 1)
  const [a, b] = await putOut(world.db, { way: 'test' }, [{ key: 'twin', payload: { n: 1 } }, { key: 'twin', payload: { n: 2 } }])
  assert.deepEqual([a!.id === b!.id, a!.isNew], [true, true])
  assert.equal(b!.isNew, false)
})

test('what was sent long ago is forgotten; what waits or failed lately is not', async () => {
  await fill(3)
  await deliverDue(ctx, wayThat((n) => (n === 1 ? { kind: 'never', why } : n === 2 ? { kind: 'later', why } : sent)))
  await world.db.rows(sql`update outgoing set settled_at = settled_at - interval '91 days', created_at = created_at - interval '91 days'`)
  await forgetSettled(world.db)
  assert.deepEqual((await states()).toSorted(), ['failed 1', 'waiting 1'])
})
