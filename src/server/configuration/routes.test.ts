import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { made, startHouse, type Caller, type House } from '../app/testing/house.ts'

let house: House
let salesman: Caller
before(async () => {
  house = await startHouse()
  salesman = await house.person('Sprzedawca', { grants: [{ role: 'r', object: 'company', verb: 'read', scope: 'all', rule: null }], roles: [] })
})
after(() => house.end())

const both = (text: string) => ({ pl: text, en: text })
const field = { object: 'company', name: 'machineCount', label: both('Machines'), type: 'number', decimals: 0 }
const add = (body: object, kind = 'field') => house.all.send('POST', '/api/configuration/changes', { changes: [{ kind, id: '', version: null, body }] })

test('a field made by the administrator is at once in metadata, OpenAPI, records, lists and export, for everyone who may see it', async () => {
  const made = await add(field)
  assert.equal(made.status, 200, made.text)
  assert.deepEqual(made.body.items, [{ kind: 'field', id: 'company.machineCount', version: 1 }])
  const { body: metadata } = await salesman.get('/api/metadata')
  assert.ok(metadata.objects.find((object: { name: string }) => object.name === 'company').fields.some((one: { name: string }) => one.name === 'machineCount'))
  assert.match((await house.all.get('/api/openapi.json')).text, /machineCount/)
  const { body: company } = await house.all.send('POST', '/api/records/company', { name: 'Maszyny SA', machineCount: '7' })
  assert.equal(company.machineCount, '7')
  assert.equal((await salesman.get(`/api/records/company?columns=name,machineCount&where=${encodeURIComponent('machineCount > 5')}&order=-machineCount`)).body.rows.length, 1)
  assert.match((await house.all.get('/api/records/company/export?format=csv&columns=name,machineCount')).text, /Maszyny SA/)
})

test('only who may shape the settings sees and changes them', async () => {
  assert.equal((await salesman.get('/api/configuration')).status, 403)
  assert.equal((await salesman.send('POST', '/api/configuration/changes', { changes: [{ kind: 'field', id: '', version: null, body: field }] })).status, 403)
  assert.equal((await salesman.get('/api/configuration/changes')).status, 403)
  assert.equal((await salesman.send('POST', '/api/configuration/preview', { changes: [] })).status, 403)
})

test('a change can be taken back, unless something was changed since', async () => {
  const first = await add({ ...field, name: 'fleet' })
  const renamed = await house.all.send('POST', '/api/configuration/changes', { changes: [{ kind: 'field', id: 'company.fleet', version: 1, body: { ...field, name: 'fleet', label: both('Fleet') } }] })
  assert.equal((await house.all.send('POST', '/api/configuration/undo', { operation: first.body.operation })).status, 409)
  assert.equal((await house.all.send('POST', '/api/configuration/undo', { operation: renamed.body.operation })).status, 200)
  assert.equal(house.live.now().field('company', 'fleet')?.label.en, 'Machines')
  const { body } = await house.all.get('/api/configuration/changes?kind=field&id=company.fleet')
  assert.deepEqual(body.changes.map((one: { version: number }) => one.version), [3, 2, 1])
})

test('a widened type stays wide, and undoing it says why; a narrower type is refused in the reader’s language', async () => {
  const wide = { object: 'company', name: 'slogan', label: both('Slogan'), type: 'text' }
  assert.equal((await add(wide)).status, 200)
  const widened = await house.all.send('POST', '/api/configuration/changes', { changes: [{ kind: 'field', id: 'company.slogan', version: 1, body: { ...wide, type: 'longText' } }] })
  const undone = await house.all.send('POST', '/api/configuration/undo', { operation: widened.body.operation })
  assert.deepEqual([undone.status, undone.body.code], [422, 'configuration.widened'])
  assert.match(undone.text, /poszerzony/)
  assert.equal(house.live.now().field('company', 'slogan')?.type, 'longText')
})

test('a layout is kept as a draft, seen before it is published, and then by everyone', async () => {
  const layout = { object: 'company', kind: 'list', role: null, type: null, body: { columns: ['name', 'nip'], order: 'name' } }
  assert.equal((await house.all.send('PUT', '/api/configuration/drafts', { kind: 'layout', id: 'company.list', body: layout })).status, 204)
  assert.equal((await house.all.get('/api/configuration')).body.drafts.length, 1)
  const preview = await house.all.send('POST', '/api/configuration/preview', { changes: [{ kind: 'layout', id: '', version: null, body: layout }] })
  assert.equal(preview.status, 200, preview.text)
  assert.deepEqual(house.live.now().object('company').layouts ?? [], [])
  assert.equal((await add(layout, 'layout')).status, 200)
  assert.equal(house.live.now().object('company').layouts?.length, 1)
  assert.equal((await house.all.get('/api/configuration')).body.drafts.length, 0)
})

test('a layout or a move for a role that is not there is refused in its place', async () => {
  const unknown = '01990000-0000-7000-8000-000000000000'
  const places = async (body: object, kind: string, id = '') => {
    const { status, body: told } = await house.all.send('POST', '/api/configuration/changes', { changes: [{ kind, id, version: null, body }] })
    return [status, told.fields?.map((one: { field: string; code: string }) => `${one.field} ${one.code}`)]
  }
  for (const role of [unknown, 'salesman']) assert.deepEqual(await places({ object: 'company', kind: 'card', role, type: null, body: { fields: ['name'] } }, 'layout'), [422, ['changes.0.role configuration.unknown_role']])
  const move = { key: 'go', label: both('Go'), from: [], to: 'x', roles: [unknown] }
  assert.deepEqual(await places({ states: [{ field: 'kind', moves: [move] }] }, 'objectChange', 'company'), [422, ['changes.0.states.0.moves.0.roles configuration.unknown_role']])
  const role = await made(house.ctx, 'role')
  assert.deepEqual(await places({ object: 'company', kind: 'card', role: role.id, type: null, body: { fields: ['name'] } }, 'layout'), [200, undefined])
})

test('a related list on a layout may be called something else than the link says', async () => {
  const related = [{ object: 'person', link: 'company', columns: ['name'], label: both('Contacts'), where: "position is not empty" }]
  const made = await add({ object: 'company', kind: 'record', role: null, type: null, body: { sections: [{ key: 'main', label: both('Main'), fields: ['nip'] }], headline: [], related } }, 'layout')
  assert.equal(made.status, 200, made.text)
  assert.deepEqual(house.live.now().object('company').layouts?.find(({ kind }) => kind === 'record')?.body, { sections: [{ key: 'main', label: both('Main'), fields: ['nip'] }], headline: [], related })
})

test('a field put between two others stands there, and everybody knows where each one stands', async () => {
  const { body: before } = await house.all.get('/api/configuration')
  const { fields } = before.objects.find((object: { name: string }) => object.name === 'company')
  const between = (before.positions[fields[0].id] + before.positions[fields[1].id]) / 2
  const made = await add({ ...field, name: 'second', position: between })
  assert.equal(made.status, 200, made.text)
  const { body: after } = await house.all.get('/api/configuration')
  assert.equal(after.objects.find((object: { name: string }) => object.name === 'company').fields[1].name, 'second')
  assert.equal(after.positions['company.second'], between)
})

test('where a field is used is told beforehand: what needs it, and what merely shows it', async () => {
  assert.equal((await add({ ...field, name: 'trucks' })).status, 200)
  assert.deepEqual((await house.all.get('/api/configuration/uses?object=company&field=trucks')).body, { needed: [], shown: ['company.form.ownFields'] })
  assert.equal((await add({ object: 'person', name: 'hisTrucks', label: both('Trucks'), type: 'number', formula: 'company.trucks * 2' })).status, 200)
  assert.equal((await add({ object: 'company', name: 'depot', label: both('Depot'), type: 'text', shownWhen: 'trucks > 0' })).status, 200)
  await house.all.send('POST', '/api/views', { object: 'company', name: 'Z flotą', scope: 'shared', where: 'trucks > 3' })
  assert.equal((await add({ object: 'company', kind: 'card', role: null, type: null, body: { fields: ['name', 'trucks'] } }, 'layout')).status, 200)
  const { body } = await house.all.get('/api/configuration/uses?object=company&field=trucks')
  assert.deepEqual([body.needed.toSorted(), body.shown], [['company.depot', 'person.hisTrucks', '„Z flotą”'], ['company.form.ownFields', 'company.layouts.card']])
  assert.ok((await house.all.get('/api/configuration/uses?object=company&field=name')).body.needed.includes('company.nameField'))
  assert.equal((await house.all.get('/api/configuration/uses?object=company&field=nothing')).status, 404)
  assert.equal((await salesman.get('/api/configuration/uses?object=company&field=trucks')).status, 403)
})

test('what is malformed is refused in its place', async () => {
  const wrong = await add({ ...field, name: 'x', decimals: 99 })
  assert.equal(wrong.status, 422)
  assert.deepEqual(wrong.body.fields.map((one: { field: string }) => one.field), ['changes.0.decimals'])
  assert.equal((await house.all.send('POST', '/api/configuration/changes', { changes: [] })).status, 400)
  assert.equal((await house.all.send('POST', '/api/configuration/undo', { operation: '01990000-0000-7000-8000-000000000000' })).status, 404)
})

test('nothing of it was a bug', () => assert.deepEqual(house.bugs, []))
