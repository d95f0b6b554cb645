import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from './uuid7.ts'

test('ids are UUIDs of version 7, each greater than the one before, also within a millisecond', () => {
  const ids = Array.from({ length: 50_000 }, newId)
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual(ids, [...ids].sort())
})

test('an id carries the time it was made', () => {
  const before = Date.now()
  const made = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16)
  // The test before borrowed milliseconds from the future: at most a few.
  assert.ok(made >= before && made < before + 2_000)
})
