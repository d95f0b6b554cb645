import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verbs } from '../../contract/definition.ts'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'

let house: House
let seller: Caller
before(async () => {
  house = await startHouse()
  const grants = ['company', 'person', 'tie', 'earlierName', 'succession', 'note'].flatMap((object) => verbs.map((verb) => ({ role: 'test', object, verb, scope: 'own' as const, rule: null })))
  seller = await house.person('Sprzedawca', { grants })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const company = async (name: string, values: object = {}, by: Caller = house.all) => (await by.send('POST', '/api/records/company', { name, ...values })).body
const act = (by: Caller, object: string, id: string, name: string, input: unknown) => by.send('POST', `/api/records/${object}/${id}/actions/${name}`, input)
const found = async (query: string) => (await house.all.get(`/api/search?q=${encodeURIComponent(query)}`)).body.hits.map((hit: { id: string }) => hit.id)
const ties = async (person: string) => (await house.all.get(`/api/records/tie?columns=company,position,since,until,main&where=${encodeURIComponent(`person = '${person}'`)}&order=since`)).body.rows

test('a renamed company is found by its earlier name too, and one undo takes both back', async () => {
  const { id } = await company('Stara Nazwa Ślusarz')
  const renamed = await act(house.all, 'company', id, 'rename', { name: 'Nowa Nazwa', since: '2026-01-01' })
  assert.deepEqual([renamed.status, renamed.body.name], [200, 'Nowa Nazwa'])
  assert.deepEqual(await found('ślusarz'), [id])
  const { entries } = (await house.all.get(`/api/records/company/${id}/history`)).body
  assert.equal((await house.all.send('POST', '/api/undo', { operation: entries[0].operation })).status, 200)
  assert.equal((await house.all.get(`/api/records/company/${id}`)).body.name, 'Stara Nazwa Ślusarz')
  assert.equal((await house.all.get(`/api/records/earlierName?where=${encodeURIComponent(`company = '${id}'`)}`)).body.rows.length, 0)
})

test('a company is not renamed to the name it has, nor by who may not change it; nothing is left behind', async () => {
  const { id } = await company('Ta Sama')
  assert.deepEqual((await act(house.all, 'company', id, 'rename', { name: 'Ta Sama', since: '2026-01-01' })).body.code, 'company.same_name')
  assert.equal((await act(seller, 'company', id, 'rename', { name: 'Inna', since: '2026-01-01' })).status, 404)
  for (const input of [{}, { name: 'Inna' }, { name: 5, since: '2026-01-01' }, { name: 'Inna', since: '2026-02-30' }]) assert.equal((await act(house.all, 'company', id, 'rename', input)).status, 422, JSON.stringify(input))
  assert.equal((await act(house.all, 'company', id, 'rename', { name: 'Inna', since: '2026-01-01', nonsense: 1 })).status, 400)
  assert.equal((await house.all.get(`/api/records/earlierName?where=${encodeURIComponent(`company = '${id}'`)}`)).body.rows.length, 0)
})

test('a company that became others is tied to each; as past data it leaves the list but not its history', async () => {
  const [old, first, second] = [await company('Przed podziałem'), await company('Po podziale A'), await company('Po podziale B')]
  await house.all.send('POST', '/api/records/note', { company: old.id, text: 'sprzed podziału' })
  const { status } = await act(house.all, 'company', old.id, 'transform', { successors: [first.id, second.id], kind: 'split', on: '2026-02-01', archive: true })
  assert.equal(status, 200)
  assert.equal((await house.all.get(`/api/records/company?where=${encodeURIComponent(`id = '${old.id}'`)}`)).body.rows.length, 0)
  const { entries } = (await house.all.get(`/api/records/company/${second.id}/timeline?kinds=note`)).body
  assert.deepEqual(entries.map((entry: { body: string }) => entry.body), ['sprzed podziału'])
})

test('a company is not its own successor, and a refused transformation leaves nothing', async () => {
  const [old, other] = [await company('Sama w siebie'), await company('Inna firma')]
  const refused = await act(house.all, 'company', old.id, 'transform', { successors: [other.id, old.id], kind: 'split', on: '2026-02-01' })
  assert.deepEqual([refused.status, refused.body.code], [422, 'succession.same_company'])
  const missing = await act(house.all, 'company', old.id, 'transform', { successors: [other.id, '01900000-0000-7000-8000-000000000000'], kind: 'split', on: '2026-02-01', archive: true })
  assert.equal(missing.status, 422)
  assert.equal((await house.all.get(`/api/records/succession?where=${encodeURIComponent(`predecessor = '${old.id}'`)}`)).body.rows.length, 0)
  assert.equal((await house.all.get(`/api/records/company/${old.id}`)).body.archivedAt, null)
})

test('a person who changes jobs keeps the earlier one among the ties, with its last day', async () => {
  const [before_, now] = [await company('Dawny pracodawca'), await company('Nowy pracodawca')]
  const { body: person } = await house.all.send('POST', '/api/records/person', { lastName: 'Wędrowny', company: before_.id, position: 'kupiec' })
  assert.equal((await act(house.all, 'person', person.id, 'changeJob', { company: now.id, position: 'dyrektor', since: '2026-03-01' })).status, 200)
  const told = (await ties(person.id)).map((tie: any) => [tie.company.name, tie.position, tie.until, tie.main])
  assert.deepEqual(told.sort(), [['Dawny pracodawca', 'kupiec', '2026-03-01', false], ['Nowy pracodawca', 'dyrektor', null, true]])
})
