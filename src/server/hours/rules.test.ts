import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterWorkingMinutes, evenlyWritten, periodsOn, readPeriods, weekOf, whyNotHours, workingMinutes, workingStretches, writePeriods, type Schedule } from './rules.ts'

const eight = '8:00–16:00'
const schedule = (more: Partial<Schedule> = {}): Schedule => ({
  timeZone: 'Europe/Warsaw', week: weekOf({ monday: eight, tuesday: eight, wednesday: eight, thursday: eight, friday: '8–12, 13–15' }), free: new Map(), worked: new Set(), ...more,
})
const at = (text: string) => Date.parse(text)

test('hours are read as people write them, and kept one way', () => {
  assert.deepEqual(readPeriods('8-16'), [[480, 960]])
  assert.deepEqual(readPeriods(' 8:00–12.30 ; 13—17:15'), [[480, 750], [780, 1035]])
  assert.deepEqual(readPeriods(''), [])
  assert.equal(writePeriods([[480, 750], [780, 1440]]), '8:00–12:30, 13:00–24:00')
  assert.deepEqual(evenlyWritten({ monday: '8-16', tuesday: 'bzdura', country: ' pl ' }), { monday: '8:00–16:00', country: 'PL' })
})

for (const wrong of ['16–8', '8–16, 15–18', '25–26', '8', '8–12–16', 'rano', '8:75–9'])
  test(`“${wrong}” is no time to work`, () => assert.deepEqual(whyNotHours({ friday: wrong }).map(({ code, field }) => [code, field]), [['hours.bad_periods', 'friday']]))

test('a zone and a country that do not exist are refused', () => {
  assert.deepEqual(whyNotHours({ timeZone: 'Europe/Radom', country: 'Polska' }).map(({ code }) => code), ['hours.unknown_zone', 'hours.unknown_country'])
})

test('a holiday is free, and a Saturday that is worked has the hours of a working day', () => {
  const busy = schedule({ free: new Map([['2026-11-11', 'Święto Niepodległości']]), worked: new Set(['2026-11-14']) })
  assert.deepEqual(periodsOn(busy, '2026-11-11'), [])
  assert.deepEqual(periodsOn(busy, '2026-11-14'), [[480, 960]])
  assert.deepEqual(periodsOn(busy, '2026-11-15'), [])
})

test('minutes of work are counted over nights, weekends and breaks', () => {
  // Friday 14:00 to Monday 9:00 in Warsaw: an hour on Friday, an hour on Monday.
  assert.equal(workingMinutes(schedule(), { from: at('2026-11-20T13:00:00Z'), until: at('2026-11-23T08:00:00Z') }), 120)
  assert.equal(workingMinutes(schedule(), { from: at('2026-11-20T11:00:00Z'), until: at('2026-11-20T12:00:00Z') }), 0)
})

test('hours of the wall clock stay when the clocks change', () => {
  const stretches = [...workingStretches(schedule(), { from: at('2026-03-27T00:00:00Z'), until: at('2026-03-31T00:00:00Z') })]
  assert.deepEqual(stretches.map(({ from }) => new Date(from).toISOString()), ['2026-03-27T07:00:00.000Z', '2026-03-27T12:00:00.000Z', '2026-03-30T06:00:00.000Z'])
})

test('so many minutes of work after Friday afternoon is Monday', () => {
  assert.equal(new Date(afterWorkingMinutes(schedule(), at('2026-11-20T13:30:00Z'), 60)!).toISOString(), '2026-11-23T07:30:00.000Z')
  assert.equal(afterWorkingMinutes(schedule({ week: weekOf({}) }), at('2026-11-20T13:30:00Z'), 60), null)
})
