import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Sheet } from '../model.ts'
import { back, begun, forth, stepped } from './steps.ts'

const sheet = (...fields: string[]): Sheet => ({ body: { fields }, fields: {} })

test('each step is taken back and made again; a new one forgets what was taken back', () => {
  const two = stepped(stepped(begun(sheet('a')), sheet('a', 'b')), sheet('b'))
  assert.deepEqual(back(two).now, sheet('a', 'b'))
  assert.deepEqual(back(back(back(two))).now, sheet('a'))
  assert.deepEqual(forth(back(two)).now, sheet('b'))
  assert.deepEqual(forth(stepped(back(two), sheet('c'))).now, sheet('c'))
})

test('letters of one name are one step, and what changes nothing is none', () => {
  const named = ['n', 'na', 'nam'].reduce((steps, name) => stepped(steps, sheet(name), 'label main'), begun(sheet('a')))
  assert.deepEqual(back(named).now, sheet('a'))
  assert.equal(stepped(named, sheet('nam')).past.length, named.past.length)
  assert.deepEqual(back(stepped(named, sheet('other'), 'label contact')).now, sheet('nam'))
})
