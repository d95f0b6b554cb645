import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { objects as parties } from '../../parties/objects.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Http, Implementation } from '../../kernel/http/implement.ts'
import { create } from '../../kernel/records/create.ts'
import { refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { changeRoleGrants, readRoleGrants } from './actions.ts'
import { personRights, readPastGrants, why } from './contract.ts'
import { routes } from './routes.ts'

let world: UsersWorld
let admin: Ctx
let seller: Ctx
let company: string
let foreign: string
before(async () => {
  world = await startUsersWorld(parties)
  admin = await world.as(await world.person('Admin', { roles: [await world.role('Administrator', { administrator: true })] }))
  seller = await world.as(await world.person('Seller', { roles: [await world.role('Seller', { grants: [['company', 'read', 'own'], ['company', 'change', 'own']] })] }))
  company = (await create(world.ctxOf(), 'company', { name: 'Hurtownia', owner: seller.who.userId })).id
  foreign = (await create(world.ctxOf(), 'company', { name: 'Obca', owner: admin.who.userId })).id
})
after(() => world.end())

const ask = (ctx: Ctx, query: object) =>
  (routes as readonly Implementation[]).find((one) => one.route === why)!.run(ctx, { params: undefined, query: why.query!.parse(query), body: undefined }, {} as Http) as Promise<{ allowed: boolean; user: { name: string }; reasons: { allows: boolean; sentence: string }[]; besides: string[] }>

test('an administrator asks about anybody and is told in words', async () => {
  const user = seller.who.userId!
  const may = await ask(admin, { object: 'company', id: company, user })
  assert.deepEqual([may.allowed, may.user.name, may.reasons.some((reason) => reason.allows && reason.sentence.includes('„Seller”'))], [true, 'Seller', true])
  const mayNot = await ask(admin, { object: 'company', id: foreign, user, verb: 'change' })
  assert.deepEqual([mayNot.allowed, mayNot.reasons.every((reason) => !reason.allows)], [false, true])
})

test('one asks about oneself, but of a record one does not see nothing is told, not even that it is there', async () => {
  assert.equal((await ask(seller, { object: 'company', id: company, verb: 'delete' })).allowed, false)
  const hidden = await refusedWith(ask(seller, { object: 'company', id: foreign }))
  assert.deepEqual(hidden, await refusedWith(ask(seller, { object: 'company', id: '0190a000-0000-7000-8000-000000000000' })))
  assert.equal(hidden.status, 404)
})

test('about others only an administrator asks', async () => {
  assert.equal((await refusedWith(ask(seller, { object: 'company', id: company, user: admin.who.userId }))).status, 403)
})

test('an inactive person reaches nothing, and that is the reason given', async () => {
  const gone = await world.person('Gone', { active: false })
  const answer = await ask(admin, { object: 'company', id: company, user: gone })
  assert.deepEqual([answer.allowed, answer.reasons.map((reason) => reason.sentence)], [false, ['Gone: konto jest nieaktywne, więc nie daje dostępu do niczego.']])
})

test('who gave and took which right, and when, is told to administrators alone', async () => {
  const role = await world.role('Z historią')
  const read = { object: 'company', verb: 'read', scope: 'team', rule: null } as const
  const first = await changeRoleGrants(admin, role, { ...(await readRoleGrants(admin, role)), grants: [read], functions: ['import'] })
  await changeRoleGrants(admin, role, { ...first, grants: [{ ...read, scope: 'all' }], fields: [{ object: 'company', field: 'turnover', access: 'none' }] })
  const past = (ctx: Ctx) => (routes as readonly Implementation[]).find((one) => one.route === readPastGrants)!.run(ctx, { params: { id: role }, query: undefined, body: undefined }, {} as Http)
  const { entries } = readPastGrants.answer.parse(await past(admin))
  assert.deepEqual(entries.map(({ by }) => by?.id), [admin.who.userId, admin.who.userId])
  assert.deepEqual(entries.map(({ before, after }) => [before.grants, after.grants, before.fields, after.fields, before.functions, after.functions]), [
    [[read], [{ ...read, scope: 'all' }], [], [{ object: 'company', field: 'turnover', access: 'none' }], [], []],
    [[], [read], [], [], [], ['import']],
  ])
  assert.equal((await refusedWith(past(seller))).status, 403)
})

test('fields, works and actions that the roles narrow are told besides, and rules of territories in words', async () => {
  const grants = (['read', 'change', 'delete'] as const).map((verb) => ({ object: 'company', verb, scope: 'all', rule: verb === 'read' ? 'territory in me.territories' : null }) as const)
  const role = await world.role('Narrow')
  await changeRoleGrants(admin, role, { version: 1, grants: [...grants], fields: [{ object: 'company', field: 'turnover', access: 'none' }, { object: 'company', field: 'nip', access: 'read' }], withheld: [{ kind: 'mass', object: 'company', name: 'merge' }, { kind: 'action', object: 'company', name: 'rename' }] })
  const answer = await ask(admin, { object: 'company', id: company, user: await world.person('Narrowed', { roles: [role] }) })
  assert.deepEqual(answer.besides, ['Pola niewidoczne: Obrót roczny.', 'Pola tylko do odczytu: NIP.', 'Czynności odebrane przez role: łączenie, Zmień nazwę.'])
  assert.ok(answer.reasons.some(({ allows, sentence }) => !allows && sentence === 'Reguła roli „Narrow” nie jest spełniona: Terytorium to jedno z: moje: terytoria'), JSON.stringify(answer.reasons))
})

test('all rights of a person are his roles added up, with the role that gives each; only administrators see them', async () => {
  const askRights = (ctx: Ctx, id: string) => (routes as readonly Implementation[]).find((one) => one.route === personRights)!.run(ctx, { params: { id }, query: undefined, body: undefined }, {} as Http)
  const roles = [await world.role('Reads', { grants: [['company', 'read', 'all']], functions: ['import'] }), await world.role('Sells', { grants: [['company', 'read', 'own'], ['company', 'change', 'own', 'owner = me']] })]
  const person = await world.person('Both', { roles })
  assert.deepEqual(await askRights(admin, person), {
    user: { id: person, name: 'Both' }, active: true, administrator: false, roles: ['Reads', 'Sells'], functions: ['import'], fields: {}, territories: [], withheld: [],
    grants: { company: { read: [{ scope: 'all', rule: null, role: 'Reads' }, { scope: 'own', rule: null, role: 'Sells' }], change: [{ scope: 'own', rule: 'owner = me', role: 'Sells' }] } },
  })
  assert.equal((await refusedWith(askRights(seller, person))).status, 403)
})
