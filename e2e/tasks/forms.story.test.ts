/** Forms and lists that follow the firm: other fields abroad or for one type, birthdays, classes of customers, consents; and a school in place of companies. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, employee, notice, open, records } from '../browser.ts'
import { addField, addRecord, beginChange, changeField, dayFromNow, fillIn, given, inPolish, line, makeObject, openForm, shareView } from '../settings.ts'

suite('forms and lists', () => {
  let office: BrowserContext
  let admin: Page
  let field: BrowserContext
  let seller: Page

  before(async () => {
    office = await open({ as: administrator.mail })
    admin = await office.newPage()
    field = await open({ as: await employee('Handlowiec') })
    seller = await field.newPage()
  })
  after(() => Promise.all([office.close(), field.close()]))

  const form = () => seller.getByRole('dialog')
  const asked = (label: string) => form().getByRole('textbox', { name: label }).or(form().getByRole('combobox', { name: label }))
  async function openWhole(object: string, label: string): Promise<void> {
    await openForm(seller, object, label)
    const more = form().getByRole('button', { name: 'Wszystkie pola' })
    if (await more.isVisible()) await more.click()
  }
  async function save(): Promise<void> {
    await form().getByRole('button', { name: 'Zapisz', exact: true }).click()
    await form().waitFor({ state: 'hidden' })
    await notice(seller, 'Dodano').waitFor()
  }

  test('09 a company abroad is asked for its VAT number and language, and not for NIP and KRS', async () => {
    await addField(admin, 'company', { type: 'Jedno z listy', label: ['Rynek', 'Market'], values: [{ words: ['Krajowy', 'Home'] }, { words: ['Zagraniczny', 'Abroad'], color: 'fioletowy' }], initial: "'home'" })
    await addField(admin, 'company', { type: 'Tekst', label: ['Język korespondencji', 'Letters in'], shownWhen: "market = 'abroad'" })
    for (const name of ['nip', 'krs']) await changeField(admin, { object: 'company', name, said: { 'Widoczne, gdy': "market != 'abroad' or market is empty" } })
    await changeField(admin, { object: 'company', name: 'vatNumber', said: { 'Wymagane, gdy': "market = 'abroad'" } })
    await openWhole('company', 'Firma')
    await asked('NIP').first().waitFor()
    assert.equal(await asked('Język korespondencji').count(), 0)
    await fillIn(seller, form(), { 'Nazwa': 'Heizungsbau Görlitz GmbH', 'Rynek': { pick: 'Zagraniczny' } })
    await asked('Język korespondencji').first().waitFor()
    assert.equal(await asked('NIP').count(), 0)
    await form().getByRole('button', { name: 'Zapisz', exact: true }).click()
    await form().getByText('To pole musi być wypełnione.').first().waitFor()
    await fillIn(seller, form(), { 'VAT UE': 'DE136695976', 'Język korespondencji': 'niemiecki' })
    await save()
  })

  test('12 whose birthday comes within a week stands in a view, the next one first', async () => {
    await addField(admin, 'person', { type: 'Data', label: ['Najbliższe urodziny', 'Next birthday'], formula: 'ADDMONTHS(birthday, 12 * (YEARS(ADDDAYS(today, -1), birthday) + 1))' })
    await shareView(admin, { object: 'person', name: 'Urodziny w tym tygodniu', query: { columns: 'name,nextBirthday', where: 'nextBirthday between today and ADDDAYS(today, 7)', order: 'nextBirthday' } })
    const born = (days: number) => `1980${dayFromNow(days).slice(4)}`
    await openWhole('person', 'Osoba')
    await fillIn(seller, form(), { 'Imię': 'Bożena', 'Nazwisko': 'Jutrzejsza', 'Data urodzenia': born(1) })
    await save()
    await given(field, 'person', { firstName: 'Celina', lastName: 'Wczorajsza', birthday: born(-1) })
    await seller.goto('/records/person')
    await seller.getByRole('button', { name: 'Urodziny w tym tygodniu', exact: true }).click()
    await line(seller, 'Bożena Jutrzejsza').getByText(inPolish(dayFromNow(1))).waitFor()
    assert.equal(await seller.getByRole('row').filter({ hasText: 'Wczorajsza' }).count(), 0)
  })

  test('15 a vehicle is asked for its registration number, and nothing else is', async () => {
    await makeObject(admin, { one: ['Środek trwały', 'Asset'], many: ['Środki trwałe', 'Assets'] })
    await addField(admin, 'asset', { type: 'Jedno z listy', label: ['Rodzaj', 'Kind'], required: true, values: [{ words: ['Pojazd', 'Vehicle'] }, { words: ['Urządzenie', 'Device'] }] })
    await addField(admin, 'asset', { type: 'Tekst', label: ['Numer rejestracyjny', 'Registration'], shownWhen: "kind = 'vehicle'", requiredWhen: "kind = 'vehicle'" })
    await openForm(seller, 'asset', 'Środek trwały')
    await fillIn(seller, form(), { 'Nazwa': 'Skoda serwisowa', 'Rodzaj': { pick: 'Urządzenie' } })
    assert.equal(await asked('Numer rejestracyjny').count(), 0)
    await fillIn(seller, form(), { 'Rodzaj': { pick: 'Pojazd' } })
    await asked('Numer rejestracyjny').first().waitFor()
    await form().getByRole('button', { name: 'Zapisz', exact: true }).click()
    await form().getByText('To pole musi być wypełnione.').waitFor()
    await fillIn(seller, form(), { 'Numer rejestracyjny': 'EL 4K271' })
    await save()
  })

  test('19 customers belong to a tree of classes, and asking for a class finds those below it too', async () => {
    await addField(admin, 'company', {
      type: 'Jedno z listy', label: ['Klasa klienta', 'Customer class'],
      values: [{ words: ['Przemysł', 'Industry'] }, { words: ['Spożywczy', 'Food'], under: 'Przemysł' }, { words: ['Mleczarnie', 'Dairy'], under: 'Spożywczy' }, { words: ['Handel', 'Trade'] }],
    })
    await shareView(admin, { object: 'company', name: 'Cały przemysł', query: { columns: 'name,customerClass', where: "WITHIN(customerClass, 'industry')" } })
    const own = await records(field, 'company', { columns: 'name', where: 'owner = me', order: 'name', limit: '2' })
    for (const [at, option] of ['Mleczarnie', 'Handel'].entries()) {
      await seller.goto(`/records/company/${own[at]!.id}`)
      await beginChange(seller, 'Klasa klienta')
      await seller.getByRole('option', { name: option }).click()
      await seller.getByRole('definition').filter({ hasText: option }).first().waitFor()
    }
    await seller.goto('/records/company')
    await seller.getByRole('button', { name: 'Cały przemysł', exact: true }).click()
    await line(seller, String(own[0]!['name'])).getByText('Mleczarnie').waitFor()
    assert.equal(await seller.getByRole('row').filter({ hasText: String(own[1]!['name']) }).count(), 0)
  })

  test('20 consents have their dates: without a valid one a person is not in the view for mailings', async () => {
    await makeObject(admin, { one: ['Zgoda', 'Consent'], many: ['Zgody', 'Consents'], known: ['Na co', 'Purpose'], access: { belongsTo: 'Osoba' } })
    await addField(admin, 'consent', { type: 'Data', label: ['Wyrażona', 'Given on'], required: true, initial: 'today' })
    await addField(admin, 'consent', { type: 'Data', label: ['Wycofana', 'Withdrawn on'] })
    await addField(admin, 'person', { type: 'Tak lub nie', label: ['Newsletter', 'Newsletter'], formula: "EXISTS(consents where purpose = 'newsletter' and withdrawnOn is empty and ADDMONTHS(givenOn, 24) >= today)" })
    await shareView(admin, { object: 'person', name: 'Do newslettera', query: { columns: 'name,newsletter', where: 'newsletter' } })
    const people: [string, string][] = []
    for (const lastName of ['Zgodna', 'Dawna']) people.push([await given(field, 'person', { firstName: 'Daria', lastName }), `Daria ${lastName}`])
    for (const [[, name], on] of [[people[0]!, dayFromNow(0)], [people[1]!, dayFromNow(-800)]] as const) await addRecord(seller, { object: 'consent', label: 'Zgoda', entries: { 'Na co': 'newsletter', 'Osoba': { pick: name }, 'Wyrażona': on } })
    await seller.goto('/records/person')
    await seller.getByRole('button', { name: 'Do newslettera', exact: true }).click()
    await line(seller, 'Daria Zgodna').waitFor()
    assert.equal(await seller.getByRole('row').filter({ hasText: 'Daria Dawna' }).count(), 0)
  })

  test('13 a school has classes and pupils, people are guardians, and companies are gone from sight', async () => {
    await makeObject(admin, { one: ['Klasa', 'Class'], many: ['Klasy', 'Classes'], access: 'Wspólne dla wszystkich' })
    await makeObject(admin, { one: ['Uczeń', 'Pupil'], many: ['Uczniowie', 'Pupils'], known: ['Imię i nazwisko', 'Name'], access: { belongsTo: 'Klasa' } })
    await addField(admin, 'pupil', { type: 'Powiązanie', label: ['Opiekun', 'Guardian'], to: 'Osoba', back: ['Dzieci', 'Children'] })
    await addField(admin, 'class', { type: 'Liczba', label: ['Ilu uczniów', 'Pupil count'], formula: 'COUNT(pupils)', settings: { 'Miejsca po przecinku': '0' } })
    await rename('person', ['Opiekun', 'Opiekunowie'])
    await inNavigation('company', false)
    await addRecord(seller, { object: 'class', label: 'Klasa', entries: { 'Nazwa': '4b' } })
    await addRecord(seller, { object: 'pupil', label: 'Uczeń', entries: { 'Imię i nazwisko': 'Ola Maj', 'Klasa': { pick: '4b' } } })
    const there = (name: string) => seller.getByRole('navigation').first().getByRole('link', { name, exact: true })
    for (const name of ['Klasy', 'Uczniowie', 'Opiekunowie']) await there(name).waitFor()
    assert.equal(await there('Firmy').count(), 0)
    await there('Klasy').click()
    await line(seller, '4b').getByText('1', { exact: true }).waitFor()
    await rename('person', ['Osoba', 'Osoby'])
    await inNavigation('company', true)
    await there('Firmy').waitFor()
    // In the place it had, before the firm's own.
    assert.match(await seller.getByRole('navigation').first().innerText(), /Firmy\s+Osoby[^]*Klasy/)
  })

  async function rename(object: string, [one, many]: readonly [string, string]): Promise<void> {
    await admin.goto(`/settings/objects/${object}`)
    await admin.getByRole('tab', { name: 'Ogólne' }).click()
    await admin.getByRole('textbox', { name: /^Nazwa po polsku/ }).fill(one)
    await admin.getByRole('textbox', { name: /^Liczba mnoga po polsku/ }).fill(many)
    await admin.getByRole('button', { name: 'Zapisz', exact: true }).click()
    await notice(admin, `Zapisano „${many}”`).waitFor()
  }
  async function inNavigation(object: string, shown: boolean): Promise<void> {
    await admin.goto(`/settings/objects/${object}`)
    await admin.getByRole('tab', { name: 'Ogólne' }).click()
    await admin.getByRole('checkbox', { name: 'Pokazuj w nawigacji' }).setChecked(shown)
    await admin.getByRole('button', { name: 'Zapisz', exact: true }).click()
    await notice(admin, 'Zapisano „').waitFor()
  }
})
