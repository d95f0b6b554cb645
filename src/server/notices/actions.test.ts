import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'
import { changed, made, type Made } from '../app/testing/stories.ts'
import type { Notice } from './contract.ts'
import { routes as reminderRoutes } from '../reminders/index.ts'
import { routes } from './routes.ts'
import { deliver, told } from './testing/story.ts'

let house: House
let ania: Caller
let olek: Caller
let administrator: Caller
before(async () => {
  house = await startHouse()
  ania = await house.person('Ania', {})
  olek = await house.person('Olek', {})
  administrator = await house.person('Administratorka', { all: true })
})
after(() => house.end())

const listed = async (who: Caller, query = ''): Promise<Notice[]> => (await who.get(`/api/notices${query}`)).body.notices
const unread = async (who: Caller): Promise<number> => (await who.get('/api/notices/unread')).body.unread
const task = (values: object = {}) => made(ania, 'activity', { title: 'Oferta dla Fali', type: 'task', due: '2026-11-25T12:00:00Z', ...values })
const about = ({ id }: Made) => ({ object: 'activity', id })

test('whoever is told finds it in his notices, once for each key, and nobody else does', async () => {
  const offer = await task()
  await told(house.ctx, [ania.id!], { about: about(offer), key: 'once' })
  await told(house.ctx, [ania.id!], { about: about(offer), key: 'once', title: { pl: 'Drugi raz', en: 'Again' } })
  assert.deepEqual(await listed(ania), [], 'not before the worker asked whether she may see it')
  await Promise.all([deliver(house), deliver(house)])
  const [notice, ...others] = await listed(ania)
  assert.deepEqual([notice!.title, notice!.why, notice!.about, notice!.readAt, others.length], ['Nowe zadanie: Oferta', 'Dostajesz to, bo odpowiadasz za zadanie.', about(offer), null, 0])
  for (const other of [olek, administrator, house.all]) {
    assert.deepEqual(await listed(other), [])
    assert.equal((await other.get(`/api/notices/${notice!.id}`)).status, 404)
    await other.send('POST', '/api/notices/read', { ids: [notice!.id] })
  }
  assert.equal(await unread(ania), 1)
})

test('nobody is told of what he may not see, of what was rolled back, or when he is inactive', async () => {
  const secret = await task({ private: true })
  const former = await house.person('Były', {})
  await house.world.db.rows(sql`update "user" set active = false where id = ${former.id}`)
  await told(house.ctx, [olek.id!, administrator.id!, former.id!], { about: about(secret) })
  await told(house.ctx, [former.id!])
  await house.world.db.transaction(async (tx) => {
    await told({ ...house.ctx, db: tx }, [olek.id!])
    throw new Error('no')
  }).catch(() => undefined)
  await deliver(house)
  assert.deepEqual([await listed(olek), await listed(administrator), await house.world.db.rows(sql`select from notice where person = ${former.id}`)], [[], [], []])
})

test('of a record that is hidden since no word is told, neither in the list nor one by one nor among what went out', async () => {
  const open = await task({ participants: [olek.id] })
  await told(house.ctx, [olek.id!], { about: about(open), title: { pl: 'Tajne zadanie', en: 'Secret task' } })
  await deliver(house)
  const [before] = await listed(olek)
  assert.equal(before!.title, 'Tajne zadanie')
  await changed(ania, 'activity', open, { participants: [] })
  const answers = await Promise.all(['', '?show=unread', `/${before!.id}`, '/deliveries'].map((path) => olek.get(`/api/notices${path}`)))
  for (const { status, text } of answers) {
    assert.equal(status, 200)
    assert.doesNotMatch(text, /Tajne|Secret|Termin: jutro/)
    assert.ok(!text.includes(open.id))
  }
  const [now] = await listed(olek)
  assert.deepEqual([now!.hidden, now!.about, now!.body, now!.why, now!.title], [true, null, null, null, 'Powiadomienie o czymś, czego już nie widzisz'])
})

test('notices are read one by one or all, are unread again, and are paged and kept apart by kind', async () => {
  const jan = await house.person('Jan', {})
  for (let at = 0; at < 5; at++) await told(house.ctx, [jan.id!], { kind: at === 2 ? 'system.gateway' : 'test', title: { pl: `Nr ${at}`, en: `No ${at}` } })
  await deliver(house)
  const first = (await jan.get('/api/notices?limit=3')).body
  const rest = (await jan.get(`/api/notices?limit=3&before=${first.next}`)).body
  assert.deepEqual([...first.notices, ...rest.notices].map(({ title }: Notice) => title), ['Nr 4', 'Nr 3', 'Nr 2', 'Nr 1', 'Nr 0'])
  assert.deepEqual([rest.next, first.kinds], [null, [{ name: 'test', label: 'Inne' }, { name: 'system.gateway', label: 'Przerwa w wysyłaniu' }]])
  assert.deepEqual((await listed(jan, '?kind=system.gateway')).map(({ title }) => title), ['Nr 2'])
  const ids = first.notices.map(({ id }: Notice) => id)
  assert.deepEqual((await jan.send('POST', '/api/notices/read', { ids: ids.slice(0, 2) })).body, { unread: 3 })
  assert.deepEqual((await listed(jan, '?show=unread')).map(({ title }) => title), ['Nr 2', 'Nr 1', 'Nr 0'])
  assert.deepEqual((await jan.send('POST', '/api/notices/unread', { ids: ids.slice(0, 1) })).body, { unread: 4 })
  assert.deepEqual((await jan.send('POST', '/api/notices/read', { all: true })).body, { unread: 0 })
  assert.equal((await jan.get('/api/notices?limit=1000')).status, 400)
  assert.equal((await jan.get('/api/notices/nobody')).status, 400)
})

test('all that is one’s own is closed to whoever looks with his eyes: the routes are of the account, beside those of the settings', () => {
  const others = [...routes, ...reminderRoutes].filter(({ route }) => route.scope !== 'account' || route.whileActing === true).map(({ route }) => `${route.scope} ${route.method} ${route.path}`)
  assert.deepEqual(others, ['admin GET /api/notices/defaults', 'admin PUT /api/notices/defaults', 'admin GET /api/notices/push/state', 'admin POST /api/notices/push/retry'])
})
