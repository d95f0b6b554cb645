import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spanOf } from './periods.ts'

test('periods are named from where today stands, over the turn of the year too', () => {
  assert.deepEqual(spanOf('thisQuarter', '2026-11-23'), { from: '2026-10-01', until: '2026-12-31' })
  assert.deepEqual(spanOf('lastQuarter', '2026-02-10'), { from: '2025-10-01', until: '2025-12-31' })
  assert.deepEqual(spanOf('lastMonth', '2026-01-31'), { from: '2025-12-01', until: '2025-12-31' })
  assert.deepEqual(spanOf('thisMonth', '2028-02-03'), { from: '2028-02-01', until: '2028-02-29' })
  assert.deepEqual(spanOf('last12', '2026-11-23'), { from: '2025-12-01', until: '2026-11-23' })
})

test('all of it has neither a first nor a last day', () => {
  assert.deepEqual(spanOf('all', '2026-11-23'), {})
})
