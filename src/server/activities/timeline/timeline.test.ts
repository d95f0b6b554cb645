import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Values } from '../../../contract/definition.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { made, type Made } from '../../app/testing/stories.ts'
import { timeline, type TimelineRequest } from '../../kernel/history/timeline.ts'
import type { Ctx } from '../../kernel/context.ts'
import { create } from '../../kernel/records/create.ts'

let house: House
let ctx: Ctx
let firm: string

/** Frozen: Monday 23 November 2026, 10:00 in Warsaw. */
const day = (days: number, time = '12:00') => new Date(Date.parse(`2026-11-23T${time}:00Z`) + days * 86_400_000).toISOString()
const activity = async (values: Values): Promise<string> => (await create(ctx, 'activity', { type: 'task', company: firm, ...values })).id
const newFirm = async (name: string, values: Values = {}) => (firm = (await create(ctx, 'company', { name, ...values })).id)
const entries = async (request: TimelineRequest = {}) => (await timeline(ctx, 'company', firm, { gather: [], ...request })).entries.filter(({ kind }) => kind !== 'change')
const titles = async (request: TimelineRequest = {}) => (await entries(request)).map(({ title }) => title)

before(async () => {
  house = await startHouse()
  ctx = house.ctx
})
after(() => house.end())

test('what is planned comes first, the longest overdue on top; then what was, the newest first', async () => {
  await newFirm('Huta')
  await activity({ title: 'zaległe od tygodnia', due: day(-7) })
  await activity({ title: 'zaległe od wczoraj', due: day(-1) })
  await activity({ title: 'spotkanie jutro', type: 'meeting', start: day(1) })
  await activity({ title: 'telefon za tydzień', type: 'call', due: day(7) })
  await activity({ title: 'spotkanie zeszłe', type: 'meeting', start: day(-3) })
  await activity({ title: 'wykonane dawno', due: day(-30), state: 'done' })
  assert.deepEqual(await titles(), ['zaległe od tygodnia', 'zaległe od wczoraj', 'spotkanie jutro', 'telefon za tydzień', 'spotkanie zeszłe', 'wykonane dawno'])
  assert.deepEqual((await entries()).map(({ planned, overdue }) => [planned, overdue]), [[true, true], [true, true], [true, false], [true, false], [false, false], [false, false]])
})

test('an entry tells type, priority, who does it, when it is due, the customer’s people, the case and how it came out', async () => {
  await newFirm('Stolarnia')
  const owner = (await create(ctx, 'user', { name: 'Ewa Lis', mail: 'ewa@example.pl', active: true })).id
  const person = (await create(ctx, 'person', { lastName: 'Dąb', company: firm })).id
  await activity({ title: 'Oferta', type: 'visit', priority: 'high', owner, people: [person], due: day(-2), state: 'done', outcome: 'agreed', outcomeNote: 'Biorą dwie' })
  const [entry] = await entries()
  const { kind, priority, responsible, due, people, cases, outcome, outcomeNote, done, state } = entry!
  assert.deepEqual([kind, priority, responsible!.name, due, people!.map(({ name }) => name), cases, outcome, outcomeNote, state], ['visit', 'high', 'Ewa Lis', day(-2), ['Dąb'], [], 'agreed', 'Biorą dwie', 'done'])
  assert.equal(done, ctx.now.toISOString())
  const line = (await timeline(ctx, 'person', person)).entries.find(({ kind: one }) => one === 'visit')!
  assert.deepEqual(line.cases, [{ object: 'company', id: firm, name: 'Stolarnia' }])
})

test('it is filtered by kind, by who is responsible, by priority, person, case, state and words, alone and together', async () => {
  await newFirm('Filtry')
  const [anna, jan] = [(await create(ctx, 'user', { name: 'Anna', mail: 'a@example.pl', active: true })).id, (await create(ctx, 'user', { name: 'Jan', mail: 'j@example.pl', active: true })).id]
  const person = (await create(ctx, 'person', { lastName: 'Sosna', company: firm })).id
  await activity({ title: 'Annę czeka żółty telefon', type: 'call', owner: anna, due: day(-1), people: [person] })
  await activity({ title: 'Jan pilnie', owner: jan, priority: 'urgent', due: day(2) })
  await activity({ title: 'Jan zrobił', owner: jan, due: day(-2), state: 'done' })
  await create(ctx, 'note', { company: firm, text: 'notatka' })
  assert.deepEqual(await titles({ kinds: ['call'] }), ['Annę czeka żółty telefon'])
  assert.deepEqual(await titles({ kinds: ['task', 'note'] }), ['Jan pilnie', 'notatka', 'Jan zrobił'])
  assert.deepEqual(await titles({ responsible: jan }), ['Jan pilnie', 'Jan zrobił'])
  assert.deepEqual(await titles({ responsible: jan, state: 'done' }), ['Jan zrobił'])
  assert.deepEqual(await titles({ priority: 'urgent' }), ['Jan pilnie'])
  assert.deepEqual(await titles({ person }), ['Annę czeka żółty telefon'])
  assert.deepEqual(await titles({ state: 'overdue' }), ['Annę czeka żółty telefon'])
  assert.deepEqual(await titles({ state: 'planned' }), ['Annę czeka żółty telefon', 'Jan pilnie'])
  assert.deepEqual(await titles({ text: 'ZOLTY' }), ['Annę czeka żółty telefon'])
  assert.deepEqual(await titles({ case: person }), ['Annę czeka żółty telefon'])
})

test('paging leaves nothing out and shows nothing twice, at equal moments too and while others write', async () => {
  await newFirm('Strony')
  const expected = new Set<string>()
  for (let n = 0; n < 9; n++) expected.add(await activity({ title: `plan ${n}`, due: day(1 + Math.floor(n / 4)) })).add(await activity({ title: `było ${n}`, type: 'meeting', start: day(-5 - Math.floor(n / 4)) }))
  const seen: string[] = []
  for (let after_: string | undefined; ; ) {
    const page = await timeline(ctx, 'company', firm, { gather: [], limit: 4, ...(after_ === undefined ? {} : { after: after_ }) })
    seen.push(...page.entries.filter(({ kind }) => kind !== 'change').map(({ id }) => id))
    await activity({ title: 'nowe na początku', due: day(0, '00:01') })
    await activity({ title: 'nowe w przeszłości', type: 'meeting', start: day(-1) })
    if (page.next === null) break
    after_ = page.next
  }
  assert.equal(new Set(seen).size, seen.length)
  assert.deepEqual([...expected].filter((id) => !seen.includes(id)), [])
})

test('a recurring meeting stands there once, at its next occurrence that has no entry of its own', async () => {
  await newFirm('Seria')
  const master = await activity({ title: 'Narada', type: 'meeting', start: '2026-01-05T09:00:00.000Z', end: '2026-01-05T10:00:00.000Z', recurrence: 'FREQ=WEEKLY', timeZone: 'Europe/Warsaw' })
  const [entry, ...others] = await entries()
  assert.deepEqual([others.length, entry!.at, entry!.planned, entry!.recurrence], [0, '2026-11-23T09:00:00.000Z', true, 'co tydzień'])
  await activity({ title: 'Narada przełożona', type: 'meeting', series: master, instance: '2026-11-23T09:00:00.000Z', start: day(1, '11:00') })
  assert.deepEqual((await entries()).map(({ title, at }) => `${title} ${at.slice(0, 10)}`), ['Narada przełożona 2026-11-24', 'Narada 2026-11-30'])
  await newFirm('Skończona')
  await activity({ title: 'Była seria', type: 'meeting', start: '2026-01-05T09:00:00.000Z', recurrence: 'FREQ=WEEKLY;COUNT=3', timeZone: 'Europe/Warsaw' })
  assert.deepEqual((await entries()).map(({ title, planned }) => [title, planned]), [['Była seria', false]])
})

test('branches come when they are asked for, each entry once, under the branch it is about', async () => {
  const head = await newFirm('Centrala')
  await newFirm('Oddział', { parent: head })
  await activity({ title: 'W oddziale' })
  firm = head
  await activity({ title: 'W centrali' })
  assert.deepEqual(await titles(), ['W centrali'])
  const both = (await entries({ gather: ['branches'] })).map(({ title, about }) => `${title}: ${about.name}`)
  assert.deepEqual(both.toSorted(), ['W centrali: Centrala', 'W oddziale: Oddział'])
})

test('a private entry is absent from everybody else’s time line, the administrator’s too, and a hidden field filters nothing', async () => {
  await newFirm('Prywatna')
  const seller: Caller = await house.person('Handlowiec', { grants: ['read', 'create'].map((verb) => ({ role: 'Handlowiec', object: 'company', verb: verb as 'read', scope: 'all' as const, rule: null })), fields: { activity: { priority: 'none' } } })
  const secret: Made = await made(seller, 'activity', { title: 'Sekret', company: firm, private: true, due: day(1) })
  const seen = async (by: Caller, asked = '') => (await by.get(`/api/records/company/${firm}/timeline${asked}`)).body.entries.map(({ id }: Made) => id)
  assert.ok((await seen(seller)).includes(secret.id))
  const administrator = await house.person('Administratorka', { all: true })
  assert.ok(!(await seen(administrator)).includes(secret.id))
  assert.deepEqual(await seen(seller, '?priority=normal'), [])
  assert.equal((await administrator.get(`/api/records/company/${firm}/timeline?responsible=zly`)).status, 400)
  assert.equal((await administrator.get(`/api/records/company/${firm}/timeline?after=zly`)).status, 400)
  assert.deepEqual(house.bugs, [])
})
