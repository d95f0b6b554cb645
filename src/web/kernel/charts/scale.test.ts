import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortFigure, ticksTo } from './scale.ts'

test('an axis goes in round steps to at least the greatest value', () => {
  assert.deepEqual(ticksTo(180_000), [0, 50_000, 100_000, 150_000, 200_000])
  assert.deepEqual(ticksTo(4), [0, 1, 2, 3, 4])
  assert.deepEqual(ticksTo(0.37), [0, 0.1, 0.2, 0.3, 0.4])
})

test('with nothing to show there is still an axis', () => {
  assert.deepEqual(ticksTo(0), [0, 1])
  assert.deepEqual(ticksTo(Number.NaN), [0, 1])
})

test('figures on an axis are short in both languages', () => {
  assert.deepEqual([0, 950, 250_000, 1_200_000, -3_000].map((value) => shortFigure(value, 'pl')), ['0', '950', '250 tys.', '1,2 mln', '-3 tys.'])
  assert.deepEqual([250_000, 2_000_000_000].map((value) => shortFigure(value, 'en')), ['250k', '2bn'])
})
