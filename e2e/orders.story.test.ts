/** From a yes to a delivery: what must be agreed stands in the way of every acceptance; a contract with its reminders, its amendment and what it is worth. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, open, records } from './browser.ts'
import { dayFromNow, given, inPolish } from './settings.ts'

let office: BrowserContext
let page: Page
let company: string
let person: string
let quote: string
let order: string

const questions = [['Fundament gotowy', 'tick', null], ['Uwagi do dojazdu', 'text', null], ['Dzień montażu', 'day', null], ['Protokół odbioru', 'file', null], ['Kolor obudowy', 'choice', 'szary\nzielony'], ['Kto odbiera', 'person', null]] as const

before(async () => {
  office = await open({ as: administrator.mail })
  company = await given(office, 'company', { name: 'Suszarnia Drewna Tarcica' })
  person = await given(office, 'person', { firstName: 'Ewa', lastName: 'Odbiorczyk', company })
  const group = await given(office, 'productGroup', { name: 'Komory suszarnicze' })
  const product = await given(office, 'product', { name: 'Komora S-40', code: 'S-40', group, price: { amount: '5000', currency: 'PLN' } })
  const template = await given(office, 'checklistTemplate', { name: 'Komory suszarnicze', group })
  for (const [at, [title, kind, choices]] of questions.entries()) await given(office, 'checklistQuestion', { template, title, kind, choices, required: true, position: String(at + 1) })
  quote = await given(office, 'quote', { title: 'Dwie komory', company, contact: person })
  await given(office, 'quoteLine', { quote, name: 'Komora S-40', product, quantity: '2', unitPrice: { amount: '5000', currency: 'PLN' }, vatRate: '23' })
  for (const state of ['sent', 'accepted']) await moved('quote', quote, state)
  page = await office.newPage()
})

async function moved(object: string, id: string, state: string) {
  const { version } = (await (await office.request.get(`/api/records/${object}/${id}`)).json()) as { version: number }
  return office.request.patch(`/api/records/${object}/${id}`, { data: { version, state } })
}
const stateOf = async (id: string) => (await records(office, 'salesOrder', { columns: 'state', where: `id = '${id}'` }))[0]!['state']
const fromMenu = async (name: string) => {
  await page.getByRole('button', { name: 'Więcej' }).first().click()
  await page.getByRole('menuitem', { name }).click()
}
const check = (title: string) => page.getByRole('region', { name: 'Ustalenia z klientem' }).getByRole('listitem').filter({ hasText: title })
const settled = (title: string) => check(title).getByText('Kto uzgodnił').waitFor()
const accept = () => page.getByRole('group', { name: 'Stan' }).getByRole('button', { name: /^Przyjmij/ }).click()

test('an accepted quote becomes an order in one step, and one is led to it with all that is to be agreed', async () => {
  await page.goto(`/records/quote/${quote}`)
  await fromMenu('Utwórz zamówienie')
  await page.waitForURL(/\/records\/salesOrder\//)
  order = new URL(page.url()).pathname.split('/').at(-1)!
  await page.getByText('Uzgodniono 0 z 6 wymaganych').waitFor()
  await page.getByRole('tab', { name: 'Pozycje' }).click()
  await page.getByRole('region', { name: 'Pozycje zamówienia' }).getByText('Komora S-40').waitFor()
})

test('accepted before that, it stays as it is and what is open is named beside the state', async () => {
  await page.getByRole('tab', { name: 'Ustalenia' }).click()
  await accept()
  const said = page.getByRole('group', { name: 'Stan' }).getByRole('alert')
  await said.waitFor()
  for (const [title] of questions) assert.match(await said.innerText(), new RegExp(title))
  assert.equal(await stateOf(order), 'new')
})

test('neither all that were found changed at once, nor a batch of the API, nor a file accepts it', async () => {
  const where = `company = '${company}'`
  await page.goto(`/records/salesOrder?${new URLSearchParams({ view: 'all', where })}`)
  await page.getByRole('checkbox', { name: 'Zaznacz wszystkie pasujące' }).first().click()
  await page.getByRole('button', { name: 'Zmień', exact: true }).first().click()
  const window = page.getByRole('dialog')
  await window.getByRole('option', { name: 'Stan', exact: true }).click()
  await window.getByRole('combobox', { name: 'Stan' }).or(window.getByRole('textbox', { name: 'Stan' })).first().click()
  await page.getByRole('option', { name: 'Przyjęte', exact: true }).click()
  await window.getByRole('button', { name: 'Zmień', exact: true }).click()
  await page.getByText(/rekord odmówił zmiany|nie można przyjąć/).first().waitFor()
  assert.equal(await stateOf(order), 'new')
  const [row] = await records(office, 'salesOrder', { columns: 'number', where: `id = '${order}'` })
  const batch = await office.request.post('/api/records/salesOrder/batch', { data: { update: [{ id: order, version: row!['version'], state: 'accepted' }] } })
  assert.match(await batch.text(), /order\.checks_open/)
  assert.equal(await stateOf(order), 'new')
  await byFile()
  assert.deepEqual(await records(office, 'salesOrder', { columns: 'state', where: "title = 'Komora z pliku'" }), [])
})

/** A rental asks for its deposit and more: it does not come in accepted. */
async function byFile(): Promise<void> {
  await page.goto('/imports/new?object=salesOrder')
  await page.locator('input[type=file]').setInputFiles({ name: 'zamowienia.csv', mimeType: 'text/csv', buffer: Buffer.from('Tytuł;Firma;Rodzaj;Stan\r\nKomora z pliku;Suszarnia Drewna Tarcica;Wynajem;Przyjęte\r\n') })
  await page.getByRole('heading', { name: 'Która kolumna do którego pola?', level: 2 }).waitFor()
  await page.getByRole('button', { name: 'Dalej' }).click()
  await page.getByRole('heading', { name: 'Co, jeśli rekord już jest?', level: 2 }).waitFor()
  await page.getByRole('button', { name: 'Dalej' }).click()
  await page.getByRole('heading', { name: 'Co się stanie', level: 2 }).waitFor()
  const write = page.getByRole('button', { name: /^Importuj \d/ })
  if ((await write.count()) === 0 || !(await write.isEnabled())) return
  await write.click()
  await page.getByRole('heading', { name: 'Import zakończony', level: 2 }).waitFor({ timeout: 60_000 })
}

test('each kind of answer is given where it stands; then the order is accepted and what was agreed stands', async () => {
  await page.goto(`/records/salesOrder/${order}`)
  await page.getByRole('checkbox', { name: 'Uzgodnione: Fundament gotowy' }).check()
  await settled('Fundament gotowy')
  await check('Uwagi do dojazdu').getByRole('textbox').fill('Wjazd od podwórza')
  await page.keyboard.press('Tab')
  await settled('Uwagi do dojazdu')
  assert.equal(await check('Uwagi do dojazdu').getByRole('alert').count(), 0)
  const day = check('Dzień montażu').getByRole('combobox').or(check('Dzień montażu').getByRole('textbox')).first()
  await day.fill('15.3.2027')
  await day.press('Enter')
  await settled('Dzień montażu')
  await check('Protokół odbioru').locator('input[type=file]').setInputFiles({ name: 'protokol.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
  await settled('Protokół odbioru')
  await check('Kolor obudowy').getByText('zielony').click()
  await settled('Kolor obudowy')
  const who = check('Kto odbiera').getByRole('combobox').or(check('Kto odbiera').getByRole('textbox')).first()
  await who.click()
  await who.fill('Odbiorczyk')
  await page.getByRole('option', { name: /^Ewa Odbiorczyk/ }).click()
  await settled('Kto odbiera')
  await page.getByText('Wszystko, co wymagane, jest uzgodnione.').waitFor()
  await accept()
  await page.getByText('Zamówienie jest przyjęte: wymagane ustalenia już się nie zmienią.').waitFor()
  assert.equal(await stateOf(order), 'accepted')
  assert.equal(await page.getByRole('checkbox', { name: 'Uzgodnione: Fundament gotowy' }).isDisabled(), true)
})

test('on a telephone lines and agreements stand once each', async () => {
  const phone = await open({ as: administrator.mail, viewport: { width: 390, height: 844 } })
  const small = await phone.newPage()
  await small.goto(`/records/salesOrder/${order}`)
  const tabs = small.getByRole('tab')
  await tabs.filter({ hasText: 'Pozycje' }).waitFor()
  const names = await tabs.allInnerTexts()
  assert.deepEqual([names.filter((name) => name === 'Pozycje').length, names.filter((name) => name === 'Ustalenia').length], [1, 1])
  await phone.close()
})

test('a contract from the quote has its term and the last day for a notice; signed, amended, it tells what it is worth', async () => {
  const until = dayFromNow(365)
  await page.goto(`/records/quote/${quote}`)
  await fromMenu('Utwórz umowę')
  const window = page.getByRole('dialog', { name: 'Utwórz umowę' })
  const field = (name: string) => window.getByRole('textbox', { name }).or(window.getByRole('combobox', { name })).or(window.getByRole('spinbutton', { name })).first()
  for (const [name, value] of [['Obowiązuje od', inPolish(dayFromNow(0))], ['Obowiązuje do', inPolish(until)], ['Wypowiedzenie (miesiące)', '2'], ['Przedłuża się sama o (miesiące)', '12']] as const) await field(name).fill(value)
  await window.getByRole('button', { name: 'Wykonaj' }).click()
  await page.waitForURL(/\/records\/contract\//)
  const contract = new URL(page.url()).pathname.split('/').at(-1)!
  const [made] = await records(office, 'contract', { columns: 'until,noticeBy,renewal,remindDays,value', where: `id = '${contract}'` })
  assert.deepEqual([made!['until'], made!['renewal'], made!['remindDays']], [until, 'automatic', '30'])
  assert.ok(String(made!['noticeBy']) < until && String(made!['noticeBy']) > dayFromNow(270), String(made!['noticeBy']))
  await page.getByText(inPolish(String(made!['noticeBy']))).first().waitFor()
  await given(office, 'contract', { title: 'Aneks 1', company, amends: contract, amendment: 'adds', from: dayFromNow(0), until, value: { amount: '1200', currency: 'PLN' }, valuePer: 'month' })
  await page.goto(`/records/contract/${contract}`)
  const worth = page.getByRole('tab', { name: 'Wartość w czasie' })
  await worth.click()
  await page.getByText('Wartość umowy z aneksami').first().waitFor()
  await page.getByText('Lata', { exact: true }).click()
  await page.getByRole('row', { name: /^Razem/ }).waitFor()
})
