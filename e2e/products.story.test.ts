/** A catalogue is built: a structure of three levels, a loop that is refused where it is made, prices by quantity and from a file, and what a salesperson sees of it. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, employee, open, records } from './browser.ts'

let office: BrowserContext
let page: Page
const ids: Record<string, string> = {}
const named = { line: 'Linia próbna Żuraw', cell: 'Gniazdo próbne', small: 'Chwytak próbny mały', large: 'Chwytak próbny duży', cover: 'Osłona próbna', red: 'Lampa próbna czerwona', green: 'Lampa próbna zielona' }
const price = (amount: string) => ({ amount, currency: 'PLN' })

before(async () => {
  office = await open({ as: administrator.mail })
  const own = { small: '1000', large: '1500', cover: '200', red: '50', green: '60' } as Record<string, string>
  for (const [at, [key, name]] of Object.entries(named).entries()) {
    const values = own[key] === undefined ? { kind: 'structure', priceOf: 'sum' } : { price: price(own[key]), cost: price('333.33') }
    ids[key] = await made('product', { name, code: `PRB-${at + 1}`, ...values })
  }
  ids['list'] = await made('priceList', { name: 'Cennik próbny', currency: 'PLN', validFrom: '2020-01-01', priority: '-5' })
  page = await office.newPage()
})

async function made(object: string, values: object): Promise<string> {
  const answer = await office.request.post(`/api/records/${object}`, { data: values })
  assert.ok(answer.ok(), await answer.text())
  return ((await answer.json()) as { id: string }).id
}

const pick = async (label: string, name: string, on: Pick<Page, 'getByRole'> = page) => {
  const picker = on.getByRole('combobox', { name: label }).or(on.getByRole('textbox', { name: label })).first()
  await picker.click()
  await picker.fill(name)
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).first().click()
}
const part = (name: string) => page.getByRole('button', { name: `${name}: zmień` })

async function addPart(name: string): Promise<void> {
  await pick('Dodaj część', name)
  await part(name).waitFor()
}

/** What kind of part it is, in its form. */
async function setKind(name: string, kind: string, group?: string): Promise<void> {
  await part(name).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: /^Rodzaj/ }).or(form.getByRole('textbox', { name: /^Rodzaj/ })).first().click()
  await page.getByRole('option', { name: kind }).click()
  if (group !== undefined) await form.getByRole('textbox', { name: /^Grupa wyboru/ }).fill(group)
  await form.getByRole('button', { name: 'Zapisz' }).click()
  await form.waitFor({ state: 'detached' })
}

test('a structure of three levels is put together: parts that are required, optional, one of a group, at most one of a group', async () => {
  await page.goto(`/records/product/${ids['cell']}`)
  for (const key of ['small', 'large', 'cover', 'red', 'green'] as const) await addPart(named[key])
  for (const key of ['small', 'large'] as const) await setKind(named[key], 'Zamienny', 'Chwytak')
  await setKind(named.cover, 'Opcjonalny')
  for (const key of ['red', 'green'] as const) await setKind(named[key], 'Wykluczający', 'Lampa')
  await page.goto(`/records/product/${ids['line']}`)
  await addPart(named.cell)
  await page.getByRole('main').getByRole('link', { name: named.small }).waitFor()
  const kept = await records(office, 'component', { columns: 'part,kind,choiceGroup', where: `whole = '${ids['cell']}'`, order: 'position' })
  assert.deepEqual(kept.map(({ kind, choiceGroup }) => [kind, choiceGroup]), [['alternative', 'Chwytak'], ['alternative', 'Chwytak'], ['optional', null], ['exclusive', 'Lampa'], ['exclusive', 'Lampa']])
})

test('a list of products filtered by a group shows those of the groups below it too, and no others', async () => {
  const top = await made('productGroup', { name: 'Automaty próbne', code: 'PRB' })
  const lower = await made('productGroup', { name: 'Chwytaki próbne', code: 'PRB-C', parent: top })
  for (const [key, group] of [['line', top], ['small', lower], ['large', lower]] as const) {
    const { version } = (await (await office.request.get(`/api/records/product/${ids[key]}`)).json()) as { version: number }
    const answer = await office.request.patch(`/api/records/product/${ids[key]}`, { data: { version, group } })
    assert.ok(answer.ok(), await answer.text())
  }
  await page.goto('/records/product?columns=name,group&where=')
  await page.getByRole('button', { name: 'Dodaj warunek' }).click()
  await page.getByRole('option', { name: /^Grupa/ }).click()
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Gotowe' }) })
  await form.getByRole('combobox', { name: 'Porównanie' }).or(form.getByRole('textbox', { name: 'Porównanie' })).first().click()
  await page.getByRole('option', { name: 'należy do (z niższymi)' }).click()
  await pick('Grupa', 'Automaty próbne', form)
  await form.getByRole('button', { name: 'Gotowe' }).click()
  await page.getByRole('button', { name: 'Grupa należy do (z niższymi) Automaty próbne', exact: true }).waitFor()
  await page.getByRole('link', { name: named.small, exact: true }).waitFor()
  const shown = await page.getByRole('grid').getByRole('gridcell').getByRole('link').allInnerTexts()
  assert.deepEqual(shown.filter((name) => (Object.values(named) as string[]).includes(name)).toSorted(), [named.large, named.small, named.line].toSorted())
  await page.getByRole('button', { name: 'Zapisz warunki jako tekst' }).click()
  assert.equal(await page.getByRole('textbox', { name: 'Warunek w języku wyrażeń' }).inputValue(), `WITHIN(group, '${top}')`)
  await page.getByRole('button', { name: 'Pokaż warunki jako zdania' }).click()
  await page.getByRole('button', { name: 'Grupa należy do (z niższymi) Automaty próbne', exact: true }).waitFor()
})

test('a part that would make the structure contain itself is refused where it was chosen, with the way round', async () => {
  await page.goto(`/records/product/${ids['cell']}`)
  await part(named.small).waitFor()
  await pick('Dodaj część', named.line)
  await page.getByText(`Zestaw zawierałby sam siebie: ${named.cell} → ${named.line} → ${named.cell}.`).waitFor()
  assert.deepEqual(await records(office, 'component', { columns: 'part', where: `whole = '${ids['cell']}' and part = '${ids['line']}'` }), [])
})

test('prices by quantity are added to a list; one for days that are taken is refused at the day', async () => {
  await page.goto(`/records/priceList/${ids['list']}`)
  const form = page.getByRole('region', { name: 'Nowa cena' })
  const add = async (amount: string, from: string) => {
    await pick('Produkt', named.small, form)
    await form.getByRole('textbox', { name: /^Cena netto/ }).fill(amount)
    await form.getByRole('textbox', { name: /^Od ilości/ }).fill(from)
    await form.getByRole('button', { name: 'Dodaj cenę' }).click()
  }
  await add('900', '0')
  await page.getByRole('row', { name: new RegExp(named.small) }).first().waitFor()
  await add('800', '10')
  await page.getByRole('row', { name: new RegExp(named.small) }).nth(1).waitFor()
  await add('700', '10')
  await form.getByText(/od tej samej ilości inną cenę/).waitFor()
  const kept = await records(office, 'price', { columns: 'amount,fromQuantity', where: `priceList = '${ids['list']}'`, order: 'fromQuantity' })
  assert.deepEqual(kept.map(({ amount, fromQuantity }) => [(amount as { amount: string }).amount, fromQuantity]), [['900.00', '0'], ['800.00', '10']])
})

test('prices come from a file by the codes of products; a product that is not there is told in the preview and its row left out', async () => {
  const file = ['Cennik;Kod produktu;Cena netto;Od ilości', 'Cennik próbny;PRB-4;1 400,50;0', 'Cennik próbny;PRB-5;150,00;0', 'Cennik próbny;PRB-404;1,00;0'].join('\r\n')
  await page.goto('/imports/new?object=price')
  await page.locator('input[type=file]').setInputFiles({ name: 'ceny.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
  for (const heading of ['Która kolumna do którego pola?', 'Co, jeśli rekord już jest?']) {
    await page.getByRole('heading', { name: heading, level: 2 }).waitFor()
    await page.getByRole('button', { name: 'Dalej' }).click()
  }
  await page.getByRole('tab', { name: /Odrzucone/ }).click()
  await page.getByRole('cell', { name: 'Nie znaleziono: produkt „PRB-404”.' }).waitFor()
  await page.getByRole('button', { name: 'Importuj 2 wiersze' }).click()
  await page.getByRole('heading', { name: 'Import zakończony', level: 2 }).waitFor({ timeout: 60_000 })
  const kept = await records(office, 'price', { columns: 'amount', where: `priceList = '${ids['list']}' and fromQuantity = 0`, order: 'product.code' })
  assert.deepEqual(kept.map(({ amount }) => (amount as { amount: string }).amount), ['900.00', '1400.50', '150.00'])
})

test('configured, the whole costs what was chosen, at the prices of the list and of the quantity; a rule that is broken is said', async () => {
  await made('componentRule', { whole: ids['cell'], part: ids['large'], kind: 'needs', other: ids['cover'], message: 'Duży chwytak tylko z osłoną próbną.' })
  await page.goto(`/records/product/${ids['line']}`)
  await page.getByText('Skonfiguruj', { exact: true }).click()
  await pick('Cennik', 'Cennik próbny')
  const parts = page.getByRole('list', { name: 'Części' })
  await parts.getByRole('radio', { name: new RegExp(named.small) }).check()
  await page.getByText(/900,00\s*zł/).last().waitFor()
  await parts.getByRole('radio', { name: new RegExp(named.large) }).check()
  await page.getByText('Duży chwytak tylko z osłoną próbną.').first().waitFor()
  await parts.getByRole('checkbox', { name: new RegExp(named.cover) }).check()
  await page.getByText(/1[\s\u00a0]550,50\s*zł/).last().waitFor()
  await parts.getByRole('checkbox', { name: new RegExp(named.red) }).check()
  await parts.getByRole('checkbox', { name: new RegExp(named.green) }).check()
  assert.equal(await parts.getByRole('checkbox', { name: new RegExp(named.red) }).isChecked(), false, 'at most one of the group')
  await page.getByText(/1[\s\u00a0]610,50\s*zł/).last().waitFor()
})

test('a salesperson finds no cost and no margin: on the page, in the configuration, in an export', async () => {
  const eyes = await open({ as: await employee('Handlowiec') })
  const screen = await eyes.newPage()
  for (const key of ['small', 'line']) {
    await screen.goto(`/records/product/${ids[key]}`)
    await screen.getByRole('heading', { level: 1, name: named[key as 'small'] }).waitFor()
    await screen.getByText('Stawka VAT').first().waitFor()
    assert.doesNotMatch(await screen.locator('main').innerText(), /koszt|marża|333,33/i)
  }
  const answers = [await eyes.request.get(`/api/products/${ids['line']}/structure`), await eyes.request.get(`/api/records/product/${ids['small']}`)]
  for (const answer of answers) assert.doesNotMatch(await answer.text(), /333\.33|"costs?"|"margin"/)
  assert.equal((await eyes.request.get('/api/records/product/export?format=csv&columns=code,cost')).ok(), false)
  await eyes.close()
})
