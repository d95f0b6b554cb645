import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysIn, type Stay } from './stays.ts'

const offer = { id: 'offer', name: 'Oferta' }
const now = Date.parse('2026-11-23T12:00:00Z')
const stay = (since: string, until: string | null): Stay => ({ stage: offer, since, until })

test('days in a stage are counted over all stays in it, the present one up to now', () => {
  const stays = [stay('2026-11-01T12:00:00Z', '2026-11-05T12:00:00Z'), stay('2026-11-20T12:00:00Z', null)]
  assert.equal(daysIn('offer', stays, true, now), 7)
})

test('a closed deal stands still; a stage it never came to has no days', () => {
  assert.equal(daysIn('offer', [stay('2026-11-01T12:00:00Z', null)], false, now), 0)
  assert.equal(daysIn('contract', [stay('2026-11-01T12:00:00Z', null)], true, now), null)
})
