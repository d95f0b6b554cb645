/** Two people at the same company at the same time. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { administrator, employee, open, records } from './browser.ts'

let anna: Page
let piotr: Page

const shortName = (page: Page) => page.getByRole('textbox', { name: 'Nazwa skrócona' })
const begin = (page: Page) => page.getByRole('button', { name: 'Zmień: Nazwa skrócona' }).click()
const shown = (page: Page, value: string) => page.getByRole('definition').filter({ hasText: new RegExp(`^${value}`) })

test('who comes to a company sees who looks at it already', async () => {
  const contexts = await Promise.all([open({ as: administrator.mail }), open({ as: await employee('Prezes') })])
  const [company] = await records(contexts[0], 'company', { columns: 'name', where: "shortName is not empty and roles has 'customer'", order: '-name', limit: '1' })
  anna = await contexts[0].newPage()
  piotr = await contexts[1].newPage()
  for (const page of [anna, piotr]) {
    await page.goto(`/records/company/${company!.id}`)
    await page.getByRole('button', { name: 'Zmień: Nazwa skrócona' }).waitFor()
  }
  await piotr.getByRole('status').filter({ hasText: 'ogląda też' }).waitFor()
})

test('what one person saves, the other sees without reloading', async () => {
  await begin(anna)
  await shortName(anna).fill('Nazwa Anny')
  await shortName(anna).press('Enter')
  await shown(piotr, 'Nazwa Anny').waitFor()
})

test('whoever saves second sees both values and chooses; nothing is overwritten unasked', async () => {
  await begin(piotr)
  await shortName(piotr).fill('Nazwa Piotra')
  await begin(anna)
  await shortName(anna).fill('Druga nazwa Anny')
  await shortName(anna).press('Enter')
  await shown(anna, 'Druga nazwa Anny').waitFor()
  await shortName(piotr).press('Enter')
  const choice = piotr.getByRole('dialog', { name: 'Ktoś zmienił to w międzyczasie' })
  await choice.getByRole('radio', { name: /Teraz w bazie\s*Druga nazwa Anny/ }).waitFor()
  assert.ok(await choice.getByRole('radio', { name: /Twoja zmiana\s*Nazwa Piotra/ }).isChecked())
  await choice.getByRole('button', { name: 'Zapisz wybrane' }).click()
  await shown(anna, 'Nazwa Piotra').waitFor()
})

test('whoever leaves the other’s value writes nothing', async () => {
  await begin(piotr)
  await shortName(piotr).fill('Odrzucona')
  await begin(anna)
  await shortName(anna).fill('Ostatnia')
  await shortName(anna).press('Enter')
  await shown(anna, 'Ostatnia').waitFor()
  await shortName(piotr).press('Enter')
  await piotr.getByRole('dialog').getByRole('radio', { name: /Teraz w bazie/ }).check()
  await piotr.getByRole('dialog').getByRole('button', { name: 'Zapisz wybrane' }).click()
  await shown(piotr, 'Ostatnia').waitFor()
  assert.equal(await shown(anna, 'Odrzucona').count(), 0)
})
