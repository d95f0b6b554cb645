import assert from 'node:assert/strict'
import { test } from 'node:test'
import { is, type FieldDefinition } from '../../../../contract/definition.ts'
import { colorOf } from './colors.ts'

const manner = { language: 'pl', timeZone: 'Europe/Warsaw', today: '2026-11-23', currency: 'PLN' } as const
const field = (draft: object, colors: FieldDefinition['colors']): FieldDefinition => ({ ...draft, id: 'a.value', name: 'value', label: { pl: 'W', en: 'V' }, colors }) as FieldDefinition

test('the first condition that holds colours the value', () => {
  const days = field(is.number(), [{ when: 'value > 90', color: 'red' }, { when: 'value > 30', color: 'amber' }])
  assert.deepEqual(['100', '90', '31', '5', null].map((value) => colorOf(days, value, manner)), ['red', 'amber', 'amber', null, null])
  assert.equal(colorOf(field(is.date(), [{ when: 'value < today', color: 'red' }]), '2026-11-22', manner), 'red')
  assert.equal(colorOf(field(is.money(), [{ when: 'value.amount >= 1000', color: 'green' }]), { amount: '1000', currency: 'PLN' }, manner), 'green')
})

test('a condition that looks at another field, or cannot be understood, colours nothing', () => {
  assert.equal(colorOf(field(is.number(), [{ when: 'other > 1', color: 'red' }, { when: 'value >', color: 'red' }]), '5', manner), null)
})
