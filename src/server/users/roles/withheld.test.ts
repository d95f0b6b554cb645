import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { objects as parties } from '../../parties/objects.ts'
import { actions as verbs } from '../../parties/actions.ts'
import { actionAbilities, runAction } from '../../kernel/actions/run.ts'
import type { Ctx } from '../../kernel/context.ts'
import { metadataFor } from '../../kernel/http/metadata.ts'
import { batch } from '../../kernel/records/batch.ts'
import { change } from '../../kernel/records/change.ts'
import { create } from '../../kernel/records/create.ts'
import { massChange } from '../../kernel/records/mass.ts'
import { merge } from '../../kernel/records/merge.ts'
import { one } from '../../kernel/query/one.ts'
import { refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { changeRoleGrants, readRoleGrants } from './actions.ts'

let world: UsersWorld
let admin: Ctx
let free: Ctx
let bound: Ctx
let role: string
const ids: string[] = []
const all = (['create', 'read', 'change', 'delete'] as const).map((verb) => ['company', verb, 'all'] as ['company', typeof verb, 'all'])
const withheld = [
  { kind: 'action', object: 'company', name: 'rename' }, { kind: 'mass', object: 'company', name: 'change' }, { kind: 'mass', object: 'company', name: 'delete' },
  { kind: 'mass', object: 'company', name: 'merge' }, { kind: 'screen', object: '', name: '/settings/keys' },
] as const
before(async () => {
  world = await startUsersWorld(parties)
  admin = await world.as(await world.person('Admin', { roles: [await world.role('Administrator', { administrator: true })] }))
  free = await world.as(await world.person('Free', { roles: [await world.role('Free', { grants: all })] }))
  role = await world.role('Bound', { grants: all })
  const { version, grants, fields } = await readRoleGrants(admin, role)
  await changeRoleGrants(admin, role, { version, grants, fields, withheld: [...withheld] })
  bound = await world.as(await world.person('Bound', { roles: [role] }))
  for (const name of ['One', 'Two', 'Three']) ids.push((await create(world.ctxOf(), 'company', { name })).id)
})
after(() => world.end())

const [first, second] = [() => ids[0]!, () => ids[1]!]

test('what a role withholds is read as it was set, and stays when a change says nothing of it', async () => {
  const before = await readRoleGrants(admin, role)
  assert.deepEqual(before.withheld, withheld.toSorted((a, b) => `${a.kind}${a.object}${a.name}`.localeCompare(`${b.kind}${b.object}${b.name}`)))
  const { version, grants, fields } = before
  assert.deepEqual((await changeRoleGrants(admin, role, { version, grants, fields })).withheld, before.withheld)
})

test('a verb that is withheld is neither offered nor run', async () => {
  const input = { name: 'Uno', since: '2026-11-01' }
  assert.deepEqual((await refusedWith(runAction(bound, verbs, { object: 'company', id: first(), name: 'rename', input }))).code, 'action_withheld')
  const record = (await one(bound, 'company', first()))!
  assert.match(JSON.stringify(actionAbilities(bound, verbs, 'company', record)['rename']), /nie pozwala/)
  assert.deepEqual(metadataFor(bound).objects.find(({ name }) => name === 'company')!.actions!.map(({ name }) => name), ['transform'])
  assert.equal((await one(bound, 'company', first()))!['name'], 'One')
})

test('many at once are refused by name on every way, one by one they may be written', async () => {
  const both = ids.slice(0, 2)
  assert.deepEqual(await refusedWith(massChange(bound, { object: 'company', ids: both, work: { change: { description: 'x' } } })), { code: 'mass_withheld', status: 403, facts: {}, field: undefined })
  assert.equal((await refusedWith(massChange(bound, { object: 'company', ids: both, work: { archive: true } }))).code, 'mass_withheld')
  assert.equal((await refusedWith(massChange(bound, { object: 'company', ids: both, work: { delete: true } }))).code, 'mass_withheld')
  assert.equal((await refusedWith(batch(bound, 'company', { delete: both.map((id) => ({ id })) }))).code, 'mass_withheld')
  assert.equal((await refusedWith(batch(bound, 'company', { update: both.map((id) => ({ id, version: 1, values: { description: 'x' } })) }))).code, 'mass_withheld')
  assert.equal((await refusedWith(merge(bound, 'company', { keep: first(), merge: [second()] }))).code, 'mass_withheld')
  assert.equal((await one(bound, 'company', second()))!.version, 1)
  assert.equal((await change(bound, 'company', first(), { version: 1, values: { description: 'one' } })).version, 2)
})

test('a role that withholds nothing goes on as before, and the description of the objects says which is which', async () => {
  const massOf = (ctx: Ctx) => metadataFor(ctx).objects.find(({ name }) => name === 'company')!.mass
  assert.deepEqual([massOf(free), massOf(bound)], [{ change: true, delete: true, merge: true }, { change: false, delete: false, merge: false }])
  assert.ok(await massChange(free, { object: 'company', ids: [...ids], work: { change: { description: 'y' } } }))
})

test('what is not there cannot be withheld, nor the same twice, nor anything from an administrator', async () => {
  const { version, grants, fields } = await readRoleGrants(admin, role)
  const set = (given: unknown[]) => refusedWith(changeRoleGrants(admin, role, { version, grants, fields, withheld: given as never }))
  assert.deepEqual((await set([{ kind: 'action', object: 'company', name: 'fly' }])).field, 'withheld.0.name')
  assert.deepEqual((await set([{ kind: 'mass', object: 'nothing', name: 'merge' }])).field, 'withheld.0.object')
  assert.deepEqual((await set([withheld[3], withheld[3]])).code, 'withheld.doubled')
  const administrator = await world.role('Second administrator', { administrator: true })
  assert.equal((await refusedWith(changeRoleGrants(admin, administrator, { version: 1, grants: [], fields: [], withheld: [withheld[3]] }))).code, 'role.has_all')
})
