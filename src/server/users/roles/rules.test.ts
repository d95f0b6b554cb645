import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addUp, type PersonFacts } from './rules.ts'

const nobody: PersonFacts = { userId: 'u1', name: 'Ola', teams: [], teamMates: ['u1'], subordinates: ['u1'], territories: [], roles: [], grants: [], fields: [], withheld: [] }
const role = (id: string, rest: Partial<PersonFacts['roles'][number]> = {}) => ({ id, name: `Role ${id}`, administrator: false, functions: [], ...rest })
const grant = (roleId: string, verb: 'read' | 'change' = 'read', scope: 'own' | 'all' = 'all') => ({ roleId, object: 'company', verb, scope, rule: null })
const field = (roleId: string, name: string, access: 'none' | 'read' | 'write') => ({ roleId, object: 'company', field: name, access })

test('a person without roles has nothing', () => {
  const who = addUp(nobody, null)
  assert.deepEqual([who.all, who.grants, who.fields, [...who.functions]], [false, [], {}, []])
})

test('grants and functions of several roles add up', () => {
  const who = addUp({ ...nobody, roles: [role('a', { functions: ['import'] }), role('b', { functions: ['audit', 'import'] })], grants: [grant('a'), grant('b', 'change', 'own')] }, null)
  assert.deepEqual(who.grants.map((each) => [each.role, each.verb, each.scope]), [['Role a', 'read', 'all'], ['Role b', 'change', 'own']])
  assert.deepEqual([...who.functions].sort(), ['audit', 'import'])
})

const cases: { title: string; facts: Partial<PersonFacts>; turnover: string }[] = [
  { title: 'a field that one role hides is hidden', facts: { grants: [grant('a')], fields: [field('a', 'turnover', 'none')] }, turnover: 'none' },
  { title: 'a field has the most that any role gives', facts: { grants: [grant('a'), grant('b')], fields: [field('a', 'turnover', 'none'), field('b', 'turnover', 'read')] }, turnover: 'read' },
  { title: 'a role that reaches the object and does not name the field lets it be written', facts: { grants: [grant('a'), grant('b')], fields: [field('a', 'turnover', 'none')] }, turnover: 'write' },
  { title: 'a role that has no say in the object does not widen the field', facts: { grants: [grant('a')], fields: [field('a', 'turnover', 'read')], roles: [role('a'), role('b')] }, turnover: 'read' },
  { title: 'a role that names other fields of the object leaves this one open', facts: { grants: [grant('a')], fields: [field('a', 'turnover', 'none'), field('b', 'phone', 'read')] }, turnover: 'write' },
]
for (const { title, facts, turnover } of cases) {
  test(title, () => {
    const who = addUp({ ...nobody, roles: [role('a'), role('b')], ...facts }, null)
    assert.equal(who.fields['company']?.['turnover'] ?? 'write', turnover)
  })
}

test('one administrator role is enough for everything, and nothing narrows it', () => {
  const who = addUp({ ...nobody, roles: [role('a', { administrator: true }), role('b')], grants: [grant('b')], fields: [field('b', 'turnover', 'none')] }, null)
  assert.equal(who.all, true)
  assert.deepEqual([who.fields, who.functions.has('import'), who.functions.has('users')], [{}, true, true])
})

test('people with the same rights share a fingerprint, whoever they are and whatever their roles are called', () => {
  const one = addUp({ ...nobody, roles: [role('a'), role('b')], grants: [grant('a'), grant('b', 'change', 'own')] }, null)
  const other = addUp({ ...nobody, userId: 'u2', teamMates: ['u2', 'u3'], roles: [role('c')], grants: [grant('c', 'change', 'own'), grant('c')] }, null)
  assert.equal(one.fingerprint, other.fingerprint)
})

test('any difference of rights is another fingerprint', () => {
  const base = { ...nobody, roles: [role('a')], grants: [grant('a')] }
  const prints = [
    addUp(base, null), addUp(base, ['records:read']), addUp(base, ['records:read', 'admin']), addUp({ ...base, grants: [] }, null),
    addUp({ ...base, grants: [grant('a', 'read', 'own')] }, null), addUp({ ...base, grants: [{ ...grant('a'), rule: "region = 'slaskie'" }] }, null),
    addUp({ ...base, fields: [field('a', 'turnover', 'none')] }, null), addUp({ ...base, fields: [field('a', 'turnover', 'read')] }, null),
    addUp({ ...base, roles: [role('a', { functions: ['import'] })] }, null), addUp({ ...base, roles: [role('a', { administrator: true })] }, null),
  ].map((who) => who.fingerprint)
  assert.equal(new Set(prints).size, prints.length)
})

test('a work is withheld when every role that would allow it withholds it; a role that only reads has no say in it', () => {
  const merging = { roleId: 'a', kind: 'mass', object: 'company', name: 'merge' } as const
  const roles = ['a', 'b'].map((id) => ({ id, name: id, administrator: false, functions: [] }))
  const deletes = { object: 'company', verb: 'delete', scope: 'all', rule: null } as const
  const withheld = (grants: PersonFacts['grants'], taken: PersonFacts['withheld'] = [merging]) => [...addUp({ ...nobody, roles, grants, withheld: taken }, null).withheld]
  assert.deepEqual(withheld([{ roleId: 'a', ...deletes }]), ['mass company.merge'])
  assert.deepEqual(withheld([{ roleId: 'a', ...deletes }, { roleId: 'b', ...deletes, verb: 'read' }]), ['mass company.merge'])
  assert.deepEqual(withheld([{ roleId: 'a', ...deletes }, { roleId: 'b', ...deletes }]), [])
  assert.deepEqual(withheld([]), ['mass company.merge'])
  const screen = { kind: 'screen', object: '', name: '/settings/keys' } as const
  assert.deepEqual(withheld([], [{ roleId: 'a', ...screen }]), [])
  assert.deepEqual(withheld([], [{ roleId: 'a', ...screen }, { roleId: 'b', ...screen }]).at(0), 'screen /settings/keys')
})
