import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../db/uuid7.ts'
import { sql } from '../../../expression/sql.ts'
import { change, changeMany } from './change.ts'
import { create, createMany } from './create.ts'
import { codes, refusalOf, sampleWorld, type SampleWorld } from './sample-world.ts'
import { remove } from './trash.ts'
import { undo } from './undo.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

const last = async (id: string) => (await world.historyOf(id)).at(-1)!
const row = async (id: string) => (await world.db.rows<{ name: string; city: string | null; deleted_at: string | null }>(sql`select name, city, deleted_at from firm where id = ${id}`))[0]!

test('one change is taken back, and taking it back is taken back', async () => {
  const id = await world.given('firm', { name: 'A', city: 'Łódź' })
  await change(world.program, 'firm', id, { version: 1, values: { city: 'Kutno' } })
  const undone = await undo(world.program, { history: (await last(id)).id })
  assert.deepEqual([(await row(id)).city, undone.undone], ['Łódź', 1])
  await undo(world.program, { operation: undone.operation })
  assert.equal((await row(id)).city, 'Kutno')
})

test('an entry whose field was changed since is refused with the list; other fields do not stand in the way', async () => {
  const id = await world.given('firm', { name: 'A', city: 'Łódź' })
  await change(world.program, 'firm', id, { version: 1, values: { city: 'Kutno' } })
  const entry = (await last(id)).id
  await change(world.program, 'firm', id, { version: 2, values: { name: 'B' } })
  await undo(world.program, { history: entry })
  assert.deepEqual([(await row(id)).city, (await row(id)).name], ['Łódź', 'B'])
  await change(world.program, 'firm', id, { version: 4, values: { city: 'Kutno' } })
  const again = (await last(id)).id
  await change(world.program, 'firm', id, { version: 5, values: { city: 'Zgierz' } })
  const refused = await refusalOf(undo(world.program, { history: again }))
  assert.deepEqual([refused.status, refused.facts.conflicts], [409, [{ object: 'firm', id, name: 'B', field: 'city', reason: 'changed_since' }]])
  assert.equal((await row(id)).city, 'Zgierz')
})

test('a creation taken back lies in the trash; one that was changed since stays', async () => {
  const id = await world.given('firm', { name: 'A' })
  await undo(world.program, { history: (await last(id)).id })
  assert.notEqual((await row(id)).deleted_at, null)
  const other = await world.given('firm', { name: 'B' })
  const made = (await last(other)).id
  await change(world.program, 'firm', other, { version: 1, values: { city: 'X' } })
  assert.equal((await refusalOf(undo(world.program, { history: made }))).status, 409)
  assert.equal((await row(other)).deleted_at, null)
})

test('what followed from a change goes back with it', async () => {
  const [one, two] = [await world.given('firm', { name: 'Jeden' }), await world.given('firm', { name: 'Dwa' })]
  const worker = await world.given('worker', { last: 'Kos', firm: one })
  const jobs = () => world.db.rows(sql`select firm, until from employment where worker = ${worker} and deleted_at is null order by id`)
  await change(world.program, 'worker', worker, { version: 1, values: { firm: two } })
  await undo(world.program, { history: (await last(worker)).id })
  assert.deepEqual(await jobs(), [{ firm: one, until: null }])
})

test('of a mass change one record’s entry is undone alone', async () => {
  const [a, b] = [await world.given('firm', { name: 'A', city: '1' }), await world.given('firm', { name: 'B', city: '1' })]
  await changeMany(world.program, 'firm', [a, b].map((id) => ({ id, values: { city: '2' } })), { operation: newId() })
  await undo(world.program, { history: (await last(a)).id })
  assert.deepEqual([(await row(a)).city, (await row(b)).city], ['1', '2'])
})

test('a whole operation goes back, several changes of one record too; what was changed since stays and is told', async () => {
  const operation = newId()
  const [a, b] = [await world.given('firm', { name: 'A', city: '1' }), await world.given('firm', { name: 'B', city: '1' })]
  await changeMany(world.program, 'firm', [{ id: a, values: { city: '2' } }, { id: a, values: { city: '3', name: 'AA' } }, { id: b, values: { city: '2' } }], { operation })
  const [made] = await createMany(world.program, 'firm', [{ name: 'Nowa' }], { operation })
  await change(world.program, 'firm', b, { version: 2, values: { city: 'moje' } })
  const answer = await undo(world.program, { operation })
  assert.deepEqual([(await row(a)).city, (await row(a)).name, (await row(b)).city], ['1', 'A', 'moje'])
  assert.notEqual((await row(made!.id!)).deleted_at, null)
  assert.deepEqual(answer.conflicts, [{ object: 'firm', id: b, name: 'B', field: 'city', reason: 'changed_since' }])
})

test('a deletion with all that went along comes back', async () => {
  const operation = newId()
  const firm = await world.given('firm', { name: 'Z pracownikiem' })
  await world.given('worker', { last: 'Kos', firm })
  await remove(world.program, 'firm', firm, { operation })
  assert.deepEqual((await undo(world.program, { operation })).conflicts, [])
  assert.equal((await row(firm)).deleted_at, null)
  assert.equal((await world.db.rows(sql`select 1 from employment where firm = ${firm} and deleted_at is null`)).length, 1)
})

test('nobody undoes what he may not change, or what is not there', async () => {
  const id = await world.given('firm', { name: 'A', city: '1' })
  await change(world.program, 'firm', id, { version: 1, values: { city: '2' } })
  const reader = await world.person('Czyta', { firm: ['read'] })
  const blind = await world.person('Nie widzi', {})
  assert.equal((await refusalOf(undo(reader, { history: (await last(id)).id }))).status, 409)
  assert.equal((await refusalOf(undo(blind, { history: (await last(id)).id }))).status, 404)
  assert.deepEqual(codes(await refusalOf(undo(world.program, { operation: newId() }))), [['nothing_to_undo', undefined]])
  assert.equal((await row(id)).city, '2')
})

test('who brought records in takes them back without the right to delete others’', async () => {
  const clerk = await world.person('Importuje', { firm: ['create', 'read'] })
  const operation = newId()
  const id = (await create(clerk, 'firm', { name: 'Z pliku' }, { operation })).id
  assert.deepEqual((await undo(clerk, { operation })).conflicts, [])
  assert.notEqual((await row(id)).deleted_at, null)
})

test('a great operation goes back lot by lot, telling how far it is', async () => {
  const operation = newId()
  const rows = Array.from({ length: 2_600 }, (_, n) => ({ name: `Masowa ${n}` }))
  await createMany(world.program, 'firm', rows, { operation })
  const told: number[] = []
  const answer = await undo(world.program, { operation }, { progress: async (_ctx, done) => void told.push(done) })
  assert.deepEqual([answer.undone, answer.conflicts, told], [2_600, [], [500, 1_000, 1_500, 2_000, 2_500, 2_600]])
})
