import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { workdaysBetween } from '../../expression/workdays.ts'
import { weekday } from '../../expression/calendar.ts'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'
import { made, refused } from '../app/testing/stories.ts'
import { addWorkingMinutes, isFreeDay, workingMinutesBetween } from './actions.ts'
import { holidaysOf } from './holidays/queries.ts'

let house: House
let worker: Caller
let administrator: Caller
before(async () => {
  house = await startHouse()
  worker = await house.person('Pracowniczka', {})
  administrator = await house.person('Szefowa', { all: true })
})
after(() => house.end())

const moment = (text: string) => new Date(text)

test('holidays of Poland are those that formulas count', async () => {
  for (const year of [2020, 2024, 2025, 2026, 2030]) {
    const days = (await holidaysOf('PL', year, 'pl')).map(({ date }) => date).filter((date) => weekday(date) <= 5)
    const weekdays = Array.from({ length: 366 }, (_, at) => new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10)).filter((date) => date.startsWith(String(year)) && weekday(date) <= 5)
    const off = weekdays.filter((date) => workdaysBetween(date, new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)) === 0)
    assert.deepEqual(days, off, String(year))
  }
})

test('Polish names in Polish, others in English, and other countries have other days', async () => {
  assert.equal((await holidaysOf('PL', 2026, 'pl')).find(({ date }) => date === '2026-12-24')?.name, 'Wigilia Bożego Narodzenia')
  assert.ok((await holidaysOf('DE-BY', 2026, 'en')).some(({ date }) => date === '2026-10-03'))
  assert.deepEqual(await holidaysOf('XX', 2026, 'pl'), [])
})

test('work is counted without nights, holidays and the firm’s own days off', async () => {
  const minutes = () => workingMinutesBetween(house.ctx, worker.id, { from: moment('2026-11-10T06:00:00Z'), until: moment('2026-11-13T22:00:00Z') })
  assert.equal(await minutes(), 3 * 480)
  await made(administrator, 'dayOff', { name: 'Święto firmy', on: '2026-11-12', until: '2026-11-13' })
  assert.equal(await minutes(), 480)
  assert.deepEqual([await isFreeDay(house.ctx, worker.id, '2026-11-12'), await isFreeDay(house.ctx, worker.id, '2026-11-10'), await isFreeDay(house.ctx, null, '2026-11-11')], [true, false, true])
})

test('own hours, zone and country go before the firm’s', async () => {
  const berlin = await house.person('Berlinerka', {})
  await made(berlin, 'workingHours', { owner: berlin.id, monday: '10-12', timeZone: 'America/New_York', country: 'us' })
  const until = await addWorkingMinutes(house.ctx, berlin.id, { from: moment('2026-11-23T00:00:00Z'), minutes: 180 })
  assert.equal(until.toISOString(), '2026-11-30T16:00:00.000Z')
  assert.equal(await isFreeDay(house.ctx, berlin.id, '2026-11-24'), true)
})

test('nobody sets the hours of others, and everybody sees them', async () => {
  const other = await house.person('Druga', {})
  assert.equal((await other.send('POST', '/api/records/workingHours', { owner: worker.id, monday: '8–9' })).status, 403)
  const { body, status, text } = await other.get(`/api/hours?people=${worker.id}&from=2026-12-21&until=2026-12-27`)
  assert.equal(status, 200, text)
  assert.deepEqual(body.people[0].week[0], [[480, 960]])
  assert.deepEqual(body.people[0].free.map(({ date }: { date: string }) => date), ['2026-12-24', '2026-12-25', '2026-12-26'])
})

test('the firm’s hours are changed by who may change settings, and only to what makes sense', async () => {
  const firm = (await worker.get('/api/hours/firm')).body
  assert.equal(firm.monday, '8:00–16:00')
  assert.equal((await worker.send('PUT', '/api/hours/firm', firm)).status, 403)
  assert.deepEqual(await refused(administrator.send('PUT', '/api/hours/firm', { ...firm, monday: '20-8' })), ['hours.bad_periods monday'])
  assert.deepEqual(await refused(administrator.send('PUT', '/api/hours/firm', { ...firm, country: 'QQ' })), ['hours.unknown_country country'])
  assert.equal((await administrator.send('PUT', '/api/hours/firm', { ...firm, friday: '7-13' })).body.friday, '7:00–13:00')
  assert.ok((await worker.get('/api/hours/countries')).body.countries.some((one: { code: string; name: string }) => one.code === 'PL' && one.name === 'Polska'))
})
