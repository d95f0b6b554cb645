import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freeDaysOf, shadesOf, type Hours } from './shading.ts'

const eightToFour: [number, number][] = [[480, 960]]
const anna: Hours = { person: 'anna', timeZone: 'Europe/Warsaw', week: [eightToFour, eightToFour, eightToFour, eightToFour, eightToFour, [], []], free: [{ date: '2026-11-11', name: 'Narodowe Święto Niepodległości' }], worked: ['2026-11-14'] }
const on = (hours: Hours, day: string, next: string) => shadesOf(hours, { from: day, until: next }, null).filter(({ start }) => start >= new Date(`${day}T00:00:00+01:00`).toISOString() && start < new Date(`${next}T00:00:00+01:00`).toISOString()).map(({ start, end }) => `${start.slice(11, 16)}–${end.slice(11, 16)}`)

test('before and after work is shaded, in the person’s own zone', () => {
  assert.deepEqual(on(anna, '2026-11-12', '2026-11-13'), ['23:00–07:00', '15:00–23:00'])
})

test('a holiday is shaded whole, and so is a Sunday', () => {
  assert.deepEqual(on(anna, '2026-11-11', '2026-11-12'), ['23:00–23:00'])
  assert.deepEqual(on(anna, '2026-11-15', '2026-11-16'), ['23:00–23:00'])
})

test('a Saturday worked all the same has the hours of a working day', () => {
  assert.deepEqual(on(anna, '2026-11-14', '2026-11-15'), ['23:00–07:00', '15:00–23:00'])
})

test('a break at noon is shaded too', () => {
  const withBreak: Hours = { ...anna, week: anna.week.map(() => [[480, 720], [780, 960]]) }
  assert.deepEqual(on(withBreak, '2026-11-12', '2026-11-13'), ['23:00–07:00', '11:00–12:00', '15:00–23:00'])
})

test('a holiday of several people is named once, and not for whom it is a working day', () => {
  const days = freeDaysOf([anna, { ...anna, person: 'jan' }, { ...anna, person: 'ewa', worked: ['2026-11-11'] }])
  assert.deepEqual(days, [{ day: '2026-11-11', name: 'Narodowe Święto Niepodległości', columns: ['anna', 'jan'] }])
})
