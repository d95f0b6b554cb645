import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'
import { made, type Made } from '../app/testing/stories.ts'

let house: House
let director: Caller
let assistant: Caller
let colleague: Caller
let administrator: Caller

before(async () => {
  house = await startHouse()
  director = await house.person('Dyrektorka', {})
  assistant = await house.person('Asystent', {})
  colleague = await house.person('Kolega', {})
  administrator = await house.person('Administratorka', { all: true })
})
after(() => house.end())

const meeting = (by: Caller, values: object = {}) => made(by, 'activity', { title: 'Rada', type: 'meeting', start: '2026-11-24T09:00:00Z', owner: director.id, ...values })
const sees = async (who: Caller, { id }: Made) => (await who.get(`/api/records/activity/${id}`)).status === 200
const lists = async (who: Caller, { id }: Made) => (await who.get('/api/records/activity?columns=title&where=title%20is%20not%20empty')).body.rows.some((row: Made) => row.id === id)
const move = (who: Caller, { id, version }: Made) => who.send('PATCH', `/api/records/activity/${id}`, { version, start: '2026-11-24T10:00:00Z', end: '2026-11-24T11:00:00Z' })

test('what somebody owns is his alone until somebody is named on it', async () => {
  const alone = await meeting(director)
  assert.deepEqual([await sees(director, alone), await sees(colleague, alone), await lists(colleague, alone)], [true, false, false])
  const shared = await meeting(director, { participants: [colleague.id] })
  assert.deepEqual([await sees(colleague, shared), await lists(colleague, shared)], [true, true])
  assert.equal((await move(colleague, shared)).status, 403)
})

test('an assistant with the right keeps the director’s calendar, and does not see what is private', async () => {
  assert.equal((await assistant.send('POST', '/api/records/activity', { title: 'Obcy', type: 'meeting', start: '2026-11-24T09:00:00Z', owner: director.id })).status, 403)
  await made(director, 'calendarShare', { person: assistant.id, level: 'edit' })
  const open = await meeting(director)
  const secret = await meeting(director, { title: 'Lekarz', private: true })
  assert.deepEqual([await sees(assistant, open), await sees(assistant, secret), await lists(assistant, secret)], [true, false, false])
  assert.equal((await move(assistant, open)).status, 200)
  assert.equal((await move(assistant, secret)).status, 404)
  await meeting(assistant, { title: 'Wpisane przez asystenta' })
})

test('what is private or restricted is out of the administrator’s sight too, and history tells nothing', async () => {
  const open = await meeting(director)
  const secret = await meeting(director, { private: true })
  const restricted = await meeting(director, { restrictedTo: [colleague.id] })
  assert.deepEqual([await sees(administrator, open), await sees(administrator, secret), await sees(administrator, restricted)], [true, false, false])
  assert.equal(await sees(colleague, restricted), true)
  assert.equal((await administrator.get(`/api/records/activity/${secret.id}/history`)).status, 404)
  assert.equal((await move(administrator, secret)).status, 404)
  assert.equal((await administrator.send('DELETE', `/api/records/activity/${secret.id}?version=${secret.version}`)).status, 404)
})

test('whoever gives work to another stays its delegator, and the other may do it', async () => {
  const task = await made(colleague, 'activity', { title: 'Oferta', type: 'task', owner: assistant.id, due: '2026-11-25T12:00:00Z' })
  const read = (await colleague.get(`/api/records/activity/${task.id}`)).body
  assert.deepEqual([read.delegatedBy.id, read.delegation], [colleague.id, 'asked'])
  const done = await assistant.send('PATCH', `/api/records/activity/${task.id}`, { version: task.version, state: 'done' })
  assert.equal(done.status, 200)
  assert.notEqual(done.body.doneAt, null)
  assert.equal(await sees(director, task), false)
})

test('a substitute reaches the work of whom he stands for, on those days only', async () => {
  const task = await made(director, 'activity', { title: 'Przetarg', type: 'task' })
  assert.equal(await sees(colleague, task), false)
  const days = await made(director, 'substitution', { substitute: colleague.id, from: '2020-01-01', until: '2020-01-31' })
  assert.equal(await sees(colleague, task), false)
  assert.equal((await director.send('PATCH', `/api/records/substitution/${days.id}`, { version: days.version, until: null })).status, 200)
  assert.equal(await sees(colleague, task), true)
})

test('what belongs to a customer is seen with the customer', async () => {
  const firm = await made(administrator, 'company', { name: 'Huta Szkła' })
  const visit = await made(administrator, 'activity', { title: 'Wizyta w hucie', type: 'visit', company: firm.id, owner: director.id, start: '2026-11-24T09:00:00Z' })
  const seller = await house.person('Sprzedawca', { grants: [{ role: 'Handlowiec', object: 'company', verb: 'read', scope: 'all', rule: null }] })
  assert.equal(await sees(seller, visit), true)
  assert.equal(await sees(await house.person('Obca', {}), visit), false)
})

test('a privately marked entry has no trace in counts, groups or search of others', async () => {
  await meeting(director, { title: 'Zebranie u notariusza', private: true })
  const [counted, grouped, found] = await Promise.all([
    administrator.get('/api/records/activity?columns=title&count=true&where=title%20%3D%20%27Zebranie%20u%20notariusza%27'),
    administrator.get('/api/records/activity/groups?by=title&measures=count'),
    administrator.get('/api/search?q=notariusza'),
  ])
  assert.equal(counted.body.count.value, 0)
  assert.doesNotMatch(grouped.text + found.text, /notariusz/)
})

test('whoever looks with somebody else’s eyes sees his work and not what is private', async () => {
  const open = await meeting(director, { title: 'Otwarte' })
  const secret = await meeting(director, { title: 'Rozmowa w kadrach', private: true })
  const eyes = await house.person('Patrzący', { userId: director.id, borrowed: true, fingerprint: 'borrowed' })
  assert.deepEqual([await sees(director, secret), await sees(eyes, open), await sees(eyes, secret), await lists(eyes, secret)], [true, true, false, false])
  const found = await Promise.all(['/api/search?q=kadrach', '/api/records/activity/groups?by=title&measures=count', '/api/my-day', '/api/calendar?from=2026-11-01T00:00:00Z&until=2026-12-01T00:00:00Z&mine=true'].map((path) => eyes.get(path)))
  assert.deepEqual(found.map(({ status }) => status), [200, 200, 200, 200])
  assert.doesNotMatch(found.map(({ text }) => text).join(), /kadrach/)
})
