import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './csv.ts'

test('a Polish spreadsheet gets semicolons and commas, an English one commas and points', () => {
  assert.equal(csvOf([['Etap', 'Wartość'], ['Oferta', 1204.5]], 'pl'), '\uFEFFEtap;Wartość\r\nOferta;1204,5\r\n')
  assert.equal(csvOf([['Offer', 1204.5, null]], 'en'), '\uFEFFOffer,1204.5,\r\n')
})

test('what would break a cell is quoted, and no text becomes a formula', () => {
  assert.equal(csvOf([['Hala; "B"', '=HYPERLINK("x")', '-5 %', -5]], 'pl'), '\uFEFF"Hala; ""B""";"\'=HYPERLINK(""x"")";\'-5 %;-5\r\n')
})
