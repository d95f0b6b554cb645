import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { objects as parties } from '../../parties/objects.ts'
import type { Ctx } from '../../kernel/context.ts'
import { refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { changeRoleGrants } from '../roles/actions.ts'
import { whoIs } from '../roles/queries.ts'
import { applyRoles, exportRoles, rewriteRoleRules } from './actions.ts'
import { roleRuleUses } from './queries.ts'
import { keyFrom, type RoleConfiguration } from './rules.ts'

let one: UsersWorld
let other: UsersWorld
before(async () => {
  ;[one, other] = await Promise.all([startUsersWorld(parties), startUsersWorld(parties)])
  await one.role('Administrator', { administrator: true })
  const seller = await one.role('Handlowiec z Łodzi', { functions: ['import'], grants: [['company', 'read', 'team', "region = 'lodzkie'"], ['company', 'change', 'own']], fields: [['company', 'turnover', 'read']] })
  await changeRoleGrants(one.ctxOf(), seller, {
    version: 1, grants: [{ object: 'company', verb: 'read', scope: 'team', rule: "region = 'lodzkie'" }, { object: 'company', verb: 'change', scope: 'own', rule: null }], fields: [{ object: 'company', field: 'owner', access: 'read' }],
    withheld: [{ kind: 'mass', object: 'company', name: 'merge' }, { kind: 'screen', object: '', name: '/imports' }],
  })
})
after(() => Promise.all([one.end(), other.end()]))

const apply = (roles: readonly RoleConfiguration[], world = other) => world.db.transaction((tx) => applyRoles({ ...world.ctxOf(), db: tx } as Ctx, roles))

test('roles written out by one installation make another one the same, and a second time change nothing', async () => {
  const roles = await exportRoles(one.ctxOf())
  assert.deepEqual(roles.map(({ key }) => key), ['administrator', 'handlowiec-z-lodzi'])
  assert.deepEqual((await apply(roles)).map(({ did }) => did), ['create', 'create'])
  assert.deepEqual(await exportRoles(other.ctxOf()), roles)
  assert.deepEqual((await apply(roles)).map(({ did }) => did), ['nothing', 'nothing'])
  const holder = await other.person('Holder', { roles: [(await other.db.rows<{ id: string }>(sql`select role_id as id from role_key where key = 'handlowiec-z-lodzi'`))[0]!.id] })
  assert.ok((await whoIs(other.db, other.registry, { userId: holder }))!.withheld.has('mass company.merge'))
})

test('a role keeps its key through a rename, and roles that are not given stay', async () => {
  const roles = await exportRoles(one.ctxOf())
  const renamed = roles.map((role) => (role.administrator ? role : { ...role, name: 'Sprzedaż', functions: [] }))
  await other.role('Own of the other')
  const [changed] = (await apply(renamed)).filter(({ did }) => did !== 'nothing')
  assert.deepEqual([changed?.key, changed?.did, changed?.parts], ['handlowiec-z-lodzi', 'change', ['name', 'functions']])
  assert.deepEqual((await exportRoles(other.ctxOf())).map(({ key, name }) => `${key} ${name}`), ['administrator Administrator', 'handlowiec-z-lodzi Sprzedaż', 'own-of-the-other Own of the other'])
})

test('what this installation does not have, or does not understand, is refused at its place and nothing is written', async () => {
  const [, seller] = (await exportRoles(one.ctxOf())) as [RoleConfiguration, RoleConfiguration]
  const before = await exportRoles(other.ctxOf())
  const refused = async (changed: Partial<RoleConfiguration>) => (await refusedWith(apply([{ ...seller, ...changed }]))).field
  assert.equal(await refused({ grants: [{ object: 'spaceship', verb: 'read', scope: 'all', rule: null }] }), 'roles.handlowiec-z-lodzi.grants.0.object')
  assert.equal(await refused({ grants: [{ object: 'company', verb: 'read', scope: 'all', rule: 'shoe = 1' }] }), 'roles.handlowiec-z-lodzi.grants.0.rule')
  assert.equal(await refused({ fields: [{ object: 'company', field: 'company.shoe', access: 'none' }] }), 'roles.handlowiec-z-lodzi.fields.0.field')
  assert.equal(await refused({ functions: ['fly'] }), 'roles.handlowiec-z-lodzi.functions')
  assert.deepEqual(await exportRoles(other.ctxOf()), before)
})

test('rules are listed with their roles, and rewritten where a field was renamed', async () => {
  const [use] = await roleRuleUses(one.db)
  assert.deepEqual([use?.role.name, use?.object, use?.verb, use?.expression], ['Handlowiec z Łodzi', 'company', 'read', "region = 'lodzkie'"])
  assert.equal((await rewriteRoleRules(one.ctxOf(), ({ expression }) => expression.replace('region', 'area'))).length, 1)
  assert.deepEqual((await roleRuleUses(one.db)).map(({ expression }) => expression), ["area = 'lodzkie'"])
  assert.deepEqual(await rewriteRoleRules(one.ctxOf(), () => null), [])
})

test('a key is made of the name, and is nobody else’s', () => {
  assert.equal(keyFrom('Kierownik sprzedaży', new Set()), 'kierownik-sprzedazy')
  assert.equal(keyFrom('Seller', new Set(['seller', 'seller-2'])), 'seller-3')
  assert.equal(keyFrom('🚀', new Set()), 'role')
})
