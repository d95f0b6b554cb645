/** Lists: narrowed by sentences or by text, kept as a view, grouped, as a board, edited where they stand; for every eye and key. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, open } from './browser.ts'

let context: BrowserContext
let page: Page

const grid = () => page.getByRole('grid', { name: 'Firmy' })
const row = (number: number) => page.locator(`[role=row][aria-rowindex="${number}"]`)
const cell = (number: number, column: number) => row(number).getByRole('gridcell').nth(column)
const address = (what: string) => new URL(page.url()).searchParams.get(what)

test('a condition made of words is the same condition as text, and a fault in the text is said in words', async () => {
  context = await open({ as: administrator.mail })
  page = await context.newPage()
  await page.goto('/records/company')
  await row(2).waitFor()
  await page.getByRole('button', { name: 'Dodaj warunek' }).click()
  await page.getByRole('option', { name: 'Region', exact: true }).click()
  await page.getByRole('option', { name: 'mazowieckie' }).click()
  await page.getByRole('button', { name: 'Gotowe' }).click()
  await page.getByRole('button', { name: 'Region to mazowieckie', exact: true }).waitFor()
  assert.equal(address('where'), "region in ('mazowieckie')")
  await page.getByRole('button', { name: 'Zapisz warunki jako tekst' }).click()
  const text = page.getByRole('textbox', { name: 'Warunek w języku wyrażeń' })
  await text.fill("region in ('mazowieckie') and turnovr > 1000 PLN")
  await text.press('Enter')
  await page.getByText(/turnovr/).last().waitFor()
  // The field itself shows the word already; that it is wrong is said when the text was looked at.
  await page.waitForFunction(() => document.querySelector('[aria-invalid="true"]') !== null)
  assert.equal(await text.getAttribute('aria-invalid'), 'true')
  await text.fill("region in ('mazowieckie') and turnover > 1000 PLN")
  await text.press('Enter')
  await page.getByRole('button', { name: 'Pokaż warunki jako zdania' }).click()
  await page.getByRole('button', { name: /^Obrót roczny powyżej 1/ }).waitFor()
})

test('what is being typed into a condition counts: it can be finished at once', async () => {
  await page.goto('/records/company')
  await row(2).waitFor()
  await page.getByRole('button', { name: 'Dodaj warunek' }).click()
  await page.getByRole('option', { name: 'Klient od', exact: true }).click()
  const done = page.getByRole('button', { name: 'Gotowe' })
  await page.locator('form').getByRole('combobox', { name: 'Klient od' }).pressSequentially('2024-01-0')
  assert.equal(await done.isDisabled(), true, 'half a day is no day')
  await page.keyboard.type('1')
  assert.equal(await done.isDisabled(), false)
  await done.click()
  await page.waitForURL(/where=customerSince/)
  assert.equal(address('where'), 'customerSince = 2024-01-01')
  await page.goto("/records/company?where=region+in+('mazowieckie')+and+turnover+%3E+1000+PLN")
  await page.getByRole('button', { name: /^Obrót roczny powyżej 1/ }).waitFor()
})

test('the list as it is becomes a tab, and Back returns to what was before', async () => {
  await page.getByRole('button', { name: 'Zapisz widok' }).click()
  await page.getByRole('menuitem', { name: 'Zapisz jako nowy widok' }).click()
  await page.getByLabel('Nazwa widoku').fill('Mazowsze')
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await page.getByRole('button', { name: 'Mazowsze', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Wszystkie', exact: true }).click()
  await page.getByRole('button', { name: 'Region to mazowieckie', exact: true }).waitFor({ state: 'detached' })
  await page.goBack()
  await page.getByRole('button', { name: 'Region to mazowieckie', exact: true }).waitFor()
})

test('a cell takes what people type; what is wrong is said at the cell and the old value comes back', async () => {
  await page.goto('/records/company?columns=name,employees,customerSince')
  await cell(2, 2).dblclick()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('15.3')
  await page.keyboard.press('Escape')
  await cell(2, 3).dblclick()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('15.3.2024')
  await page.keyboard.press('Enter')
  await cell(2, 3).getByText('15.03.2024').waitFor()
  const before = await cell(3, 2).innerText()
  await cell(3, 2).dblclick()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('-5')
  await page.keyboard.press('Enter')
  await page.getByText(/co najmniej|nie może|najmniej/i).first().waitFor()
  await page.keyboard.press('Escape')
  assert.equal(await cell(3, 2).innerText(), before)
})

test('by keyboard alone one goes down, looks at a record beside the list, chooses it and leaves again', async () => {
  await page.goto('/records/company')
  await row(2).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await page.getByRole('complementary', { name: 'Podgląd' }).waitFor()
  const first = address('peek')
  await page.keyboard.press('j')
  await page.waitForFunction((before) => new URL(location.href).searchParams.get('peek') !== before, first)
  await page.keyboard.press('x')
  assert.equal(await row(4).getAttribute('aria-selected'), 'true')
  await page.keyboard.press('Escape')
  await page.getByRole('complementary', { name: 'Podgląd' }).waitFor({ state: 'detached' })
})

test('grouped, each group has its count, and its rows come when it is opened', async () => {
  await page.goto('/records/company?by=region')
  const group = grid().getByRole('button', { name: /^małopolskie/ })
  await group.click()
  assert.equal(await group.getAttribute('aria-expanded'), 'true')
  await grid().getByRole('row').filter({ has: page.getByRole('link') }).first().waitFor()
})

test('on the board a card goes to the next column by keyboard', async () => {
  await page.goto('/records/company?show=board&on=industry')
  const card = page.getByRole('region', { name: 'Rolnictwo' }).getByRole('link').first()
  const name = (await card.innerText()).split('\n')[0]!
  await card.focus()
  await page.keyboard.press('Space')
  await page.waitForTimeout(400)
  await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(600)
  await page.keyboard.press('Space')
  await page.getByRole('region', { name: 'Żywność' }).getByRole('link', { name: new RegExp(`^${RegExp.escape(name)}`) }).first().waitFor()
})

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
declare global {
  var axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
}

for (const [width, height, colorScheme] of [[1440, 900, 'light'], [1024, 768, 'dark'], [390, 844, 'light']] as const) {
  test(`list and board have no fault that a machine finds, ${width} wide, ${colorScheme}`, async () => {
    const eyes = await open({ as: administrator.mail, viewport: { width, height }, colorScheme })
    const screen = await eyes.newPage()
    for (const place of ['/records/company', '/records/company?show=board&on=industry', '/records/person?by=owner']) {
      await screen.goto(place)
      await screen.getByText(/Rolnictwo|Klient|Handlowiec|[A-ZŁŚŻ]\w+ [A-ZŁŚŻ]\w+/).first().waitFor()
      await screen.waitForTimeout(500)
      await screen.evaluate(axe)
      const { violations } = await screen.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), [], place)
    }
    await eyes.close()
  })
}
