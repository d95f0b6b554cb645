import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Values } from '../../../contract/definition.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { made, type Made } from '../../app/testing/stories.ts'
import { create } from '../../kernel/records/create.ts'
import type { Ctx } from '../../kernel/context.ts'
import { program } from '../../kernel/access/who.ts'
import { myDay } from './actions.ts'

let house: House
let anna: Caller
let jan: Caller
/** Monday 23 November 2026, 10:00 in Warsaw, Anna looks. */
let ctx: Ctx

before(async () => {
  house = await startHouse()
  anna = await house.person('Anna', {})
  jan = await house.person('Jan', {})
  ctx = { ...house.ctx, who: { ...program, all: false, functions: new Set(), userId: anna.id, name: 'Anna', teamMates: [anna.id!], subordinates: [anna.id!], fingerprint: 'anna' } }
  const task = (title: string, values: Values) => made(anna, 'activity', { title, type: 'task', ...values })
  await task('zaległe', { due: '2026-11-20T10:00:00Z' })
  await task('minęło dziś', { due: '2026-11-23T08:00:00Z' })
  await task('dziś', { due: '2026-11-23T22:30:00Z' })
  await task('jutro', { due: '2026-11-23T23:30:00Z' })
  await task('za tydzień', { due: '2026-11-30T10:00:00Z' })
  await task('zrobione', { due: '2026-11-20T10:00:00Z', state: 'done' })
  await made(anna, 'activity', { title: 'rano', type: 'meeting', start: '2026-11-23T07:00:00Z', end: '2026-11-23T08:00:00Z' })
  await made(jan, 'activity', { title: 'u Jana', type: 'meeting', start: '2026-11-23T13:00:00Z', participants: [anna.id] })
  await made(jan, 'activity', { title: 'bez Anny', type: 'meeting', start: '2026-11-23T13:00:00Z' })
  await made(anna, 'activity', { title: 'odwołane', type: 'meeting', start: '2026-11-23T15:00:00Z', state: 'cancelled' })
  const series = await made(anna, 'activity', { title: 'co dzień', type: 'meeting', start: '2026-11-02T09:00:00Z', end: '2026-11-02T09:15:00Z', recurrence: 'FREQ=DAILY', timeZone: 'Europe/Warsaw' })
  await made(anna, 'activity', { title: 'wyjątek', type: 'meeting', start: '2026-11-24T12:00:00Z', series: series.id, instance: '2026-11-24T09:00:00Z' })
  await made(jan, 'activity', { title: 'zlecone Annie', type: 'task', owner: anna.id })
  await task('zlecone Janowi, spóźnione', { owner: jan.id, due: '2026-11-22T10:00:00Z' })
  await task('zlecone Janowi na potem', { owner: jan.id, due: '2026-12-22T10:00:00Z' })
  const refused = await task('niechciane', { owner: jan.id })
  await jan.send('POST', `/api/records/activity/${refused.id}/actions/refuse`, { reason: 'Nie dam rady' })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const titles = (rows: readonly { title: string }[]) => rows.map(({ title }) => title)

test('my day tells what is overdue, due today and planned today, occurrences among it, and nothing of others', async () => {
  const day = await myDay(ctx)
  assert.deepEqual([day.today, titles(day.overdue.rows), day.overdue.count, day.overdue.exact], ['2026-11-23', ['zaległe', 'minęło dziś'], 2, true])
  assert.deepEqual(titles(day.dueToday.rows), ['dziś'])
  assert.deepEqual(day.planned.map(({ title, start, instance }) => [title, start!.slice(11, 16), instance !== null]), [['rano', '07:00', false], ['co dzień', '09:00', true], ['u Jana', '13:00', false]])
})

test('it tells who waits for an answer, what came back, and what others are late with', async () => {
  const day = await myDay(ctx)
  assert.deepEqual([titles(day.toAccept.rows), day.toAccept.rows[0]!.delegatedBy!.name], [['zlecone Annie'], 'Jan'])
  assert.deepEqual([titles(day.refused.rows), day.refused.rows[0]!.delegationNote], [['niechciane'], 'Nie dam rady'])
  assert.deepEqual([titles(day.lateDelegated.rows), day.lateDelegated.rows[0]!.owner!.name], [['zlecone Janowi, spóźnione'], 'Jan'])
})

test('the week ahead is counted by the clock of the person', async () => {
  const { week } = await myDay(ctx)
  assert.deepEqual(week.map(({ date, due, planned }) => `${date.slice(8)} ${due} ${planned}`), ['24 1 1', '25 0 1', '26 0 1', '27 0 1', '28 0 1', '29 0 1', '30 1 1'])
})

test('an invitation without an answer waits for me until I answer', async () => {
  const meeting: Made = await made(jan, 'activity', { title: 'zaproszenie', type: 'meeting', start: '2026-12-01T09:00:00Z', participants: [anna.id] })
  if (!house.ctx.registry.objects.has('attendee')) return
  const asked = await create(house.ctx, 'attendee', { activity: meeting.id, user: anna.id, name: 'Anna' }).catch(() => null)
  if (asked === null) return
  assert.deepEqual(titles((await myDay(ctx)).invitations), ['zaproszenie'])
})

test('the route answers for whoever asks, and needs a person', async () => {
  assert.equal((await anna.get('/api/my-day')).status, 200)
  assert.equal((await anna.get('/api/my-day?nonsense=1')).status, 400)
})
