import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'
import { changed, made, type Made } from '../app/testing/stories.ts'
import { deliverNotices } from '../notices/delivery/actions.ts'
import { firstSettings } from '../notices/settings/rules.ts'
import { armAnew, fireDue } from './firing/actions.ts'
import { addDefaults, carryOn } from './actions.ts'

let house: House
let people = 0
const somebody = (): Promise<Caller> => house.person(`Zapominalski${++people}`, {})
before(async () => {
  house = await startHouse()
})
after(() => house.end())

/** The tests' own clock begins with the machine's when the first of them runs, for the house answers by it. */
let begin: number | null = null
const inMinutes = (minutes: number): string => new Date(Math.floor((begin ??= Date.now()) / 60_000) * 60_000 + minutes * 60_000).toISOString()
const at = (minutes: number) => ({ ...house.ctx, now: new Date(inMinutes(minutes)) })
const turn = async (minutes: number): Promise<void> => {
  await fireDue(at(minutes))
  await deliverNotices(at(minutes))
}
const meeting = (by: Caller, values: object = {}) => made(by, 'activity', { title: 'Rada', type: 'meeting', start: inMinutes(120), place: 'Sala 3', ...values })
const remind = (by: Caller, { id }: Made, ...reminders: object[]) => by.send('POST', '/api/reminders', { activity: id, reminders })
const titles = async (who: Caller): Promise<string[]> => (await who.get('/api/notices')).body.notices.map(({ title }: { title: string }) => title)
const ringing = async (who: Caller) => (await who.get('/api/reminders/ringing')).body.reminders

test('several reminders of one meeting come each at its time, once, with where and when', async () => {
  const ania = await somebody()
  const board = await meeting(ania)
  const { body } = await remind(ania, board, { minutesBefore: 60 }, { minutesBefore: 15 }, { at: inMinutes(30) })
  assert.equal(body.reminders.length, 3)
  await turn(29)
  assert.deepEqual(await titles(ania), [])
  await turn(30)
  assert.equal((await titles(ania)).length, 1)
  await Promise.all([turn(60), turn(60)])
  await turn(110)
  await turn(200)
  assert.deepEqual(await titles(ania), Array.from({ length: 3 }, () => 'Przypomnienie: Rada'))
  assert.match((await ania.get('/api/notices')).body.notices[0].body, /^Początek: .+ · Sala 3$/)
})

test('a moved meeting reminds before its new time, a closed or removed one not at all', async () => {
  const ania = await somebody()
  const [moved, closed, gone] = [await meeting(ania, { title: 'Przesunięte' }), await meeting(ania, { title: 'Odwołane' }), await meeting(ania, { title: 'Usunięte' })]
  for (const one of [moved, closed, gone]) await remind(ania, one, { minutesBefore: 15 })
  await changed(ania, 'activity', moved, { start: inMinutes(180), end: inMinutes(240) })
  await changed(ania, 'activity', closed, { state: 'cancelled' })
  await ania.send('DELETE', `/api/records/activity/${gone.id}?version=${gone.version}`)
  // Also before anybody told the reminders of it.
  await turn(106)
  assert.deepEqual(await titles(ania), [])
  await armAnew(at(106), [moved.id, closed.id, gone.id])
  await turn(164)
  assert.deepEqual(await titles(ania), [])
  await turn(165)
  assert.deepEqual(await titles(ania), ['Przypomnienie: Przesunięte'])
})

test('the next task of a series has the reminders of the last, of everybody, and none twice', async () => {
  const [ania, ola] = [await somebody(), await somebody()]
  const first = await made(ania, 'activity', { title: 'Raport', type: 'task', due: inMinutes(300), recurrence: 'FREQ=DAILY;COUNT=3', watchers: [ola.id] })
  await remind(ania, first, { minutesBefore: 30 }, { at: inMinutes(240) })
  await remind(ola, first, { minutesBefore: 60, ways: ['application'] })
  assert.equal((await ania.send('POST', `/api/records/activity/${first.id}/actions/finish`, {})).status, 200)
  const { body } = await ania.get(`/api/records/activity?${new URLSearchParams({ columns: 'due', where: `previous = '${first.id}'` })}`)
  const [next] = body.rows as { id: string; due: string }[]
  const later = Date.parse(next!.due) - Date.parse(inMinutes(300))
  await carryOn(at(0), [next!.id])
  await carryOn(at(0), [next!.id])
  const of = async (who: Caller) => ((await who.get(`/api/reminders?activity=${next!.id}`)).body.reminders as { minutesBefore: number | null; at: string | null; ways: string[] | null }[]).map(({ minutesBefore, at: moment, ways }) => [minutesBefore, moment, ways])
  assert.deepEqual(await of(ania), [[30, null, null], [null, new Date(Date.parse(inMinutes(240)) + later).toISOString(), null]])
  assert.deepEqual(await of(ola), [[60, null, ['application']]])
})

test('a task that only follows another one is reminded of by nobody', async () => {
  const ania = await somebody()
  const first = await made(ania, 'activity', { title: 'Oferta', type: 'task', due: inMinutes(300) })
  await remind(ania, first, { minutesBefore: 30 })
  const next = await made(ania, 'activity', { title: 'Dalej', type: 'task', due: inMinutes(600), previous: first.id })
  await carryOn(at(0), [next.id])
  assert.deepEqual((await ania.get(`/api/reminders?activity=${next.id}`)).body.reminders, [])
})

test('a series reminds of each occurrence, and of a moved one when it takes place', async () => {
  const ania = await somebody()
  const daily = await meeting(ania, { title: 'Codzienne', recurrence: 'FREQ=DAILY;COUNT=3' })
  await remind(ania, daily, { minutesBefore: 15 })
  await made(ania, 'activity', { title: 'Codzienne, później', type: 'meeting', series: daily.id, instance: inMinutes(120 + 1440), start: inMinutes(180 + 1440) })
  await armAnew(at(0), [daily.id])
  const rung: number[] = []
  for (const minutes of [105, 106, 105 + 1440, 165 + 1440, 105 + 2880, 105 + 4320]) {
    await turn(minutes)
    rung.push((await titles(ania)).length)
  }
  assert.deepEqual(rung, [1, 1, 1, 2, 3, 3])
})

test('put off it comes again, dismissed it does not, and both mark its notice as read', async () => {
  const ania = await somebody()
  const board = await meeting(ania, { start: inMinutes(20) })
  await remind(ania, board, { minutesBefore: 15 })
  await turn(5)
  const [{ id, title, activity }] = await ringing(ania)
  assert.deepEqual([title, activity], ['Przypomnienie: Rada', board.id])
  const { until } = (await ania.send('POST', `/api/reminders/${id}/snooze`, { until: '5min' })).body
  assert.deepEqual([await ringing(ania), (await ania.get('/api/notices/unread')).body.unread], [[], 0])
  const later = new Date(Date.parse(until) + 1_000)
  await fireDue({ ...house.ctx, now: later })
  await deliverNotices({ ...house.ctx, now: later })
  assert.equal((await ringing(ania)).length, 1)
  await ania.send('POST', `/api/reminders/${id}/dismiss`)
  await turn(600)
  assert.deepEqual([await ringing(ania), (await titles(ania)).length], [[], 2])
})

test('of what is over nobody is reminded, and of what is about to begin at once', async () => {
  const ania = await somebody()
  const codes = async (activity: Made, reminder: object) => (await remind(ania, activity, reminder)).body.fields?.map(({ code, field }: { code: string; field: string }) => `${code} ${field}`)
  const [over, soon, timeless] = [await meeting(ania, { start: inMinutes(-60) }), await meeting(ania, { start: inMinutes(5) }), await made(ania, 'activity', { title: 'Kiedyś', type: 'task' })]
  assert.deepEqual(await codes(over, { minutesBefore: 15 }), ['reminder.past reminders.0.minutesBefore'])
  assert.deepEqual(await codes(soon, { at: inMinutes(-1) }), ['reminder.past reminders.0.at'])
  assert.deepEqual(await codes(timeless, { minutesBefore: 15 }), ['reminder.no_time reminders.0.minutesBefore'])
  assert.equal((await remind(ania, soon, { minutesBefore: 15, at: inMinutes(3) })).status, 400)
  assert.equal((await remind(ania, soon, {})).status, 400)
  assert.equal((await remind(ania, soon, { minutesBefore: 15 })).status, 200)
  await turn(1)
  assert.deepEqual(await titles(ania), ['Przypomnienie: Rada'])
})

test('reminders are each person’s own: nobody sees, moves or removes another’s, and of what one does not see there are none', async () => {
  const [ania, olek] = [await somebody(), await somebody()]
  const administrator = await house.person(`Admin${++people}`, { all: true })
  const [open, secret] = [await meeting(ania, { participants: [olek.id] }), await meeting(ania, { private: true })]
  const { id } = (await remind(ania, open, { minutesBefore: 15 })).body.reminders[0]
  for (const other of [olek, administrator]) {
    assert.deepEqual((await other.get(`/api/reminders?activity=${open.id}`)).body.reminders, [])
    for (const [method, path] of [['DELETE', ''], ['POST', '/dismiss']] as const) assert.equal((await other.send(method, `/api/reminders/${id}${path}`)).status, 404)
    assert.equal((await other.send('POST', `/api/reminders/${id}/snooze`, { until: '1h' })).status, 404)
    assert.equal((await remind(other, secret, { minutesBefore: 15 })).status, 404)
    assert.equal((await other.get(`/api/reminders?activity=${secret.id}`)).status, 404)
  }
  await remind(olek, open, { minutesBefore: 15 })
  await changed(ania, 'activity', open, { participants: [] })
  await turn(110)
  assert.deepEqual([await titles(olek), await ringing(olek), await titles(ania)], [[], [], ['Przypomnienie: Rada']])
})

test('who makes an activity with a start gets his usual reminders, once, and nobody else does', async () => {
  const [ania, olek] = [await somebody(), await somebody()]
  await ania.send('PUT', '/api/reminders/settings', { minutesBefore: [10, 1440], types: ['meeting'] })
  await olek.send('PUT', '/api/reminders/settings', { minutesBefore: [], types: [] })
  const [mine, visit, his] = [await meeting(ania, { start: inMinutes(3_000), end: inMinutes(3_060) }), await meeting(ania, { type: 'visit' }), await meeting(olek, { participants: [ania.id] })]
  const ids = [mine.id, visit.id, his.id]
  await addDefaults(at(0), ids)
  await addDefaults(at(0), ids)
  const minutes = async (who: Caller, { id }: Made) => (await who.get(`/api/reminders?activity=${id}`)).body.reminders.map(({ minutesBefore }: { minutesBefore: number }) => minutesBefore)
  assert.deepEqual([await minutes(ania, mine), await minutes(ania, visit), await minutes(olek, his), await minutes(ania, his)], [[1440, 10], [], [], []])
})

test('the ways one chose for a reminder are those it comes by, in quiet hours too', async () => {
  const ania = await somebody()
  await house.world.db.rows(sql`insert into notice_settings (person, settings, changed_at) values (${ania.id}, ${{ ...firstSettings, quiet: { from: '00:00', until: '23:59', urgentPasses: false } }}, now())`)
  const board = await meeting(ania)
  await remind(ania, board, { minutesBefore: 15, ways: ['mail'] })
  await turn(105)
  const mails = await house.world.db.rows<{ subject: string }>(sql`select o.payload->>'subject' as subject from outgoing o join notice_delivery d on o.id = any(d.parcels) where d.person = ${ania.id}`)
  assert.deepEqual(mails, [{ subject: 'Przypomnienie: Rada' }])
  assert.equal((await ania.get('/api/notices/unread')).body.unread, 0)
})

test('two workers and one that is killed fire each reminder once, and a clock set back fires none again', async () => {
  const ania = await somebody()
  const many = await Promise.all(Array.from({ length: 30 }, (_, n) => meeting(ania, { title: `Nr ${n}` })))
  for (const one of many) await remind(ania, one, { minutesBefore: 15 })
  await house.world.db.transaction(async (tx) => {
    assert.equal((await fireDue({ ...at(105), db: tx })).fired >= 30, true)
    throw new Error('killed')
  }).catch(() => undefined)
  await Promise.all([turn(105), turn(105), turn(105)])
  assert.equal((await house.world.db.rows(sql`select from notice where person = ${ania.id}`)).length, 30)
  await turn(60)
  await armAnew(at(60), many.map(({ id }) => id))
  await turn(106)
  assert.equal((await house.world.db.rows(sql`select from notice where person = ${ania.id}`)).length, 30)
})
