import assert from 'node:assert/strict'
import { test } from 'node:test'
import { totalsOf } from '../../../contract/selling/totals.ts'
import { cellText, discountText, readCell } from './cells.ts'
import { choose, inserted, moved, removed, withKind } from './edits.ts'
import { columnsOf, pastedChanges } from './pasting.ts'
import { documentOf, newLine, newSection, numbersOf, type Row } from './rows.ts'

const line = (id: string, given: Parameters<typeof newLine>[0] = {}): Row => newLine({ id, ...given })
const section = (id: string): Row => ({ ...newSection(id), id })
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id).join(' ')
const shown = ['code', 'name', 'quantity', 'unit', 'unitPrice', 'discount', 'vatRate'] as const

const quote: Row[] = [line('a'), section('S1'), line('b', { kind: 'item' }), line('b1', { kind: 'component', parent: 'b' }), line('b2', { kind: 'component', parent: 'b' }), line('c'), section('S2'), line('d')]

test('a line goes into the section it stands in, and its parts are numbered below it', () => {
  const { lines } = documentOf(quote, { currency: 'PLN', prices: 'net', vatBy: 'document', discount: null, discountValue: null })
  assert.deepEqual(lines.map((one) => `${one.id}:${one.section}`), ['a:null', 'b:S1', 'b1:S1', 'b2:S1', 'c:S1', 'd:S2'])
  assert.deepEqual([...numbersOf(quote)].map((one) => one.join('=')), ['a=1', 'b=2', 'b1=2.1', 'b2=2.2', 'c=3', 'd=4'])
})

test('a row moves with all that belongs to it: a structure with its parts, a section with its lines, and a line over a heading changes its section', () => {
  assert.equal(ids(moved(quote, 2, 1).rows), 'a S1 c b b1 b2 S2 d')
  assert.equal(ids(moved(quote, 1, 1).rows), 'a S2 d S1 b b1 b2 c')
  assert.equal(ids(moved(quote, 5, 1).rows), 'a S1 b b1 b2 S2 c d')
  assert.equal(ids(moved(quote, 5, -1).rows), 'a S1 c b b1 b2 S2 d')
  assert.equal(ids(moved(quote, 7, -1).rows), 'a S1 b b1 b2 c d S2')
})

test('a part never leaves its structure, and what is at the edge stays', () => {
  assert.equal(ids(moved(quote, 3, -1).rows), ids(quote))
  assert.equal(ids(moved(quote, 4, 1).rows), ids(quote))
  assert.equal(ids(moved(quote, 4, -1).rows), 'a S1 b b2 b1 c S2 d')
  assert.equal(ids(moved(quote, 0, -1).rows), ids(quote))
  assert.equal(ids(moved(quote, 7, 1).rows), ids(quote))
})

test('a new line comes after the parts of the structure one stands in; with a structure its parts go, with a heading its lines stay', () => {
  assert.equal(ids(inserted(quote, 3, line('n')).rows), 'a S1 b b1 b2 n c S2 d')
  assert.equal(ids(inserted(quote, 1, line('n')).rows), 'a S1 n b b1 b2 c S2 d')
  assert.equal(ids(removed(quote, 2, 2)), 'a S1 c S2 d')
  assert.equal(ids(removed(quote, 1, 1)), 'a b b1 b2 c S2 d')
})

test('of alternatives of one group only one is chosen; the next one below joins its group', () => {
  let rows: Row[] = withKind([line('x'), line('y'), line('z')], 'x', 'alternative')
  rows = withKind(rows, 'y', 'alternative')
  rows = withKind(rows, 'z', 'optional')
  rows = choose(choose(rows, 'y', true), 'z', true)
  assert.deepEqual(rows.map((row) => row.is === 'line' && [row.choiceGroup, row.chosen]), [['A', false], ['A', true], [null, true]])
})

test('cells read what people type, and keep nothing that has no sense there', () => {
  const row = newLine()
  assert.deepEqual(readCell(row, 'unitPrice', '1 234,50 zł', 'pl'), { unitPrice: '1234.5' })
  assert.deepEqual(readCell(row, 'discount', '12,5', 'pl'), { discount: '12.5', discountValue: null })
  assert.deepEqual(readCell(row, 'discount', '200 zł', 'pl'), { discount: null, discountValue: '200' })
  assert.deepEqual(readCell(row, 'unit', 'szt', 'pl'), { unit: 'pcs' })
  assert.deepEqual(readCell(row, 'vatRate', 'zw', 'pl'), { vatRate: 'zw' })
  assert.deepEqual(readCell(row, 'quantity', '', 'pl'), { quantity: null })
  assert.equal(readCell(row, 'discount', '140%', 'pl'), null)
  assert.equal(readCell(row, 'discount', '-5', 'pl'), null)
  assert.equal(readCell(row, 'quantity', 'dużo', 'pl'), null)
  assert.equal(readCell(row, 'unitPrice', '1234567890123456', 'pl'), null)
  assert.equal(readCell(row, 'unit', 'wiadro', 'pl'), null)
})

test('what a cell says is read back as the same', () => {
  const row = newLine({ quantity: '2500.5', unitPrice: '1234.5', discount: '7.5', unit: 'm2', vatRate: 'np' })
  for (const language of ['pl', 'en'] as const) {
    for (const key of shown) assert.deepEqual({ ...row, ...readCell(row, key, cellText(row, key, { language, currency: 'PLN' }), language) }, row, `${key} ${language}`)
  }
  assert.equal(discountText({ discount: '5', discountValue: '10' }, { language: 'pl', currency: 'EUR' }), '5% + 10,00 EUR')
})

test('rows of a sheet are placed by their headings, in any order, with columns that mean nothing left out', () => {
  const table = [['Lp.', 'Ilość', 'Cena netto', 'Indeks', 'Nazwa'], ['1', '5', '12,30', 'P-1', 'Zawór']]
  const { columns, skip } = columnsOf(table, 'code', shown, 'pl')
  assert.deepEqual([columns, skip], [[null, 'quantity', 'unitPrice', 'code', 'name'], 1])
  assert.deepEqual(pastedChanges(table.slice(1), columns, 'pl'), [{ quantity: '5', unitPrice: '12.3', code: 'P-1', name: 'Zawór' }])
})

test('without headings, code, name, quantity and price are known by what is in them; what is in the order of the quote stays in it', () => {
  assert.deepEqual(columnsOf([['P-1', 'Zawór 1/2"', '5', '12,30']], 'code', shown, 'pl').columns, ['code', 'name', 'quantity', 'unitPrice'])
  assert.deepEqual(columnsOf([['P-1', 'Zawór', '5', 'szt.', '12,30', '5%']], 'code', shown, 'pl').columns, ['code', 'name', 'quantity', 'unit', 'unitPrice', 'discount'])
  assert.deepEqual(columnsOf([['5'], ['7']], 'quantity', shown, 'pl').columns, ['quantity'])
  assert.deepEqual(columnsOf([['100200', 'Zawór', '5', '12,30']], 'code', shown, 'pl').columns, ['code', 'name', 'quantity', 'unitPrice'])
})

test('an option counts when it is chosen; a heading’s discount is taken of its lines', () => {
  const rows: Row[] = [{ ...section('S'), discount: '10' } as Row, line('a', { quantity: '2', unitPrice: '100' }), line('o', { kind: 'optional', unitPrice: '50' })]
  const head = { currency: 'PLN', prices: 'net', vatBy: 'document', discount: null, discountValue: null } as const
  assert.equal(totalsOf(documentOf(rows, head)).net, '180.00')
  assert.equal(totalsOf(documentOf(choose(rows, 'o', true), head)).net, '225.00')
})
