import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { change } from '../records/change.ts'
import { create } from '../records/create.ts'
import { codes, refusalOf, sampleWorld, type SampleWorld } from '../records/sample-world.ts'
import { remove } from '../records/trash.ts'
import { history } from './history.ts'
import { ensureMonths } from './months.ts'
import { recordAt } from './record-at.ts'
import { registerGathering, registerTimeline, timeline, type SourceEntry } from './timeline.ts'

let world: SampleWorld
before(async () => void (world = await sampleWorld()))
after(() => world.end())

const at = (minute: number, who: Ctx = world.program): Ctx => ({ ...who, now: new Date(world.now.getTime() + minute * 60_000) })

test('history names links and authors, newest first, page by page, and can be narrowed to a field', async () => {
  const anna = await world.person('Anna', { firm: ['create', 'read', 'change'], group: ['read'], user: ['read'] })
  const [old, young] = [await world.given('group', { name: 'Stara' }), await world.given('group', { name: 'Nowa' })]
  const { id } = await create(at(1, anna), 'firm', { name: 'A', group: old })
  await change(at(2, anna), 'firm', id, { version: 1, values: { group: young } })
  await change(at(3, anna), 'firm', id, { version: 2, values: { name: 'B' } })
  const first = await history(anna, 'firm', id, { limit: 2 })
  assert.deepEqual(first.entries.map(({ version, by, changes }) => [version, by, changes]), [
    [3, { id: anna.id, name: 'Anna' }, { name: { from: 'A', to: 'B' } }],
    [2, { id: anna.id, name: 'Anna' }, { group: { from: { id: old, name: 'Stara' }, to: { id: young, name: 'Nowa' } } }],
  ])
  const second = await history(anna, 'firm', id, { limit: 2, after: first.next! })
  assert.deepEqual([second.entries.map(({ verb }) => verb), second.next], [['create'], null])
  assert.deepEqual((await history(anna, 'firm', id, { field: 'group' })).entries.map(({ version }) => version), [2, 1])
  assert.equal((await refusalOf(history(anna, 'firm', id, { after: 'nonsense' }))).status, 400)
})

test('the entry of its creation tells what a record began with, whatever became of it', async () => {
  const group = await world.given('group', { name: 'Pierwsza' })
  const id = await world.given('firm', { name: 'A', city: 'Łódź', group })
  await change(world.program, 'firm', id, { version: 1, values: { city: null, name: 'B', description: 'później' } })
  await change(world.program, 'firm', id, { version: 2, values: { name: 'C', group: null } })
  const created = (await history(world.program, 'firm', id)).entries.at(-1)!
  assert.deepEqual(created.changes, {
    name: { from: null, to: 'A' }, city: { from: null, to: 'Łódź' }, group: { from: null, to: { id: group, name: 'Pierwsza' } }, stage: { from: null, to: 'open' },
  })
})

test('history shows no field, link or record that the reader may not see', async () => {
  const group = await world.given('group', { name: 'Tajna' })
  const id = await world.given('firm', { name: 'A', city: 'Łódź', group })
  const clerk = await world.person('Ewa', { firm: ['read'] }, { fields: { firm: { city: 'none' } } })
  const [entry] = (await history(clerk, 'firm', id)).entries
  assert.deepEqual([entry!.changes.city, entry!.changes.group], [undefined, { from: null, to: null }])
  assert.deepEqual(codes(await refusalOf(history(clerk, 'firm', id, { field: 'city' }))), [['unknown_field', 'city']])
  const stranger = await world.person('Obcy', { firm: ['read:own'] })
  assert.equal((await refusalOf(history(stranger, 'firm', id))).status, 404)
  await remove(world.program, 'firm', id)
  assert.equal((await refusalOf(history(clerk, 'firm', id))).status, 404)
  assert.equal((await history(world.program, 'firm', id)).entries[0]!.verb, 'delete')
})

test('a record is shown as it was at a past moment', async () => {
  const { id } = await create(at(10), 'firm', { name: 'A', city: 'Łódź' })
  await change(at(20), 'firm', id, { version: 1, values: { city: 'Kutno', name: 'B' } })
  await remove(at(30), 'firm', id)
  const past = async (minute: number) => recordAt(world.program, 'firm', id, at(minute).now)
  assert.equal(await past(5), null)
  assert.deepEqual([(await past(15))!.city, (await past(15))!.name], ['Łódź', 'A'])
  assert.deepEqual([(await past(25))!.city, (await past(25))!.name], ['Kutno', 'B'])
  assert.equal(await past(35), null)
})

test('the time line joins what the rooms know with changes of data, in one order, without gaps or doubles', async () => {
  const firm = await world.given('firm', { name: 'Z przebiegiem' })
  for (let version = 1; version <= 6; version++) await change(at(version * 10), 'firm', firm, { version, values: { city: `Miasto ${version}` } })
  const visits: SourceEntry[] = Array.from({ length: 9 }, (_, n) => ({ id: `01900000-0000-7000-8000-00000000000${n}`, kind: 'visit', at: at(n * 7).now.toISOString(), title: `Wizyta ${n}`, by: null, about: { object: 'firm', id: firm } }))
  registerTimeline({
    name: 'visits', kinds: ['visit'], objects: ['firm'],
    entries: async (_ctx, { before, limit, text }) => visits.filter((one) => (text === null || one.title.includes(text)) && (before === null || one.at < before.at || (one.at === before.at && one.id < before.id))).toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit),
  })
  const seen: string[] = []
  for (let place: string | undefined; ; ) {
    const page = await timeline(world.program, 'firm', firm, { limit: 4, ...(place === undefined ? {} : { after: place }) })
    seen.push(...page.entries.map((entry) => `${entry.at} ${entry.kind}`))
    if (page.next === null) break
    place = page.next
  }
  assert.equal(seen.length, 16)
  assert.deepEqual(seen.map((one) => one.slice(0, 24)), seen.map((one) => one.slice(0, 24)).toSorted().reverse())
  assert.deepEqual((await timeline(world.program, 'firm', firm, { kinds: ['change'], text: 'miasto 3' })).entries.map(({ changes }) => changes!.city!.to), ['Miasto 4', 'Miasto 3'])
  assert.equal((await timeline(world.program, 'firm', firm, { kinds: ['visit'] })).entries.length, 9)
  assert.equal((await timeline(world.program, 'firm', firm)).entries[0]!.about.name, 'Z przebiegiem')
})

test('a hidden field is not found by its words, and what is gathered is only what one may see', async () => {
  const anna = await world.person('Anna', { firm: ['create', 'read:own'] })
  const firm = (await create(anna, 'firm', { name: 'Następczyni' })).id
  await change(world.program, 'firm', firm, { version: 1, values: { city: 'Sekretowo' } })
  const [seen, unseen] = [(await create(anna, 'firm', { name: 'Poprzedniczka' })).id, await world.given('firm', { name: 'Cudza' })]
  registerGathering({ object: 'firm', options: ['predecessors'], gather: async () => [seen, unseen] })
  const about = (await timeline(anna, 'firm', firm)).entries.filter(({ kind }) => kind === 'change').map(({ about }) => about.name)
  assert.deepEqual(about.toSorted(), ['Następczyni', 'Następczyni', 'Poprzedniczka'])
  assert.equal((await timeline(anna, 'firm', firm, { gather: [], kinds: ['change'] })).entries.length, 2)
  const blind: Ctx = { ...anna, who: { ...anna.who, fields: { firm: { city: 'none' } } } }
  assert.equal((await timeline(anna, 'firm', firm, { text: 'sekretowo', gather: [], kinds: ['change'] })).entries.length, 1)
  assert.equal((await timeline(blind, 'firm', firm, { text: 'sekretowo', gather: [], kinds: ['change'] })).entries.length, 0)
})

test('months are made ahead; what was written before its month was made is moved there and stays readable', async () => {
  const far = new Date('2031-05-10T10:00:00Z')
  const { id } = await create({ ...world.program, now: far }, 'firm', { name: 'Z przyszłości' })
  assert.equal((await world.db.rows(sql`select 1 from history_default where record = ${id}`)).length, 1)
  await Promise.all([ensureMonths(world.db, 'history', far, far), ensureMonths(world.db, 'history', far, far)])
  assert.equal((await world.db.rows(sql`select 1 from history_2031_05 where record = ${id}`)).length, 1)
  assert.equal((await world.db.rows(sql`select 1 from history_default where record = ${id}`)).length, 0)
  assert.equal((await history(world.program, 'firm', id)).entries.length, 1)
  const current = await world.db.rows<{ name: string }>(sql`select to_regclass(${`history_${new Date().toISOString().slice(0, 7).replace('-', '_')}`})::text as name`)
  assert.ok(current[0]!.name)
})
