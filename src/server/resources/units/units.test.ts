import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, type Made } from '../../app/testing/stories.ts'

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

const thing = (values: object = {}) => made(administrator, 'resource', { name: 'Sala Wisła', kind: kind.id, ...values })
const at = (hour: string, day = '2026-11-24') => `${day}T${hour}:00.000Z`
const times = (from: string, until: string) => ({ start: at(from), end: at(until) })
const ask = (by: Caller, resource: Made, values: object) => by.send('POST', '/api/records/booking', { resource: resource.id, ...values })
const booked = (by: Caller, resource: Made, values: object) => made(by, 'booking', { resource: resource.id, ...values })
const unitsOf = async ({ id }: Made) => (await house.world.db.rows(sql`select unit from booking_unit where booking = ${id} order by unit`)).map(({ unit }) => unit)

test('a room is given once: whoever comes second is told so, and times that only meet are fine', async () => {
  const room = await thing()
  await booked(ola, room, times('09:00', '10:00'))
  for (const [from, until] of [['09:30', '10:30'], ['08:30', '09:01'], ['09:10', '09:20'], ['08:00', '11:00'], ['09:00', '10:00']] as const) {
    const refused = await ask(jan, room, times(from, until))
    assert.deepEqual([refused.status, refused.body.code], [409, 'booking.taken'], refused.text)
  }
  await booked(jan, room, times('10:00', '11:00'))
  await booked(jan, room, times('08:00', '09:00'))
})

test('of many who want the last room in the same second exactly one gets it', async () => {
  const room = await thing()
  const answers = await Promise.all(Array.from({ length: 24 }, (_, n) => ask(n % 2 === 0 ? ola : jan, room, { start: at('09:00'), end: at(`${10 + (n % 3)}:00`) })))
  assert.deepEqual([answers.filter(({ status }) => status === 201).length, answers.filter(({ status }) => status === 409).length], [1, 23])
  assert.deepEqual(house.bugs, [])
})

test('twelve laptops are shared out to the last one, by many at once too', async () => {
  const laptops = await thing({ name: 'Laptopy', quantity: '12' })
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(ola, laptops, { ...times('09:00', '12:00'), units: '3' })))
  assert.equal(answers.filter(({ status }) => status === 201).length, 4)
  assert.equal((await ask(jan, laptops, { ...times('11:00', '13:00'), units: '1' })).status, 409)
  await booked(jan, laptops, { ...times('12:00', '13:00'), units: '12' })
  assert.deepEqual((await ask(jan, laptops, { ...times('14:00', '15:00'), units: '13' })).body.fields, [{ field: 'units', code: 'booking.too_many_units', message: 'Nie ma tylu sztuk tego zasobu.' }])
  assert.deepEqual(house.bugs, [])
})

test('units alike change hands when that is what it takes', async () => {
  const two = await thing({ name: 'Rzutniki', quantity: '2' })
  const first = await booked(ola, two, times('09:00', '11:00'))
  await booked(ola, two, times('09:00', '10:00'))
  await changed(ola, 'booking', first, { state: 'cancelled' })
  await booked(ola, two, times('10:00', '11:00'))
  const whole = await booked(jan, two, times('09:00', '11:00'))
  assert.equal((await unitsOf(whole)).length, 1)
  assert.equal((await ask(jan, two, times('10:30', '10:45'))).status, 409)
})

test('a booking dragged onto a taken time goes back; to a free one it goes, and what it left is free', async () => {
  const room = await thing()
  await booked(ola, room, times('09:00', '10:00'))
  const mine = await booked(jan, room, times('11:00', '12:00'))
  const refused = await jan.send('PATCH', `/api/records/booking/${mine.id}`, { version: mine.version, ...times('09:30', '10:30') })
  assert.deepEqual([refused.status, refused.body.code], [409, 'booking.taken'])
  await changed(jan, 'booking', mine, times('10:00', '11:30'))
  await booked(ola, room, times('11:30', '12:00'))
})

test('two bookings change places in one batch; a batch refuses the one that is in the way and writes the others', async () => {
  const room = await thing()
  const first = await booked(ola, room, times('09:00', '10:00'))
  const second = await booked(ola, room, times('10:00', '11:00'))
  const swap = await ola.send('POST', '/api/records/booking/batch', { update: [{ id: first.id, version: 1, ...times('10:00', '11:00') }, { id: second.id, version: 1, ...times('09:00', '10:00') }] })
  assert.deepEqual(swap.body.items.map((item: { ok: boolean }) => item.ok), [true, true], swap.text)
  const many = await ola.send('POST', '/api/records/booking/batch', { create: [times('12:00', '13:00'), times('12:30', '13:30'), times('13:00', '14:00')].map((time) => ({ resource: room.id, ...time })) })
  assert.deepEqual(many.body.items.map((item: { ok: boolean; code?: string }) => item.code ?? item.ok), [true, 'booking.taken', true], many.text)
})

test('cancelled, in the trash or refused it is free; coming back it takes the time again or is refused', async () => {
  const room = await thing()
  const mine = await booked(ola, room, times('09:00', '10:00'))
  assert.equal((await ola.send('DELETE', `/api/records/booking/${mine.id}?version=1`)).status, 204)
  const other = await booked(jan, room, times('09:00', '10:00'))
  const refused = await ola.send('POST', `/api/records/booking/${mine.id}/restore`)
  assert.deepEqual([refused.status, refused.body.code], [409, 'booking.taken'], refused.text)
  await changed(jan, 'booking', other, { state: 'cancelled' })
  assert.equal((await ola.send('POST', `/api/records/booking/${mine.id}/restore`)).status, 200)
  assert.equal((await ask(jan, room, times('09:30', '10:30'))).status, 409)
})

test('what makes no sense is refused at its field: the end first, no time at all', async () => {
  const room = await thing()
  assert.deepEqual((await ask(ola, room, times('10:00', '09:00'))).body.fields[0].code, 'booking.end_before_start')
  assert.deepEqual((await ask(ola, room, times('10:00', '10:00'))).body.fields[0].code, 'booking.no_length')
  assert.equal((await ask(ola, await thing({ active: false }), times('10:00', '11:00'))).body.code, 'booking.inactive')
})

test('not outside the opening hours, on the days the clocks change too; what stays away over a night is taken and given back in them', async () => {
  const room = await thing({ monday: '8-12, 13.00-16', sunday: '0-24', saturday: '10-12' })
  assert.equal(room['monday'], '08:00–12:00, 13:00–16:00')
  const cases: [string, string, number][] = [
    ['2026-11-23T07:00:00Z', '2026-11-23T08:00:00Z', 201], // Monday 8–9 in Warsaw
    ['2026-11-23T06:30:00Z', '2026-11-23T07:00:00Z', 422],
    ['2026-11-23T10:30:00Z', '2026-11-23T12:30:00Z', 422], // over the break
    ['2026-11-23T12:00:00Z', '2026-11-23T15:00:00Z', 201], // to the very end
    ['2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z', 422], // Tuesday
    ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 201], // the whole Sunday of 23 hours
    ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 201], // of 25
    ['2026-11-28T10:00:00Z', '2026-11-30T08:00:00Z', 201], // Saturday 11 to Monday 9
    ['2026-11-28T12:00:00Z', '2026-11-30T08:00:00Z', 422],
  ]
  for (const [start, end, status] of cases) assert.equal((await ask(ola, room, { start, end })).status, status, `${start} ${end}`)
  assert.equal((await administrator.send('POST', '/api/records/resource', { name: 'Zła', kind: kind.id, monday: 'rano' })).body.fields[0].code, 'resource.not_hours')
})

test('the quantity does not go below what is booked, and what is left is dealt anew', async () => {
  const laptops = await thing({ quantity: '5' })
  await booked(ola, laptops, { start: '2036-01-07T09:00:00Z', end: '2036-01-07T10:00:00Z', units: '2' })
  const late = await booked(jan, laptops, { start: '2036-01-07T09:30:00Z', end: '2036-01-07T11:00:00Z', units: '2' })
  const refused = await administrator.send('PATCH', `/api/records/resource/${laptops.id}`, { version: 1, quantity: '3' })
  assert.deepEqual([refused.status, refused.body.fields[0].code, refused.body.fields[0].field], [422, 'resource.quantity_booked', 'quantity'], refused.text)
  assert.equal(refused.body.detail, 'Tyle sztuk nie wystarczy na to, co jest zarezerwowane: 7 stycznia 2036 10:30.')
  await changed(jan, 'booking', late, { units: '1' })
  await changed(administrator, 'resource', laptops, { quantity: '3' })
  assert.ok((await unitsOf(late)).every((unit) => Number(unit) <= 3))
})

test('SQL by hand cannot give a unit twice either', async () => {
  const room = await thing()
  const { id } = await booked(ola, room, times('09:00', '10:00'))
  await assert.rejects(house.world.db.rows(sql`insert into booking_unit select resource, unit, gen_random_uuid(), during from booking_unit where booking = ${id}`), /booking_unit_once/)
  await assert.rejects(house.world.db.rows(sql`insert into booking (id, version, created_at, updated_at, search, resource, start, "end", units, state) select gen_random_uuid(), 1, now(), now(), '', resource, start, "end", 1, 'booked' from booking where id = ${id}`), /booking.taken/)
})
