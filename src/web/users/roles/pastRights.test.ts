import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesChanged, type PastChange } from './pastRights.ts'

const read = { object: 'company', verb: 'read', scope: 'team', rule: null } as const
const nothing: PastChange['before'] = { grants: [], fields: [], functions: [], withheld: [] }

test('what was given and taken is told by its place: verbs, fields, functions, what is withheld', () => {
  const before = { ...nothing, grants: [read], functions: ['import'] }
  const after: PastChange['after'] = {
    grants: [{ ...read, scope: 'all' }, { ...read, object: 'person' }], fields: [{ object: 'company', field: 'turnover', access: 'none' }], functions: [],
    withheld: [{ kind: 'mass', object: 'company', name: 'delete' }, { kind: 'screen', object: '', name: '/trash' }],
  }
  assert.deepEqual(placesChanged({ before, after }), [
    { kind: 'withheld', object: 'company', name: 'mass delete' }, { kind: 'withheld', object: '', name: 'screen /trash' },
    { kind: 'field', object: 'company', name: 'turnover' }, { kind: 'grant', object: 'company', name: 'read' }, { kind: 'grant', object: 'person', name: 'read' },
    { kind: 'function', object: '', name: 'import' },
  ])
  assert.deepEqual(placesChanged({ before, after: before }), [])
})
