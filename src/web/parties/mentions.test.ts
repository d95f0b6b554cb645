import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stillMentioned, wordAfterAt } from './mentions.ts'

test('the word after @ before the caret is looked up, also with a space in it', () => {
  assert.deepEqual(wordAfterAt('@', 1), { from: 0, word: '' })
  assert.deepEqual(wordAfterAt('Proszę @żan', 11), { from: 7, word: 'żan' })
  assert.deepEqual(wordAfterAt('Proszę @Żaneta Zaj', 18), { from: 7, word: 'Żaneta Zaj' })
})

test('an @ inside an address asks nobody, nor does one left long ago', () => {
  assert.equal(wordAfterAt('biuro@firma', 11), null)
  assert.equal(wordAfterAt('@Jan Kowalski prosi o', 21), null)
  assert.equal(wordAfterAt('bez nikogo', 10), null)
})

test('a person whose name was deleted from the text is not mentioned any more', () => {
  const people = [{ name: 'Anna Wójcik' }, { name: 'Piotr Nowak' }]
  assert.deepEqual(stillMentioned(people, 'Pytanie do @Piotr Nowak, nie do Anna Wójcik'), [people[1]])
})
