import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, type Made } from '../../app/testing/stories.ts'
import type { BusyTime, CalendarEntry, CalendarTask } from './contract.ts'

let house: House
let director: Caller
let assistant: Caller
let colleague: Caller
before(async () => {
  house = await startHouse()
  director = await house.person('Dyrektorka', {})
  assistant = await house.person('Asystent', {})
  colleague = await house.person('Kolega', {})
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const meeting = (by: Caller, values: object = {}) => made(by, 'activity', { title: 'Rada', type: 'meeting', start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z', owner: by.id, ...values })

interface Read { entries: CalendarEntry[]; busy: BusyTime[]; tasks: CalendarTask[]; people: { id: string; level: string }[] }
async function calendar(by: Caller, asked: Record<string, string>): Promise<Read> {
  const { status, body, text } = await by.get(`/api/calendar?${new URLSearchParams({ from: '2026-11-23T00:00:00Z', until: '2026-11-30T00:00:00Z', ...asked })}`)
  assert.equal(status, 200, text)
  return body
}
const of = (who: Caller) => ({ people: who.id! })

test('who sees an entry sees all of it; others only that the time is taken', async () => {
  const firm = await made(house.all, 'company', { name: 'Cukrownia' })
  const shown = await meeting(director, { title: 'Cukrownia: umowa', place: 'Sala 1', participants: [colleague.id] })
  await changed(house.all, 'activity', shown, { company: firm.id })
  const theirs = await calendar(colleague, of(director))
  assert.equal(theirs.entries[0]!.title, 'Cukrownia: umowa')
  assert.equal(theirs.entries[0]!.company, null, 'a customer he may not see has no name')
  const strange = await calendar(assistant, of(director))
  assert.deepEqual(strange.entries, [])
  assert.deepEqual(strange.busy, [{ person: director.id, start: '2026-11-24T09:00:00.000Z', end: '2026-11-24T10:00:00.000Z', allDay: false, showAs: 'busy' }])
  const both = await calendar(colleague, { people: `${director.id},${colleague.id}` })
  assert.deepEqual(both.entries.map(({ person, canMove }) => [person, canMove]).toSorted(), [[director.id, false], [colleague.id, false]].toSorted())
})

test('what is private is busy time to everybody, the administrator too, and free time is nobody’s business', async () => {
  const who = await house.person('Skryta', {})
  const administrator = await house.person('Adminka', { all: true })
  await meeting(who, { title: 'Lekarz', private: true })
  await meeting(who, { title: 'Urodziny', showAs: 'free', start: '2026-11-25T09:00:00Z', end: '2026-11-25T10:00:00Z', private: true })
  await meeting(who, { title: 'Odwołane', state: 'open', start: '2026-11-26T09:00:00Z', end: '2026-11-26T10:00:00Z' }).then((one) => changed(who, 'activity', one, { state: 'cancelled' }))
  for (const other of [assistant, administrator]) {
    const { text } = await other.get(`/api/calendar?from=2026-11-23T00:00:00Z&until=2026-11-30T00:00:00Z&people=${who.id}`)
    assert.doesNotMatch(text, /Lekarz|Urodziny|Odwołane/)
    const read = await calendar(other, of(who))
    assert.deepEqual([read.entries.length, read.busy.length], [0, 1])
  }
  assert.deepEqual((await calendar(who, { mine: 'true' })).entries.map(({ title, private: hidden }) => [title, hidden]), [['Lekarz', true], ['Urodziny', true]])
})

test('what recurs keeps its hour when the clocks change, without what was cancelled and with what was moved', async () => {
  const who = await house.person('Cykliczna', {})
  const series = await meeting(who, { title: 'Odprawa', start: '2026-03-16T08:00:00Z', end: '2026-03-16T09:00:00Z', recurrence: 'FREQ=WEEKLY;BYDAY=MO', timeZone: 'Europe/Warsaw' })
  await made(house.all, 'activity', { title: 'Odprawa', type: 'meeting', owner: who.id, series: series.id, instance: '2026-04-06T07:00:00Z', start: '2026-04-07T10:00:00Z', end: '2026-04-07T11:00:00Z' })
  const gone = await made(house.all, 'activity', { title: 'Odprawa', type: 'meeting', owner: who.id, series: series.id, instance: '2026-04-13T07:00:00Z', start: '2026-04-13T07:00:00Z', end: '2026-04-13T08:00:00Z' })
  await changed(house.all, 'activity', gone, { state: 'cancelled' })
  const span = { from: '2026-03-20T00:00:00Z', until: '2026-04-21T00:00:00Z' }
  const starts = ['2026-03-23T08:00:00.000Z', '2026-03-30T07:00:00.000Z', '2026-04-07T10:00:00.000Z', '2026-04-20T07:00:00.000Z']
  assert.deepEqual((await calendar(who, { ...of(who), ...span })).entries.map(({ start }) => start), starts)
  assert.deepEqual((await calendar(colleague, { ...of(who), ...span })).busy.map(({ start }) => start), starts)
})

test('29 February recurs in leap years, and what has no end is shown as far as was asked', async () => {
  const who = await house.person('Przestępna', {})
  await meeting(who, { title: 'Urodziny', start: '2024-02-29T09:00:00Z', end: '2024-02-29T10:00:00Z', recurrence: 'FREQ=YEARLY' })
  await meeting(who, { title: 'Codziennie', start: '2024-01-01T05:00:00Z', end: '2024-01-01T05:15:00Z', recurrence: 'FREQ=DAILY' })
  const { entries } = await calendar(who, { ...of(who), from: '2028-02-27T00:00:00Z', until: '2028-03-02T00:00:00Z' })
  assert.deepEqual(entries.filter(({ title }) => title === 'Urodziny').map(({ start }) => start), ['2028-02-29T09:00:00.000Z'])
  assert.equal(entries.filter(({ title }) => title === 'Codziennie').length, 4)
})

test('a team stands side by side, tasks come when asked for, and rights say what one may do in each calendar', async () => {
  const team = await made(house.all, 'team', { name: 'Zespół kalendarza' })
  const boss = await house.person('Szefowazespołu', {})
  const mate = await house.person('Członek', {})
  for (const { id } of [boss, mate]) await changed(house.all, 'user', (await house.all.get(`/api/records/user/${id}`)).body as Made, { teams: [team.id] })
  await made(boss, 'calendarShare', { person: mate.id, level: 'edit' })
  const task = await made(mate, 'activity', { title: 'Zadzwonić', type: 'task', due: '2026-11-25T12:00:00Z' })
  const read = await calendar(mate, { teams: team.id, tasks: 'true' })
  assert.deepEqual(Object.fromEntries(read.people.map(({ id, level }) => [id, level])), { [boss.id!]: 'edit', [mate.id!]: 'own' })
  assert.deepEqual(read.tasks.map(({ id, person }) => [id, person]), [[task.id, mate.id]])
  assert.deepEqual((await calendar(boss, { teams: team.id, tasks: 'true' })).tasks, [])
  const shares = await Promise.all([boss.get('/api/calendar/shares'), mate.get('/api/calendar/shares')])
  assert.deepEqual(shares.map(({ body }) => [body.given.length, body.received.length]), [[1, 0], [0, 1]])
})

test('what cannot be a span of time, a person or a zone is refused', async () => {
  const ask = async (asked: string) => (await director.get(`/api/calendar?${asked}`)).status
  assert.equal(await ask('from=2026-11-23T00:00:00Z&until=2026-11-22T00:00:00Z&mine=true'), 422)
  assert.equal(await ask('from=2026-11-23T00:00:00Z&until=2029-11-22T00:00:00Z&mine=true'), 422)
  assert.equal(await ask('from=wczoraj&until=2026-11-22T00:00:00Z&mine=true'), 400)
  assert.equal(await ask('from=2026-11-21T00:00:00Z&until=2026-11-22T00:00:00Z&people=wszyscy'), 400)
  assert.equal((await director.send('POST', '/api/records/activity', { title: 'Gdzie', type: 'meeting', start: '2026-11-24T09:00:00Z', timeZone: 'Europe/Radom' })).status, 422)
})
