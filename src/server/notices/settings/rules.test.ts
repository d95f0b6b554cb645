import assert from 'node:assert/strict'
import { test } from 'node:test'
import { usualWays } from '../../../contract/notices.ts'
import type { OwnSettings } from './contract.ts'
import { dueOf, firstSettings, waysOf, type Told } from './rules.ts'

const task: Told = { kind: 'task', priority: 'normal', ways: null, isPunctual: false }
const kinds = [{ name: 'task', label: { pl: 'Zadanie', en: 'Task' }, ways: usualWays }]
const allSms = { low: ['sms'], normal: ['sms'], high: ['sms'], urgent: ['sms'] } as const
const asList = (ways: typeof allSms) => ({ low: [...ways.low], normal: [...ways.normal], high: [...ways.high], urgent: [...ways.urgent] })

test('a person’s own choice comes before the administrator’s, and his before the room’s', () => {
  const own = { ...firstSettings, choices: { task: { low: [], normal: ['push' as const], high: [], urgent: [] } } }
  assert.deepEqual(waysOf(task, { kinds, defaults: {}, own: firstSettings }), ['application', 'mail'])
  assert.deepEqual(waysOf(task, { kinds, defaults: { task: asList(allSms) }, own: firstSettings }), ['sms'])
  assert.deepEqual(waysOf(task, { kinds, defaults: { task: asList(allSms) }, own }), ['push'])
  assert.deepEqual(waysOf({ ...task, kind: 'gone' }, { kinds, defaults: {}, own }), ['application', 'mail'])
})

test('in the field what matters enough comes by other ways too; ways chosen with the notice are not added to', () => {
  const own = { ...firstSettings, place: 'field' as const }
  assert.deepEqual(waysOf({ ...task, priority: 'high' }, { kinds, defaults: {}, own }), ['application', 'mail', 'push', 'sms'])
  assert.deepEqual(waysOf(task, { kinds, defaults: {}, own }), ['application', 'mail'])
  assert.deepEqual(waysOf({ ...task, priority: 'urgent', ways: ['mail'] }, { kinds, defaults: {}, own }), ['mail'])
})

const quiet = { ...firstSettings, quiet: { from: '22:00', until: '07:00', urgentPasses: true } }
const at = (now: string, own: OwnSettings = quiet, told = task, way: 'mail' | 'push' = 'push', timeZone = 'Europe/Warsaw') => dueOf(told, way, { own, now: new Date(now), timeZone }).at.toISOString()

test('quiet hours go over midnight, in the person’s own time, and end when they end', () => {
  assert.equal(at('2026-11-23T20:59:00Z'), '2026-11-23T20:59:00.000Z')
  assert.equal(at('2026-11-23T21:00:00Z'), '2026-11-24T06:00:00.000Z')
  assert.equal(at('2026-11-24T05:59:00Z'), '2026-11-24T06:00:00.000Z')
  assert.equal(at('2026-11-24T06:00:00Z'), '2026-11-24T06:00:00.000Z')
  assert.equal(at('2026-11-23T21:00:00Z', quiet, task, 'push', 'America/New_York'), '2026-11-23T21:00:00.000Z')
  assert.equal(at('2026-11-23T12:30:00Z', { ...quiet, quiet: { from: '13:00', until: '14:00', urgentPasses: false } }), '2026-11-23T13:00:00.000Z')
  assert.equal(at('2026-11-23T12:30:00Z', { ...quiet, quiet: { from: '09:00', until: '09:00', urgentPasses: false } }), '2026-11-23T12:30:00.000Z')
})

test('across the change of clocks quiet hours end at the time on the wall', () => {
  assert.equal(at('2026-03-28T22:00:00Z'), '2026-03-29T05:00:00.000Z')
  assert.equal(at('2026-10-24T22:00:00Z'), '2026-10-25T06:00:00.000Z')
  assert.equal(at('2026-03-28T23:00:00Z', { ...quiet, quiet: { from: '22:00', until: '02:30', urgentPasses: true } }), '2026-03-29T01:30:00.000Z', '2:30 is not on that night’s clocks')
})

test('the urgent passes quiet hours where he says so, and what was chosen with the notice always does', () => {
  const urgent: Told = { ...task, priority: 'urgent' }
  assert.equal(at('2026-11-23T23:00:00Z', quiet, urgent), '2026-11-23T23:00:00.000Z')
  assert.equal(at('2026-11-23T23:00:00Z', { ...quiet, quiet: { ...quiet.quiet, urgentPasses: false } }, urgent), '2026-11-24T06:00:00.000Z')
  assert.equal(at('2026-11-23T23:00:00Z', quiet, { ...task, isPunctual: true }), '2026-11-23T23:00:00.000Z')
})

test('a digest takes mail of its kinds alone, at its next time, and nothing urgent', () => {
  const own = { ...firstSettings, digest: { at: '08:00', kinds: ['task'] } }
  assert.equal(at('2026-11-23T06:59:00Z', own, task, 'mail'), '2026-11-23T07:00:00.000Z')
  assert.equal(at('2026-11-23T07:00:00Z', own, task, 'mail'), '2026-11-24T07:00:00.000Z')
  assert.equal(at('2026-11-23T09:00:00Z', own, task, 'push'), '2026-11-23T09:00:00.000Z')
  assert.equal(at('2026-11-23T09:00:00Z', own, { ...task, kind: 'other' }, 'mail'), '2026-11-23T09:00:00.000Z')
  assert.equal(at('2026-11-23T09:00:00Z', own, { ...task, priority: 'urgent' }, 'mail'), '2026-11-23T09:00:00.000Z')
})
