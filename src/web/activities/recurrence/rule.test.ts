import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeRecurrence } from '../../../server/activities/recurrence/contract.ts'
import { dayOfUntil, presetOf, ruleOf, untilOfDay, withFrequency, withPreset } from './rule.ts'

test('every preset is known again, also with an end; anything else is a rule of one’s own', () => {
  for (const preset of ['daily', 'workdays', 'weekly', 'monthly', 'yearly'] as const) {
    const rule = withPreset(null, preset)!
    assert.equal(presetOf(ruleOf(writeRecurrence({ ...rule, until: '20271231' }))), preset)
  }
  assert.equal(presetOf(ruleOf('FREQ=MONTHLY;BYDAY=2MO')), 'own')
  assert.equal(presetOf(ruleOf(null)), 'never')
  assert.equal(presetOf(ruleOf('nonsense')), 'never')
})

test('the end stays with another preset, the days of a week only with weeks', () => {
  const rule = ruleOf('FREQ=WEEKLY;BYDAY=MO,WE;COUNT=5')!
  assert.equal(withPreset(rule, 'monthly')!.count, 5)
  assert.deepEqual(withFrequency(rule, 'MONTHLY').days, [])
  assert.equal(withFrequency(rule, 'WEEKLY').days.length, 2)
})

test('the last day is read and written as a day', () => {
  assert.equal(dayOfUntil('20271231T225959Z'), '2027-12-31')
  assert.equal(untilOfDay('2027-12-31'), '20271231')
})
