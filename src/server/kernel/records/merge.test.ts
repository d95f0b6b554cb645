import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { change } from './change.ts'
import { merge, undoMerge } from './merge.ts'
import { codes, refusalOf, sampleWorld, type SampleWorld } from './sample-world.ts'
import { trash } from './trash-list.ts'
import { remove } from './trash.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

/** Every record of every object, without what a write always raises. */
async function everything(): Promise<unknown> {
  const tables = ['firm', 'worker', 'employment', 'tag', 'group'] as const
  return Promise.all(tables.map((table) => world.db.connection(async (client) => (await client.query(`select to_jsonb(t) - 'version' - 'updated_at' - 'updated_by' as row from "${table}" t order by id`)).rows)))
}

async function family() {
  const [keep, one, two] = [await world.given('firm', { name: 'Zostaje', city: 'Łódź' }), await world.given('firm', { name: 'Odchodzi', taxNumber: `m${Math.random()}` }), await world.given('firm', { name: 'Też odchodzi', city: 'Kutno' })]
  const branch = await world.given('firm', { name: 'Oddział', parent: one })
  const worker = await world.given('worker', { last: 'Kos', firm: two })
  return { keep, one, two, branch, worker }
}

test('merged records leave what led to them with the kept one, give it their values, and say where they went', async () => {
  const { keep, one, two, branch, worker } = await family()
  const [taken] = await world.db.rows<{ tax_number: string }>(sql`select tax_number from firm where id = ${one}`)
  const answer = await merge(world.program, 'firm', { keep, merge: [one, two], version: 1, values: { taxNumber: taken!.tax_number, city: 'Kutno' } })
  assert.deepEqual([answer.kept.taxNumber, answer.kept.city, answer.kept.version], [taken!.tax_number, 'Kutno', 2])
  assert.deepEqual(answer.moved.toSorted((a, b) => a.object.localeCompare(b.object)), [{ object: 'employment', count: 1 }, { object: 'firm', count: 1 }, { object: 'worker', count: 1 }])
  assert.deepEqual(await world.db.rows(sql`select parent from firm where id = ${branch}`), [{ parent: keep }])
  assert.deepEqual(await world.db.rows(sql`select firm from worker where id = ${worker}`), [{ firm: keep }])
  const entries = (await trash(world.program)).entries.filter(({ mergedInto }) => mergedInto === keep)
  assert.deepEqual(entries.map(({ id }) => id).toSorted(), [one, two].toSorted())
  assert.equal((await world.historyOf(keep)).at(-1)!.verb, 'merge')
  assert.equal((await world.historyOf(one)).at(-1)!.verb, 'merge')
  // The job of the worker went along; it was not ended and begun anew.
  assert.equal((await world.db.rows(sql`select 1 from employment where worker = ${worker}`)).length, 1)
})

test('undone, everything is exactly as it was: values, links, lists of links, nothing in the trash', async () => {
  const tags = [await world.given('tag', { name: 'x1' }), await world.given('tag', { name: 'x2' }), await world.given('tag', { name: 'x3' })]
  const firms = [await world.given('firm', { name: 'Ma dwa', tags: [tags[1], tags[0]] }), await world.given('firm', { name: 'Ma wszystkie', tags })]
  const before = await everything()
  const tagMerge = await merge(world.program, 'tag', { keep: tags[0]!, merge: [tags[1]!, tags[2]!], version: 1, values: {} })
  assert.deepEqual(await world.db.rows(sql`select tags from firm where id = any(${firms}::uuid[]) order by id`), [{ tags: [tags[0]] }, { tags: [tags[0]] }])
  assert.deepEqual((await undoMerge(world.program, tagMerge.operation)).conflicts, [])
  assert.deepEqual(await everything(), before)
})

test('undone exactly also where the kept one took over a unique value and stood in the same tree', async () => {
  const { keep, one, two } = await family()
  const [taken] = await world.db.rows<{ tax_number: string }>(sql`select tax_number from firm where id = ${one}`)
  await change(world.program, 'firm', keep, { version: 1, values: { parent: one } })
  await change(world.program, 'firm', one, { version: 1, values: { parent: two } })
  const before = await everything()
  const answer = await merge(world.program, 'firm', { keep, merge: [one, two], version: 2, values: { taxNumber: taken!.tax_number } })
  assert.equal(answer.kept.parent, null)
  const undone = await undoMerge(world.program, answer.operation)
  assert.deepEqual(undone.conflicts, [])
  assert.deepEqual(await everything(), before)
  assert.deepEqual(codes(await refusalOf(undoMerge(world.program, answer.operation))), [['merge_undone', undefined]])
})

test('one between the kept and the merged in the tree does not make a circle', async () => {
  const top = await world.given('firm', { name: 'Szczyt' })
  const merged = await world.given('firm', { name: 'Odchodzi', parent: top })
  const between = await world.given('firm', { name: 'Pomiędzy', parent: merged })
  const keep = await world.given('firm', { name: 'Zostaje', parent: between })
  await merge(world.program, 'firm', { keep, merge: [merged], version: 1 })
  assert.deepEqual(await world.db.rows(sql`select parent from firm where id = any(${[keep, between]}::uuid[]) order by id`), [{ parent: keep }, { parent: top }])
})

test('what was changed since the merge stays, and is told', async () => {
  const { keep, one, worker } = await family()
  const answer = await merge(world.program, 'firm', { keep, merge: [one], version: 1, values: { city: 'Płock' } })
  await change(world.program, 'firm', keep, { version: 2, values: { city: 'Radom' } })
  const undone = await undoMerge(world.program, answer.operation)
  assert.deepEqual(undone.conflicts.map(({ id, name, field, reason }) => [id, name, field, reason]), [[keep, 'Zostaje', 'city', 'changed_since']])
  assert.deepEqual(await world.db.rows(sql`select city, deleted_at is null as there from firm where id = ${keep}`), [{ city: 'Radom', there: true }])
  assert.deepEqual(await world.db.rows(sql`select deleted_at from firm where id = ${one}`), [{ deleted_at: null }])
  assert.ok(worker)
})

test('one merges only what one may change and delete; refused, nothing has moved', async () => {
  const { keep, one, two } = await family()
  const before = await everything()
  const clerk = await world.person('Ewa', { firm: ['read', 'change'] })
  assert.equal((await refusalOf(merge(clerk, 'firm', { keep, merge: [one], version: 1 }))).status, 403)
  assert.equal((await refusalOf(merge(world.program, 'firm', { keep, merge: [one], version: 9 }))).status, 409)
  assert.deepEqual(codes(await refusalOf(merge(world.program, 'firm', { keep, merge: [keep], version: 1 }))), [['merge_itself', 'merge']])
  assert.deepEqual(codes(await refusalOf(merge(world.program, 'firm', { keep, merge: [one, two], version: 1, values: { name: null } }))), [['required', 'name']])
  await remove(world.program, 'firm', two)
  assert.deepEqual(codes(await refusalOf(merge(world.program, 'firm', { keep, merge: [one, two], version: 1 }))), [['in_trash', undefined]])
  const after = await everything()
  assert.notDeepEqual(after, before)
  assert.deepEqual(await world.db.rows(sql`select deleted_at, version from firm where id = any(${[keep, one]}::uuid[])`), [{ deleted_at: null, version: 1 }, { deleted_at: null, version: 1 }])
})
