import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, notMade, type Made } from '../../app/testing/stories.ts'
import type { Ctx } from '../../kernel/context.ts'
import { escalate } from '../escalation/actions.ts'
import { tellOfLate } from './actions.ts'

let house: House
let boss: Caller
let worker: Caller
let watcher: Caller
let stranger: Caller

before(async () => {
  house = await startHouse()
  boss = await house.person('Szefowa', { grants: [{ role: 'Kierownik', object: 'activity', verb: 'read', scope: 'all', rule: null }] })
  worker = await house.person('Pracownik', {})
  watcher = await house.person('Obserwator', {})
  stranger = await house.person('Obca', {})
  await house.world.db.rows(sql`update "user" set superior = ${boss.id}::uuid where id = ${worker.id}::uuid`)
  await house.caughtUp()
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const task = (by: Caller, values: object = {}) => made(by, 'activity', { title: 'Oferta', type: 'task', ...values })
const act = (by: Caller, { id }: Made, name: string, input: object = {}) => by.send('POST', `/api/records/activity/${id}/actions/${name}`, input)

/** What this person was told of the record, in order: kind and title. */
async function told(who: Caller, about: { id: string }): Promise<string[]> {
  await house.caughtUp()
  const rows = await house.world.db.rows<{ kind: string; title: { pl: string } }>(sql`select kind, title from notice where person = ${who.id}::uuid and record = ${about.id}::uuid order by created_at, id`)
  return rows.map(({ kind, title }) => `${kind}: ${title.pl}`)
}

test('whoever is given work is told at once by whom, and nobody of what he did himself', async () => {
  const own = await task(worker)
  const given = await task(boss, { owner: worker.id, watchers: [watcher.id], due: '2026-11-25T12:00:00.000Z' })
  assert.deepEqual(await told(worker, own), [])
  assert.deepEqual(await told(worker, given), ['activity.assigned: Szefowa zleca Ci: Oferta'])
  assert.deepEqual([await told(boss, given), await told(watcher, given), await told(stranger, given)], [[], [], []])
  const [{ body, why }] = await house.world.db.rows<{ body: { pl: string }; why: { pl: string } }>(sql`select body, why from notice where record = ${given.id}::uuid`) as [any]
  assert.deepEqual([body.pl, why.pl], ['Termin: 25 lis 2026, 13:00', 'Dostajesz to, bo ta praca należy do Ciebie.'])
})

test('the delegator hears the answer, the progress and the end; the watcher the progress and the end', async () => {
  const given = await task(boss, { owner: worker.id, watchers: [watcher.id], title: 'Plan' })
  const accepted = (await act(worker, given, 'accept')).body as Made
  await changed(worker, 'activity', accepted, { state: 'inProgress' })
  await house.caughtUp()
  await act(worker, given, 'finish', { outcome: 'agreed' })
  assert.deepEqual(await told(boss, given), ['activity.answered: Pracownik przyjmuje: Plan', 'activity.progress: Plan: W toku', 'activity.done: Wykonane: Plan'])
  assert.deepEqual(await told(watcher, given), ['activity.progress: Plan: W toku', 'activity.done: Wykonane: Plan'])
  const refused = await task(boss, { owner: worker.id, title: 'Nie' })
  await act(worker, refused, 'refuse', { reason: 'Urlop' })
  assert.deepEqual(await told(boss, refused), ['activity.answered: Pracownik odmawia: Nie'])
})

test('whoever waited is told when the way is free, not before', async () => {
  const [first, second] = [await task(boss, { title: 'A' }), await task(boss, { title: 'B' })]
  const last = await task(worker, { title: 'C' })
  await house.world.db.rows(sql`update activity set waits_for = array[${first.id}::uuid, ${second.id}::uuid] where id = ${last.id}::uuid`)
  await act(boss, first, 'finish')
  assert.deepEqual(await told(worker, last), [])
  await act(boss, second, 'finish')
  assert.deepEqual(await told(worker, last), ['activity.free: Można zaczynać: C'])
})

const at = (moment: string): Ctx => ({ ...house.ctx, now: new Date(moment) })

test('late work is told of once, to its owner, its delegator and who watches it', async () => {
  await tellOfLate(at('2026-12-01T10:00:00.000Z'))
  const late = await task(boss, { owner: worker.id, watchers: [watcher.id], title: 'Termin', due: '2026-12-01T11:00:00.000Z' })
  const done = await act(worker, await task(worker, { title: 'Zrobione', due: '2026-12-01T11:00:00.000Z' }), 'finish')
  for (const moment of ['10:59:00', '11:00:30', '11:01:30', '11:00:10']) await Promise.all([tellOfLate(at(`2026-12-01T${moment}.000Z`)), tellOfLate(at(`2026-12-01T${moment}.000Z`))])
  for (const who of [boss, watcher]) assert.deepEqual((await told(who, late)).filter((one) => one.startsWith('activity.overdue')), ['activity.overdue: Po terminie: Termin'])
  assert.deepEqual(await told(worker, done.body.activity), [])
})

test('forgotten work goes to its owner again, later to the superior, in working hours, each once; done or put off it goes nowhere', async () => {
  assert.deepEqual(await notMade(house.all, 'escalationRule', { name: 'Zła', condition: 'priority = nic', ownerAfter: '1' }), ['escalation.bad_condition condition'])
  assert.deepEqual(await notMade(house.all, 'escalationRule', { name: 'Pusta' }), ['escalation.no_step ownerAfter'])
  await made(house.all, 'escalationRule', { name: 'Pilne', condition: "priority = 'urgent'", ownerAfter: '2', superiorAfter: '8' })
  // Friday 4 December 2026, 15:00 in Warsaw: an hour of work is left that day.
  const urgent = await task(worker, { title: 'Pożar', priority: 'urgent', due: '2026-12-04T14:00:00.000Z' })
  const plain = await task(worker, { title: 'Zwykłe', due: '2026-12-04T14:00:00.000Z' })
  const moved = await task(worker, { title: 'Przełożone', priority: 'urgent', due: '2026-12-04T14:00:00.000Z' })
  const escalations = async (who: Caller, about: Made) => (await told(who, about)).filter((one) => one.startsWith('activity.escalated'))
  await escalate(at('2026-12-04T16:30:00.000Z'))
  await escalate(at('2026-12-06T12:00:00.000Z'))
  assert.deepEqual(await escalations(worker, urgent), [])
  await changed(worker, 'activity', moved, { due: '2026-12-20T14:00:00.000Z' })
  await Promise.all([escalate(at('2026-12-07T08:30:00.000Z')), escalate(at('2026-12-07T08:30:00.000Z'))])
  await escalate(at('2026-12-07T09:00:00.000Z'))
  assert.deepEqual(await escalations(worker, urgent), ['activity.escalated: Nadal czeka, termin minął 4 gru 2026, 15:00: Pożar'])
  assert.deepEqual(await escalations(boss, urgent), [])
  await escalate(at('2026-12-07T15:30:00.000Z'))
  await escalate(at('2026-12-08T15:30:00.000Z'))
  assert.deepEqual(await escalations(boss, urgent), ['activity.escalated: Zaległe od 4 gru 2026, 15:00: Pożar (Pracownik)'])
  for (const quiet of [plain, moved]) assert.deepEqual([await escalations(worker, quiet), await escalations(boss, quiet)], [[], []])
})

test('whoever is named in a note is told once', async () => {
  const firm = await made(house.all, 'company', { name: 'Firma' })
  const note = await made(house.all, 'note', { company: firm.id, text: 'Zapytaj Pracownika', mentions: [worker.id] })
  const once = ['note.mentioned: Sedno wspomina o Tobie w notatce: Zapytaj Pracownika']
  assert.deepEqual(await told(worker, note), once)
  await changed(house.all, 'note', note, { text: 'Zapytaj Pracownika jutro' })
  assert.deepEqual(await told(worker, note), once)
})
