import assert from 'node:assert/strict'
import { test } from 'node:test'
import { thresholdOf, withThreshold } from './thresholds.ts'

const ways = { low: ['application' as const], normal: ['application' as const, 'mail' as const], high: ['application' as const, 'mail' as const], urgent: ['application' as const, 'mail' as const, 'sms' as const] }

test('from which priority on a way is used is read from the ways, and written into them without touching the others', () => {
  assert.deepEqual((['application', 'mail', 'sms', 'push'] as const).map((way) => thresholdOf(ways, way)), ['low', 'normal', 'urgent', 'never'])
  const pushed = withThreshold(ways, 'push', 'high')
  assert.deepEqual([pushed.normal, pushed.high, pushed.urgent], [['application', 'mail'], ['application', 'mail', 'push'], ['application', 'mail', 'sms', 'push']])
  assert.deepEqual(withThreshold(pushed, 'push', 'never'), ways)
})
