import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../expression/sql.ts'
import { made, startHouse, type Caller, type House } from '../app/testing/house.ts'
import { channel, type Message } from '../kernel/events/notify.ts'

let house: House
let anna: Caller
let jan: Caller
let boss: Caller
before(async () => {
  house = await startHouse()
  const grants = [{ role: 'test', object: 'company', verb: 'read' as const, scope: 'all' as const, rule: null }]
  anna = await house.person('Anna', { grants })
  jan = await house.person('Jan', { grants })
  boss = await house.person('Szef', { grants, functions: new Set(['shareViews']) })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const view = (name: string, more: object = {}) => ({ object: 'company', name, scope: 'own', columns: ['name'], where: "name contains 'a'", ...more })
const names = async (by: Caller) => (await by.get('/api/views?object=company')).body.views.map((one: { name: string }) => one.name)

test('one’s own view is seen, changed and removed by oneself alone', async () => {
  const { body: saved } = await anna.send('POST', '/api/views', view('Moje'))
  assert.deepEqual([saved.mine, saved.mayChange, saved.version, saved.columns], [true, true, 1, ['name']])
  assert.deepEqual(await names(anna), ['Moje'])
  assert.deepEqual(await names(jan), [])
  assert.equal((await jan.send('PATCH', `/api/views/${saved.id}`, { version: 1, name: 'Cudze' })).status, 404)
  assert.equal((await jan.send('DELETE', `/api/views/${saved.id}`)).status, 404)
  const { body: changed } = await anna.send('PATCH', `/api/views/${saved.id}`, { version: 1, order: '-name' })
  assert.deepEqual([changed.version, changed.order, changed.where], [2, '-name', "name contains 'a'"])
  assert.equal((await anna.send('PATCH', `/api/views/${saved.id}`, { version: 1, name: 'Spóźnione' })).status, 409)
  assert.equal((await anna.send('DELETE', `/api/views/${saved.id}`)).status, 204)
  assert.deepEqual(await names(anna), [])
})

test('only who may share shows a view to others, and they cannot change it', async () => {
  assert.equal((await anna.send('POST', '/api/views', view('Dla wszystkich', { scope: 'shared' }))).status, 403)
  const { body: shared } = await boss.send('POST', '/api/views', view('Dla wszystkich', { scope: 'shared' }))
  assert.deepEqual(await names(jan), ['Dla wszystkich'])
  const refused = await jan.send('PATCH', `/api/views/${shared.id}`, { version: 1, name: 'Moje' })
  assert.deepEqual([refused.status, refused.body.code], [403, 'view.not_yours'])
  const { body: own } = await jan.send('POST', '/api/views', view('Jana'))
  assert.equal((await jan.send('PATCH', `/api/views/${own.id}`, { version: 1, scope: 'shared' })).status, 403)
  assert.deepEqual(await names(anna), ['Dla wszystkich'])
})

test('a view goes on without the columns that are gone and says which; renamed ones it shows by the names they have now', async () => {
  const both = (text: string) => ({ pl: text, en: text })
  const change = (changes: object[]) => house.all.send('POST', '/api/configuration/changes', { changes })
  const field = (name: string) => ({ object: 'company', name, label: both(name), type: 'text' })
  assert.equal((await change(['fleet', 'shift'].map((name) => ({ kind: 'field', id: '', version: null, body: field(name) })))).status, 200)
  const { body: saved } = await boss.send('POST', '/api/views', view('Floty', { columns: ['name', 'fleet', 'shift', 'parent.fleet'], order: '-fleet,shift,name', groupBy: 'fleet', scope: 'shared' }))
  assert.equal(saved.gone, undefined)
  assert.equal((await change([{ kind: 'field', id: 'company.fleet', version: 1, body: null }, { kind: 'field', id: 'company.shift', version: 1, body: field('rota') }])).status, 200)
  const { body } = await jan.get('/api/views?object=company')
  const now = body.views.find(({ id }: { id: string }) => id === saved.id)
  assert.deepEqual([now.columns, now.order, now.groupBy, now.gone], [['name', 'rota'], 'rota,name', null, ['fleet', 'parent.fleet']])
  const asked = await jan.get(`/api/records/company?columns=${now.columns.join()}&order=${now.order}`)
  assert.equal(asked.status, 200, asked.text)
  const { body: kept } = await boss.send('PATCH', `/api/views/${saved.id}`, { version: 1, columns: now.columns, order: now.order, groupBy: null })
  assert.equal(kept.gone, undefined)
})

test('of a column that the reader may not see nothing is said', async () => {
  const { body: saved } = await boss.send('POST', '/api/views', view('Z NIP', { columns: ['name', 'nip'], scope: 'shared' }))
  const blind = await house.person('Ola', { grants: [{ role: 'test', object: 'company', verb: 'read', scope: 'all', rule: null }], fields: { company: { nip: 'none' } } })
  const seen = (await blind.get('/api/views?object=company')).body.views.find(({ id }: { id: string }) => id === saved.id)
  assert.deepEqual([seen.columns, seen.gone], [['name'], undefined])
})

test('a view for a role is seen by those who hold it', async () => {
  const role = await made(house.ctx, 'role')
  await boss.send('POST', '/api/views', view('Handlowa', { scope: 'role', roles: [role.id] }))
  assert.ok(!(await names(jan)).includes('Handlowa'))
  const { body: user } = await house.all.get(`/api/records/user/${jan.id}`)
  assert.equal((await house.all.send('PATCH', `/api/records/user/${jan.id}`, { version: user.version, roles: [role.id] })).status, 200)
  assert.ok((await names(jan)).includes('Handlowa'))
  assert.ok(!(await names(anna)).includes('Handlowa'))
})

test('a view of an object one may not read is refused like one of none', async () => {
  for (const object of ['person', 'nonsense', '__proto__']) {
    const { status, body } = await anna.send('POST', '/api/views', view('x', { object }))
    assert.deepEqual([status, body.fields[0].field], [404, 'object'])
  }
})

test('what was typed and not saved comes back to the same person, and to nobody else', async () => {
  const values = { name: 'Nie dokończ', phones: [{ kind: 'mobile', value: '60' }] }
  assert.equal((await anna.send('PUT', '/api/drafts/company/new', { values })).status, 204)
  assert.deepEqual((await anna.get('/api/drafts/company/new')).body.values, values)
  assert.equal((await jan.get('/api/drafts/company/new')).body.values, null)
  assert.equal((await anna.send('PUT', '/api/drafts/company/new', { values: { text: 'x'.repeat(2_000_001) } })).status, 413)
  await anna.send('DELETE', '/api/drafts/company/new')
  assert.equal((await anna.get('/api/drafts/company/new')).body.values, null)
})

test('of what one person typed and left the newest 200 are kept', async () => {
  await house.world.db.rows(sql`insert into draft (user_id, object, key, "values", updated_at)
    select ${anna.id}, 'company', 'old' || n, '{}', now() - make_interval(hours => n) from generate_series(1, 210) n`)
  await jan.send('PUT', '/api/drafts/company/mine', { values: { name: 'Jana' } })
  await anna.send('PUT', '/api/drafts/company/newest', { values: { name: 'Nowy' } })
  const kept = await house.world.db.rows<{ key: string }>(sql`select key from draft where user_id = ${anna.id}`)
  assert.deepEqual([kept.length, ...['newest', 'old199', 'old200'].map((key) => kept.some((one) => one.key === key))], [200, true, true, false])
  assert.deepEqual((await jan.get('/api/drafts/company/mine')).body.values, { name: 'Jana' })
})

test('who looks at a record hears at once that another came or went, and nobody else does', async () => {
  const { id } = await made(house.ctx, 'company')
  const heard: Message[] = []
  const deaf = await house.world.db.listen(channel, (payload) => void heard.push(...(JSON.parse(payload) as Message[]).filter((message) => 'k' in message && message.k === 'presence')))
  const look = (by: Caller, more = {}) => by.send('POST', '/api/presence', { object: 'company', id, ...more })
  const told = async (count: number) => {
    for (const end = Date.now() + 10_000; heard.length < count && Date.now() < end; ) await new Promise((resume) => setTimeout(resume, 10))
    return heard
  }
  await look(anna)
  await look(jan)
  assert.deepEqual(await told(1), [{ k: 'presence', to: [anna.id], id }])
  await look(jan) // he is known to be there: no news
  await look(jan, { leaving: true })
  assert.deepEqual((await told(2)).slice(1), [{ k: 'presence', to: [anna.id], id }])
  await deaf()
})

test('who else looks at a record is told to those who may see it', async () => {
  const { id } = await made(house.ctx, 'company')
  const look = async (by: Caller, more = {}) => (await by.send('POST', '/api/presence', { object: 'company', id, ...more })).body.others
  assert.deepEqual(await look(anna), [])
  assert.deepEqual(await look(jan), [{ id: anna.id, name: 'Anna' }])
  const blind = await house.person('Nikt', {})
  assert.equal((await blind.send('POST', '/api/presence', { object: 'company', id })).body.others?.length ?? 0, 0)
  assert.deepEqual(await look(anna), [{ id: jan.id, name: 'Jan' }])
  await look(jan, { leaving: true })
  assert.deepEqual(await look(anna), [])
})
