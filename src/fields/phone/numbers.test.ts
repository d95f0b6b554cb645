import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { showNumber } from './numbers.ts'
import './world.ts'

test('Polish numbers of every area are grouped as the rules of telephone numbers say, whatever number of the area was shown before', () => {
  const wrong: string[] = []
  for (let start = 0; start < 10_000; start++)
    for (const rest of ['00000', '91234', '19999']) {
      const number = `+48${String(start).padStart(4, '0')}${rest}`
      if (showNumber(number) !== (parsePhoneNumberFromString(number)?.formatInternational() ?? number)) wrong.push(number)
    }
  assert.deepEqual(wrong.slice(0, 5), [])
})

test('numbers of other countries keep their own form', () => {
  assert.deepEqual(['+4930901820', '+48601234567', '+48221234567'].map(showNumber), ['+49 30 901820', '+48 601 234 567', '+48 22 123 45 67'])
})
