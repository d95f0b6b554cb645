import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manner } from '../../../fields/field.ts'
import { momentText, monthName, periodOf } from './time.ts'

const pl: Manner = { language: 'pl', timeZone: 'Europe/Warsaw', today: '2026-11-23', currency: 'PLN' }
const en: Manner = { ...pl, language: 'en' }

test('a moment is told as people tell it, by the person’s own day', () => {
  assert.equal(momentText('2026-11-23T08:12:00.000Z', pl), '9:12')
  assert.equal(momentText('2026-11-22T23:30:00.000Z', pl), '0:30')
  assert.equal(momentText('2026-11-22T15:05:00.000Z', pl), 'wczoraj, 16:05')
  assert.equal(momentText('2026-11-24T09:00:00.000Z', pl), 'jutro, 10:00')
  assert.equal(momentText('2026-11-20T09:00:00.000Z', pl), 'pt., 10:00')
  assert.equal(momentText('2026-02-03T09:00:00.000Z', en), '3 Feb')
  assert.equal(momentText('2024-02-03T09:00:00.000Z', en), '3 Feb 2024')
})

test('entries stand under today, yesterday, the week, then months by name; planned ones apart', () => {
  assert.equal(periodOf('2026-11-25T09:00:00.000Z', true, pl), 'planned')
  assert.equal(periodOf('2026-11-22T23:30:00.000Z', false, pl), 'today')
  assert.equal(periodOf('2026-11-22T09:00:00.000Z', false, pl), 'yesterday')
  assert.equal(periodOf('2026-11-18T09:00:00.000Z', false, pl), 'week')
  assert.equal(periodOf('2026-11-02T09:00:00.000Z', false, pl), 'month')
  assert.equal(periodOf('2026-05-02T09:00:00.000Z', false, pl), '2026-05')
  assert.equal(monthName('2026-05', pl), 'maj 2026')
})
