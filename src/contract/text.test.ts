import assert from 'node:assert/strict'
import { test } from 'node:test'
import { say } from './text.ts'

test('a message is said with its values', () => {
  assert.equal(say({ pl: '{count, plural, one {# pole} few {# pola} other {# pól}}', en: '{count} fields' }, 'pl', { count: 3 }), '3 pola')
})

test('a name that a person gave is said as it stands, whatever braces it has', () => {
  for (const name of ['Cena {netto}', 'a { b', '}{', '{0, weird}']) assert.equal(say({ pl: name, en: name }, 'pl'), name)
})
