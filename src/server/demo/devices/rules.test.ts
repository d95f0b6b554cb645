import assert from 'node:assert/strict'
import { test } from 'node:test'
import { devicesAt, inspectionsOf } from './rules.ts'

test('the same devices and inspections at every run, each serial number once', () => {
  const all = Array.from({ length: 500 }, (_, company) => devicesAt(company, 600)).flat()
  assert.deepEqual(Array.from({ length: 500 }, (_, company) => devicesAt(company, 600)).flat(), all)
  assert.equal(new Set(all.map(({ values }) => values.serialNumber)).size, all.length)
  assert.ok(all.length > 300 && all.length < 900)
  assert.deepEqual(inspectionsOf(7, 800), inspectionsOf(7, 800))
})

test('nothing stands at a company before the company is there; what is done lies behind, what is planned ahead', () => {
  for (const { age } of Array.from({ length: 500 }, (_, company) => devicesAt(company, 40)).flat()) assert.ok(age >= 1 && age <= 40)
  for (const { planned, values } of Array.from({ length: 500 }, (_, n) => inspectionsOf(n, 800)).flat()) {
    assert.equal(values.status === 'done' ? planned >= 0 : planned < 0, true)
    if (values.result !== undefined && values.result !== 'passed') assert.notEqual(values.remarks, null)
  }
})
