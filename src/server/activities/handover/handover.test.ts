import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Values } from '../../../contract/definition.ts'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { made, read, refused, type Made } from '../../app/testing/stories.ts'
import { finishRun, runTools, takeUp } from '../../kernel/jobs/runs.ts'
import type { MassResult } from '../../kernel/records/mass.ts'
import type { HandOver } from './contract.ts'
import { handOverJob } from './actions.ts'

let house: House
let leaver: Caller
let taker: Caller
let superior: Caller
let stranger: Caller
let administrator: Caller
let firm: Made

before(async () => {
  house = await startHouse()
  const usersRead = [{ role: 'Każdy', object: 'user', verb: 'read' as const, scope: 'all' as const, rule: null }]
  leaver = await house.person('Odchodzący', { grants: usersRead })
  taker = await house.person('Przejmująca', { grants: usersRead })
  stranger = await house.person('Obcy', { grants: usersRead })
  superior = await house.person('Szefowa', { grants: usersRead, subordinates: [leaver.id!] })
  administrator = await house.person('Administratorka', { all: true })
  firm = await made(administrator, 'company', { name: 'Klient', owner: stranger.id })
  await house.caughtUp()
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const future = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()
const work = (values: Values) => made(leaver, 'activity', { type: 'task', ...values })
const ask = (by: Caller, body: object) => by.send('POST', '/api/activities/hand-over', { from: leaver.id, ...body })
const owner = async (record: Made, by: Caller = administrator) => ((await read(by, 'activity', record.id)).owner as Made | null)?.id

/** As the worker does it. */
async function done(by: Caller, id: string): Promise<MassResult> {
  const run = (await takeUp(house.world.db, id))!
  const who = { ...house.ctx.who, userId: by.id, name: 'Szefowa' }
  const result = (await handOverJob.run({ ...house.ctx, who, now: new Date() }, run.payload as HandOver, { run: runTools(run, new AbortController().signal), signal: new AbortController().signal, attempt: 1, progress: async () => undefined, cancelled: async () => false })) as MassResult
  await finishRun(house.world.db, id, { state: 'done', result })
  return result
}

test('whoever leaves hands all open work over: counted before, moved with delegators and watchers kept, taken back by one undo; private things stay', async () => {
  const task = await work({ title: 'Zadanie', due: future(-3) })
  const given = await made(administrator, 'activity', { title: 'Zlecone', type: 'task', owner: leaver.id, watchers: [stranger.id] })
  const meeting = await work({ title: 'Spotkanie', type: 'meeting', start: future(2) })
  const past = await work({ title: 'Było', type: 'meeting', start: future(-2) })
  const closed = await work({ title: 'Zrobione', state: 'done' })
  const secret = await work({ title: 'Lekarz', private: true })
  // What was told of it when it was made is told of its owner then.
  await house.caughtUp()
  const counted = await ask(superior, { to: taker.id, dryRun: true })
  assert.deepEqual([counted.status, counted.body.run, counted.body.counts, counted.body.to], [200, null, { tasks: 2, overdue: 1, meetings: 1, recurring: 0, total: 3, private: null }, [{ id: taker.id, name: 'Przejmująca', count: 3 }]])
  assert.equal(await owner(task), leaver.id)
  const begun = await ask(superior, { to: taker.id })
  const result = await done(superior, begun.body.run)
  assert.deepEqual([result.changed, result.refused, result.operation], [3, 0, begun.body.run])
  assert.deepEqual(await Promise.all([task, given, meeting, past, closed].map((one) => owner(one))), [taker.id, taker.id, taker.id, leaver.id, leaver.id])
  assert.equal(await owner(secret, leaver), leaver.id)
  const [moved, plain] = [await read(administrator, 'activity', given.id), await read(administrator, 'activity', task.id)] as any[]
  assert.deepEqual([moved.delegatedBy.id, moved.watchers[0].id, plain.delegatedBy], [administrator.id, stranger.id, null])
  await house.caughtUp()
  const told = await house.world.db.rows<{ kind: string; title: { pl: string } }>(sql`select kind, title from notice where person = ${taker.id}::uuid`)
  assert.deepEqual(told.map(({ kind, title }) => [kind, title.pl]), [['activity.handedOver', 'Szefowa przekazuje Ci pracę: 3 działania (Odchodzący)']])
  assert.equal((await administrator.send('POST', '/api/undo', { operation: begun.body.run })).body.undone, 3)
  const back = await read(administrator, 'activity', task.id) as any
  assert.deepEqual([back.owner.id, back.delegatedBy], [leaver.id, null])
})

test('who is away hands over the days he is away, and sees how many private things stay', async () => {
  const [near, far] = [await work({ title: 'Blisko', due: '2030-05-10T10:00:00Z' }), await work({ title: 'Daleko', due: '2030-05-20T10:00:00Z' })]
  const { body } = await ask(leaver, { to: taker.id, which: 'future', since: '2030-05-06', until: '2030-05-12' })
  assert.deepEqual([body.counts.total, body.counts.private], [1, 0])
  await done(leaver, body.run)
  assert.deepEqual([await owner(near), await owner(far)], [taker.id, leaver.id])
})

test('work goes to the owners of its customers; what has none stays and is counted', async () => {
  const [ofFirm, ofNobody] = [await made(administrator, 'activity', { title: 'U klienta', type: 'task', owner: leaver.id, company: firm.id, due: '2031-05-10T10:00:00Z' }), await work({ title: 'Bez klienta', due: '2031-05-10T10:00:00Z' })]
  const { body } = await ask(administrator, { toCustomersOwners: true, which: 'future', since: '2031-01-01', until: '2031-12-31' })
  assert.deepEqual([body.to.map(({ id, count }: any) => [id, count]), body.left], [[[stranger.id, 1]], 1])
  await done(administrator, body.run)
  assert.deepEqual([await owner(ofFirm), await owner(ofNobody)], [stranger.id, leaver.id])
})

test('nobody hands over another’s work without being his superior, nor to whom it makes no sense', async () => {
  assert.equal((await ask(stranger, { to: stranger.id, dryRun: true })).status, 403)
  assert.equal((await stranger.get(`/api/users/${leaver.id}/open-work`)).status, 403)
  assert.deepEqual(await refused(ask(superior, { to: leaver.id })), ['hand_over.same to'])
  assert.deepEqual(await refused(ask(superior, {})), ['hand_over.to_whom to'])
  assert.deepEqual(await refused(ask(superior, { to: taker.id, toCustomersOwners: true })), ['hand_over.to_both to'])
  assert.deepEqual(await refused(ask(superior, { to: '01900000-0000-7000-8000-000000000000' })), ['link_not_there to'])
  assert.deepEqual(await refused(ask(superior, { to: taker.id, since: '2030-02-02', until: '2030-02-01' })), ['hand_over.reversed until'])
  assert.deepEqual(await refused(ask(superior, { to: taker.id, which: 'future', since: '2040-02-02', until: '2040-02-03' })), ['hand_over.nothing from'])
  const former = await house.person('Były', {})
  await house.world.db.rows(sql`update "user" set active = false where id = ${former.id}::uuid`)
  assert.deepEqual(await refused(ask(superior, { to: former.id })), ['hand_over.inactive to'])
})

test('before somebody is turned off his page says what he would leave behind', async () => {
  const { status, body } = await superior.get(`/api/users/${leaver.id}/open-work`)
  assert.deepEqual([status, body.total > 0, body.private, body.mayHandOver], [200, true, null, true])
  assert.equal((await leaver.get(`/api/users/${leaver.id}/open-work`)).body.private, 1)
})
