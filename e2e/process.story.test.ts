/** How the head of sales learns where the process leaks: by person and by month, each figure down to its deals, two people side by side, all of it in a spreadsheet. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { administrator, open, records } from './browser.ts'

let office: BrowserContext
let page: Page
let pipeline: string
before(async () => {
  office = await open({ as: administrator.mail, acceptDownloads: true })
  pipeline = (await records(office, 'pipeline', { columns: 'name', where: 'active', order: 'position', limit: '1' }))[0]!.id
  page = await office.newPage()
})

const part = (name: string | RegExp) => page.getByRole('region', { name })
const choose = async (label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).or(page.getByRole('textbox', { name: label })).first().click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
/** Texts of a table's row by the names of its columns. */
async function rowOf(table: Locator, name: RegExp): Promise<Record<string, string>> {
  const names = await table.getByRole('columnheader').allInnerTexts()
  const cells = await table.getByRole('row', { name }).first().locator('th, td').allInnerTexts()
  return Object.fromEntries(names.map((one, at) => [one, cells[at]!.replaceAll(/\s/g, ' ').trim()]))
}
const figuresOf = (row: Record<string, string>) => ['Szanse', 'Wygrane', 'Skuteczność', 'Wartość wygranych', 'Dni do wygranej'].map((name) => row[name])
/** How many records stand on the list one came to. */
async function countBehind(link: Locator): Promise<number> {
  await link.click()
  await page.waitForURL(/\/records\/opportunity\?/)
  const where = new URL(page.url()).searchParams.get('where')!
  await page.getByRole('row').nth(1).waitFor()
  return (await records(office, 'opportunity', { columns: 'id', where, limit: '500' })).length
}

test('divided by people, each figure is of its person, leads to the deals behind it, and goes to a spreadsheet as it stands', async () => {
  await page.goto(`/sales/process?pipeline=${pipeline}&period=all`)
  await choose('W podziale na', 'Handlowców')
  const people = part('W podziale na: handlowców')
  const name = await people.getByRole('rowheader').first().innerText()
  const shown = await rowOf(people, new RegExp(`^${name}`))
  const downloaded = page.waitForEvent('download')
  await people.getByRole('button', { name: 'Pobierz CSV' }).click()
  const lines = await new Response((await (await downloaded).createReadStream()) as never).text()
  const [head, first] = lines.replace('\uFEFF', '').trim().split(/\r?\n/)
  assert.deepEqual(head!.split(';').slice(0, 5), ['Nazwa', 'Szanse', 'Otwarte', 'Wygrane', 'Przegrane'])
  assert.deepEqual(first!.split(';').slice(0, 2), [name, shown['Szanse']!.replaceAll(' ', '')])
  assert.equal(lines.trim().split(/\r?\n/).length, 1 + (await people.getByRole('rowheader').count()))
  assert.equal(await countBehind(people.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('link').first()), Number(shown['Szanse']!.replaceAll(' ', '')))
})

test('what became of the deals of a month adds up, and its count leads to just these', async () => {
  await page.goto(`/sales/process?pipeline=${pipeline}&period=all`)
  const months = part('Według miesiąca rozpoczęcia')
  await months.getByRole('rowheader').first().waitFor()
  const name = await months.getByRole('rowheader').nth(1).innerText()
  const shown = await rowOf(months, new RegExp(`^${name}`))
  const [all, open, won, lost] = ['Szanse', 'Otwarte', 'Wygrane', 'Przegrane'].map((column) => Number(shown[column]))
  assert.equal(open! + won! + lost!, all)
  assert.equal(await countBehind(months.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('link').first()), all)
})

test('two people side by side have the figures that each has alone', async () => {
  await page.goto(`/sales/process?pipeline=${pipeline}&period=all&by=owner`)
  const people = part('W podziale na: handlowców')
  await people.getByRole('rowheader').nth(1).waitFor()
  const names = (await people.getByRole('rowheader').allInnerTexts()).filter((name) => name.trim() !== '').slice(0, 2)
  const alone = await Promise.all(names.map((name) => rowOf(people, new RegExp(`^${name}`))))
  await page.getByRole('radiogroup', { name: 'Widok' }).getByText('Porównanie').click()
  await page.getByText('Wybierz dwie strony porównania').waitFor()
  await choose('Pierwsze', names[0]!)
  await choose('Drugie', names[1]!)
  const together = part('Miary obok siebie')
  await together.getByRole('row', { name: /^Skuteczność/ }).first().waitFor()
  for (const [at, name] of names.entries()) {
    const measured = Object.fromEntries(await Promise.all(['Szanse', 'Wygrane', 'Skuteczność', 'Wartość wygranych', 'Dni do wygranej'].map(async (measure) => [measure, (await rowOf(together, new RegExp(`^${measure}\\s`)))[name]!])))
    assert.deepEqual(figuresOf(measured), figuresOf(alone[at]!), name)
  }
  await part('Przejście dalej z etapu, w procentach').getByRole('row').nth(1).waitFor()
})
