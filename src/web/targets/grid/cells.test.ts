import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Grid, ShownPlace } from '../../../server/targets/contract.ts'
import { changesOf, keyOf, monthsIn, newRows, readValue, rowsOf, valueOf, withValue } from './cells.ts'

const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`)
const anna = { id: 'a1', name: 'Anna' }
const place: ShownPlace = { owner: anna, team: null, productGroup: null, region: null, market: null, customerGroup: null, territory: null }
const grid = { months, rows: [{ key: keyOf(place), place, cells: [{ month: months[0]!, id: 'c1', version: 3, value: '100' }, { month: months[1]!, id: 'c2', version: 1, value: '50' }] }] } as unknown as Grid
const [row] = rowsOf(grid) as [ReturnType<typeof rowsOf>[0]]

test('a quarter that is entered goes over its months as they stood, to the last grosz; the year of an empty row evenly', () => {
  const raised = withValue(row, monthsIn('q1', months), '300.01')
  assert.deepEqual([raised.values[months[0]!], raised.values[months[1]!], raised.values[months[2]!]], ['200.01', '100', '0'])
  const even = withValue({ ...row, values: {} }, monthsIn('year', months), '1000')
  assert.equal(valueOf(even, months), '1000')
  assert.deepEqual([even.values[months[0]!], even.values[months[11]!]], ['83.34', '83.33'])
})

test('numbers are read as Polish and English spreadsheets write them, with a currency too; text, a minus and a third place are none', () => {
  for (const [text, value] of [['1 234 567,89', '1234567.89'], ['1 200,50 zł', '1200.5'], ['12 000 PLN', '12000']] as const) assert.equal(readValue(text, 'pl'), value, text)
  for (const [text, value] of [['1,234,567.89', '1234567.89'], ['1,234', '1234'], ['€', undefined]] as const) assert.equal(readValue(text, 'en'), value, text)
  assert.deepEqual([readValue(' ', 'pl'), readValue('dużo', 'pl'), readValue('-5', 'pl'), readValue('1,005', 'pl')], [null, undefined, undefined, undefined])
})

test('only what differs is saved, with the version that was seen; what is emptied is taken away, and the same value is no change', () => {
  assert.deepEqual(changesOf([withValue(row, [months[0]!], '100.00')], grid), [])
  const changed = withValue(withValue(row, [months[0]!], null), [months[5]!], '7')
  assert.deepEqual(changesOf([changed], grid), [{ place: { owner: 'a1' }, month: months[0], value: null, id: 'c1', version: 3 }, { place: { owner: 'a1' }, month: months[5], value: '7' }])
})

test('rows are added for each person and value, those left out that are there', () => {
  const piotr = { id: 'p1', name: 'Piotr' }
  assert.deepEqual(newRows({ owner: [anna, piotr] }, [row]).map((one) => one.place.owner?.name), ['Piotr'])
  assert.equal(newRows({ owner: [anna, piotr], team: [{ id: 't', name: 'T' }], region: [{ id: 'slaskie', name: 'Śląskie' }, { id: 'lodzkie', name: 'Łódzkie' }] }, [row]).length, 6)
})
