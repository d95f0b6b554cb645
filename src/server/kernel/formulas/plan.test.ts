import assert from 'node:assert/strict'
import { test } from 'node:test'
import { is, type FieldDraft, type ObjectDefinition } from '../../../contract/definition.ts'
import { say } from '../../../contract/text.ts'
import { assemble, buildRegistry } from '../metadata/build.ts'
import { shapeOf } from '../metadata/shape.ts'
import { calculatedObjects, customer, label, line, order, user, withField } from '../testing/calculated.ts'
import { formulasOf } from './plan.ts'

const registry = buildRegistry(calculatedObjects)
const plan = formulasOf(registry)
const faultsWith = (draft: FieldDraft, formula: string, more: readonly ObjectDefinition[] = [order, line]) =>
  assemble([user, withField(customer, 'extra', draft, formula), label, ...more]).faults

test('the system chooses how each value is kept', () => {
  const kinds = (object: string) => Object.fromEntries(plan.all.filter((formula) => formula.object === object).map(({ field, kind, daily }) => [field.name, daily ? `${kind} daily` : kind]))
  assert.deepEqual(kinds('customer'), {
    double: 'own', quadruple: 'own', title: 'own', level: 'own', orderCount: 'followed', turnover: 'followed', lastOrder: 'followed', family: 'followed', worth: 'followed',
    idleDays: 'followed daily', secretSum: 'followed', shownSum: 'followed', years: 'live', mine: 'live', fresh: 'live',
  })
  assert.deepEqual(kinds('line'), { value: 'own' })
})

test('what is live has no column, what is stored has those of its type, and nobody may write either', () => {
  const { columns, indexes } = shapeOf(registry.object('customer'), registry)
  const names = columns.map(({ name }) => name)
  for (const name of ['double', 'turnover_amount', 'turnover_currency', 'order_count', 'idle_days']) assert.ok(names.includes(name), name)
  for (const name of ['years', 'mine', 'fresh']) assert.ok(!names.includes(name), name)
  assert.ok(indexes.some(({ definition }) => definition.includes('"order_count"')))
  assert.deepEqual(['turnover', 'years'].map((name) => registry.field('customer', name)).map((field) => [field!.readOnly, field!.computed]), [[true, 'stored'], [true, 'live']])
})

test('formulas come after those they mention', () => {
  const keys = plan.all.map(({ object, field }) => `${object}.${field.name}`)
  const before = (one: string, other: string) => assert.ok(keys.indexOf(one) < keys.indexOf(other), `${one} before ${other}`)
  before('line.value', 'order.total')
  before('order.total', 'customer.turnover')
  before('customer.turnover', 'customer.worth')
})

test('a circle is refused and shown, over several objects too', () => {
  const circle = (faults: readonly { code: string; values?: Record<string, unknown> }[]) => faults.filter(({ code }) => code === 'formula.circle').map(({ values }) => values!['circle'])
  assert.deepEqual(circle(faultsWith(is.number(), 'extra + 1')), ['customer.extra → customer.extra'])
  const round = [withField(order, 'share', is.number(), 'FIRST(lines.part)'), withField(line, 'part', is.number(), 'order.customer.extra')]
  assert.deepEqual(circle(faultsWith(is.number(), 'SUM(orders.share)', round)), ['customer.extra → order.share → line.part → customer.extra'])
})

test('a fault says where in the text it is', () => {
  const [fault] = faultsWith(is.number(), 'rating + nothing')
  assert.deepEqual([fault!.code, fault!.field, fault!.values!['at'], fault!.values!['length']], ['unknown_field', 'customer.extra', 9, 7])
  const codes = (draft: FieldDraft, formula: string) => faultsWith(draft, formula).map(({ code }) => code)
  assert.deepEqual(codes(is.number(), 'name'), ['expected_kind'])
  assert.deepEqual(codes(is.text(), 'name &'), ['expected_value'])
  assert.deepEqual(codes(is.money(), 'rating'), ['expected_kind'])
  assert.deepEqual(codes(is.number(), 'rating / 0'), [])
})

test('a calculated choice must be one of the values where it is written out', () => {
  const levels = is.choice([{ value: 'a', label: { pl: 'A', en: 'A' } }, { value: 'b', label: { pl: 'B', en: 'B' } }])
  const wrong = faultsWith(levels, "IF(rating > 1, 'a', IF(rating < 0, 'c', 'b'))")
  assert.deepEqual(wrong.map(({ code, values }) => [code, values!['value']]), [['unknown_choice', 'c']])
  assert.deepEqual(faultsWith(levels, "SWITCH(level, 'gold', 'a', 'b')"), [])
  assert.deepEqual(faultsWith(levels, 'rating').map(({ code }) => code), ['expected_kind'])
})

test('a calculated field asks for nothing, and what is live names no record and is in no index', () => {
  const options = (draft: FieldDraft) => faultsWith(draft, 'name').map((fault) => [fault.code, say(fault.text, 'en', fault.values)])
  assert.deepEqual(options(is.text({ required: true })), [['formula.option', 'a calculated field cannot be required']])
  assert.deepEqual(options(is.text({ unique: true, searchable: true })).length, 2)
  assert.deepEqual(faultsWith(is.link('customer'), 'parent').map(({ code }) => code), ['formula.type'])
  const named = assemble([user, { ...withField(customer, 'extra', is.text(), "name & today"), nameField: 'extra' }, label, order, line]).faults
  assert.deepEqual(named.map(({ code, field }) => [code, field]), [['formula.live', 'customer.nameField']])
})

test('what is too much is refused in time', () => {
  const nested = `${'ABS('.repeat(1_000)}rating${')'.repeat(1_000)}`
  assert.deepEqual(faultsWith(is.number(), nested).map(({ code }) => code), ['too_deep'])
  assert.deepEqual(faultsWith(is.number(), `rating + ${'1 + '.repeat(400_000)}1`).map(({ code }) => code), ['too_long'])
  assert.deepEqual(faultsWith(is.number(), Array.from({ length: 90 }, () => 'rating').join(' * ')).map(({ code }) => code), ['too_large'])
})
