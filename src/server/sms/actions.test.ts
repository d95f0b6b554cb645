import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { raw, sql } from '../../expression/sql.ts'
import { create } from '../kernel/records/create.ts'
import { refusalOf } from '../kernel/records/sample-world.ts'
import { queueSms } from './actions.ts'
import { smsapiTook, startGateway, twilioTook, type Answer, type Asked, type TestGateway } from './testing/gateway.ts'
import { smsWorld, type SmsWorld } from './testing/given.ts'

let world: SmsWorld
let gateway: TestGateway | null = null
before(async () => {
  world = await smsWorld()
})
after(() => world.end())
afterEach(async () => {
  await gateway?.close()
  await world.db.rows(raw('truncate outgoing, outgoing_lane, sms_gateway, sms_secret, sms_message, sms_report'))
})

test('a message goes through the default gateway once its transaction is committed, and never when it is rolled back', async () => {
  gateway = await startGateway(smsapiTook)
  await world.gateway({ kind: 'smsapi', url: gateway.url, senderName: 'Firma', pricePerPart: { amount: '0.0725', currency: 'PLN' } }, { token: 'tajny' })
  await world.db.transaction(async (tx) => {
    await queueSms({ ...world.program, db: tx }, { key: 'never', to: '601234567', text: 'Nie' })
    throw new Error('no')
  }).catch(() => undefined)
  const id = await queueSms(world.program, { key: 'once', to: '601 234 567', text: 'Spotkanie jutro o 9:00' })
  assert.equal(await queueSms(world.program, { key: 'once', to: '602234567', text: 'Inna' }), id)
  assert.deepEqual(await world.deliver(), { sent: 1 })
  assert.deepEqual(await world.deliver(), { sent: 0 })
  const [{ headers, fields }] = gateway.asked as [TestGateway['asked'][0]]
  assert.deepEqual([gateway.asked.length, headers.authorization, fields.to, fields.message, fields.from, fields.idx, fields.check_idx], [1, 'Bearer tajny', '48601234567', 'Spotkanie jutro o 9:00', 'Firma', id.replaceAll('-', ''), '1'])
  assert.deepEqual(await world.messages(), [{ id, to: '+48601234567', state: 'sent', failure: null, providerId: `SA${fields.idx!.slice(0, 12)}`, parts: 1, cost: '0.0725' }])
})

test('a landline, a number that does not exist, no text and a text too long are refused with a clear word, and nothing is kept', async () => {
  const refused = async (to: string, text = 'Dzień dobry') => (await refusalOf(queueSms(world.program, { key: to, to, text }))).refusals[0]!.code
  assert.deepEqual(
    [await refused('22 123 45 67'), await refused('800 123 456'), await refused('111 111 111'), await refused('abc'), await refused('601234567', ' '), await refused('601234567', 'ż'.repeat(403))],
    ['sms.landline', 'sms.special_number', 'sms.no_such_number', 'sms.not_number', 'sms.no_text', 'sms.too_long'],
  )
  assert.deepEqual(await world.messages(), [])
})

/** What came of one message, when the gateway answers so. */
const one = async () => (await world.messages()).map(({ state, failure }) => `${state} ${failure ?? ''}`.trim())
const held = async () => (await world.db.rows<{ why: string | null }>(sql`select failure->>'pl' as why from outgoing_lane`))[0]?.why ?? null

test('what SMSAPI refuses for good is told on the message; what is wrong with the account holds all up', async () => {
  const codes: Record<string, number> = { '48601000001': 13, '48601000002': 11 }
  gateway = await startGateway((asked) => (codes[asked.fields.to!] === undefined ? smsapiTook(asked) : { status: 400, json: { error: codes[asked.fields.to!], message: 'no' } }))
  await world.gateway({ kind: 'smsapi', url: gateway.url }, { token: 'x' })
  for (const to of ['601000001', '601000002', '601000003']) await queueSms(world.program, { key: to, to, text: 'Dzień dobry' })
  await world.deliver()
  assert.deepEqual(await one(), ['failed badNumber', 'failed badText', 'sent'])
  let credit = false
  await gateway.close()
  gateway = await startGateway((asked) => (credit ? smsapiTook(asked) : { status: 400, json: { error: 103, message: 'Insufficient credits' } }))
  await world.db.rows(raw('truncate sms_gateway, sms_message, outgoing'))
  await world.gateway({ kind: 'smsapi', url: gateway.url }, { token: 'x' })
  for (let n = 0; n < 30; n++) await queueSms(world.program, { key: `k${n}`, to: `6012345${10 + n}`, text: 'Dzień dobry' })
  await world.deliver()
  assert.deepEqual([new Set(await one()), await held()], [new Set(['waiting']), 'Na koncie w bramce brakuje środków.'])
  assert.ok(gateway.asked.length < 30, 'it is not asked for each of them')
  credit = true
  await world.later()
  assert.deepEqual(await world.deliver(), { sent: 30 })
})

test('an answer of SMSAPI that never came does not send it twice: the gateway knows the idx', async () => {
  const taken = new Set<string>()
  gateway = await startGateway((asked): Answer => {
    if (taken.has(asked.fields.idx!)) return { status: 400, json: { error: 53, message: 'Not unique idx' } }
    taken.add(asked.fields.idx!)
    return 'cut'
  })
  await world.gateway({ kind: 'smsapi', url: gateway.url }, { token: 'x' })
  await queueSms(world.program, { key: 'cut', to: '601234567', text: 'Raz' })
  await world.deliver()
  assert.deepEqual(await one(), ['waiting'])
  await world.later()
  assert.deepEqual(await world.deliver(), { sent: 1 })
  assert.deepEqual([await one(), taken.size], [['sent'], 1])
})

test('an answer of Twilio that never came does not send it twice: its list is looked through first', async () => {
  const messages: { sid: string; body: string; direction: string; to: string }[] = []
  const post = (asked: Asked): Answer => {
    messages.push({ sid: `SM${messages.length}`, body: asked.fields.Body!, to: asked.fields.To!, direction: 'outbound-api' })
    return messages.length === 1 ? 'hang' : twilioTook(asked, `SM${messages.length - 1}`)
  }
  gateway = await startGateway((asked) => (asked.method === 'GET' ? { json: { messages: messages.filter(({ to }) => to === new URL(asked.url, 'http://x').searchParams.get('To')) } } : post(asked)))
  await world.gateway({ kind: 'twilio', url: gateway.url, account: 'AC1', senderName: '+15005550006' }, { token: 'x' })
  await queueSms(world.program, { key: 'a', to: '601234567', text: 'Raz' })
  await world.deliver()
  await queueSms(world.program, { key: 'b', to: '601234567', text: 'Raz' })
  await world.deliver()
  await world.later()
  await world.deliver()
  assert.deepEqual((await world.messages()).map(({ state, providerId }) => [state, providerId]), [['sent', 'SM0'], ['sent', 'SM1']])
  assert.equal(messages.length, 2)
})

test('errors of Twilio: a landline and one who said STOP fail, a wrong token and too much haste hold up, faults of its own are tried again', async () => {
  const answers: Record<string, Answer> = {
    '+48601000001': { status: 400, json: { code: 21614 } }, '+48601000002': { status: 400, json: { code: 21610 } }, '+48601000003': { status: 503, text: 'later' },
  }
  gateway = await startGateway((asked) => (asked.method === 'GET' ? { json: { messages: [] } } : (answers[asked.fields.To!] ?? twilioTook(asked, 'SM9'))))
  await world.gateway({ kind: 'twilio', url: gateway.url, account: 'AC1' }, { token: 'x' })
  for (const to of ['601000001', '601000002', '601000003', '601000004']) await queueSms(world.program, { key: to, to, text: 'Dzień dobry' })
  await world.deliver()
  assert.deepEqual(await one(), ['failed badNumber', 'failed optedOut', 'waiting', 'sent'])
  delete answers['+48601000003']
  await world.later()
  assert.deepEqual(await world.deliver(), { sent: 1 })
})

test('a gateway of any other make is asked as it was described; its unsuccess is told', async () => {
  gateway = await startGateway((asked) => ({ json: asked.body.includes('601000001') ? { result: 'ERR 5' } : { result: 'OK', nr: 12 } }))
  await world.gateway({ kind: 'http', url: `${gateway.url}/send`, headers: 'X-Key: {secret}', body: '{"phone":"{to}","body":"{text}","ref":"{id}"}', successPath: 'result', successValue: 'OK', idPath: 'nr' }, { token: 'klucz' })
  for (const to of ['601000001', '601000002']) await queueSms(world.program, { key: to, to, text: 'Za"żółć' })
  await world.deliver()
  assert.deepEqual((await world.messages()).map(({ state, failure, providerId }) => [state, failure, providerId]), [['failed', 'refused', null], ['sent', null, '12']])
  assert.deepEqual([gateway.asked[0]!.headers['x-key'], JSON.parse(gateway.asked[1]!.body)], ['klucz', { phone: '+48601000002', body: 'Za"żółć', ref: (await world.messages())[1]!.id }])
})

test('without a gateway, without its token, or with one that is off or away, messages wait and it is said why', async () => {
  await queueSms(world.program, { key: 'a', to: '601234567', text: 'Dzień dobry' })
  await world.deliver()
  assert.equal(await held(), 'Żadna bramka SMS nie jest czynna.')
  gateway = await startGateway(smsapiTook)
  const { url } = gateway
  await world.gateway({ kind: 'smsapi', url, active: false }, { token: 'x' })
  const id = await world.gateway({ kind: 'smsapi', url })
  await world.later()
  await world.deliver()
  assert.equal(await held(), 'W bramce nie zapisano tokenu ani hasła.')
  await gateway.close()
  await world.db.rows(sql`delete from sms_gateway where id = ${id}`)
  await world.gateway({ kind: 'smsapi', url }, { token: 'x' })
  await world.later()
  await world.deliver()
  assert.equal(await held(), 'Bramka nie odpowiada.')
  assert.deepEqual(await one(), ['waiting'])
  assert.deepEqual(gateway.asked, [])
})

test('a token is not sent to another address than the one it was given for', async () => {
  gateway = await startGateway(smsapiTook)
  const id = await world.gateway({ kind: 'smsapi', url: 'https://api.smsapi.pl' }, { token: 'tajny' })
  await world.db.rows(sql`update sms_gateway set url = ${gateway.url} where id = ${id}`)
  await queueSms(world.program, { key: 'a', to: '601234567', text: 'Dzień dobry' })
  await world.deliver()
  assert.deepEqual([gateway.asked.length, await held()], [0, 'W bramce nie zapisano tokenu ani hasła.'])
})

test('two workers send each message once', async () => {
  gateway = await startGateway(smsapiTook)
  await world.gateway({ kind: 'smsapi', url: gateway.url }, { token: 'x' })
  for (let n = 0; n < 40; n++) await queueSms(world.program, { key: `two ${n}`, to: `6012345${10 + n}`, text: 'Dzień dobry' })
  const done = await Promise.all([world.deliver(), world.deliver()])
  assert.equal(done[0].sent + done[1].sent, 40)
  assert.equal(new Set(gateway.asked.map(({ fields }) => fields.idx)).size, 40)
  assert.equal(gateway.asked.length, 40)
})

test('a message goes to whose number it is: a colleague before a customer, a person with his company', async () => {
  const company = await create(world.program, 'company', { name: 'Żółw sp. z o.o.', phones: [{ kind: 'main', value: '602000001' }] })
  const person = await create(world.program, 'person', { lastName: 'Nowak', company: company.id, phones: [{ kind: 'mobile', value: '602000002' }] })
  const user = await create(world.program, 'user', { name: 'Kolega', mail: 'kolega@example.pl', phone: '602000003' })
  const links = async (to: string, about?: { object: string; id: string }) => {
    const id = await queueSms(world.program, { key: to + JSON.stringify(about), to, text: 'x', ...(about === undefined ? {} : { about }) })
    const [row] = await world.db.rows(sql`select person, company, "user", about_object as about from sms_message where id = ${id}`)
    return row
  }
  assert.deepEqual(await links('602000001'), { person: null, company: company.id, user: null, about: null })
  assert.deepEqual(await links('602000002'), { person: person.id, company: company.id, user: null, about: null })
  assert.deepEqual(await links('602000003', { object: 'company', id: company.id }), { person: null, company: null, user: user.id, about: 'company' })
  assert.deepEqual(await links('602000009', { object: 'company', id: company.id }), { person: null, company: company.id, user: null, about: 'company' })
})

test('the one default gateway is the one marked last', async () => {
  const first = await world.gateway({ kind: 'smsapi', isDefault: true })
  const second = await world.gateway({ kind: 'smsapi', isDefault: true })
  const marked = await world.db.rows<{ id: string }>(sql`select id from sms_gateway where is_default`)
  assert.deepEqual(marked.map(({ id }) => id), [second])
  assert.notEqual(first, second)
})
