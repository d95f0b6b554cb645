import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type House } from '../../app/testing/house.ts'
import { checkContents, shownFault } from '../templates/actions.ts'
import { shippedTemplates } from '../writers/shipped/templates.ts'
import { installTemplates } from './actions.ts'

let house: House
before(async () => void (house = await startHouse()))
after(() => house.end())

const templates = async () => (await house.all.get('/api/records/documentTemplate?columns=name,shipped,edition,file&limit=100')).body.rows as { id: string; version: number; shipped: string; edition: string; file: { hash: string } }[]

test('every template that comes with the program understands each of its markers', () => {
  for (const { key, object, contents } of shippedTemplates()) {
    assert.deepEqual(checkContents(house.ctx, object, contents).faults.map((fault) => shownFault(fault, 'en')), [], key)
  }
})

test('templates are installed once, and one that was removed does not come back', async () => {
  await Promise.all([installTemplates(house.ctx), installTemplates(house.ctx)])
  const first = await templates()
  assert.equal(first.length, shippedTemplates().length)
  const [gone] = first
  await house.all.send('DELETE', `/api/records/documentTemplate/${gone!.id}?version=${gone!.version}`)
  await installTemplates(house.ctx)
  const second = await templates()
  assert.deepEqual(second.map(({ shipped, edition }) => [shipped, edition]), first.slice(1).map(({ shipped }) => [shipped, '1']))
})
