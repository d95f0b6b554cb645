/** A salesperson's day: finds, reads, writes, changes many, and takes back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, employee, notice, open, records } from './browser.ts'

let context: BrowserContext
let page: Page
let company: { id: string; name: string; nip: string }

const heading = (name: string) => page.getByRole('heading', { name, level: 1 })
const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

test('a salesperson signs in and lands on the day ahead; a wrong password only says that something is wrong', async () => {
  context = await open()
  page = await context.newPage()
  await page.goto('/')
  await page.getByLabel('E-mail').fill(await employee('Handlowiec'))
  await page.getByLabel('Hasło', { exact: true }).fill('to nie jest hasło')
  await page.getByRole('button', { name: 'Zaloguj się' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Hasło', { exact: true }).fill(administrator.password)
  await page.getByRole('button', { name: 'Zaloguj się' }).click()
  await heading('Dzień dobry').waitFor()
  const own = await records(context, 'company', { columns: 'name,nip', where: 'owner = me and nip is not empty and shortName is not empty', order: 'name', limit: '200' })
  company = own.find(({ name }) => String(name).includes('ł')) as unknown as typeof company
})

test('a company is found by its name without diacritics, and by its NIP with dashes', async () => {
  const plain = company.name.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
  const dashed = company.nip.replace(/\D/g, '').replace(/(\d{3})(\d{3})(\d{2})(\d{2})/, '$1-$2-$3-$4')
  for (const words of [plain, dashed]) {
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Szukaj', exact: true }).fill(words)
    await page.getByRole('dialog').getByRole('button', { name: company.name }).first().click()
    await heading(company.name).waitFor()
    assert.ok(page.url().endsWith(`/records/company/${company.id}`))
  }
})

test('a field is changed where it stands', async () => {
  await page.getByRole('button', { name: 'Zmień: Nazwa skrócona' }).click()
  const input = page.getByRole('textbox', { name: 'Nazwa skrócona' })
  await input.fill('Nasz klient')
  await input.press('Enter')
  await page.getByRole('definition').filter({ hasText: 'Nasz klient' }).first().waitFor()
})

test('a note that mentions a colleague stands on the time line', async () => {
  const note = page.getByRole('combobox', { name: 'Notatka' })
  await note.click()
  await note.pressSequentially('Oddzwonić w piątek, @Ann')
  const colleague = page.getByRole('option').first()
  const name = (await colleague.innerText()).split('\n')[0]!
  await colleague.click()
  await page.getByText(/^Zobaczą: /).waitFor()
  await note.press('Control+Enter')
  await page.getByRole('region', { name: 'Historia' }).getByText(`Oddzwonić w piątek, @${name}`).waitFor()
})

test('the change is in the history, with what was before, and is undone there', async () => {
  await page.getByRole('button', { name: 'Więcej działań' }).click()
  await page.getByRole('menuitem', { name: 'Historia zmian' }).click()
  const history = page.getByRole('dialog', { name: /Historia/ })
  await history.getByText('Nasz klient').first().waitFor()
  await history.getByRole('button', { name: 'Cofnij tę zmianę' }).first().click()
  await page.getByRole('region', { name: 'Dane rekordu' }).getByText('Nasz klient').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
})

test('a condition of the bar and the same one as text show the same companies', async () => {
  await page.goto('/records/company')
  await page.getByRole('button', { name: 'Dodaj warunek' }).click()
  await page.getByRole('combobox', { name: 'Znajdź pole' }).fill('nazwa')
  await page.getByRole('option', { name: 'Nazwa', exact: true }).click()
  await page.getByRole('textbox', { name: 'Nazwa', exact: true }).fill('gaz')
  await page.keyboard.press('Enter')
  await page.getByTitle('Zmień warunek: Nazwa zawiera gaz').waitFor()
  const found = await names()
  assert.ok(found.length > 3 && found.every((name) => name.toLowerCase().includes('gaz')), found.join(', '))
  await page.getByRole('button', { name: 'Zapisz warunki jako tekst' }).click()
  const text = page.getByRole('textbox', { name: 'Warunek w języku wyrażeń' })
  assert.equal(await text.inputValue(), "name contains 'gaz'")
  await text.fill('name contains')
  await page.locator('#expression-fault').waitFor()
  await text.fill("name contains 'gaz' and owner = me")
  await text.press('Enter')
  await page.waitForURL(/owner/)
  await page.getByRole('button', { name: 'Pokaż warunki jako zdania' }).click()
  await page.getByTitle('Zmień warunek: Opiekun to ja').waitFor()
})

async function names(): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  return page.getByRole('grid').getByRole('gridcell').getByRole('link').evaluateAll((links) => links.filter((link) => /records\/company\//.test(link.getAttribute('href') ?? '')).map((link) => link.textContent ?? ''))
}

test('the filtered list is saved as a view and found again', async () => {
  await page.getByRole('button', { name: 'Nowy widok' }).click()
  const window = page.getByRole('dialog', { name: 'Nowy widok' })
  await window.getByRole('textbox', { name: 'Nazwa widoku' }).fill('Moje gazowe')
  await window.getByRole('button', { name: 'Zapisz' }).click()
  await notice(page, 'Zapisano widok „Moje gazowe”').waitFor()
  await page.goto('/records/company')
  await page.getByRole('button', { name: 'Moje gazowe', exact: true }).click()
  await page.getByTitle('Zmień warunek: Nazwa zawiera gaz').waitFor()
})

test('all that match are changed at once, and that is undone', async () => {
  const before = await records(context, 'company', { columns: 'name,industry', where: "name contains 'gaz' and owner = me", limit: '500' })
  await page.getByRole('checkbox', { name: 'Zaznacz wszystkie pasujące' }).click()
  await page.getByRole('button', { name: 'Zmień', exact: true }).click()
  const window = page.getByRole('dialog', { name: 'Zmiana zaznaczonych' })
  await window.getByRole('combobox', { name: 'Znajdź pole' }).fill('pracowników')
  await window.getByRole('option', { name: 'Liczba pracowników' }).click()
  await window.getByRole('textbox', { name: 'Liczba pracowników' }).fill('77')
  await window.getByRole('button', { name: 'Zmień', exact: true }).click()
  const done = notice(page, /^Zmieniono/)
  await done.waitFor()
  const changed = () => records(context, 'company', { columns: 'name', where: 'employees = 77 and owner = me', limit: '500' })
  assert.ok((await changed()).length >= before.length)
  await done.getByRole('button', { name: 'Cofnij' }).click()
  await notice(page, 'Cofnięto').waitFor()
  assert.ok((await changed()).length < before.length)
})

test('Space peeks, J and K go to the next and the one before', async () => {
  const [first, second] = await names()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  const peek = page.getByRole('complementary', { name: 'Podgląd' })
  await peek.getByRole('heading', { name: first! }).waitFor()
  await page.keyboard.press('j')
  await peek.getByRole('heading', { name: second! }).waitFor()
  await page.keyboard.press('k')
  await peek.getByRole('heading', { name: first! }).waitFor()
  await page.keyboard.press('Escape')
  await peek.waitFor({ state: 'detached' })
})

test('while a new company is typed, the one that is there already shows', async () => {
  await page.keyboard.press('c')
  await page.getByRole('menuitem', { name: 'Firma' }).click()
  const form = page.getByRole('dialog', { name: 'Dodaj: Firma' })
  await form.getByRole('textbox', { name: 'Nazwa', exact: true }).fill('Młyn Gazowy Źródło sp. z o.o.')
  await form.getByRole('textbox', { name: 'NIP' }).fill(company.nip)
  await form.getByRole('status').getByRole('link', { name: company.name }).waitFor()
  await form.getByRole('textbox', { name: 'NIP' }).fill('')
  await form.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await heading('Młyn Gazowy Źródło sp. z o.o.').waitFor()
})

test('who may delete throws a company away and brings it back', async () => {
  const own = await open({ as: administrator.mail })
  page = await own.newPage()
  await page.goto('/records/company?search=mlyn+gazowy')
  await row('Młyn Gazowy Źródło sp. z o.o.').getByRole('link').first().click()
  await page.getByRole('button', { name: 'Więcej działań' }).click()
  await page.getByRole('menuitem', { name: 'Przenieś do kosza' }).click()
  await notice(page, /^Przeniesiono do kosza/).waitFor()
  await page.goto('/trash')
  await page.getByRole('button', { name: 'Przywróć: Młyn Gazowy Źródło sp. z o.o.' }).click()
  await notice(page, /^Przywrócono/).waitFor()
  await page.goto('/records/company?search=mlyn+gazowy')
  await row('Młyn Gazowy Źródło sp. z o.o.').waitFor()
  await own.close()
})
