/** Whoever may not see what things cost finds neither cost nor margin anywhere: every way out of a quote is walked by a salesperson without them. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type Answered, type Caller, type House } from './testing/house.ts'
import { changed, made, read, type Made } from './testing/stories.ts'
import { rolePlans } from '../users/setup/rules.ts'

let house: House
let administrator: Caller
let seller: Caller
let offer: Made
let version: string
let lineId: string
let product: Made

/** Figures that stand nowhere else: the cost of one, of all, the margin, and what they come to after the change. */
const secrets = ['7123.45', '7123,45', '14246.90', '14246,9', '5753.10', '5753,1', '3000.01', '3000,01']
const verbs = ['create', 'read', 'change', 'delete', 'export'] as const
const hidden = { quote: { cost: 'none', margin: 'none' }, quoteLine: { unitCost: 'none', margin: 'none' }, product: { cost: 'none', margin: 'none' } } as const

before(async () => {
  house = await startHouse()
  administrator = await house.person('Administratorka', { all: true })
  seller = await house.person('Ola', { grants: ['quote', 'company', 'product', 'opportunity'].flatMap((object) => verbs.map((verb) => ({ role: 'r', object, verb, scope: 'all' as const, rule: null }))), fields: hidden })
  const company = await made(administrator, 'company', { name: 'Bau AG' })
  product = await made(administrator, 'product', { name: 'Prasa', code: 'PR-1', price: { amount: '10000', currency: 'PLN' }, cost: { amount: '7123.45', currency: 'PLN' } })
  offer = await made(seller, 'quote', { title: 'Linia', company: company.id })
  const saved = await seller.send('PUT', `/api/quotes/${offer.id}/grid`, { version: offer.version, sections: [{ key: 's', title: 'Maszyny' }], lines: [{ key: 'a', section: 's', name: 'Prasa', product: product.id, quantity: '2', unitPrice: '10000' }] })
  assert.equal(saved.status, 200, saved.text)
  lineId = saved.body.lines[0].id
  assertNothing(saved, 'the answer to saving')
  await changed(administrator, 'quoteLine', await read(administrator, 'quoteLine', lineId) as Made, { unitCost: { amount: '3000.01', currency: 'PLN' } })
  await changed(administrator, 'quoteLine', await read(administrator, 'quoteLine', lineId) as Made, { unitCost: { amount: '7123.45', currency: 'PLN' } })
  await changed(seller, 'quote', await read(seller, 'quote', offer.id) as Made, { state: 'sent' })
  version = (await seller.send('POST', `/api/quotes/${offer.id}/versions`)).body.id
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

/** Neither a figure nor the name of a field that would hold one. */
function assertNothing({ text }: Answered, where: string): void {
  for (const secret of secrets) assert.ok(!text.includes(secret), `${where} tells ${secret}: ${text.slice(0, 2_000)}`)
  assert.doesNotMatch(text, /"(unitCost|cost|margin|costs)"\s*:/, where)
}

test('what the salesperson cannot see is there all the same: cost from the catalogue, margin from cost', async () => {
  const line = await read(administrator, 'quoteLine', lineId)
  assert.deepEqual([line['unitCost'], line['margin']], [{ amount: '7123.45', currency: 'PLN' }, { amount: '5753.10', currency: 'PLN' }])
  const copied = (await administrator.get(`/api/quotes/${version}/grid`)).body
  assert.deepEqual([copied.totals.cost, copied.totals.margin], ['14246.90', '5753.10'])
})

const ways: [string, () => string][] = [
  ['the grid', () => `/api/quotes/${offer.id}/grid`],
  ['the grid of the new version', () => `/api/quotes/${version}/grid`],
  ['versions', () => `/api/quotes/${offer.id}/versions`],
  ['comparison', () => `/api/quotes/${offer.id}/compare?with=${version}`],
  ['sending', () => `/api/quotes/${version}/sending`],
  ['the record', () => `/api/records/quote/${offer.id}`],
  ['the record page', () => `/api/records/quote/${offer.id}/page`],
  ['a line', () => `/api/records/quoteLine/${lineId}`],
  ['a line’s page', () => `/api/records/quoteLine/${lineId}/page`],
  ['a line’s history', () => `/api/records/quoteLine/${lineId}/history`],
  ['history', () => `/api/records/quote/${offer.id}/history`],
  ['the time line', () => `/api/records/quote/${offer.id}/timeline`],
  ['the register', () => `/api/records/quote/${offer.id}/register`],
  ['the register at a moment', () => `/api/records/quote/${offer.id}/register/at?moment=2026-11-24T00:00:00.000Z`],
  ['the register compared', () => `/api/records/quote/${offer.id}/register/compare?from=2020-01-01T00:00:00.000Z&to=2026-11-24T00:00:00.000Z`],
  ['the list', () => '/api/records/quote'],
  ['the list of lines', () => '/api/records/quoteLine'],
  ['the product', () => `/api/records/product/${product.id}`],
  ['search', () => '/api/search?q=7123'],
  ['export of quotes', () => '/api/records/quote/export?format=csv'],
  ['export of lines', () => '/api/records/quoteLine/export?format=csv'],
  ['the trash', () => '/api/trash'],
]

for (const [name, path] of ways) {
  test(`${name} tells neither cost nor margin`, async () => {
    const answer = await seller.get(path())
    assert.ok(answer.status === 200 || answer.status === 404, `${answer.status} ${answer.text.slice(0, 500)}`)
    assertNothing(answer, name)
  })
}

test('cost and margin cannot be asked for: as column, condition, order, group, sum or search', async () => {
  for (const [object, field] of [['quote', 'margin'], ['quote', 'cost'], ['quoteLine', 'unitCost'], ['quoteLine', 'margin']] as const) {
    const asked = [`?columns=${field}`, `?where=${encodeURIComponent(`${field} > 1 PLN`)}`, `?order=${field}`, `/groups?by=${field}`, `/groups?by=kind&measures=${encodeURIComponent(`sum(${field})`)}`, `/export?format=csv&columns=${field}`]
    for (const way of asked) {
      const answer = await seller.get(`/api/records/${object}${way}`)
      assert.ok(answer.status >= 400 && answer.status < 500, `${object}${way}: ${answer.status}`)
      assertNothing(answer, way)
    }
    const through = await seller.get(`/api/records/quoteLine?where=${encodeURIComponent('quote.margin > 1 PLN')}`)
    assert.equal(through.status, 400)
  }
})

test('prices for a line come without cost, and a cost cannot be slipped in', async () => {
  const prices = await seller.send('POST', `/api/quotes/${version}/prices`, { items: [{ product: product.id, quantity: '2' }] })
  assert.equal(prices.status, 200)
  assertNothing(prices, 'prices')
  const { body } = await seller.get(`/api/quotes/${version}/grid`)
  const [line] = body.lines
  const slipped = await seller.send('PUT', `/api/quotes/${version}/grid`, { version: body.quote.version, sections: [], lines: [{ id: line.id, name: line.name, unitCost: '1' }] })
  assert.equal(slipped.status, 422)
  assert.equal(slipped.body.code, 'unknown_field')
  const patched = await seller.send('PATCH', `/api/records/quoteLine/${line.id}`, { version: line.version, unitCost: { amount: '1', currency: 'PLN' } })
  assert.ok(patched.status >= 400)
  assertNothing(patched, 'the refusal')
})

test('a conflict of two who save at once tells neither', async () => {
  const { body } = await seller.get(`/api/quotes/${version}/grid`)
  const late = await seller.send('PUT', `/api/quotes/${version}/grid`, { version: body.quote.version - 1, sections: [], lines: [] })
  assert.equal(late.status, 409)
  assertNothing(late, 'the conflict')
  const head = await seller.send('PATCH', `/api/records/quote/${version}`, { version: body.quote.version - 1, title: 'x' })
  assert.equal(head.status, 409)
  assertNothing(head, 'the conflict of the head')
})

/** A year's plan of margins and a target of the seller's own in it, beside one of values. */
async function plans(seller: Caller) {
  const margin = await made(administrator, 'targetPlan', { name: `Zarobek ${seller.id}`, year: '2026', measure: 'margin', period: 'month' })
  const value = await made(administrator, 'targetPlan', { name: `Obrót ${seller.id}`, year: '2026', measure: 'value', period: 'month' })
  const of = (plan: Made, amount: string) => made(administrator, 'target', { plan: plan.id, month: '2026-05-01', owner: seller.id, value: amount })
  return { margin, value, hidden: await of(margin, '4321.75'), shown: await of(value, '8642.5') }
}

test('a plan of margins and its targets are nowhere for whoever sees no margins, the owner of the target neither', async () => {
  const { grants, fields = [] } = rolePlans.salesperson
  const byObject = Object.groupBy(fields, ({ object }) => object)
  const someone = await house.person('Ewa', {
    grants: Object.entries(grants).flatMap(([object, by]) => Object.entries(by).map(([verb, scope]) => ({ role: 'r', object, verb: verb as 'read', scope, rule: null }))),
    fields: Object.fromEntries(Object.entries(byObject).map(([object, all]) => [object, Object.fromEntries(all!.map(({ field, access }) => [field, access]))])),
  })
  const { margin, hidden, shown } = await plans(someone)
  const told = ['4321', 'Zarobek', margin.id, hidden.id]
  const where = (text: string) => `?where=${encodeURIComponent(text)}`
  const answers = ['/api/records/targetPlan', '/api/records/target?columns=name,plan.name,value', '/api/records/target/groups?by=plan&measures=sum(value)', '/api/records/targetPlan/groups?by=measure', '/api/search?q=Zarobek', '/api/records/targetPlan?search=Zarobek',
    '/api/records/target/export?format=csv', '/api/records/targetPlan/export?format=csv', `/api/records/target${where("plan.measure = 'margin'")}`, `/api/records/target${where('value > 4000 and value < 5000')}`, '/api/targets/plans', '/api/trash']
  for (const path of answers) {
    const answer = await someone.get(path)
    assert.ok(answer.status === 200 || (answer.status === 403 && path.includes('export')), `${path}: ${answer.status} ${answer.text}`)
    for (const secret of told) assert.ok(!answer.text.includes(secret), `${path} tells ${secret}: ${answer.text}`)
  }
  for (const record of [`targetPlan/${margin.id}`, `target/${hidden.id}`]) for (const way of ['', '/page', '/history', '/timeline']) assert.equal((await someone.get(`/api/records/${record}${way}`)).status, 404, `${record}${way}`)
  assert.deepEqual((await someone.get('/api/records/target?columns=value')).body.rows.map((row: any) => [row.id, row.value]), [[shown.id, '8642.5']])
  const guessed = await someone.send('PATCH', `/api/records/target/${hidden.id}`, { version: hidden.version, value: '1' })
  assert.ok(guessed.status === 403 || guessed.status === 404, guessed.text)
})

test('whoever may read margins sees plans of them, as far as he sees targets', async () => {
  const head = await house.person('Kierownik', { grants: ['target', 'opportunity'].map((object) => ({ role: 'r', object, verb: 'read' as const, scope: 'all' as const, rule: null })) })
  const { hidden } = await plans(head)
  assert.equal((await head.get(`/api/records/target/${hidden.id}`)).status, 200)
  assert.match((await head.get('/api/records/targetPlan')).text, /Zarobek/)
})
