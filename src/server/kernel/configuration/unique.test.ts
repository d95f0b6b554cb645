import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RefusalError } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import { createMany, create } from '../records/create.ts'
import { byKey } from '../records/key.ts'
import { isRefused } from '../records/writing.ts'
import { both, shapedWorld, type ShapedWorld } from '../testing/shaped.ts'
import { changeConfiguration } from './change.ts'
import { addIndexes } from './columns.ts'

let world: ShapedWorld
before(async () => void (world = await shapedWorld()))
after(() => world.end())

const now = (): Ctx => world.newest()
let version: number | null = null
async function code(more: object): Promise<void> {
  const { items } = await changeConfiguration(now(), [{ kind: 'field', id: version === null ? '' : 'book.code', version, body: { object: 'book', name: 'code', label: both('Code'), type: 'text', ...more } }])
  version = items[0]!.version
  await addIndexes(world.db, world.live.now())
}
const refusalOf = async (work: Promise<unknown>) => work.then(() => null, (error: RefusalError) => `${error.refusals[0]!.field} ${error.refusals[0]!.code}`)

test('values that repeat already are counted before a field may have no two the same', async () => {
  await code({})
  for (const value of ['AB-1', 'AB-1', 'ab-1', 'X']) await create(now(), 'book', { title: value, code: value })
  const refused = await code({ unique: true }).then(() => null, (error: RefusalError) => error.refusals[0])
  assert.deepEqual([refused?.field, refused?.code, refused?.values?.['count']], ['book.code', 'configuration.would_repeat', 2])
  const anyCase = await code({ unique: true, anyCase: true }).then(() => null, (error: RefusalError) => error.refusals[0])
  assert.equal(anyCase?.values?.['count'], 3)
})

test('as declared, capitals make another value; where they do not count, it is taken in every way in', async () => {
  await code({ unique: false })
  await world.db.connection(async (client) => void (await client.query("update book set x_code = id::text where x_code ilike 'ab-1'")))
  await code({ unique: true })
  await create(now(), 'book', { title: 'a', code: 'Łódź' })
  await create(now(), 'book', { title: 'b', code: 'łódź 2' })
  await code({ unique: true, anyCase: true })
  assert.equal(await refusalOf(create(now(), 'book', { title: 'c', code: 'ŁÓDŹ' })), 'code not_unique')
  // Diacritics count.
  assert.equal(await refusalOf(create(now(), 'book', { title: 'c', code: 'lodz' })), null)
  const [first, second] = await createMany(now(), 'book', [{ title: 'd', code: 'Nowy' }, { title: 'e', code: 'NOWY' }])
  assert.deepEqual([isRefused(first!), isRefused(second!)], [false, true])
  const [found, repeated] = await byKey(now(), 'book', 'code', [{ code: 'NOWY' }, { code: 'nowy' }])
  assert.ok('id' in found! && 'refused' in repeated!)
})
