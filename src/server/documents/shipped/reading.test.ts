/** What the shipped templates make of a quote, as readers that are not ours understand it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import mammoth from 'mammoth'
import { startHouse, type House } from '../../app/testing/house.ts'
import { made as madeIn, type Made } from '../../app/testing/stories.ts'
import { officeProgram, openOffice } from '../office/actions.ts'
import { create } from '../../kernel/records/create.ts'
import { kept, mediaTypes, tried } from '../actions.ts'
import { shippedTemplates } from '../writers/shipped/templates.ts'

let house: House
let offer: Made
before(async () => {
  house = await startHouse()
  const administrator = await house.person('Administratorka', { all: true })
  const company = await madeIn(administrator, 'company', { name: 'Zażółć Gęślą Jaźń sp. z o.o.' })
  offer = await madeIn(administrator, 'quote', { title: 'Linia', company: company.id })
  const line = (key: string, values: object = {}) => ({ key, name: key, unitPrice: '1250.00', unit: 'pcs', ...values })
  const lines = [line('Przegląd', { vatRate: '8' }), line('Maszyna', { section: 's', quantity: '2' }), line('Napęd', { kind: 'component', parent: 'Maszyna', section: 's' }), line('Łożysko', { kind: 'component', parent: 'Napęd', section: 's', quantity: '4' }), line('Osłona', { kind: 'optional' })]
  const saved = await administrator.send('PUT', `/api/quotes/${offer.id}/grid`, { version: offer.version, head: { discount: '5' }, sections: [{ key: 's', title: 'Maszyny' }], lines })
  assert.equal(saved.status, 200, saved.text)
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

async function madeFrom(key: string): Promise<Uint8Array> {
  const { contents, kind, key: _, ...about } = shippedTemplates().find((each) => each.key === key)!
  const file = await kept(contents, { name: `oferta.${kind}`, type: mediaTypes[kind] })
  const template = await create(house.ctx, 'documentTemplate', { ...about, active: true, file })
  return (await tried(house.ctx, { template: template.id, id: offer.id })).contents
}

test('the detailed quote is read by mammoth: the structure in order, the taxes, the sum in words, and no row left empty', async () => {
  const { value: html, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(await madeFrom('quote.pl')) })
  assert.deepEqual(messages.filter(({ type }) => type === 'error'), [])
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()))
  const at = rows.findIndex(([first]) => first === 'Lp.')
  assert.deepEqual(rows.slice(at + 1, at + 6).map((cells) => [cells[0], cells[1], cells.at(-1)]), [
    ['1', 'Przegląd', '1 187,50'], ['Maszyny', '2 375,00', '2 375,00'], ['2', 'Maszyna', '2 375,00'], ['2.1', 'Napęd', 'w zestawie'], ['2.1.1', 'Łożysko', 'w zestawie'],
  ])
  assert.deepEqual(rows.slice(at + 6, at + 10), [['Stawka VAT', 'Netto', 'VAT', 'Brutto'], ['23%', '2 375,00', '546,25', '2 921,25'], ['8%', '1 187,50', '95,00', '1 282,50'], ['Razem', '3 562,50', '641,25', '4 203,75']])
  assert.match(html, /Słownie: cztery tysiące dwieście trzy złote siedemdziesiąt pięć groszy/)
  assert.match(html, /Zażółć Gęślą Jaźń sp. z o.o./)
  assert.doesNotMatch(html, /\{\{|\}\}/)
})

test('the spreadsheet is read by hucre: amounts are numbers, sums stay formulas over all lines', async () => {
  const made = await madeFrom('quoteSheet.pl')
  const { sheets } = await readXlsx(made)
  const [{ rows }] = sheets as [(typeof sheets)[number]]
  const at = rows.findIndex(([first]) => first === 'Lp.')
  assert.deepEqual(rows.slice(at + 1, at + 6).map((row) => [row[0], row[2] ?? null, row[3] ?? null, row[8] ?? null]), [['1', 'Przegląd', 1, 1187.5], ['Maszyny', null, null, null], ['2', 'Maszyna', 2, 2375], ['2.1', 'Napęd', 1, null], ['2.1.1', 'Łożysko', 4, null]])
  assert.equal(rows[at + 6]![0], 'Razem netto')
  const xml = strFromU8(unzipSync(made)['xl/worksheets/sheet1.xml']!)
  assert.deepEqual([...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula), ['SUM(I12:I16)', 'G20+H20', 'G21+H21', 'SUM(G20:G21)', 'SUM(H20:H21)', 'SUM(I20:I21)'])
})

test('LibreOffice makes a PDF of each of them', { skip: (await officeProgram()) !== null ? false : 'LibreOffice is not installed here' }, async () => {
  const office = openOffice()
  try {
    for (const [shipped, kind] of [['quote.pl', 'docx'], ['quoteSummary.en', 'docx'], ['quoteSheet.en', 'xlsx']] as const) {
      assert.equal(Buffer.from((await office.toPdf(await madeFrom(shipped), kind)).subarray(0, 5)).toString(), '%PDF-', shipped)
    }
  } finally {
    await office.close()
  }
})
