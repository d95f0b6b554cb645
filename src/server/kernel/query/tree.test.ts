import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '../context.ts'
import { startSample, grant, type Sample } from './testing/sample.ts'
import { treeOf } from './tree.ts'

let world: Sample
let seller: Ctx
before(async () => {
  world = await startSample()
  seller = world.person({ grants: [grant('firm', 'read', 'own')], name: 'Seller' })
  await world.put('user', { id: seller.who.userId!, name: 'Seller', salary: '1', region: 'north' })
})
after(() => world.end())

const told = async (ctx: Ctx, id: string) => (await treeOf(ctx, 'firm', id))?.nodes.map(({ name, depth }) => [name, depth]) ?? null

test('a hidden record ends the tree on both sides and has none itself', async () => {
  const mine = seller.who.userId!
  const other = await world.put('user', { name: 'Other', salary: '2', region: 'south' })
  const top = await world.put('firm', { name: 'Holding', owner: mine })
  const middle = await world.put('firm', { name: 'Tajna', owner: other, parent: top })
  const leaf = await world.put('firm', { name: 'Zakład', owner: mine, parent: middle })
  await world.put('firm', { name: 'Biuro', owner: mine, parent: top })
  const all = world.person({ grants: [grant('firm', 'read', 'all')], name: 'Head' })
  assert.deepEqual(await told(all, leaf), [['Holding', 0], ['Biuro', 1], ['Tajna', 1], ['Zakład', 2]])
  assert.deepEqual([await told(seller, top), await told(seller, leaf), await told(seller, middle)], [[['Holding', 0], ['Biuro', 1]], [['Zakład', 0]], null])
})

test('of an object that makes no tree each record stands alone', async () => {
  const ctx = world.person({ grants: [grant('worker', 'read', 'all')], name: 'Reader' })
  const id = await world.put('worker', { name: 'Sam', owner: seller.who.userId! })
  assert.deepEqual((await treeOf(ctx, 'worker', id))?.nodes.map(({ name, parent }) => [name, parent]), [['Sam', null]])
})
