/** Twenty things that firms ask for, each a configuration in examples/tasks: brought in as files, then used by somebody with its role. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bringIn, filesOf } from './testing/configurations.ts'
import { startHouse, type House } from './testing/house.ts'
import { changed, column, listed, made, metadataOf, notChanged, notMade, pathOf, read, viewed, type Made } from './testing/stories.ts'

const pln = (amount: number) => ({ amount: String(amount), currency: 'PLN' })
/** That many days from today in Warsaw, where the house is. */
const day = (from: number, months = 0): string => {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(new Date())
  const [year, month, date] = today.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1 + months, date + from)).toISOString().slice(0, 10)
}
const thisYear = Number(day(0).slice(0, 4))

function task(folder: string, story: (house: House) => Promise<void>) {
  const [title] = readFileSync(join(import.meta.dirname, '../../../examples/tasks', folder, 'README.md'), 'utf8').split('\n')
  test(`${folder.slice(0, 2)}: ${title!.replace('# ', '')}`, async () => {
    const house = await startHouse()
    try {
      await bringIn(house, await filesOf(`examples/tasks/${folder}`), { whole: true })
      await house.caughtUp()
      await story(house)
      assert.deepEqual(house.bugs, [])
    } finally {
      await house.end()
    }
  })
}

task('01-insurance-policies', async (house) => {
  const agent = await house.holder('Agata', ['agent'])
  const [late, early] = [await made(agent, 'company', { name: 'Późna SA' }), await made(agent, 'company', { name: 'Wczesna SA' })]
  const policy = await made(agent, 'policy', { number: 'P/1', company: late.id, insurer: 'pzu', validUntil: day(200), premium: pln(1200) })
  assert.equal(policy.nextContactOn, day(170))
  await made(agent, 'policy', { number: 'P/2', company: early.id, insurer: 'warta', validUntil: day(40) })
  assert.deepEqual(await notMade(agent, 'policy', { number: 'P/1', company: early.id, insurer: 'pzu', validUntil: day(9) }), ['not_unique number'])
  assert.deepEqual(await notMade(agent, 'policy', { number: 'P/3', company: early.id, insurer: 'nobody', validUntil: day(9) }), ['choice.unknown insurer'])
  await house.caughtUp()
  const { shown } = await metadataOf(agent, 'company')
  assert.deepEqual(await column(agent, 'company', 'name', { order: shown.list[''].order }), ['Wczesna SA', 'Późna SA'])
  assert.deepEqual(await column(agent, 'policy', 'number', await viewed(agent, 'policy', 'Kończą się w ciągu 60 dni')), ['P/2'])
  assert.equal((await read(agent, 'company', early.id)).policyCount, '1')
})

task('02-machine-inspections', async (house) => {
  const inspector = await house.holder('Ignacy', ['inspector'])
  const company = await made(inspector, 'company', { name: 'Zakład' })
  const machine = await made(inspector, 'machine', { name: 'Prasa', serialNumber: 'SN-1', company: company.id, installedOn: day(-10, -13) })
  await house.caughtUp()
  assert.deepEqual(await column(inspector, 'machine', 'name', await viewed(inspector, 'machine', 'Przegląd po terminie')), ['Prasa'])
  assert.deepEqual(await notMade(inspector, 'inspection', { machine: machine.id, result: 'failed' }), ['required remarks'])
  const inspection = await made(inspector, 'inspection', { machine: machine.id, result: 'passed' })
  assert.match(String(inspection.number), /^PRZ\/\d{4}\/0001$/)
  assert.deepEqual(inspection.inspector, { id: inspector.id, name: 'Ignacy' })
  await house.caughtUp()
  assert.deepEqual([(await read(inspector, 'machine', machine.id)).lastInspectionOn, await column(inspector, 'machine', 'name', { where: 'nextInspectionOn < today' })], [day(0), []])
  assert.deepEqual(await notMade(inspector, 'machine', { name: 'Druga', serialNumber: 'SN-1', company: company.id }), ['not_unique serialNumber'])
  assert.deepEqual(await column(inspector, 'inspection', 'number', { where: "machine.company.name = 'Zakład'" }), [inspection.number])
})

task('03-partner-levels', async (house) => {
  const manager = await house.holder('Maria', ['partner-manager'])
  for (const [name, roles, amount] of [['Złota', ['partner'], 1_000_000], ['Srebrna', ['partner'], 999_999], ['Brązowa', ['partner'], 10], ['Klient', ['customer'], 5_000_000]] as const) {
    const { id } = await made(manager, 'company', { name, roles })
    await made(manager, 'yearlyTurnover', { company: id, year: thisYear - 1, amount: pln(amount) })
    await made(manager, 'yearlyTurnover', { company: id, year: thisYear, amount: pln(9_000_000) })
  }
  await house.caughtUp()
  assert.deepEqual((await listed(manager, 'company', { columns: 'name,partnerLevel', order: '-lastYearTurnover' })).map((row) => [row.name, row.partnerLevel]), [['Klient', null], ['Złota', 'gold'], ['Srebrna', 'silver'], ['Brązowa', 'bronze']])
  assert.deepEqual(await column(manager, 'company', 'name', await viewed(manager, 'company', 'Złoci partnerzy')), ['Złota'])
  assert.deepEqual(await notMade(manager, 'company', { name: 'Sama', partnerLevel: 'gold' }), ['field_not_writable partnerLevel'])
})

task('04-contract-approval', async (house) => {
  const [clerk, approver] = [await house.holder('Kasia', ['contract-clerk']), await house.holder('Adam', ['approver'])]
  const company = await made(house.all, 'company', { name: 'Strona' })
  const draft = await made(clerk, 'purchaseContract', { title: 'Dostawa', company: company.id })
  assert.deepEqual(await notChanged(clerk, 'purchaseContract', draft, { status: 'submitted' }), ['required value'])
  const submitted = await changed(clerk, 'purchaseContract', draft, { status: 'submitted', value: pln(10) })
  assert.deepEqual(await notChanged(clerk, 'purchaseContract', submitted, { status: 'approved', approvedBy: clerk.id }), ['move_not_allowed status'])
  const own = await made(approver, 'purchaseContract', { title: 'Własna', company: company.id, value: pln(1), status: 'submitted' })
  assert.deepEqual(await notChanged(approver, 'purchaseContract', own, { status: 'approved', approvedBy: approver.id }), ['move_condition status'])
  const approved = await changed(approver, 'purchaseContract', submitted, { status: 'approved', approvedBy: approver.id })
  assert.equal((await changed(clerk, 'purchaseContract', approved, { status: 'signed' })).status, 'signed')
})

task('05-hidden-margin', async (house) => {
  const [seller, manager] = [await house.holder('Seweryn', ['seller']), await house.holder('Marta', ['sales-manager'])]
  const company = await made(manager, 'company', { name: 'Kupiec' })
  const sale = await made(manager, 'sale', { company: company.id, amount: pln(100), cost: pln(80) })
  await house.caughtUp()
  assert.deepEqual([(await read(manager, 'sale', sale.id)).margin, (await read(manager, 'company', company.id)).totalMargin], [{ amount: '20.00', currency: 'PLN' }, { amount: '20.00', currency: 'PLN' }])
  const [seen, customer] = [await read(seller, 'sale', sale.id), await read(seller, 'company', company.id)]
  assert.deepEqual(['cost' in seen, 'margin' in seen, 'totalMargin' in customer, 'totalSales' in customer], [false, false, false, true])
  assert.equal((await seller.get(pathOf('sale', { where: 'margin > 10' }))).status, 400)
  assert.equal((await seller.get(pathOf('company', { order: 'totalMargin' }))).status, 400)
  assert.ok(!(await metadataOf(seller, 'sale')).fields.some(({ name }: { name: string }) => name === 'margin'))
})

task('06-own-region', async (house) => {
  const [north, gdansk, south] = [await made(house.all, 'territory', { name: 'Północ' }), await made(house.all, 'territory', { name: 'Gdańsk' }), await made(house.all, 'territory', { name: 'Południe' })]
  await changed(house.all, 'territory', gdansk, { parent: north.id })
  const seller = await house.holder('Nina', ['regional-seller'], { territories: [north.id] })
  const [mine, key] = [await made(house.all, 'company', { name: 'Moja', territory: gdansk.id }), await made(house.all, 'company', { name: 'Kluczowa', territory: south.id, keyAccount: true })]
  const hidden = await made(house.all, 'company', { name: 'Obca', territory: south.id })
  assert.deepEqual(await column(seller, 'company', 'name', { order: 'name' }), ['Kluczowa', 'Moja'])
  assert.equal((await seller.get(`/api/records/company/${hidden.id}`)).status, 404)
  await changed(seller, 'company', mine, { shortName: 'M' })
  assert.equal((await seller.send('PATCH', `/api/records/company/${key.id}`, { version: 1, shortName: 'K' })).status, 403)
  assert.equal((await seller.send('POST', '/api/records/company', { name: 'Tam', territory: south.id })).status, 403)
})

task('07-days-since-visit', async (house) => {
  const traveller = await house.holder('Tomek', ['traveller'])
  for (const [name, ago] of [['Świeża', 3], ['Dawna', 120], ['Średnia', 40]] as const) {
    const { id } = await made(traveller, 'company', { name })
    await made(traveller, 'visit', { company: id, subject: 'Przegląd', on: day(-ago) })
    await made(traveller, 'visit', { company: id, subject: 'Plan', on: day(5) })
  }
  await made(traveller, 'company', { name: 'Nigdy' })
  await house.caughtUp()
  const metadata = await metadataOf(traveller, 'company')
  const { order, columns } = metadata.shown.list['']
  assert.ok(columns.includes('daysSinceVisit'))
  assert.deepEqual((await listed(traveller, 'company', { columns: 'name,daysSinceVisit', order })).filter((row) => row.daysSinceVisit !== null).map((row) => [row.name, row.daysSinceVisit]), [['Dawna', '120'], ['Średnia', '40'], ['Świeża', '3']])
  assert.deepEqual(metadata.fields.find(({ name }: { name: string }) => name === 'daysSinceVisit').colors.map(({ color }: { color: string }) => color), ['red', 'amber', 'green'])
})

task('08-loss-reason', async (house) => {
  const dealer = await house.holder('Dorota', ['dealer'])
  const company = await made(house.all, 'company', { name: 'Nabywca' })
  const open = await made(dealer, 'bid', { name: 'Linia', company: company.id })
  assert.equal(open.stage, 'open')
  assert.deepEqual(await notChanged(dealer, 'bid', open, { stage: 'lost' }), ['required lossReason'])
  assert.deepEqual(await notChanged(dealer, 'bid', open, { stage: 'lost', lossReason: 'other' }), ['required lossDetails'])
  const lost = await changed(dealer, 'bid', open, { stage: 'lost', lossReason: 'price' })
  assert.deepEqual(await notChanged(dealer, 'bid', lost, { stage: 'won' }), ['move_not_allowed stage'])
  assert.equal((await changed(dealer, 'bid', lost, { stage: 'open' })).stage, 'open')
})

task('09-companies-abroad', async (house) => {
  const exporter = await house.holder('Ewa', ['exporter'])
  assert.equal((await made(exporter, 'company', { name: 'Krajowa' })).market, 'home')
  assert.deepEqual(await notMade(exporter, 'company', { name: 'Fremd GmbH', market: 'abroad' }), ['required vatNumber', 'required correspondence'])
  await made(exporter, 'company', { name: 'Fremd GmbH', market: 'abroad', vatNumber: 'DE136695976', correspondence: 'de' })
  const { typeField, shown } = await metadataOf(exporter, 'company')
  const fieldsOf = (type: string): string[] => shown.create[type].sections.flatMap(({ fields }: { fields: string[] }) => fields)
  assert.equal(typeField, 'market')
  assert.deepEqual([fieldsOf('home').includes('nip'), fieldsOf('home').includes('vatNumber'), fieldsOf('abroad').includes('nip'), fieldsOf('abroad').includes('vatNumber')], [true, false, false, true])
  assert.deepEqual(await column(exporter, 'company', 'name', { where: "market = 'abroad'" }), ['Fremd GmbH'])
})

task('10-lead-score', async (house) => {
  const hunter = await house.holder('Hubert', ['lead-hunter'])
  const hot = await made(hunter, 'company', { name: 'Gorąca', leadSource: 'referral', hasBudget: true, interest: '5', employees: '1000' })
  assert.equal(hot.leadScore, '100')
  assert.equal((await made(hunter, 'company', { name: 'Zimna', leadSource: 'cold' })).leadScore, '0')
  assert.deepEqual(await column(hunter, 'company', 'name', { order: '-leadScore' }), ['Gorąca', 'Zimna'])
  assert.deepEqual(await column(hunter, 'company', 'name', await viewed(hunter, 'company', 'Gorące kontakty')), ['Gorąca'])
  assert.equal((await changed(hunter, 'company', hot, { hasBudget: false })).leadScore, '75')
  assert.deepEqual(await notMade(hunter, 'company', { name: 'Sama', leadScore: '99' }), ['field_not_writable leadScore'])
})

task('11-falling-turnover', async (house) => {
  const keeper = await house.holder('Karol', ['keeper'])
  for (const [name, now, before] of [['Spada', 50, 100], ['Rośnie', 120, 100], ['Zniknęła', 0, 100], ['Nowa', 10, 0]] as const) {
    const { id } = await made(keeper, 'company', { name })
    if (now > 0) await made(keeper, 'monthlyTurnover', { company: id, month: day(0, -3), amount: pln(now) })
    if (before > 0) await made(keeper, 'monthlyTurnover', { company: id, month: day(0, -15), amount: pln(before) })
    await made(keeper, 'monthlyTurnover', { company: id, month: day(0, -30), amount: pln(999_999) })
  }
  await house.caughtUp()
  assert.deepEqual((await listed(keeper, 'company', { columns: 'name,turnoverChange', ...(await viewed(keeper, 'company', 'Obrót spada')) })).map((row) => [row.name, row.turnoverChange]), [['Zniknęła', '-100'], ['Spada', '-50']])
  assert.deepEqual(await column(keeper, 'company', 'turnoverChange', { where: "name = 'Nowa'" }), [null])
})

task('12-birthdays', async (house) => {
  const secretary = await house.holder('Sylwia', ['secretary'])
  for (const [firstName, ahead] of [['Jutro', 1], ['Dziś', 0], ['Wczoraj', -1], ['Za', 20]] as const) await made(secretary, 'person', { firstName, lastName: 'Gość', birthday: day(ahead, -360) })
  await made(secretary, 'person', { firstName: 'Bez', lastName: 'Daty' })
  assert.deepEqual(await column(secretary, 'person', 'name', await viewed(secretary, 'person', 'Urodziny w tym tygodniu')), ['Dziś Gość', 'Jutro Gość'])
  await made(secretary, 'person', { firstName: 'Przestępna', lastName: 'Luty', birthday: '2000-02-29' })
  assert.match(String((await column(secretary, 'person', 'nextBirthday', { where: "lastName = 'Luty'" }))[0]), /-02-2[89]$/)
})

task('13-school', async (house) => {
  const office = await house.holder('Olga', ['school-office'])
  const teacher = await house.holder('Teresa', ['teacher'])
  const [a, b] = [await made(office, 'schoolClass', { name: '1a', teacher: teacher.id }), await made(office, 'schoolClass', { name: '1b' })]
  const [mine, other] = [await made(office, 'pupil', { name: 'Staś', schoolClass: a.id }), await made(office, 'pupil', { name: 'Zosia', schoolClass: b.id })]
  assert.deepEqual(await column(teacher, 'pupil', 'name'), ['Staś'])
  await changed(teacher, 'pupil', mine, { allergies: 'Orzechy' })
  assert.equal((await teacher.get(`/api/records/pupil/${other.id}`)).status, 404)
  assert.deepEqual(await notMade(teacher, 'pupil', { name: 'Nowy', schoolClass: a.id }), ['not_allowed'])
  await house.caughtUp()
  assert.deepEqual((await listed(office, 'schoolClass', { columns: 'name,pupilCount', order: 'name' })).map((row) => [row.name, row.pupilCount]), [['1a', '1'], ['1b', '1']])
  assert.equal('navigation' in (await metadataOf(house.all, 'company')), false)
  assert.equal((await metadataOf(office, 'person')).plural.en, 'Guardians')
})

task('14-open-cases', async (house) => {
  const helper = await house.holder('Helena', ['helpdesk'])
  const [calm, busy] = [await made(helper, 'company', { name: 'Spokojna' }), await made(helper, 'company', { name: 'Zajęta' })]
  for (const subject of ['Nie działa', 'Hałas']) await made(helper, 'serviceCase', { subject, company: busy.id })
  const done = await made(helper, 'serviceCase', { subject: 'Pytanie', company: calm.id })
  await house.caughtUp()
  assert.deepEqual((await listed(helper, 'company', { columns: 'name,openCases', order: '-openCases' })).map((row) => [row.name, row.openCases]), [['Zajęta', '2'], ['Spokojna', '1']])
  assert.deepEqual(await notChanged(helper, 'serviceCase', done, { status: 'closed' }), ['required solution'])
  await changed(helper, 'serviceCase', done, { status: 'closed', solution: 'Wyjaśnione' })
  await house.caughtUp()
  assert.deepEqual(await column(helper, 'company', 'name', { where: 'openCases > 0' }), ['Zajęta'])
})

task('15-field-for-one-type', async (house) => {
  const keeper = await house.holder('Stefan', ['storekeeper'])
  assert.deepEqual(await notMade(keeper, 'asset', { name: 'Auto', kind: 'vehicle' }), ['required registration'])
  await made(keeper, 'asset', { name: 'Auto', kind: 'vehicle', registration: 'WA 12345', mileage: '1000' })
  await made(keeper, 'asset', { name: 'Drukarka', kind: 'device', serial: 'D-1' })
  const { shown } = await metadataOf(keeper, 'asset')
  assert.equal(shown.create[''].sections.find(({ key }: { key: string }) => key === 'vehicle').shownWhen, "kind = 'vehicle'")
  assert.deepEqual(await column(keeper, 'asset', 'name', { where: "kind = 'device'" }), ['Drukarka'])
})

task('16-document-before-state', async (house) => {
  const clerk = await house.holder('Celina', ['tender-clerk'])
  const company = await made(house.all, 'company', { name: 'Gmina' })
  const file = { hash: 'a'.repeat(64), name: 'oferta.pdf', size: 3, type: 'application/pdf' }
  const tender = await made(clerk, 'tender', { name: 'Most', company: company.id, deadline: day(3) })
  assert.deepEqual(await notChanged(clerk, 'tender', tender, { status: 'submitted' }), ['required offer', 'required guarantee'])
  assert.deepEqual(await notChanged(clerk, 'tender', tender, { status: 'awarded' }), ['move_not_allowed status'])
  const late = await made(house.all, 'tender', { name: 'Po terminie', company: company.id, deadline: day(-1), offer: file, guarantee: file, owner: clerk.id })
  assert.deepEqual(await notChanged(clerk, 'tender', late, { status: 'submitted' }), ['move_condition status'])
  const ready = await made(house.all, 'tender', { name: 'Droga', company: company.id, deadline: day(3), offer: file, guarantee: file, owner: clerk.id })
  assert.equal((await changed(clerk, 'tender', ready, { status: 'submitted' })).status, 'submitted')
})

task('17-contract-numbers', async (house) => {
  const registrar = await house.holder('Renata', ['registrar'])
  const company = await made(house.all, 'company', { name: 'Strona' })
  const numbers = await Promise.all([1, 2, 3, 4].map(async (n) => (await made(registrar, 'agreement', { subject: `Umowa ${n}`, company: company.id })).number))
  await notMade(registrar, 'agreement', { subject: 'Bez strony' })
  numbers.push((await made(registrar, 'agreement', { subject: 'Ostatnia', company: company.id })).number)
  assert.deepEqual(numbers.toSorted(), [1, 2, 3, 4, 5].map((n) => `U/${thisYear}/00${n}`))
  assert.deepEqual(await notMade(registrar, 'agreement', { subject: 'Własny numer', company: company.id, number: 'U/1' }), ['field_not_writable number'])
  assert.equal((await registrar.send('DELETE', `/api/records/agreement/${(await listed(registrar, 'agreement', {}))[0]!.id}`)).status, 403)
})

task('18-equipment-loans', async (house) => {
  const lender = await house.holder('Wanda', ['lender'])
  const company = await made(lender, 'company', { name: 'Najemca' })
  const equipment = await made(lender, 'equipment', { name: 'Rzutnik', inventoryNumber: 'R-1' })
  const loan = await made(lender, 'loan', { equipment: equipment.id, company: company.id, lentOn: day(-20), dueOn: day(-6) })
  assert.equal((await made(lender, 'loan', { equipment: equipment.id, company: company.id, returnedOn: day(0) })).dueOn, day(14))
  await house.caughtUp()
  assert.deepEqual((await listed(lender, 'loan', { columns: 'daysLate', ...(await viewed(lender, 'loan', 'Po terminie')) })).map((row) => row.daysLate), ['6'])
  assert.deepEqual([(await read(lender, 'company', company.id)).overdueLoans, (await read(lender, 'equipment', equipment.id)).lent], ['1', true])
  await changed(lender, 'loan', loan, { returnedOn: day(0) })
  await house.caughtUp()
  assert.deepEqual([(await read(lender, 'company', company.id)).overdueLoans, (await read(lender, 'equipment', equipment.id)).lent], ['0', false])
})

task('19-customer-classes', async (house) => {
  const seller = await house.holder('Iza', ['industry-seller'])
  for (const [name, customerClass] of [['Mleczarnia', 'dairy'], ['Młyn', 'food'], ['Sklep', 'retail'], ['Huta', 'industry']] as const) await made(house.all, 'company', { name, customerClass })
  assert.deepEqual((await listed(seller, 'company', { columns: 'name,classDiscount', order: 'name' })).map((row) => [row.name, row.classDiscount]), [['Huta', '5'], ['Mleczarnia', '8'], ['Młyn', '5']])
  assert.deepEqual(await column(house.all, 'company', 'name', await viewed(house.all, 'company', 'Cały przemysł')), ['Huta', 'Mleczarnia', 'Młyn'])
  assert.deepEqual(await notMade(seller, 'company', { name: 'Nikt', customerClass: 'nothing' }), ['choice.unknown customerClass'])
})

task('20-consents', async (house) => {
  const marketer = await house.holder('Magda', ['marketing'])
  const territory = await made(house.all, 'territory', { name: 'Centrum', lead: marketer.id })
  const company = await made(house.all, 'company', { name: 'Firma', territory: territory.id })
  const [yes, no, old] = await Promise.all(['Tak', 'Nie', 'Dawno'].map((firstName) => made(marketer, 'person', { firstName, lastName: 'Gość', company: company.id, mails: [{ kind: 'work', value: `${firstName.toLowerCase()}@example.pl` }] }))) as [Made, Made, Made]
  const given = await made(marketer, 'consent', { person: yes.id, kind: 'newsletter', source: 'Targi' })
  await made(marketer, 'consent', { person: no.id, kind: 'newsletter', source: 'Targi', withdrawnOn: day(0) })
  await made(marketer, 'consent', { person: old.id, kind: 'newsletter', source: 'Targi', givenOn: day(0, -30) })
  await house.caughtUp()
  assert.deepEqual(await column(marketer, 'person', 'name', await viewed(marketer, 'person', 'Newsletter')), ['Tak Gość'])
  assert.equal((await read(marketer, 'consent', given.id)).caretaker, 'Magda')
})
