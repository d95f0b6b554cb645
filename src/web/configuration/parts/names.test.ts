import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameFrom, valueFrom } from './names.ts'

test('a name is proposed from what the thing is called', () => {
  assert.equal(nameFrom('Next contact date'), 'nextContactDate')
  assert.equal(nameFrom('Łączna składka (zł)'), 'lacznaSkladkaZl')
  assert.equal(nameFrom('2. rata'), 'rata')
})

test('a proposed name is never one that is taken, kept by the program, or too long', () => {
  assert.equal(nameFrom('Numer', ['numer', 'Numer2']), 'numer3')
  assert.equal(nameFrom('Owner'), 'owner2')
  assert.equal(nameFrom('x'.repeat(500)).length, 40)
  assert.equal(nameFrom('😀'), '')
})

test('every value of a list has something to be known by', () => {
  assert.equal(valueFrom('W toku', ['wToku']), 'wToku2')
  assert.equal(valueFrom('★', ['value']), 'value2')
})
