import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ObjectView } from '../../contract/records.ts'
import { assign, carry, keyOfTarget, unfilled } from './targets.ts'

const t = (text: string) => ({ pl: text, en: text })
const kinds = [{ value: 'main', label: t('Main') }, { value: 'mobile', label: t('Mobile') }]
const company = {
  name: 'company', nameField: 'name',
  fields: [
    { id: 'company.name', name: 'name', label: t('Name'), type: 'text', required: true, access: 'write' },
    { id: 'company.phones', name: 'phones', label: t('Phones'), type: 'phones', kinds, access: 'write' },
  ],
} as unknown as ObjectView

test('a mapping finds its columns in another file by their heads, in any case and order, and leaves out what is not there', () => {
  const saved = { headers: ['NIP', 'Nazwa', 'Miejscowość', 'Uwagi'], mapping: [{ column: 0, field: 'nip' }, { column: 1, field: 'name' }, { column: 2, field: 'addresses', part: 'city' }, { column: 3, field: 'description' }] }
  assert.deepEqual(carry(saved, ['nazwa', 'Inne', 'MIEJSCOWOSC', 'nip']), [{ column: 3, field: 'nip' }, { column: 0, field: 'name' }, { column: 2, field: 'addresses', part: 'city' }])
})

test('of two columns with one head each target gets one', () => {
  const saved = { headers: ['Telefon', 'Telefon'], mapping: [{ column: 0, field: 'phones' }, { column: 1, field: 'phones', kind: 'mobile' }] }
  assert.deepEqual(carry(saved, ['Telefon', 'Telefon']).map(({ column }) => column), [0, 1])
  assert.equal(carry(saved, ['Telefon']).length, 1)
})

test('a place taken by one column is freed when another is sent there, the first kind being no kind', () => {
  assert.equal(keyOfTarget(company, { field: 'phones', kind: 'main' }), keyOfTarget(company, { field: 'phones' }))
  const { mapping, freed } = assign(company, [{ column: 0, field: 'phones', kind: 'main' }, { column: 1, field: 'name' }], 2, { field: 'phones' })
  assert.deepEqual(mapping, [{ column: 1, field: 'name' }, { column: 2, field: 'phones' }])
  assert.equal(freed, 0)
  assert.deepEqual(assign(company, mapping, 2, null), { mapping: [{ column: 1, field: 'name' }], freed: null })
})

test('a required field is missed until a column or a default fills it', () => {
  assert.deepEqual(unfilled(company, [{ column: 0, field: 'phones' }]).map(({ name }) => name), ['name'])
  assert.deepEqual(unfilled(company, [{ column: 0, field: 'name' }]), [])
  assert.deepEqual(unfilled(company, [], { name: 'Nowa' }), [])
})
