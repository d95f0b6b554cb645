import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshChoice, pasted, settled } from './choices.ts'

const won = { value: 'won', label: { pl: 'Wygrana', en: 'Won' } }

test('pasted lines become values, in both languages where both are given, and none twice', () => {
  const made = pasted('Nowa\tNew\n\n wygrana \nW toku; In progress\nnowa', [won])
  assert.deepEqual(made.map(({ label }) => label), [{ pl: 'Nowa', en: 'New' }, { pl: 'W toku', en: 'In progress' }])
  assert.equal(new Set(made.map(({ value }) => value)).size, 2)
})

test('a value keeps what it is known by when it is renamed; a new one is named by its words', () => {
  const fresh = { ...freshChoice([won]), label: { pl: 'Przegrana', en: '' } }
  const sent = settled([{ ...won, label: { pl: 'Sprzedana', en: 'Sold' } }, fresh, freshChoice([won, fresh])], new Set(['won']))
  assert.deepEqual(sent, [{ value: 'won', label: { pl: 'Sprzedana', en: 'Sold' } }, { value: 'przegrana', label: { pl: 'Przegrana', en: 'Przegrana' } }])
})

test('a value stays under the one it was put under, also when that one is new', () => {
  const top = { ...freshChoice([]), label: { pl: 'Góra', en: 'Top' } }
  const under = { ...freshChoice([top]), label: { pl: 'Dół', en: 'Below' }, parent: top.value }
  assert.deepEqual(settled([top, under], new Set()).map(({ value, parent }) => [value, parent]), [['top', undefined], ['below', 'top']])
})
