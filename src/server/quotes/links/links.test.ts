import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { made, read, type Made } from '../../app/testing/stories.ts'

let house: House
let administrator: Caller
let company: Made
let contact: Made

before(async () => {
  house = await startHouse()
  administrator = await house.person('Administratorka', { all: true })
  company = await made(administrator, 'company', { name: 'Bau AG' })
  contact = await made(administrator, 'person', { firstName: 'Heike', lastName: 'Braun', mails: [{ value: 'heike@bau.example', kind: 'work' }] })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

/** Nobody is signed in. */
async function stranger(method: 'GET' | 'POST', path: string, body?: object, ip = '203.0.113.7') {
  const answer = await house.app.inject({ method, url: path, remoteAddress: ip, ...(body === undefined ? {} : { payload: body }) })
  return { status: answer.statusCode, text: answer.body, body: JSON.parse(answer.body) }
}
const page = (token: string, rest = '') => `/api/quote-page/${token}${rest}`

async function sentOffer(values: object = {}) {
  const offer = await made(administrator, 'quote', { title: 'Linia', company: company.id, contact: contact.id, language: 'pl', ...values })
  const lines = [
    { key: 'a', name: 'Maszyna', unitPrice: '1000', unitCost: '700' }, { key: 'o', name: 'Osłona', kind: 'optional', unitPrice: '100' },
    { key: 'x', name: 'Silnik A', kind: 'alternative', choiceGroup: 'Silnik', unitPrice: '50', chosen: true }, { key: 'y', name: 'Silnik B', kind: 'alternative', choiceGroup: 'Silnik', unitPrice: '80' },
  ]
  const grid = await administrator.send('PUT', `/api/quotes/${offer.id}/grid`, { version: offer.version, sections: [], lines })
  assert.equal(grid.status, 200, grid.text)
  const answer = await administrator.send('POST', `/api/quotes/${offer.id}/send`, { version: grid.body.quote.version, to: [{ address: 'heike@bau.example' }], subject: 'Oferta', message: 'Dzień dobry' })
  assert.equal(answer.status, 200, answer.text)
  return { id: offer.id, token: String(answer.body.url).split('/q/')[1]!, ids: Object.fromEntries(grid.body.lines.map((one: { name: string; id: string }) => [one.name, one.id])) as Record<string, string> }
}

test('sending proposes the contact, freezes the quote and writes one mail down with the link', async () => {
  const { id, token } = await sentOffer()
  assert.equal(token.length, 43)
  const sending = (await administrator.get(`/api/quotes/${id}/sending`)).body
  assert.deepEqual([sending.to, sending.links.length], [[{ name: 'Heike Braun', address: 'heike@bau.example' }], 1])
  assert.equal((await read(administrator, 'quote', id))['state'], 'sent')
  const mails = await house.world.db.rows<{ payload: string }>(sql`select payload::text as payload from outgoing where payload::text like ${`%${token}%`}`)
  assert.equal(mails.length, 1)
  const [kept] = await house.world.db.rows<{ row: string }>(sql`select l::text as row from quote_link l where quote = ${id}`)
  assert.ok(!kept!.row.includes(token))
})

test('the customer sees the quote without costs, and tries choices that nobody keeps', async () => {
  const { id, token, ids } = await sentOffer()
  const seen = await stranger('GET', page(token))
  assert.deepEqual([seen.status, seen.body.totals.net, seen.body.state, seen.body.company], [200, '1050.00', 'open', 'Bau AG'])
  assert.doesNotMatch(seen.text, /cost|margin|"700|"350/i)
  const tried = await stranger('POST', page(token, '/choices'), { chosen: [ids['Osłona'], ids['Silnik B']] })
  assert.equal(tried.body.totals.net, '1180.00')
  assert.equal((await stranger('POST', page(token, '/choices'), { chosen: [ids['Maszyna']] })).body.code, 'quote.unknown_choice')
  assert.equal((await stranger('GET', page(token))).body.totals.net, '1050.00')
  assert.equal(((await read(administrator, 'quote', id))['net'] as { amount: string }).amount, '1050.00')
})

test('accepted with a name and choices, once: sums, time and address are kept, and a second answer is refused', async () => {
  const { id, token, ids } = await sentOffer()
  const both = await stranger('POST', page(token, '/answer'), { answer: 'accept', name: 'Heike Braun', chosen: [ids['Silnik A'], ids['Silnik B']] })
  assert.equal(both.body.code, 'quote.alternatives')
  const accepted = await stranger('POST', page(token, '/answer'), { answer: 'accept', name: 'Heike Braun', chosen: [ids['Osłona'], ids['Silnik B']] })
  assert.deepEqual([accepted.status, accepted.body.state, accepted.body.answeredBy], [200, 'accepted', 'Heike Braun'], accepted.text)
  const quote = await read(administrator, 'quote', id)
  assert.deepEqual([quote['state'], (quote['net'] as { amount: string }).amount, quote['answeredBy'], quote['answeredFrom'], quote['answeredAt'] !== null], ['accepted', '1180.00', 'Heike Braun', '203.0.113.7', true])
  const again = await stranger('POST', page(token, '/answer'), { answer: 'decline', name: 'Heike Braun' })
  assert.deepEqual([again.status, again.body.code], [422, 'quote.answered'])
})

test('two answers at the same moment: one is taken', async () => {
  const { token, ids } = await sentOffer()
  const answers = await Promise.all([stranger('POST', page(token, '/answer'), { answer: 'accept', name: 'Heike', chosen: [ids['Silnik A']] }), stranger('POST', page(token, '/answer'), { answer: 'decline', name: 'Jan', reason: 'Za drogo' })])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422])
})

test('declined with a reason, commented, and the owner is told of both', async () => {
  const { id, token } = await sentOffer()
  await made(administrator, 'quoteComment', { quote: id, text: 'Trudny klient' })
  const commented = await stranger('POST', page(token, '/comments'), { name: 'Heike', text: 'Czy jest transport?' })
  assert.deepEqual(commented.body.comments.map(({ text }: { text: string }) => text), ['Czy jest transport?'])
  const declined = await stranger('POST', page(token, '/answer'), { answer: 'decline', name: 'Heike', reason: 'Za drogo' })
  assert.equal(declined.body.state, 'declined')
  assert.equal((await read(administrator, 'quote', id))['declineReason'], 'Za drogo')
  const told = await house.world.db.rows<{ kind: string }>(sql`select kind from notice where record = ${id} order by kind`)
  assert.deepEqual(told.map(({ kind }) => kind), ['quote.answer', 'quote.comment'])
})

test('a link that was guessed, withdrawn or is too old answers the same, without a word of the quote', async () => {
  const { id, token } = await sentOffer()
  const guessed = await stranger('GET', page('A'.repeat(43)), undefined, '203.0.113.8')
  assert.deepEqual(await administrator.send('DELETE', `/api/quotes/${id}/links`).then(({ body }) => body), { withdrawn: 1 })
  const withdrawn = await stranger('GET', page(token), undefined, '203.0.113.8')
  const plain = ({ body: { trace: _, ...rest } }: { body: Record<string, unknown> }) => rest
  assert.deepEqual([guessed.status, plain(withdrawn)], [404, plain(guessed)])
  assert.equal(guessed.body.code, 'quote_link.gone')
  assert.equal((await stranger('POST', page(token, '/answer'), { answer: 'accept', name: 'x', chosen: [] })).status, 404)
  const old = await sentOffer()
  await house.world.db.rows(sql`update quote_link set expires_at = '2026-11-01' where quote = ${old.id}`)
  assert.deepEqual(plain(await stranger('GET', page(old.token), undefined, '203.0.113.8')), plain(guessed))
})

test('whoever guesses on is made to wait', async () => {
  const statuses: number[] = []
  for (let n = 0; n < 35; n++) statuses.push((await stranger('GET', page('B'.repeat(43)), undefined, '203.0.113.99')).status)
  assert.deepEqual([statuses[0], statuses.at(-1)], [404, 429])
})

test('an expired quote and a replaced one are shown but not accepted', async () => {
  const expired = await sentOffer({ validUntil: '2026-11-22', issuedOn: '2026-10-01' })
  assert.equal((await stranger('GET', page(expired.token))).body.state, 'expired')
  assert.equal((await stranger('POST', page(expired.token, '/answer'), { answer: 'accept', name: 'x', chosen: [] })).body.code, 'quote.expired')
  const first = await sentOffer()
  const { id } = (await administrator.send('POST', `/api/quotes/${first.id}/versions`)).body
  const second = await administrator.send('POST', `/api/quotes/${id}/send`, { version: (await read(administrator, 'quote', id))['version'], to: [{ address: 'heike@bau.example' }], subject: 'Oferta', message: 'x' })
  assert.equal(second.status, 200, second.text)
  assert.equal((await stranger('GET', page(first.token))).body.state, 'replaced')
  assert.equal((await stranger('POST', page(first.token, '/answer'), { answer: 'accept', name: 'x', chosen: [first.ids['Silnik A']] })).body.code, 'quote.replaced')
})

test('a draft has no link', async () => {
  const draft = await made(administrator, 'quote', { title: 'x', company: company.id })
  assert.equal((await administrator.send('POST', `/api/quotes/${draft.id}/links`)).body.code, 'quote.not_sent')
})
