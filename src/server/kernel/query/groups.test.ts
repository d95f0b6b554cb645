import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '../context.ts'
import { groups } from './groups.ts'
import type { GroupsRequest } from './request.ts'
import { grant, startSample, type Sample } from './testing/sample.ts'

let world: Sample
let ctx: Ctx
let anna: string
let steel: string

before(async () => {
  world = await startSample()
  ctx = world.ctxOf()
  anna = await world.put('user', { name: 'Anna' })
  steel = await world.put('sector', { name: 'Stal', margin: '7' })
  const hidden = await world.put('sector', { name: 'Gone', deletedAt: '2026-11-02T00:00:00.000Z' })
  const money = (amount: string, currency = 'PLN') => ({ amount, currency })
  await world.put('firm', { name: 'A', stage: 'new', owner: anna, sector: steel, turnover: money('0.1'), staff: '3', since: '2026-01-15', active: true, place: { city: 'Łódź' }, createdAt: '2026-10-31T23:30:00.000Z' })
  await world.put('firm', { name: 'B', stage: 'new', owner: anna, sector: steel, turnover: money('0.2'), staff: '4', since: '2026-02-15', active: false, place: { city: 'Łódź' } })
  await world.put('firm', { name: 'C', stage: 'new', sector: hidden, turnover: money('10', 'EUR'), since: '2025-12-31' })
  await world.put('firm', { name: 'D', stage: 'won', turnover: money('99999999999999999999.99'), staff: '5.5' })
  await world.put('firm', { name: 'E', archivedAt: '2026-11-02T00:00:00.000Z', stage: 'won', turnover: money('1') })
})
after(() => world.end())

const grouped = async (request: Partial<GroupsRequest> & Pick<GroupsRequest, 'by'>, who = ctx) => (await groups(who, { object: 'firm', ...request })).groups

test('by choice, with counts, the biggest first', async () => {
  assert.deepEqual(await grouped({ by: ['stage'] }), [{ stage: 'new', count: 3 }, { stage: 'won', count: 1 }])
})

test('money is added up exactly, apart for each currency', async () => {
  assert.deepEqual(await grouped({ by: ['stage'], measures: ['sum(turnover)', 'avg(turnover)', 'max(turnover)', 'sum(staff)', 'avg(staff)', 'min(since)', 'count'] }), [
    { stage: 'new', sum_turnover: { EUR: '10.00', PLN: '0.30' }, avg_turnover: { EUR: '10.00', PLN: '0.15' }, max_turnover: { EUR: '10.00', PLN: '0.20' }, sum_staff: '7', avg_staff: '3.5', min_since: '2025-12-31', count: 3 },
    { stage: 'won', sum_turnover: { PLN: '99999999999999999999.99' }, avg_turnover: { PLN: '99999999999999999999.99' }, max_turnover: { PLN: '99999999999999999999.99' }, sum_staff: '5.5', avg_staff: '5.5', min_since: null, count: 1 },
  ].map(({ count, ...rest }) => ({ ...rest, count })))
})

test('in how many records something is filled in, whatever it is', async () => {
  assert.deepEqual(await grouped({ by: ['stage'], measures: ['count(turnover)', 'count(since)'] }), [
    { stage: 'new', count: 3, count_turnover: 3, count_since: 3 }, { stage: 'won', count: 1, count_turnover: 1, count_since: 0 },
  ])
  // A link to what he may not see is empty to him: counting them would tell of it.
  await assert.rejects(grouped({ by: ['stage'], measures: ['count(sector)'] }))
})

test('by links, with names; what may not be seen or is gone is the empty group', async () => {
  assert.deepEqual(await grouped({ by: ['sector'] }), [{ sector: { id: steel, name: 'Stal' }, count: 2 }, { sector: null, count: 2 }].toSorted((a, b) => (a.sector === null ? 1 : 0) - (b.sector === null ? 1 : 0)))
  const withoutSectors = world.person({ grants: [grant('firm', 'read', 'all')] })
  assert.deepEqual(await grouped({ by: ['sector'] }, withoutSectors), [{ sector: null, count: 4 }])
  assert.deepEqual(await grouped({ by: ['owner.name', 'place.city'], where: 'owner is not empty' }), [{ 'owner.name': 'Anna', 'place.city': 'Łódź', count: 2 }])
})

test('times fall into the periods of the person’s own time zone', async () => {
  assert.deepEqual(await grouped({ by: ['createdAt:month'] }), [{ 'createdAt:month': '2026-11', count: 4 }])
  assert.deepEqual(await grouped({ by: ['createdAt:month'] }, { ...ctx, timeZone: 'UTC' }), [{ 'createdAt:month': '2026-11', count: 3 }, { 'createdAt:month': '2026-10', count: 1 }])
  for (const [period, expected] of [['year', '2025'], ['quarter', '2025-Q4'], ['month', '2025-12'], ['week', '2026-W01'], ['day', '2025-12-31']]) {
    const found = await grouped({ by: [`since:${period}`], where: "name = 'C'" })
    assert.deepEqual(found, [{ [`since:${period}`]: expected, count: 1 }])
  }
})

test('several make a pivot; none gives the whole', async () => {
  assert.deepEqual(await grouped({ by: ['stage', 'active'], where: 'active is not empty' }), [{ stage: 'new', active: false, count: 1 }, { stage: 'new', active: true, count: 1 }])
  assert.deepEqual(await grouped({ by: [], measures: ['count', 'max(createdAt)'] }), [{ count: 4, max_createdAt: '2026-11-01T08:00:00.000Z' }])
  assert.deepEqual(await grouped({ by: [], where: "name = 'nobody'" }), [])
  assert.equal((await groups(ctx, { object: 'firm', by: ['name'], limit: 2 })).more, true)
})

test('only over what the person may see, with his search and archive', async () => {
  const own = world.ctxOf({ userId: anna, grants: [grant('firm', 'read', 'own')] })
  assert.deepEqual(await grouped({ by: ['stage'], measures: ['count', 'sum(turnover)'] }, own), [{ stage: 'new', count: 2, sum_turnover: { PLN: '0.30' } }])
  assert.deepEqual(await grouped({ by: ['stage'], archived: 'only' }), [{ stage: 'won', count: 1 }])
  assert.deepEqual(await grouped({ by: ['stage'], search: 'lodz' }), [{ stage: 'new', count: 2 }])
})

test('what cannot be grouped or measured is refused', async () => {
  for (const [request, code] of [
    [{ by: ['tags'] }, 'not_groupable'], [{ by: ['phones'] }, 'not_groupable'], [{ by: ['id'] }, 'not_groupable'], [{ by: ['since:century'] }, 'unknown_period'], [{ by: ['stage:month'] }, 'unknown_period'],
    [{ by: ['stage'], measures: ['sum(name)'] }, 'not_measurable'], [{ by: ['stage'], measures: ['median(staff)'] }, 'unknown_measure'], [{ by: ['stage'], measures: ['sum(nome)'] }, 'unknown_field'],
    [{ by: ['stage'], measures: ['sum(turnover);--'] }, 'unknown_measure'], [{ by: ['nome'] }, 'unknown_field'], [{ by: ['stage'], limit: 0 }, 'malformed'], [{ by: ['stage'], order: 'x' }, 'unknown_parameter'],
  ] as const) {
    await assert.rejects(groups(ctx, { object: 'firm', ...request } as unknown as GroupsRequest), { message: code, status: 400 })
  }
})
