import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessOf, differencesOf, grantsAt, tidy, withField, withFunction, withGrants, withScope, type Rights } from './draft.ts'

const empty: Rights = { version: 1, grants: [], fields: [], functions: [] }

test('a cell takes a scope, keeps its rule when the scope changes, and loses both with none', () => {
  const own = withScope(empty, 'company', 'read', 'own')
  const ruled = withGrants(own, 'company', 'read', [{ ...own.grants[0]!, rule: 'archivedAt is empty' }])
  const all = withScope(ruled, 'company', 'read', 'all')
  assert.deepEqual(grantsAt(all, 'company', 'read'), [{ object: 'company', verb: 'read', scope: 'all', rule: 'archivedAt is empty' }])
  assert.deepEqual(withScope(all, 'company', 'read', 'none').grants, [])
})

test('a field that may be written is not named', () => {
  const hidden = withField(empty, 'company', 'turnover', 'none')
  assert.equal(accessOf(hidden, 'company', 'turnover'), 'none')
  assert.deepEqual(withField(hidden, 'company', 'turnover', 'write').fields, [])
})

test('differences are counted by place, whatever the order of the grants', () => {
  const a = { object: 'company', verb: 'read', scope: 'own', rule: null } as const
  const b = { ...a, scope: 'team', rule: "region = 'slaskie'" } as const
  assert.deepEqual(differencesOf({ ...empty, grants: [a, b] }, { ...empty, grants: [b, a] }), [])
  const changed = withFunction(withField({ ...empty, grants: [a] }, 'person', 'phones', 'read'), 'import', true)
  assert.deepEqual(differencesOf({ ...empty, grants: [a, b] }, changed).toSorted(), ['field person.phones', 'function import', 'grant company read'])
})

test('what is sent has no empty rule and nothing twice', () => {
  const a = { object: 'company', verb: 'read', scope: 'own', rule: null } as const
  assert.deepEqual(tidy({ ...empty, grants: [a, { ...a, rule: '  ' }] }).grants, [a])
})
