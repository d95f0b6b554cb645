import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RefusalError } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import { list } from '../query/list.ts'
import { create } from '../records/create.ts'
import { both, item, shapedWorld, type ShapedWorld } from '../testing/shaped.ts'
import { changeConfiguration } from './change.ts'

let world: ShapedWorld
before(async () => void (world = await shapedWorld()))
after(() => world.end())

const now = (): Ctx => world.newest()
const counted = async (where: string) => (await list(now(), { object: 'book', columns: ['title'], where })).rows.length
const policy = (plural: string) => ({ name: 'policy', label: both('Policy'), plural: both(plural), icon: 'shield', nameField: 'number', access: { kind: 'shared' }, list: { columns: ['number'], order: 'number' }, form: [] })
const link = (reverse: string) => ({ object: 'policy', name: 'book', label: both('Book'), type: 'link', target: 'book', reverse: both(reverse) })

test('what was written with the words of before goes on to hold when an object or a way back is called otherwise', async () => {
  await changeConfiguration(now(), [
    item('object', policy('Policies')), item('field', { object: 'policy', name: 'number', label: both('Number'), type: 'text', required: true }), item('field', link('Covers')),
    item('field', { object: 'book', name: 'howMany', label: both('How many'), type: 'number', formula: 'COUNT(policies) + COUNT(covers)' }),
  ])
  const { id } = await create(now(), 'book', { title: 'Lalka' })
  await create(now(), 'policy', { number: '1', book: id })
  await changeConfiguration(now(), [item('object', policy('Insurances'), 'policy', 1), item('field', link('Cover notes'), 'policy.book', 1)])
  await changeConfiguration(now(), [item('object', policy('Contracts'), 'policy', 2)])
  for (const name of ['policies', 'insurances', 'contracts', 'covers', 'coverNotes', 'policyByBook']) assert.equal(await counted(`COUNT(${name}) = 1`), 1, name)
  assert.equal(world.live.now().field('book', 'howMany')!.computed, 'stored')
})

test('saying the same again changes nothing, and a word that is back is former no more', async () => {
  assert.deepEqual((await changeConfiguration(now(), [item('object', policy('Contracts'), 'policy', 3)])).items, [])
  await changeConfiguration(now(), [item('object', policy('Policies'), 'policy', 3)])
  assert.deepEqual(world.live.now().object('policy').formerPlurals, ['Insurances', 'Contracts'])
})

test('an object of the code is still found by the words of the code', async () => {
  const { plural } = world.live.now().object('book')
  const word = plural.en.toLowerCase()
  await create(now(), 'shelf', { name: 'S' })
  const shelves = async (where: string) => (await list(now(), { object: 'shelf', where })).rows.length
  const before = await shelves(`COUNT(${word}) = 0`)
  await changeConfiguration(now(), [item('objectChange', { plural: both('Volumes') }, 'book')])
  assert.equal(await shelves(`COUNT(${word}) = 0`), before)
  assert.equal(await shelves('COUNT(volumes) = 0'), before)
  assert.equal(before, 1)
  await assert.rejects(shelves('COUNT(nothing) = 0'))
})

test('a field renamed without a word of its former names is still found by all of them, in filters and in what was saved', async () => {
  const pages = (name: string, more: object = {}) => ({ object: 'book', name, label: both('Pages'), type: 'number', ...more })
  await changeConfiguration(now(), [item('field', pages('pages')), item('field', { object: 'book', name: 'isLong', label: both('Long'), type: 'yesNo', formula: 'pages > 500' })])
  await create(now(), 'book', { title: 'Potop', pages: '900' })
  await changeConfiguration(now(), [item('field', pages('sheets'), 'book.pages', 1)])
  await changeConfiguration(now(), [item('field', pages('leaves'), 'book.pages', 2)])
  assert.deepEqual(world.live.now().field('book', 'leaves')!.formerNames, ['pages', 'sheets'])
  for (const name of ['pages', 'sheets', 'leaves']) assert.equal(await counted(`${name} > 500`), 1, name)
  // Back under its first name, and said again as a file says it: nothing is lost and nothing changes.
  await changeConfiguration(now(), [item('field', pages('pages'), 'book.pages', 3)])
  assert.deepEqual(world.live.now().field('book', 'pages')!.formerNames, ['sheets', 'leaves'])
  assert.deepEqual((await changeConfiguration(now(), [item('field', pages('pages'), 'book.pages', 4)])).items, [])
})

test('a name that a field had is not given to another one', async () => {
  const taken = await changeConfiguration(now(), [item('field', { object: 'book', name: 'sheets', label: both('Sheets'), type: 'number' })]).then(() => null, (error: RefusalError) => error.refusals[0])
  assert.deepEqual([taken?.code, taken?.field], ['metadata.doubled_name', 'changes.0.name'])
})
