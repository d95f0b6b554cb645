import assert from 'node:assert/strict'
import { test } from 'node:test'
import { observancesOf } from './rules.ts'

const told = (zone: string) => observancesOf(zone).map(({ kind, begins, rule, offsetBefore, offset }) => `${kind} ${begins} ${rule} ${offsetBefore}→${offset}`)

test('Warsaw: summer time from the last Sunday of March to the last of October', () => {
  assert.deepEqual(told('Europe/Warsaw'), [
    'DAYLIGHT 20000326T020000 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU +0100→+0200',
    'STANDARD 20001029T030000 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU +0200→+0100',
  ])
})

test('New York: the second Sunday of March and the first of November since 2007, other days before', () => {
  const york = told('America/New_York')
  assert.deepEqual(york.slice(-2), [
    'DAYLIGHT 20070311T020000 FREQ=YEARLY;BYMONTH=3;BYDAY=2SU -0500→-0400',
    'STANDARD 20071104T020000 FREQ=YEARLY;BYMONTH=11;BYDAY=1SU -0400→-0500',
  ])
  assert.ok(york.includes('DAYLIGHT 20060402T020000 null -0500→-0400'))
})

test('clocks that are never set, that stopped being set, and that follow the moon', () => {
  assert.deepEqual(told('Asia/Kolkata'), ['STANDARD 19700101T000000 null +0530→+0530'])
  assert.equal(told('Europe/Moscow').at(-1), 'STANDARD 20141026T020000 null +0400→+0300')
  assert.ok(told('Africa/Casablanca').length > 50)
  assert.ok(told('Africa/Casablanca').every((line) => line.includes(' null ')))
})
