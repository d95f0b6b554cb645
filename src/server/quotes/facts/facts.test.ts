import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Readable } from 'node:stream'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { made, type Made } from '../../app/testing/stories.ts'
import { currentFiles } from '../../kernel/files/current.ts'
import { create } from '../../kernel/records/create.ts'
import { contentsOf } from '../../documents/filling/actions.ts'
import { docxOf, paragraphsOf } from '../../documents/testing/files.ts'
import { paragraph, table } from '../../documents/writers/shipped/build.ts'

let house: House
let administrator: Caller
let offer: Made
before(async () => {
  house = await startHouse()
  administrator = await house.person('Administratorka', { all: true })
  const company = await made(administrator, 'company', { name: 'Bau AG' })
  offer = await made(administrator, 'quote', { title: 'Linia', company: company.id })
  const line = (key: string, values: object = {}) => ({ key, name: key, unitPrice: '100.00', ...values })
  const saved = await administrator.send('PUT', `/api/quotes/${offer.id}/grid`, {
    version: offer.version, head: { discount: '10' }, sections: [{ key: 's', title: 'Maszyny' }],
    lines: [
      line('Przegląd', { vatRate: '8' }), line('Maszyna', { section: 's', quantity: '2' }), line('Napęd', { kind: 'component', parent: 'Maszyna', section: 's' }), line('Łożysko', { kind: 'component', parent: 'Napęd', section: 's', quantity: '4' }),
      line('Osłona', { kind: 'optional', section: 's' }), { key: 'uwaga', name: 'Montaż po stronie klienta', kind: 'text', section: 's' }, line('Transport', { section: 's', vatRate: 'zw' }),
    ],
  })
  assert.equal(saved.status, 200, saved.text)
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

async function templateOf(body: Parameters<typeof docxOf>, language = 'pl') {
  const { hash, size } = await currentFiles().put(Readable.from([Buffer.from(docxOf(...body))]))
  return (await create(house.ctx, 'documentTemplate', { name: 'Oferta', object: 'quote', purpose: 'quote', language, active: true, file: { hash, size, name: 'oferta.docx', type: 'application/x' } })).id
}

async function words(body: Parameters<typeof docxOf>, language?: string): Promise<string[]> {
  const { status, body: document, text } = await administrator.send('POST', '/api/documents', { template: await templateOf(body, language), object: 'quote', id: offer.id })
  assert.equal(status, 201, text)
  return paragraphsOf(await contentsOf(document.file.hash)).filter((each) => each !== '')
}

test('a quote gives its table of taxes by rate, which comes to its own sums, and amounts in words in both languages', async () => {
  const body = [table({ widths: [2000, 2000, 2000, 2000], rows: [['{{#taxes}}{{rate}}', '{{net | amount}}', '{{vat | amount}}', '{{gross | amount}}{{/taxes}}']] }), paragraph('{{net | amount}}|{{vat | amount}}|{{gross | words pl}}|{{gross | words en}}'), paragraph('{{#taxes}}{{vat | words}}; {{/taxes}}')]
  const pl = await words(body)
  assert.deepEqual(pl.slice(0, 12), ['23%', '180,00', '41,40', '221,40', '8%', '90,00', '7,20', '97,20', 'zw. (zwolnione)', '90,00', '0,00', '90,00'])
  assert.match(pl[12]!, /^360,00\|48,60\|czterysta osiem złotych sześćdziesiąt groszy\|four hundred and eight Polish zlotys and sixty groszy$/)
  assert.match(pl[13]!, /^czterdzieści jeden złotych czterdzieści groszy; /)
  assert.equal((await words(body, 'en'))[8], 'exempt')
})

test('its lines are a tree in the order of its sections, numbered as they are read, with conditions inside the loops', async () => {
  const row = "{{#tree}}{{#if kind = 'text'}}* {{name}}{{else}}{{#if number is not empty}}{{number}} {{name}} ×{{quantity}}{{#if level > 0}} w: {{title}}{{/if}}{{#if counted}} = {{net | amount}}{{/if}}{{else}}({{name}}){{/if}}{{/if}}"
  const found = await words([paragraph('{{#outline}}'), paragraph('{{#if title is not empty}}[{{title}}] {{net | amount}}{{/if}}'), table({ widths: [4000, 1000], rows: [[row, '{{/tree}}']] }), paragraph('{{/outline}}')])
  assert.deepEqual(found, ['1 Przegląd ×1 = 90,00', '[Maszyny] 270,00', '2 Maszyna ×2 = 180,00', '2.1 Napęd ×1 w: Maszyny', '2.1.1 Łożysko ×4 w: Maszyny', '(Osłona)', '* Montaż po stronie klienta', '3 Transport ×1 = 90,00'])
})

test('what all discounts take off is known, and rows kept by a condition are counted anew', async () => {
  assert.deepEqual(await words([paragraph('{{list | amount}} – {{discounts | amount}}'), paragraph('{{#outline}}{{#tree where counted}}{{rowNumber}}:{{name}} {{/tree}}{{/outline}}')]), ['400,00 – 40,00', '1:Przegląd 1:Maszyna 2:Transport '])
})

test('who may not read what the tax is worked out from gets no table of it, and does not see that there is one', async () => {
  const template = await templateOf([paragraph('{{#taxes}}{{rate}}{{/taxes}}')])
  const grant = (object: string) => ({ role: 'seller', object, verb: 'read' as const, scope: 'all' as const, rule: null })
  const seller = await house.person('Seller', { grants: ['quote', 'company', 'documentTemplate'].map(grant), fields: { quote: { vat: 'none' } }, fingerprint: 'no vat' })
  const refused = await seller.send('POST', '/api/documents', { template, object: 'quote', id: offer.id })
  assert.deepEqual([refused.status, refused.body.code], [403, 'document.not_readable'])
  assert.ok(!(await seller.get('/api/documents/markers?object=quote')).text.includes('taxes'))
  assert.ok((await administrator.get('/api/documents/markers?object=quote')).text.includes('#taxes'))
})
