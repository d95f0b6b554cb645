import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ical, { type VEvent } from 'node-ical'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Answered, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, type Made } from '../../app/testing/stories.ts'

let house: House
let director: Caller
let colleague: Caller
const nobody = { authorization: '' }
before(async () => {
  house = await startHouse()
  // Rights as they are at each reading come from the database.
  director = await house.holder('Dyrektorka', [])
  colleague = await house.holder('Kolega', [])
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const soon = (days: number, hour = 9) => new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + days * 86_400_000 + hour * 3_600_000).toISOString()
const meeting = (by: Caller, values: object = {}) => made(by, 'activity', { title: 'Rada', type: 'meeting', owner: by.id, start: soon(2), end: soon(2, 10), ...values })
async function feedOf(by: Caller, given: object = {}) {
  const { status, body, text } = await by.send('POST', '/api/calendar/feeds', given)
  assert.equal(status, 200, text)
  return { id: body.id as string, path: new URL(body.url).pathname }
}
const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await house.app.inject({ method: 'GET', url: path, headers: { ...nobody, ...headers } })
  return { status: answer.statusCode, text: answer.body, etag: String(answer.headers['etag'] ?? ''), body: null } satisfies Answered & { etag: string }
}
const eventsIn = (text: string) => Object.values(ical.sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT')

test('an own calendar goes out with its words, private entries as busy time unless one wants them', async () => {
  await meeting(director, { title: 'Umowa z hutą', place: 'Sala 1', description: 'Wziąć projekt' })
  await meeting(director, { title: 'Kardiolog', private: true, start: soon(3), end: soon(3, 10) })
  const plain = await read((await feedOf(director)).path)
  assert.equal(plain.status, 200)
  assert.deepEqual(eventsIn(plain.text).map(({ summary }) => summary).toSorted(), ['Umowa z hutą', 'Zajęty czas'])
  assert.doesNotMatch(plain.text, /Kardiolog/)
  const whole = await read((await feedOf(director, { withPrivate: true })).path)
  assert.match(whole.text, /Kardiolog/)
  const busy = await read((await feedOf(director, { onlyBusy: true })).path)
  assert.deepEqual([...new Set(eventsIn(busy.text).map(({ summary }) => summary))], ['Zajęty czas'])
  assert.doesNotMatch(busy.text, /hut|Sala|projekt/)
})

test('another’s calendar shows what its maker may see at this moment, and never what is private', async () => {
  const { path } = await feedOf(colleague, { person: director.id })
  assert.doesNotMatch((await read(path)).text, /Umowa z hutą|Kardiolog/)
  const share = await made(director, 'calendarShare', { person: colleague.id, level: 'see' })
  const open = await read(path)
  assert.match(open.text, /Umowa z hutą/)
  assert.doesNotMatch(open.text, /Kardiolog/)
  await changed(director, 'calendarShare', share, { level: 'busy' })
  assert.doesNotMatch((await read(path)).text, /Umowa z hutą/)
  assert.equal((await colleague.send('POST', '/api/calendar/feeds', { person: director.id, withPrivate: true })).status, 422)
})

test('a series goes out as a rule, with what was moved and without what was cancelled', async () => {
  const who = await house.holder('Cykliczna', [])
  const series = await meeting(who, { title: 'Odprawa', recurrence: 'FREQ=DAILY;COUNT=5', timeZone: 'Europe/Warsaw' })
  const place = (instance: string) => ({ activity: series.id, version: series.version, instance, which: 'this' })
  assert.equal((await who.send('POST', '/api/calendar/move', { ...place(soon(3)), start: soon(3, 14), end: soon(3, 15) })).status, 200)
  assert.equal((await who.send('POST', '/api/calendar/remove', place(soon(4)))).status, 204)
  const { text } = await read((await feedOf(who)).path)
  const [event] = eventsIn(text)
  const starts = ical.expandRecurringEvent(event!, { from: new Date(soon(0)), to: new Date(soon(20)) }).map(({ start }) => start.toISOString())
  assert.deepEqual(starts, [soon(2), soon(3, 14), soon(5), soon(6)])
  assert.match(text, /RRULE:FREQ=DAILY;COUNT=5/)
  assert.match(text, /EXDATE;TZID=Europe\/Warsaw/)
  assert.match(text, /RECURRENCE-ID;TZID=Europe\/Warsaw/)
})

test('an address read again costs nothing, a revoked or forged one is not there, and a person who is out takes his along', async () => {
  const who = await house.holder('Odchodząca', [])
  await meeting(who)
  const { id, path } = await feedOf(who)
  const first = await read(path)
  assert.deepEqual([(await read(path, { 'if-none-match': first.etag })).status, (await read(path, { 'if-none-match': '"inny"' })).status], [304, 200])
  assert.equal((await read(path.replace(/.\.ics$/, 'x.ics').replace('feed/', 'feed/_'))).status, 404)
  assert.equal((await read('/api/calendar/feed/..%2F..%2Fetc.ics')).status, 404)
  const kept = await house.world.db.rows<{ text: string }>(sql`select calendar_feed::text as text from calendar_feed`)
  assert.ok(kept.every((row) => !row.text.includes(path.slice(19, -4))), 'the secret itself is nowhere')
  const other = await feedOf(who)
  assert.equal((await colleague.send('DELETE', `/api/calendar/feeds/${id}`)).status, 404)
  assert.equal((await who.send('DELETE', `/api/calendar/feeds/${id}`)).status, 204)
  assert.equal((await read(path)).status, 404)
  const user = (await house.all.get(`/api/records/user/${who.id}`)).body as Made
  await changed(house.all, 'user', user, { active: false })
  assert.equal((await read(other.path)).status, 404)
})

test('who reads it too often waits', async () => {
  const { path } = await feedOf(director)
  const answers = await Promise.all(Array.from({ length: 62 }, () => read(path)))
  assert.deepEqual([answers.filter(({ status }) => status === 200).length, answers.filter(({ status }) => status === 429).length], [60, 2])
})
