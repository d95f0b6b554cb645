import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { made } from '../../app/testing/stories.ts'
import { bestTimes, common, meets, merged } from './rules.ts'

let house: House
let anna: Caller
let piotr: Caller
before(async () => {
  house = await startHouse()
  anna = await house.person('Anna', {})
  piotr = await house.person('Piotr', {})
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

/** A Monday far enough ahead that it is never over, in winter: 7:00 in UTC is eight in Warsaw. */
const monday = '2035-01-08'
const busy = (who: Caller, from: string, until: string, more: object = {}) => made(who, 'activity', { title: 'Zajęte', type: 'meeting', owner: who.id, start: `${monday}T${from}:00Z`, end: `${monday}T${until}:00Z`, ...more })
async function free(by: Caller, wish: object = {}) {
  const { status, body, text } = await by.send('POST', '/api/calendar/free-time', { people: [anna.id, piotr.id], minutes: 60, from: `${monday}T00:00:00Z`, until: `${monday}T23:00:00Z`, step: 30, ...wish })
  assert.equal(status, 200, text)
  return { text, slots: body.slots.map(({ start, conflicts }: { start: string; conflicts: string[] }) => `${start.slice(11, 16)}${conflicts.length > 0 ? ` ${conflicts.length}` : ''}`) }
}

test('times that suit all: within everybody’s hours, around what each has, the private too, of which not a word is told', async () => {
  await busy(anna, '07:00', '09:00', { title: 'Kardiolog', private: true })
  await busy(piotr, '10:00', '11:30')
  await busy(piotr, '12:00', '13:00', { showAs: 'free' })
  const { slots, text } = await free(piotr)
  assert.deepEqual(slots, ['09:00', '11:30', '12:30', '13:30'])
  assert.doesNotMatch(text, /Kardiolog|title/)
  await made(anna, 'workingHours', { owner: anna.id, monday: '8–13' })
  assert.deepEqual((await free(piotr)).slots, ['09:00'])
  assert.deepEqual((await free(piotr, { withinWorkingHours: false, limit: 3 })).slots, ['00:00', '01:00', '02:00'])
  assert.deepEqual((await free(piotr, { minutes: 180 })).slots, ['07:00 1'], 'nobody’s time suits all, so the fewest conflicts')
})

test('a room that is taken is not free, whoever took it', async () => {
  const kind = await made(house.all, 'resourceKind', { name: 'Sale' })
  const room = await made(house.all, 'resource', { name: 'Sala 1', kind: kind.id })
  await made(house.all, 'booking', { title: 'Zarząd', resource: room.id, start: `${monday}T09:00:00Z`, end: `${monday}T10:00:00Z` })
  const { slots, text } = await free(piotr, { people: [piotr.id], resources: [room.id], limit: 2 })
  assert.deepEqual(slots, ['07:00', '08:00'])
  assert.deepEqual((await free(piotr, { people: [piotr.id], resources: [room.id], from: `${monday}T09:00:00Z`, limit: 1 })).slots, ['11:30'])
  assert.doesNotMatch(text, /Zarząd/)
})

test('holidays are free, spans that make no sense and people who are not there are refused, and what is over is not offered', async () => {
  assert.deepEqual((await free(piotr, { from: '2035-11-01T00:00:00Z', until: '2035-11-01T23:00:00Z' })).slots, [])
  assert.deepEqual((await free(piotr, { from: '2020-01-07T00:00:00Z', until: '2020-01-08T00:00:00Z' })).slots, [])
  const ask = async (wish: object) => (await piotr.send('POST', '/api/calendar/free-time', { people: [anna.id], minutes: 60, from: `${monday}T00:00:00Z`, until: `${monday}T23:00:00Z`, ...wish })).status
  assert.equal(await ask({ until: '2035-01-07T00:00:00Z' }), 422)
  assert.equal(await ask({ until: '2036-01-07T00:00:00Z' }), 422)
  assert.equal(await ask({ people: ['01900000-0000-7000-8000-000000000001'] }), 404)
  assert.equal(await ask({ minutes: 0 }), 400)
})

test('stretches are merged, compared and searched', () => {
  const at = (...pairs: [number, number][]) => pairs.map(([from, until]) => ({ from, until }))
  assert.deepEqual(merged(at([5, 7], [1, 3], [3, 4], [6, 9])), at([1, 4], [5, 9]))
  assert.deepEqual(common(at([0, 5], [6, 10]), at([1, 2], [4, 7], [9, 12])), at([1, 2], [4, 5], [6, 7], [9, 10]))
  assert.deepEqual([meets(at([1, 4], [6, 9]), { from: 4, until: 6 }), meets(at([1, 4], [6, 9]), { from: 4, until: 7 })], [false, true])
  const found = bestTimes({ open: at([0, 100]), busy: new Map([['a', at([0, 50])]]), tentative: new Map([['b', at([50, 70])]]), taken: at([90, 100]), lengthMs: 10, stepMs: 10, offsetMs: () => 0, limit: 3 })
  assert.deepEqual(found.map(({ from }) => from), [70, 80, 50], 'the sure ones before those who are not')
})
