import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { raw, sql } from '../../expression/sql.ts'
import { startHouse, type Answered, type Caller, type House } from '../app/testing/house.ts'
import { useAddress } from '../kernel/http/address.ts'
import { deliverDue } from '../kernel/outgoing/deliver.ts'
import { create } from '../kernel/records/create.ts'
import { queueSms } from './actions.ts'
import { signatureOf as genericSignature } from './generic/rules.ts'
import { smsWay } from './sending/actions.ts'
import { smsapiTook, startGateway, twilioTook, type TestGateway } from './testing/gateway.ts'
import { signatureOf as twilioSignature } from './twilio/rules.ts'

const origin = 'https://crm.example.pl'
let house: House
let admin: Caller
let gateway: TestGateway | null = null
before(async () => {
  house = await startHouse()
  admin = await house.person('Administratorka', { all: true })
  useAddress(origin)
})
after(() => house.end())
afterEach(async () => {
  await gateway?.close()
  gateway = null
  await house.world.db.rows(raw('truncate outgoing, outgoing_lane, sms_gateway, sms_secret, sms_message, sms_report'))
  assert.deepEqual(house.bugs.splice(0), [])
})

const deliver = () => deliverDue(house.ctx, smsWay())
const newGateway = async (values: object, secrets: object = {}): Promise<string> => {
  const made = await admin.send('POST', '/api/records/smsGateway', { name: `Bramka ${Math.random()}`, rate: '1000', ...values })
  assert.equal(made.status, 201, made.text)
  assert.equal((await admin.send('PUT', `/api/sms/gateways/${made.body.id}/secrets`, secrets)).status, 200)
  return made.body.id
}
const state = async () => (await house.world.db.rows<{ state: string }>(sql`select state from sms_message order by id`)).map((row) => row.state)
const reports = async () => (await house.world.db.rows<{ n: number }>(sql`select count(*)::int as n from sms_report`))[0]!.n

/** As the gateway calls: without any session. */
async function called(path: string, { form, body = form === undefined ? '' : new URLSearchParams(form).toString(), headers = {}, method = 'POST' }: { form?: Record<string, string>; body?: string; headers?: Record<string, string>; method?: 'POST' | 'GET' } = {}): Promise<Answered> {
  const type = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded'
  const answer = await house.app.inject({ method, url: path, headers: { 'content-type': type, ...headers }, ...(method === 'GET' ? {} : { payload: body }) })
  return { status: answer.statusCode, text: answer.body, body: null }
}

test('Twilio reports a delivery under its signature, once; a forged call is refused, out of order nothing is taken back', async () => {
  gateway = await startGateway((asked) => twilioTook(asked, 'SM77'))
  const id = await newGateway({ kind: 'twilio', url: gateway.url, account: 'AC1', senderName: '+15005550006' }, { token: 'klucz' })
  await queueSms(house.ctx, { key: 'a', to: '601234567', text: 'Dzień dobry' })
  await deliver()
  const url = gateway.asked[0]!.fields.StatusCallback!
  assert.match(url, new RegExp(`^${origin}/api/sms/webhooks/${id}/report\\?message=[0-9a-f-]{36}$`))
  const path = url.slice(origin.length)
  const form = { MessageSid: 'SM77', MessageStatus: 'delivered', AccountSid: 'AC1', To: '+48601234567' }
  const signed = (fields: Record<string, string>) => ({ form: fields, headers: { 'x-twilio-signature': twilioSignature('klucz', url, fields) } })
  assert.equal((await called(path, { form })).status, 403)
  assert.equal((await called(path, { form: { ...form, MessageStatus: 'failed' }, headers: signed(form).headers })).status, 403)
  assert.equal((await called(path.replace(/message=.*/, 'message=01900000-0000-7000-8000-000000000001'), signed(form))).status, 403)
  assert.deepEqual([await state(), await reports()], [['sent'], 0])
  assert.deepEqual([(await called(path, signed(form))).status, await state()], [204, ['delivered']])
  const history = await house.world.db.rows(sql`select 1 from history where object = 'smsMessage'`)
  assert.equal((await called(path, signed(form))).status, 204)
  assert.equal((await called(path, signed({ ...form, MessageStatus: 'undelivered', ErrorCode: '30003' }))).status, 204)
  assert.deepEqual([await state(), await house.world.db.rows(sql`select 1 from history where object = 'smsMessage'`)], [['delivered'], history])
})

test('SMSAPI reports with the key in the address, several at once, and hears OK; without the key it is refused', async () => {
  gateway = await startGateway(smsapiTook)
  const id = await newGateway({ kind: 'smsapi', url: gateway.url }, { token: 'x', webhook: 'tajny klucz' })
  for (const to of ['601000001', '601000002']) await queueSms(house.ctx, { key: to, to, text: 'Dzień dobry' })
  await deliver()
  const path = gateway.asked[0]!.fields.notify_url!.slice(origin.length)
  const query = new URLSearchParams({ MsgId: 'A,B', status: '404,402', status_name: 'DELIVERED,EXPIRED', idx: gateway.asked.map(({ fields }) => fields.idx).toSorted((a, b) => a! < b! ? -1 : 1).join(',') })
  const answer = await called(`${path}&${query}`, { method: 'GET' })
  assert.deepEqual([answer.status, answer.text], [200, 'OK'])
  assert.deepEqual(await state(), ['delivered', 'failed'])
  for (const wrong of ['', '?key=zly', `?key=${encodeURIComponent('tajny klucz')}x`]) assert.equal((await called(`/api/sms/webhooks/${id}/report${wrong}`, { form: { MsgId: 'A', status: '404' } })).status, 403)
  assert.equal((await called(`/api/sms/webhooks/01900000-0000-7000-8000-000000000001/report?key=x`, { form: {} })).status, 403)
})

test('a report that comes before the gateway’s own answer waits for it; one of a message nobody knows is kept', async () => {
  const secret = 'wspólny'
  let path = ''
  const body = JSON.stringify({ providerId: 'P5', status: 'delivered' })
  const headers = { 'x-sedno-signature': `sha256=${genericSignature(secret, body)}` }
  gateway = await startGateway(async () => {
    assert.equal((await called(path, { body, headers })).status, 204)
    return { json: { id: 'P5' } }
  })
  const id = await newGateway({ kind: 'http', url: gateway.url, idPath: 'id' }, { webhook: secret })
  path = `/api/sms/webhooks/${id}/report`
  await queueSms(house.ctx, { key: 'a', to: '601234567', text: 'Dzień dobry' })
  await deliver()
  assert.deepEqual(await state(), ['delivered'])
  const unknown = JSON.stringify({ providerId: 'nikt', status: 'delivered' })
  assert.equal((await called(path, { body: unknown, headers: { 'x-sedno-signature': genericSignature(secret, unknown) } })).status, 204)
  assert.deepEqual([await state(), await reports()], [['delivered'], 2])
  assert.equal((await called(path, { body: `${body} `, headers })).status, 403, 'every byte counts')
})

test('an answer is a message of the one whose number it is and stands on his time line; the same twice is one', async () => {
  const company = await create(house.ctx, 'company', { name: 'Firma z esemesem' })
  const person = await create(house.ctx, 'person', { lastName: 'Odpowiadająca', company: company.id, phones: [{ kind: 'mobile', value: '603000001' }] })
  const id = await newGateway({ kind: 'smsapi' }, { webhook: 'k' })
  const form = { sms_to: '48500000000', sms_from: '48603000001', sms_text: 'Tak, będę 😀', MsgId: 'IN1' }
  for (let n = 0; n < 2; n++) assert.equal((await called(`/api/sms/webhooks/${id}/incoming?key=k`, { form })).text, 'OK')
  const { body } = await admin.get('/api/records/smsMessage?columns=title,direction,state,from,to,person,company')
  assert.deepEqual(body.rows.map(({ title, direction, state: at, from, to, person: of, company: firm }: Record<string, unknown>) => ({ title, direction, state: at, from, to, person: of, company: firm })), [
    { title: 'Tak, będę 😀', direction: 'in', state: 'received', from: '+48603000001', to: '+48500000000', person: { id: person.id, name: 'Odpowiadająca' }, company: { id: company.id, name: 'Firma z esemesem' } },
  ])
  for (const [object, of] of [['person', person.id], ['company', company.id]]) {
    const { entries } = (await admin.get(`/api/records/${object}/${of}/timeline?kinds=smsMessage`)).body
    assert.deepEqual(entries.map(({ kind, title }: { kind: string; title: string }) => [kind, title]), [['smsMessage', 'Tak, będę 😀']])
  }
  assert.equal((await called(`/api/sms/webhooks/${id}/incoming?key=k`, { form: { ...form, sms_from: 'INFO', MsgId: 'IN2' } })).text, 'OK')
  assert.equal((await state()).length, 2)
  const stranger = await house.person('Obcy', {})
  assert.equal((await stranger.get('/api/records/smsMessage')).text.includes('będę'), false)
})

test('before sending it is told how long, how dear, and who cannot get it; nothing is sent by asking', async () => {
  await newGateway({ kind: 'smsapi', pricePerPart: { amount: '0.07', currency: 'PLN' } }, { token: 'x' })
  const { body } = await admin.send('POST', '/api/sms/preview', { to: ['601 234 567', '+48 601234567', '22 123 45 67', 'abc', '602234567'], text: 'ż'.repeat(71) })
  assert.deepEqual([body.encoding, body.parts, body.recipients, body.cost, body.problem], ['unicode', 2, 2, { amount: '0.28', currency: 'PLN' }, null])
  assert.deepEqual(body.refused, [
    { to: '+48 601234567', code: 'sms.twice', reason: 'Ten numer jest na liście więcej niż raz.' },
    { to: '22 123 45 67', code: 'sms.landline', reason: 'To numer stacjonarny; SMS można wysłać tylko na komórkowy.' },
    { to: 'abc', code: 'sms.not_number', reason: 'To nie jest numer telefonu.' },
  ])
  assert.equal((await admin.send('POST', '/api/sms/preview', { to: [], text: 'a'.repeat(1_000) })).body.problem, 'Wiadomość ma 7 części, a bramka przyjmuje najwyżej 6.')
  assert.deepEqual(await state(), [])
})

test('ten thousand numbers are written down in one call, a repeat of the call adds none, and a worker that is asked to end in the middle sends none twice', async () => {
  gateway = await startGateway(smsapiTook)
  await newGateway({ kind: 'smsapi', url: gateway.url }, { token: 'x' })
  const to = Array.from({ length: 10_000 }, (_, n) => `+48601${String(n).padStart(6, '0')}`)
  const send = () => admin.send('POST', '/api/sms/send', { to, text: 'Zapraszamy', key: 'kampania 1' })
  const first = await send()
  assert.deepEqual([first.status, first.body.queued, first.body.repeated, first.body.refused], [200, 10_000, 0, []])
  const again = await send()
  assert.deepEqual([again.body.queued, again.body.repeated], [0, 10_000])
  const stopping = new AbortController()
  const worker = deliverDue(house.ctx, smsWay(), stopping.signal)
  while (gateway.asked.length < 300) await new Promise((resume) => setTimeout(resume, 20))
  stopping.abort()
  await worker
  const [counts] = await house.world.db.rows<{ sent: number; waiting: number }>(sql`select count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'waiting')::int as waiting from sms_message`)
  assert.equal(counts!.sent + counts!.waiting, 10_000)
  assert.equal(counts!.sent, new Set(gateway.asked.map(({ fields }) => fields.idx)).size)
  assert.equal(counts!.sent, gateway.asked.length)
})

test('a draft is sent by its button, once; what was sent can no longer be rewritten', async () => {
  gateway = await startGateway(smsapiTook)
  await newGateway({ kind: 'smsapi', url: gateway.url }, { token: 'x' })
  const { body: draft } = await admin.send('POST', '/api/records/smsMessage', { to: '601 234 567', text: 'Szkic' })
  await deliver()
  assert.deepEqual(await state(), ['draft'])
  assert.equal((await admin.send('POST', `/api/records/smsMessage/${draft.id}/actions/send`, {})).status, 200)
  assert.equal((await admin.send('POST', `/api/records/smsMessage/${draft.id}/actions/send`, {})).status, 422)
  await deliver()
  const { body: sent } = await admin.get(`/api/records/smsMessage/${draft.id}`)
  assert.deepEqual([sent.state, sent.parts, gateway.asked.length], ['sent', '1', 1])
  const rewritten = await admin.send('PATCH', `/api/records/smsMessage/${draft.id}`, { version: sent.version, text: 'Inaczej' })
  assert.deepEqual([rewritten.status, rewritten.body.fields?.[0]?.field], [422, 'text'])
  const { body: landline } = await admin.send('POST', '/api/records/smsMessage', { to: '22 123 45 67', text: 'Szkic' })
  assert.equal((await admin.send('POST', `/api/records/smsMessage/${landline.id}/actions/send`, {})).body.fields[0].code, 'sms.landline')
})

test('what is written from somebody’s page stands on his time line, whoever else has the number; of whom one may not see nobody is written to', async () => {
  gateway = await startGateway(smsapiTook)
  await newGateway({ kind: 'smsapi', url: gateway.url }, { token: 'x' })
  const person = async (lastName: string) => (await admin.send('POST', '/api/records/person', { firstName: 'Jan', lastName, phones: [{ value: '601 234 567', kind: 'mobile' }] })).body as { id: string }
  const [first] = [await person('Pierwszy'), await person('Drugi')]
  const write = (by: Caller, id: string) => by.send('POST', '/api/sms/send', { to: ['601 234 567'], text: 'Dzień dobry', about: { object: 'person', id } })
  assert.equal((await write(admin, first.id)).status, 200)
  const line = async () => (await admin.get(`/api/records/person/${first.id}/timeline`)).body.entries.filter(({ kind }: { kind: string }) => kind === 'smsMessage').map(({ body }: { body: string }) => body)
  assert.deepEqual(await line(), ['Dzień dobry'])
  const seller = await house.person('Nadawca', { grants: (['create', 'read', 'change'] as const).flatMap((verb) => [{ role: 'r', object: 'smsMessage', verb, scope: 'all' as const, rule: null }, { role: 'r', object: 'person', verb, scope: 'own' as const, rule: null }]) })
  assert.deepEqual([(await write(seller, first.id)).status, await line()], [404, ['Dzień dobry']])
})

test('secrets are never shown; a test says what the gateway answered; what failed is tried again when asked', async () => {
  let isGood = false
  gateway = await startGateway((asked) => (isGood ? smsapiTook(asked) : { status: 400, json: { error: 13, message: 'No correct phonenumbers' } }))
  const id = await newGateway({ kind: 'smsapi', url: gateway.url }, { token: 'bardzo tajny', webhook: 'klucz' })
  const tested = await admin.send('POST', '/api/sms/test', { gateway: id, to: '601234567' })
  assert.deepEqual([tested.body.sent, tested.body.why, /No correct/.test(tested.body.said)], [false, 'Numer nie istnieje albo nie odbiera SMS-ów.', true])
  await queueSms(house.ctx, { key: 'a', to: '601234567', text: 'Dzień dobry' })
  await deliver()
  const shown = await admin.get('/api/sms/state')
  assert.deepEqual([shown.body.queue.failed, shown.body.troubled[0].to, shown.body.troubled[0].why, shown.body.gateways[0].hasToken], [1, '+48601234567', 'Numer nie istnieje albo nie odbiera SMS-ów.', true])
  for (const path of ['/api/sms/state', `/api/records/smsGateway/${id}`, `/api/records/smsGateway/${id}/history`, '/api/records/smsGateway/export?format=csv']) assert.doesNotMatch((await admin.get(path)).text, /bardzo tajny/)
  const trusted = await house.person('Serwisantka', { functions: new Set(['settings']) })
  const his = await trusted.get('/api/sms/state')
  assert.deepEqual([his.status, his.body.queue.failed, his.body.troubled[0].title, his.body.troubled[0].to], [200, 1, null, null])
  isGood = true
  assert.deepEqual((await admin.send('POST', '/api/sms/retry', {})).body, { again: 1 })
  assert.deepEqual(await state(), ['waiting'])
  await deliver()
  assert.deepEqual(await state(), ['sent'])
  const seller = await house.person('Handlowiec', {})
  const asked = [seller.get('/api/sms/state'), seller.send('POST', '/api/sms/test', { gateway: id, to: '601234567' }), seller.send('PUT', `/api/sms/gateways/${id}/secrets`, {}), seller.send('POST', '/api/sms/retry', {}), seller.send('POST', '/api/sms/send', { to: ['601234567'], text: 'x' })]
  assert.deepEqual((await Promise.all(asked)).map(({ status }) => status), [403, 403, 403, 403, 403])
})

test('a form of another site reaches no other route', async () => {
  const answer = await house.app.inject({ method: 'POST', url: '/api/sms/send', headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: 'Bearer Administratorka' }, payload: 'text=x' })
  assert.equal(answer.statusCode, 415)
})
