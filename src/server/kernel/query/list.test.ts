import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../context.ts'
import { newId } from '../db/uuid7.ts'
import { list } from './list.ts'
import { one } from './one.ts'
import type { ListRequest } from './request.ts'
import { grant, startSample, type Sample } from './testing/sample.ts'

let world: Sample
let ctx: Ctx
let owner: string
let head: string
let branch: string

before(async () => {
  world = await startSample()
  ctx = world.ctxOf()
  owner = await world.put('user', { name: 'Anna Kowalska' })
  const steel = await world.put('sector', { name: 'Stal' })
  const wood = await world.put('sector', { name: 'Drewno' })
  const gone = await world.put('sector', { name: 'Nieczynny', deletedAt: '2026-11-02T00:00:00.000Z' })
  head = await world.put('firm', {
    name: 'Centrala', owner, stage: 'won', tags: ['new', 'won'], turnover: { amount: '1234.5', currency: 'PLN' }, staff: '12', since: '2020-02-29', active: true,
    place: { street: 'Długa', building: '4', postalCode: '90-001', city: 'Łódź', country: 'PL' }, phones: [{ kind: 'work', value: '+48601234567' }], sector: steel, sectors: [wood, gone, steel],
  })
  branch = await world.put('firm', { name: 'Oddział', parent: head, sector: gone })
  await world.put('firm', { name: 'Dawna', archivedAt: '2026-11-02T00:00:00.000Z' })
  await world.put('firm', { name: 'Wyrzucona', deletedAt: '2026-11-02T00:00:00.000Z', owner })
  await world.put('formerName', { name: 'Przedwojenna', firm: branch })
  for (const hours of ['1', '2']) await world.put('remark', { title: 'Uwaga', firm: head, hours })
})
after(() => world.end())

const names = async (request: Partial<ListRequest>, who = ctx) => (await list(who, { object: 'firm', ...request })).rows.map((row) => row['name'])

describe('columns', () => {
  test('have the API’s values: links named, money, parts, lists of links in their order without what is gone', async () => {
    const [row] = (await list(ctx, { object: 'firm', columns: ['name', 'owner', 'turnover', 'turnover.amount', 'staff', 'since', 'active', 'place.city', 'phones', 'tags', 'sectors', 'createdAt'], where: "name = 'Centrala'" })).rows
    assert.deepEqual({ ...row, sectors: (row!['sectors'] as { name: string }[]).map(({ name }) => name) }, {
      id: head, version: 1, name: 'Centrala', owner: { id: owner, name: 'Anna Kowalska' }, turnover: { amount: '1234.50', currency: 'PLN' }, 'turnover.amount': '1234.5', staff: '12', since: '2020-02-29', active: true,
      'place.city': 'Łódź', phones: [{ kind: 'work', value: '+48601234567' }], tags: ['new', 'won'], sectors: ['Drewno', 'Stal'], createdAt: '2026-11-01T08:00:00.000Z', can: { change: true, delete: true },
    })
  })

  test('follow links over several steps', async () => {
    const [row] = (await list(ctx, { object: 'firm', columns: ['parent.name', 'parent.owner.name', 'parent.place.city', 'parent.sector'], where: "name = 'Oddział'" })).rows
    assert.deepEqual([row!['parent.name'], row!['parent.owner.name'], row!['parent.place.city']], ['Centrala', 'Anna Kowalska', 'Łódź'])
    assert.equal((row!['parent.sector'] as { name: string }).name, 'Stal')
  })

  test('read a link to what lies in the trash as empty, and so do conditions', async () => {
    const [row] = (await list(ctx, { object: 'firm', columns: ['sector'], where: "name = 'Oddział'" })).rows
    assert.equal(row!['sector'], null)
    assert.deepEqual(await names({ where: 'sector is empty' }), ['Oddział'])
  })

  test('left out, are those of the object’s list', async () => {
    const [row] = (await list(ctx, { object: 'firm' })).rows
    assert.ok('phones' in row! && 'sectors' in row && !('createdAt' in row))
  })
})

describe('which records', () => {
  test('archived ones only when asked for, the trash only apart and for those who may delete', async () => {
    assert.deepEqual(await names({}), ['Centrala', 'Oddział'])
    assert.deepEqual(await names({ archived: 'only' }), ['Dawna'])
    assert.deepEqual(await names({ archived: 'all' }), ['Centrala', 'Dawna', 'Oddział'])
    assert.deepEqual(await names({ trash: true }), ['Wyrzucona'])
    const reader = world.person({ grants: [grant('firm', 'read', 'all')] })
    await assert.rejects(list(reader, { object: 'firm', trash: true }), { status: 403 })
    const keeper = world.ctxOf({ userId: newId(), grants: [grant('firm', 'read', 'all'), grant('firm', 'delete', 'own')] })
    assert.deepEqual(await names({ trash: true }, keeper), [])
    assert.deepEqual(await names({ trash: true }, { ...keeper, who: { ...keeper.who, userId: owner } }), ['Wyrzucona'])
  })

  test('one record also from the trash, for those who may delete it', async () => {
    const [trashed] = (await list(ctx, { object: 'firm', trash: true })).rows
    assert.deepEqual(trashed!.can, { change: false, delete: false })
    assert.equal(await one(ctx, 'firm', trashed!.id), null)
    assert.equal((await one(ctx, 'firm', trashed!.id, { trash: true }))!['name'], 'Wyrzucona')
    const reader = world.person({ grants: [grant('firm', 'read', 'all')] })
    assert.equal(await one(reader, 'firm', trashed!.id, { trash: true }), null)
    assert.equal(await one(ctx, 'firm', "x' or 1=1"), null)
  })

  test('those that one may also change, export or delete', async () => {
    const mixed = world.person({ grants: [grant('firm', 'read', 'all'), grant('firm', 'export', 'all', "stage = 'won'")] })
    assert.deepEqual(await names({ may: 'export' }, mixed), ['Centrala'])
    await assert.rejects(list(mixed, { object: 'firm', may: 'delete' }), { status: 403 })
  })

  test('conditions over links, parts, parts of lists and what leads here', async () => {
    assert.deepEqual(await names({ where: "place.city = 'Łódź' and owner.name contains 'kowal' and tags has 'won'" }), ['Centrala'])
    assert.deepEqual(await names({ where: `owner = '${owner}'` }), ['Centrala'])
    assert.deepEqual(await names({ where: 'SUM(remarkByFirm.hours) = 3 and COUNT(branches) = 1' }), ['Centrala'])
    assert.deepEqual(await names({ where: "parent.owner.name starts with 'anna'" }), ['Oddział'])
    assert.deepEqual(await names({ where: `id in ('${head}', '${branch}') and id != '${head}'` }), ['Oddział'])
    assert.deepEqual(await names({ where: 'not (staff > 5)' }), ['Oddział'])
  })

  test('contains, starts with and ends with, of searchable fields and others, alike', async () => {
    for (const where of ["name contains 'ENTR'", "name starts with 'cen'", "name ends with 'rala'", "place.city contains 'odz'", "place.city starts with 'ŁÓ'", "place.street contains 'ług' and staff > 5", "place contains '90-001'"]) {
      assert.deepEqual(await names({ where }), ['Centrala'], where)
    }
    assert.deepEqual(await names({ where: "not name contains 'centr'" }), ['Oddział'])
    assert.deepEqual(await names({ where: "name contains 'centr' or name contains 'oddz'" }), ['Centrala', 'Oddział'])
    assert.deepEqual(await names({ where: "place.country contains 'pl' and place.city contains 'lodz'" }), ['Centrala'])
  })

  test('`me` is whoever asks, though people with the same rights share the statement', async () => {
    const rights = { grants: [grant('firm', 'read', 'all')], fingerprint: 'shared' }
    const anna = world.ctxOf({ ...rights, userId: owner, teamMates: [owner] })
    const other = world.ctxOf({ ...rights, userId: newId(), teamMates: [] })
    for (const [who, expected] of [[anna, ['Centrala']], [other, []], [anna, ['Centrala']]] as const) {
      assert.deepEqual(await names({ where: 'owner = me' }, who), expected)
      assert.deepEqual(await names({ where: 'owner in me.teamMates' }, who), expected)
    }
    const own = { grants: [grant('firm', 'read', 'team')], fingerprint: 'teams' }
    assert.deepEqual(await names({}, world.ctxOf({ ...own, userId: owner, teamMates: [owner] })), ['Centrala'])
    assert.deepEqual(await names({}, world.ctxOf({ ...own, userId: newId(), teamMates: [newId()] })), [])
  })

  test('today is the day of the person asking, also in a statement kept from yesterday', async () => {
    const on = (moment: string) => ({ ...ctx, now: new Date(moment) })
    const where = 'createdAt >= today - 30'
    assert.equal((await names({ where }, on('2026-11-23T09:00:00Z'))).length, 2)
    assert.equal((await names({ where }, on('2026-12-23T09:00:00Z'))).length, 0)
    assert.equal((await names({ where }, on('2026-11-23T09:00:00Z'))).length, 2)
    assert.equal((await names({ where: 'createdAt < now' }, on('2026-11-01T07:59:59Z'))).length, 0)
    assert.equal((await names({ where: 'createdAt < now' }, on('2026-11-01T08:00:01Z'))).length, 2)
  })
})

describe('the search box', () => {
  test('finds all words in any case, without diacritics, anywhere in the texts', async () => {
    for (const text of ['centrala', 'CENT lodz', 'dług', 'łódź  trala', '90-001']) assert.deepEqual(await names({ search: text }), ['Centrala'], text)
    assert.deepEqual(await names({ search: 'centrala krakow' }), [])
    assert.deepEqual(await names({ search: '100%' }), [])
    assert.deepEqual(await names({ search: '_' }), [])
  })

  test('finds numbers in any form', async () => {
    for (const text of ['601234567', '601 234 567', '+48 601-234-567', '(601) 234.567', '0048 601 234 567', 'centrala 601 234', '601-2', '601 23', '+48 60']) assert.deepEqual(await names({ search: text }), ['Centrala'], text)
  })

  test('finds by earlier names', async () => {
    assert.deepEqual(await names({ search: 'przedwoj' }), ['Oddział'])
  })

  test('takes whatever is typed', async () => {
    for (const text of ["'; drop table firm; --", '\\', '%', '\u0000', '   ', '🙂', '((', '$1']) await names({ search: text })
    await refused({ search: 'x'.repeat(301) }, 'too_long')
  })
})

describe('the count', () => {
  test('is exact up to its bound and says when it is beyond, and paging stays right there', async () => {
    await world.db.rows(sql`insert into sector (id, version, created_at, updated_at, name, margin, search) select gen_random_uuid(), 1, now(), now(), 'S ' || lpad(n::text, 6, '0'), n, 's ' || n from generate_series(1, 10050) n`)
    const by = (who: Ctx, request: Partial<ListRequest> = {}) => list(who, { object: 'sector', columns: ['name'], where: "name starts with 'S '", count: true, ...request })
    assert.deepEqual((await by(ctx)).count, { value: 10_000, exact: false })
    assert.deepEqual((await by(ctx, { where: 'margin <= 10000' })).count, { value: 10_000, exact: true })
    assert.deepEqual((await by(ctx, { where: 'margin > 10050' })).count, { value: 0, exact: true })
    const [gone] = await world.db.rows<{ count: number }>(sql`select count(*)::int as count from sector where deleted_at is not null`)
    for (const [most, exact] of [[10_000, true], [10_001, false]] as const) {
      const narrowed = world.person({ grants: [grant('sector', 'read', 'all', `margin <= ${most}`)] })
      assert.deepEqual((await by(narrowed, { where: '' })).count, { value: 10_000, exact }, `${most}`)
      await world.db.rows(sql`update sector set deleted_at = '2026-11-02T00:00:00.000Z' where margin <= ${most - gone!.count} and deleted_at is null`)
      assert.deepEqual((await by(ctx, { where: '', trash: true })).count, { value: 10_000, exact }, `${most} in the trash`)
      await world.db.rows(sql`update sector set deleted_at = null where name like 'S %'`)
    }
    const ruled = world.person({ grants: [grant('sector', 'read', 'all', 'margin > 2')] })
    for (const [who, request] of [[ctx, {}], [ruled, {}], [ruled, { where: '' }], [ctx, { where: 'margin < 5' }], [ctx, { where: '', search: 's 1' }]] as const) {
      const whole = (await by(who, { ...request, limit: 500, count: false })).rows.map((row) => row['name'])
      const first = await by(who, { ...request, limit: 3 })
      const second = first.next === null ? { rows: [], count: undefined } : await by(who, { ...request, limit: 3, after: first.next })
      assert.deepEqual([...first.rows, ...second.rows].map((row) => row['name']), whole.slice(0, 6))
      if (second.count) assert.deepEqual(second.count, first.count)
      const last = (await by(who, { ...request, limit: 1, order: '-margin' })).rows[0]!['name']
      assert.equal(last, (await list(who, { object: 'sector', columns: ['name'], where: "name starts with 'S '", ...request, order: '-margin', limit: 1 })).rows[0]!['name'])
    }
  })

  test('of what a record lists may be beyond its bound too', async () => {
    const firm = await world.put('firm', { name: 'Wielka' })
    const workers = (from: number, to: number) => world.db.rows(sql`insert into worker (id, version, created_at, updated_at, name, firm) select gen_random_uuid(), 1, now(), now(), 'W ' || lpad(n::text, 6, '0'), ${firm} from generate_series(${from}::int, ${to}) n order by n desc`)
    const listed = () => list(ctx, { object: 'worker', columns: ['name'], linkedTo: { link: 'firm', id: firm }, limit: 2, count: true })
    const names = ['W 000001', 'W 000002']
    await workers(1, 10_000)
    const few = await listed()
    assert.deepEqual([few.rows.map((row) => row['name']), few.count], [names, { value: 10_000, exact: true }])
    await workers(10_001, 10_003)
    const many = await listed()
    assert.deepEqual([many.rows.map((row) => row['name']), many.count], [names, { value: 10_000, exact: false }])
    assert.equal((await list(ctx, { object: 'worker', columns: ['name'], linkedTo: { link: 'firm', id: firm }, limit: 2, after: many.next! })).rows[0]!['name'], 'W 000003')
    await world.db.rows(sql`delete from worker where firm = ${firm}`)
    await world.db.rows(sql`delete from firm where id = ${firm}`)
  })

  test('is not needed to find words far back in the alphabet, in order and page by page', async () => {
    await world.db.rows(sql`insert into sector (id, version, created_at, updated_at, name, search) select gen_random_uuid(), 1, now(), now(), 'Z ' || n, 'zz ' || n from generate_series(1, 5) n`)
    for (const order of ['name', '-name', 'createdAt']) {
      const page = (after?: string) => list(ctx, { object: 'sector', columns: ['name'], search: 'zz', order, limit: 3, ...(after === undefined ? {} : { after }) })
      const first = await page()
      const second = await page(first.next!)
      const found = [...first.rows, ...second.rows].map((row) => String(row['name']))
      assert.deepEqual(order === 'createdAt' ? found.toSorted() : order === 'name' ? found : found.toReversed(), ['Z 1', 'Z 2', 'Z 3', 'Z 4', 'Z 5'])
      assert.equal(second.next, null)
    }
  })

  test('is there also past the end of the list', async () => {
    const first = await list(ctx, { object: 'firm', limit: 1 })
    await world.db.rows(sql`update firm set archived_at = now() where id = ${branch}`)
    assert.deepEqual(await list(ctx, { object: 'firm', limit: 1, after: first.next!, count: true }), { rows: [], next: null, count: { value: 1, exact: true } })
    await world.db.rows(sql`update firm set archived_at = null where id = ${branch}`)
  })
})

describe('refusals', () => {
  test('name what is wrong', async () => {
    await refused({ columns: ['nome'] }, 'unknown_field', { name: 'nome' })
    await refused({ columns: ['name.first'] }, 'unknown_field')
    await refused({ columns: ['sectors.name'] }, 'unknown_field')
    await refused({ columns: ['constructor'] }, 'unknown_field')
    await refused({ order: 'nome' }, 'unknown_field')
    await refused({ order: 'tags' }, 'not_sortable')
    await refused({ order: 'name,name' }, 'malformed')
    await refused({ where: 'nome = 1' }, 'unknown_field')
    await refused({ where: 'name = ' }, undefined, { at: 7, length: 0 })
    await refused({ limit: 0 }, 'malformed')
    await refused({ limit: 501 }, 'malformed')
    await refused({ limit: 1.5 }, 'malformed')
    await refused({ archived: 'maybe' as 'no' }, 'malformed')
    await refused({ offset: 10 } as object, 'unknown_parameter')
  })
})

async function refused(request: Partial<ListRequest>, code?: string, facts: Record<string, unknown> = {}): Promise<void> {
  await assert.rejects(list(ctx, { object: 'firm', ...request }), (error: unknown) => {
    assert.ok(error instanceof RefusalError, String(error))
    assert.equal(error.status, 400)
    if (code !== undefined) assert.equal(error.refusals[0]!.code, code)
    for (const [name, value] of Object.entries(facts)) assert.equal(error.facts[name], value)
    return true
  })
}
