import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { RefusalError } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import { groups } from './groups.ts'
import { list } from './list.ts'
import { stream } from './stream.ts'
import { grant, startSample, type Sample } from './testing/sample.ts'

let world: Sample
let seller: Ctx
let head: Ctx
const ids: Record<string, string> = {}

/**
 *   Holding ── Biuro
 *      └─ Tajna ── Zakład          Tajna is not the seller's; the rest is
 */
before(async () => {
  world = await startSample()
  const everywhere = [grant('worker', 'read', 'all'), grant('remark', 'read', 'all')]
  seller = world.person({ grants: [grant('firm', 'read', 'own'), ...everywhere], name: 'Seller' })
  head = world.person({ grants: [grant('firm', 'read', 'all'), ...everywhere], name: 'Head' })
  const mine = seller.who.userId!
  await world.put('user', { id: mine, name: 'Seller' })
  const other = await world.put('user', { name: 'Other' })
  const put = async (name: string, owner: string, parent?: string) => (ids[name] = await world.put('firm', { name, owner, stage: 'new', ...(parent === undefined ? {} : { parent: ids[parent] }) }))
  await put('Holding', mine)
  await put('Biuro', mine, 'Holding')
  await put('Tajna', other, 'Holding')
  await put('Zakład', mine, 'Tajna')
  await put('Obca', mine)
  for (const name of ['Holding', 'Biuro', 'Tajna', 'Zakład', 'Obca']) {
    const worker = await world.put('worker', { name: `w ${name}`, owner: mine, firm: ids[name] })
    await world.put('remark', { title: `o ${name}`, worker })
  }
  await world.put('worker', { name: 'w niczym', owner: mine })
})
after(() => world.end())

const found = async (ctx: Ctx, object: string, where: string) => {
  const { rows, count } = await list(ctx, { object, where, count: true, archived: object === 'firm' ? 'all' : undefined })
  const names = rows.map((row) => String(row['name'] ?? row['title'])).toSorted()
  assert.deepEqual(count, { value: names.length, exact: true })
  return names
}
const workersBelow = (ctx: Ctx, name: string) => found(ctx, 'worker', `WITHIN(firm, '${ids[name]}')`)

test('a link is found to lead to a record or to any below it', async () => {
  assert.deepEqual(await workersBelow(head, 'Holding'), ['w Biuro', 'w Holding', 'w Tajna', 'w Zakład'])
  assert.deepEqual(await workersBelow(head, 'Tajna'), ['w Tajna', 'w Zakład'])
  assert.deepEqual(await workersBelow(head, 'Obca'), ['w Obca'])
  assert.deepEqual(await found(head, 'worker', `not WITHIN(firm, '${ids['Holding']}')`), ['w Obca', 'w niczym'])
})

test('a hidden record ends the branch: nothing below it is found, nor anything by it', async () => {
  assert.deepEqual(await workersBelow(seller, 'Holding'), ['w Biuro', 'w Holding'])
  assert.deepEqual(await workersBelow(seller, 'Tajna'), [])
  assert.deepEqual(await workersBelow(seller, 'Zakład'), ['w Zakład'])
})

test('the same words asked by two people with the same rights find what each of them sees', async () => {
  const own = (name: string) => world.person({ grants: [grant('firm', 'read', 'own'), grant('worker', 'read', 'all')], name, fingerprint: 'the same rights' })
  const [first, second] = [own('First'), own('Second')]
  await world.put('user', { id: second.who.userId!, name: 'Second' })
  const top = await world.put('firm', { name: 'Wspólna', owner: second.who.userId! })
  await world.put('worker', { name: 'w Wspólna', firm: top })
  assert.deepEqual(await found(first, 'worker', `WITHIN(firm, '${top}')`), [])
  assert.deepEqual(await found(second, 'worker', `WITHIN(firm, '${top}')`), ['w Wspólna'])
})

test('it is asked behind a link, of the record itself, of those that hang on it, and beside other conditions', async () => {
  const holding = `'${ids['Holding']}'`
  assert.deepEqual(await found(head, 'remark', `WITHIN(worker.firm, ${holding})`), ['o Biuro', 'o Holding', 'o Tajna', 'o Zakład'])
  assert.deepEqual(await found(seller, 'remark', `WITHIN(worker.firm, ${holding})`), ['o Biuro', 'o Holding'])
  assert.deepEqual(await found(head, 'firm', `WITHIN(id, ${holding})`), ['Biuro', 'Holding', 'Tajna', 'Zakład'])
  assert.deepEqual(await found(head, 'firm', `WITHIN(parent, ${holding}) and name contains 'Zak'`), ['Zakład'])
  assert.deepEqual(await found(head, 'firm', `COUNT(workerByFirm where WITHIN(firm, ${holding})) = 1`), ['Biuro', 'Holding', 'Tajna', 'Zakład'])
  assert.deepEqual(await found(head, 'worker', 'WITHIN(firm, empty)'), [])
})

test('groups, sums and streams are narrowed by it as lists are', async () => {
  const where = `WITHIN(firm, '${ids['Holding']}')`
  const counted = async (ctx: Ctx) => JSON.stringify(await groups(ctx, { object: 'worker', where, by: ['firm'], measures: ['count'] }))
  assert.match(await counted(head), /Zakład/)
  assert.doesNotMatch(await counted(seller), /Zakład|Tajna/)
  const streamed = []
  for await (const rows of stream(seller, { object: 'worker', where })) streamed.push(...rows)
  assert.equal(streamed.length, 2)
})

test('a row rule looks down a tree with the eyes of the program, also one of the tree itself', async () => {
  const ruled = (object: string, rule: string) => world.person({ grants: [grant(object, 'read', 'all', rule)], name: 'Ruled' })
  assert.deepEqual(await found(ruled('worker', `WITHIN(firm, '${ids['Tajna']}')`), 'worker', 'id is not empty'), ['w Tajna', 'w Zakład'])
  assert.deepEqual(await found(ruled('firm', `WITHIN(id, '${ids['Tajna']}')`), 'firm', 'id is not empty'), ['Tajna', 'Zakład'])
})

test('it is refused of links to what makes no tree, and of a tree whose link he may not read', async () => {
  const codeOf = (ctx: Ctx, where: string) => list(ctx, { object: 'firm', where }).then(() => null, (error: unknown) => (error as RefusalError).refusals[0]!.code)
  assert.equal(await codeOf(head, `WITHIN(sector, '${ids['Obca']}')`), 'no_tree')
  const narrow = world.person({ grants: [grant('firm', 'read', 'all'), grant('worker', 'read', 'all')], fields: { firm: { parent: 'none' } } })
  assert.equal(await codeOf(narrow, `WITHIN(id, '${ids['Holding']}')`), 'no_tree')
  assert.equal(await codeOf(head, 'WITHIN(parent, parent.parent)'), 'tree_of_each')
  assert.equal(await codeOf(head, "WITHIN(parent, 'Holding')"), 'not_an_id')
})
