import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldDefinition } from '../contract/definition.ts'
import { grouped } from './grouping.ts'

const nip = { id: 'company.nip', name: 'nip', label: { pl: 'NIP', en: 'NIP' }, type: 'text', pattern: 'nip' } as FieldDefinition
const plain = { ...nip, pattern: undefined } as FieldDefinition

test('a NIP is grouped while it is typed, whatever separators were pasted', () => {
  assert.equal(grouped('525', nip), '525')
  assert.equal(grouped('5253', nip), '525-3')
  assert.equal(grouped('5253017721', nip), '525-301-77-21')
  assert.equal(grouped('525 301 77 21', nip), '525-301-77-21')
})

test('what is no NIP stays as typed', () => {
  assert.equal(grouped('PL 525', nip), 'PL 525')
  assert.equal(grouped('52530177210', nip), '52530177210')
  assert.equal(grouped('5253017721', plain), '5253017721')
})
