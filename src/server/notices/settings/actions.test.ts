import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { raw, sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { deliverDue } from '../../kernel/outgoing/deliver.ts'
import { mailWay, useSmtp } from '../../mail/sending/actions.ts'
import { answer, headerOf, startServer } from '../../mail/testing/server.ts'
import { deliver, out, states, told } from '../testing/story.ts'
import { firstSettings } from './rules.ts'

let house: House
let ania: Caller
let administrator: Caller
before(async () => {
  house = await startHouse()
  ania = await house.person('Ania', {})
  administrator = await house.person('Administratorka', { all: true, functions: new Set(['settings']) })
})
after(() => house.end())

const silent = { low: [], normal: [], high: [], urgent: ['application'] }
const save = (who: Caller, change: object) => who.send('PUT', '/api/notices/settings', { ...firstSettings, ...change })

test('each sets his own, beginning with what is set for all, and nobody else’s', async () => {
  const first = (await ania.get('/api/notices/settings')).body
  assert.deepEqual([first.settings, first.reach], [firstSettings, { mail: 'ania@example.pl', sms: null, devices: 0 }])
  assert.ok(first.kinds.some(({ name, label }: { name: string; label: string }) => name === 'reminder' && label === 'Przypomnienie'))
  const quiet = { from: '22:00', until: '06:30', urgentPasses: false }
  assert.equal((await save(ania, { quiet, choices: { reminder: silent } })).status, 200)
  const now = (await ania.get('/api/notices/settings')).body.settings
  assert.deepEqual([now.quiet, now.choices.reminder], [quiet, silent])
  assert.deepEqual((await administrator.get('/api/notices/settings')).body.settings, firstSettings)
})

test('times that are none, ways that are none and priorities left out are refused in their places', async () => {
  for (const wrong of [{ quiet: { from: '25:00', until: '06:00', urgentPasses: true } }, { choices: { reminder: { low: [], normal: [] } } }, { choices: { reminder: { ...silent, low: ['pigeon'] } } }, { digest: { at: '8', kinds: [] } }, { place: 'beach' }, { surprise: 1 }]) {
    assert.equal((await save(ania, wrong)).status, 400, JSON.stringify(wrong))
  }
})

test('the defaults are for those who look after the settings; whoever said nothing otherwise is told by them', async () => {
  assert.deepEqual([(await ania.get('/api/notices/defaults')).status, (await ania.send('PUT', '/api/notices/defaults', { choices: {} })).status], [403, 403])
  assert.equal((await administrator.send('PUT', '/api/notices/defaults', { choices: { nothing: silent } })).status, 422)
  const { body } = await administrator.send('PUT', '/api/notices/defaults', { choices: { 'activity.assigned': silent } })
  assert.deepEqual(body.choices, { 'activity.assigned': silent })
  const [olek, jan] = [await house.person('Olek', {}), await house.person('Jan', {})]
  await save(jan, { choices: { 'activity.assigned': { low: ['mail'], normal: ['mail'], high: ['mail'], urgent: ['mail'] } } })
  await told(house.ctx, [olek.id!, jan.id!], { kind: 'activity.assigned' })
  await deliver(house)
  assert.deepEqual([await states(house, olek.id!), (await out(house, jan.id!)).length], [[], 1])
  assert.equal((await olek.get('/api/notices/unread')).body.unread, 0)
  await administrator.send('PUT', '/api/notices/defaults', { choices: {} })
})

test('while the mail server is dead notices wait, are shown as waiting, and go out once when it is back', async () => {
  await house.world.db.rows(raw('truncate outgoing, outgoing_lane'))
  const maria = await house.person('Maria', {})
  let isDead = true
  const server = await startServer({ onMail: () => { if (isDead) throw answer(451, 'not now') } })
  useSmtp(server.url)
  const quick = mailWay({ connectionTimeout: 400, greetingTimeout: 400, socketTimeout: 600, limitMs: 2_000 })
  const shown = async () => (await maria.get('/api/notices/deliveries')).body.deliveries.map(({ state }: { state: string }) => state)
  try {
    await told(house.ctx, [maria.id!])
    await deliver(house)
    await deliverDue(house.ctx, quick)
    assert.deepEqual([server.received.length, await shown()], [0, ['sending']])
    isDead = false
    await house.world.db.rows(sql`update outgoing set due_at = now(), paused_at = null`)
    await house.world.db.rows(raw('delete from outgoing_lane'))
    await Promise.all([deliverDue(house.ctx, quick), deliverDue(house.ctx, quick), deliver(house)])
    await deliverDue(house.ctx, quick)
    assert.deepEqual([server.received.length, await shown()], [1, ['sent']])
    const [mail] = server.received
    assert.match(headerOf(mail!, 'Content-Type') ?? '', /multipart\/alternative/)
  } finally {
    useSmtp(null)
    await server.close()
  }
})

test('an address that is none keeps nothing else from going, and the settings say so', async () => {
  const ewa = await house.person('Ewa', {})
  await house.world.db.rows(sql`update "user" set mail = 'not an address', phone = '+4822' where id = ${ewa.id}`)
  await told(house.ctx, [ewa.id!], { ways: ['application', 'mail', 'sms'] })
  await deliver(house)
  const rows = await states(house, ewa.id!)
  assert.deepEqual(rows.map(({ state }) => state), ['skipped', 'skipped'])
  assert.ok(rows.every(({ reason }) => reason !== null && reason.length > 10))
  assert.equal((await ewa.get('/api/notices/unread')).body.unread, 1)
})
