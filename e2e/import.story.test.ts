/** A firm brings in its customers: a file as a Polish trade program writes it, seen through, written, and taken back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { nipOf } from '../src/server/demo/rules.ts'
import { administrator, open, records } from './browser.ts'

let context: BrowserContext
let page: Page

const nip = (n: number) => nipOf(7_000_000 + n)
const file = [
  'Symbol;Nazwa;NIP;Ulica;Nr;Kod pocztowy;Miejscowość;Telefon;Rodzaj;Data ostatniej sprzedaży',
  `Z1;Żółw i Gęś sp. z o.o.;${nip(1)};Długa;5;30-047;Kraków;12 686 90 80;odbiorca;03.09.2025`,
  `Z2;Źródło s.c.;${nip(2)};Rynek;1/2;50-101;Wrocław;602 118 331;dostawca;31.02.2024`,
  'Z3;Zły NIP S.A.;1234567890;;;;;;odbiorca;',
  `Z4;Żółw i Gęś sp. z o.o.;${nip(1)};Krótka;7;30-001;Kraków;;odbiorca;`,
  `Z5;Ćma sp.j.;${nip(5)};Polna;9;90-001;Łódź;;odbiorca;`,
].join('\r\n')
/** As Windows writes Polish: one byte a letter. */
const windows1250 = Buffer.from([...file].map((letter) => ({ Ż: 0xaf, ó: 0xf3, ł: 0xb3, ę: 0xea, ś: 0x9c, Ź: 0x8f, Ć: 0xc6, ć: 0xe6, ź: 0x9f, ż: 0xbf, Ł: 0xa3, Z: 0x5a }[letter] ?? letter.codePointAt(0)!)))

const step = (name: string) => page.getByRole('heading', { name, level: 2 })
const on = () => page.getByRole('button', { name: 'Dalej' }).click()
const figures = async () => (await page.getByRole('group', { name: 'Liczby' }).locator('dd').allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')))
const there = (where: string) => records(context, 'company', { columns: 'name,nip,roles', where, limit: '50' })

test('from the list of companies a file is chosen; its encoding, separator and columns are recognised', async () => {
  context = await open({ as: administrator.mail })
  page = await context.newPage()
  await page.goto('/records/company')
  await page.getByRole('button', { name: 'Importuj' }).click()
  await page.getByRole('heading', { name: 'Import: Firmy', level: 1 }).waitFor()
  await page.locator('input[type=file]').setInputFiles({ name: 'kontrahenci.csv', mimeType: 'text/csv', buffer: windows1250 })
  await step('Która kolumna do którego pola?').waitFor()
  await page.getByText('CSV · Windows-1250 · średnik · nagłówek w wierszu 1').waitFor()
  assert.equal(await page.getByRole('combobox', { name: 'Pole dla kolumny Miejscowość' }).inputValue(), 'Miejscowość (siedziba)')
})

test('a column is sent to a field by hand and its values are given their meaning; a reload loses nothing', async () => {
  const column = page.getByRole('combobox', { name: 'Pole dla kolumny Rodzaj' })
  await column.click()
  await column.fill('Rola')
  await page.getByRole('option', { name: 'Rola', exact: true }).click()
  await page.getByRole('button', { name: 'Znaczenie wartości: Rodzaj' }).click()
  await page.getByRole('combobox', { name: 'Znaczenie wartości „odbiorca”' }).click()
  const kept = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.request().postData()!.includes('odbiorca'))
  await page.getByRole('option', { name: 'Klient', exact: true }).click()
  await kept
  await page.getByRole('button', { name: 'Gotowe' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Znaczenie wartości: Rodzaj' }).filter({ hasText: '1 zamiana' }).waitFor()
  assert.equal(await column.inputValue(), 'Rola')
})

test('the preview tells of every row and every refusal, and writes nothing', async () => {
  await on()
  await step('Co, jeśli rekord już jest?').waitFor()
  assert.ok(await page.getByRole('checkbox', { name: 'NIP' }).isChecked())
  await on()
  await step('Co się stanie').waitFor()
  assert.deepEqual(await figures(), [5, 2, 0, 1, 2])
  await page.getByText('to samo co w wierszu 2').waitFor()
  await page.getByRole('tab', { name: /Odrzucone/ }).click()
  await page.getByRole('cell', { name: 'Nie ma takiego dnia: 31.02.2024.' }).waitFor()
  assert.deepEqual(await there(`nip = '${nip(1)}'`), [])
})

test('the import runs and its figures are those of the preview; the refused rows are a file with the reasons', async () => {
  await page.getByRole('button', { name: 'Importuj 2 wiersze' }).click()
  await step('Import zakończony').waitFor({ timeout: 60_000 })
  assert.deepEqual(await figures(), [5, 2, 0, 1, 2])
  const [made] = await there(`nip = '${nip(1)}'`)
  assert.deepEqual([made!['name'], made!['roles']], ['Żółw i Gęś sp. z o.o.', ['customer']])
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Pobierz odrzucone wiersze' }).click()])
  const refused = readFileSync((await download.path())!, 'utf8')
  assert.match(refused, /^\uFEFFSymbol;Nazwa;NIP;/)
  assert.match(refused, /Z3;Zły NIP S\.A\.;1234567890;.*;4;NIP: /)
})

test('the whole import is taken back', async () => {
  await page.getByRole('button', { name: 'Cofnij import' }).click()
  await page.getByRole('dialog').getByText('2 utworzone rekordy trafią do kosza.').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Cofnij import' }).click()
  await step('Import cofnięty').waitFor({ timeout: 60_000 })
  assert.deepEqual(await there(`nip = '${nip(1)}' or nip = '${nip(5)}'`), [])
  await page.getByRole('link', { name: 'Importy' }).last().click()
  await page.getByRole('row').filter({ hasText: 'kontrahenci.csv' }).getByText('Cofnięty').waitFor()
  await context.close()
})

test('on a telephone the import is in the menu of the list', async () => {
  const phone = await open({ as: administrator.mail, viewport: { width: 390, height: 844 } })
  const small = await phone.newPage()
  await small.goto('/records/company')
  await small.getByRole('button', { name: 'Więcej o liście' }).click()
  await small.getByRole('menuitem', { name: 'Importuj' }).click()
  await small.waitForURL(/imports\/new/)
  await phone.close()
})
