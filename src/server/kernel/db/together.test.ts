import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askTogether } from './together.ts'

test('those who ask the same at once share one question, and nobody gets an answer read before he asked', async () => {
  const together = askTogether<number>()
  const waiting: (() => void)[] = []
  let asked = 0
  const ask = () => {
    const mine = ++asked
    return new Promise<number>((resolve) => waiting.push(() => resolve(mine)))
  }
  const first = together('session', ask)
  await Promise.resolve().then(() => undefined)
  const second = together('session', ask)
  const third = together('session', ask)
  const another = together('another', ask)
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(asked, 2, 'the second question of the same waits for the first')
  waiting.shift()!()
  assert.equal(await first, 1)
  await new Promise((resolve) => setImmediate(resolve))
  for (const answer of waiting) answer()
  assert.deepEqual([await second, await third, await another], [3, 3, 2])
})

test('a question that failed does not spoil the next', async () => {
  const together = askTogether<number>()
  await assert.rejects(together('key', () => Promise.reject(new Error('gone'))))
  assert.equal(await together('key', () => Promise.resolve(7)), 7)
})
