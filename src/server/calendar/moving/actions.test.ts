import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type Answered, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, type Made } from '../../app/testing/stories.ts'

let house: House
let director: Caller
let assistant: Caller
let stranger: Caller
before(async () => {
  house = await startHouse()
  director = await house.person('Dyrektorka', {})
  assistant = await house.person('Asystent', {})
  stranger = await house.person('Obca', {})
  await made(director, 'calendarShare', { person: assistant.id, level: 'edit' })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const meeting = (values: object = {}) => made(director, 'activity', { title: 'Rada', type: 'meeting', start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z', owner: director.id, ...values })
/** Mondays at nine in Warsaw, over the change to summer time of 29 March. */
const weekly = (values: object = {}) => meeting({ start: '2026-03-16T08:00:00Z', end: '2026-03-16T09:00:00Z', recurrence: 'FREQ=WEEKLY;BYDAY=MO', timeZone: 'Europe/Warsaw', ...values })
const move = (by: Caller, { id, version }: Made, given: object) => by.send('POST', '/api/calendar/move', { activity: id, version, ...given })
const remove = (by: Caller, { id, version }: Made, given: object = {}) => by.send('POST', '/api/calendar/remove', { activity: id, version, ...given })
const nine = { start: '2026-11-24T12:00:00Z', end: '2026-11-24T13:30:00Z' }

async function starts(title: string, span = { from: '2026-03-01T00:00:00Z', until: '2026-04-25T00:00:00Z' }): Promise<string[]> {
  const { body, text, status } = await director.get(`/api/calendar?${new URLSearchParams({ ...span, mine: 'true' })}`)
  assert.equal(status, 200, text)
  return body.entries.filter((one: { title: string }) => one.title === title).map(({ start, end }: { start: string; end: string }) => `${start.slice(5, 16)}–${end.slice(11, 16)}`)
}
const code = ({ status, body }: Answered) => `${status} ${body.fields?.[0]?.code ?? body.code}`

test('the assistant moves the director’s meeting, others do not, and nobody touches what is private', async () => {
  const [open, secret] = [await meeting(), await meeting({ title: 'Lekarz', private: true })]
  assert.equal((await move(assistant, open, nine)).status, 200)
  assert.equal((await move(stranger, open, nine)).status, 404)
  assert.equal((await move(assistant, secret, nine)).status, 404)
  assert.equal((await remove(assistant, secret)).status, 404)
  assert.equal((await move(assistant, open, nine)).status, 409, 'a version that is not the newest')
  const now = (await director.get(`/api/records/activity/${open.id}`)).body
  assert.equal(now.end, '2026-11-24T13:30:00.000Z')
})

test('one occurrence moved stands by itself, with all that the series has, also what the mover does not see', async () => {
  const firm = await made(house.all, 'company', { name: 'Tajny klient' })
  const series = await weekly({ title: 'Jedno', place: 'Sala 2' })
  const linked = (await house.all.send('PATCH', `/api/records/activity/${series.id}`, { version: series.version, company: firm.id })).body as Made
  const moved = await move(assistant, linked, { instance: '2026-03-30T07:00:00Z', which: 'this', start: '2026-03-31T10:00:00Z', end: '2026-03-31T11:00:00Z' })
  assert.equal(moved.status, 200, moved.text)
  assert.deepEqual((await starts('Jedno')).slice(1, 4), ['03-23T08:00–09:00', '03-31T10:00–11:00', '04-06T07:00–08:00'])
  const exception = (await house.all.get(`/api/records/activity/${moved.body.id}`)).body
  assert.deepEqual([exception.company.id, exception.place, exception.createdBy.id, exception.recurrence], [firm.id, 'Sala 2', assistant.id, null])
  const again = await move(director, linked, { instance: '2026-03-30T07:00:00Z', which: 'this', ...nine })
  assert.equal(code(again), '409 calendar.instance_changed')
  const back = await move(assistant, moved.body, { start: '2026-03-30T08:00:00Z', end: '2026-03-30T08:30:00Z' })
  assert.equal(back.status, 200, back.text)
})

test('all moved keeps the hour on the wall on both sides of the change of clocks, and the days move with the rule', async () => {
  const series = await weekly({ title: 'Wszystkie' })
  const answer = await move(director, series, { instance: '2026-04-06T07:00:00Z', which: 'all', start: '2026-04-07T08:00:00Z', end: '2026-04-07T10:00:00Z' })
  assert.equal(answer.status, 200, answer.text)
  assert.deepEqual((await starts('Wszystkie')).slice(0, 3), ['03-17T09:00–11:00', '03-24T09:00–11:00', '03-31T08:00–10:00'])
})

test('this and following splits the series, and exceptions after it go along', async () => {
  const series = await weekly({ title: 'Podział', recurrence: 'FREQ=WEEKLY;BYDAY=MO;COUNT=6' })
  const cancelled = await remove(director, series, { instance: '2026-04-13T07:00:00Z', which: 'this' })
  assert.equal(cancelled.status, 204, cancelled.text)
  const split = await move(director, series, { instance: '2026-03-30T07:00:00Z', which: 'following', start: '2026-03-30T09:00:00Z', end: '2026-03-30T10:00:00Z' })
  assert.equal(split.status, 200, split.text)
  assert.notEqual(split.body.id, series.id)
  assert.deepEqual(await starts('Podział'), ['03-16T08:00–09:00', '03-23T08:00–09:00', '03-30T09:00–10:00', '04-06T09:00–10:00', '04-20T09:00–10:00'])
})

test('occurrences are taken out one by one, from one on, or all', async () => {
  const series = await weekly({ title: 'Usuwane' })
  assert.equal((await remove(director, series, { instance: '2026-03-16T08:00:00Z', which: 'this' })).status, 204)
  assert.equal((await remove(director, series, { instance: '2026-04-06T07:00:00Z', which: 'following' })).status, 204)
  assert.deepEqual(await starts('Usuwane'), ['03-23T08:00–09:00', '03-30T07:00–08:00'])
  const now = (await director.get(`/api/records/activity/${series.id}`)).body as Made
  assert.equal((await remove(director, series, { which: 'all' })).status, 409)
  assert.equal((await remove(director, now, { which: 'all' })).status, 204)
  assert.deepEqual(await starts('Usuwane'), [])
})

test('an occurrence that is not of the series, one moved onto another, an end before the start and days that the rule names are refused', async () => {
  const series = await weekly({ title: 'Odmowy' })
  const this_ = { instance: '2026-03-30T07:00:00Z', which: 'this' }
  assert.equal(code(await move(director, series, { ...this_, instance: '2026-03-31T07:00:00Z', ...nine })), '422 calendar.no_such_instance')
  assert.equal(code(await move(director, series, { ...this_, start: '2026-04-06T07:00:00Z', end: '2026-04-06T08:00:00Z' })), '422 calendar.instance_taken')
  assert.equal(code(await move(director, series, { ...this_, start: '2026-04-05T07:00:00Z', end: '2026-04-05T06:00:00Z' })), '422 calendar.end_before_start')
  assert.equal(code(await move(director, series, nine)), '422 calendar.instance_missing')
  assert.equal(code(await move(director, await meeting(), { ...nine, instance: '2026-03-30T07:00:00Z', which: 'this' })), '422 calendar.no_such_instance')
  assert.equal(code(await move(director, await meeting(), { ...nine, which: 'all' })), '422 calendar.not_recurring')
  const monthly = await meeting({ title: 'Ostatni piątek', start: '2026-01-30T08:00:00Z', end: '2026-01-30T09:00:00Z', recurrence: 'FREQ=MONTHLY;BYDAY=-1FR', timeZone: 'Europe/Warsaw' })
  assert.equal(code(await move(director, monthly, { which: 'all', start: '2026-01-29T08:00:00Z', end: '2026-01-29T09:00:00Z' })), '422 calendar.rule_names_days')
  assert.equal((await move(director, monthly, { which: 'all', start: '2026-01-30T10:00:00Z', end: '2026-01-30T11:00:00Z' })).status, 200)
})

test('two people who move the same occurrence at the same moment make one exception', async () => {
  const series = await weekly({ title: 'Naraz' })
  const given = { instance: '2026-03-23T08:00:00Z', which: 'this', end: '2026-03-24T12:00:00Z' }
  const answers = await Promise.all([move(director, series, { ...given, start: '2026-03-24T10:00:00Z' }), move(assistant, series, { ...given, start: '2026-03-24T11:00:00Z' })])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
})

test('a copy is a meeting of its own, in the calendar it was put into', async () => {
  const series = await weekly({ title: 'Kopiowane', participants: [assistant.id] })
  const copy = await assistant.send('POST', '/api/calendar/copy', { activity: series.id, person: director.id, start: '2026-04-22T12:00:00Z', end: '2026-04-22T13:00:00Z' })
  assert.equal(copy.status, 200, copy.text)
  const read = (await director.get(`/api/records/activity/${copy.body.id}`)).body
  assert.deepEqual([read.owner.id, read.recurrence, read.series, read.title], [director.id, null, null, 'Kopiowane'])
  assert.equal((await stranger.send('POST', '/api/calendar/copy', { activity: series.id, ...nine })).status, 404)
})

test('other values for one occurrence, for it and the following, for all', async () => {
  const series = await weekly({ title: 'Zmieniane' })
  const alter = (record: Made, given: object) => director.send('POST', '/api/calendar/change', { activity: record.id, version: record.version, ...given })
  const one = await alter(series, { instance: '2026-03-23T08:00:00Z', which: 'this', values: { title: 'Raz inaczej', place: 'Sala 9' } })
  assert.equal(one.status, 200, one.text)
  assert.deepEqual(await starts('Raz inaczej'), ['03-23T08:00–09:00'])
  const rest = await alter(series, { instance: '2026-04-06T07:00:00Z', which: 'following', values: { title: 'Odtąd', end: '2026-04-06T09:00:00Z' } })
  assert.equal(rest.status, 200, rest.text)
  assert.deepEqual([await starts('Zmieniane'), (await starts('Odtąd')).slice(0, 2)], [['03-16T08:00–09:00', '03-30T07:00–08:00'], ['04-06T07:00–09:00', '04-13T07:00–09:00']])
  assert.equal(code(await alter(rest.body, { which: 'all', values: { noSuchField: 1 } })), '422 unknown_field')
  for (const start of ['kiedyś', 5, true, [], '+275760-09-13T00:00:00Z']) assert.equal((await alter(rest.body, { which: 'all', values: { start } })).status, 422, String(start))
  assert.equal(code(await alter(rest.body, { which: 'all', values: { start: null } })), '422 calendar.no_time')
  assert.equal((await alter(rest.body, { which: 'all', values: { title: 'Wszystkie odtąd' } })).status, 200)
  assert.equal((await starts('Wszystkie odtąd')).length > 1, true)
})

test('a series that ends where no year can be written is moved all the same', async () => {
  for (const until of ['99991231', '99991230T100000Z']) {
    const series = await meeting({ title: `Do ${until}`, recurrence: `FREQ=DAILY;UNTIL=${until}`, timeZone: 'Europe/Warsaw' })
    const moved = await move(director, series, { which: 'all', start: '2036-11-24T09:00:00Z', end: '2036-11-24T10:00:00Z' })
    assert.equal(moved.status, 200, moved.text)
    assert.equal((await director.get(`/api/records/activity/${series.id}`)).body.recurrence, 'FREQ=DAILY')
  }
})

test('what is left of a series that recurs no more is moved alone, and not with all of it', async () => {
  const series = await weekly({ title: 'Już nie' })
  const one = await move(director, series, { instance: '2026-03-23T08:00:00Z', start: '2026-03-24T08:00:00Z', end: '2026-03-24T09:00:00Z' })
  assert.equal(one.status, 200, one.text)
  await changed(director, 'activity', series, { recurrence: null })
  for (const which of ['all', 'following']) assert.equal(code(await move(director, one.body, { which, start: '2026-03-25T08:00:00Z', end: '2026-03-25T09:00:00Z' })), '422 calendar.not_recurring')
  assert.equal((await move(director, one.body, { start: '2026-03-25T08:00:00Z', end: '2026-03-25T09:00:00Z' })).status, 200)
})
