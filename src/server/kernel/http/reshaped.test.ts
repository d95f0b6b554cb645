import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ItemChange } from '../../../contract/configuration.ts'
import { startHouse, type House } from '../../app/testing/house.ts'
import { changeConfiguration } from '../configuration/change.ts'
import { openLiveRegistry } from '../configuration/live.ts'

const both = (text: string) => ({ pl: text, en: text })
const choices = [{ value: 'new', label: both('New') }, { value: 'old', label: both('Old') }]
const state = { object: 'machine', name: 'state', label: both('State'), type: 'choice', choices }
const made: ItemChange[] = [
  { kind: 'object', id: '', version: null, body: { name: 'machine', label: both('Machine'), plural: both('Machines'), icon: 'box', nameField: 'serial', access: { kind: 'shared' }, list: { columns: ['serial'], order: 'serial' }, form: [] } },
  { kind: 'field', id: '', version: null, body: { object: 'machine', name: 'serial', label: both('Serial'), type: 'text' } },
  { kind: 'field', id: '', version: null, body: state },
]

let house: House
before(async () => {
  house = await startHouse([], made)
})
after(() => house.end())

test('a request under way while another process widens a field reads as things are now, or is told to try again, and is no bug', async () => {
  assert.equal((await house.all.send('POST', '/api/records/machine', { serial: 'A', state: 'new' })).status, 201)
  // The other process; this one has not heard of the change yet.
  const other = await openLiveRegistry(house.world.db, house.live.code)
  await changeConfiguration(house.world.ctxOf('program', { registry: other.now() }), [{ kind: 'field', id: 'machine.state', version: 1, body: { ...state, type: 'choices' } }])
  assert.equal(house.live.now().field('machine', 'state')?.type, 'choice')
  assert.equal((await house.all.get(`/api/records/machine?where=${encodeURIComponent("state = 'new'")}`)).body.code, 'use_has')
  const write = await house.all.send('POST', '/api/records/machine', { serial: 'B', state: 'new' })
  assert.deepEqual([write.status, write.body.code], [409, 'configuration.changed'])
  await house.live.refresh()
  assert.equal((await house.all.send('POST', '/api/records/machine', { serial: 'B', state: ['new'] })).status, 201)
  assert.deepEqual((await house.all.get('/api/records/machine?columns=serial')).body.rows.map(({ serial }: { serial: string }) => serial), ['A', 'B'])
  assert.deepEqual(house.bugs, [])
})
