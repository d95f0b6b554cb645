import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, blockOf, coveringColumn, stepped, tabbed } from './place.ts'
import { readTable, writeTable } from './table.ts'

const size = { rows: 3, columns: 4 }

test('arrows stop at the edges of the sheet, and with Shift they stretch the block from where it was begun', () => {
  assert.deepEqual(stepped(at(0, 0), { rows: -1 }, size), at(0, 0))
  assert.deepEqual(stepped(at(2, 3), { columns: 1 }, size), at(2, 3))
  const stretched = stepped(stepped(at(1, 1), { rows: 1 }, size, true), { columns: -1 }, size, true)
  assert.deepEqual(blockOf(stretched), { top: 1, bottom: 2, left: 0, right: 1 })
})

test('Tab goes on in the next row and leaves the sheet after its last cell', () => {
  assert.deepEqual(tabbed({ row: 0, column: 3 }, false, size), { row: 1, column: 0 })
  assert.deepEqual(tabbed({ row: 1, column: 0 }, true, size), { row: 0, column: 3 })
  assert.equal(tabbed({ row: 2, column: 3 }, false, size), null)
  assert.equal(tabbed({ row: 0, column: 0 }, true, size), null)
})

test('a place inside a wide cell belongs to the cell that covers it', () => {
  const spans = [1, 3, 0, 0, 1]
  assert.deepEqual([0, 1, 2, 3, 4].map((column) => coveringColumn(column, (one) => spans[one]!)), [0, 1, 1, 1, 4])
})

test('what a spreadsheet copies comes back cell by cell, with line breaks and quotes inside cells', () => {
  const rows = [['P-100', 'Zawór 1/2"', '2,5'], ['', 'Opis\nw dwóch liniach', '"w cudzysłowie"\t']]
  assert.deepEqual(readTable(writeTable(rows)), rows)
  assert.deepEqual(readTable('a\tb\r\nc\td\r\n'), [['a', 'b'], ['c', 'd']])
})

test('an inch mark opens no quotation, and an unclosed one swallows nothing', () => {
  assert.deepEqual(readTable('Rura 2" ocynk\t10\nRura 3"\t5'), [['Rura 2" ocynk', '10'], ['Rura 3"', '5']])
  assert.deepEqual(readTable('"otwarty\t1\nnastępny\t2'), [['"otwarty', '1'], ['następny', '2']])
})
