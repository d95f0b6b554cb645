import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptMapping } from './rules.ts'

const name = { column: 0, field: 'name' }
const byHand = { column: 2, field: 'description', values: { a: 'b' } }

test('a column of the same name keeps what was chosen for it, wherever it stands now', () => {
  const before = { headers: ['Nazwa', 'NIP', 'Uwagi'], mapping: [name, byHand] }
  assert.deepEqual(keptMapping(before, ['Lp', 'UWAGI', 'nazwa', 'NIP'], []), [{ ...byHand, column: 1 }, { ...name, column: 2 }])
})

test('one left out by hand stays out, a new one is guessed unless its place is taken', () => {
  const before = { headers: ['Nazwa', 'NIP'], mapping: [name] }
  const guessed = [name, { column: 1, field: 'nip' }, { column: 2, field: 'name' }, { column: 3, field: 'krs' }]
  assert.deepEqual(keptMapping(before, ['Nazwa', 'NIP', 'Firma', 'KRS'], guessed), [name, { column: 3, field: 'krs' }])
})

test('of two columns of the same name each keeps its own', () => {
  const before = { headers: ['Telefon', 'Telefon'], mapping: [{ column: 0, field: 'phones' }, { column: 1, field: 'phones', kind: 'mobile' }] }
  assert.deepEqual(keptMapping(before, ['Telefon', 'Telefon'], []), before.mapping)
})
