import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { defineObject, is, type Values } from '../../../../contract/definition.ts'
import { name, sql } from '../../../../expression/sql.ts'
import { startWorld, type World } from '../../testing/world.ts'
import { create, createMany } from '../create.ts'
import { isRefused } from '../writing.ts'
import { numberExisting } from './existing.ts'

const t = (pl: string, en: string) => ({ pl, en })
const invoice = defineObject('invoice', { label: t('Faktura', 'Invoice'), plural: t('Faktury', 'Invoices'), fields: { number: t('Numer', 'Number'), title: t('Tytuł', 'Title'), code: t('Kod', 'Code'), place: t('Miejsce', 'Place') } }, {
  room: 'testing', icon: 'receipt', nameField: 'title', access: { kind: 'shared' },
  fields: { number: is.autoNumber('F/{yyyy}/{nnn}', { gapless: true, searchable: true } as object), title: is.text({ required: true }), code: is.text({ unique: true }), place: is.autoNumber('{nnnn}') },
  list: { columns: ['title'], order: 'title' }, form: [{ key: 'main', label: t('Dane', 'Facts'), fields: ['title'] }],
})

let world: World
before(async () => void (world = await startWorld([invoice])))
after(() => world.end())
beforeEach(async () => {
  await world.db.rows(sql`truncate ${name('invoice')}`)
  await world.db.rows(sql`delete from counter`)
  for (const { relname } of await world.db.rows<{ relname: string }>(sql`select relname from pg_class where relkind = 'S' and relname like 'number!_%' escape '!'`)) await world.db.rows(sql`drop sequence ${name(relname)}`)
})

const at = (moment: string, rest = {}) => world.ctxOf('program', { now: new Date(moment), ...rest })
const numberOf = (row: Values) => String(row.number)
const numbers = async () => (await world.db.rows<{ number: string }>(sql`select number from ${name('invoice')} order by number`)).map((row) => row.number)
const upTo = (count: number, year = 2026) => Array.from({ length: count }, (_, n) => `F/${year}/${String(n + 1).padStart(3, '0')}`)

test('two hundred made at once are numbered one after another, none left out and none twice', async () => {
  await Promise.all(Array.from({ length: 200 }, (_, n) => create(world.ctxOf(), 'invoice', { title: `${n}` })))
  assert.deepEqual(await numbers(), upTo(200))
})

test('what is rolled back leaves no gap', async () => {
  await create(world.ctxOf(), 'invoice', { title: 'a' })
  await world.db.transaction(async (db) => {
    await create({ ...world.ctxOf(), db }, 'invoice', { title: 'nigdy' })
    throw new Error('no')
  }).catch(() => undefined)
  await create(world.ctxOf(), 'invoice', { title: 'b' })
  assert.deepEqual(await numbers(), upTo(2))
})

test('rows refused among many leave no gap', async () => {
  await create(world.ctxOf(), 'invoice', { title: 'a', code: 'zajęty' })
  const outcomes = await createMany(world.ctxOf(), 'invoice', [{ title: 'b' }, { title: 'c', code: 'zajęty' }, { title: 'd', code: 'x' }, { title: 'e', code: 'x' }, { title: 'f' }])
  assert.deepEqual(outcomes.map(isRefused), [false, true, false, true, false])
  assert.deepEqual(await numbers(), upTo(4))
  await assert.rejects(create(world.ctxOf(), 'invoice', { title: 'g', code: 'x' }))
  assert.equal(numberOf(await create(world.ctxOf(), 'invoice', { title: 'h' })), 'F/2026/005')
})

test('the year changes at midnight where the company is, wherever the person is', async () => {
  await world.db.rows(sql`insert into sedno_state (key, value) values ('installation', '{"timeZone": "Europe/Warsaw"}')`)
  try {
    assert.equal(numberOf(await create(at('2026-12-31T22:59:59Z'), 'invoice', { title: 'a' })), 'F/2026/001')
    assert.equal(numberOf(await create(at('2026-12-31T23:00:00Z', { timeZone: 'America/New_York' }), 'invoice', { title: 'b' })), 'F/2027/001')
    assert.equal(numberOf(await create(at('2026-12-31T22:30:00Z', { timeZone: 'Asia/Tokyo' }), 'invoice', { title: 'c' })), 'F/2026/002')
  } finally {
    await world.db.rows(sql`delete from sedno_state where key = 'installation'`)
  }
})

test('numbers brought from elsewhere are passed over, before the line begins and after', async () => {
  await create(world.ctxOf(), 'invoice', { title: 'stara', number: 'F/2026/041', place: '0007' })
  const first = await create(world.ctxOf(), 'invoice', { title: 'a' })
  assert.deepEqual([first.number, first.place], ['F/2026/042', '0008'])
  await createMany(world.ctxOf(), 'invoice', [{ title: 'b', number: 'F/2026/050', place: '0020' }, { title: 'c', number: 'F/2025/900' }, { title: 'd' }])
  const last = await create(world.ctxOf(), 'invoice', { title: 'e' })
  assert.deepEqual([await numbers(), last.place], [['F/2025/900', 'F/2026/041', 'F/2026/042', 'F/2026/050', 'F/2026/051', 'F/2026/052'], '0023'])
})

test('records that were there before their field get numbers by the day they were made, the oldest first', async () => {
  for (const [n, day] of ['2025-03-01', '2026-01-01', '2025-02-01'].entries()) {
    await create(world.ctxOf(), 'invoice', { title: `${n}`, createdAt: `${day}T12:00:00.000Z` })
  }
  await world.db.rows(sql`update ${name('invoice')} set number = null, search = ''`)
  await world.db.rows(sql`delete from counter`)
  const heard: number[] = []
  assert.equal(await numberExisting(world.ctxOf(), 'invoice', 'number', async (done) => void heard.push(done)), 3)
  const rows = await world.db.rows<{ title: string; number: string; search: string; version: number }>(sql`select title, number, search, version from ${name('invoice')} order by title`)
  assert.deepEqual(rows.map((row) => row.number), ['F/2025/002', 'F/2026/001', 'F/2025/001'])
  assert.deepEqual(rows.map((row) => [row.search, row.version]), [['f/2025/002', 1], ['f/2026/001', 1], ['f/2025/001', 1]])
  assert.deepEqual([heard, await numberExisting(world.ctxOf(), 'invoice', 'number')], [[3], 0])
})
