/** The whole chain, told once from beginning to end: a German customer buys in euro from a Polish firm. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../expression/sql.ts'
import { startHouse, type Caller, type House } from './testing/house.ts'
import { changed, listed, made, notChanged, read, type Made } from './testing/stories.ts'

let house: House
let administrator: Caller
let ola: Caller
let boss: Caller

const verbs = ['create', 'read', 'change', 'delete', 'export'] as const
const sells = ['quote', 'company', 'person', 'opportunity', 'salesOrder', 'product', 'pipeline'].flatMap((object) => verbs.map((verb) => ({ role: 'r', object, verb, scope: 'all' as const, rule: null })))
const eur = (amount: string) => ({ amount, currency: 'EUR' })
const rate = (on: string, value: string) => made(administrator, 'currencyRate', { currency: 'EUR', on, rate: value })
const today = () => new Date().toISOString().slice(0, 10)
const now = (object: string, { id }: { id: string }, by = administrator) => read(by, object, id) as Promise<Made>
const moveQuote = async (by: Caller, id: string, state: string) => changed(by, 'quote', await now('quote', { id }), { state })

before(async () => {
  house = await startHouse()
  administrator = await house.person('Administratorka', { all: true })
  boss = await house.person('Szefowa', { grants: sells })
  ola = await house.person('Ola', { grants: sells })
  const role = await made(administrator, 'role', { name: 'Handlowcy' })
  await house.world.db.rows(sql`update "user" set roles = array[${role.id}::uuid], superior = ${boss.id} where id = ${ola.id}`)
  await made(administrator, 'discountLimit', { role: role.id, percent: '10' })
  await rate('2026-11-02', '4.20')
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

/** A line of machines, of which a part has parts of its own, and what is bought from elsewhere. */
async function products() {
  const group = await made(administrator, 'productGroup', { name: 'Maszyny' })
  const product = (name: string, price: string, cost: string, values: object = {}) => made(administrator, 'product', { name, code: name, group: group.id, price: { amount: price, currency: 'PLN' }, cost: { amount: cost, currency: 'PLN' }, ...values })
  const [line, robot, gripper] = [await product('Linia pakująca', '420000', '300000', { kind: 'structure', foreignName: 'Packing line' }), await product('Robot', '150000', '110000', { kind: 'structure' }), await product('Chwytak', '21000', '12000')]
  await made(administrator, 'component', { whole: line.id, part: robot.id, quantity: '1' })
  await made(administrator, 'component', { whole: robot.id, part: gripper.id, quantity: '2' })
  return { group, line, robot, gripper, training: await product('Szkolenie', '8400', '4000') }
}

test('from the first word to the order: priced in euro, over the limit approved, its second version accepted by link with an option, and the order waits for its checklist', async () => {
  const { group, line, robot, gripper, training } = await products()
  const list = await made(administrator, 'checklistTemplate', { name: 'Maszyny', group: group.id })
  await made(administrator, 'checklistQuestion', { template: list.id, title: 'Fundament gotowy', kind: 'tick', required: true, position: '1' })
  const company = await made(ola, 'company', { name: 'Rhein Verpackung GmbH' })
  const contact = await made(ola, 'person', { firstName: 'Heike', lastName: 'Braun', mails: [{ value: 'heike@rhein.example', kind: 'work' }] })
  const pipeline = await made(administrator, 'pipeline', { name: 'Maszyny' })
  const stage = await made(administrator, 'stage', { name: 'Oferta', pipeline: pipeline.id })
  const opportunity = await made(ola, 'opportunity', { name: 'Linia dla Rhein', company: company.id, contact: contact.id, pipeline: pipeline.id, stage: stage.id, amount: eur('100000') })

  // The quote: a structure three levels deep and an option, priced from the catalogue in euro of the day.
  const quote = await made(ola, 'quote', { title: 'Packing line', company: company.id, contact: contact.id, opportunity: opportunity.id, currency: 'EUR', language: 'en' })
  const priced = await ola.send('POST', `/api/quotes/${quote.id}/prices`, { items: [line, robot, gripper, training].map(({ id }) => ({ product: id, quantity: '1' })) })
  assert.deepEqual(priced.body.items.map(({ name, unitPrice }: { name: string; unitPrice: string }) => [name, unitPrice]), [['Packing line', '100000.00'], ['Robot', '35714.29'], ['Chwytak', '5000.00'], ['Szkolenie', '2000.00']], priced.text)
  const [forLine, forRobot, forGripper, forTraining] = priced.body.items
  const item = ({ product, name, unitPrice, vatRate, unit, code }: Record<string, string>, values: object) => ({ key: product, product, name, unitPrice, vatRate, unit, code, ...values })
  const saved = await ola.send('PUT', `/api/quotes/${quote.id}/grid`, {
    version: (await now('quote', quote)).version, head: { discount: '12' }, sections: [{ key: 'm', title: 'Machines' }],
    lines: [item(forLine, { section: 'm', vatRate: '0' }), item(forRobot, { section: 'm', kind: 'component', parent: line.id }), item(forGripper, { section: 'm', kind: 'component', parent: robot.id, quantity: '2' }), item(forTraining, { kind: 'optional', vatRate: 'np' })],
  })
  assert.equal(saved.status, 200, saved.text)
  assert.deepEqual([saved.body.totals.net, saved.body.totals.gross, saved.body.quote.rate, saved.body.quote.rateOn, saved.body.limit.isOver], ['88000.00', '88000.00', '4.2', '2026-11-02', true])

  // 12 % is over her limit: her superior is asked, told, and agrees.
  assert.deepEqual(await notChanged(ola, 'quote', await now('quote', quote), { state: 'sent' }), ['quote.over_limit state'])
  await moveQuote(ola, quote.id, 'approval')
  assert.deepEqual(await house.world.db.rows(sql`select person from notice where kind = 'quote.approval'`), [{ person: boss.id }])
  assert.deepEqual(await notChanged(ola, 'quote', await now('quote', quote), { state: 'approved' }), ['move_condition state'])
  await moveQuote(boss, quote.id, 'approved')
  const letter = { to: [{ address: 'heike@rhein.example', name: 'Heike Braun' }], subject: 'Quote', message: 'Good morning' }
  const first = await ola.send('POST', `/api/quotes/${quote.id}/send`, { version: (await now('quote', quote)).version, ...letter })
  assert.equal(first.status, 200, first.text)
  const sentAt = new Date().toISOString()

  // The rate changes; the quote that is out keeps its own. The second version has that of its day, and a discount within the limit.
  await rate(today(), '4.40')
  assert.deepEqual([(await now('quote', quote))['rate'], (await now('quote', quote))['rateOn']], ['4.2', '2026-11-02'])
  const { id: second } = (await ola.send('POST', `/api/quotes/${quote.id}/versions`)).body
  const draft = (await ola.get(`/api/quotes/${second}/grid`)).body
  const kept = draft.lines.map(({ id, version, name }: Made & { name: string }) => ({ id, version, name }))
  const again = await ola.send('PUT', `/api/quotes/${second}/grid`, { version: draft.quote.version, head: { discount: '10' }, sections: draft.sections.map(({ id, title }: { id: string; title: string }) => ({ id, title })), lines: kept })
  assert.deepEqual([again.status, again.body.totals.net, again.body.quote.rate, again.body.quote.number === quote['number'], again.body.quote.edition], [200, '90000.00', '4.4', true, '2'], again.text)
  const out = await ola.send('POST', `/api/quotes/${second}/send`, { version: again.body.quote.version, ...letter })
  assert.equal(out.status, 200, out.text)
  assert.equal((await now('quote', quote))['state'], 'replaced')

  // The customer opens both links: the old one answers nothing more, the new one is accepted with the training.
  const customer = async (url: string, rest: string, payload: object) => (await house.app.inject({ method: 'POST', url: `/api/quote-page/${url.split('/q/')[1]}${rest}`, payload, remoteAddress: '198.51.100.20' })).json()
  const option = draft.lines.find(({ kind }: { kind: string }) => kind === 'optional').id
  assert.equal((await customer(first.body.url, '/answer', { answer: 'accept', name: 'Heike Braun', chosen: [] })).code, 'quote.replaced')
  const answered = await customer(out.body.url, '/answer', { answer: 'accept', name: 'Heike Braun', chosen: [option] })
  assert.deepEqual([answered.state, answered.totals.net], ['accepted', '91800.00'])
  const accepted = await now('quote', { id: second })
  assert.deepEqual([accepted['answeredBy'], accepted['answeredFrom'], accepted['rate'], (accepted['net'] as { amount: string }).amount], ['Heike Braun', '198.51.100.20', '4.4', '91800.00'])
  assert.deepEqual(await notChanged(administrator, 'quote', accepted, { discount: '0' }), ['quote.closed discount'])

  // Nothing is won by itself: she wins it, and makes the order, which waits for what has to be settled.
  assert.equal((await now('opportunity', opportunity))['state'], 'open')
  const won = await ola.send('POST', `/api/quotes/${second}/win`)
  assert.equal(won.status, 200, won.text)
  const opportunityNow = await now('opportunity', opportunity)
  assert.deepEqual([opportunityNow['state'], opportunityNow['amount']], ['won', eur('91800.00')])
  const order = await ola.send('POST', `/api/records/quote/${second}/actions/toOrder`, {})
  assert.equal(order.status, 200, order.text)
  const blocked = await ola.send('PATCH', `/api/records/salesOrder/${order.body.id}`, { version: (await now('salesOrder', order.body)).version, state: 'accepted' })
  assert.deepEqual([blocked.status, blocked.body.code], [422, 'order.checks_open'], blocked.text)
  const [check] = (await administrator.get(`/api/orders/${order.body.id}/checklist`)).body.checks
  await changed(administrator, 'orderCheck', check, { done: true })
  const orderNow = await changed(administrator, 'salesOrder', await now('salesOrder', order.body), { state: 'accepted' })
  assert.deepEqual([orderNow['net'], orderNow['rate']], [eur('91800.00'), '4.4'])
  const ordered = await listed(administrator, 'orderLine', { where: `salesOrder = '${order.body.id}'`, columns: 'name', order: 'position' })
  assert.deepEqual(ordered.map(({ name }) => name), ['Packing line', 'Robot', 'Chwytak', 'Szkolenie'])

  // The register of the second version tells what changed between two moments, down to the line that was chosen.
  const compared = await administrator.get(`/api/records/quote/${second}/register/compare?from=${sentAt}&to=${new Date().toISOString()}`)
  assert.equal(compared.status, 200, compared.text)
  assert.match(compared.text, /chosen/)
})
