/** What is private is nobody else's, the administrator's no more than a stranger's. A new way in to activities comes with its row here. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../expression/sql.ts'
import { startHouse, type Caller, type House } from './testing/house.ts'
import { made, type Made } from './testing/stories.ts'

let house: House
let owner: Caller
let assistant: Caller
let administrator: Caller
let secret: Made
let room: Made
let booking: Made
before(async () => {
  house = await startHouse()
  owner = await house.holder('Właścicielka', [])
  assistant = await house.holder('Asystentka', [])
  administrator = await house.person('Administrator', { all: true })
  await made(owner, 'calendarShare', { person: assistant.id, level: 'edit' })
  const firm = await made(house.all, 'company', { name: 'Szpital Miejski' })
  secret = await made(house.all, 'activity', { title: 'Onkolog', place: 'Gabinet 7', description: 'Wyniki badań', type: 'meeting', owner: owner.id, private: true, company: firm.id, start: '2035-01-08T09:00:00Z', end: '2035-01-08T10:00:00Z' })
  await made(house.all, 'checklistItem', { activity: secret.id, title: 'Sekret: zabrać wyniki' })
  room = await made(house.all, 'resource', { name: 'Sala Wisła', kind: (await made(house.all, 'resourceKind', { name: 'Sala' })).id })
  booking = await made(owner, 'booking', { resource: room.id, activity: secret.id, title: 'Wyniki badań', start: secret['start'], end: secret['end'] })
  await made(house.all, 'attendee', { activity: secret.id, name: 'Doktor Sekret', mail: 'sekret@szpital.example' })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const span = 'from=2035-01-08T00:00:00Z&until=2035-01-09T00:00:00Z'
const at = { start: '2035-01-08T12:00:00Z', end: '2035-01-08T13:00:00Z' }
type Ask = (caller: Caller) => Promise<{ status: number; text: string }>
const ways: Record<string, Ask> = {
  record: (caller) => caller.get(`/api/records/activity/${secret.id}`),
  list: (caller) => caller.get('/api/records/activity?columns=title,place,company&count=true&limit=500'),
  groups: (caller) => caller.get('/api/records/activity/groups?by=title'),
  search: (caller) => caller.get('/api/search?q=onkolog'),
  history: (caller) => caller.get(`/api/records/activity/${secret.id}/history`),
  export: (caller) => caller.get('/api/records/activity/export?format=csv&columns=title,place'),
  attendees: (caller) => caller.get('/api/records/attendee?columns=name,mail,activity&limit=500'),
  'checklist of it': (caller) => caller.get('/api/records/checklistItem?columns=title&count=true&limit=500'),
  calendar: (caller) => caller.get(`/api/calendar?${span}&people=${owner.id}&tasks=true`),
  'calendar moved': (caller) => caller.send('POST', '/api/calendar/move', { activity: secret.id, version: 1, ...at }),
  'calendar changed': (caller) => caller.send('POST', '/api/calendar/change', { activity: secret.id, version: 1, values: { place: 'x' } }),
  'calendar removed': (caller) => caller.send('POST', '/api/calendar/remove', { activity: secret.id, version: 1 }),
  'calendar copied': (caller) => caller.send('POST', '/api/calendar/copy', { activity: secret.id, ...at }),
  'free time': (caller) => caller.send('POST', '/api/calendar/free-time', { people: [owner.id], minutes: 60, from: '2035-01-08T00:00:00Z', until: '2035-01-09T00:00:00Z' }),
  invited: (caller) => caller.get(`/api/calendar/attendees?activity=${secret.id}`),
  invite: (caller) => caller.send('POST', '/api/calendar/invite', { activity: secret.id, mails: [{ mail: 'x@example.com' }] }),
  'resource calendar': (caller) => caller.get(`/api/resources/calendar?${span}`),
  'room refused': (caller) => caller.send('POST', '/api/records/booking', { resource: room.id, start: secret['start'], end: secret['end'] }),
  'room refused in a batch': (caller) => caller.send('POST', '/api/records/booking/batch', { create: [{ resource: room.id, start: secret['start'], end: secret['end'] }] }),
  'room checked': (caller) => caller.send('POST', `/api/resources/${room.id}/check`, { start: secret['start'], end: secret['end'] }),
  'room now': (caller) => caller.get(`/api/resources/${room.id}/now`),
  'rooms free': (caller) => caller.get(`/api/resources/free?start=${String(secret['start'])}&end=${String(secret['end'])}`),
  booking: (caller) => caller.get(`/api/records/booking/${booking.id}`),
  bookings: (caller) => caller.get('/api/records/booking?columns=title,resource,activity,activity.title,owner&count=true&limit=500'),
  'bookings of the room': (caller) => caller.get(`/api/records/resource/${room.id}/timeline`),
  'bookings exported': (caller) => caller.get('/api/records/booking/export?format=csv&columns=title,activity'),
  'bookings grouped': (caller) => caller.get('/api/records/booking/groups?by=title'),
  'booking approved': (caller) => caller.send('PATCH', `/api/records/booking/${booking.id}`, { version: 1, state: 'cancelled' }),
  answer: (caller) => caller.send('POST', '/api/calendar/answer', { activity: secret.id, answer: 'yes' }),
}

for (const [way, ask] of Object.entries(ways)) {
  test(`a private meeting leaves no trace in: ${way}`, async () => {
    for (const caller of [assistant, administrator]) {
      const { text, status } = await ask(caller)
      assert.doesNotMatch(text, /Onkolog|Gabinet 7|Wyniki|Sekret|sekret@/i, text)
      assert.ok(!text.includes(secret.id) && !text.includes(booking.id), text)
      assert.ok(status < 500, text)
    }
    assert.equal((await owner.get(`/api/records/activity/${secret.id}`)).body.version, secret.version)
  })
}

test('a private meeting is busy time in the calendar and in the addresses that others made of it', async () => {
  const { busy } = (await assistant.get(`/api/calendar?${span}&people=${owner.id}`)).body
  assert.deepEqual(busy, [{ person: owner.id, start: '2035-01-08T09:00:00.000Z', end: '2035-01-08T10:00:00.000Z', allDay: false, showAs: 'busy' }])
  await house.world.db.rows(sql`update activity set start = now() + interval '1 day', "end" = now() + interval '25 hours' where id = ${secret.id}`)
  const { body } = await assistant.send('POST', '/api/calendar/feeds', { person: owner.id })
  const feed = await house.app.inject({ method: 'GET', url: new URL(body.url).pathname })
  assert.match(feed.body, /SUMMARY:Zajęty czas/)
  assert.doesNotMatch(feed.body, new RegExp(`Onkolog|Gabinet|${secret.id}|${secret['uid'] as string}`))
})
