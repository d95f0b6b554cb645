import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Readable } from 'node:stream'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'
import { currentFiles } from '../kernel/files/current.ts'
import { create } from '../kernel/records/create.ts'
import { paragraph, table } from './writers/shipped/build.ts'
import { docxOf, paragraphsOf } from './testing/files.ts'
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

async function templateOf(contents: Uint8Array, values: Record<string, unknown> = {}) {
  const { hash, size } = await currentFiles().put(Readable.from([Buffer.from(contents)]))
  return (await create(house.ctx, 'documentTemplate', { name: 'Pismo', object: 'company', purpose: 'letter', language: 'pl', active: true, file: { hash, size, name: 'pismo.docx', type: 'application/x' }, ...values })).id
}

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
