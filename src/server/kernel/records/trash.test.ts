import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { archive, unarchive } from './archive.ts'
import { change } from './change.ts'
import { create } from './create.ts'
import { purgeExpired } from './purge.ts'
import { codes, refusalOf, sampleWorld, type SampleWorld } from './sample-world.ts'
import { trash } from './trash-list.ts'
import { remove, restore } from './trash.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

test('a removed record is in the trash, its value is free again, and it comes back as it was', async () => {
  const id = await world.given('firm', { name: 'A', taxNumber: 't1' })
  await remove(world.program, 'firm', id, { version: 1 })
  assert.deepEqual((await trash(world.program)).entries.map((entry) => [entry.id, entry.name, entry.purgedOn]), [[id, 'A', '2026-12-23']])
  assert.deepEqual(codes(await refusalOf(change(world.program, 'firm', id, { version: 2, values: { name: 'B' } }))), [['in_trash', undefined]])
  const other = await world.given('firm', { name: 'B', taxNumber: 't1' })
  assert.deepEqual(codes(await refusalOf(restore(world.program, 'firm', id))), [['not_unique', 'taxNumber']])
  await remove(world.program, 'firm', other)
  assert.equal((await restore(world.program, 'firm', id)).taxNumber, 't1')
  assert.deepEqual((await world.historyOf(id)).map(({ verb }) => verb), ['create', 'delete', 'restore'])
})

test('what cannot be without it goes along and comes back along; what was in the trash before stays there', async () => {
  const firm = await world.given('firm', { name: 'Z pracownikami' })
  const [one, two] = [await world.given('worker', { last: 'Raz', firm }), await world.given('worker', { last: 'Dwa', firm })]
  const jobs = await world.db.rows<{ id: string; worker: string }>(sql`select id, worker from employment where firm = ${firm}`)
  const early = jobs.find(({ worker }) => worker === one)!.id
  await remove(world.ctxOf('program', { now: new Date('2026-11-01T00:00:00Z') }), 'employment', early)
  await remove(world.program, 'firm', firm)
  const deleted = () => world.db.rows<{ id: string }>(sql`select id from employment where firm = ${firm} and deleted_at is not null`)
  assert.equal((await deleted()).length, 2)
  assert.equal((await world.db.rows(sql`select 1 from worker where id = ${two} and deleted_at is null`)).length, 1)
  await restore(world.program, 'firm', firm)
  assert.deepEqual((await deleted()).map(({ id }) => id), [early])
})

test('what others must not lose cannot be removed; those one may not see are not counted for him', async () => {
  const group = await world.given('group', { name: 'Ważna' })
  const anna = await world.person('Anna', { firm: ['create', 'read:own'], group: ['read', 'delete'] })
  await world.given('firm', { name: 'Cudza', group })
  const unseen = await refusalOf(remove(anna, 'group', group))
  assert.deepEqual([codes(unseen), unseen.refusals[0]!.values], [[['still_linked', undefined]], undefined])
  await create(anna, 'firm', { name: 'Jej', group })
  assert.deepEqual((await refusalOf(remove(anna, 'group', group))).refusals[0]!.values, { count: 1, kind: 'firmy' })
  assert.equal(await world.version('group', group), 1)
})

test('who may not delete is told so, or nothing at all where he does not see it', async () => {
  const id = await world.given('firm', { name: 'A' })
  const reader = await world.person('Czyta', { firm: ['read', 'change'] })
  const blind = await world.person('Nie widzi', { firm: ['read:own', 'delete:all'] })
  assert.equal((await refusalOf(remove(reader, 'firm', id))).status, 403)
  assert.equal((await refusalOf(remove(blind, 'firm', id))).status, 404)
  assert.equal((await refusalOf(remove(world.program, 'firm', id, { version: 7 }))).status, 409)
  assert.equal(await world.version('firm', id), 1)
})

test('the trash shows only what one may delete, page by page without gaps', async () => {
  const anna = await world.person('Anna', { firm: ['create', 'read', 'delete:own'], tag: ['read'] })
  const mine: string[] = []
  for (let n = 0; n < 7; n++) {
    mine.push((await create(anna, 'firm', { name: `Moja ${n}` })).id)
    await remove(anna, 'firm', mine.at(-1)!)
  }
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await trash(anna, { limit: 3, ...(after === undefined ? {} : { after }) })
    seen.push(...page.entries.map(({ id }) => id))
    if (page.next === null) break
    after = page.next
  }
  assert.deepEqual(seen.toSorted(), mine.toSorted())
})

test('archived is not removed; it says so in history and comes back', async () => {
  const id = await world.given('firm', { name: 'Dawna' })
  assert.equal((await archive(world.program, 'firm', id)).archivedAt, world.now.toISOString())
  assert.equal((await archive(world.program, 'firm', id)).version, 2)
  assert.equal((await unarchive(world.program, 'firm', id)).archivedAt, null)
  assert.deepEqual((await world.historyOf(id)).map(({ verb }) => verb), ['create', 'archive', 'archive'])
  assert.deepEqual(codes(await refusalOf(archive(world.program, 'tag', id))), [['not_archivable', undefined]])
})

test('after 30 days it is gone for good with its history, and no link leads to it any more', async () => {
  const [tag, other] = [await world.given('tag', { name: 'przeterminowany' }), await world.given('tag', { name: 'inny' })]
  const parent = await world.given('firm', { name: 'Centrala' })
  const branch = await world.given('firm', { name: 'Oddział', parent, tags: [tag, other] })
  await remove(world.program, 'tag', tag)
  await remove(world.program, 'firm', parent)
  await purgeExpired(world.ctxOf('program', { now: new Date('2026-12-20T00:00:00Z') }))
  assert.equal(await world.version('firm', parent), 2)
  assert.ok((await purgeExpired(world.ctxOf('program', { now: new Date('2026-12-24T00:00:00Z') }))) >= 2)
  const [row] = await world.db.rows(sql`select parent, tags from firm where id = ${branch}`)
  assert.deepEqual(row, { parent: null, tags: [other] })
  assert.deepEqual((await world.historyOf(parent)).map(({ verb, changes }) => [verb, changes]), [['purge', {}]])
  assert.deepEqual((await world.historyOf(branch)).at(-1)!.changes.parent, { from: parent })
})
