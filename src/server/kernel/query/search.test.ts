import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { grant, startSample, type Sample } from './testing/sample.ts'
import { search } from './search.ts'

let world: Sample
let alfa: string

before(async () => {
  world = await startSample()
  const stage = 'new'
  alfa = await world.put('firm', { name: 'Alfa', nip: '1234563218', stage, place: { city: 'Łódź', country: 'PL' }, phones: [{ kind: 'work', value: '+48601234567' }] })
  await world.put('firm', { name: 'Alfa Beta', stage })
  await world.put('firm', { name: 'Nowa Alfa', stage })
  await world.put('firm', { name: 'Metalalfa', stage })
  await world.put('firm', { name: 'Alfa stara', stage, archivedAt: '2026-11-02T00:00:00.000Z' })
  await world.put('firm', { name: 'Alfa z kosza', stage, deletedAt: '2026-11-02T00:00:00.000Z' })
  await world.put('formerName', { name: 'Zakłady Gamma', firm: await world.put('firm', { name: 'Delta', stage }) })
  await world.put('worker', { name: 'Jan Alfa', firm: alfa })
  await world.put('remark', { title: 'o alfie i alfa', firm: alfa })
  await world.put('user', { name: 'Żaneta Ćwik' })
})
after(() => world.end())

const names = async (text: string, options?: Parameters<typeof search>[2]) => (await search(world.ctxOf(), text, options)).hits.map((hit) => `${hit.by} ${hit.name}`)

test('a whole name comes before beginnings, beginnings before words, words before parts, the archive after the rest', async () => {
  assert.deepEqual(await names('alfa', { objects: ['firm'] }), ['exact Alfa', 'start Alfa Beta', 'start Alfa stara', 'word Nowa Alfa', 'part Metalalfa'])
})

test('all objects are looked into, a few hits of each, and it says where there are more', async () => {
  const { hits, more } = await search(world.ctxOf(), 'alfa', { limit: 2 })
  assert.deepEqual(hits.map((hit) => `${hit.object} ${hit.name}`), ['firm Alfa', 'firm Alfa Beta', 'worker Jan Alfa', 'remark o alfie i alfa'])
  assert.deepEqual(more, ['firm'])
})

test('identifiers and phones in any form', async () => {
  for (const text of ['1234563218', '123-456-32-18', 'PL1234563218', '123 456 32 18']) assert.deepEqual(await names(text), ['exact Alfa'], text)
  for (const text of ['601234567', '+48 601 234 567', '601-23-45', '601-2', 'PL 12345', 'pl123-456', '123-4', '456-32-18']) assert.equal((await names(text)).length, 1, text)
})

test('an earlier name finds the record of today and says which name matched', async () => {
  const { hits } = await search(world.ctxOf(), 'gamma')
  assert.deepEqual(hits.map(({ object, name, through }) => [object, name, through]), [['firm', 'Delta', { object: 'formerName', name: 'Zakłady Gamma' }]])
})

test('without diacritics, in any case, from one letter on', async () => {
  for (const text of ['zaneta', 'ŻANETA', 'cwik', 'zan cwi', 'ż', 'Ża', 'cw']) assert.deepEqual((await search(world.ctxOf(), text, { objects: ['user'] })).hits.map((hit) => hit.name), ['Żaneta Ćwik'], text)
  assert.deepEqual(await names('l', { objects: ['firm'] }), [])
})

test('what distinguishes namesakes comes along, as far as it may be read', async () => {
  const reader = world.person({ grants: [grant('firm', 'read', 'all')], fields: { firm: { secret: 'none' } } })
  const [hit] = (await search(reader, 'alfa')).hits
  assert.deepEqual(hit!.about, { 'place.city': 'Łódź' })
})

test('a word that thousands have is found by whoever may see only a few of them, and nothing else comes with it', async () => {
  await world.db.rows(sql`insert into sector (id, version, created_at, updated_at, name, margin, search)
    select gen_random_uuid(), 1, now(), now(), 'S ' || n, n, case when n > 7000 then 'granit ' else '' end || 's ' || n from generate_series(1, 12000) n`)
  const seen = async (rule: string | null) => {
    const reader = world.person({ grants: [grant('sector', 'read', 'all', rule)] })
    return (await search(reader, 'granit', { objects: ['sector'], limit: 50 })).hits.map((hit) => Number(hit.name!.slice(2))).sort((a, b) => a - b)
  }
  // Among the first with the word; among them and beyond; far beyond; not at all.
  assert.equal((await seen(null)).length, 50)
  assert.equal((await seen('margin > 7000 and margin < 9000')).length, 50)
  assert.deepEqual(await seen('margin = 7001 or margin > 11998'), [7001, 11999, 12000])
  assert.deepEqual(await seen('margin > 11997'), [11998, 11999, 12000])
  assert.deepEqual(await seen('margin <= 7000'), [])
  await world.db.rows(sql`delete from sector where name like 'S %'`)
})

test('whatever is typed is only text', async () => {
  for (const text of ["'", '%', '_', '\\', '\u0000', '', '   ', "x' or '1'='1", '((((', '🙂🙂', 'a'.repeat(300)]) assert.deepEqual((await search(world.ctxOf(), text)).hits, [], text)
  await assert.rejects(search(world.ctxOf(), 'a', { limit: 1000 }), { status: 400 })
  await assert.rejects(search(world.ctxOf(), 'a', { objects: ['ghost'] }), { status: 404 })
})
