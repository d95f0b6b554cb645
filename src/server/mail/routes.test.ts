import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { raw, sql } from '../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'
import { create } from '../kernel/records/create.ts'
import { deliverDue } from '../kernel/outgoing/deliver.ts'
import { queueMail } from './actions.ts'
import type { MailState } from './contract.ts'
import { mailWay, useSmtp } from './sending/actions.ts'
import { answer, headerOf, startServer, type TestServer } from './testing/server.ts'

let house: House
let admin: Caller
let server: TestServer | null = null
before(async () => {
  house = await startHouse()
  admin = await house.person('Administratorka', { all: true })
})
after(() => house.end())
afterEach(async () => {
  await server?.close()
  server = null
  useSmtp(null)
  await house.world.db.rows(raw('truncate outgoing, outgoing_lane'))
  await house.world.db.rows(sql`delete from sedno_state where key = 'mailSettings'`)
})

const none = { host: null, port: null, security: null, user: null, fromName: null, fromAddress: null }

test('an administrator sets the server; the password is kept sealed and never shown; a test tells what the server answered', async () => {
  server = await startServer({ authOptional: false, onAuth: (auth, _session, done) => (auth.password === 'tajne-hasło' ? done(null, { user: 'x' }) : done(answer(535, '5.7.8 zle haslo'))) })
  assert.equal((await admin.send('POST', '/api/mail/test')).body.code, 'mail.no_server')
  const given = { host: '127.0.0.1', port: server.port, security: 'none', user: 'crm', fromName: 'Firma Żółw', fromAddress: 'crm@zolw.pl' }
  const saved = await admin.send('PUT', '/api/mail/settings', { ...given, password: 'tajne-hasło' })
  assert.deepEqual([saved.status, saved.body], [200, { ...given, hasPassword: true, isGiven: false, sender: 'Firma Żółw <crm@zolw.pl>' }])
  const [kept] = await house.world.db.rows<{ text: string }>(sql`select value::text as text from sedno_state where key = 'mailSettings'`)
  assert.doesNotMatch(kept!.text + (await admin.get('/api/mail/settings')).text, /tajne/)
  const tested = await admin.send('POST', '/api/mail/test')
  assert.deepEqual([tested.body.sent, tested.body.to, server.received.length], [true, 'administratorka@example.pl', 1])
  assert.match(headerOf(server.received[0]!, 'From')!, /<crm@zolw\.pl>$/)
  await admin.send('PUT', '/api/mail/settings', { ...given, fromName: 'Inna nazwa' })
  assert.equal((await admin.send('POST', '/api/mail/test')).body.sent, true, 'left out, the password stays as it was')
  assert.equal((await admin.send('PUT', '/api/mail/settings', { ...given, host: 'obcy.example.pl' })).body.fields[0].code, 'mail.password_again')
  await admin.send('PUT', '/api/mail/settings', { ...given, password: 'zle' })
  const refused = await admin.send('POST', '/api/mail/test')
  assert.deepEqual([refused.body.sent, refused.body.why, /zle haslo/.test(refused.body.said)], [false, 'Serwer nie przyjął nazwy użytkownika albo hasła.', true])
  const english = await admin.send('POST', '/api/mail/test', undefined, { 'accept-language': 'en' })
  assert.equal(english.body.why, 'The server did not accept the user name or password.')
})

test('what SEDNO_SMTP_URL says holds, and of the settings the sender alone', async () => {
  server = await startServer()
  useSmtp(server.url)
  const saved = await admin.send('PUT', '/api/mail/settings', { ...none, host: 'inny.pl', fromAddress: 'biuro@firma.pl' })
  assert.deepEqual([saved.body.isGiven, saved.body.host, saved.body.port, saved.body.sender], [true, '127.0.0.1', server.port, 'Sedno <biuro@firma.pl>'])
  await admin.send('POST', '/api/mail/test')
  assert.equal(server.received[0]!.from, 'biuro@firma.pl')
})

test('the state tells what waits, what is down and what failed, in the language of who asks; a retry sends it', async () => {
  const { ctx } = house
  const deliver = () => deliverDue(ctx, mailWay({ connectionTimeout: 400, greetingTimeout: 400 }))
  const company = await create(ctx, 'company', { name: 'Jawna firma' })
  await queueMail(ctx, { key: 'a', to: [{ address: 'nikt@example.pl' }], subject: 'Tajny temat', text: 'x', about: { object: 'company', id: company.id } })
  await deliver()
  const unset = (await admin.get('/api/mail/state')).body
  assert.deepEqual([unset.waiting, unset.failed, unset.down.why], [1, 0, 'Serwer poczty nie jest ustawiony.'])
  let isKnown = false
  server = await startServer({ onRcptTo: (_address, _session, done) => done(isKnown ? null : answer(550, '5.1.1 unknown')) })
  await admin.send('PUT', '/api/mail/settings', { ...none, host: '127.0.0.1', port: server.port, security: 'none' })
  await deliver()
  const state = (await house.all.get('/api/mail/state')).body
  assert.deepEqual([state.waiting, state.failed, state.down, state.troubled.map(({ to, title, state: at, attempts, nextAt, why, said, about }: MailState['troubled'][0]) => ({ to, title, state: at, attempts, nextAt, why, said: said!.includes('5.1.1'), about }))], [0, 1, null, [
    { to: ['nikt@example.pl'], title: 'Jawna firma', state: 'failed', attempts: 1, nextAt: null, why: 'Serwer odrzucił wiadomość.', said: true, about: { object: 'company', id: company.id } },
  ]])
  const trusted = await house.person('Serwisant', { functions: new Set(['settings']) })
  assert.doesNotMatch((await trusted.get('/api/mail/state')).text, /Tajny temat|Jawna firma/, 'who looks after the mail sees of its records what he may see anywhere')
  isKnown = true
  assert.deepEqual((await admin.send('POST', '/api/mail/retry', {})).body, { again: 1 })
  await deliver()
  assert.deepEqual([server.received.length, (await admin.get('/api/mail/state')).body.sentToday], [1, 1])
})

test('whoever may not set the system learns nothing of its mail and sends none', async () => {
  const seller = await house.person('Handlowiec', {})
  const asked = [seller.get('/api/mail/settings'), seller.get('/api/mail/state'), seller.send('POST', '/api/mail/test'), seller.send('POST', '/api/mail/retry', {}), seller.send('PUT', '/api/mail/settings', none)]
  assert.deepEqual((await Promise.all(asked)).map(({ status }) => status), [403, 403, 403, 403, 403])
  const trusted = await house.person('Informatyk', { functions: new Set(['settings']) })
  assert.equal((await trusted.get('/api/mail/settings')).status, 200)
  assert.equal((await admin.send('PUT', '/api/mail/settings', { ...none, host: 'zły host' })).body.fields[0].field, 'host')
  assert.deepEqual(house.bugs, [])
})
