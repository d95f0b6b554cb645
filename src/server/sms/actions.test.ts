import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { raw } from '../../expression/sql.ts'
import { refusalOf } from '../kernel/records/sample-world.ts'
import { queueSms } from './actions.ts'
import { smsapiTook, startGateway, type TestGateway } from './testing/gateway.ts'
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
