import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawn, offWall, onWall, piecesOf } from './entries.ts'

const zone = 'America/New_York'
const entry = {
  person: 'a', id: 'e', version: 1, start: '2026-07-01T13:30:00Z', end: '2026-07-01T14:00:00Z', allDay: false, title: 'Rada', type: 'meeting', state: 'open', place: null, showAs: 'busy', color: null,
  owner: 'a', participants: ['b'], company: null, people: [], private: false, recurring: false, series: null, instance: null, answer: null, canMove: true,
}

test('what is drawn at a wall clock comes back as the same moment, whatever zone the machine is in', () => {
  const wall = onWall('2026-07-01T13:30:00Z', zone)
  assert.equal(wall, '2026-07-01T09:30:00')
  assert.equal(offWall(new Date(wall), zone), '2026-07-01T13:30:00.000Z')
})

test('a meeting of two is one box, which stands in the columns of both', () => {
  const pieces = piecesOf({ entries: [entry, { ...entry, person: 'b' }], busy: [], tasks: [] })
  assert.equal(pieces.length, 1)
  assert.deepEqual(drawn(pieces, { timeZone: zone, columns: true, colorOf: () => undefined })[0]!.resourceIds, ['a', 'b'])
})

test('time that is only taken has no title and cannot be moved', () => {
  const pieces = piecesOf({ entries: [], busy: [{ person: 'a', start: entry.start, end: entry.end, allDay: false, showAs: 'busy' }], tasks: [] })
  const [box] = drawn(pieces, { timeZone: zone, columns: false, colorOf: () => undefined })
  assert.deepEqual([box!.title, box!.editable], ['', false])
})

test('what is done is not dragged', () => {
  const [box] = drawn(piecesOf({ entries: [{ ...entry, state: 'done' }], busy: [], tasks: [] }), { timeZone: zone, columns: false, colorOf: () => 'teal' })
  assert.equal(box!.editable, false)
  assert.deepEqual(box!.classNames, ['sd-teal', 'sd-entry', 'sd-closed'])
})

test('a task stands on the day it is due, whatever the hour', () => {
  const task = { id: 't', version: 1, person: 'a', due: '2026-07-02T02:30:00Z', title: 'Oferta', type: 'task', state: 'open', color: null, company: null, canMove: true }
  const [box] = drawn(piecesOf({ entries: [], busy: [], tasks: [task] }), { timeZone: zone, columns: false, colorOf: () => undefined })
  assert.deepEqual([box!.start, box!.end, box!.allDay], ['2026-07-01T00:00:00', '2026-07-01T00:00:00', true])
})

test('a booking stands in the column of its room; one that may not be seen says nothing of itself and stays where it is', () => {
  const booking = { resource: 'room', start: entry.start, end: entry.end, units: 1, state: 'booked' as const }
  const known = { ...booking, id: 'b', title: 'Rekrutacja', mayChange: true }
  const [hidden, shown, ofMeeting] = drawn(piecesOf({ entries: [], busy: [], tasks: [] }, [booking, known, { ...known, activity: 'e' }]), { timeZone: zone, columns: true, colorOf: () => 'violet' })
  assert.deepEqual([hidden!.title, hidden!.editable, hidden!.resourceIds], ['', false, ['room']])
  assert.deepEqual([shown!.title, shown!.editable], ['Rekrutacja', true])
  assert.equal(ofMeeting!.editable, false)
})
