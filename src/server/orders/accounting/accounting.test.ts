import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, read, type Made } from '../../app/testing/stories.ts'

let house: House
let boss: Caller
let order: Made

before(async () => {
  house = await startHouse()
  boss = await house.person('Barbara', { all: true })
  const company = await made(boss, 'company', { name: '=Hydro; "Serwis"', nip: '5252344078' })
  order = await made(boss, 'salesOrder', { company: company.id, payment: 'Przelew 14 dni' })
  const line = (values: object) => made(boss, 'orderLine', { salesOrder: order.id, unitCost: { amount: '777', currency: 'PLN' }, ...values })
  const whole = await line({ name: 'Zestaw', quantity: '2', unitPrice: { amount: '100', currency: 'PLN' }, vatRate: '23', position: '1' })
  await line({ name: 'Część', parent: whole.id, position: '2' })
  await line({ name: 'Książka', unitPrice: { amount: '10.10', currency: 'PLN' }, vatRate: '5', position: '3' })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const file = (by: Caller, format: string) => by.get(`/api/orders/${order.id}/accounting?format=${format}`)

test('an accepted order goes to accounting as data: parties with their NIP, lines, taxes by rate; never before it is accepted', async () => {
  assert.equal((await file(boss, 'json')).body.code, 'order.not_accepted')
  await changed(boss, 'salesOrder', (await read(boss, 'salesOrder', order.id)) as Made, { state: 'accepted', ksef: '5252344078-20261123-0100A0B1C2D3-11' })
  const { body } = await file(boss, 'json')
  assert.deepEqual([body.buyer.nip, body.order.ksef, body.order.payment], ['5252344078', '5252344078-20261123-0100A0B1C2D3-11', 'Przelew 14 dni'])
  assert.deepEqual(body.lines.map(({ name }: { name: string }) => name), ['Zestaw', 'Książka'])
  assert.deepEqual(body.taxes, [{ rate: '23', net: '200.00', vat: '46.00', gross: '246.00' }, { rate: '5', net: '10.10', vat: '0.51', gross: '10.61' }])
})

test('as a sheet it has a row a line; costs and margins are in none of them, and no cell is a formula', async () => {
  const csv = await file(boss, 'csv')
  assert.equal(csv.status, 200)
  assert.equal(csv.text.trim().split('\r\n').length, 3)
  assert.match(csv.text, /5252344078/)
  assert.match(csv.text, /'=Hydro/)
  for (const format of ['csv', 'json']) assert.doesNotMatch((await file(boss, format)).text, /777|Koszt|Marża|margin|unitCost/i)
  assert.match((await file(boss, 'xlsx')).text, /^PK/)
})

test('who may not export gets nothing, and what a role hides is in no format', async () => {
  const grants = (...verbs: string[]) => ['salesOrder', 'company'].flatMap((object) => verbs.map((verb) => ({ role: 'x', object, verb, scope: 'all', rule: null }) as never))
  assert.equal((await file(await house.person('Iga', { grants: grants('read') }), 'json')).status, 403)
  const blind = await house.person('Jerzy', { grants: grants('read', 'export'), fields: { salesOrder: { payment: 'none' }, company: { nip: 'none' }, orderLine: { net: 'none' } } })
  for (const format of ['json', 'csv']) {
    const { status, text } = await file(blind, format)
    assert.equal(status, 200, text)
    assert.doesNotMatch(text.replaceAll('5252344078-20261123', ''), /5252344078|Przelew|200[.,]00/, format)
  }
})
