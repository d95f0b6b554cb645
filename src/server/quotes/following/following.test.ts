import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, notChanged, notMade, read, refused, type Made } from '../../app/testing/stories.ts'

let house: House
let administrator: Caller
let company: Made

before(async () => {
  house = await startHouse()
  administrator = await house.person('Administratorka', { all: true })
  company = await made(administrator, 'company', { name: 'Bau AG' })
  await made(administrator, 'currencyRate', { currency: 'EUR', on: '2026-11-20', rate: '4.2512' })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const pln = (amount: string) => ({ amount, currency: 'PLN' })
const quote = (values: object = {}, by = administrator) => made(by, 'quote', { title: 'Linia pakująca', company: company.id, ...values })
const line = (of: Made, values: object = {}, by = administrator) => made(by, 'quoteLine', { quote: of.id, name: 'Taśmociąg', unitPrice: pln('100'), ...values })
const now = (record: Made, object = 'quote') => read(administrator, object, record.id) as Promise<Made>
const sent = async (values: object = {}) => {
  const offer = await quote(values)
  await line(offer)
  return changed(administrator, 'quote', await now(offer), { state: 'sent' })
}
const amounts = ({ net, vat, gross }: Made) => [net, vat, gross].map((money) => (money as { amount: string } | null)?.amount)

test('sums follow lines that are made, changed, put in the trash and brought back', async () => {
  const offer = await quote()
  const first = await line(offer, { quantity: '2' })
  assert.deepEqual(amounts(await now(offer)), ['200.00', '46.00', '246.00'])
  await changed(administrator, 'quoteLine', await now(first, 'quoteLine'), { discount: '10', vatRate: '8' })
  assert.deepEqual(amounts(await now(offer)), ['180.00', '14.40', '194.40'])
  const { version } = await now(first, 'quoteLine')
  assert.equal((await administrator.send('DELETE', `/api/records/quoteLine/${first.id}?version=${version}`)).status, 204)
  assert.deepEqual(amounts(await now(offer)), ['0.00', '0.00', '0.00'])
  assert.equal((await administrator.send('POST', `/api/records/quoteLine/${first.id}/restore`)).status, 200)
  assert.deepEqual(amounts(await now(offer)), ['180.00', '14.40', '194.40'])
})

test('sums follow discounts of sections and of the whole, and a batch of lines', async () => {
  const offer = await quote()
  const section = await made(administrator, 'quoteSection', { quote: offer.id, title: 'Maszyny', discount: '50' })
  const batch = await administrator.send('POST', '/api/records/quoteLine/batch', { create: [1, 2, 3].map((position) => ({ quote: offer.id, section: section.id, name: `P${position}`, position, unitPrice: pln('33.33') })) })
  assert.equal(batch.body.created, 3, batch.text)
  assert.deepEqual(amounts(await now(offer)), ['50.00', '11.50', '61.50'])
  await changed(administrator, 'quote', await now(offer), { discountValue: pln('10.01') })
  assert.deepEqual(amounts(await now(offer)), ['39.99', '9.20', '49.19'])
})

test('undoing a change of a line brings its sums back, and nothing else', async () => {
  const offer = await quote()
  const [first, second] = [await line(offer), await line(offer, { name: 'Waga', unitPrice: pln('7') })]
  await changed(administrator, 'quoteLine', await now(first, 'quoteLine'), { quantity: '5' })
  await changed(administrator, 'quoteLine', await now(second, 'quoteLine'), { quantity: '2' })
  const { body } = await administrator.get(`/api/records/quoteLine/${first.id}/history`)
  const entry = body.entries?.find((one: { changes: object }) => 'quantity' in one.changes) ?? body.rows?.find((one: { changes: object }) => 'quantity' in one.changes)
  const undone = await administrator.send('POST', '/api/undo', { operation: entry.operation })
  assert.equal(undone.status, 200, undone.text)
  assert.deepEqual(amounts(await now(offer)), ['114.00', '26.22', '140.22'])
})

test('numbers are given without gaps, the same in all versions', async () => {
  const [first, second] = [await quote(), await quote()]
  assert.match(String(first['number']), /^OF\/2026\/\d{4}$/)
  assert.equal(Number(String(second['number']).slice(-4)), Number(String(first['number']).slice(-4)) + 1)
})

test('what was sent is changed by nobody: neither head nor lines nor sections, neither by batch nor by undo', async () => {
  const offer = await quote()
  const [only, section] = [await line(offer), await made(administrator, 'quoteSection', { quote: offer.id, title: 'Maszyny' })]
  const frozen = await changed(administrator, 'quote', await now(offer), { state: 'sent' })
  assert.deepEqual(await notChanged(administrator, 'quote', frozen, { discount: '5' }), ['quote.closed discount'])
  assert.deepEqual(await notChanged(administrator, 'quoteLine', await now(only, 'quoteLine'), { name: 'Inna' }), ['quote.closed'])
  assert.deepEqual(await notChanged(administrator, 'quoteSection', section, { title: 'Inne' }), ['quote.closed'])
  assert.deepEqual(await notMade(administrator, 'quoteLine', { quote: offer.id, name: 'Nowa' }), ['quote.closed'])
  const batch = await administrator.send('POST', '/api/records/quoteLine/batch', { delete: [{ id: only.id }] })
  assert.equal(batch.body.items[0].code, 'quote.closed', batch.text)
  assert.deepEqual(await refused(administrator.send('DELETE', `/api/records/quote/${offer.id}?version=${frozen.version}`)), ['quote.not_removed'])
  assert.deepEqual(await notChanged(administrator, 'quote', frozen, { state: 'draft' }), ['move_not_allowed state'])
  assert.deepEqual(amounts(await now(offer)), ['100.00', '23.00', '123.00'])
})

test('beside what was sent one keeps a KSeF number, comments and another owner', async () => {
  const offer = await sent()
  const ola = await house.person('Ola', { all: true })
  const kept = await changed(administrator, 'quote', offer, { ksef: '5265877635-20261123-0100A0', owner: ola.id })
  assert.equal(kept['ksef'], '5265877635-20261123-0100A0')
  const comment = await made(administrator, 'quoteComment', { quote: offer.id, text: 'Zadzwonić w piątek' })
  assert.equal((await now(comment, 'quoteComment'))['author'], 'Administratorka')
})

test('a quote without prices, and one in a currency without a rate, is not sent', async () => {
  const empty = await quote()
  assert.deepEqual(await notChanged(administrator, 'quote', await now(empty), { state: 'sent' }), ['quote.empty state'])
  const swiss = await quote({ currency: 'CHF' })
  await line(swiss, { unitPrice: { amount: '10', currency: 'CHF' } })
  assert.deepEqual(await notChanged(administrator, 'quote', await now(swiss), { state: 'sent' }), ['quote.no_rate state'])
})

test('the rate of the day it was sent stays with the quote, whatever comes later', async () => {
  const offer = await sent({ currency: 'EUR', company: company.id })
  assert.deepEqual([offer['rate'], offer['rateOn']], ['4.2512', '2026-11-20'])
  assert.deepEqual(amounts(offer), ['23.52', '5.41', '28.93'])
  await made(administrator, 'currencyRate', { currency: 'EUR', on: '2026-11-23', rate: '4.5' })
  const frozen = await changed(administrator, 'quote', await now(offer), { ksef: 'x' })
  assert.deepEqual([frozen['rate'], frozen['rateOn']], ['4.2512', '2026-11-20'])
})

test('an expired quote is not accepted, a draft neither', async () => {
  const old = await sent({ validUntil: '2026-11-22', issuedOn: '2026-10-01' })
  assert.deepEqual(await notChanged(administrator, 'quote', old, { state: 'accepted' }), ['move_condition state'])
  const draft = await quote()
  assert.deepEqual(await notChanged(administrator, 'quote', draft, { state: 'accepted' }), ['move_not_allowed state'])
})

test('of alternatives one must be chosen before the quote is accepted', async () => {
  const offer = await quote()
  await line(offer)
  for (const name of ['Silnik A', 'Silnik B']) await line(offer, { name, kind: 'alternative', choiceGroup: 'Silnik' })
  const frozen = await changed(administrator, 'quote', await now(offer), { state: 'sent' })
  assert.deepEqual(await notChanged(administrator, 'quote', frozen, { state: 'accepted' }), ['quote.alternatives'])
})

test('bad lines are refused by name: negative quantity or price, a discount over everything, a component of nothing', async () => {
  const offer = await quote()
  const bad = (values: object) => notMade(administrator, 'quoteLine', { quote: offer.id, name: 'x', unitPrice: pln('100'), ...values })
  assert.deepEqual(await bad({ quantity: '-1' }), ['number.min quantity'])
  assert.deepEqual(await bad({ unitPrice: pln('-5') }), ['quote.negative unitPrice'])
  assert.deepEqual(await bad({ discount: '100.01' }), ['number.max discount'])
  assert.deepEqual(await bad({ discountValue: pln('100.01') }), ['quote.discount_too_large discountValue'])
  assert.deepEqual(await bad({ kind: 'component' }), ['quote.needs_parent parent'])
  assert.deepEqual(await bad({ kind: 'alternative' }), ['quote.needs_group choiceGroup'])
  const other = await line(await quote())
  assert.deepEqual(await bad({ parent: other.id }), ['quote.other_quote parent'])
})

test('amounts of fifteen digits are right to the grosz', async () => {
  const offer = await quote()
  await line(offer, { unitPrice: pln('999999999999999.99'), quantity: '3' })
  assert.deepEqual(amounts(await now(offer)), ['2999999999999999.97', '689999999999999.99', '3689999999999999.96'])
})

test('prices in another currency are converted to the quote’s, and all of them when the quote’s changes', async () => {
  const offer = await quote()
  const first = await line(offer, { unitPrice: { amount: '10', currency: 'EUR' } })
  assert.deepEqual((await now(first, 'quoteLine'))['unitPrice'], pln('45.00'))
  await changed(administrator, 'quote', await now(offer), { currency: 'EUR' })
  assert.deepEqual([(await now(first, 'quoteLine'))['unitPrice'], amounts(await now(offer))[0]], [{ amount: '10.00', currency: 'EUR' }, '10.00'])
})

test('a line that names a product takes its price, unit and cost from the catalogue, unless they were given', async () => {
  const product = await made(administrator, 'product', { name: 'Prasa', code: 'PR-1', unit: 'set', price: pln('900'), cost: pln('600') })
  const offer = await quote()
  const filled = await now(await made(administrator, 'quoteLine', { quote: offer.id, name: 'Prasa', product: product.id }), 'quoteLine')
  assert.deepEqual([filled['code'], filled['unit'], filled['unitPrice'], filled['unitCost'], filled['margin']], ['PR-1', 'set', pln('900.00'), pln('600.00'), pln('300.00')])
  const own = await now(await line(offer, { product: product.id, unitPrice: pln('850') }), 'quoteLine')
  assert.deepEqual(own['unitPrice'], pln('850.00'))
})

test('a deal comes to what was last offered in it; a draft moves nothing, and what somebody wrote stays', async () => {
  await made(administrator, 'pipeline', { name: 'Sprzedaż', position: '1' }).then((pipeline) => made(administrator, 'stage', { name: 'Rozmowa', pipeline: pipeline.id, position: '1', probability: '20', category: 'pipeline' }))
  const amountOf = async (deal: Made) => ((await now(deal, 'opportunity'))['amount'] as { amount: string } | null)?.amount ?? null
  const [deal, valued] = [await made(administrator, 'opportunity', { name: 'Hala', company: company.id }), await made(administrator, 'opportunity', { name: 'Magazyn', company: company.id, amount: pln('5000') })]
  const draft = await quote({ opportunity: deal.id })
  await line(draft)
  assert.equal(await amountOf(deal), null)
  await changed(administrator, 'quote', await now(draft), { state: 'sent' })
  assert.equal(await amountOf(deal), '100.00')
  const { body } = await administrator.send('POST', `/api/quotes/${draft.id}/versions`)
  await line(body, { unitPrice: pln('60') })
  assert.equal(await amountOf(deal), '100.00')
  await changed(administrator, 'quote', await now(body), { state: 'sent' })
  assert.equal(await amountOf(deal), '160.00')
  await sent({ opportunity: valued.id })
  assert.equal(await amountOf(valued), '5000.00')
})

test('a quote for a customer abroad begins in English, one for a customer at home or of nowhere in Polish, and what is said holds', async () => {
  const customer = (country: string | null) => made(administrator, 'company', { name: `Firma ${country}`, ...(country === null ? {} : { addresses: [{ kind: 'seat', city: 'Miasto', country }] }) })
  const languageFor = async (country: string | null, more: object = {}) => (await now(await quote({ company: (await customer(country)).id, ...more })))['language']
  assert.deepEqual([await languageFor('DE'), await languageFor('PL'), await languageFor(null), await languageFor('DE', { language: 'pl' })], ['en', 'pl', 'pl', 'pl'])
})

test('a quote begins in the currency of the price list that names its customer, or his group; one that is over, or is for everyone, says nothing', async () => {
  const [german, grouped, other] = [await made(administrator, 'company', { name: 'Bau GmbH' }), await made(administrator, 'customerGroup', { name: 'Eksport' }), await made(administrator, 'company', { name: 'Krajowa' })]
  const member = await made(administrator, 'company', { name: 'Swiss AG', group: grouped.id })
  await made(administrator, 'priceList', { name: 'Wszyscy USD', currency: 'USD' })
  await made(administrator, 'priceList', { name: 'Dawny', currency: 'GBP', companies: [german.id], validUntil: '2020-01-01' })
  const euro = await made(administrator, 'priceList', { name: 'Eksport EUR', currency: 'EUR', companies: [german.id] })
  await made(administrator, 'priceList', { name: 'Grupa CHF', currency: 'CHF', group: grouped.id })
  const currencyFor = async (customer: Made, more: object = {}) => (await now(await quote({ company: customer.id, ...more })))['currency']
  assert.deepEqual([await currencyFor(german), await currencyFor(member), await currencyFor(other), await currencyFor(german, { currency: 'PLN' })], ['EUR', 'CHF', 'PLN', 'PLN'])
  await changed(administrator, 'priceList', await now(euro, 'priceList'), { active: false })
  assert.equal(await currencyFor(german), 'PLN')
})
