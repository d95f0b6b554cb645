import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { defineObject, is, type Values } from '../../../contract/definition.ts'
import { startWorld, type World } from '../testing/world.ts'
import { create, createMany } from './create.ts'
import { codes, refusalOf } from './sample-world.ts'
import { isRefused } from './writing.ts'

const t = (pl: string, en: string) => ({ pl, en })
const letter = defineObject('letter', { label: t('Pismo', 'Letter'), plural: t('Pisma', 'Letters'), fields: { number: t('Numer', 'Number'), title: t('Tytuł', 'Title') } }, {
  room: 'testing', icon: 'mail', nameField: 'number', access: { kind: 'shared' },
  fields: { number: is.autoNumber('P/{yyyy}/{mm}/{nnn}', { required: true, searchable: true }), title: is.text({ required: true }) },
  list: { columns: ['number'], order: 'number' }, form: [{ key: 'main', label: t('Dane', 'Facts'), fields: ['number', 'title'] }],
})

let world: World
before(async () => void (world = await startWorld([letter])))
after(() => world.end())

test('each record gets the next number, also when many are made at once, and the count begins anew with its period', async () => {
  const first = await create(world.ctxOf(), 'letter', { title: 'a' })
  assert.equal(first.number, 'P/2026/11/001')
  const made = await Promise.all([...Array.from({ length: 20 }, (_, n) => create(world.ctxOf(), 'letter', { title: `${n}` })), create(world.ctxOf(), 'letter', { title: 'z' })])
  assert.equal(new Set(made.map(({ number }) => number)).size, 21)
  const outcomes = await createMany(world.ctxOf(), 'letter', [{ title: 'x' }, {}, { title: 'y' }])
  assert.deepEqual(outcomes.map(isRefused), [false, true, false])
  const december = await create(world.ctxOf('program', { now: new Date('2026-12-02T10:00:00Z') }), 'letter', { title: 'grudzień' })
  assert.equal(december.number, 'P/2026/12/001')
})

test('a period that many begin at the same moment begins once', async () => {
  for (const year of [2031, 2032, 2033]) {
    const january = world.ctxOf('program', { now: new Date(`${year}-01-02T10:00:00Z`) })
    const made = await Promise.all(Array.from({ length: 8 }, (_, n) => create(january, 'letter', { title: `${n}` })))
    assert.equal(new Set(made.map(({ number }) => number)).size, 8)
  }
})

test('nobody writes a number of his own; what the program brings from elsewhere keeps its', async () => {
  const grants = (['create', 'read'] as const).map((verb) => ({ role: 'r', object: 'letter', verb, scope: 'all' as const, rule: null }))
  const clerk = world.ctxOf({ userId: '01900000-0000-7000-8000-000000000001', grants })
  assert.deepEqual(codes(await refusalOf(create(clerk, 'letter', { title: 'a', number: '7' }))), [['field_not_writable', 'number']])
  assert.equal((await create(world.ctxOf(), 'letter', { title: 'a', number: 'STARY/7' })).number, 'STARY/7')
})

test('a number given to nothing is left out', async () => {
  const before = await create(world.ctxOf(), 'letter', { title: 'a' })
  await world.db.transaction(async (db) => {
    await create({ ...world.ctxOf(), db }, 'letter', { title: 'nigdy' })
    throw new Error('no')
  }).catch(() => undefined)
  const after = await create(world.ctxOf(), 'letter', { title: 'b' })
  const numberOf = (row: Values) => Number(String(row.number).split('/').at(-1))
  assert.equal(numberOf(after), numberOf(before) + 2)
})
