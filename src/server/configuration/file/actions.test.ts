import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { RefusalError } from '../../../contract/refusal.ts'
import { startHouse, type House } from '../../app/testing/house.ts'
import type { Ctx } from '../../kernel/context.ts'
import { create } from '../../kernel/records/create.ts'
import { list } from '../../kernel/query/list.ts'
import { applyFiles, compareFiles, exportFiles } from './actions.ts'
import type { Files } from './rules.ts'

let one: House
let other: House
before(async () => {
  one = await startHouse()
  other = await startHouse()
})
after(async () => {
  await one.end()
  await other.end()
})

const both = (text: string) => ({ pl: text, en: text })
const now = (house: House): Ctx => house.world.ctxOf('program', { registry: house.live.now() })
const exported = (house: House) => exportFiles(now(house), '0.2.0')
const put = async (house: House, changes: { kind: string; body: object }[]) => {
  const answer = await house.all.send('POST', '/api/configuration/changes', { changes: changes.map((change) => ({ id: '', version: null, ...change })) })
  assert.equal(answer.status, 200, answer.text)
}
const altered = (files: Files, file: string, text: (old: string) => string): Files => new Map([...files].map(([name, old]) => [name, name === file ? text(old) : old]))
const refused = async (work: Promise<unknown>) => {
  const error = await work.then(() => null, (thrown: unknown) => thrown)
  assert.ok(error instanceof RefusalError, `refused, not ${String(error)}`)
  return error.refusals
}

test('a configuration taken from one installation makes another the same, and a second time changes nothing', async () => {
  await put(one, [
    { kind: 'choiceList', body: { label: both('Loss reasons'), choices: [{ value: 'price', label: both('Price'), color: 'red' }] } },
    { kind: 'object', body: { name: 'policy', label: both('Policy'), plural: both('Policies'), icon: 'shield', nameField: 'number', access: { kind: 'owned' }, list: { columns: ['number', 'customer'], order: 'number' }, form: [] } },
    { kind: 'field', body: { object: 'policy', name: 'number', label: both('Number'), type: 'text', required: true } },
    { kind: 'field', body: { object: 'policy', name: 'customer', label: both('Customer'), type: 'link', target: 'company', reverse: both('Policies') } },
    { kind: 'field', body: { object: 'policy', name: 'lost', label: both('Lost because'), type: 'choice', list: 'lossReasons' } },
    { kind: 'fieldChange', body: { object: 'company', label: both('Tax number') } },
  ].map((change) => (change.kind === 'fieldChange' ? { ...change, id: 'company.nip' } : change)))
  const view = await one.all.send('POST', '/api/views', { object: 'company', name: 'Kraków', scope: 'shared', where: "addresses.city = 'Kraków'" })
  assert.equal(view.status, 200, view.text)
  const files = await exported(one)
  assert.deepEqual([...files.keys()].filter((name) => !name.startsWith('roles/')), ['configuration.json', 'lists/lossReasons.json', 'objects/company.json', 'objects/policy.json', 'views/company.json'])
  assert.deepEqual(await exported(one), files)

  const rehearsal = await applyFiles(now(other), files, { rehearse: true })
  assert.ok(rehearsal.differences.some(({ kind, id, does }) => kind === 'object' && id === 'policy' && does === 'add'))
  assert.equal(other.live.now().objects.has('policy'), false)

  await applyFiles(now(other), files)
  assert.deepEqual(await compareFiles(now(other), files), [])
  assert.deepEqual((await applyFiles(now(other), files)).differences, [])
  assert.deepEqual(await exported(other), files)
  const company = await create(now(other), 'company', { name: 'Ubezpieczony SA' })
  await create(now(other), 'policy', { number: 'P/1', customer: company.id, lost: 'price' })
  assert.equal((await list(now(other), { object: 'policy', where: "customer.name contains 'ubezp'" })).rows.length, 1)
  assert.equal((await other.all.get('/api/views?object=company')).body.views.length, 1)
})

test('what the files do not name goes, and comes back with its values; with --add it stays', async () => {
  const files = await exported(other)
  await put(other, [{ kind: 'field', body: { object: 'policy', name: 'broker', label: both('Broker'), type: 'text' } }])
  assert.deepEqual((await compareFiles(now(other), files)).map(({ does, id }) => [does, id]), [['remove', 'policy.broker']])
  assert.deepEqual((await compareFiles(now(other), files, { whole: false })), [])
  await create(now(other), 'policy', { number: 'P/2', broker: 'Jan' })
  const withBroker = await exported(other)
  await applyFiles(now(other), files)
  assert.equal(other.live.now().field('policy', 'broker'), null)
  await applyFiles(now(other), withBroker)
  assert.equal((await list(now(other), { object: 'policy', where: "broker = 'Jan'" })).rows.length, 1)
})

test('files that cannot be so are refused, each fault named, and nothing is half done', async () => {
  const files = await exported(one)
  const before = other.live.now().version
  const cut = await refused(applyFiles(now(other), altered(files, 'objects/policy.json', (text) => text.slice(0, text.length / 2))))
  assert.equal(cut[0]?.field, 'objects/policy.json')
  assert.equal((await refused(applyFiles(now(other), altered(files, 'configuration.json', () => '{"format":99,"program":"9.0.0"}'))))[0]?.code, 'configuration.newer')
  assert.equal((await refused(applyFiles(now(other), new Map([...files].filter(([name]) => name !== 'configuration.json')))))[0]?.code, 'configuration.no_header')
  const missing = await refused(applyFiles(now(other), altered(files, 'objects/policy.json', (text) => text.replace('"target": "company"', '"target": "insurer"'))))
  assert.equal(missing[0]?.code, 'metadata.unknown_target')
  const unlike = await refused(applyFiles(now(other), altered(files, 'objects/policy.json', (text) => text.replace(/"target": "company"/, '"target": "person"'))))
  assert.equal(unlike[0]?.code, 'configuration.fixed_option')
  assert.equal((await refused(applyFiles(now(other), altered(files, 'objects/policy.json', (text) => text.replace('"object"', '"thing"')))))[0]?.code, 'configuration.unknown_kind')
  await other.live.refresh()
  assert.equal(other.live.now().version, before)
})

test('fields of an object that is nowhere are refused, and those of a removed object are in no file', async () => {
  const files = await exported(one)
  const without = altered(files, 'objects/policy.json', (text) => JSON.stringify({ ...(JSON.parse(text) as object), object: {} }))
  const third = await startHouse()
  try {
    assert.deepEqual((await refused(applyFiles(now(third), without))).map(({ code, values }) => `${code} ${String(values?.object)}`)[0], 'configuration.unknown_object policy')
    await applyFiles(now(third), files)
    await applyFiles(now(third), without, { whole: true }).then(() => assert.fail('the object has gone and its fields stay'), () => undefined)
    const version = (await third.all.get('/api/configuration')).body.items.find(({ kind, id }: { kind: string; id: string }) => kind === 'object' && id === 'policy').version as number
    assert.equal((await third.all.send('POST', '/api/configuration/changes', { changes: [{ kind: 'object', id: 'policy', version, body: null }] })).status, 200)
    assert.equal((await exported(third)).has('objects/policy.json'), false)
    await applyFiles(now(third), files)
    assert.deepEqual(await compareFiles(now(third), files), [])
  } finally {
    await third.end()
  }
})
