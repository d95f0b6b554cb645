import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import { objects as parties } from '../../parties/objects.ts'
import { refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import type { Ctx } from '../../kernel/context.ts'
import { changeRoleGrants, readRoleGrants, ruleInWords, type RoleGrants } from './actions.ts'
import { whoIs } from './queries.ts'

let world: UsersWorld
let admin: Ctx
before(async () => {
  world = await startUsersWorld(parties)
  admin = await world.as(await world.person('Admin', { roles: [await world.role('Administrator', { administrator: true })] }))
})
after(() => world.end())

const empty: RoleGrants = { version: 1, grants: [], fields: [], functions: [], withheld: [] }
const readCompanies = { object: 'company', verb: 'read', scope: 'team', rule: null } as const

test('a role’s grants are read as they were set, and count at once', async () => {
  const role = await world.role('Reader')
  const holder = await world.person('Holder', { roles: [role] })
  const rule = "region = 'slaskie' and turnover > 10000 PLN"
  const given: RoleGrants = { version: 1, grants: [readCompanies, { ...readCompanies, verb: 'export', scope: 'all', rule }], fields: [{ object: 'company', field: 'turnover', access: 'read' }, { object: 'company', field: 'owner', access: 'read' }] }
  const answer = await changeRoleGrants(admin, role, given)
  assert.equal(answer.version, 2)
  assert.deepEqual(await readRoleGrants(admin, role), answer)
  assert.deepEqual(answer.grants.map((grant) => [grant.verb, grant.scope, grant.rule]), [['export', 'all', rule], ['read', 'team', null]])
  const who = (await whoIs(world.db, world.registry, { userId: holder }))!
  assert.deepEqual(who.fields, { company: { turnover: 'read', owner: 'read' } })
  assert.deepEqual(who.grants.map((grant) => grant.role), ['Reader', 'Reader'])
})

test('a change is in the history of the role, and the later of two is refused', async () => {
  const role = await world.role('Changed')
  await changeRoleGrants(admin, role, { ...empty, grants: [readCompanies] })
  const { code, status, facts } = await refusedWith(changeRoleGrants(admin, role, empty))
  assert.deepEqual([code, status, facts], ['stale', 409, { version: 2, theirs: { ...empty, version: 2, grants: [readCompanies] }, yours: empty }])
  const history = await world.db.rows<{ by: string; version: number; changes: { grants: { from: unknown[]; to: unknown[] } } }>(sql`select by, version, changes from history where object = 'role' and record = ${role}`)
  assert.equal(history.length, 1)
  assert.deepEqual([history[0]!.by, history[0]!.version, history[0]!.changes.grants], [admin.who.userId, 2, { from: [], to: [readCompanies] }])
})

const wrong: { title: string; given: Partial<RoleGrants>; code: string; field: string }[] = [
  { title: 'an object that is not there', given: { grants: [{ ...readCompanies, object: 'nothing' }] }, code: 'unknown_object', field: 'grants.0.object' },
  { title: 'the same grant twice', given: { grants: [readCompanies, readCompanies] }, code: 'grant.doubled', field: 'grants.1' },
  { title: 'a field that is not there', given: { fields: [{ object: 'company', field: 'shoeSize', access: 'none' }] }, code: 'unknown_field', field: 'fields.0.field' },
  { title: 'the same field twice', given: { fields: [{ object: 'company', field: 'nip', access: 'none' }, { object: 'company', field: 'nip', access: 'read' }] }, code: 'grant.doubled_field', field: 'fields.1' },
]
for (const { title, given, code, field } of wrong) {
  test(`${title} is refused at its place, and nothing is written`, async () => {
    const role = await world.role(`Wrong ${title}`)
    const refused = await refusedWith(changeRoleGrants(admin, role, { ...empty, ...given }))
    assert.deepEqual([refused.code, refused.status, refused.field], [code, 422, field])
    assert.deepEqual(await readRoleGrants(admin, role), empty)
  })
}

const wrongRules = ['region = ', "shoeSize = 'x'", 'turnover', "region > 'slaskie' and (", "nip = '1'; drop table role", 'name = 5']
for (const rule of wrongRules) {
  test(`the rule ${rule} is refused with its position`, async () => {
    const role = await world.role(`Rule ${rule}`)
    await assert.rejects(changeRoleGrants(admin, role, { ...empty, grants: [readCompanies, { ...readCompanies, verb: 'change', rule }] }), (error: RefusalError) => {
      const places = error.facts['places'] as { field: string; at: number; length: number }[]
      assert.deepEqual([error.status, error.refusals[0]!.field, places[0]!.field], [422, 'grants.1.rule', 'grants.1.rule'])
      assert.ok(places[0]!.at >= 0 && places[0]!.at <= rule.length)
      return true
    })
  })
}

test('an administrator’s role takes no grants', async () => {
  const role = await world.role('Second administrators', { administrator: true })
  assert.equal((await refusedWith(changeRoleGrants(admin, role, { ...empty, grants: [readCompanies] }))).code, 'role.has_all')
})

test('nobody but an administrator reads or sets grants, whatever functions he has', async () => {
  const role = await world.role('Target')
  const clerk = await world.as(await world.person('Clerk', { roles: [await world.role('Accounts', { functions: ['users', 'settings'], grants: [['role', 'change', 'all']] })] }))
  for (const attempt of [() => readRoleGrants(clerk, role), () => changeRoleGrants(clerk, role, { ...empty, grants: [readCompanies] })]) {
    assert.deepEqual(await refusedWith(attempt()), { code: 'administrators_only', status: 403, facts: {}, field: undefined })
  }
})

test('teams, team mates and subordinates are found, down to the last level and past a deactivated superior', async () => {
  const [north, south] = [await world.team('North'), await world.team('South')]
  const boss = await world.person('Boss', { teams: [north] })
  const middle = await world.person('Middle', { superior: boss, active: false, teams: [south] })
  const low = await world.person('Low', { superior: middle, teams: [north, south] })
  const lowest = await world.person('Lowest', { superior: low })
  const who = (await whoIs(world.db, world.registry, { userId: boss }))!
  assert.deepEqual([...who.subordinates].sort(), [boss, middle, low, lowest].sort())
  assert.deepEqual([...who.teamMates].sort(), [boss, low].sort())
  assert.deepEqual((await whoIs(world.db, world.registry, { userId: lowest }))!.teamMates, [lowest])
  await world.db.rows(sql`update team set deleted_at = now() where id = ${north}`)
  assert.deepEqual((await whoIs(world.db, world.registry, { userId: boss }))!.teamMates, [boss])
  assert.equal(await whoIs(world.db, world.registry, { userId: middle }), null)
})

test('a circle of superiors, should one have come into being, does not hang', async () => {
  const one = await world.person('Circle one')
  const two = await world.person('Circle two', { superior: one })
  await world.db.rows(sql`update "user" set superior = ${two} where id = ${one}`)
  assert.deepEqual([...(await whoIs(world.db, world.registry, { userId: one }))!.subordinates].sort(), [one, two].sort())
})

test('functions are set with the grants, as one version of the role', async () => {
  const role = await world.role('Functions', { functions: ['import'] })
  const answer = await changeRoleGrants(admin, role, { version: 1, grants: [readCompanies], fields: [], functions: ['users', 'shareViews'] })
  assert.deepEqual([answer.version, answer.functions], [2, ['shareViews', 'users']])
  assert.deepEqual((await changeRoleGrants(admin, role, { version: 2, grants: [], fields: [] })).functions, ['shareViews', 'users'])
  assert.equal((await refusedWith(changeRoleGrants(admin, role, { ...empty, version: 3, functions: ['fly'] }))).code, 'unknown_function')
})

test('a rule is read before it is saved: its sentence, or what is wrong and where; only by an administrator', async () => {
  assert.deepEqual(ruleInWords(admin, { object: 'company', rule: 'turnover > 10000 PLN' }).problems, [])
  assert.match(ruleInWords(admin, { object: 'company', rule: 'turnover > 10000 PLN' }).sentence!, /10/)
  const { sentence, problems } = ruleInWords(admin, { object: 'company', rule: 'city = ' })
  assert.deepEqual([sentence, problems.length > 0 && problems[0]!.at > 0], [null, true])
  const seller = await world.as(await world.person('Rule reader'))
  assert.equal((await refusedWith(Promise.resolve().then(() => ruleInWords(seller, { object: 'company', rule: '' })))).status, 403)
})
