import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, read, type Made } from '../../app/testing/stories.ts'

let house: House
let administrator: Caller
let ola: Caller
let jan: Caller
let kind: Made

before(async () => {
  house = await startHouse()
  administrator = await house.person('Administratorka', { all: true })
  ola = await house.person('Ola', {})
  jan = await house.person('Jan', {})
  kind = await made(administrator, 'resourceKind', { name: 'Sala' })
})
after(() => house.end())

const room = (values: object = {}) => made(administrator, 'resource', { name: 'Sala Wisła', kind: kind.id, ...values })
const at = (hour: string, day = '2026-11-24') => `${day}T${hour}:00.000Z`
const meeting = (by: Caller, values: object = {}) => made(by, 'activity', { title: 'Rada', type: 'meeting', start: at('09:00'), end: at('10:00'), ...values })
const book = (by: Caller, resource: Made, activity: Made, values: object = {}) => made(by, 'booking', { resource: resource.id, activity: activity.id, start: activity['start'], end: activity['end'], ...values })
const move = (by: Caller, { id, version }: Made, values: object) => by.send('PATCH', `/api/records/activity/${id}`, { version, ...values })
const heldTimes = async ({ id }: Made) => (await house.world.db.rows(sql`select to_char(lower(during) at time zone 'Europe/Warsaw', 'YYYY-MM-DD HH24:MI') as held from booking_unit where booking = ${id} order by 1`)).map(({ held }) => held)
const isFree = async (resource: Made, from: string, until: string) => {
  const tried = await jan.send('POST', '/api/records/booking', { resource: resource.id, start: from, end: until })
  if (tried.status === 201) await jan.send('DELETE', `/api/records/booking/${tried.body.id}?version=1`)
  return tried.status === 201
}

test('a meeting that moves takes its room along, as long before and after as it was booked', async () => {
  const wisla = await room()
  const board = await meeting(ola)
  const booking = await book(ola, wisla, board, { start: at('08:30') })
  assert.equal((await move(ola, board, { start: at('11:00'), end: at('12:30') })).status, 200)
  const { start, end } = await read(ola, 'booking', booking.id)
  assert.deepEqual([start, end], [at('10:30'), at('12:30')])
  assert.equal(await isFree(wisla, at('08:30'), at('10:00')), true)
  assert.equal(await isFree(wisla, at('12:00'), at('12:15')), false)
})

test('where the room is taken the meeting stays where it was, and the refusal says by whom and until when', async () => {
  const wisla = await room()
  await made(jan, 'booking', { resource: wisla.id, start: at('12:00'), end: at('13:30') })
  const board = await meeting(ola)
  const booking = await book(ola, wisla, board)
  const refused = await move(ola, board, { start: at('12:30'), end: at('13:30') })
  assert.deepEqual([refused.status, refused.body.code, refused.body.detail], [409, 'booking.taken', 'Sala Wisła: zajęte do 14:30 – rezerwuje Jan'])
  assert.equal(refused.body.nextFree.start, at('13:30'))
  assert.equal((await read(ola, 'activity', board.id))['start'], at('09:00'))
  assert.deepEqual(await heldTimes(booking), ['2026-11-24 10:00'])
})

test('a move is not undone where the room has been taken meanwhile: all stays as it is, and one hears by whom', async () => {
  const wisla = await room()
  const board = await meeting(ola)
  const booking = await book(ola, wisla, board)
  const moved = (await move(ola, board, { start: at('11:00'), end: at('12:00') })).body as Made
  await made(jan, 'booking', { resource: wisla.id, start: at('09:30'), end: at('10:30') })
  const { operation } = (await ola.get(`/api/records/activity/${board.id}/history`)).body.entries[0] as { operation: string }
  const ways = [
    await ola.send('POST', '/api/undo', { operation }),
    await ola.send('POST', '/api/calendar/move', { activity: board.id, version: moved.version, start: at('09:00'), end: at('10:00') }),
  ]
  assert.deepEqual(ways.map(({ status, body }) => [status, body.detail]), ways.map(() => [409, 'Sala Wisła: zajęte do 11:30 – rezerwuje Jan']))
  assert.deepEqual([(await read(ola, 'activity', board.id))['start'], (await read(ola, 'booking', booking.id))['start'], await heldTimes(booking)], [at('11:00'), at('11:00'), ['2026-11-24 12:00']])
})

test('a batch moves meetings with their rooms; the one that cannot stays, and its room with it', async () => {
  const wisla = await room()
  await made(jan, 'booking', { resource: wisla.id, start: at('15:00'), end: at('16:00') })
  const [first, second] = [await meeting(ola), await meeting(ola, { start: at('10:00'), end: at('11:00') })]
  const [one, two] = [await book(ola, wisla, first), await book(ola, wisla, second)]
  const answer = await ola.send('POST', '/api/records/activity/batch', { update: [{ id: first.id, version: 1, start: at('14:00'), end: at('15:00') }, { id: second.id, version: 1, start: at('15:00'), end: at('16:00') }] })
  assert.deepEqual(answer.body.items.map((item: { ok: boolean; code?: string }) => item.code ?? item.ok), [true, 'booking.taken'], answer.text)
  assert.deepEqual([await heldTimes(one), await heldTimes(two)], [['2026-11-24 15:00'], ['2026-11-24 11:00']])
})

test('cancelled, the room is free; opened again it is taken again, or the meeting stays cancelled', async () => {
  const wisla = await room()
  const board = await meeting(ola)
  const booking = await book(ola, wisla, board)
  const cancelled = await changed(ola, 'activity', board, { state: 'cancelled' })
  assert.equal((await read(ola, 'booking', booking.id))['state'], 'cancelled')
  const other = await made(jan, 'booking', { resource: wisla.id, start: at('09:30'), end: at('10:30') })
  assert.equal((await move(ola, cancelled, { state: 'open' })).status, 409)
  await changed(jan, 'booking', other, { state: 'cancelled' })
  assert.equal((await move(ola, cancelled, { state: 'open' })).status, 200)
  assert.equal((await read(ola, 'booking', booking.id))['state'], 'booked')
})

test('what is done before its time leaves the rest of it to others; done before it began, all of it', async () => {
  const wisla = await room()
  const around = (from: number, until: number) => ({ start: new Date(Date.now() + from * 60_000).toISOString(), end: new Date(Date.now() + until * 60_000).toISOString() })
  const [going, coming] = [await meeting(ola, around(-30, 30)), await meeting(ola, around(60, 90))]
  const [first, second] = [await book(ola, wisla, going), await book(ola, wisla, coming)]
  const done = await changed(ola, 'activity', going, { state: 'done' })
  await changed(ola, 'activity', coming, { state: 'done' })
  assert.deepEqual([(await read(ola, 'booking', first.id))['end'], (await read(ola, 'booking', second.id))['state']], [done['doneAt'], 'cancelled'])
  assert.equal(await isFree(wisla, around(10, 20).start, around(10, 20).end), true)
})

test('what somebody cancelled himself does not come back with the meeting', async () => {
  const wisla = await room()
  const board = await meeting(ola)
  const booking = await book(ola, wisla, board)
  await changed(ola, 'booking', booking, { state: 'cancelled' })
  const cancelled = await changed(ola, 'activity', board, { state: 'cancelled' })
  await changed(ola, 'activity', cancelled, { state: 'open' })
  assert.equal((await read(ola, 'booking', booking.id))['state'], 'cancelled')
})

test('in the trash the meeting leaves the room; back it takes it again, or is refused and stays there', async () => {
  const wisla = await room()
  const board = await meeting(ola)
  await book(ola, wisla, board)
  assert.equal((await ola.send('DELETE', `/api/records/activity/${board.id}?version=1`)).status, 204)
  const other = await made(jan, 'booking', { resource: wisla.id, start: at('09:00'), end: at('10:00') })
  const refused = await ola.send('POST', `/api/records/activity/${board.id}/restore`)
  assert.deepEqual([refused.status, refused.body.code], [409, 'booking.taken'], refused.text)
  await changed(jan, 'booking', other, { state: 'cancelled' })
  assert.equal((await ola.send('POST', `/api/records/activity/${board.id}/restore`)).status, 200)
  assert.equal(await isFree(wisla, at('09:00'), at('10:00')), false)
})

test('an undone move brings the room back too', async () => {
  const wisla = await room()
  const board = await meeting(ola)
  const booking = await book(ola, wisla, board)
  await changed(ola, 'activity', board, { start: at('13:00'), end: at('14:00') })
  const [entry] = (await ola.get(`/api/records/activity/${board.id}/history`)).body.entries
  const undone = await ola.send('POST', '/api/undo', { history: entry.id })
  assert.equal(undone.status, 200, undone.text)
  assert.equal((await read(ola, 'booking', booking.id))['start'], at('09:00'))
  assert.deepEqual(await heldTimes(booking), ['2026-11-24 10:00'])
})

test('a weekly meeting holds its room every week at the same local hour, across the change to summer time', async () => {
  const wisla = await room()
  const weekly = await meeting(ola, { start: '2027-03-15T08:00:00.000Z', end: '2027-03-15T09:00:00.000Z', recurrence: 'FREQ=WEEKLY;COUNT=4', timeZone: 'Europe/Warsaw' })
  const booking = await book(ola, wisla, weekly)
  assert.deepEqual(await heldTimes(booking), ['2027-03-15 09:00', '2027-03-22 09:00', '2027-03-29 09:00', '2027-04-05 09:00'])
  assert.equal(await isFree(wisla, '2027-03-29T07:30:00Z', '2027-03-29T07:45:00Z'), false)
  const ended = await changed(ola, 'activity', weekly, { recurrence: 'FREQ=WEEKLY;COUNT=2' })
  assert.deepEqual(await heldTimes(booking), ['2027-03-15 09:00', '2027-03-22 09:00'])
  await changed(ola, 'activity', ended, { recurrence: null })
  assert.deepEqual(await heldTimes(booking), ['2027-03-15 09:00'])
})

test('one occurrence moved takes the room along; one that does not take place leaves it', async () => {
  const wisla = await room()
  const weekly = await meeting(ola, { start: '2027-05-03T08:00:00.000Z', end: '2027-05-03T09:00:00.000Z', recurrence: 'FREQ=WEEKLY;COUNT=3', timeZone: 'Europe/Warsaw' })
  const booking = await book(ola, wisla, weekly)
  const moved = await meeting(ola, { series: weekly.id, instance: '2027-05-10T08:00:00.000Z', start: '2027-05-11T12:00:00.000Z', end: '2027-05-11T13:00:00.000Z' })
  await meeting(ola, { series: weekly.id, instance: '2027-05-17T08:00:00.000Z', start: '2027-05-17T08:00:00.000Z', end: '2027-05-17T09:00:00.000Z', state: 'cancelled' })
  assert.deepEqual(await heldTimes(booking), ['2027-05-03 10:00', '2027-05-11 14:00'])
  await made(jan, 'booking', { resource: wisla.id, start: '2027-05-12T08:00:00Z', end: '2027-05-12T09:00:00Z' })
  const refused = await move(ola, moved, { start: '2027-05-12T08:30:00.000Z', end: '2027-05-12T09:30:00.000Z' })
  assert.equal(refused.status, 409, refused.text)
  assert.equal((await ola.send('DELETE', `/api/records/activity/${moved.id}?version=${moved.version}`)).status, 204)
  assert.deepEqual(await heldTimes(booking), ['2027-05-03 10:00', '2027-05-10 10:00'])
})

test('a series that goes on at another hour takes its room along, and leaves the earlier weeks as they were', async () => {
  const wisla = await room()
  const weekly = await meeting(ola, { start: '2027-08-02T08:00:00.000Z', end: '2027-08-02T09:00:00.000Z', recurrence: 'FREQ=WEEKLY;COUNT=4', timeZone: 'Europe/Warsaw' })
  const booking = await book(ola, wisla, weekly)
  const moved = await ola.send('POST', '/api/calendar/move', { activity: weekly.id, instance: '2027-08-16T08:00:00.000Z', version: 1, which: 'following', start: '2027-08-16T08:30:00.000Z', end: '2027-08-16T09:30:00.000Z' })
  assert.equal(moved.status, 200, moved.text)
  assert.deepEqual(await heldTimes(booking), ['2027-08-02 10:00', '2027-08-09 10:00'])
  const [next] = await house.world.db.rows<{ id: string }>(sql`select id from booking where activity = ${moved.body.id}`)
  assert.deepEqual(await heldTimes(next as Made), ['2027-08-16 10:30', '2027-08-23 10:30'])
})

test('occurrences that are taken are named one by one, and nothing is booked', async () => {
  const wisla = await room()
  await made(jan, 'booking', { resource: wisla.id, start: '2027-06-07T08:30:00Z', end: '2027-06-07T09:30:00Z' })
  await made(jan, 'booking', { resource: wisla.id, start: '2027-06-14T07:30:00Z', end: '2027-06-14T08:30:00Z' })
  await made(jan, 'booking', { resource: wisla.id, start: '2027-06-28T08:00:00Z', end: '2027-06-28T10:00:00Z', private: true })
  const weekly = await meeting(ola, { start: '2027-06-07T08:00:00.000Z', end: '2027-06-07T09:00:00.000Z', recurrence: 'FREQ=WEEKLY;COUNT=5', timeZone: 'Europe/Warsaw' })
  const refused = await ola.send('POST', '/api/records/booking', { resource: wisla.id, activity: weekly.id, start: weekly['start'], end: weekly['end'] })
  assert.deepEqual([refused.status, refused.body.code, refused.body.detail], [409, 'booking.series_taken', '3 terminy są już zajęte. Można je pominąć albo wybrać inny zasób.'], refused.text)
  assert.deepEqual(refused.body.occurrences.map((one: { instance: string; sentence: string }) => [one.instance, one.sentence]), [
    ['2027-06-07T08:00:00.000Z', 'zajęte do 11:30 – rezerwuje Jan'], ['2027-06-14T08:00:00.000Z', 'zajęte do 10:30 – rezerwuje Jan'], ['2027-06-28T08:00:00.000Z', 'zajęte do 12:00'],
  ])
  assert.equal(await isFree(wisla, '2027-06-21T08:00:00Z', '2027-06-21T09:00:00Z'), true)
})

test('a private meeting’s room tells nobody what for, nor by whom', async () => {
  const wisla = await room()
  const secret = await meeting(ola, { title: 'Notariusz', private: true })
  const booking = await book(ola, wisla, secret, { title: 'U notariusza' })
  assert.equal((await read(ola, 'booking', booking.id))['private'], true)
  for (const who of [jan, administrator]) {
    assert.equal((await who.get(`/api/records/booking/${booking.id}`)).status, 404)
    const refused = await who.send('POST', '/api/records/booking', { resource: wisla.id, start: at('09:00'), end: at('10:00') })
    assert.deepEqual([refused.status, refused.body.detail], [409, 'Sala Wisła: zajęte do 11:00'])
    assert.doesNotMatch(refused.text, /otariusz|Ola/)
  }
  const open = await changed(ola, 'activity', secret, { private: false })
  assert.equal((await jan.get(`/api/records/booking/${booking.id}`)).status, 200)
  await changed(ola, 'activity', open, { participants: [jan.id], restrictedTo: [ola.id] })
  assert.equal((await administrator.get(`/api/records/booking/${booking.id}`)).status, 404)
  assert.equal((await jan.get(`/api/records/booking/${booking.id}`)).status, 200)
})
