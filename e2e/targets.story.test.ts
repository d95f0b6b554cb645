/** A manager's quarter: targets by person and by product group, where each stands; a seller sees his own alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { administrator, employee, notice, open, records } from './browser.ts'

const year = new Date().getFullYear()

test('targets are pasted from a spreadsheet, sums go along, a step is taken back, and what is saved stays', async () => {
  const context = await open({ as: administrator.mail, permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto('/sales/targets')
  await page.getByLabel('Plan', { exact: true }).selectOption({ label: `Sprzedaż ${year}` })
  await page.getByRole('button', { name: 'Wpisz cele' }).click()
  const grid = page.getByRole('grid', { name: `Sprzedaż ${year}` })
  const cell = (row: number, column: number) => grid.locator(`[data-cell="${row},${column}"]`)
  await cell(0, 1).click()
  await page.evaluate(() => navigator.clipboard.writeText('12 345,50\t1 000\tsto\r\n20 000\t30 000\t40 000'))
  await page.keyboard.press('Control+v')
  await notice(page, /nie jest liczbą/).waitFor()
  const third = await cell(0, 3).innerText()
  assert.deepEqual([await cell(0, 1).innerText(), await cell(1, 3).innerText(), await cell(1, 4).innerText()].map((text) => text.replaceAll(/\s/g, ' ')), ['12 345,5', '40 000', '90 000'])
  await page.keyboard.press('Control+z')
  await page.getByText('Wszystko zapisane').waitFor()
  await page.keyboard.press('Control+y')
  await page.getByText(/5 niezapisanych komórek/).waitFor()
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await notice(page, 'Zapisano cele').waitFor()
  await page.reload()
  await cell(0, 1).waitFor()
  assert.deepEqual([(await cell(0, 1).innerText()).replaceAll(/\s/g, ' '), await cell(0, 3).innerText()], ['12 345,5', third])
  await context.close()
})

test('the head of sales sees plan, realisation and pace of the quarter by person and product group, and goes from a figure to its deals', async () => {
  const context = await open({ as: administrator.mail })
  const page = await context.newPage()
  await page.goto('/sales/targets')
  await page.getByLabel('Plan', { exact: true }).selectOption({ label: `Grupy produktów ${year}` })
  const people = page.getByRole('table', { name: 'Osoby' })
  await people.getByRole('button', { name: /^Pokaż podział/ }).first().click()
  assert.ok(await people.locator('tr[data-part]').count() >= 2)
  await page.getByText('Wymiary', { exact: true }).click()
  const groups = page.getByRole('table', { name: 'Wymiary' })
  assert.ok(await groups.getByRole('row').count() >= 3)
  await groups.getByRole('link').first().click()
  await page.waitForURL(/\/records\/opportunity\?.*where=/)
  // What the address says is a condition that the list of deals takes.
  assert.ok(Array.isArray(await records(context, 'opportunity', { columns: 'name', where: new URL(page.url()).searchParams.get('where')! })))
  await context.close()
})

test('a seller sees the plan of nobody else', async () => {
  const seller = await employee('Handlowiec')
  const context = await open({ as: seller })
  const page = await context.newPage()
  await page.goto('/sales/targets')
  await page.getByLabel('Plan', { exact: true }).selectOption({ label: `Wizyty u klientów ${year}` })
  const { user } = await (await context.request.get('/api/session')).json() as { user: { id: string; name: string } }
  const people = page.getByRole('table', { name: 'Osoby' })
  await people.getByRole('rowheader', { name: user.name }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Wpisz cele' }).count(), 0)
  const { plans } = await (await context.request.get('/api/targets/plans')).json() as { plans: { id: string }[] }
  for (const { id } of plans) {
    const { rows } = await (await context.request.get(`/api/targets/plans/${id}/grid`)).json() as { rows: { place: { owner: { id: string } } }[] }
    assert.ok(rows.every(({ place }) => place.owner.id === user.id))
  }
  await context.close()
})
