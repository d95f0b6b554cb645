/** Things of customers that a firm keeps in records of its own: policies, machines, loans, consents. Made in the settings, used by a salesperson. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, employee, open, records } from '../browser.ts'
import { addField, addRecord, coloured, dayFromNow, heading, inPolish, line, makeObject, shareView } from '../settings.ts'

suite('records of customers', () => {
  let office: BrowserContext
  let admin: Page
  let field: BrowserContext
  let seller: Page
  let company: { id: string; name: string }
  const ofCompany = () => ({ pick: company.name })

  before(async () => {
    office = await open({ as: administrator.mail })
    admin = await office.newPage()
    field = await open({ as: await employee('Handlowiec') })
    seller = await field.newPage()
    company = (await records(field, 'company', { columns: 'name', where: 'owner = me', order: 'name', limit: '1' }))[0] as unknown as typeof company
  })
  after(() => Promise.all([office.close(), field.close()]))

  test('01 insurance policies: each says when it ends and when to talk to the customer, who shows the nearest', async () => {
    await makeObject(admin, { one: ['Polisa ubezpieczeniowa', 'Insurance policy'], many: ['Polisy ubezpieczeniowe', 'Insurance policies'], known: ['Numer polisy', 'Number'], access: { belongsTo: 'Firma' } })
    const policy = 'insurancePolicy'
    await addField(admin, policy, { type: 'Jedno z listy', label: ['Ubezpieczyciel', 'Insurer'], values: [{ words: ['Warta', 'Warta'], color: 'niebieski' }, { words: ['Ergo Hestia', 'Ergo Hestia'] }] })
    await addField(admin, policy, { type: 'Data', label: ['Ważna do', 'Valid until'], required: true, colors: [['validUntil < today', 'czerwony']] })
    await addField(admin, policy, { type: 'Data', label: ['Następny kontakt', 'Next contact'], formula: 'ADDDAYS(validUntil, -30)', colors: [['nextContact <= today', 'bursztynowy']] })
    await addField(admin, 'company', { type: 'Data', label: ['Kontakt w sprawie polisy', 'Policy contact'], formula: 'MIN(insurancePolicies.nextContact where validUntil >= today)' })
    await addRecord(seller, { object: policy, label: 'Polisa ubezpieczeniowa', entries: { 'Numer polisy': 'WA/2026/17', 'Firma': ofCompany(), 'Ubezpieczyciel': { pick: 'Warta' }, 'Ważna do': dayFromNow(20) } })
    await seller.goto(`/records/${policy}`)
    const made = line(seller, 'WA/2026/17')
    await coloured(made, 'amber', inPolish(dayFromNow(-10))).waitFor()
    await made.getByText(company.name).waitFor()
    await seller.goto(`/records/company/${company.id}`)
    await seller.getByText('WA/2026/17').first().waitFor()
    await seller.getByRole('region', { name: 'Dane rekordu' }).getByText(inPolish(dayFromNow(-10))).waitFor()
  })

  test('02 machines: a serial number is there once, and the next inspection follows from the last', async () => {
    await makeObject(admin, { one: ['Maszyna', 'Machine'], many: ['Maszyny', 'Machines'], known: ['Model', 'Model'], access: { belongsTo: 'Firma' } })
    await addField(admin, 'machine', { type: 'Tekst', label: ['Numer seryjny', 'Serial number'], required: true, settings: { 'Bez powtórzeń': true } })
    await addField(admin, 'machine', { type: 'Data', label: ['Uruchomiona', 'Installed on'], required: true, initial: 'today' })
    await makeObject(admin, { one: ['Przegląd', 'Inspection'], many: ['Przeglądy', 'Inspections'], known: ['Numer', 'Number'], numbered: { pattern: 'PRZ/{yyyy}/{nnnn}' }, access: { belongsTo: 'Maszyna' } })
    await addField(admin, 'inspection', { type: 'Data', label: ['Dnia', 'Day'], required: true, initial: 'today' })
    await addField(admin, 'machine', { type: 'Data', label: ['Następny przegląd', 'Next inspection'], formula: 'ADDMONTHS(COALESCE(MAX(inspections.day), installedOn), 12)', colors: [['nextInspection < today', 'czerwony']] })
    await addRecord(seller, { object: 'machine', label: 'Maszyna', entries: { 'Model': 'Kocioł K-40', 'Firma': ofCompany(), 'Numer seryjny': 'SN-1', 'Uruchomiona': '2024-03-15' } })
    await seller.goto('/records/machine')
    await line(seller, 'Kocioł K-40').getByText('15.03.2025').waitFor()
    await addRecord(seller, { object: 'inspection', label: 'Przegląd', entries: { 'Maszyna': { pick: 'Kocioł K-40' } } })
    await heading(seller, `PRZ/${new Date().getFullYear()}/0001`).waitFor()
    await seller.goto('/records/machine')
    await line(seller, 'Kocioł K-40').getByText(inPolish(dayFromNow(0)).replace(/\d{4}/, (year) => String(Number(year) + 1))).waitFor()
    const twice = await field.request.post('/api/records/machine', { data: { model: 'Kocioł K-50', company: company.id, serialNumber: 'SN-1', installedOn: '2025-01-01' } })
    assert.equal(twice.status(), 422)
  })

  test('18 equipment is lent: what is overdue is red on a view of everyone, and the customer shows how much of it', async () => {
    await makeObject(admin, { one: ['Sprzęt', 'Equipment'], many: ['Sprzęt', 'Equipment'], access: 'Wspólne dla wszystkich', roles: { Handlowiec: 'wszystkie: ogląda, dodaje i zmienia' } })
    await makeObject(admin, { one: ['Wypożyczenie', 'Loan'], many: ['Wypożyczenia', 'Loans'], known: ['Numer', 'Number'], numbered: { pattern: 'W/{nnnn}' }, access: { belongsTo: 'Firma' } })
    await addField(admin, 'loan', { type: 'Powiązanie', label: ['Sprzęt', 'Equipment'], required: true, to: 'Sprzęt', back: ['Wypożyczenia', 'Loans'] })
    await addField(admin, 'loan', { type: 'Data', label: ['Zwrot do', 'Due on'], required: true, initial: 'ADDDAYS(today, 14)' })
    await addField(admin, 'loan', { type: 'Data', label: ['Oddano', 'Returned on'] })
    await addField(admin, 'loan', { type: 'Liczba', label: ['Dni spóźnienia', 'Days late'], formula: 'MAX(0, DAYS(COALESCE(returnedOn, today), dueOn))', colors: [['daysLate > 0', 'czerwony']], settings: { 'Miejsca po przecinku': '0' } })
    await addField(admin, 'company', { type: 'Liczba', label: ['Sprzęt po terminie', 'Overdue loans'], formula: 'COUNT(loans where returnedOn is empty and dueOn < today)' })
    await shareView(admin, { object: 'loan', name: 'Po terminie', query: { where: 'returnedOn is empty and dueOn < today', order: 'dueOn' } })
    await addRecord(seller, { object: 'equipment', label: 'Sprzęt', entries: { 'Nazwa': 'Kamera termowizyjna' } })
    await addRecord(seller, { object: 'loan', label: 'Wypożyczenie', entries: { 'Firma': ofCompany(), 'Sprzęt': { pick: 'Kamera termowizyjna' }, 'Zwrot do': dayFromNow(-3) } })
    await seller.goto('/records/loan')
    await seller.getByRole('button', { name: 'Po terminie', exact: true }).click()
    await coloured(line(seller, 'W/0001'), 'red', '3').waitFor()
    const [shown] = await records(field, 'company', { columns: 'overdueLoans', where: `id = '${company.id}'` })
    assert.equal(Number(shown!['overdueLoans']), 1)
  })
})
