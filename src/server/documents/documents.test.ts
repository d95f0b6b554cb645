import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Readable } from 'node:stream'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'
import { currentFiles } from '../kernel/files/current.ts'
import { create } from '../kernel/records/create.ts'
import { paragraph, table } from './writers/shipped/build.ts'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readXlsx } from 'hucre'
import type { RefusalError } from '../../contract/refusal.ts'
import { checkContents } from './templates/actions.ts'
import { docxOf, paragraphsOf, xlsxOf } from './testing/files.ts'
import { contentsOf } from './filling/actions.ts'

let house: House
let all: Caller
let company: string
before(async () => {
  house = await startHouse()
  all = house.all
  const make = (object: string, values: Record<string, unknown>) => create(house.ctx, object, values)
  company = (await make('company', { name: 'Żółw & Synowie <sp. z o.o.>', shortName: 'Żółw', turnover: { amount: '1234.50', currency: 'PLN' }, roles: ['customer'], employees: '12' })).id
  for (const [firstName, lastName] of [['Łucja', 'Ćwik'], ['Ewa', 'Adamska']]) await make('person', { firstName, lastName, company })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

async function fileOf(contents: Uint8Array, name: string) {
  const { hash, size } = await currentFiles().put(Readable.from([Buffer.from(contents)]))
  return { file: { hash, size, name, type: 'application/x' } }
}

const templateOf = async (contents: Uint8Array, values: Record<string, unknown> = {}) =>
  (await create(house.ctx, 'documentTemplate', { name: 'Pismo', object: 'company', purpose: 'letter', language: 'pl', active: true, ...(await fileOf(contents, 'pismo.docx')), ...values })).id

async function madeOf(contents: Uint8Array, caller = all) {
  const template = await templateOf(contents)
  const { status, body } = await caller.send('POST', '/api/documents', { template, object: 'company', id: company })
  assert.equal(status, 201, JSON.stringify(body))
  return paragraphsOf(await contentsOf(body.file.hash))
}

test('markers are filled with fields, what links lead to, calculations and formats', async () => {
  const words = await madeOf(docxOf(paragraph('{{name}}|{{turnover | money}}|{{turnover | words}}|{{employees * 2}}|{{roles}}|{{UPPER(shortName)}}|{{COUNT(people)}}|{{IF(employees > 10, ‘duża’, ‘mała’)}}')))
  assert.equal(words[0], 'Żółw & Synowie <sp. z o.o.>|1\u00a0234,50\u00a0zł|tysiąc dwieście trzydzieści cztery złote pięćdziesiąt groszy|24|Klient|ŻÓŁW|2|duża')
})

test('rows of a table are repeated for each record, in the order asked for', async () => {
  const words = await madeOf(docxOf(table({ widths: [2000, 4000], head: ['Lp.', 'Osoba'], rows: [['{{#people by lastName}}{{rowNumber}}', '{{name}}{{/people}}']] }), paragraph('koniec')))
  assert.deepEqual(words.filter((text) => text !== ''), ['Lp.', 'Osoba', '1', 'Ewa Adamska', '2', 'Łucja Ćwik', 'koniec'])
})

test('what is repeated may hold what is repeated, and conditions decide over lines and rows', async () => {
  const words = await madeOf(docxOf(
    paragraph('{{#people by lastName}}'),
    paragraph('{{name}} ({{#if lastName = "Ćwik"}}tak{{else}}nie{{/if}}) {{company.shortName}} {{turnover | money}}'),
    paragraph('{{#if lastName = "Ćwik"}}tylko jedna{{/if}}'),
    paragraph('{{/people}}'),
    paragraph('{{#if employees > 100}}wielka{{/if}}'),
  ))
  assert.deepEqual(words.filter((text) => text !== ''), ['Ewa Adamska (nie) Żółw 1\u00a0234,50\u00a0zł', 'Łucja Ćwik (tak) Żółw 1\u00a0234,50\u00a0zł', 'tylko jedna'])
})

test('a marker that Word cut into runs by its formatting is one marker', async () => {
  const cut = '<w:p><w:r><w:t>x{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>{na</w:t></w:r><w:r><w:t>me}</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>}y</w:t></w:r></w:p>'
  assert.equal((await madeOf(docxOf(cut)))[0], 'xŻółw & Synowie <sp. z o.o.>y')
})

test('a spreadsheet repeats its rows, its formulas follow them, and what hucre reads are numbers', async () => {
  const contents = xlsxOf([
    ['Firma', '{{name}}'],
    ['{{#people by lastName}}{{name}}', '{{turnover}}', '=B2*2', '{{/people}}'],
    ['Razem', '=SUM(B2:B2)', '=SUM(C2)'],
  ])
  const template = await templateOf(contents, await fileOf(contents, 'lista.xlsx'))
  const { status, body } = await all.send('POST', '/api/documents', { template, object: 'company', id: company })
  assert.equal(status, 201, JSON.stringify(body))
  const made = await contentsOf(body.file.hash)
  const { sheets } = await readXlsx(made)
  assert.deepEqual(sheets[0]!.rows.map((row) => row.slice(0, 2)), [['Firma', 'Żółw & Synowie <sp. z o.o.>'], ['Ewa Adamska', 1234.5], ['Łucja Ćwik', 1234.5], ['Razem', sheets[0]!.rows[3]![1]]])
  const xml = strFromU8(unzipSync(made)['xl/worksheets/sheet1.xml']!)
  assert.deepEqual([...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula), ['B2*2', 'B3*2', 'SUM(B2:B3)', 'SUM(C2)'])
  assert.doesNotMatch(xml, /999/, 'what the template had worked out is gone')
})

test('every fault of a template is named with its place, and a template that has one is not kept', async () => {
  const contents = docxOf(paragraph('{{nmae}} i {{turnover | monney}}'), table({ widths: [2000], rows: [['{{#people}}{{name}}']] }), paragraph('{{/people}} {{otwarty'), paragraph('{{#if name = 1}}x{{/if}}'))
  const { file } = await fileOf(contents, 'zly.docx')
  const checked = await all.send('POST', '/api/documents/check', { object: 'company', file })
  assert.equal(checked.status, 404, 'a file that nobody here has sent')
  const refused = await create(house.ctx, 'documentTemplate', { name: 'Zły', object: 'company', purpose: 'letter', language: 'pl', active: true, file }).then(() => null, (error: RefusalError) => error)
  const said = refused!.refusals.map(({ code, values }) => `${code}: ${String(values?.['pl'])}`)
  assert.ok(said.some((each) => /unknown_field: Akapit 1: .*nmae/.test(each)), said.join('\n'))
  assert.ok(said.some((each) => /template.unknown_format: Akapit 1.*monney/.test(each)))
  assert.ok(said.some((each) => /template.crosses_table: Tabela 1, wiersz 1, kolumna 1/.test(each)))
  assert.ok(said.some((each) => /template.marker_open: /.test(each)))
})

test('what is no DOCX, has macros, or unpacks to too much is refused', async () => {
  const zip = (parts: Record<string, Uint8Array>) => zipSync(parts, { level: 9 })
  const docx = unzipSync(docxOf(paragraph('x')))
  const cases: [string, Uint8Array][] = [
    ['template.not_office', strToU8('%PDF-1.7')],
    ['template.not_office', zip({ 'a.txt': strToU8('a') })],
    ['template.macros', zip({ ...docx, 'word/vbaProject.bin': strToU8('x') })],
    ['template.macros', zip({ ...docx, '[Content_Types].xml': strToU8(strFromU8(docx['[Content_Types].xml']!).replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main')) })],
    ['template.too_large', zip({ ...docx, 'word/document.xml': new Uint8Array(40 * 1024 ** 2) })],
    ['template.damaged', zip({ ...docx, 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:document/>') })],
    ['template.never_closed', docxOf(paragraph('{{#people}}'), paragraph('{{name}}'))],
    ['template.never_opened', docxOf(paragraph('{{/people}}'))],
  ]
  for (const [code, contents] of cases) assert.deepEqual(checkContents(house.ctx, 'company', contents).faults.map((fault) => fault.code), [code], code)
})

test('a document made anew is the next edition; the one before stays', async () => {
  const template = await templateOf(docxOf(paragraph('{{name}}')))
  const editions = []
  for (let n = 0; n < 2; n++) editions.push((await all.send('POST', '/api/documents', { template, object: 'company', id: company })).body.edition)
  assert.deepEqual(editions, [1, 2])
})

test('who may not see what a template shows gets no document and does not hear what it is; a hidden record is not there', async () => {
  const template = await templateOf(docxOf(paragraph('{{name}}'), paragraph('{{#if turnover > 10}}x{{/if}}')))
  const grant = (object: string) => ({ role: 'seller', object, verb: 'read' as const, scope: 'all' as const, rule: null })
  const seller = await house.person('Seller', { grants: [grant('company'), grant('documentTemplate')], fields: { company: { turnover: 'none' } }, fingerprint: 'seller' })
  const refused = await seller.send('POST', '/api/documents', { template, object: 'company', id: company })
  assert.equal(refused.status, 403)
  assert.equal(refused.body.code, 'document.not_readable')
  assert.doesNotMatch(refused.text, /turnover|obr[oó]t/i)
  const offered = await seller.get('/api/documents/templates?object=company')
  assert.match(offered.body.templates.find((each: { id: string }) => each.id === template).hindrance, /nie możesz/)
  assert.ok(!(await seller.get('/api/documents/markers?object=company')).text.includes('turnover'))
  const blind = await house.person('Blind', { grants: [grant('documentTemplate')], fingerprint: 'blind' })
  assert.equal((await blind.send('POST', '/api/documents', { template, object: 'company', id: company })).status >= 400, true)
})

test('pictures and templates fetched from elsewhere do not reach the document; links to follow do', async () => {
  const docx = unzipSync(docxOf(paragraph('{{name}}')))
  const relations = strFromU8(docx['word/_rels/document.xml.rels']!).replace('</Relationships>', '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://spy.example/a.png" TargetMode="External"/><Relationship Id="rIdY" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://good.example" TargetMode="External"/></Relationships>')
  const template = await templateOf(zipSync({ ...docx, 'word/_rels/document.xml.rels': strToU8(relations) }))
  const { body } = await all.send('POST', '/api/documents', { template, object: 'company', id: company })
  const made = strFromU8(unzipSync(await contentsOf(body.file.hash))['word/_rels/document.xml.rels']!)
  assert.doesNotMatch(made, /spy\.example/)
  assert.match(made, /good\.example/)
})
