import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'
import { changed, column, listed, made, notChanged, notMade, read, refused, type Made } from '../app/testing/stories.ts'
import type { Ctx } from '../kernel/context.ts'
import { makeTasksOfToday } from './recurrence/actions.ts'

let house: House
let boss: Caller
let worker: Caller
let stranger: Caller

before(async () => {
  house = await startHouse()
  boss = await house.person('Szefowa', {})
  worker = await house.person('Pracownik', {})
  stranger = await house.person('Obca', {})
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const task = (by: Caller, values: object = {}) => made(by, 'activity', { title: 'Oferta', type: 'task', ...values })
const act = (by: Caller, { id }: Made, name: string, input: object = {}) => by.send('POST', `/api/records/activity/${id}/actions/${name}`, input)
const ids = (by: Caller, where: string) => column(by, 'activity', 'id', { where })

test('an activity is finished with its outcome and the next step at once, and one undo takes both back', async () => {
  const call = await task(worker, { title: 'Telefon', type: 'call', description: 'Zapytać o piec' })
  const { status, body } = await act(worker, call, 'finish', { outcome: 'later', outcomeNote: 'Po świętach', spent: '15', followUpTitle: 'Wrócić do pieca', followUpDue: '2027-01-10T09:00:00.000Z' })
  assert.equal(status, 200)
  assert.deepEqual([body.activity.state, body.activity.outcome, body.activity.spent], ['done', 'later', '15'])
  const next = await read(worker, 'activity', body.followUp.id)
  assert.deepEqual([next.title, next.type, (next.owner as Made).id, (next.previous as Made).id, next.state], ['Wrócić do pieca', 'task', worker.id, call.id, 'open'])
  const { entries } = (await worker.get(`/api/records/activity/${call.id}/history`)).body
  assert.equal((await worker.send('POST', '/api/undo', { operation: entries[0].operation })).status, 200)
  assert.deepEqual([(await read(worker, 'activity', call.id)).state, (await worker.get(`/api/records/activity/${body.followUp.id}`)).status], ['open', 404])
})

test('what is overdue says so in lists and among what is related, until it is done', async () => {
  const first = await task(worker)
  const late = await task(worker, { due: '2026-01-05T09:00:00Z', previous: first.id })
  const early = await task(worker, { due: '2126-01-05T09:00:00Z', previous: first.id })
  const said = async () => (await listed(worker, 'activity', { columns: 'overdue', where: `previous = '${first.id}'`, order: 'due' })).map(({ id, overdue }) => [id, overdue])
  assert.deepEqual(await said(), [[late.id, true], [early.id, false]])
  const { related } = (await worker.get(`/api/records/activity/${first.id}/page`)).body as { related: { link: string; rows: { id: string; overdue: boolean }[] }[] }
  assert.deepEqual(related.find(({ link }) => link === 'previous')!.rows.filter(({ overdue }) => overdue).map(({ id }) => id), [late.id])
  await act(worker, late, 'finish')
  assert.deepEqual(await said(), [[late.id, false], [early.id, false]])
})

test('what is done is not finished again, and a next step without a name leaves nothing behind', async () => {
  const one = await task(worker)
  assert.deepEqual(await refused(act(worker, one, 'finish', { followUpDue: '2027-01-10T09:00:00Z' })), ['activity.follow_up_needs_title followUpTitle'])
  assert.deepEqual(await refused(act(worker, one, 'finish', { followUpTitle: 'Dalej', followUpOwner: '01900000-0000-7000-8000-000000000000' })), ['link_not_there owner'])
  assert.equal((await read(worker, 'activity', one.id)).state, 'open')
  assert.equal((await act(worker, one, 'finish')).status, 200)
  assert.deepEqual(await refused(act(worker, one, 'finish')), ['activity.closed'])
  const { can } = await read(worker, 'activity', one.id) as any
  assert.equal(can.actions.finish.reason, 'To działanie jest już zakończone.')
  assert.equal((await act(stranger, one, 'finish')).status, 404)
})

test('only whoever was asked accepts; refused work is its delegator’s again, with the reason', async () => {
  const given = await task(boss, { owner: worker.id })
  assert.deepEqual(await refused(act(boss, given, 'accept')), ['activity.not_asked'])
  assert.equal((await act(worker, given, 'accept')).body.delegation, 'accepted')
  assert.deepEqual(await refused(act(worker, given, 'refuse', { reason: 'za późno' })), ['activity.not_asked'])
  const other = await task(boss, { owner: worker.id })
  assert.deepEqual(await refused(act(worker, other, 'refuse')), ['required reason'])
  assert.equal((await act(worker, other, 'refuse', { reason: 'Mam urlop' })).status, 200)
  const back = await read(boss, 'activity', other.id) as Made
  assert.deepEqual([(back.owner as Made).id, back.delegation, back.delegationNote, back.delegatedBy], [boss.id, 'refused', 'Mam urlop', null])
  assert.equal((await worker.get(`/api/records/activity/${other.id}`)).status, 404)
  const again = await changed(boss, 'activity', back, { owner: stranger.id })
  assert.deepEqual([again.delegation, again.delegationNote, (again.delegatedBy as Made).id], ['asked', null, boss.id])
})

test('the delegator takes work back; nobody else does', async () => {
  const given = await task(boss, { owner: worker.id })
  assert.deepEqual(await refused(act(worker, given, 'takeBack')), ['activity.not_delegated'])
  const { body } = await act(boss, given, 'takeBack')
  assert.deepEqual([body.owner.id, body.delegatedBy, body.delegation], [boss.id, null, null])
})

test('a copy has the list unticked, and nothing of what became of the first', async () => {
  const first = await task(worker, { effort: '30', priority: 'high' })
  await made(worker, 'checklistItem', { activity: first.id, title: 'Umowa', done: true, position: '1' })
  await act(worker, first, 'finish', { outcome: 'agreed' })
  const { status, body } = await act(worker, first, 'copy', { title: 'Oferta 2' })
  assert.equal(status, 200)
  assert.deepEqual([body.title, body.state, body.outcome, body.effort, body.priority, body.owner.id], ['Oferta 2', 'open', null, '30', 'high', worker.id])
  assert.deepEqual((await listed(worker, 'checklistItem', { columns: 'title,done', where: `activity = '${body.id}'` })).map(({ title, done }) => [title, done]), [['Umowa', false]])
})

test('a list has its order, is ticked off one by one, and the activity tells how far it came', async () => {
  const one = await task(worker, { title: 'Z listą' })
  const items = []
  for (const [at, title] of ['Drugi', 'Pierwszy'].entries()) items.push(await made(worker, 'checklistItem', { activity: one.id, title, position: String(2 - at) }))
  assert.deepEqual(await column(worker, 'checklistItem', 'title', { where: `activity = '${one.id}'` }), ['Pierwszy', 'Drugi'])
  await changed(worker, 'checklistItem', items[0]!, { done: true })
  const [told] = await listed(worker, 'activity', { columns: 'checklistDone,checklistAll', where: `id = '${one.id}'` })
  assert.deepEqual([told!.checklistDone, told!.checklistAll], ['1', '2'])
  assert.equal((await stranger.get(`/api/records/checklistItem/${items[0]!.id}`)).status, 404)
})

test('what waits for others is not done before them, whichever way it is tried; those one may not see are only counted', async () => {
  const first = await task(worker, { title: 'Pomiar' })
  const hidden = await task(stranger, { title: 'Tajne', participants: [worker.id] })
  const last = await task(worker, { title: 'Montaż', waitsFor: [first.id, hidden.id] })
  await changed(stranger, 'activity', hidden, { participants: [] })
  const tried = await worker.send('PATCH', `/api/records/activity/${last.id}`, { version: last.version, state: 'done' })
  assert.deepEqual([tried.status, tried.body.fields[0].code, tried.body.fields[0].message], [422, 'activity.waits', 'Najpierw trzeba wykonać: „Pomiar” i jeszcze 1 działanie.'])
  assert.equal((await act(worker, last, 'finish')).status, 422)
  assert.equal((await worker.send('POST', '/api/records/activity/batch', { update: [{ id: last.id, version: last.version, values: { state: 'done' } }] })).body.refused, 1)
  await act(worker, first, 'finish')
  assert.equal((await worker.send('PATCH', `/api/records/activity/${last.id}`, { version: last.version, state: 'done' })).body.fields[0].message, 'Najpierw musi zostać wykonane 1 działanie, którego nie widzisz.')
  await act(stranger, hidden, 'finish')
  assert.equal((await act(worker, last, 'finish')).status, 200)
})

test('nothing waits for itself, over any number of steps', async () => {
  const a = await task(worker, { title: 'A' })
  const b = await task(worker, { title: 'B', waitsFor: [a.id] })
  const c = await task(worker, { title: 'C', waitsFor: [b.id] })
  assert.deepEqual(await notChanged(worker, 'activity', a, { waitsFor: [c.id] }), ['activity.circle waitsFor'])
  assert.deepEqual(await notChanged(worker, 'activity', a, { waitsFor: [a.id] }), ['activity.circle waitsFor'])
})

const weekly = { due: '2026-11-23T08:00:00.000Z', recurrence: 'FREQ=WEEKLY;COUNT=3', timeZone: 'Europe/Warsaw' }
const dues = async (by: Caller, title: string) => (await listed(by, 'activity', { columns: 'due', where: `title = '${title}'`, order: 'due' })).map(({ due }) => String(due).slice(0, 10))

test('a recurring task has its next one when it is done, once, with the list unticked, until the count is over', async () => {
  const first = await task(worker, { title: 'Raport', ...weekly })
  await made(worker, 'checklistItem', { activity: first.id, title: 'Zebrać dane', done: true })
  const done = (await act(worker, first, 'finish')).body.activity as Made
  assert.deepEqual(await dues(worker, 'Raport'), ['2026-11-23', '2026-11-30'])
  await changed(worker, 'activity', await changed(worker, 'activity', done, { state: 'open' }), { state: 'done' })
  assert.deepEqual(await dues(worker, 'Raport'), ['2026-11-23', '2026-11-30'])
  for (const day of ['2026-11-30', '2026-12-07']) {
    const [next] = await listed(worker, 'activity', { columns: 'due,recurrence,delegatedBy,series', where: `title = 'Raport' and doneAt is empty` }) as Made[]
    assert.deepEqual([String(next!.due).slice(0, 10), (next!.series as Made).id, next!.delegatedBy], [day, first.id, null])
    assert.equal((await column(worker, 'checklistItem', 'done', { where: `activity = '${next!.id}'` })).join(), 'false')
    await act(worker, next!, 'finish')
  }
  assert.deepEqual(await dues(worker, 'Raport'), ['2026-11-23', '2026-11-30', '2026-12-07'])
})

test('an undone completion takes the next task with it, and the next completion makes it again', async () => {
  const first = await task(worker, { title: 'Kopia', ...weekly })
  await act(worker, first, 'finish')
  const { entries } = (await worker.get(`/api/records/activity/${first.id}/history`)).body
  assert.equal((await worker.send('POST', '/api/undo', { operation: entries[0].operation })).status, 200)
  assert.deepEqual(await dues(worker, 'Kopia'), ['2026-11-23'])
  await act(worker, first, 'finish')
  assert.deepEqual(await dues(worker, 'Kopia'), ['2026-11-23', '2026-11-30'])
})

test('what recurs by the calendar has its next one on its day though nobody did the last, once; what counts from completion waits', async () => {
  await task(worker, { title: 'Tygodniowe', ...weekly })
  await task(worker, { title: 'Po wykonaniu', ...weekly, repeatAfterDone: true })
  const at = (moment: string): Ctx => ({ ...house.ctx, now: new Date(moment) })
  await makeTasksOfToday(at('2026-11-29T22:59:00Z'))
  assert.deepEqual(await dues(worker, 'Tygodniowe'), ['2026-11-23'])
  await Promise.all([makeTasksOfToday(at('2026-11-29T23:01:00Z')), makeTasksOfToday(at('2026-11-29T23:01:00Z'))])
  await makeTasksOfToday(at('2026-11-30T12:00:00Z'))
  assert.deepEqual(await dues(worker, 'Tygodniowe'), ['2026-11-23', '2026-11-30'])
  assert.deepEqual(await dues(worker, 'Po wykonaniu'), ['2026-11-23'])
})

test('a recurrence that is nonsense is refused at its field, and a task recurs only by a due date', async () => {
  assert.deepEqual(await notMade(worker, 'activity', { title: 'X', due: weekly.due, recurrence: 'FREQ=SECONDLY' }), ['recurrence.too_often recurrence'])
  assert.deepEqual(await notMade(worker, 'activity', { title: 'X', recurrence: 'FREQ=DAILY' }), ['recurrence.needs_moment recurrence'])
  assert.deepEqual(await ids(worker, "title = 'X'"), [])
})

test('what a calendar cannot count from is refused at its field; a due time alone may be the end of time', async () => {
  const first = { start: '0001-01-01T00:00:00.000Z', end: '0001-01-01T01:00:00.000Z' }
  const last = { start: '9999-12-31T22:00:00.000Z', end: '9999-12-31T23:00:00.000Z' }
  for (const values of [first, last, { ...last, recurrence: 'FREQ=DAILY' }, { ...last, allDay: true }]) {
    assert.deepEqual(await notMade(worker, 'activity', { title: 'Kiedyś', type: 'meeting', ...values }), ['activity.too_far start', 'activity.too_far end'], JSON.stringify(values))
  }
  assert.deepEqual(await notMade(worker, 'activity', { title: 'Kiedyś', due: last.end, recurrence: 'FREQ=YEARLY' }), ['activity.too_far due'])
  assert.equal((await task(worker, { due: last.end })).due, last.end)
})
