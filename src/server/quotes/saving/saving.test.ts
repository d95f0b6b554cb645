import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, read, type Made } from '../../app/testing/stories.ts'
import { positions } from '../grid/rules.ts'

let house: House
let administrator: Caller
let company: Made

before(async () => {
  house = await startHouse()
  administrator = await house.person('Administratorka', { all: true })
  company = await made(administrator, 'company', { name: 'Bau AG' })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const quote = (values: object = {}) => made(administrator, 'quote', { title: 'Linia', company: company.id, ...values })
const grid = async (id: string, by = administrator) => (await by.get(`/api/quotes/${id}/grid`)).body
const put = (id: string, body: object, by = administrator) => by.send('PUT', `/api/quotes/${id}/grid`, body)
async function saved(id: string, body: object) {
  const answer = await put(id, body)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}
const line = (key: string, values: object = {}) => ({ key, name: key, unitPrice: '100.00', ...values })
const kept = ({ id, version, name }: { id: string; version: number; name: string }, values: object = {}) => ({ id, version, name, ...values })

test('a whole quote is saved at once, its structure three levels deep, and read as it was saved', async () => {
  const offer = await quote()
  const answer = await saved(offer.id, {
    version: offer.version, head: { title: 'Linia pakująca', discount: '10' }, sections: [{ key: 's', title: 'Maszyny', discount: '5' }],
    lines: [line('Maszyna', { section: 's', quantity: '2' }), line('Napęd', { kind: 'component', parent: 'Maszyna', section: 's' }), line('Łożysko', { kind: 'component', parent: 'Napęd', section: 's' }), line('Montaż', { vatRate: '8' }), line('Osłona', { kind: 'optional' })],
  })
  assert.deepEqual(answer.lines.map(({ name, counted, net }: { name: string; counted: boolean; net: string }) => [name, counted, net]), [['Maszyna', true, '171.00'], ['Napęd', false, '85.50'], ['Łożysko', false, '85.50'], ['Montaż', true, '90.00'], ['Osłona', false, '90.00']])
  assert.deepEqual([answer.totals.net, answer.totals.vat, answer.totals.gross, answer.totals.discountGiven], ['261.00', '46.53', '307.53', '13'])
  assert.deepEqual([answer.lines[1].parent, answer.lines[2].parent, answer.lines[0].section], [answer.lines[0].id, answer.lines[1].id, answer.sections[0].id])
  assert.equal(answer.quote.title, 'Linia pakująca')
  assert.deepEqual(await grid(offer.id), answer)
  assert.equal(((await read(administrator, 'quote', offer.id))['net'] as { amount: string }).amount, '261.00')
})

test('sums that the caller sends along are not believed: there is no place for them', async () => {
  const offer = await quote()
  const answer = await put(offer.id, { version: offer.version, sections: [], lines: [{ ...line('a'), net: '1.00' }] })
  assert.equal(answer.status, 400, answer.text)
})

test('only what differs is written: a line put on top writes one, and history tells of one', async () => {
  const offer = await quote()
  const first = await saved(offer.id, { version: offer.version, sections: [], lines: ['a', 'b', 'c'].map((key) => line(key)) })
  const second = await saved(offer.id, { version: first.quote.version, sections: [], lines: [line('nowa'), ...first.lines.map((one: never) => kept(one))] })
  assert.deepEqual(second.lines.map(({ name, version }: { name: string; version: number }) => [name, version]), [['nowa', 1], ['a', 1], ['b', 1], ['c', 1]])
  const [a, b, c] = second.lines.slice(1)
  const third = await saved(offer.id, { version: second.quote.version, sections: [], lines: [kept(c), kept(a), kept(b, { quantity: '3' })] })
  assert.deepEqual(third.lines.map(({ name, quantity }: { name: string; quantity: string }) => [name, quantity]), [['c', '1'], ['a', '1'], ['b', '3']])
  assert.equal(third.totals.net, '500.00')
})

test('two who edit one quote: the second hears what stands there now, and nothing of his is written', async () => {
  const offer = await quote()
  const first = await saved(offer.id, { version: offer.version, sections: [], lines: [line('a')] })
  await saved(offer.id, { version: first.quote.version, sections: [], lines: [kept(first.lines[0], { quantity: '2' })] })
  const late = await put(offer.id, { version: first.quote.version, sections: [], lines: [kept(first.lines[0], { quantity: '9' })] })
  assert.deepEqual([late.status, late.body.code, late.body.theirs.lines[0].quantity, late.body.yours.lines[0].quantity], [409, 'stale', '2', '9'])
  // A description moves no sum, so the quote's own version stays: the line's tells.
  const now = await grid(offer.id)
  await changed(administrator, 'quoteLine', await read(administrator, 'quoteLine', now.lines[0].id) as Made, { description: 'Nowy opis' })
  assert.equal((await put(offer.id, { version: now.quote.version, sections: [], lines: [kept(now.lines[0], { description: 'Inny opis' })] })).status, 409)
})

test('what one line is refused for is said at that line, and nothing is saved', async () => {
  const offer = await quote()
  const answer = await put(offer.id, { version: offer.version, head: { title: 'Inny' }, sections: [], lines: [line('a'), line('b', { quantity: '-1' }), line('c', { discount: '120' })] })
  assert.deepEqual([answer.status, answer.body.fields.map(({ field }: { field: string }) => field)], [422, ['lines.1.quantity', 'lines.2.discount']])
  assert.deepEqual([(await grid(offer.id)).lines, (await read(administrator, 'quote', offer.id))['title']], [[], 'Linia'])
  const ring = await put(offer.id, { version: offer.version, sections: [], lines: [line('a', { parent: 'b' }), line('b', { parent: 'a' })] })
  assert.equal(ring.body.code, 'quote.ring', ring.text)
  assert.equal((await put(offer.id, { version: offer.version, sections: [], lines: [line('a', { parent: 'nie ma' })] })).body.code, 'quote.unknown_key')
})

test('a quote that was sent is not saved, and the grid says why', async () => {
  const offer = await quote()
  const first = await saved(offer.id, { version: offer.version, sections: [], lines: [line('a')] })
  await changed(administrator, 'quote', await read(administrator, 'quote', offer.id) as Made, { state: 'sent' })
  const now = await grid(offer.id)
  assert.deepEqual([now.may.change, now.may.why.includes('nowej wersji')], [false, true])
  const answer = await put(offer.id, { version: now.quote.version, sections: [], lines: [kept(first.lines[0], { quantity: '2' })] })
  assert.deepEqual([answer.status, answer.body.code], [422, 'quote.closed'])
  const moved = await put((await quote()).id, { version: 1, head: { state: 'sent' }, sections: [], lines: [] })
  assert.equal(moved.body.code, 'field_not_writable')
})

test('whoever may only read a quote saves nothing, and who may not see it hears of nothing', async () => {
  const offer = await quote()
  const reader = await house.person('Czytelnik', { grants: [{ role: 'r', object: 'quote', verb: 'read', scope: 'all', rule: null }] })
  const stranger = await house.person('Obcy', {})
  assert.equal((await put(offer.id, { version: offer.version, sections: [], lines: [line('a')] }, reader)).status, 403)
  assert.equal((await grid(offer.id, reader)).may.change, false)
  for (const path of ['grid', 'versions', `compare?with=${offer.id}`]) assert.ok([403, 404].includes((await stranger.get(`/api/quotes/${offer.id}/${path}`)).status), path)
  assert.ok([403, 404].includes((await put(offer.id, { version: offer.version, sections: [], lines: [] }, stranger)).status))
})

test('a new version carries the number and the lines, is compared line by line, and replaces the earlier one when it is sent', async () => {
  const offer = await quote()
  const first = await saved(offer.id, { version: offer.version, sections: [{ key: 's', title: 'Maszyny' }], lines: [line('Maszyna', { section: 's' }), line('Napęd', { kind: 'component', parent: 'Maszyna' }), line('Montaż')] })
  assert.equal((await administrator.send('POST', `/api/quotes/${offer.id}/versions`)).body.code, 'quote.still_draft')
  await changed(administrator, 'quote', await read(administrator, 'quote', offer.id) as Made, { state: 'sent' })
  const { id } = (await administrator.send('POST', `/api/quotes/${offer.id}/versions`)).body
  const second = await grid(id)
  assert.deepEqual([second.quote.number, second.quote.edition, second.quote.state, second.totals.net], [offer['number'], '2', 'draft', first.totals.net])
  assert.equal(second.lines[1].parent, second.lines[0].id)
  const [machine, drive] = second.lines
  await saved(id, { version: second.quote.version, sections: [{ id: second.sections[0].id, title: 'Maszyny' }], lines: [kept(machine, { discount: '10' }), kept(drive), line('Szkolenie')] })
  const { body } = await administrator.get(`/api/quotes/${offer.id}/compare?with=${id}`)
  assert.deepEqual(body.lines.map(({ what, from, to }: { what: string; from: { name: string } | null; to: { name: string } | null }) => [what, (to ?? from)!.name]), [['changed', 'Maszyna'], ['same', 'Napęd'], ['added', 'Szkolenie'], ['removed', 'Montaż']])
  assert.deepEqual(body.lines[0].changes.map(({ field }: { field: string }) => field), ['discount', 'net', 'vat', 'gross'])
  await changed(administrator, 'quote', await read(administrator, 'quote', id) as Made, { state: 'sent' })
  assert.equal((await read(administrator, 'quote', offer.id))['state'], 'replaced')
  const late = await administrator.send('PATCH', `/api/records/quote/${offer.id}`, { version: (await read(administrator, 'quote', offer.id))['version'], state: 'accepted' })
  assert.equal(late.status, 422)
  assert.equal((await administrator.get(`/api/quotes/${id}/versions`)).body.versions.length, 2)
})

test('a copy is a draft with a number of its own', async () => {
  const offer = await quote()
  await saved(offer.id, { version: offer.version, sections: [], lines: [line('a'), line('b')] })
  const { id } = (await administrator.send('POST', `/api/quotes/${offer.id}/copy`, {})).body
  const copy = await grid(id)
  assert.notEqual(copy.quote.number, offer['number'])
  assert.deepEqual([copy.lines.length, copy.totals.net, copy.quote.edition, copy.versions.length], [2, '200.00', '1', 1])
})

test('prices for a line come from the catalogue in the quote’s currency', async () => {
  const product = await made(administrator, 'product', { name: 'Prasa', code: 'PR-7', unit: 'set', price: { amount: '900', currency: 'PLN' }, cost: { amount: '600', currency: 'PLN' } })
  const offer = await quote()
  const { body, text } = await administrator.send('POST', `/api/quotes/${offer.id}/prices`, { items: [{ product: product.id, quantity: '1' }] })
  assert.deepEqual([body.items[0].unitPrice, body.items[0].unitCost, body.items[0].code], ['900.00', '600.00', 'PR-7'], text)
})

test('positions stay where the order allows it', () => {
  assert.deepEqual(positions(['1', '2', '3']), ['1', '2', '3'])
  assert.deepEqual(positions([null, '1', '2']), ['0.5', '1', '2'])
  assert.deepEqual(positions(['3', '1', '2']), ['0.5', '1', '2'])
  assert.deepEqual(positions(['1', null, null, '2', null]), ['1', '1.33333333', '1.66666667', '2', '3'])
  assert.deepEqual(positions([null, null]), ['1', '2'])
})
