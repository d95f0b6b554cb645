import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { RefusalError } from '../../../contract/refusal.ts'
import type { Ctx } from '../context.ts'
import { list } from './list.ts'
import type { ListRequest } from './request.ts'
import { grant, startSample, stages, type Sample } from './testing/sample.ts'
import { stream } from './stream.ts'
import { sql } from '../../../expression/sql.ts'

let world: Sample
let ctx: Ctx
const total = 83

before(async () => {
  world = await startSample()
  ctx = world.ctxOf()
  const pick = <T>(values: readonly T[], at: number) => values[at % values.length]!
  let parent: string | null = null
  for (let at = 0; at < total; at++) {
    const name = pick(['Łódź', 'łódź', 'Lodz', 'Żyrafa', 'zebra', null, 'Ćma', 'ćma ćma', 'Alfa'], at * 7)
    const id = await world.put('firm', {
      name, stage: pick([...stages.map(({ value }) => value), null], at), staff: pick(['1', '2', '2.5', '10', null], at), active: pick([true, false, null], at), since: pick(['2026-01-01', '2025-06-30', null], at * 2),
      turnover: at % 3 === 0 ? null : { amount: String(at % 4), currency: pick(['PLN', 'EUR'], at) }, place: at % 2 ? { city: pick(['Kraków', 'Gdańsk'], at >> 1) } : null, parent: at % 4 === 0 ? null : parent,
    })
    if (at % 10 === 0) parent = id
  }
})
after(() => world.end())

async function pages(asked: Partial<ListRequest>, between?: () => Promise<void>, who: Ctx = ctx): Promise<string[]> {
  const ids: string[] = []
  for (let next: string | null | undefined = undefined; next !== null; ) {
    const answer = await list(who, { object: 'firm', columns: ['name'], limit: 7, ...asked, ...(next === undefined ? {} : { after: next }) })
    ids.push(...answer.rows.map((row) => row.id))
    next = answer.next
    if (next !== null) await between?.()
  }
  return ids
}

const orders = [
  'name', '-name', 'staff', '-staff', 'stage', '-stage', 'active', '-active', 'since', '-since', 'createdAt', '-createdAt', 'id', '-id', 'turnover', '-turnover', 'place', '-place.city', 'version', '',
  'parent', '-parent.name', 'name,-staff', '-stage,name', 'active,-since,staff', '-place.city,-turnover', 'stage,active,since,-name', 'staff,-id', 'parent.staff,-name', '-parent,-active',
]

for (const order of orders) {
  test(`pages by "${order}" have no gaps and no doubles, and the order of the whole`, async () => {
    const whole = (await list(ctx, { object: 'firm', columns: ['name'], order, limit: 500 })).rows.map((row) => row.id)
    assert.equal(new Set(whole).size, total)
    assert.deepEqual(await pages({ order }), whole)
    const streamed: string[] = []
    for await (const rows of stream(ctx, { object: 'firm', columns: ['name'], order })) streamed.push(...rows.map((row) => row.id))
    assert.deepEqual(streamed, whole)
    assert.deepEqual(await pages({ order, count: true, limit: 20 }), whole)
  })

  test(`pages by "${order}" also of a search, a condition and a narrowed person`, async () => {
    const narrowed = world.person({ grants: [grant('firm', 'read', 'all', 'staff is not empty')] })
    for (const asked of [{ search: 'o' }, { where: "name != 'Alfa'" }, { search: 'lodz', where: 'staff > 1' }]) {
      const whole = (await list(narrowed, { object: 'firm', order, limit: 500, count: true, ...asked })).rows.map((row) => row.id)
      assert.deepEqual(await pages({ order, ...asked }, undefined, narrowed), whole)
    }
  })
}

test('empty values come last in both directions', async () => {
  for (const order of ['staff', '-staff', 'name', '-name', 'since', '-since']) {
    const field = order.replace('-', '')
    const values = (await list(ctx, { object: 'firm', columns: [field], order, limit: 500 })).rows.map((row) => row[field])
    const firstEmpty = values.indexOf(null)
    assert.ok(firstEmpty > 0 && values.slice(firstEmpty).every((value) => value === null), order)
  }
})

test('texts are sorted as Polish sorts them', async () => {
  const names = (await list(ctx, { object: 'firm', columns: ['name'], order: 'name', limit: 500 })).rows.map((row) => row['name']).filter((name) => name !== null)
  assert.deepEqual([...new Set(names)], ['Alfa', 'Ćma', 'ćma ćma', 'Lodz', 'łódź', 'Łódź', 'zebra', 'Żyrafa'])
})

test('while others write, what was there all the time comes exactly once', async () => {
  const before = (await list(ctx, { object: 'firm', order: '-name', limit: 500 })).rows.map((row) => row.id)
  let written = 0
  const seen = await pages({ order: '-name' }, async () => {
    await world.put('firm', { name: ['Aaa', 'Kkk', 'Żżż', null][written++ % 4]! })
    await world.db.rows(sql`update firm set deleted_at = now() where id = (select id from firm where name in ('Aaa', 'Kkk') and deleted_at is null limit 1)`)
  })
  assert.equal(new Set(seen).size, seen.length)
  assert.deepEqual(seen.filter((id) => before.includes(id)), before)
  await world.db.rows(sql`delete from firm where name in ('Aaa', 'Kkk', 'Żżż') or search = '' and version = 1 and created_at > '2026-11-01T08:00:00Z'`)
})

test('a stream sees one moment, whatever is written while it is read', async () => {
  for (let at = 0; at < 1_200; at++) await world.db.rows(sql`insert into sector (id, version, created_at, updated_at, name) values (gen_random_uuid(), 1, now(), now(), ${`S ${at}`})`)
  let seen = 0
  for await (const rows of stream(ctx, { object: 'sector', columns: ['name'] })) {
    seen += rows.length
    await world.db.rows(sql`delete from sector`)
  }
  assert.equal(seen, 1_200)
})

test('a stream left early gives its connection back', async () => {
  for (let at = 0; at < 30; at++) for await (const rows of stream(ctx, { object: 'firm' })) if (rows.length > 0) break
  assert.equal((await list(ctx, { object: 'firm', limit: 1 })).rows.length, 1)
})

describe('a cursor', () => {
  const cursorFor = async (request: Partial<ListRequest>) => (await list(ctx, { object: 'firm', limit: 5, ...request })).next!
  const refused = async (after: string, request: Partial<ListRequest>) =>
    assert.rejects(list(ctx, { object: 'firm', limit: 5, ...request, after }), (error: RefusalError) => error.status === 400 && error.refusals[0]!.code === 'bad_cursor')

  test('of another order, search, condition or object is refused', async () => {
    const cursor = await cursorFor({ order: 'name' })
    await refused(cursor, { order: '-name' })
    await refused(cursor, { order: 'name', search: 'a' })
    await refused(cursor, { order: 'name', where: 'active' })
    await refused(cursor, { object: 'worker', order: 'name' })
    assert.equal((await list(ctx, { object: 'firm', order: 'name', limit: 3, after: cursor, columns: ['staff'] })).rows.length, 3)
  })

  test('that is damaged, forged or not one at all is refused and never an error of the database', async () => {
    const cursor = await cursorFor({ order: 'staff' })
    for (const bad of ['', 'x', cursor.slice(0, -3), `${cursor}A`, Buffer.from('[]').toString('base64url'), Buffer.from('{"a":1}').toString('base64url'), 'a'.repeat(10_000)]) await refused(bad, { order: 'staff' })
  })
})
