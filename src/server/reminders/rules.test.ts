import assert from 'node:assert/strict'
import { test } from 'node:test'
import { armingOf, fireAtOf, snoozedUntil, type Timing } from './rules.ts'

const now = new Date('2026-11-23T09:00:00.000Z')
const meeting: Timing = { start: '2026-11-24T09:00:00.000Z', due: null, isClosed: false, recurrence: null, zone: 'Europe/Warsaw', exceptions: [] }
const arming = (timing: Timing | null, reminder: { minutesBefore?: number; at?: string; lastAnchor?: string } = {}, at = now) =>
  armingOf({ minutesBefore: reminder.at === undefined ? (reminder.minutesBefore ?? 15) : null, at: reminder.at ?? null, lastAnchor: reminder.lastAnchor ?? null }, timing, at)

test('so many minutes before the start, or before the due time of what has no start', () => {
  assert.equal(arming(meeting).nextAt, '2026-11-24T08:45:00.000Z')
  assert.equal(arming({ ...meeting, start: null, due: '2026-11-23T12:00:00.000Z' }, { minutesBefore: 60 }).nextAt, '2026-11-23T11:00:00.000Z')
  assert.equal(arming({ ...meeting, start: null }).nextAt, null)
})

test('what is closed, gone or over reminds nobody; what is about to begin reminds at once', () => {
  for (const timing of [null, { ...meeting, isClosed: true }, { ...meeting, start: '2026-11-23T09:00:00.000Z' }]) assert.equal(arming(timing).nextAt, null)
  assert.equal(arming({ ...meeting, start: '2026-11-23T09:05:00.000Z' }).nextAt, '2026-11-23T08:50:00.000Z')
})

test('for one time it comes once, though the clock be set back; moved, it comes for the new one', () => {
  assert.equal(arming(meeting, { lastAnchor: meeting.start! }, new Date('2026-11-23T00:00:00Z')).nextAt, null)
  assert.equal(arming({ ...meeting, start: '2026-11-25T09:00:00.000Z' }, { lastAnchor: meeting.start! }).nextAt, '2026-11-25T08:45:00.000Z')
  assert.equal(arming(meeting, { at: '2026-11-23T10:00:00.000Z', lastAnchor: '2026-11-23T10:00:00.000Z' }).nextAt, null)
})

const weekly: Timing = { ...meeting, start: '2026-03-20T08:00:00.000Z', recurrence: 'FREQ=WEEKLY;UNTIL=20260410T235900Z' }

test('of a series it comes for each occurrence, at the time on the wall across the change of clocks', () => {
  const anchors: (string | null)[] = []
  let lastAnchor: string | undefined
  for (let turn = 0; turn < 5; turn++) {
    const { anchor } = arming(weekly, lastAnchor === undefined ? {} : { lastAnchor }, new Date('2026-03-19T00:00:00Z'))
    anchors.push(anchor)
    lastAnchor = anchor ?? lastAnchor
  }
  assert.deepEqual(anchors, ['2026-03-20T08:00:00.000Z', '2026-03-27T08:00:00.000Z', '2026-04-03T07:00:00.000Z', '2026-04-10T07:00:00.000Z', null])
})

test('an occurrence that was moved reminds when it takes place now, a cancelled one never', () => {
  const moved = { ...weekly, exceptions: [{ instance: '2026-03-20T08:00:00.000Z', start: null }, { instance: '2026-03-27T08:00:00.000Z', start: '2026-03-26T10:00:00.000Z' }] }
  const first = arming(moved, {}, new Date('2026-03-19T00:00:00Z'))
  assert.equal(first.anchor, '2026-03-26T10:00:00.000Z')
  assert.equal(arming(moved, { lastAnchor: first.anchor! }, new Date('2026-03-19T00:00:00Z')).anchor, '2026-04-03T07:00:00.000Z')
})

test('the 29th of February reminds in leap years, and an endless series has a next one', () => {
  const leap = { ...meeting, start: '2024-02-29T09:00:00.000Z', recurrence: 'FREQ=YEARLY' }
  assert.equal(arming(leap).anchor, '2028-02-29T09:00:00.000Z')
  assert.equal(arming({ ...meeting, recurrence: 'FREQ=DAILY' }, {}, new Date('2030-01-01T00:00:00Z')).anchor, '2030-01-01T09:00:00.000Z')
})

test('put off, it comes again then, or with its next time if that is sooner', () => {
  assert.equal(snoozedUntil('5min', now, 'Europe/Warsaw'), '2026-11-23T09:05:00.000Z')
  assert.equal(snoozedUntil('1h', now, 'Europe/Warsaw'), '2026-11-23T10:00:00.000Z')
  assert.equal(snoozedUntil('tomorrow', now, 'Europe/Warsaw'), '2026-11-24T07:00:00.000Z')
  assert.equal(snoozedUntil('tomorrow', now, 'Asia/Tokyo'), '2026-11-23T23:00:00.000Z')
  assert.equal(fireAtOf({ nextAt: '2026-11-24T08:45:00.000Z', snoozedUntil: '2026-11-23T09:05:00.000Z' }), '2026-11-23T09:05:00.000Z')
  assert.equal(fireAtOf({ nextAt: null, snoozedUntil: null }), null)
})
