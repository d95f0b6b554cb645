import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'
import { changed, made, notChanged, type Made } from '../app/testing/stories.ts'
import { jobs } from './index.ts'

let house: House
let administrator: Caller
let ola: Caller
let jan: Caller
let keeper: Caller
let rooms: Made

before(async () => {
  house = await startHouse()
  administrator = await house.person('Administratorka', { all: true })
  ola = await house.person('Ola', {})
  jan = await house.person('Jan', {})
  keeper = await house.person('Klucznik', {})
  rooms = await made(administrator, 'resourceKind', { name: 'Sala', icon: 'door' })
  await house.caughtUp()
})
after(() => house.end())

const room = (values: object = {}) => made(administrator, 'resource', { name: 'Wisła', kind: rooms.id, ...values })
const at = (hour: string, day = '2026-11-24') => `${day}T${hour}:00.000Z`
const times = (from: string, until: string) => ({ start: at(from), end: at(until) })
const booked = (by: Caller, resource: Made, values: object) => made(by, 'booking', { resource: resource.id, ...values })
const calendar = async (by: Caller, resource: Made, from = at('00:00'), until = at('23:00')) => (await by.get(`/api/resources/calendar?${new URLSearchParams({ from, until, resources: resource.id })}`)).body
const told = async (who: Caller) => {
  // What another transaction of the server still holds back comes with a later turn.
  while ((await house.world.db.rows(sql`select 1 from outbox where tx >= pg_snapshot_xmin(pg_current_snapshot()) limit 1`)).length > 0);
  await house.caughtUp()
  return (await house.world.db.rows<{ title: { pl: string } }>(sql`select title from notice where person = ${who.id} order by created_at`)).map(({ title }) => title.pl)
}

test('a resource calendar shows what each may see: a private booking is a taken time and nothing else', async () => {
  const wisla = await room({ monday: '8-16', tuesday: '8-16' })
  await booked(ola, wisla, { ...times('08:00', '09:00'), title: 'Rozmowa kwalifikacyjna', private: true })
  const open = await booked(ola, wisla, { ...times('10:00', '11:00'), title: 'Szkolenie' })
  const meeting = await made(ola, 'activity', { title: 'Zwolnienia grupowe', type: 'meeting', ...times('12:00', '13:00') })
  await booked(ola, wisla, { ...times('12:00', '13:00'), activity: meeting.id })
  const seen = await calendar(jan, wisla)
  assert.deepEqual(seen.bookings.map(({ start, title, owner, id }: { start: string; title?: string; owner?: { name: string }; id?: string }) => [start, title ?? null, owner?.name ?? null, id !== undefined]), [
    [at('08:00'), null, null, false], [at('10:00'), 'Szkolenie', 'Ola', true], [at('12:00'), null, 'Ola', true],
  ])
  assert.doesNotMatch(JSON.stringify(seen), /kwalifikacyjna|Zwolnienia/)
  assert.doesNotMatch(JSON.stringify(await calendar(administrator, wisla)), /kwalifikacyjna/)
  const own = await calendar(ola, wisla)
  assert.deepEqual(own.bookings.map(({ title }: { title?: string }) => title), ['Rozmowa kwalifikacyjna', 'Szkolenie', 'Zwolnienia grupowe'])
  assert.equal(own.bookings[1].id, open.id)
  assert.deepEqual(own.closed.map(({ start, end }: { start: string; end: string }) => [start, end]), [[at('00:00'), at('07:00')], [at('15:00'), at('23:00')]])
  assert.deepEqual(own.resources.map(({ name, kind }: { name: string; kind: { name: string } }) => [name, kind.name]), [['Wisła', 'Sala']])
  assert.equal((await jan.get(`/api/resources/calendar?from=${at('10:00')}&until=${at('09:00')}`)).status, 422)
})

test('what is taken comes with others of the kind that have seats enough, and with the next free time', async () => {
  const kind = await made(administrator, 'resourceKind', { name: 'Salka' })
  const [asked, , larger] = await Promise.all([room({ kind: kind.id, name: 'Odra', seats: '8' }), room({ kind: kind.id, name: 'Bug', seats: '4' }), room({ kind: kind.id, name: 'Warta', seats: '12', place: 'II piętro' })])
  await booked(ola, asked, times('09:00', '10:30'))
  await booked(ola, asked, times('11:00', '12:00'))
  const check = (values: object) => jan.send('POST', `/api/resources/${asked.id}/check`, values)
  const { body } = await check({ ...times('10:00', '11:00'), seats: 6 })
  assert.deepEqual(body.conflicts.map(({ sentence }: { sentence: string }) => sentence), ['zajęte do 11:30 – rezerwuje Ola'])
  assert.deepEqual(body.alternatives, [{ id: larger!.id, name: 'Warta', place: 'II piętro', seats: 12, needsApproval: false }])
  assert.deepEqual(body.nextFree, times('12:00', '13:00'))
  assert.deepEqual((await check(times('12:00', '13:00'))).body, { conflicts: [], alternatives: [], nextFree: null })
  const refused = await jan.send('POST', '/api/resources/book', { resource: asked.id, ...times('10:00', '11:00') })
  assert.deepEqual([refused.status, refused.body.code, refused.body.alternatives.map(({ name }: { name: string }) => name)], [409, 'booking.taken', ['Warta', 'Bug']], refused.text)
  assert.deepEqual((await jan.get(`/api/resources/free?${new URLSearchParams({ ...times('10:00', '11:00'), kind: kind.id })}`)).body.resources.map(({ name }: { name: string }) => name), ['Bug', 'Warta'])
})

test('is it free now, and until when', async () => {
  const now = Date.now()
  const around = (from: number, until: number) => ({ start: new Date(now + from * 60_000).toISOString(), end: new Date(now + until * 60_000).toISOString() })
  const wisla = await room()
  const coming = await booked(ola, wisla, around(60, 120))
  const standing = async () => (await jan.get(`/api/resources/${wisla.id}/now`)).body
  const free = await standing()
  assert.deepEqual([free.free, free.until], [true, coming['start']])
  const going = await booked(ola, wisla, around(-10, 30))
  const taken = await standing()
  assert.deepEqual([taken.free, taken.until, taken.who, taken.nextFree], [false, going['end'], 'Ola', going['end']])
})

test('what needs approval waits for it and holds the time; those named answer, and the answer is told', async () => {
  const car = await room({ name: 'Auto', needsApproval: true, approvers: [keeper.id] })
  const asked = await booked(ola, car, times('09:00', '12:00'))
  assert.equal(asked['state'], 'asked')
  assert.deepEqual((await calendar(jan, car)).bookings.map(({ state }: { state: string }) => state), ['tentative'])
  assert.equal((await jan.send('POST', '/api/records/booking', { resource: car.id, ...times('10:00', '11:00') })).status, 409)
  assert.deepEqual(await told(keeper), ['Ola prosi o zgodę: Auto, 24 listopada 10:00'])
  assert.deepEqual(await notChanged(ola, 'booking', asked, { state: 'booked' }), ['move_condition state'])
  assert.equal((await jan.send('POST', '/api/records/booking', { resource: car.id, ...times('13:00', '14:00'), state: 'booked' })).body.code, 'booking.needs_approval')
  const approved = await changed(keeper, 'booking', asked, { state: 'booked', answer: 'Kluczyki w recepcji' })
  assert.deepEqual(await told(ola), ['Zgoda na rezerwację: Auto, 24 listopada 10:00'])
  const again = await changed(ola, 'booking', approved, { end: at('13:00') })
  assert.equal(again['state'], 'asked')
  assert.deepEqual(await notChanged(keeper, 'booking', again, { state: 'refused', answer: null }), ['required answer'])
  await changed(keeper, 'booking', again, { state: 'refused', answer: 'Przegląd' })
  assert.equal((await told(ola)).at(-1), 'Odmowa rezerwacji: Auto, 24 listopada 10:00')
  await booked(jan, car, times('10:00', '11:00'))
})

test('somebody else named to approve reaches what waits; who no longer approves does not', async () => {
  const car = await room({ name: 'Auto', needsApproval: true, approvers: [keeper.id] })
  const asked = await booked(ola, car, { ...times('09:00', '12:00'), private: true })
  assert.equal((await keeper.get(`/api/records/booking/${asked.id}`)).status, 200)
  await changed(administrator, 'resource', car, { approvers: [jan.id] })
  assert.equal((await keeper.get(`/api/records/booking/${asked.id}`)).status, 404)
  const { body } = await jan.get(`/api/records/booking/${asked.id}`)
  await changed(jan, 'booking', body, { state: 'booked' })
})

test('of a series the occurrences somebody skips are left out, and what has no end is booked a day further each night', async () => {
  const wisla = await room()
  const weekly = await made(ola, 'activity', { title: 'Odprawa', type: 'meeting', start: '2027-01-04T08:00:00.000Z', end: '2027-01-04T09:00:00.000Z', recurrence: 'FREQ=WEEKLY', timeZone: 'Europe/Warsaw' })
  await booked(jan, wisla, { start: '2027-01-11T08:00:00Z', end: '2027-01-11T09:00:00Z' })
  const refused = await ola.send('POST', '/api/resources/book', { resource: wisla.id, activity: weekly.id })
  assert.deepEqual([refused.status, refused.body.occurrences.length], [409, 1], refused.text)
  const { body, status, text } = await ola.send('POST', '/api/resources/book', { resource: wisla.id, activity: weekly.id, skip: refused.body.occurrences.map(({ instance }: { instance: string }) => instance) })
  assert.equal(status, 200, text)
  const held = async () => (await house.world.db.rows<{ last: string }>(sql`select lower(during)::date::text as last from booking_unit where booking = ${body.id} order by 1`)).map(({ last }) => last)
  const first = await held()
  assert.deepEqual(first.slice(0, 2), ['2027-01-04', '2027-01-18'])
  const job = jobs.find(({ name }) => name === 'resources.goOnWithSeries')!
  const later = new Date(Date.now() + 30 * 86_400_000)
  await booked(jan, wisla, { start: `${new Date(Date.parse(`${first.at(-1)}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`, end: `${new Date(Date.parse(`${first.at(-1)}T00:00:00Z`) + 8 * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z` })
  await job.run({ ...house.ctx, now: later }, null as never, { progress: async () => undefined, cancelled: async () => false, signal: new AbortController().signal, run: null, attempt: 1 })
  const next = await held()
  assert.ok(next.length > first.length && next.at(-1)! > first.at(-1)!)
  assert.ok((await told(ola)).includes('Wisła: 1 termin serii jest zajęty'))
  assert.deepEqual(house.bugs, [])
})

test('times out of all proportion are refused in words, and nobody is kept waiting by them', async () => {
  const wisla = await room({ monday: '8-16' })
  const far = [{ start: '0000-01-01T00:00:00Z', end: at('10:00') }, { start: '0001-01-01T00:00:00Z', end: at('10:00') }, { start: at('10:00'), end: '9999-12-31T23:59:59Z' }]
  for (const time of [...far, { start: at('10:00'), end: at('10:00', '2999-01-01') }]) {
    const isFar = far.includes(time)
    assert.equal((await ola.send('POST', `/api/resources/${wisla.id}/check`, time)).status, isFar ? 400 : 422, JSON.stringify(time))
    assert.equal((await ola.send('POST', '/api/resources/book', { resource: wisla.id, ...time })).status, isFar ? 400 : 422)
    assert.equal((await ola.get(`/api/resources/free?${new URLSearchParams(time)}`)).status, isFar ? 400 : 422)
    assert.equal((await ola.send('POST', '/api/records/booking', { resource: wisla.id, ...time })).status, 422)
  }
  assert.equal((await ola.send('POST', '/api/resources/book', { resource: ola.id, ...times('10:00', '11:00') })).body.code, 'link_not_there')
  assert.deepEqual(house.bugs, [])
})
