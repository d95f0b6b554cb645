/** The catalogue and rates out of one house into another: whole, by files, with the rows that cannot come told one by one. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Values } from '../../contract/definition.ts'
import { exportList } from '../exports/index.ts'
import { startDesk, type Desk } from '../imports/testing/given.ts'
import type { ImportAnswer } from '../imports/contract.ts'
import { create } from '../kernel/records/create.ts'

let [from, to] = [null, null] as unknown as [Desk, Desk]
before(async () => {
  ;[from, to] = [await startDesk(), await startDesk()]
  await Promise.all([from.work(), to.work()])
})
after(async () => {
  await from.end()
  await to.end()
})

const money = (amount: string, currency = 'PLN') => ({ amount, currency })
const figures = ({ counts: { read, created, updated, skipped, refused } }: ImportAnswer) => [read, created, updated, skipped, refused]
const made = async (object: string, values: Values): Promise<string> => (await create(from.ctx, object, values)).id

/** Each object with the columns that say all of it, links by what finds them, in the order in which they need one another. */
const catalogue: readonly [object: string, columns: readonly string[], order: string][] = [
  ['productGroup', ['name', 'code', 'parent.code', 'description'], 'name'],
  ['product', ['code', 'name', 'foreignName', 'ean', 'group.code', 'kind', 'unit', 'vatRate', 'price', 'priceOf', 'cost', 'active', 'edition', 'validFrom', 'validUntil', 'replaces.code', 'stock', 'stockAt', 'leadTime', 'leadTimeAt', 'externalId', 'description'], 'name'],
  ['component', ['whole.code', 'part.code', 'kind', 'choiceGroup', 'quantity', 'minQuantity', 'maxQuantity', 'chosen', 'price', 'included', 'position'], 'whole.code,part.code,choiceGroup'],
  ['componentRule', ['whole.code', 'part.code', 'kind', 'other.code', 'message'], 'part.code,other.code'],
  ['priceList', ['name', 'currency', 'validFrom', 'validUntil', 'basedOn', 'factor', 'priority', 'active', 'description'], 'name'],
  ['price', ['priceList', 'product.code', 'amount', 'fromQuantity', 'validFrom', 'validUntil'], 'product.code,fromQuantity,validFrom'],
  ['currencyRate', ['currency', 'on', 'rate', 'source'], 'currency,on'],
]

async function given(): Promise<void> {
  // Named so that in the file a child stands before its parent, and what replaces before what is replaced.
  const machines = await made('productGroup', { name: 'Maszyny', code: 'M' })
  const lines = await made('productGroup', { name: 'Linie; „długie”', code: 'M-1', parent: machines, description: 'Opis\nw dwóch wierszach' })
  await made('productGroup', { name: 'Dwunożne', code: 'M-1-1', parent: lines })
  const old = await made('product', { code: 'L-100', name: 'Linia A', kind: 'structure', priceOf: 'sum', group: lines, validFrom: '2024-01-01', validUntil: '2025-12-31', active: false, edition: '2024' })
  const line = await made('product', { code: 'L-200', name: 'Linia', kind: 'structure', priceOf: 'sum', group: lines, replaces: old, validFrom: '2026-01-01', edition: '2026' })
  const valve = await made('product', { code: '00123', name: 'Zawór =1+1', ean: '5901234123457', group: machines, unit: 'm', vatRate: '8', price: money('1234.56', 'EUR'), cost: money('0.125'), stock: '1234567.125', stockAt: '2026-03-29T00:30:00.000Z', leadTime: 14, leadTimeAt: '2026-06-01T10:15:00.000Z', externalId: 'ERP/1', description: 'Średnica "½"', foreignName: 'Ventil' })
  const pump = await made('product', { code: 'P-7', name: 'Pompa', vatRate: 'zw', price: money('-0') })
  await made('component', { whole: line, part: valve, kind: 'alternative', choiceGroup: 'Zawór', quantity: '2.5', minQuantity: '1', maxQuantity: '10', chosen: true, price: money('999.99'), position: 1 })
  await made('component', { whole: line, part: valve, kind: 'alternative', choiceGroup: 'Zapas', quantity: '1', included: true })
  await made('component', { whole: line, part: pump, quantity: '1' })
  await made('componentRule', { whole: line, part: pump, kind: 'needs', other: valve, message: 'Bez zaworu nie ruszy.' })
  const base = await made('priceList', { name: 'Podstawowy', currency: 'EUR', validFrom: '2026-01-01' })
  await made('priceList', { name: 'Hurt', currency: 'PLN', basedOn: base, factor: '82.5', priority: 3 })
  for (const [amount, fromQuantity, validUntil] of [['10', '0', '2026-06-30'], ['9.5', '12.5', null], ['8', '100', null]] as const) await made('price', { priceList: base, product: valve, amount: money(amount, 'EUR'), fromQuantity, validUntil })
  await made('price', { priceList: base, product: valve, amount: money('11', 'EUR'), validFrom: '2026-07-01' })
  for (const [on, rate] of [['2026-01-02', '4.2531'], ['2026-01-03', '4.2']]) await made('currencyRate', { currency: 'EUR', on, rate })
}

async function taken(desk: Desk, [object, columns, order]: (typeof catalogue)[number], format: 'csv' | 'xlsx', language: 'pl' | 'en' = 'pl'): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of await exportList({ ...desk.ctx, language }, { object, format, columns: [...columns], order })) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function brought(desk: Desk, object: string, file: string | Buffer, more: { fileName?: string; options?: object; mapping?: unknown } = {}): Promise<ImportAnswer> {
  const { id } = await desk.upload(file, { object, ...more })
  const preview = await desk.until(id, 'preview')
  const done = await desk.until(id, 'run')
  assert.deepEqual(figures(done), figures(preview), `${object}: the preview told what then happened`)
  return done
}

test('the whole catalogue goes out and comes back into an empty house unchanged, and once more changes nothing', async () => {
  await given()
  for (const one of catalogue) {
    const csv = await taken(from, one, 'csv')
    const done = await brought(to, one[0], csv)
    assert.deepEqual(await refusedIn(to, done), [], one[0])
    assert.equal((await taken(to, one, 'csv')).toString(), csv.toString())
    const again = await brought(from, one[0], await taken(from, one, 'xlsx'), { fileName: 'plik.xlsx', options: { keys: (await upTo(from, one)).options.keys, found: 'update' } })
    assert.deepEqual([again.counts.created, again.counts.refused], [0, 0], `${one[0]}: ${JSON.stringify(await refusedIn(from, again))}`)
    assert.equal((await taken(from, one, 'csv')).toString(), csv.toString(), `${one[0]} as a workbook`)
  }
})

const upTo = async (desk: Desk, one: (typeof catalogue)[number]) => desk.upload(await taken(desk, one, 'csv'), { object: one[0] })
const refusedIn = async (desk: Desk, { id }: ImportAnswer) => (await desk.anna.get(`/api/imports/${id}/refused`)).body.rows.map(({ line, reasons }: { line: number; reasons: { column: string; code: string }[] }) => [line, ...reasons.map(({ column, code }) => `${column} ${code}`)])

/** As old Polish trade programs write: one byte a letter. */
const windows1250 = (text: string): Buffer => Buffer.from([...text].map((letter) => ({ ó: 0xf3, ł: 0xb3, ę: 0xea, ś: 0x9c, Ś: 0x8c, ć: 0xe6, ź: 0x9f, ż: 0xbf, Ł: 0xa3, ą: 0xb9, ń: 0xf1 }[letter] ?? letter.charCodeAt(0))))
const rowsOf = async (desk: Desk, object: string, query: string) => (await desk.anna.get(`/api/records/${object}?${query}`)).body.rows as Values[]

test('products as a Polish trade program writes them: Windows-1250, decimal commas, groups by their symbols; each row that cannot come says why', async () => {
  const file = ['Indeks;Nazwa towaru;Kod kreskowy;JM;VAT;Cena netto;Symbol grupy', 'Ś-1;Śruba żółta;5901234123457;szt.;23%;1 234,50;m-1', 'Ś-2;Łącznik;5901234123458;szt.;23%;10,00;M-1', 'Ś-3;Część;;szt.;23%;-5,00;', 'Ś-4;Gąska;;szt.;23%;5,00;X-404', 'Ś-5;Źdźbło;;parsek;23%;;', 'Ś-6;Dobry;;szt.;zw;1,00;', 'ś-1;Powtórzony inaczej;;szt.;23%;1,00;'].join('\r\n')
  const done = await brought(to, 'product', windows1250(file), { options: { keys: [], found: 'create' } })
  assert.equal(done.format.encoding, 'windows-1250')
  assert.deepEqual(await refusedIn(to, done), [[3, 'Kod kreskowy product.ean'], [4, 'Cena netto price.negative'], [5, 'Symbol grupy link_missing'], [6, 'JM choice.unknown'], [8, 'Indeks not_unique']])
  const [screw] = await rowsOf(to, 'product', `columns=name,price,group.code,unit,vatRate&where=code = 'Ś-1'`)
  assert.deepEqual([screw!['name'], screw!['price'], screw!['group.code'], screw!['unit'], screw!['vatRate']], ['Śruba żółta', money('1234.50'), 'M-1', 'pcs', '23'])
})

test('stock and lead times are refreshed by code and nothing else changes; a product that is not there is not made', async () => {
  const [before] = await rowsOf(to, 'product', "columns=name,price,stock&where=code = '00123'")
  const file = 'Kod;Stan magazynowy;Stan na;Czas dostawy\n00123;12,5;2026-10-02 07:30;21\nBRAK;1;2026-10-02 07:30;1\n'
  const done = await brought(to, 'product', file)
  assert.deepEqual([figures(done), await refusedIn(to, done)], [[2, 0, 1, 0, 1], [[3, 'null record_missing']]])
  const [after] = await rowsOf(to, 'product', "columns=name,price,stock,stockAt,leadTime&where=code = '00123'")
  assert.deepEqual([after!['name'], after!['price'], after!['stock'], after!['stockAt'], after!['leadTime']], [before!['name'], before!['price'], '12.5', '2026-10-02T05:30:00.000Z', '21'])
})

test('a tree of groups that leads round in a circle is refused row by row, what hangs on it too, and the rest comes', async () => {
  const done = await brought(to, 'productGroup', 'Symbol;Nazwa;Symbol grupy nadrzędnej\nA;Pierwsza;B\nB;Druga;A\nC;Pod pierwszą;A\nD;Sama w sobie;D\nF;Pod piątą;E\nE;Piąta;\n', { options: { keys: [], found: 'create' } })
  assert.deepEqual(await refusedIn(to, done), [2, 3, 4, 5].map((line) => [line, 'Symbol grupy nadrzędnej link_circle']))
  assert.deepEqual((await rowsOf(to, 'productGroup', "columns=name,parent.code&where=code = 'F'")).map((row) => row['parent.code']), ['E'])
  const turned = await brought(to, 'productGroup', 'Symbol;Nazwa;Symbol grupy nadrzędnej\nE;Piąta;F\n', { options: { keys: [['code']], found: 'update' } })
  assert.deepEqual(await refusedIn(to, turned), [[2, 'Symbol grupy nadrzędnej tree_cycle']])
})

test('a structure that would contain itself is refused at its row with the way, and so are prices that overlap, at the preview already', async () => {
  const parts = await brought(to, 'component', 'Kod zestawu;Kod części;Ilość;Rodzaj\nŚ-1;P-7;1,5;wymagany\nP-7;Ś-1;1;wymagany\nŚ-1;L-200;0;opcjonalny\nŚ-1;00123;2;opcjonalny\n')
  assert.deepEqual(await refusedIn(to, parts), [[3, 'Kod części component.contains_itself'], [4, 'Ilość component.no_quantity']])
  const prices = await brought(to, 'price', 'Cennik;Kod produktu;Cena;Waluta;Od ilości;Od dnia\nPodstawowy;P-7;12,30;EUR;0;\nPodstawowy;P-7;11,30;EUR;0;2026-05-01\nPodstawowy;P-7;10,30;EUR;10;2026-05-01\nPodstawowy;L-200;5,00;PLN;0;\nNieznany;P-7;1;EUR;0;\n')
  assert.deepEqual(await refusedIn(to, prices), [[3, 'Od dnia price.overlaps'], [5, 'Cena price.other_currency'], [6, 'Cennik link_missing']])
})

test('rates come by file, those of a day that is there are replaced when asked for, and a rate of nothing is refused', async () => {
  const done = await brought(to, 'currencyRate', 'Waluta;Data;Kurs\nEUR;2026-01-03;4,2599\nUSD;03.01.2026;3,6012\nCHF;2026-01-03;0\nXXQ;2026-01-03;1\n', { options: { keys: [['currency', 'on']], found: 'update' } })
  assert.deepEqual([figures(done), await refusedIn(to, done)], [[4, 1, 1, 0, 2], [[4, 'Kurs rate.not_positive'], [5, 'Waluta choice.unknown']]])
  assert.deepEqual((await rowsOf(to, 'currencyRate', "columns=currency,rate&where=on = 2026-01-03&order=currency")).map((row) => row['rate']), ['4.2599', '3.6012'])
})
