import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import type { Verb } from '../../../contract/definition.ts'
import type { FieldAccess } from '../access/who.ts'
import { fieldAccess } from '../access/field-access.ts'
import { metadataFor } from '../http/metadata.ts'
import { groups } from '../query/groups.ts'
import { list } from '../query/list.ts'
import { one } from '../query/one.ts'
import { stream } from '../query/stream.ts'
import { change } from '../records/change.ts'
import { create } from '../records/create.ts'
import { codes, refusalOf } from '../records/sample-world.ts'
import { calculatedObjects } from '../testing/calculated.ts'
import { startWorld, type World } from '../testing/world.ts'

let world: World
let id: string
before(async () => {
  world = await startWorld(calculatedObjects)
  id = (await create(world.ctxOf(), 'customer', { name: 'Jawny', since: '2020-01-01', rating: '11', discount: '3' })).id
  await world.db.rows(sql`update customer set secret_sum_amount = 987654, secret_sum_currency = 'PLN', shown_sum_amount = 5, shown_sum_currency = 'PLN'`)
})
after(() => world.end())

const person = (objects: readonly string[], fields: Record<string, Record<string, FieldAccess>> = {}) =>
  world.ctxOf({ userId: '0199a000-0000-7000-8000-000000000009', fields, grants: objects.flatMap((object) => (['create', 'read', 'change', 'export'] as const).map((verb: Verb) => ({ role: 'r', object, verb, scope: 'all' as const, rule: null }))) })

test('a formula over a hidden field is as hidden as that, on whatever object it lies, and formulas over it too', () => {
  const access = (ctx: ReturnType<typeof person>, ...fields: string[]) => fields.map((field) => fieldAccess(ctx, 'customer', field) !== 'none')
  const all = ['customer', 'order', 'line', 'label']
  assert.deepEqual(access(person(all), 'double', 'quadruple', 'secretSum', 'turnover', 'years', 'fresh'), [true, true, true, true, true, true])
  assert.deepEqual(access(person(all, { customer: { rating: 'none' } }), 'double', 'quadruple', 'level', 'title', 'years'), [false, false, false, true, true])
  assert.deepEqual(access(person(all, { order: { margin: 'none' } }), 'secretSum', 'shownSum', 'turnover'), [false, true, true])
  assert.deepEqual(access(person(all, { line: { price: 'none' } }), 'turnover', 'worth', 'orderCount'), [false, false, true])
  assert.deepEqual(access(person(all, { order: { customer: 'none' } }), 'orderCount', 'fresh', 'years'), [false, false, true])
  assert.deepEqual(access(person(['customer']), 'orderCount', 'turnover', 'secretSum', 'shownSum', 'double'), [false, false, false, true, true])
  assert.deepEqual(access(person(all, { customer: { double: 'none' } }), 'double', 'quadruple', 'rating'), [false, false, true])
})

test('a key without the right to read does not hide a formula from its owner’s session', () => {
  const ctx = person(['customer'])
  const withKey = { ...ctx, who: { ...ctx.who, keyScopes: new Set<string>() } }
  fieldAccess(withKey, 'customer', 'double')
  assert.notEqual(fieldAccess(ctx, 'customer', 'double'), 'none')
})

test('a hidden formula leaves no trace: not in columns, filter, order, groups, measures, export, record, metadata or error', async () => {
  for (const hidden of ['secretSum', 'fresh']) {
    const ctx = person(['customer', 'order'], { order: { margin: 'none', placedOn: 'none' } })
    const asked: ((name: string) => Promise<unknown>)[] = [
      (name) => list(ctx, { object: 'customer', columns: ['name', name] }),
      (name) => list(ctx, { object: 'customer', order: name }),
      (name) => list(ctx, { object: 'customer', where: `${name} is not empty` }),
      (name) => list(ctx, { object: 'customer', where: `parent.${name} is not empty` }),
      (name) => list(ctx, { object: 'order', where: `customer.${name} is not empty` }),
      (name) => groups(ctx, { object: 'customer', by: [name] }),
      (name) => groups(ctx, { object: 'customer', by: [], measures: [`sum(${name})`] }),
      async (name) => { for await (const _ of stream(ctx, { object: 'customer', columns: [name] })); },
    ]
    for (const ask of asked) {
      const [refused, missing] = [await refusalOf(ask(hidden)), await refusalOf(ask('nothing'))]
      assert.deepEqual(codes(refused), codes(missing))
      assert.doesNotMatch(JSON.stringify(refused.refusals), /987654|Pole secretSum/)
    }
    const row = await one(ctx, 'customer', id)
    assert.ok(!(hidden in row!))
    assert.doesNotMatch(JSON.stringify(row), /987654/)
    assert.deepEqual(metadataFor(ctx).objects.find(({ name }) => name === 'customer')!.fields.filter(({ name }) => name === hidden), [])
    assert.deepEqual(codes(await refusalOf(change(ctx, 'customer', id, { version: 1, values: { [hidden]: '1' } }))), [['unknown_field', hidden]])
  }
})

test('a released formula is seen without what it is made of, and its text is not told', async () => {
  const ctx = person(['customer', 'order'], { order: { margin: 'none' } })
  assert.deepEqual((await one(ctx, 'customer', id))!.shownSum, { amount: '5.00', currency: 'PLN' })
  const [field] = metadataFor(ctx).objects.find(({ name }) => name === 'customer')!.fields.filter(({ name }) => name === 'shownSum')
  assert.deepEqual([field!.computed, field!.formula], ['stored', undefined])
  assert.doesNotMatch(JSON.stringify(metadataFor(ctx)), /margin/)
})
