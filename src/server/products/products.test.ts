import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type Answered, type Caller, type House } from '../app/testing/house.ts'
import { made, type Made } from '../app/testing/stories.ts'
import { isEan } from './rules.ts'

let house: House
let seller: Caller
let dealers: Made

before(async () => {
  house = await startHouse()
  seller = await house.person('Handlowiec', { grants: [{ role: '', object: 'company', verb: 'read', scope: 'all', rule: null }], fields: { product: { cost: 'none' } } })
  dealers = await made(house.all, 'customerGroup', { name: 'Dystrybutorzy' })
  await house.caughtUp()
})
after(async () => {
  const { bugs } = house
  await house.end()
  assert.deepEqual(bugs, [])
})

let count = 0
const pln = (amount: string) => ({ amount, currency: 'PLN' })
const eur = (amount: string) => ({ amount, currency: 'EUR' })
const product = (values: object = {}) => made(house.all, 'product', { name: `Produkt ${++count}`, code: `P-${count}`, ...values })
const list = (values: object = {}) => made(house.all, 'priceList', { name: `Cennik ${++count}`, ...values })
const price = (values: object) => house.all.send('POST', '/api/records/price', values)
const component = (whole: Made, part: Made, values: object = {}) => house.all.send('POST', '/api/records/component', { whole: whole.id, part: part.id, ...values })
const codes = ({ status, body }: Answered) => [status, ...(body?.fields ?? []).map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)]
const priced = async (products: readonly Made[], about: object = {}, quantity = '1') =>
  (await seller.send('POST', '/api/products/prices', { items: products.map(({ id }) => ({ product: id, quantity })), ...about })).body.prices.map(({ amount, currency, source }: { amount: string | null; currency: string; source: string }) => `${amount} ${currency} ${source}`)

test('an EAN has a check digit', () => {
  for (const right of ['5901234123457', '96385074', '036000291452', '00012345600012']) assert.ok(isEan(right), right)
  for (const wrong of ['5901234123458', '590123412345', '59012341234577', '5901234l23457', '', '1234567']) assert.ok(!isEan(wrong), wrong)
})

test('what makes no sense of a product, a price and a component is refused at its field', async () => {
  const refused = (object: string, values: object) => house.all.send('POST', `/api/records/${object}`, values).then(codes)
  assert.deepEqual(await refused('product', { name: 'a', code: 'a', ean: '5901234123458' }), [422, 'ean product.ean'])
  assert.deepEqual(await refused('product', { name: 'a', code: 'a', price: pln('-1'), cost: pln('-0.01') }), [422, 'price price.negative', 'cost price.negative'])
  assert.deepEqual(await refused('product', { name: 'a', code: 'a', validFrom: '2026-02-01', validUntil: '2026-01-31' }), [422, 'validUntil validity.crossed'])
  assert.deepEqual(await refused('priceList', { name: 'a', validFrom: '2026-02-01', validUntil: '2026-01-31' }), [422, 'validUntil validity.crossed'])
  const [whole, part, other] = [await product(), await product(), await product()]
  assert.deepEqual(codes(await component(whole, part, { quantity: '-2' })), [422, 'quantity component.no_quantity'])
  assert.deepEqual(codes(await component(whole, part, { quantity: '0' })), [422, 'quantity component.no_quantity'])
  assert.deepEqual(codes(await component(whole, part, { quantity: '5', minQuantity: '1', maxQuantity: '4' })), [422, 'quantity component.outside_limits'])
  assert.deepEqual(codes(await component(whole, part, { minQuantity: '4', maxQuantity: '1' })), [422, 'maxQuantity component.limits'])
  assert.deepEqual(codes(await component(whole, part, { kind: 'alternative' })), [422, 'choiceGroup required'])
  assert.deepEqual(await refused('componentRule', { whole: whole.id, part: other.id, other: other.id, kind: 'needs' }), [422, 'other component_rule.same'])
})

test('a structure that would contain itself through three levels is refused, and the way is named', async () => {
  const [line, cell, gripper] = [await product({ name: 'Linia' }), await product({ name: 'Gniazdo' }), await product({ name: 'Chwytak' })]
  assert.equal((await component(line, cell)).status, 201)
  assert.equal((await component(cell, gripper)).status, 201)
  const refused = await component(gripper, line)
  assert.deepEqual(codes(refused), [422, 'part component.contains_itself'])
  assert.match(refused.text, /Chwytak → Linia → Gniazdo → Chwytak/)
  assert.deepEqual(codes(await component(gripper, gripper)), [422, 'part component.contains_itself'])
  // The same part twice is no loop.
  assert.equal((await component(line, gripper)).status, 201)
})

test('two halves of a loop written at once do not both stay, nor do they in one batch', async () => {
  const [a, b] = [await product(), await product()]
  assert.deepEqual((await Promise.all([component(a, b), component(b, a)])).map(({ status }) => status).sort(), [201, 422])
  const [c, d] = [await product(), await product()]
  const batch = await house.all.send('POST', '/api/records/component/batch', { create: [{ whole: c.id, part: d.id }, { whole: d.id, part: c.id }] })
  const { rows } = (await house.all.get(`/api/records/component?where=whole in ('${c.id}', '${d.id}')`)).body
  assert.equal(rows.length, 1, batch.text)
})

test('a component, a rule and a price are called as their product is, also after it was renamed', async () => {
  const [whole, part] = [await product(), await product({ name: 'Zawór' })]
  const { id } = (await component(whole, part)).body
  assert.equal((await house.all.get(`/api/records/component/${id}`)).body.name, 'Zawór')
  await house.all.send('PATCH', `/api/records/product/${part.id}`, { version: 1, name: 'Zawór kulowy' })
  await house.caughtUp()
  assert.equal((await house.all.get(`/api/records/component/${id}`)).body.name, 'Zawór kulowy')
})

test('prices of one product, list and quantity do not overlap, whatever way they come', async () => {
  const [thing, cennik] = [await product(), await list()]
  const about = (values: object) => ({ priceList: cennik.id, product: thing.id, amount: pln('10'), ...values })
  assert.equal((await price(about({ validUntil: '2026-06-30' }))).status, 201)
  assert.deepEqual(codes(await price(about({ validFrom: '2026-06-30' }))), [422, 'validFrom price.overlaps'])
  assert.equal((await price(about({ validFrom: '2026-07-01' }))).status, 201)
  assert.equal((await price(about({ fromQuantity: '10' }))).status, 201)
  const twice = await Promise.all([price(about({ fromQuantity: '20' })), price(about({ fromQuantity: '20' }))])
  assert.deepEqual(twice.map(({ status }) => status).sort(), [201, 422])
  const batch = await house.all.send('POST', '/api/records/price/batch', { create: [about({ fromQuantity: '30' }), about({ fromQuantity: '30', validFrom: '2026-01-01' }), about({ fromQuantity: '40' })] })
  assert.equal((await house.all.get(`/api/records/price?where=priceList = '${cennik.id}' and fromQuantity >= 30`)).body.rows.length, 2, batch.text)
})

test('a price is in its list’s currency, and the list keeps it', async () => {
  const [thing, cennik] = [await product(), await list({ currency: 'EUR' })]
  assert.deepEqual(codes(await price({ priceList: cennik.id, product: thing.id, amount: pln('10') })), [422, 'amount price.other_currency'])
  assert.equal((await price({ priceList: cennik.id, product: thing.id, amount: eur('10') })).status, 201)
  assert.deepEqual(codes(await house.all.send('PATCH', `/api/records/priceList/${cennik.id}`, { version: 1, currency: 'PLN' })), [422, 'currency price_list.has_prices'])
  assert.deepEqual(codes(await price({ priceList: cennik.id, product: thing.id, amount: eur('-1'), fromQuantity: '5' })), [422, 'amount price.negative'])
})

test('a price list is not based on itself, whatever the way round', async () => {
  const first = await list()
  const second = await list({ basedOn: first.id })
  assert.deepEqual(codes(await house.all.send('PATCH', `/api/records/priceList/${first.id}`, { version: 1, basedOn: second.id })), [422, 'basedOn tree_cycle'])
})

test('the customer’s own list comes before the group’s, the group’s before everybody’s, and all before the base price', async () => {
  const thing = await product({ price: pln('100') })
  const company = await made(house.all, 'company', { name: 'Klient', group: dealers.id })
  const asked = { company: company.id }
  assert.deepEqual(await priced([thing], asked), ['100.00 PLN base'])
  const named = async (amount: string, values: object) => {
    const cennik = await list(values)
    await price({ priceList: cennik.id, product: thing.id, amount: pln(amount) })
    return cennik
  }
  const everybodys = await named('90', {})
  assert.deepEqual(await priced([thing], asked), ['90.00 PLN list'])
  await named('89', { priority: '5' })
  await named('80', { group: dealers.id })
  assert.deepEqual([await priced([thing], asked), await priced([thing])], [['80.00 PLN list'], ['89.00 PLN list']])
  await named('70', { companies: [company.id] })
  await named('60', { companies: [company.id], validFrom: '2030-01-01', priority: '9' })
  await named('50', { companies: [company.id], active: false, priority: '9' })
  assert.deepEqual([await priced([thing], asked), await priced([thing])], [['70.00 PLN list'], ['89.00 PLN list']])
  assert.deepEqual(await priced([thing], { ...asked, on: '2030-01-01' }), ['60.00 PLN list'])
  assert.deepEqual(await priced([thing], { ...asked, priceList: everybodys.id }), ['90.00 PLN list'])
})

test('scale prices hold from their quantities on, and those of a base under a factor', async () => {
  const thing = await product({ price: pln('100') })
  const [cennik, other] = [await list({ currency: 'PLN' }), await product({ price: pln('10') })]
  for (const [fromQuantity, amount] of [['0', '90'], ['10', '80'], ['100', '70.05']]) await price({ priceList: cennik.id, product: thing.id, amount: pln(amount!), fromQuantity })
  const about = { priceList: cennik.id }
  assert.deepEqual([...(await priced([thing], about, '9.999')), ...(await priced([thing], about, '10')), ...(await priced([thing, other], about, '1000'))], ['90.00 PLN list', '80.00 PLN list', '70.05 PLN list', '10.00 PLN base'])
  const derived = await list({ basedOn: cennik.id, factor: '85' })
  await price({ priceList: derived.id, product: thing.id, amount: pln('77'), fromQuantity: '10' })
  const below = { priceList: derived.id }
  // 90 × 85 %; what the derived list says itself holds from its quantity on.
  assert.deepEqual([...(await priced([thing], below)), ...(await priced([thing], below, '1000'))], ['76.50 PLN list', '77.00 PLN list'])
  const ofBase = await list({ factor: '50', group: dealers.id })
  assert.deepEqual(await priced([other], { priceList: ofBase.id }), ['5.00 PLN list'])
})

test('a price kept in the currency asked for is taken as it is, another is converted at the day’s rate, and without a rate there is none', async () => {
  const thing = await product({ price: pln('430') })
  await house.all.send('POST', '/api/records/currencyRate', { currency: 'EUR', on: '2026-01-01', rate: '4.30' })
  await house.all.send('POST', '/api/records/currencyRate', { currency: 'EUR', on: '2026-02-01', rate: '4.00' })
  const inEuro = (on: string) => priced([thing], { currency: 'EUR', on })
  assert.deepEqual([...(await inEuro('2026-01-31')), ...(await inEuro('2026-02-01')), ...(await inEuro('2025-12-31'))], ['100.00 EUR base', '107.50 EUR base', 'null EUR none'])
  const cennik = await list({ currency: 'EUR' })
  await price({ priceList: cennik.id, product: thing.id, amount: eur('99') })
  assert.deepEqual(await inEuro('2026-02-01'), ['99.00 EUR list'])
  // The product's own price in złoty is not converted there and back.
  assert.deepEqual(await priced([thing], { on: '2026-02-01' }), ['430.00 PLN base'])
})

test('a structure comes with all its levels and prices in the currency asked for', async () => {
  const [line, cell, gripper, robot] = [await product({ kind: 'structure', priceOf: 'sum' }), await product({ kind: 'structure', priceOf: 'sum' }), await product({ price: pln('430'), cost: pln('86') }), await product({ price: eur('1000') })]
  await component(line, cell, { quantity: '2' })
  await component(cell, gripper, { kind: 'alternative', choiceGroup: 'Chwytak', chosen: true })
  await component(cell, robot, { price: pln('4000') })
  await made(house.all, 'componentRule', { whole: line.id, part: gripper.id, kind: 'needs', other: robot.id })
  const { body } = await house.all.get(`/api/products/${line.id}/structure?currency=EUR&on=2026-02-01`)
  assert.equal(Object.keys(body.structure.products).length, 4)
  assert.deepEqual(body.structure.components.map(({ part, quantity, kind }: Record<string, string>) => [part, quantity, kind]).sort(), [[cell.id, '2', 'required'], [gripper.id, '1', 'alternative'], [robot.id, '1', 'required']].sort())
  assert.deepEqual([body.prices.products[gripper.id][0].amount, Object.values(body.prices.components), body.prices.costs[gripper.id], body.structure.rules.length], ['107.50', ['1000.00'], '21.50', 1])
  assert.equal((await seller.get(`/api/products/${gripper.id}/structure`)).status, 200)
  assert.equal((await seller.get('/api/products/00000000-0000-7000-8000-000000000000/structure')).status, 404)
})

test('whoever may not see costs finds them neither in a structure nor in prices, nor the margin they would give away', async () => {
  const thing = await product({ price: pln('100'), cost: pln('61.37') })
  const answers = [await seller.get(`/api/products/${thing.id}/structure`), await seller.send('POST', '/api/products/prices', { items: [{ product: thing.id }] }), await seller.get(`/api/records/product/${thing.id}`), await seller.get(`/api/products/search?text=${thing.id.slice(0, 3)}`), await seller.get(`/api/products/search?text=${encodeURIComponent((await house.all.get(`/api/records/product/${thing.id}`)).body.code)}`)]
  for (const { status, text } of answers) assert.ok(status === 200 && !/61\.37|38\.6|"cost|"margin/.test(text), text)
})

test('products on sale are found by code, EAN and the middle of a name; what is no longer sold is not', async () => {
  const [found, gone] = [await product({ name: 'Robot pakujący Kuka', code: 'KR-1000', ean: '5901234123457' }), await product({ name: 'Robot pakujący Fanuc', code: 'FR-1000', active: false })]
  const ids = async (text: string) => (await seller.get(`/api/products/search?text=${encodeURIComponent(text)}`)).body.products.map(({ id }: Made) => id)
  for (const text of ['kr-1000', '5901234123457', 'pakujacy', 'robot pak', 'Kuka']) assert.deepEqual(await ids(text), [found.id], text)
  assert.ok(!(await ids('FR-1000')).includes(gone.id))
})
