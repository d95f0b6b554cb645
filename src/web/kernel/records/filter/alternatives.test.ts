import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alternativesOf, fromAlternatives } from './alternatives.ts'

test('a rule is shown as alternatives and written back meaning the same', () => {
  for (const rule of ['territory in me.territories or keyAccount', "region = 'slaskie'", "owner = me and region = 'slaskie' or turnover > 10 000 PLN and roles has 'customer'"]) {
    assert.equal(fromAlternatives(alternativesOf(rule)!), rule)
  }
  assert.deepEqual(alternativesOf('territory in me.territories or keyAccount')!.map((parts) => parts.map((part) => part.kind === 'condition' && part.condition.operator)), [['myTerritories'], ['yes']])
})

test('an alternative within a condition stays within it', () => {
  const rule = "owner = me and (region = 'slaskie' or region is empty)"
  assert.equal(alternativesOf(rule)!.length, 1)
  assert.equal(fromAlternatives(alternativesOf(rule)!), rule)
})

test('nothing is no alternative, and what is no expression is not shown as sentences', () => {
  assert.deepEqual(alternativesOf('  '), [])
  assert.equal(alternativesOf('region = '), null)
  assert.equal(fromAlternatives([[]]), '')
})
