import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Db } from '../db/database.ts'
import { startWorld } from '../testing/world.ts'
import { measureProcess, watchHealth } from './health.ts'
import { counter, histogram, metricsText } from './metrics.ts'

test('healthy only between being ready and stopping, and while the database answers', async () => {
  const world = await startWorld()
  const health = watchHealth(world.db)
  const seen = [await health.answer()]
  health.ready()
  seen.push(await health.answer())
  await world.end()
  seen.push(await health.answer())
  health.stopping()
  seen.push(await health.answer())
  assert.deepEqual(seen.map(({ status, body }) => `${status} ${body.status}`), ['503 starting', '200 ready', '503 database', '503 stopping'])
})

test('figures are told in the format of Prometheus; one that cannot be read is left out', async () => {
  const served = counter('sedno_test_served_total', 'Served')
  served.add(1, { path: 'a "quoted"\nname' })
  served.add(2, { path: 'a "quoted"\nname' })
  histogram('sedno_test_seconds', 'Time', [0.1, 1]).observe(0.5)
  measureProcess({ rows: () => Promise.reject(new Error('gone')) } as unknown as Db)
  const text = await metricsText()
  for (const line of ['# TYPE sedno_test_served_total counter', 'sedno_test_served_total{path="a \\"quoted\\"\\nname"} 3', 'sedno_test_seconds_bucket{le="0.1"} 0', 'sedno_test_seconds_bucket{le="1"} 1', 'sedno_test_seconds_bucket{le="+Inf"} 1', 'sedno_test_seconds_sum 0.5', 'sedno_database_up 0']) {
    assert.ok(text.split('\n').includes(line), line)
  }
  assert.ok(!text.includes('sedno_database_bytes'))
})
