import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, momentsOf, spanOf, stepFrom } from './span.ts'

test('a week begins on Monday, a month shows whole weeks', () => {
  assert.deepEqual(spanOf('week', '2026-11-29'), { from: '2026-11-23', until: '2026-11-30' })
  assert.deepEqual(spanOf('workWeek', '2026-11-23'), { from: '2026-11-23', until: '2026-11-28' })
  assert.deepEqual(spanOf('month', '2026-11-10'), { from: '2026-10-26', until: '2026-12-07' })
  assert.deepEqual(spanOf('month', '2027-02-10'), { from: '2027-02-01', until: '2027-03-01' })
})

test('steps go from month to month without skipping a short one', () => {
  assert.equal(stepFrom('month', '2027-01-31', 1), '2027-02-01')
  assert.equal(stepFrom('week', '2026-11-25', -1), '2026-11-18')
  assert.equal(stepFrom('day', '2026-12-31', 1), '2027-01-01')
  assert.equal(addDays('2028-02-28', 1), '2028-02-29')
})

test('days are asked for as moments of the person’s zone, also on the day the clock changes', () => {
  assert.deepEqual(momentsOf({ from: '2026-03-29', until: '2026-03-30' }, 'Europe/Warsaw'), { from: '2026-03-28T23:00:00.000Z', until: '2026-03-29T22:00:00.000Z' })
})
