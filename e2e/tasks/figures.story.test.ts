/** Figures that follow from records: levels, days, points and changes of turnover. They are columns that colour and sort, for everyone. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { administrator, employee, open, records } from '../browser.ts'
import { addField, addRecord, coloured, dayFromNow, given, line, makeObject, shareView } from '../settings.ts'

suite('figures', () => {
  let office: BrowserContext
  let admin: Page
  let field: BrowserContext
  let seller: Page
  let first: { id: string; name: string }
  let second: { id: string; name: string }

  before(async () => {
    office = await open({ as: administrator.mail })
    admin = await office.newPage()
    field = await open({ as: await employee('Handlowiec') })
    seller = await field.newPage()
    const own = await records(field, 'company', { columns: 'name', where: 'owner = me', order: '-name', limit: '2' })
    ;[first, second] = own as unknown as [typeof first, typeof first]
  })
  after(() => Promise.all([office.close(), field.close()]))

  const thatYear = Number(dayFromNow(0).slice(0, 4)) - 1
  /** A shared view of companies, as the salesperson sees it from its tab. */
  async function openView(name: string): Promise<void> {
    await seller.goto('/records/company')
    await seller.getByRole('button', { name, exact: true }).click()
    await seller.getByRole('button', { name, exact: true, pressed: true }).or(seller.getByRole('grid')).first().waitFor()
  }

  test('03 the level of a partner follows from last year’s turnover; nobody sets it', async () => {
    await makeObject(admin, { one: ['Obrót roczny', 'Yearly turnover'], many: ['Obroty roczne', 'Yearly turnovers'], known: ['Numer', 'Number'], numbered: { pattern: 'OR/{nnnn}' }, access: { belongsTo: 'Firma' } })
    await addField(admin, 'yearlyTurnover', { type: 'Liczba', label: ['Rok', 'Year'], required: true, settings: { 'Miejsca po przecinku': '0' } })
    await addField(admin, 'yearlyTurnover', { type: 'Kwota', label: ['Wartość', 'Amount'], required: true })
    await addField(admin, 'company', { type: 'Kwota', label: ['Obrót w zeszłym roku', 'Last year turnover'], formula: 'SUM(yearlyTurnovers.amount where year = YEAR(today) - 1)' })
    await addField(admin, 'company', {
      type: 'Jedno z listy', label: ['Poziom partnera', 'Partner level'], values: [{ words: ['Złoty', 'Gold'], color: 'bursztynowy' }, { words: ['Srebrny', 'Silver'], color: 'szary' }],
      formula: "IF(lastYearTurnover >= 1 000 000 PLN, 'gold', IF(lastYearTurnover >= 250 000 PLN, 'silver', empty))",
    })
    for (const value of ['400000', '700000']) await addRecord(seller, { object: 'yearlyTurnover', label: 'Obrót roczny', entries: { 'Firma': { pick: first.name }, 'Rok': String(thatYear), 'Wartość': value } })
    await seller.goto(`/records/company/${first.id}`)
    await coloured(seller.getByRole('region', { name: 'Dane rekordu' }), 'amber', 'Złoty').waitFor()
    assert.equal(await seller.getByRole('button', { name: 'Zmień: Poziom partnera' }).count(), 0)
  })

  test('07 days since the last visit are a coloured column one sorts by', async () => {
    await makeObject(admin, { one: ['Wizyta', 'Visit'], many: ['Wizyty', 'Visits'], known: ['Temat', 'Subject'], access: { belongsTo: 'Firma' } })
    await addField(admin, 'visit', { type: 'Data', label: ['Dnia', 'Day'], required: true, initial: 'today' })
    await addField(admin, 'company', { type: 'Liczba', label: ['Dni od wizyty', 'Days since visit'], formula: 'DAYS(today, MAX(visits.day))', colors: [['daysSinceVisit > 90', 'czerwony'], ['daysSinceVisit <= 30', 'zielony']], settings: { 'Miejsca po przecinku': '0' } })
    await shareView(admin, { object: 'company', name: 'Dawno nieodwiedzani', query: { columns: 'name,daysSinceVisit,owner', order: '-daysSinceVisit' } })
    await addRecord(seller, { object: 'visit', label: 'Wizyta', entries: { 'Temat': 'Rozmowa o serwisie', 'Firma': { pick: first.name }, 'Dnia': dayFromNow(-100) } })
    await given(field, 'visit', { subject: 'Odbiór kotłowni', company: second.id, day: dayFromNow(-5) })
    await openView('Dawno nieodwiedzani')
    await coloured(line(seller, first.name), 'red', '100').waitFor()
    await coloured(line(seller, second.name), 'green', '5').waitFor()
    await seller.getByRole('button', { name: 'Kolumna Dni od wizyty: menu' }).click()
    await seller.getByRole('menuitem', { name: 'Sortuj rosnąco' }).click()
    await seller.waitForURL(/order=daysSinceVisit/)
    await seller.locator('[role=row][aria-rowindex="2"]').filter({ hasText: second.name }).waitFor()
  })

  test('10 points of a prospect are weighed from what is known of it', async () => {
    await addField(admin, 'company', { type: 'Jedno z listy', label: ['Źródło', 'Lead source'], values: [{ words: ['Targi', 'Fair'] }, { words: ['Polecenie', 'Referral'] }] })
    await addField(admin, 'company', { type: 'Tak lub nie', label: ['Ma budżet', 'Has budget'] })
    await addField(admin, 'company', { type: 'Ocena', label: ['Zainteresowanie', 'Interest'] })
    await addField(admin, 'company', { type: 'Liczba', label: ['Punkty', 'Lead score'], formula: "SWITCH(leadSource, 'referral', 30, 'fair', 20, 0) + IF(hasBudget, 25, 0) + COALESCE(interest, 0) * 6", colors: [['leadScore >= 70', 'czerwony']], settings: { 'Miejsca po przecinku': '0' } })
    await shareView(admin, { object: 'company', name: 'Gorące kontakty', query: { columns: 'name,leadScore,leadSource,interest', where: 'leadScore >= 70', order: '-leadScore' } })
    await seller.goto(`/records/company/${first.id}`)
    await seller.getByRole('button', { name: 'Więcej działań' }).first().waitFor()
    await seller.keyboard.press('e')
    const form = seller.getByRole('dialog')
    await form.getByRole('switch', { name: 'Ma budżet' }).check()
    await form.getByRole('radio', { name: '4 z 5' }).check({ force: true })
    const source = form.getByRole('combobox', { name: 'Źródło' }).or(form.getByRole('textbox', { name: 'Źródło' })).first()
    await source.click()
    await seller.getByRole('option', { name: 'Polecenie' }).click()
    await form.getByRole('button', { name: 'Zapisz', exact: true }).click()
    await form.waitFor({ state: 'hidden' })
    await openView('Gorące kontakty')
    await coloured(line(seller, first.name), 'red', '79').waitFor()
    assert.equal(await seller.getByRole('row').filter({ hasText: second.name }).count(), 0)
  })

  test('11 customers whose turnover of 12 months falls by a tenth are in a view', async () => {
    await makeObject(admin, { one: ['Obrót miesięczny', 'Monthly turnover'], many: ['Obroty miesięczne', 'Monthly turnovers'], known: ['Numer', 'Number'], numbered: { pattern: 'OM/{nnnn}' }, access: { belongsTo: 'Firma' } })
    await addField(admin, 'monthlyTurnover', { type: 'Data', label: ['Miesiąc', 'Month'], required: true })
    await addField(admin, 'monthlyTurnover', { type: 'Kwota', label: ['Wartość', 'Amount'], required: true })
    await addField(admin, 'company', { type: 'Kwota', label: ['Obrót 12 miesięcy', 'Turnover of year'], formula: 'SUM(monthlyTurnovers.amount where month > ADDMONTHS(today, -12) and month <= today)' })
    await addField(admin, 'company', { type: 'Kwota', label: ['Obrót 12 miesięcy wcześniej', 'Turnover before'], formula: 'SUM(monthlyTurnovers.amount where month > ADDMONTHS(today, -24) and month <= ADDMONTHS(today, -12))' })
    await addField(admin, 'company', { type: 'Procent', label: ['Zmiana obrotu', 'Turnover change'], formula: '(COALESCE(turnoverOfYear.amount, 0) - turnoverBefore.amount) / turnoverBefore.amount * 100', colors: [['turnoverChange < -10', 'czerwony']], settings: { 'Miejsca po przecinku': '1' } })
    await shareView(admin, { object: 'company', name: 'Obrót spada', query: { columns: 'name,turnoverOfYear,turnoverBefore,turnoverChange', where: 'turnoverChange < -10', order: 'turnoverChange' } })
    for (const [company, now, before] of [[first, '60000', '80000'], [second, '90000', '80000']] as const) {
      await given(field, 'monthlyTurnover', { company: company.id, month: dayFromNow(-400), amount: { amount: before, currency: 'PLN' } })
      await given(field, 'monthlyTurnover', { company: company.id, month: dayFromNow(-30), amount: { amount: now, currency: 'PLN' } })
    }
    await openView('Obrót spada')
    await coloured(line(seller, first.name), 'red', '-25').waitFor()
    assert.equal(await seller.getByRole('row').filter({ hasText: second.name }).count(), 0)
  })

  test('14 the list of customers says how many cases each has open', async () => {
    await makeObject(admin, { one: ['Zgłoszenie', 'Service case'], many: ['Zgłoszenia', 'Service cases'], known: ['Temat', 'Subject'] })
    await addField(admin, 'serviceCase', { type: 'Powiązanie', label: ['Firma', 'Company'], to: 'Firma', back: ['Zgłoszenia', 'Service cases'] })
    await addField(admin, 'serviceCase', { type: 'Data', label: ['Zamknięto', 'Closed on'] })
    await addField(admin, 'company', { type: 'Liczba', label: ['Otwarte zgłoszenia', 'Open cases'], formula: 'COUNT(serviceCases where closedOn is empty)', colors: [['openCases >= 1', 'bursztynowy']], settings: { 'Miejsca po przecinku': '0' } })
    await shareView(admin, { object: 'company', name: 'Otwarte sprawy', query: { columns: 'name,openCases', where: 'openCases > 0', order: '-openCases' } })
    for (const subject of ['Nie grzeje', 'Kapie']) await addRecord(seller, { object: 'serviceCase', label: 'Zgłoszenie', entries: { 'Temat': subject, 'Firma': { pick: first.name } } })
    await openView('Otwarte sprawy')
    await coloured(line(seller, first.name), 'amber', '2').waitFor()
    const [closed] = await records(field, 'serviceCase', { columns: 'version', where: "subject = 'Kapie'" })
    assert.equal((await field.request.patch(`/api/records/serviceCase/${closed!.id}`, { data: { version: closed!['version'], closedOn: dayFromNow(0) } })).status(), 200)
    await coloured(line(seller, first.name), 'amber', '1').waitFor()
  })
})
