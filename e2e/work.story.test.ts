/** Work goes from one to another: given, accepted, done with what comes next, handed over when somebody leaves. Everybody sees it where he stands. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, employee, notice, open, records } from './browser.ts'
import { choose } from './settings.ts'

let office: BrowserContext
let field: BrowserContext
let boss: Page
let seller: Page
let person: { id: string; name: string }
let company: string

const title = 'Oferta na kotły'
const next = 'Oferta do wysłania'
const history = (page: Page) => page.getByRole('region', { name: 'Historia' })
const waits = (page: Page) => page.getByRole('region', { name: 'Czeka na mnie' }).getByRole('listitem').filter({ hasText: title })

before(async () => {
  office = await open({ as: await employee('Prezes') })
  field = await open({ as: await employee('Handlowiec') })
  boss = await office.newPage()
  seller = await field.newPage()
  person = (await (await field.request.get('/api/session')).json()).user
  company = (await records(field, 'company', { columns: 'name', where: 'owner = me', order: 'name', limit: '1' }))[0]!.id
})
after(() => Promise.all([office.close(), field.close()]))

test('what one plans on a customer’s time line appears to the other who looks at it, without a reload', async () => {
  await seller.goto(`/records/company/${company}`)
  await history(seller).waitFor()
  await boss.goto(`/records/company/${company}`)
  await boss.getByRole('tab', { name: 'Zadanie' }).click()
  const words = boss.getByRole('textbox', { name: 'Co trzeba zrobić?' })
  await words.fill(title)
  await choose(boss, { label: 'Odpowiada', option: person.name })
  await boss.getByRole('button', { name: 'Zaplanuj' }).click()
  await notice(boss, `Zaplanowano: ${title}`).waitFor()
  await history(boss).getByRole('link', { name: title }).waitFor()
  await history(seller).getByRole('link', { name: title }).waitFor()
})

test('whoever is given work sees it in his day and accepts; the one who gave it sees that at once', async () => {
  await history(boss).getByRole('link', { name: title }).click()
  await boss.getByText(`${person.name} – zlecone, czeka na przyjęcie.`).waitFor()
  assert.equal(await boss.getByRole('button', { name: 'Przyjmij' }).count(), 0)
  await seller.goto('/my-day')
  await waits(seller).getByRole('button', { name: 'Przyjmij' }).click()
  await waits(seller).waitFor({ state: 'detached' })
  await boss.getByText(`${person.name} – zlecone i przyjęte.`).waitFor()
})

test('what belongs to the work is ticked off, and both see how far it came', async () => {
  const [task] = await records(field, 'activity', { columns: 'title', where: `title = '${title}'` })
  await seller.goto(`/records/activity/${task!.id}`)
  const add = seller.getByRole('textbox', { name: 'Dodaj punkt i naciśnij Enter' })
  for (const item of ['Zebrać ceny', 'Policzyć rabat']) {
    await add.fill(item)
    await add.press('Enter')
    await seller.getByRole('checkbox', { name: item }).waitFor()
  }
  await seller.getByRole('checkbox', { name: 'Zebrać ceny' }).click()
  await boss.getByRole('progressbar', { name: 'Zrobione 1 z 2' }).waitFor()
})

test('finished from the customer’s time line with what came of it and what comes next, in one step; its delegator is told', async () => {
  await seller.goto(`/records/company/${company}`)
  const entry = history(seller).getByRole('article').or(history(seller).getByRole('listitem')).filter({ hasText: title }).last()
  await entry.getByRole('button', { name: 'Zakończ z wynikiem' }).click()
  const window = seller.getByRole('dialog', { name: 'Zakończ' })
  await choose(seller, { label: 'Wynik', option: 'Zainteresowanie', within: window })
  await window.getByRole('textbox', { name: 'Ustalenia' }).fill('Chcą ofertę na dwa kotły.')
  await window.getByRole('textbox', { name: 'Następny krok', exact: true }).fill(next)
  await window.getByRole('button', { name: 'Wykonaj' }).click()
  await window.waitFor({ state: 'hidden' })
  await history(seller).getByRole('link', { name: next }).waitFor()
  const [made] = await records(field, 'activity', { columns: 'state,previous,company', where: `title = '${next}'` })
  assert.deepEqual([made!['state'], (made!['previous'] as { name: string }).name, (made!['company'] as { id: string }).id], ['open', title, company])
  await boss.getByRole('button', { name: /^Powiadomienia, / }).click()
  await boss.getByRole('dialog', { name: 'Powiadomienia' }).getByRole('button', { name: `Wykonane: ${title}` }).first().waitFor()
})

test('who leaves has her open work counted on her page, handed over, and taken back', async () => {
  const admin = await open({ as: administrator.mail })
  const page = await admin.newPage()
  const [taker] = await records(admin, 'user', { columns: 'name', where: `position = 'Handlowiec' and name != '${person.name}'`, order: 'name', limit: '1' })
  const owner = async () => ((await records(admin, 'activity', { columns: 'owner', where: `title = '${next}'` }))[0]!['owner'] as { name: string }).name
  await page.goto(`/records/user/${person.id}`)
  await page.getByRole('region', { name: 'Otwarta praca' }).getByRole('button', { name: 'Przekaż pracę' }).click()
  const window = page.getByRole('dialog', { name: `Przekaż pracę: ${person.name}` })
  await choose(page, { label: 'Przejmuje', option: String(taker!['name']), within: window })
  await window.getByText(new RegExp(`^${String(taker!['name'])} – \\d+$`)).waitFor()
  await window.getByRole('button', { name: /^Przekaż \(\d+\)$/ }).click()
  const done = notice(page, /^Przekazano \d+/)
  await done.waitFor()
  assert.equal(await owner(), taker!['name'])
  await page.getByRole('region', { name: 'Otwarta praca' }).getByText('Nic nie czeka.').waitFor()
  await done.getByRole('button', { name: 'Cofnij' }).click()
  await notice(page, 'Cofnięto').waitFor()
  assert.equal(await owner(), person.name)
  await admin.close()
})
