import assert from 'node:assert/strict'
import { test } from 'node:test'
import { activityAt, onWorkday } from './rules.ts'

const around = { today: '2026-11-23', colleagues: { superiorOf: new Map([['s1', 'boss']]), sellers: ['s1', 's2'] } }
const customer = { id: 'c', person: 'p', owner: 's1', age: 400 }
const some = Array.from({ length: 2_000 }, (_, index) => activityAt(index, customer, around).values)

test('the same number makes the same activity, and nobody works at the weekend', () => {
  assert.deepEqual(activityAt(7, customer, around), activityAt(7, customer, around))
  for (const { start, due } of some) assert.ok(![0, 6].includes(new Date(String(start ?? due)).getUTCDay()))
  assert.deepEqual([onWorkday('2026-11-23', -1), onWorkday('2026-11-23', 5), onWorkday('2026-11-23', 0)], [-3, 7, 0])
})

test('what lies far behind is closed, little is late, and only what is done has an outcome', () => {
  const late = some.filter(({ state, due }) => !['done', 'cancelled'].includes(String(state)) && due !== undefined && String(due) < '2026-11-23')
  assert.ok(late.length > 0 && late.length < some.length / 20, String(late.length))
  assert.deepEqual(late.filter(({ due }) => String(due) < '2026-10-30'), [])
  assert.deepEqual(some.filter(({ state, outcome }) => state !== 'done' && outcome !== undefined), [])
  assert.deepEqual(some.filter(({ state, doneAt }) => (state === 'done' || state === 'cancelled') !== (doneAt !== undefined)), [])
})
