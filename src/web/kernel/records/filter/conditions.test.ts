import assert from 'node:assert/strict'
import { test } from 'node:test'
import { join, split } from './conditions.ts'
import { operatorsOf } from './operators.ts'

const same = [
  "region in ('mazowieckie', 'slaskie')", 'owner = me', 'lastSaleOn >= today - 30', 'lastSaleOn < today - 365', "name contains 'O''Brien'", 'turnover > 10000.50 PLN', 'employees between 10 and 50',
  "roles has any ('customer', 'partner')", 'website is empty', 'active', 'not active', "nip = '5250007733'", "owner.name starts with 'An'", 'territory in me.territories', 'owner in me.subordinates', 'owner in me.teamMates', 'owner.teams has any me.teams', 'owner.territories has any me.territories', 'customerSince = 2026-01-31', "WITHIN(sector, 'industry')", "WITHIN(product.group, '0199a000-0000-7000-8000-000000000001')",
]

test('what the bar shows as sentences is written back as it was', () => {
  for (const text of same) {
    const { parts } = split(text)
    assert.equal(parts?.[0]?.kind, 'condition', text)
    assert.equal(split(join(parts!)).parts![0]!.kind, 'condition')
    assert.deepEqual(split(join(parts!)).parts, parts, text)
  }
})

test('several conditions are several sentences, and one with or stays a single text', () => {
  const { parts } = split("owner = me and (region = 'slaskie' or region is empty) and employees > 5")
  assert.deepEqual(parts!.map((part) => part.kind), ['condition', 'other', 'condition'])
  assert.equal(split(join(parts!)).parts!.length, 3)
})

test('digits of a tax number stay a text when a condition is made anew', () => {
  assert.equal(join([{ kind: 'condition', condition: { path: 'nip', operator: 'is', value: '5250007733', kind: 'text' } }]), "nip = '5250007733'")
  assert.equal(join([{ kind: 'condition', condition: { path: 'owner', operator: 'is', value: { id: 'abc', name: 'Anna' }, kind: 'record' } }]), "owner = 'abc'")
})

test('a text that is no expression says where it stopped being one', () => {
  const { problem } = split('name = ')
  assert.equal(problem?.at, 7)
})

test('a link into a tree is asked for one record, and next for it with those below; the record is written by its id', () => {
  const ofTree = operatorsOf({ type: { kind: 'record', object: 'productGroup' }, leadsIntoTree: true })
  assert.deepEqual(ofTree.slice(0, 3), ['is', 'within', 'oneOf'])
  assert.ok(!operatorsOf({ type: { kind: 'record', object: 'product' }, leadsIntoTree: false }).includes('within'))
  const owner = operatorsOf({ type: { kind: 'record', object: 'user' }, leadsIntoTree: true })
  assert.equal(owner[0], 'me')
  assert.ok(owner.includes('within'))
  assert.deepEqual(operatorsOf({ type: { kind: 'list', of: { kind: 'record', object: 'territory' } }, leadsIntoTree: true }).slice(0, 3), ['hasMyTerritories', 'hasAny', 'within'])
  assert.equal(join([{ kind: 'condition', condition: { path: 'group', operator: 'within', value: { id: 'abc', name: 'Maszyny' }, kind: 'record' } }]), "WITHIN(group, 'abc')")
})
