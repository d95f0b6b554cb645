import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, listed, made, notChanged, notMade, read, type Made } from '../../app/testing/stories.ts'
import { changeMany } from '../../kernel/records/change.ts'
import { isRefused } from '../../kernel/records/writing.ts'

let house: House
let boss: Caller
let company: Made
let product: Made

before(async () => {
  house = await startHouse()
  boss = await house.person('Barbara', { all: true })
  company = await made(boss, 'company', { name: 'Rhein Technik GmbH' })
  await house.world.db.rows(sql`insert into currency_rate (id, currency, "on", rate, version, created_at, updated_at) values (gen_random_uuid(), 'EUR', '2026-10-01', 4.25, 1, now(), now())`)
  product = await made(boss, 'product', { name: 'Pompa P-100', code: 'P-100' })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const eur = (amount: string) => ({ amount, currency: 'EUR' })
const lineOf = (quote: Made, values: object) => made(boss, 'quoteLine', { quote: quote.id, vatRate: '23', ...values })

/** With a structure, an option that was chosen and one that was not, a section’s and the whole’s discount. */
async function accepted(values: object = {}): Promise<Made> {
  const quote = await made(boss, 'quote', { company: company.id, currency: 'EUR', title: 'Linia', discountValue: eur('33.33'), ...values })
  const section = await made(boss, 'quoteSection', { quote: quote.id, title: 'Maszyny', discount: '3' })
  const line = await lineOf(quote, { name: 'Linia', section: section.id, product: product.id, code: 'L-1', quantity: '3', unitPrice: eur('1234.57'), unitCost: eur('1000'), position: '1' })
  await lineOf(quote, { name: 'Silnik', parent: line.id, kind: 'component', quantity: '2', unitPrice: eur('100'), position: '2' })
  await lineOf(quote, { name: 'Montaż', kind: 'optional', chosen: true, quantity: '1', unitPrice: eur('99.99'), discount: '10', vatRate: '8', position: '3' })
  await lineOf(quote, { name: 'Szkolenie', kind: 'optional', chosen: false, quantity: '1', unitPrice: eur('500'), position: '4' })
  for (const state of ['sent', 'accepted']) {
    const [outcome] = await changeMany(house.ctx, 'quote', [{ id: quote.id, values: { state } }], { asProgram: true })
    if (isRefused(outcome!)) throw outcome.refused
  }
  return (await read(boss, 'quote', quote.id)) as Made
}
const toOrder = (quote: Made, by = boss) => by.send('POST', `/api/records/quote/${quote.id}/actions/toOrder`, {})
const lines = (order: string) => listed(boss, 'orderLine', { where: `salesOrder = '${order}'`, columns: 'name,parent,code,product,quantity,unitPrice,discount,discountValue,vatRate,net,vat,gross,unitCost,quoteLine', order: 'position' })

test('an accepted quote becomes an order with what was chosen, at its prices and its rate; its sums are the quote’s', async () => {
  const quote = await accepted()
  const { status, body, text } = await toOrder(quote)
  assert.equal(status, 200, text)
  const order = await read(boss, 'salesOrder', body.id)
  assert.deepEqual([order['currency'], order['rate'], order['rateOn'], order['title']], ['EUR', '4.25', '2026-10-01', 'Linia'])
  const found = await lines(body.id)
  assert.deepEqual(found.map(({ name }) => name), ['Linia', 'Silnik', 'Montaż'])
  assert.deepEqual([(found[0]!['product'] as Made).id, found[0]!['code'], (found[1]!['parent'] as Made).id, (found[0]!['unitCost'] as { amount: string }).amount], [product.id, 'L-1', found[0]!['id'], '1000.00'])
  // 3 × 1234.57 less 3 % is 3592.60; the option less 10 % 89.99; 33.33 off the whole.
  assert.deepEqual(order['net'], eur('3649.26'))
  const sum = (field: string) => found.filter(({ parent }) => parent === null).reduce((all, line) => all + Math.round(Number((line[field] as { amount: string }).amount) * 100), 0)
  assert.deepEqual([sum('net'), sum('gross')], [364_926, Math.round(Number((order['gross'] as { amount: string }).amount) * 100)])
})

test('a quote becomes an order once, also when two ask at the same moment; who comes second hears which order it is', async () => {
  const quote = await accepted()
  const answers = await Promise.all([toOrder(quote), toOrder(quote), toOrder(quote)])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409])
  const order = answers.find(({ status }) => status === 200)!.body
  assert.match(answers.find(({ status }) => status === 409)!.body.detail, new RegExp(order.number))
  await changed(boss, 'salesOrder', order, { state: 'cancelled' })
  assert.equal((await toOrder(quote)).status, 200)
})

test('the page of an order and of a contract opens, with the notes written on it', async () => {
  const [order, contract] = [await made(boss, 'salesOrder', { company: company.id }), await made(boss, 'contract', { company: company.id, title: 'Serwis' })]
  for (const [object, { id }] of [['salesOrder', order], ['contract', contract]] as const) {
    await made(boss, 'note', { text: `Uwaga do ${object}`, [object]: id })
    const { status, text } = await boss.get(`/api/records/${object}/${id}/page`)
    assert.equal(status, 200, text)
    assert.match(text, new RegExp(`Uwaga do ${object}`))
  }
})

test('only an accepted quote becomes anything, and only for who may make orders', async () => {
  const draft = await made(boss, 'quote', { company: company.id })
  assert.equal((await toOrder(draft)).body.code, 'quote.not_accepted')
  const quote = await accepted()
  const reader = await house.person('Jakub', { grants: ['read', 'change'].map((verb) => ({ role: 'x', object: 'quote', verb, scope: 'all', rule: null }) as never) })
  assert.equal((await toOrder(quote, reader)).status, 403)
  assert.deepEqual(await house.world.db.rows(sql`select from sales_order where quote = ${quote.id}`), [])
})

test('who may not see costs makes the order all the same, and finds none in it', async () => {
  const quote = await accepted()
  const every = ['company', 'quote', 'salesOrder'].flatMap((object) => ['read', 'create', 'change'].map((verb) => ({ role: 'x', object, verb, scope: 'all', rule: null }) as never))
  const seller = await house.person('Olga', { grants: every, fields: { salesOrder: { margin: 'none', rate: 'none' }, orderLine: { unitCost: 'none', margin: 'none' } } })
  const { body, status, text } = await toOrder(quote, seller)
  assert.equal(status, 200, text)
  assert.doesNotMatch(text, /"margin"|"rate"/)
  assert.equal((await read(boss, 'salesOrder', body.id))['rate'], '4.25')
  assert.doesNotMatch((await seller.get(`/api/records/orderLine?where=${encodeURIComponent(`salesOrder = '${body.id}'`)}`)).text, /unitCost|"margin"/)
})

test('an accepted quote becomes a contract with its parties, dates and value', async () => {
  const quote = await accepted()
  const ask = () => boss.send('POST', `/api/records/quote/${quote.id}/actions/toContract`, { from: '2027-01-01', until: '2027-12-31', noticeMonths: '3', renewalMonths: '12' })
  const { body, status, text } = await ask()
  assert.equal(status, 200, text)
  assert.deepEqual([body.company.id, body.value, body.renewal, body.noticeBy, body.state], [company.id, quote['net'] ?? null, 'automatic', '2027-09-30', 'draft'])
  assert.match((await ask()).body.detail, new RegExp(body.number))
})

test('sums follow the lines whichever way they are written, and nobody writes them', async () => {
  const order = await made(boss, 'salesOrder', { company: company.id, currency: 'EUR' })
  const net = async () => ((await read(boss, 'salesOrder', order.id))['net'] as { amount: string } | null)?.amount
  const line = await made(boss, 'orderLine', { salesOrder: order.id, name: 'A', quantity: '3', unitPrice: eur('10'), vatRate: '23' })
  assert.equal(await net(), '30.00')
  const batch = await boss.send('POST', '/api/records/orderLine/batch', { create: [1, 2, 3].map((n) => ({ salesOrder: order.id, name: `B${n}`, unitPrice: eur('0.5'), discount: '50' })), update: [{ id: line.id, version: line.version, quantity: '1' }] })
  assert.ok(batch.body.items.every((item: { ok: boolean }) => item.ok), batch.text)
  assert.equal(await net(), '10.75')
  assert.equal((await boss.send('DELETE', `/api/records/orderLine/${line.id}`)).status, 204)
  assert.equal(await net(), '0.75')
  assert.equal((await boss.send('POST', `/api/records/orderLine/${line.id}/restore`)).status, 200)
  assert.equal(await net(), '10.75')
  assert.deepEqual(await notMade(boss, 'orderLine', { salesOrder: order.id, name: 'C', net: eur('1') }), ['field_not_writable net'])
  assert.deepEqual(await notMade(boss, 'orderLine', { salesOrder: order.id, name: 'C', unitPrice: { amount: '1', currency: 'PLN' } }), ['order.line_currency unitPrice'])
  for (const values of [{ discount: '101' }, { quantity: '-1' }]) assert.equal((await notMade(boss, 'orderLine', { salesOrder: order.id, name: 'C', ...values })).length, 1)
})

test('lines of an accepted order stand: none is changed, added, taken away or moved in', async () => {
  const [order, other] = [await made(boss, 'salesOrder', { company: company.id }), await made(boss, 'salesOrder', { company: company.id })]
  const line = await made(boss, 'orderLine', { salesOrder: order.id, name: 'A' })
  const stray = await made(boss, 'orderLine', { salesOrder: other.id, name: 'B' })
  await changed(boss, 'salesOrder', (await read(boss, 'salesOrder', order.id)) as Made, { state: 'accepted' })
  const now = (await read(boss, 'orderLine', line.id)) as Made
  const locked = ['order.lines_locked salesOrder']
  assert.deepEqual(await notChanged(boss, 'orderLine', now, { quantity: '2' }), locked)
  assert.deepEqual(await notMade(boss, 'orderLine', { salesOrder: order.id, name: 'C' }), locked)
  assert.deepEqual(await notChanged(boss, 'orderLine', (await read(boss, 'orderLine', stray.id)) as Made, { salesOrder: order.id }), locked)
  assert.equal((await boss.send('DELETE', `/api/records/orderLine/${line.id}`)).body.code, 'order.lines_locked')
})
