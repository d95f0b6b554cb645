import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesChanged, rightsIn } from './pastRights.ts'

const read = { object: 'company', verb: 'read', scope: 'team', rule: null }
const entry = (changes: object) => ({ version: 3, changes: changes as never })

test('what was given and taken is told by its place: verbs, fields, functions, what is withheld', () => {
  const past = rightsIn(entry({
    grants: { from: [read], to: [{ ...read, scope: 'all' }, { ...read, object: 'person' }] },
    fieldAccess: { from: [], to: [{ object: 'company', field: 'turnover', access: 'none' }] },
    functions: { from: ['import'], to: [] },
    withheld: { from: [], to: [{ kind: 'mass', object: 'company', name: 'delete' }, { kind: 'screen', object: '', name: '/trash' }] },
  }))!
  assert.deepEqual(placesChanged(past), [
    { kind: 'withheld', object: 'company', name: 'mass delete' }, { kind: 'withheld', object: '', name: 'screen /trash' },
    { kind: 'field', object: 'company', name: 'turnover' }, { kind: 'grant', object: 'company', name: 'read' }, { kind: 'grant', object: 'person', name: 'read' },
    { kind: 'function', object: '', name: 'import' },
  ])
})

test('a change of the role’s name is none of its rights; what is not mentioned stayed as it was', () => {
  assert.equal(rightsIn(entry({ name: { from: 'A', to: 'B' } })), null)
  assert.deepEqual(placesChanged(rightsIn(entry({ grants: { from: [read], to: [read] }, fieldAccess: { from: [], to: [] } }))!), [])
})
