/** What one sees and another does not: a margin for managers only, and customers of one's own region but for the key accounts. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, employee, notice, open, records } from '../browser.ts'
import { addField, addRecord, beginChange, heading, line, makeObject } from '../settings.ts'

suite('who sees what', () => {
  let office: BrowserContext
  let admin: Page

  before(async () => {
    office = await open({ as: administrator.mail })
    admin = await office.newPage()
  })
  after(() => office.close())

  async function openRole(name: string): Promise<void> {
    await admin.goto('/records/role')
    await admin.getByRole('link', { name, exact: true }).click()
    await heading(admin, name).waitFor()
  }
  async function saveRole(): Promise<void> {
    await admin.keyboard.press('Escape')
    await admin.getByRole('button', { name: 'Zapisz rolę' }).click()
    await notice(admin, 'Zapisano rolę').waitFor()
  }

  test('05 salespeople work with sales and nowhere meet the margin; managers see it', async () => {
    const all = 'wszystkie: ogląda, dodaje i zmienia'
    await makeObject(admin, { one: ['Sprzedaż', 'Sale'], many: ['Sprzedaże', 'Sales'], known: ['Numer', 'Number'], numbered: { pattern: 'S/{nnnn}' }, roles: { 'Handlowiec': all, 'Kierownik sprzedaży': all } })
    await addField(admin, 'sale', { type: 'Powiązanie', label: ['Firma', 'Company'], to: 'Firma', back: ['Sprzedaże', 'Sales'] })
    await addField(admin, 'sale', { type: 'Kwota', label: ['Cena', 'Price'] })
    await addField(admin, 'sale', { type: 'Kwota', label: ['Koszt', 'Cost'] })
    await addField(admin, 'sale', { type: 'Kwota', label: ['Marża', 'Margin'], formula: 'price - cost' })
    await addField(admin, 'company', { type: 'Kwota', label: ['Marża razem', 'Total margin'], formula: 'SUM(sales.margin)' })
    await openRole('Handlowiec')
    await admin.getByRole('button', { name: /^Sprzedaże, Pola/ }).click()
    for (const name of ['Koszt', 'Marża']) await admin.getByRole('radiogroup', { name: `Dostęp do pola: ${name}` }).getByText('niewidoczne').click()
    await saveRole()

    const road = await open({ as: await employee('Handlowiec') })
    const seller = await road.newPage()
    const [company] = await records(road, 'company', { columns: 'name', where: 'owner = me', order: 'name', limit: '1' })
    await addRecord(seller, { object: 'sale', label: 'Sprzedaż', entries: { 'Cena': '5000', 'Firma': { pick: String(company!['name']) } } })
    await heading(seller, 'S/0001').waitFor()
    const address = new URL(seller.url()).pathname
    for (const place of ['/records/sale', address, `/records/company/${company!.id}`]) {
      await seller.goto(place)
      await seller.getByText('S/0001').first().waitFor()
      assert.equal(await seller.getByText(/Marża|Koszt/).count(), 0, place)
    }
    for (const ask of ['columns=margin', 'where=margin > 0 PLN', 'order=-cost']) assert.notEqual((await road.request.get(`/api/records/sale?${ask}`)).status(), 200, ask)
    assert.notEqual((await road.request.get('/api/records/company?columns=totalMargin')).status(), 200)
    await road.close()

    const [made] = await records(office, 'sale', { columns: 'version', where: "number = 'S/0001'" })
    assert.equal((await office.request.patch(`/api/records/sale/${made!.id}`, { data: { version: made!['version'], cost: { amount: '3800', currency: 'PLN' } } })).status(), 200)
    const boss = await open({ as: await employee('Kierownik regionu') })
    const manager = await boss.newPage()
    await manager.goto('/records/sale')
    await line(manager, 'S/0001').getByText(/1\s?200,00/).waitFor()
    await boss.close()
  })

  test('06 a salesperson sees the customers of the own region, and key accounts wherever they lie', async () => {
    await addField(admin, 'company', { type: 'Tak lub nie', label: ['Klient kluczowy', 'Key account'] })
    const [person] = await records(office, 'user', { columns: 'name,mail,territories', where: "position = 'Handlowiec' and territories is not empty", order: '-mail', limit: '1' })
    const mine = (person!['territories'] as { id: string }[]).map(({ id }) => `'${id}'`).join(', ')
    const [foreign] = await records(office, 'company', { columns: 'name,version', where: `territory is not empty and not (territory in (${mine}))`, order: 'name', limit: '1' })
    await openRole('Handlowiec')
    await admin.getByRole('button', { name: 'Kopiuj', exact: true }).click()
    await admin.getByRole('dialog').getByLabel('Nazwa').fill('Handlowiec regionalny')
    await admin.getByRole('button', { name: 'Utwórz kopię' }).click()
    await heading(admin, 'Handlowiec regionalny').waitFor()
    await admin.getByRole('combobox', { name: 'Firmy, Oglądanie' }).selectOption('all')
    await admin.getByRole('button', { name: 'Firmy', exact: true }).click()
    await admin.getByRole('button', { name: 'Oglądanie: Dodaj regułę' }).click()
    await admin.getByRole('button', { name: 'Pisz jako tekst' }).click()
    await admin.getByRole('combobox', { name: 'Oglądanie: Reguła' }).fill('territory in me.territories or keyAccount')
    await admin.getByText(/Czyli:.*lub/).waitFor()
    await saveRole()
    const holder = admin.getByRole('textbox', { name: 'Nadaj tę rolę…' }).or(admin.getByRole('combobox', { name: 'Nadaj tę rolę…' })).first()
    await holder.fill(String(person!['name']))
    await admin.locator('[role=option]:visible').filter({ hasText: String(person!['name']) }).first().click()
    await notice(admin, 'Nadano rolę').waitFor()
    await openRole('Handlowiec')
    await admin.getByRole('button', { name: `Odbierz rolę: ${String(person!['name'])}` }).click()
    await notice(admin, 'Odebrano rolę').waitFor()

    const road = await open({ as: String(person!['mail']) })
    const seller = await road.newPage()
    await seller.goto(`/records/company/${foreign!.id}`)
    await seller.getByRole('heading', { name: 'Nie masz do tego dostępu' }).waitFor()
    const seen = await records(road, 'company', { columns: 'name', where: `(territory is empty or not (territory in me.territories)) and not (${mine.split(', ').map((id) => `WITHIN(territory, ${id})`).join(' or ')})`, limit: '5' })
    assert.equal(seen.length, 0)
    await admin.goto(`/records/company/${foreign!.id}`)
    await beginChange(admin, 'Klient kluczowy')
    await admin.getByRole('switch', { name: 'Klient kluczowy' }).check()
    await admin.keyboard.press('Enter')
    await seller.goto(`/records/company/${foreign!.id}`)
    await heading(seller, String(foreign!['name'])).waitFor()
    await road.close()
  })
})
