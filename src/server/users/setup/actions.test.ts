import assert from 'node:assert/strict'
import { after, afterEach, beforeEach, test } from 'node:test'
import { RefusalError } from '../../../contract/refusal.ts'
import { sql } from '../../../expression/sql.ts'
import { objects as parties } from '../../parties/objects.ts'
import { goodPassword, refusedWith, startUsersWorld, type UsersWorld } from '../given.test.ts'
import { whoIs } from '../roles/queries.ts'
import { authenticate, signIn } from '../sessions/actions.ts'
import { grantNewObjects, setUp, setUpFromEnvironment, type FirstRun } from './actions.ts'
import { watchInstallation } from './background.ts'
import { installation } from './queries.ts'

let world: UsersWorld
const worlds: UsersWorld[] = []
beforeEach(async () => void worlds.push((world = await startUsersWorld(parties))))
afterEach(() => worlds.pop()?.end())
after(() => undefined)

const firstRun: FirstRun = { language: 'pl', currency: 'EUR', administrator: { name: 'Barbara Żak', mail: 'Barbara@Firma.Example', password: goodPassword } }
const count = async (table: 'user' | 'role' | 'session') => (await world.db.rows<{ count: number }>(sql`select ${table === 'user' ? sql`(select count(*) from "user")` : table === 'role' ? sql`(select count(*) from role)` : sql`(select count(*) from session)`} as count`))[0]!.count

test('the first run makes the administrator, who is signed in at once, and the standard roles in his language', async () => {
  const opened = await setUp(world.stranger(), firstRun)
  const who = (await authenticate(world.db, world.registry, { cookie: opened.token, bearer: null, ip: '192.0.2.7', now: world.now }))!.who
  assert.deepEqual([who.name, who.all], ['Barbara Żak', true])
  await signIn(world.stranger(), { email: 'barbara@firma.example', password: goodPassword }, { replaces: null })
  const roles = await world.db.rows<{ name: string }>(sql`select name from role order by id`)
  assert.deepEqual(roles.map((role) => role.name), ['Administrator', 'Kierownik sprzedaży', 'Handlowiec', 'Asystent', 'Tylko odczyt'])
  const facts = await installation(world.db)
  assert.deepEqual([facts?.language, facts?.currency, facts?.setUpAt], ['pl', 'EUR', world.now.toISOString()])
})

test('each standard role gives what its description says', async () => {
  await setUp(world.stranger(), { ...firstRun, language: 'en' })
  const { roles } = (await installation(world.db))!
  const grantsOf = async (key: keyof typeof roles) => {
    const who = (await whoIs(world.db, world.registry, { userId: await world.person(`Holder ${key}`, { roles: [roles[key]] }) }))!
    return { who, company: Object.fromEntries(who.grants.filter((grant) => grant.object === 'company').map((grant) => [grant.verb, grant.scope])) }
  }
  const manager = await grantsOf('manager')
  assert.deepEqual([...manager.who.functions].sort(), ['import', 'shareViews'])
  assert.deepEqual(manager.company, { create: 'all', read: 'all', change: 'subordinates', delete: 'subordinates', export: 'all' })
  assert.deepEqual((await grantsOf('salesperson')).company, { create: 'own', read: 'team', change: 'own', export: 'own' })
  assert.deepEqual((await grantsOf('viewer')).company, { read: 'all' })
  const assistant = await grantsOf('assistant')
  assert.deepEqual(assistant.company, { create: 'team', read: 'team', change: 'team' })
  assert.equal(assistant.who.fields['company']?.['turnover'], 'read')
})

test('objects that come with an update reach the standard roles by their plans once, in their history; what was decided since stays', async () => {
  await setUp(world.stranger(), firstRun)
  const { roles } = (await installation(world.db))!
  const grantsOf = async (object: string) => (await world.db.rows<{ role: string }>(sql`select role_id || ' ' || verb || ' ' || scope as role from role_grant where object = ${object} order by 1`)).map(({ role }) => role)
  const planned = await grantsOf('person')
  // As an installation of before people were known: no role speaks of them, and no account is kept.
  await world.db.rows(sql`delete from role_grant where object = 'person'`)
  await world.db.rows(sql`update role_grant set scope = 'all' where role_id = ${roles.salesperson} and object = 'company' and verb = 'read'`)
  const companies = await grantsOf('company')
  await Promise.all([grantNewObjects(world.ctxOf()), grantNewObjects(world.ctxOf())])
  assert.deepEqual([await grantsOf('person'), await grantsOf('company')], [planned, companies])
  assert.equal((await world.db.rows(sql`select 1 from history where record = ${roles.salesperson} and verb = 'change'`)).length, 1)
  await world.db.rows(sql`delete from role_grant where object = 'person'`)
  await grantNewObjects(world.ctxOf())
  assert.deepEqual(await grantsOf('person'), [])
})

test('of two first runs at the same moment one wins, and a later one is refused', async () => {
  const other = { ...firstRun, administrator: { ...firstRun.administrator, name: 'Inny', mail: 'inny@firma.example' } }
  const outcomes = await Promise.allSettled([setUp(world.stranger(), firstRun), setUp(world.stranger(), other), setUp(world.stranger(), firstRun)])
  assert.equal(outcomes.filter((one) => one.status === 'fulfilled').length, 1)
  for (const one of outcomes) if (one.status === 'rejected') assert.equal((one.reason as RefusalError).message, 'setup.done')
  assert.deepEqual([await count('user'), await count('role'), await count('session')], [1, 5, 1])
  assert.deepEqual(await refusedWith(setUp(world.stranger(), other)), { code: 'setup.done', status: 409, facts: {}, field: undefined })
})

test('a first run that is refused leaves nothing and can be repeated', async () => {
  const refused = async (change: Partial<FirstRun>) => refusedWith(setUp(world.stranger(), { ...firstRun, ...change }))
  assert.deepEqual(await refused({ administrator: { ...firstRun.administrator, password: 'password1234' } }), { code: 'password.common', status: 422, facts: {}, field: 'administrator.password' })
  assert.equal((await refused({ currency: 'XYZ' })).code, 'setup.unknown_currency')
  assert.equal((await refused({ timeZone: 'Mars/Olympus' })).code, 'user.unknown_time_zone')
  assert.equal((await refused({ administrator: { ...firstRun.administrator, mail: 'no mail at all' } })).field, 'administrator.mail')
  assert.deepEqual([await count('user'), await count('role'), await installation(world.db)], [0, 0, null])
  await setUp(world.stranger(), firstRun)
})

test('the environment makes the first administrator once, whatever the password, and says when it is weak', async () => {
  const given = { email: 'jan.nowak@firma.example', password: 'admin', language: 'pl', currency: 'PLN' } as const
  const all = await Promise.all([setUpFromEnvironment(world.ctxOf(), given), setUpFromEnvironment(world.ctxOf(), given)])
  assert.deepEqual(all.map((one) => one.made).sort(), [false, true])
  assert.equal(all.find((one) => one.made)?.weak?.code, 'password.too_short')
  assert.deepEqual(await setUpFromEnvironment(world.ctxOf(), { ...given, password: 'another' }), { made: false, weak: null })
  await signIn(world.stranger(), { email: given.email, password: 'admin' }, { replaces: null })
  assert.deepEqual((await world.db.rows<{ name: string }>(sql`select name from "user"`)).map((row) => row.name), ['Jan Nowak'])
})

test('other servers hear that the installation is set up', async () => {
  const watched = await watchInstallation(world.db)
  assert.equal(watched.now(), null)
  await setUp(world.stranger(), firstRun)
  for (let tries = 0; tries < 200 && watched.now() === null; tries++) await new Promise((resume) => setTimeout(resume, 10))
  assert.equal(watched.now()?.currency, 'EUR')
  await watched.stop()
})
