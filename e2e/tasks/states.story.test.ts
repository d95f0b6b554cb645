/** Work that goes from state to state: who may make a move, what must be filled or attached before it, and numbers that nobody skips. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, employee, open, records } from '../browser.ts'
import { addField, addRecord, fillIn, heading, makeObject, openForm, setStates } from '../settings.ts'

suite('states', () => {
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

  const move = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

  test('04 a contract is approved by a second person: whoever made it cannot', async () => {
    await makeObject(admin, { one: ['Umowa zakupu', 'Purchase contract'], many: ['Umowy zakupu', 'Purchase contracts'], known: ['Tytuł', 'Title'] , roles: { Handlowiec: 'wszystkie: ogląda, dodaje i zmienia', 'Kierownik sprzedaży': 'wszystkie: ogląda, dodaje i zmienia' } })
    await addField(admin, 'purchaseContract', { type: 'Kwota', label: ['Wartość', 'Value'] })
    await addField(admin, 'purchaseContract', { type: 'Jedno z listy', label: ['Stan', 'Status'], values: [{ words: ['W przygotowaniu', 'Draft'] }, { words: ['Do akceptacji', 'Submitted'], color: 'bursztynowy' }, { words: ['Zaakceptowana', 'Approved'], color: 'zielony' }] })
    await setStates(admin, 'purchaseContract', {
      field: 'Stan', begin: 'W przygotowaniu',
      moves: [
        { label: ['Przekaż do akceptacji', 'Submit'], from: ['W przygotowaniu'], to: 'Do akceptacji', required: ['Wartość'] },
        { label: ['Zaakceptuj', 'Approve'], from: ['Do akceptacji'], to: 'Zaakceptowana', roles: ['Kierownik sprzedaży', 'Handlowiec'], when: 'me != createdBy', whenNot: ['Umowę akceptuje druga osoba.', 'A second person approves a contract.'] },
        { label: ['Odrzuć', 'Reject'], from: ['Do akceptacji'], to: 'W przygotowaniu', roles: ['Kierownik sprzedaży'] },
      ],
    })
    await addRecord(seller, { object: 'purchaseContract', label: 'Umowa zakupu', entries: { 'Tytuł': 'Serwis kotłowni' } })
    await heading(seller, 'Serwis kotłowni').waitFor()
    const address = seller.url()
    await move(seller, 'Przekaż do akceptacji').click()
    const needs = seller.getByRole('dialog', { name: 'Przekaż do akceptacji' })
    await needs.getByRole('textbox', { name: 'Wartość' }).fill('12000')
    await needs.getByRole('button', { name: 'Zapisz' }).click()
    const approve = move(seller, 'Zaakceptuj')
    await approve.hover()
    await seller.getByText('Umowę akceptuje druga osoba.').waitFor()
    assert.equal(await approve.getAttribute('aria-disabled'), 'true')
    assert.equal(await move(seller, 'Odrzuć').count(), 0)
    const [made] = await records(field, 'purchaseContract', { columns: 'version', where: "title = 'Serwis kotłowni'" })
    assert.equal((await field.request.patch(`/api/records/purchaseContract/${made!.id}`, { data: { version: made!['version'], status: 'approved' } })).status(), 422)
    const second = await open({ as: await employee('Kierownik regionu') })
    const manager = await second.newPage()
    await manager.goto(address)
    await move(manager, 'Zaakceptuj').click()
    await manager.getByRole('group', { name: 'Stan' }).getByText('Zaakceptowana').waitFor()
    await second.close()
  })

  test('08 a lost bid says why, and with “other” also what happened', async () => {
    await makeObject(admin, { one: ['Staranie o zlecenie', 'Bid'], many: ['Starania o zlecenia', 'Bids'] })
    await addField(admin, 'bid', { type: 'Jedno z listy', label: ['Etap', 'Stage'], values: [{ words: ['Otwarta', 'Open'], color: 'niebieski' }, { words: ['Wygrana', 'Won'], color: 'zielony' }, { words: ['Przegrana', 'Lost'], color: 'czerwony' }] })
    await addField(admin, 'bid', { type: 'Jedno z listy', label: ['Powód przegranej', 'Loss reason'], values: [{ words: ['Cena', 'Price'] }, { words: ['Termin', 'Time'] }, { words: ['Inny', 'Other'] }], shownWhen: "stage = 'lost' or lossReason is not empty" })
    await addField(admin, 'bid', { type: 'Długi tekst', label: ['Co się stało', 'What happened'], shownWhen: "lossReason = 'other'", requiredWhen: "lossReason = 'other'" })
    await setStates(admin, 'bid', {
      field: 'Etap', begin: 'Otwarta',
      moves: [
        { label: ['Wygrana', 'Won'], from: ['Otwarta'], to: 'Wygrana' },
        { label: ['Przegrana', 'Lost'], from: ['Otwarta'], to: 'Przegrana', required: ['Powód przegranej'] },
      ],
    })
    await addRecord(seller, { object: 'bid', label: 'Staranie o zlecenie', entries: { 'Nazwa': 'Kotłownia w Łęczycy' } })
    await move(seller, 'Przegrana').click()
    const why = seller.getByRole('dialog', { name: 'Przegrana' })
    await why.getByRole('button', { name: 'Zapisz' }).click()
    await why.getByText('To pole musi być wypełnione.').waitFor()
    await fillIn(seller, why, { 'Powód przegranej': { pick: 'Inny' } })
    await why.getByRole('button', { name: 'Zapisz' }).click()
    await fillIn(seller, why, { 'Co się stało': 'Inwestor zrezygnował z budowy' })
    await why.getByRole('button', { name: 'Zapisz' }).click()
    await seller.getByRole('group', { name: 'Etap' }).getByText('Przegrana').waitFor()
    await seller.getByText('Inwestor zrezygnował z budowy').first().waitFor()
  })

  test('16 a tender is handed in only with the offer attached', async () => {
    await makeObject(admin, { one: ['Przetarg', 'Tender'], many: ['Przetargi', 'Tenders'] })
    await addField(admin, 'tender', { type: 'Plik', label: ['Oferta', 'Offer'] })
    await addField(admin, 'tender', { type: 'Jedno z listy', label: ['Stan', 'Status'], values: [{ words: ['W przygotowaniu', 'Preparing'] }, { words: ['Złożony', 'Submitted'], color: 'niebieski' }] })
    await setStates(admin, 'tender', { field: 'Stan', begin: 'W przygotowaniu', moves: [{ label: ['Złóż', 'Hand in'], from: ['W przygotowaniu'], to: 'Złożony', required: ['Oferta'] }] })
    await addRecord(seller, { object: 'tender', label: 'Przetarg', entries: { 'Nazwa': 'Modernizacja węzła' } })
    await move(seller, 'Złóż').click()
    const needs = seller.getByRole('dialog', { name: 'Złóż' })
    await needs.getByRole('button', { name: 'Zapisz' }).click()
    await needs.getByText('To pole musi być wypełnione.').waitFor()
    await needs.locator('input[type=file]').setInputFiles({ name: 'oferta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
    await needs.getByText('oferta.pdf').waitFor()
    await needs.getByRole('progressbar').waitFor({ state: 'detached' })
    await needs.getByRole('button', { name: 'Zapisz' }).click()
    await seller.getByRole('group', { name: 'Stan' }).getByText('Złożony').waitFor()
  })

  test('17 contracts are numbered by the year without gaps, also when one of them was refused', async () => {
    await makeObject(admin, { one: ['Umowa w rejestrze', 'Agreement'], many: ['Rejestr umów', 'Agreements'], known: ['Numer', 'Number'], numbered: { pattern: 'U/{yyyy}/{nnn}', gapless: true } })
    await addField(admin, 'agreement', { type: 'Tekst', label: ['Przedmiot', 'Subject'], required: true })
    const year = dayYear()
    await addRecord(seller, { object: 'agreement', label: 'Umowa w rejestrze', entries: { 'Przedmiot': 'Przegląd kotłów' } })
    await heading(seller, `U/${year}/001`).waitFor()
    await openForm(seller, 'agreement', 'Umowa w rejestrze')
    const form = seller.getByRole('dialog')
    assert.equal(await form.getByRole('textbox', { name: 'Numer' }).isEditable().catch(() => false), false)
    await form.getByRole('button', { name: 'Zapisz', exact: true }).click()
    await form.getByText('To pole musi być wypełnione.').waitFor()
    assert.equal((await field.request.post('/api/records/agreement', { data: {} })).status(), 422)
    await fillIn(seller, form, { 'Przedmiot': 'Najem agregatu' })
    await form.getByRole('button', { name: 'Zapisz', exact: true }).click()
    await heading(seller, `U/${year}/002`).waitFor()
  })
})

const dayYear = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', year: 'numeric' }).format(Date.now())
