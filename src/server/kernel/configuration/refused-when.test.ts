import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RefusedWhen } from '../../../contract/refusedWhen.ts'
import type { RefusalError } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import { metadataFor } from '../http/metadata.ts'
import { change, changeMany } from '../records/change.ts'
import { create, createMany } from '../records/create.ts'
import { rehearseCreates } from '../records/rehearse.ts'
import { isRefused } from '../records/writing.ts'
import { both, shapedWorld, type ShapedWorld } from '../testing/shaped.ts'
import { changeConfiguration } from './change.ts'

let world: ShapedWorld
before(async () => void (world = await shapedWorld()))
after(() => world.end())

const now = (): Ctx => world.newest()
const person = (): Ctx => world.ctxOf({ all: true, userId: '00000000-0000-7000-8000-000000000001', name: 'Ewa' }, { registry: world.live.now() })
let version: number | null = null
async function refuse(...refusedWhen: RefusedWhen[]): Promise<void> {
  const { items } = await changeConfiguration(now(), [{ kind: 'objectChange', id: 'book', version, body: { refusedWhen } }])
  version = items[0]?.version ?? version
}
const toldBy = async (work: Promise<unknown>) => (await work.then(() => [], (error: RefusalError) => [...error.refusals])).map(({ code, field, text }) => [code, field, text.en])

const cheapNovel: RefusedWhen = { key: 'cheapNovel', when: "genre = 'novel' and price < 5 PLN", say: { pl: 'Powieść za {mało}', en: 'A novel for too {little}' }, field: 'price' }
const cheap = { title: 'Lalka', genre: 'novel', price: { amount: '1.00', currency: 'PLN' }, owner: null }

test('what the administrator refuses is refused in every way in, at its field, in his words', async () => {
  const old = await create(person(), 'book', { ...cheap, title: 'Stara' })
  await refuse(cheapNovel)
  const told = [['refused_when', 'price', "A novel for too '{'little'}'"]]
  assert.deepEqual(await toldBy(create(person(), 'book', cheap)), told)
  const [many] = await createMany(person(), 'book', [cheap])
  assert.ok(isRefused(many!) && many.refused.refusals[0]!.code === 'refused_when')
  assert.equal((await rehearseCreates(person(), 'book', [cheap]))[0]?.refusals[0]?.code, 'refused_when')
  const fine = await create(person(), 'book', { ...cheap, genre: 'poems' })
  assert.deepEqual(await toldBy(change(person(), 'book', fine.id, { version: fine.version, values: { genre: 'novel' } })), told)
  const [massed] = await changeMany(person(), 'book', [{ id: fine.id, values: { genre: 'novel' } }])
  assert.ok(isRefused(massed!))
  // An empty price is no low price; and what the rule does not speak of may still be changed on a record from before it.
  await create(person(), 'book', { ...cheap, price: null })
  await change(person(), 'book', old.id, { version: old.version, values: { title: 'Starsza' } })
})

test('a rule may look behind links and count, and is said on top where it names no field', async () => {
  await refuse({ key: 'full', when: "shelf.name = 'Pełny' or COUNT(shelf.books) >= 1", say: both('The shelf is full') })
  const [full, free] = [await create(now(), 'shelf', { name: 'Pełny' }), await create(now(), 'shelf', { name: 'Wolny' })]
  assert.deepEqual(await toldBy(create(person(), 'book', { title: 'A', shelf: full.id })), [['refused_when', undefined, 'The shelf is full']])
  const { id, version: first } = await create(person(), 'book', { title: 'B', shelf: free.id })
  assert.deepEqual((await toldBy(create(person(), 'book', { title: 'C', shelf: free.id }))).length, 1)
  await change(person(), 'book', id, { version: first, values: { title: 'B2' } })
})

test('a rule that is no condition, or speaks of a field that is gone, is refused in its place; readers do not get its text', async () => {
  const at = async (rule: RefusedWhen) => (await changeConfiguration(now(), [{ kind: 'objectChange', id: 'book', version, body: { refusedWhen: [rule] } }]).then(() => [], (error: RefusalError) => error.refusals)).map(({ field }) => field)
  assert.deepEqual(await at({ ...cheapNovel, when: 'price +' }), ['book.refusedWhen.cheapNovel'])
  assert.deepEqual(await at({ ...cheapNovel, field: 'gone' }), ['book.refusedWhen.cheapNovel'])
  await refuse(cheapNovel)
  assert.equal('refusedWhen' in metadataFor(person()).objects.find(({ name }) => name === 'book')!, false)
})
