import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import { visible } from '../access/visible.ts'
import type { Ctx } from '../context.ts'
import { groups } from './groups.ts'
import { list } from './list.ts'
import { one } from './one.ts'
import type { ListRequest } from './request.ts'
import { grant, startSample, type Sample } from './testing/sample.ts'
import { search } from './search.ts'
import { stream } from './stream.ts'
import { resolveWhere } from './where.ts'

let world: Sample
let seller: Ctx
let mine: string
let theirs: string

/** Everything the gate answers, as text, so that a trace of what is hidden anywhere in it is found. */
async function everything(ctx: Ctx, request: Partial<ListRequest> = {}): Promise<string> {
  const asked = { object: 'firm', count: true, ...request }
  const streamed = []
  for await (const rows of stream(ctx, { object: 'firm' })) streamed.push(...rows)
  const answers = [await list(ctx, asked), streamed, await groups(ctx, { object: 'firm', by: ['name', 'owner', 'parent'], measures: ['count', 'sum(turnover)', 'max(staff)'] })]
  return JSON.stringify(answers)
}

const namesIn = async (ctx: Ctx, request: Partial<ListRequest>) => (await list(ctx, { object: 'firm', ...request })).rows.map((row) => row['name'])

before(async () => {
  world = await startSample()
  seller = world.person({ grants: [grant('firm', 'read', 'own'), grant('worker', 'read', 'all')], name: 'Seller' })
  const me = seller.who.userId!
  await world.put('user', { id: me, name: 'Seller', salary: '100', region: 'north' })
  const other = await world.put('user', { name: 'Other', salary: '200', region: 'south' })
  theirs = await world.put('firm', { name: 'Tajna Huta', nip: '5260001246', staff: '987654', stage: 'won', owner: other, turnover: { amount: '876543', currency: 'PLN' } })
  mine = await world.put('firm', { name: 'Jawna Huta', secret: 'kryptonit', staff: '5', stage: 'new', owner: me, parent: theirs, turnover: { amount: '10', currency: 'PLN' } })
  await world.put('formerName', { name: 'Dawna Tajna', firm: theirs })
  await world.put('formerName', { name: 'Dawna Jawna', firm: mine })
  await world.put('worker', { name: 'Pracownik Huty', firm: theirs, owner: other, wage: { amount: '5', currency: 'PLN' } })
  await world.put('remark', { title: 'O tajnej', firm: theirs, hours: '4' })
  await world.put('remark', { title: 'O jawnej', firm: mine, hours: '2' })
})
after(() => world.end())

describe('a record that may not be seen', () => {
  test('is in no list, count, group, measure or stream', async () => {
    const found = await everything(seller)
    assert.match(found, /Jawna Huta/)
    assert.doesNotMatch(found, /Tajna|"987654"|"876543/)
    assert.match(found, /"count":\{"value":1,"exact":true\}/)
  })

  test('is not found by its id, nor told apart from one that is not there', async () => {
    assert.equal(await one(seller, 'firm', theirs), null)
    assert.equal((await one(seller, 'firm', mine))?.['name'], 'Jawna Huta')
  })

  test('is found by neither search box nor global search, by its name, number or earlier name', async () => {
    for (const text of ['tajna', '526-000-12-46', 'dawna tajna', '5260001246']) {
      assert.deepEqual(await namesIn(seller, { search: text }), [], text)
      assert.deepEqual((await search(seller, text)).hits, [], text)
    }
    assert.deepEqual(await namesIn(seller, { search: 'dawna jawna' }), ['Jawna Huta'])
  })

  test('reads as empty where a link leads to it, in columns, conditions, order and groups', async () => {
    const [row] = (await list(seller, { object: 'firm', columns: ['parent', 'parent.name', 'parent.owner.name'] })).rows
    assert.deepEqual([row!['parent'], row!['parent.name'], row!['parent.owner.name']], [null, null, null])
    assert.deepEqual(await namesIn(seller, { where: 'parent is empty', order: 'parent.name' }), ['Jawna Huta'])
    for (const where of [`parent = '${theirs}'`, "parent.name contains 'taj'", "parent.name = 'Tajna Huta'", 'parent.staff > 1', 'COUNT(parent.people) > 0', 'COUNT(parent.branches) > 0']) {
      assert.deepEqual(await namesIn(seller, { where }), [], where)
    }
  })

  test('leaves no trace in the aggregates of records that lead to it or from it', async () => {
    const all = world.ctxOf()
    assert.deepEqual(await namesIn(all, { where: 'SUM(remarkByFirm.hours) = 4' }), ['Tajna Huta'])
    assert.deepEqual((await list(seller, { object: 'worker', columns: ['name'], where: "firm.name contains 'huta'" })).rows, [])
    assert.deepEqual((await list(seller, { object: 'worker', columns: ['name', 'firm'] })).rows.map((row) => row['firm']), [null])
    const boss = world.person({ grants: [grant('firm', 'read', 'all'), grant('remark', 'read', 'own')] })
    assert.deepEqual(await namesIn(boss, { where: 'COUNT(people) > 0' }).catch((error: RefusalError) => error.refusals[0]!.code), 'unknown_field')
  })

  test('takes what follows it out of sight', async () => {
    const remarks = await list(seller, { object: 'remark', columns: ['title', 'firm'], count: true })
    assert.deepEqual(remarks.rows.map((row) => row['title']), ['O jawnej'])
    assert.equal(remarks.count!.value, 1)
  })

  test('is not in the table that hand-written SQL starts from', async () => {
    const rows = await world.db.rows<{ name: string }>(sql`select f.name from ${visible(seller, 'firm')} f`)
    assert.deepEqual(rows, [{ name: 'Jawna Huta' }])
  })
})

describe('a field that may not be read', () => {
  const hides = { firm: { secret: 'none', staff: 'none', turnover: 'none', parent: 'none' } } as const
  const clerk = () => world.person({ grants: [grant('firm', 'read', 'all'), grant('firm', 'change', 'all'), grant('worker', 'read', 'all')], fields: hides })

  test('is in no record and no default column', async () => {
    const row = await one(clerk(), 'firm', mine)
    assert.ok(row !== null)
    for (const field of ['secret', 'staff', 'turnover', 'parent']) assert.ok(!(field in row), field)
    assert.ok(!('staff' in (await list(clerk(), { object: 'firm' })).rows[0]!))
  })

  test('is refused in the same words as a field that does not exist, wherever it is named', async () => {
    const attempts: ((field: string) => Promise<unknown>)[] = [
      (field) => list(clerk(), { object: 'firm', columns: [field] }),
      (field) => list(clerk(), { object: 'firm', columns: [`parent.${field}`] }),
      (field) => list(clerk(), { object: 'worker', columns: [`firm.${field}`] }),
      (field) => list(clerk(), { object: 'worker', order: `-firm.${field}` }),
      (field) => list(clerk(), { object: 'firm', order: field }),
      (field) => list(clerk(), { object: 'firm', where: `${field} is empty` }),
      (field) => list(clerk(), { object: 'worker', where: `firm.${field} is empty` }),
      (field) => groups(clerk(), { object: 'firm', by: [field] }),
      (field) => groups(clerk(), { object: 'firm', by: ['stage'], measures: [`max(${field})`] }),
      async (field) => resolveWhere(clerk(), 'firm', `MAX(parent.branches.${field}) > 1`),
    ]
    for (const attempt of attempts) {
      const [hidden, missing] = await Promise.all([refusalOf(attempt('staff')), refusalOf(attempt('stuff'))])
      assert.equal(hidden.status, 400)
      assert.equal(hidden.text, missing.text.replaceAll('stuff', 'staff'))
    }
  })

  test('cannot be found by', async () => {
    assert.deepEqual(await namesIn(world.ctxOf(), { search: 'kryptonit' }), ['Jawna Huta'])
    assert.deepEqual(await namesIn(clerk(), { search: 'kryptonit' }), [])
    assert.deepEqual(await namesIn(clerk(), { search: 'huta kryptonit' }), [])
    assert.deepEqual((await search(clerk(), 'kryptonit')).hits, [])
    assert.deepEqual(await namesIn(clerk(), { search: 'jawna' }), ['Jawna Huta'])
    assert.deepEqual(await namesIn(clerk(), { search: '526 000 12 46' }), ['Tajna Huta'])
  })

  test('of the baseline’s other fields is hidden from those who have no role there', async () => {
    const nobody = world.person({})
    const people = await list(nobody, { object: 'user', order: 'name' })
    assert.deepEqual(people.rows.map(({ name, region, salary }) => [name, region, salary]), [['Other', 'south', undefined], ['Seller', 'north', undefined]])
    assert.equal((await refusalOf(list(nobody, { object: 'user', where: 'salary > 1' }))).status, 400)
    assert.equal((await refusalOf(list(seller, { object: 'firm', order: 'owner.salary' }))).status, 400)
  })

  test('may still decide by a row rule which rows are reached', async () => {
    const ruled = world.person({ grants: [grant('firm', 'read', 'all', 'staff > 50')], fields: hides })
    assert.deepEqual(await namesIn(ruled, {}), ['Tajna Huta'])
  })
})

describe('without any grant', () => {
  test('an object is refused as a function, and one that does not exist as not there', async () => {
    const nobody = world.person({})
    assert.equal((await refusalOf(list(nobody, { object: 'firm' }))).status, 403)
    assert.equal((await refusalOf(list(nobody, { object: 'remark' }))).status, 403)
    assert.equal((await refusalOf(one(nobody, 'firm', mine))).status, 403)
    assert.equal((await refusalOf(list(nobody, { object: 'ghost' }))).status, 404)
    assert.deepEqual((await search(nobody, 'huta')).hits, [])
  })

  test('a key sees nothing that its scopes do not say, whoever owns it', async () => {
    const withKey = (scope: string) => ({ ...world.ctxOf(), who: { ...world.ctxOf().who, userId: seller.who.userId, keyScopes: new Set([scope]), fingerprint: scope } })
    assert.equal((await refusalOf(list(withKey('account'), { object: 'firm' }))).status, 403)
    assert.deepEqual((await list(withKey('records:read'), { object: 'firm' })).rows[0]!.can, { change: false, delete: false })
    assert.deepEqual((await list(withKey('records:write'), { object: 'firm' })).rows[0]!.can, { change: true, delete: true })
  })
})

async function refusalOf(attempt: Promise<unknown>): Promise<{ status: number; text: string }> {
  try {
    await attempt
  } catch (error) {
    if (error instanceof RefusalError) return { status: error.status, text: JSON.stringify([error.refusals, error.facts]) }
    throw error
  }
  assert.fail('it was not refused')
}
