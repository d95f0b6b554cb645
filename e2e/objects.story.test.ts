/** A firm shapes Sedno to itself: an object and fields made in the settings are at once in an ordinary person's open browser. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, employee, notice, open, records } from './browser.ts'

let office: BrowserContext
let admin: Page
let field: BrowserContext
let seller: Page
let company: { id: string; name: string }

before(async () => {
  office = await open({ as: administrator.mail })
  admin = await office.newPage()
  field = await open({ as: await employee('Handlowiec') })
  seller = await field.newPage()
  company = (await records(field, 'company', { columns: 'name', order: 'name', limit: '1' }))[0] as unknown as typeof company
})
after(() => Promise.all([office.close(), field.close()]))

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name, exact: typeof name === 'string' })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

/** The first condition of the field, when it is shown, as text. */
const asText = () => admin.getByRole('button', { name: 'Pisz jako tekst' }).first().click()

/** From the object's fields: a new one of that type, with these words; `more` says the rest. */
async function addField(type: string, label: string, more: () => Promise<void> = async () => undefined): Promise<void> {
  await press(admin, 'Nowe pole')
  await admin.getByRole('button', { name: new RegExp(`^${type}`) }).first().click()
  await box(admin, 'Nazwa po polsku *').or(box(admin, 'Nazwa po polsku')).first().fill(label)
  await more()
  await admin.getByRole('button', { name: 'Dodaj pole' }).dblclick()
  await notice(admin, `Dodano pole „${label}”`).waitFor()
  await admin.getByRole('tab', { name: 'Pola' }).waitFor()
}

test('an administrator makes an object with a name, an icon and rights for a role, and pressing twice makes one', async () => {
  await seller.goto('/records/company')
  await heading(seller, 'Firmy').waitFor()
  await admin.goto('/settings/objects')
  await press(admin, 'Nowy obiekt')
  await box(admin, /^Nazwa po polsku/).fill('Polisa')
  await box(admin, /^Nazwa po angielsku/).fill('Policy')
  await box(admin, /^Liczba mnoga po polsku/).fill('Polisy')
  await box(admin, /^Liczba mnoga po angielsku/).fill('Policies')
  assert.equal(await box(admin, 'Nazwa w API').getAttribute('placeholder'), 'policy')
  await press(admin, 'Wybierz ikonę')
  await admin.getByPlaceholder(/Szukaj ikony/).fill('ubezpieczenie')
  await admin.getByRole('option', { name: /^shield-check/ }).click()
  await box(admin, 'Nazwa pola po polsku').fill('Numer')
  await box(admin, 'Nazwa pola po angielsku').fill('Number')
  await admin.getByRole('combobox', { name: 'Handlowiec', exact: true }).selectOption('write')
  await admin.getByRole('button', { name: 'Utwórz obiekt' }).dblclick()
  await heading(admin, 'Polisy').waitFor()
  await admin.getByRole('link', { name: 'Numer', exact: true }).waitFor()
})

test('the person who had the list of companies open has it in the navigation without a reload', async () => {
  await seller.getByRole('link', { name: 'Polisy', exact: true }).waitFor()
})

test('fields of several types are added, one with pasted values and a link with the name of the way back', async () => {
  await addField('Data', 'Ważna do', async () => {
    await press(admin, 'Dodaj kolor')
    await admin.getByRole('combobox', { name: 'Gdy', exact: true }).fill('waznaDo < today')
    await admin.getByText(/^Czyli:/).first().waitFor()
  })
  await addField('Data', 'Następny kontakt')
  await addField('Jedno z listy', 'Rodzaj', async () => {
    await press(admin, 'Wklej listę')
    await box(admin, 'Wartości, po jednej w wierszu').fill('Majątkowa;Property\nKomunikacyjna;Motor\nNa życie;Life')
    await press(admin, 'Dodaj 3 wartości')
  })
  await addField('Kwota', 'Składka')
  await addField('Powiązanie', 'Firma', async () => {
    await admin.getByRole('combobox', { name: 'Do czego prowadzi' }).or(box(admin, /^Do czego prowadzi/)).first().click()
    await admin.getByRole('option', { name: 'Firma', exact: true }).click()
    await box(admin, /^Nazwa w drugą stronę po polsku/).fill('Polisy')
    await box(admin, /^Nazwa w drugą stronę po angielsku/).fill('Policies')
  })
  const { objects } = (await (await office.request.get('/api/configuration')).json()) as { objects: { name: string; fields: { name: string; type: string }[] }[] }
  assert.deepEqual(objects.find(({ name }) => name === 'policy')!.fields.map(({ type }) => type), ['text', 'date', 'date', 'choice', 'money', 'link'])
})

test('an expression that cannot be is said where it is, and kept from being saved', async () => {
  await admin.goto('/settings/objects/policy/fields/policy.skladka')
  await asText()
  await admin.getByRole('combobox', { name: 'Widoczne, gdy' }).fill('rodzajj is empty')
  await admin.getByText(/rodzajj/).last().waitFor()
  assert.equal(await admin.getByRole('combobox', { name: 'Widoczne, gdy' }).getAttribute('aria-invalid'), 'true')
  await press(admin, 'Zapisz')
  await admin.getByRole('alert').filter({ hasText: /rodzajj/ }).waitFor()
  await press(admin, 'Odrzuć')
})

test('an ordinary person makes one by the form, and sees it on the list, by a filter and on the company', async () => {
  await seller.getByRole('link', { name: 'Polisy', exact: true }).click()
  await heading(seller, 'Polisy').waitFor()
  await seller.keyboard.press('c')
  await seller.getByRole('menuitem', { name: /Polisa/ }).or(seller.getByRole('option', { name: /Polisa/ })).first().click()
  const form = seller.getByRole('dialog')
  await form.getByLabel('Numer').fill('PZU 1/2026')
  await form.getByRole('combobox', { name: 'Firma' }).or(form.getByRole('textbox', { name: 'Firma' })).first().fill(company.name)
  await seller.locator('[role=option]:not([value="+create"]):visible').filter({ hasText: company.name }).first().click()
  await form.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  assert.equal((await records(field, 'policy', { columns: 'number,firma', where: "number = 'PZU 1/2026'" })).length, 1)
  await seller.goto(`/records/policy?where=${encodeURIComponent("number contains '1/2026' and waznaDo is empty")}`)
  await seller.getByRole('link', { name: 'PZU 1/2026' }).or(seller.getByText('PZU 1/2026')).first().waitFor()
  await seller.goto(`/records/company/${company.id}`)
  await seller.getByText('PZU 1/2026').first().waitFor()
})

test('a field of the firm’s own on companies comes to the form somebody has open, and nothing typed is lost', async () => {
  await seller.goto('/records/company')
  await heading(seller, 'Firmy').waitFor()
  await seller.keyboard.press('c')
  await seller.getByRole('menuitem', { name: /^Firma/ }).or(seller.getByRole('option', { name: /^Firma/ })).first().click()
  const form = seller.getByRole('dialog')
  await form.getByRole('button', { name: 'Wszystkie pola' }).click()
  await form.getByRole('textbox', { name: 'Nazwa', exact: true }).fill('Obrabiarki Nowak')
  await admin.goto('/settings/objects/company')
  await addField('Liczba', 'Liczba maszyn')
  await form.getByLabel('Liczba maszyn').fill('12')
  assert.equal(await form.getByRole('textbox', { name: 'Nazwa', exact: true }).inputValue(), 'Obrabiarki Nowak')
  await form.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  assert.equal((await records(field, 'company', { columns: 'name,liczbaMaszyn', where: 'liczbaMaszyn > 11' })).length, 1)
})

test('a field is renamed and made required: the gaps are told before, with a way to fill them', async () => {
  await admin.goto('/settings/objects/policy')
  await admin.getByRole('link', { name: 'Ważna do', exact: true }).click()
  await box(admin, /^Nazwa po polsku/).fill('Koniec ochrony')
  await admin.getByRole('checkbox', { name: 'Wymagane' }).check()
  await press(admin, 'Zapisz')
  const told = admin.getByRole('dialog')
  await told.getByText(/1 rekord nie ma wartości w polu/).waitFor()
  assert.match((await told.getByRole('link', { name: 'Pokaż te rekordy' }).getAttribute('href'))!, /waznaDo%20is%20empty/)
  await told.getByRole('button', { name: 'Zapisz' }).click()
  await notice(admin, 'Zapisano pole „Koniec ochrony”').waitFor()
  await seller.goto('/records/policy')
  await seller.getByText('Koniec ochrony').first().waitFor()
})

test('what two administrators change at once is shown from both sides', async () => {
  await admin.goto('/settings/objects/policy/fields/policy.skladka')
  await box(admin, /^Nazwa po polsku/).fill('Składka roczna')
  const now = (await (await office.request.get('/api/configuration')).json()) as { items: { kind: string; id: string; version: number; body: object }[] }
  const item = now.items.find(({ id }) => id === 'policy.skladka')!
  await office.request.post('/api/configuration/changes', { data: { changes: [{ kind: 'field', id: item.id, version: item.version, body: { ...item.body, help: { pl: 'Za rok', en: 'A year' } } }] } })
  await press(admin, 'Zapisz')
  const both = admin.getByRole('dialog')
  await both.getByText('Ktoś zmienił to w międzyczasie').waitFor()
  await both.getByText('Składka roczna').waitFor()
  await both.getByRole('button', { name: 'Zapisz to, co na ekranie' }).click()
  await notice(admin, 'Zapisano pole „Składka roczna”').waitFor()
})

test('fields change places by keyboard', async () => {
  await admin.goto('/settings/objects/policy')
  const grip = admin.getByRole('button', { name: 'Przenieś: Rodzaj' })
  await grip.focus()
  for (const key of ['Space', 'ArrowUp', 'Space']) {
    await admin.keyboard.press(key)
    await admin.waitForTimeout(300)
  }
  await notice(admin, 'Zmieniono kolejność pól').waitFor()
  const { objects } = (await (await office.request.get('/api/configuration')).json()) as { objects: { name: string; fields: { name: string }[] }[] }
  assert.deepEqual(objects.find(({ name }) => name === 'policy')!.fields.slice(0, 4).map(({ name }) => name), ['number', 'waznaDo', 'rodzaj', 'nastepnyKontakt'])
})

test('a removed field leaves every screen and comes back with its values', async () => {
  await press(admin, 'Usuń: Następny kontakt')
  await notice(admin, 'Usunięto „Następny kontakt”').waitFor()
  await admin.getByRole('link', { name: 'Następny kontakt', exact: true }).waitFor({ state: 'detached' })
  await admin.getByRole('tab', { name: 'Usunięte' }).click()
  await admin.getByText(/jeszcze 30 dni/).waitFor()
  await press(admin, 'Przywróć')
  await notice(admin, 'Przywrócono „Następny kontakt”').waitFor()
  await admin.getByRole('tab', { name: 'Historia zmian' }).click()
  await admin.getByText('Usunięto: Następny kontakt').waitFor()
  await admin.getByRole('tab', { name: 'Pola' }).click()
  await admin.getByRole('link', { name: 'Następny kontakt', exact: true }).waitFor()
})

test('what something uses is not removed, and it is said what uses it', async () => {
  await admin.getByRole('link', { name: 'Następny kontakt', exact: true }).click()
  await asText()
  await admin.getByRole('combobox', { name: 'Widoczne, gdy' }).fill('rodzaj is not empty')
  await press(admin, 'Zapisz')
  await notice(admin, 'Zapisano pole').waitFor()
  await admin.goto('/settings/objects/policy')
  await press(admin, 'Usuń: Rodzaj')
  await admin.getByRole('dialog').getByText('Polisa: Następny kontakt').waitFor()
  await admin.keyboard.press('Escape')
  await admin.getByRole('link', { name: 'Rodzaj', exact: true }).waitFor()
})

test('a person without the right to shape finds none of it', async () => {
  await seller.goto('/settings')
  await heading(seller, 'Profil i wygląd').waitFor()
  assert.equal(await seller.getByRole('link', { name: 'Obiekty i pola' }).count(), 0)
  await seller.goto('/settings/objects')
  await seller.getByText('Nie masz do tego dostępu').waitFor()
})
