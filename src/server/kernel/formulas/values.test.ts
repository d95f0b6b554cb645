import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { history } from '../history/history.ts'
import { groups } from '../query/groups.ts'
import { list } from '../query/list.ts'
import { one } from '../query/one.ts'
import { stream } from '../query/stream.ts'
import { change } from '../records/change.ts'
import { create, createMany } from '../records/create.ts'
import { codes, refusalOf } from '../records/sample-world.ts'
import { undo } from '../records/undo.ts'
import { calculatedObjects } from '../testing/calculated.ts'
import { startWorld, type World } from '../testing/world.ts'

let world: World
before(async () => void (world = await startWorld(calculatedObjects)))
after(() => world.end())

test('values of the record alone are there with the write that makes or changes them', async () => {
  const ctx = world.ctxOf()
  const made = await create(ctx, 'customer', { name: 'Łąka', discount: '2.5', rating: '10' })
  assert.deepEqual([made.double, made.quadruple, made.title, made.level], ['6.67', '13.34', 'ŁĄKA 2.5', 'plain'])
  const changed = await change(ctx, 'customer', made.id, { version: 1, values: { rating: '12' } })
  assert.deepEqual([changed.double, changed.quadruple, changed.level, changed.version], ['8', '16', 'gold', 2])
  const rows = await world.db.rows(sql`select double::text, level from customer where id = ${made.id}`)
  assert.deepEqual(rows, [{ double: '8', level: 'gold' }])
})

test('a value too long or too great is cut or empty, and the write goes through', async () => {
  const made = await create(world.ctxOf(), 'customer', { name: 'Bardzo długa nazwa', rating: '99999999999999999999' })
  assert.deepEqual([made.title, made.double, made.quadruple], ['BARDZO DŁUGA', '66666666666666666666', null])
})

test('nobody writes a calculated value, not even the program', async () => {
  for (const field of ['double', 'turnover', 'years']) {
    assert.deepEqual(codes(await refusalOf(create(world.ctxOf(), 'customer', { name: 'X', [field]: '1' }))), [['field_not_writable', field]])
  }
})

test('history tells what people wrote; an undo brings the calculated value back with it', async () => {
  const ctx = world.ctxOf()
  const { id } = await create(ctx, 'customer', { name: 'A', rating: '3' })
  await change(ctx, 'customer', id, { version: 1, values: { rating: '30' } })
  const { entries } = await history(ctx, 'customer', id)
  assert.deepEqual(entries.map(({ changes }) => Object.keys(changes).sort()), [['rating'], ['name', 'rating']])
  await undo(ctx, { history: entries[0]!.id })
  assert.deepEqual(await one(ctx, 'customer', id).then((row) => [row!.rating, row!.double, row!.level]), ['3', '2', 'plain'])
})

test('live values are columns, conditions, orders, groups, measures and exports like any other', async () => {
  const ctx = world.ctxOf({ all: true, userId: '0199a000-0000-7000-8000-000000000001' })
  await createMany(world.ctxOf(), 'customer', [['QQ1', '2016-11-23'], ['QQ2', '2016-11-24'], ['QQ3', null], ['QQ4', '2020-01-01']].map(([name, since]) => ({ name, since })))
  const where = "name starts with 'QQ'"
  const ask = async (rest: object) => (await list(ctx, { object: 'customer', columns: ['name', 'years', 'fresh', 'mine'], where, order: 'name', ...rest })).rows
  assert.deepEqual((await ask({})).map((row) => [row.name, row.years, row.fresh, row.mine]), [['QQ1', '10', '10', false], ['QQ2', '9', '9', false], ['QQ3', null, null, false], ['QQ4', '6', '6', false]])
  assert.deepEqual((await ask({ where: `${where} and years >= 9`, count: true })).map((row) => row.name), ['QQ1', 'QQ2'])
  assert.deepEqual((await ask({ order: '-years' })).map((row) => row.name), ['QQ1', 'QQ2', 'QQ4', 'QQ3'])
  const grouped = await groups(ctx, { object: 'customer', by: ['years'], where })
  assert.deepEqual(grouped.groups.map((group) => `${group['years']}: ${group['count']}`).sort(), ['10: 1', '6: 1', '9: 1', 'null: 1'])
  assert.equal((await groups(ctx, { object: 'customer', by: [], measures: ['sum(years)'], where })).groups[0]!['sum_years'], '25')
  const streamed: unknown[] = []
  for await (const rows of stream(ctx, { object: 'customer', columns: ['name', 'years'], where, order: 'years,name' })) streamed.push(...rows.map((row) => [row.name, row.years]))
  assert.deepEqual(streamed, [['QQ4', '6'], ['QQ2', '9'], ['QQ1', '10'], ['QQ3', null]])
})

test('pages by a live value have neither gaps nor doubles', async () => {
  const ctx = world.ctxOf()
  await createMany(ctx, 'customer', Array.from({ length: 30 }, (_, n) => ({ name: `P${n}`, since: n % 7 === 0 ? null : `20${String(10 + (n % 5))}-05-05` })))
  for (const order of ['years', '-years']) {
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await list(ctx, { object: 'customer', columns: ['years'], where: "name starts with 'P'", order, limit: 7, ...(after === undefined ? {} : { after }) })
      seen.push(...page.rows.map(({ id }) => id))
      if (page.next === null) break
      after = page.next
    }
    assert.equal(new Set(seen).size, 30)
    assert.equal(seen.length, 30)
  }
})

test('through a link that leads nowhere a live value is empty and not zero', async () => {
  const ctx = world.ctxOf()
  const boss = await create(ctx, 'customer', { name: 'Centrala', since: '2016-01-01' })
  await create(ctx, 'customer', { name: 'K1', parent: boss.id })
  await create(ctx, 'customer', { name: 'K2' })
  const { rows } = await list(ctx, { object: 'customer', columns: ['name', 'parent.years', 'parent.mine'], where: "name starts with 'K'", order: 'parent.years,name' })
  assert.deepEqual(rows.map((row) => [row.name, row['parent.years'], row['parent.mine']]), [['K1', '10', false], ['K2', null, null]])
  assert.equal((await list(ctx, { object: 'customer', where: 'parent.years = 10' })).rows.length, 1)
})

test('a person sees in a live value what its definition says, whatever he may see himself', async () => {
  const owner = '0199a000-0000-7000-8000-000000000002'
  const mine = await create(world.ctxOf(), 'customer', { name: 'Z1', owner: null, since: '2020-01-01' })
  await createMany(world.ctxOf(), 'order', [1, 2].map((n) => ({ number: `z${n}`, customer: mine.id, placedOn: '2026-11-23' })))
  const grants = ['customer', 'order'].map((object) => ({ role: 'r', object, verb: 'read' as const, scope: object === 'order' ? ('own' as const) : ('all' as const), rule: null }))
  const ctx = world.ctxOf({ userId: owner, grants })
  assert.equal((await list(ctx, { object: 'order', where: "number starts with 'z'" })).rows.length, 0)
  assert.equal((await one(ctx, 'customer', mine.id))!.fresh, '8')
})

test('the answer to a change has the live values of after it', async () => {
  const ctx = world.ctxOf()
  const made = await create(ctx, 'customer', { name: 'Po zmianie', since: '2020-01-01' })
  assert.equal(made.years, '6')
  assert.equal((await change(ctx, 'customer', made.id, { version: 1, values: { since: '2000-01-01' } })).years, '26')
})

test('whoever writes one record has what follows from it in the answer, without a new version; others’ records wait for nobody', async () => {
  const ctx = world.ctxOf()
  const boss = await create(ctx, 'customer', { name: 'Matka' })
  assert.deepEqual([boss.family, boss.orderCount, boss.version], [' / Matka', '0', 1])
  const child = await create(ctx, 'customer', { name: 'Córka', parent: boss.id })
  assert.deepEqual([child.family, child.version], ['Matka / Córka', 1])
  const other = await create(ctx, 'customer', { name: 'Ciotka' })
  const changed = await change(ctx, 'customer', child.id, { version: 1, values: { parent: other.id } })
  assert.deepEqual([changed.family, changed.version], ['Ciotka / Córka', 2])
  assert.equal((await change(ctx, 'customer', child.id, { version: 2, values: { rating: '1' } })).family, 'Ciotka / Córka')
  await change(ctx, 'customer', other.id, { version: 1, values: { name: 'Wujek' } })
  assert.equal((await one(ctx, 'customer', child.id))!.family, 'Ciotka / Córka')
  await createMany(ctx, 'customer', [{ name: 'W partii', parent: boss.id }])
  const { rows } = await list(ctx, { object: 'customer', columns: ['family'], where: "name = 'W partii'" })
  assert.deepEqual(rows.map(({ family }) => family), [null])
})

test('a formula that the database will not compute does not stop the write', async () => {
  const ctx = world.ctxOf()
  await world.db.rows(sql`alter table customer add constraint narrow check (order_count is null) not valid`)
  try {
    const made = await create(ctx, 'customer', { name: 'Mimo to' })
    assert.deepEqual([made.name, made.orderCount, made.family], ['Mimo to', null, ' / Mimo to'])
  } finally {
    await world.db.rows(sql`alter table customer drop constraint narrow`)
  }
})
