import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as generic from '../generic/rules.ts'
import * as smsapi from '../smsapi/rules.ts'
import * as twilio from '../twilio/rules.ts'
import type { Ask, Gateway, Verdict } from './rules.ts'

const gateway: Gateway = {
  id: '01900000-0000-7000-8000-00000000000a', kind: 'http', name: 'Bramka', active: true, senderName: 'Firma', url: null, account: 'ACxx', rate: 10, maxParts: 6, price: null, method: null, headers: null, body: null,
  successPath: null, successValue: null, idPath: null, token: 'tajny', webhook: null,
}
const ask: Ask = { id: '01900000-0000-7000-8000-00000000000b', to: '+48601234567', text: 'Zażółć "gęślą" & jaźń\n€', isRepeat: false, reportTo: null }
const short = (verdict: Verdict) => (verdict.kind === 'sent' ? `sent ${verdict.providerId}` : `${verdict.kind} ${verdict.failure}`)

const smsapiAnswers: [what: string, status: number, answer: string, means: string][] = [
  ['taken', 200, '{"count":1,"list":[{"id":"5F1","points":0.16,"number":"48601234567","status":"QUEUE","error":null,"idx":"x"}]}', 'sent 5F1'],
  ['taken before, by its idx', 400, '{"error":53,"message":"Not unique idx"}', 'sent null'],
  ['no text', 400, '{"error":11,"message":"The message is too long or there is no message"}', 'never badText'],
  ['no right number', 400, '{"invalid_numbers":[{"number":"22","submitted_number":"22","message":"Invalid phone number"}],"error":13,"message":"No correct phonenumbers"}', 'never badNumber'],
  ['a sender that is not registered', 400, '{"error":14,"message":"Invalid from field"}', 'down badSender'],
  ['a wrong token', 401, '{"error":101,"message":"Authorization failed"}', 'down notLetIn'],
  ['no points', 400, '{"error":103,"message":"Insufficient credits on your account"}', 'down noCredit'],
  ['an address that is not let in', 400, '{"error":105,"message":"Wrong IP address"}', 'down notLetIn'],
  ['too many at once', 429, '{"error":203,"message":"Too many requests"}', 'down busy'],
  ['a fault inside', 200, '{"error":201,"message":"System internal error"}', 'later fault'],
  ['something not documented', 400, '{"error":60,"message":"?"}', 'never refused'],
  ['a page of a proxy', 502, '<html>Bad gateway</html>', 'later fault'],
  ['a page where an answer should be', 200, '<html>Login</html>', 'later fault'],
]
for (const [what, status, answer, means] of smsapiAnswers) test(`SMSAPI: ${what}`, () => assert.equal(short(smsapi.verdict(status, answer)), means))

const twilioAnswers: [what: string, status: number, answer: string, means: string][] = [
  ['taken', 201, '{"sid":"SM1","status":"queued","num_segments":"1","price":null}', 'sent SM1'],
  ['a number that is none', 400, '{"code":21211,"message":"Invalid To","status":400}', 'never badNumber'],
  ['a landline', 400, '{"code":21614,"message":"not a mobile number","status":400}', 'never badNumber'],
  ['one who said STOP', 400, '{"code":21610,"message":"unsubscribed recipient","status":400}', 'never optedOut'],
  ['a wrong password', 401, '{"code":20003,"message":"Authenticate","status":401}', 'down notLetIn'],
  ['a sender that is not ours', 400, '{"code":21606,"message":"From","status":400}', 'down badSender'],
  ['too fast', 429, '{"code":20429,"message":"Too Many Requests","status":429}', 'down busy'],
  ['too fast, without words', 429, '', 'down busy'],
  ['its fault', 503, 'Service Unavailable', 'later fault'],
  ['something not documented', 400, '{"code":29999}', 'never refused'],
]
for (const [what, status, answer, means] of twilioAnswers) test(`Twilio: ${what}`, () => assert.equal(short(twilio.verdict(status, answer)), means))

test('Twilio signs its calls as it documents', () => {
  // The example of https://www.twilio.com/docs/usage/security.
  const fields = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675309', Digits: '1234', From: '+14158675309', To: '+18005551212' }
  assert.equal(twilio.signatureOf('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', fields), 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')
})

test('Twilio is asked under the account, from a number or from a messaging service', () => {
  const { url, headers, body } = twilio.request({ ...gateway, kind: 'twilio', senderName: '+15005550006' }, { ...ask, reportTo: 'https://crm.pl/r' })
  assert.equal(url, 'https://api.twilio.com/2010-04-01/Accounts/ACxx/Messages.json')
  assert.equal(headers.authorization, `Basic ${Buffer.from('ACxx:tajny').toString('base64')}`)
  assert.deepEqual(Object.fromEntries(new URLSearchParams(body)), { To: '+48601234567', Body: ask.text, From: '+15005550006', StatusCallback: 'https://crm.pl/r' })
  assert.equal(new URLSearchParams(twilio.request({ ...gateway, senderName: 'MG123' }, ask).body).get('MessagingServiceSid'), 'MG123')
})

test('SMSAPI gives back our id whole', () => {
  const idx = new URLSearchParams(smsapi.request(gateway, ask).body).get('idx')!
  assert.match(idx, /^[0-9a-f]{32}$/)
  assert.equal(smsapi.idOfIdx(idx), ask.id)
  assert.equal(smsapi.idOfIdx('cokolwiek'), null)
})

test('SMSAPI reports up to five messages in one call', () => {
  const reports = smsapi.readReports({ MsgId: 'A,B,C', status: '404,405,403', status_name: 'DELIVERED,UNDELIVERED,SENT', idx: `${ask.id.replaceAll('-', '')},,` })
  assert.deepEqual(reports.map(({ messageId, providerId, state, failure }) => [messageId, providerId, state, failure]), [[ask.id, 'A', 'delivered', null], [null, 'B', 'failed', 'undelivered'], [null, 'C', 'other', null]])
})

test('of another gateway the markers are written as the content type asks, and nothing breaks out', () => {
  const url = 'https://bramka.pl/send?nr={to}&t={text}'
  const json = generic.request({ ...gateway, url, headers: 'Authorization: Bearer {secret}\nX-From: {from}', body: '{"t":"{text}","id":"{id}"}' }, ask)
  assert.deepEqual(JSON.parse(json.body!), { t: ask.text, id: ask.id })
  assert.deepEqual([json.headers.authorization, json.headers['x-from'], json.headers['content-type']], ['Bearer tajny', 'Firma', 'application/json'])
  assert.equal(new URL(json.url).searchParams.get('t'), ask.text)
  assert.equal(new URL(json.url).searchParams.get('nr'), '+48601234567')
  const form = generic.request({ ...gateway, url, headers: 'Content-Type: application/x-www-form-urlencoded', body: 'to={to}&text={text}' }, ask)
  assert.deepEqual(Object.fromEntries(new URLSearchParams(form.body)), { to: ask.to, text: ask.text })
  const get = generic.request({ ...gateway, url, method: 'GET' }, ask)
  assert.deepEqual([get.method, get.body], ['GET', undefined])
  const nested = generic.request({ ...gateway, url, body: '{text}', headers: 'Content-Type: text/plain' }, { ...ask, text: 'daj {secret}' })
  assert.equal(nested.body, 'daj {secret}', 'what people write is no template')
  assert.equal(generic.request({ ...gateway, url, headers: 'X-Text: {text}' }, ask).headers['x-text'], 'Zażółć "gęślą" & jaźń €')
})

const genericAnswers: [what: string, of: Partial<Gateway>, status: number, answer: string, means: string][] = [
  ['any 2xx is good', {}, 202, '', 'sent null'],
  ['the field has the value', { successPath: 'result.0.status', successValue: 'OK', idPath: 'result.0.id' }, 200, '{"result":[{"status":"OK","id":77}]}', 'sent 77'],
  ['the field has another', { successPath: 'result.0.status', successValue: 'OK' }, 200, '{"result":[{"status":"ERR"}]}', 'never refused'],
  ['a field that is there and no “no”', { successPath: 'id' }, 200, '{"id":5}', 'sent null'],
  ['a field that says no', { successPath: 'success' }, 200, '{"success":false}', 'never refused'],
  ['no JSON where one is looked for', { successPath: 'success' }, 200, '<html>', 'never refused'],
  ['a path into what every object has', { successPath: 'constructor.name' }, 200, '{}', 'never refused'],
  ['not let in', {}, 403, 'no', 'down notLetIn'],
  ['a redirect is no answer', {}, 302, '', 'down unreachable'],
  ['its fault', {}, 500, '', 'later fault'],
]
for (const [what, of, status, answer, means] of genericAnswers) test(`another gateway: ${what}`, () => assert.equal(short(generic.verdict({ ...gateway, ...of }, status, answer)), means))
