/** The configurations a newcomer can begin with: each goes into an empty installation and into that of the demo company. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { loadDemo, shapeDemo } from '../demo/index.ts'
import { bringIn, filesOf } from './testing/configurations.ts'
import { startHouse, type House } from './testing/house.ts'
import { column, listed, made, metadataOf, notChanged, type Made } from './testing/stories.ts'

const examples = { 'machine-distributor': ['machine', 'inspection', 'serviceCase', 'serviceContract'], 'training-company': ['course', 'edition', 'participant', 'instructor', 'certificate'], 'estate-agency': ['property', 'viewing', 'purchaseOffer'] }

let demo: House
before(async () => {
  demo = await startHouse()
  const ctx = await shapeDemo(demo.world.ctxOf())
  await demo.caughtUp()
  await loadDemo(ctx, { companies: 120, people: 200 })
})
after(() => demo.end())

for (const [example, objects] of Object.entries(examples)) {
  test(`${example}: an empty installation is shaped so, and gives the same files back`, async () => {
    const house = await startHouse()
    try {
      await bringIn(house, await filesOf(`examples/${example}`), { whole: true })
      for (const object of objects) assert.deepEqual(Object.keys((await metadataOf(house.all, object)).label).sort(), ['en', 'pl'])
      assert.deepEqual(house.bugs, [])
    } finally {
      await house.end()
    }
  })

  test(`${example}: the demo company takes it up besides what it has`, async () => {
    await bringIn(demo, await filesOf(`examples/${example}`), { whole: false })
    assert.equal((await listed(demo.all, 'device', { columns: 'name' })).length > 0, true)
    for (const object of objects) assert.deepEqual(await listed(demo.all, object, {}), [])
  })
}

test('the demo company has devices with inspections, and its customers know how many', async () => {
  await demo.caughtUp()
  const [most] = await listed(demo.all, 'company', { columns: 'name,deviceCount,openInspections,daysSinceContact', where: 'deviceCount > 0 and daysSinceContact is not empty', order: '-openInspections' })
  assert.equal(Number(most!.openInspections) > 0, true)
  assert.equal((await listed(demo.all, 'device', { where: `company.name = '${String(most!.name).replaceAll("'", "''")}'` })).length > 0, true)
  assert.equal((await column(demo.all, 'deviceInspection', 'number', { where: "status = 'done' and doneOn > today" })).length, 0)
})

test('a technician of the distributor takes up a case and closes it with all that is asked for, and does not see what contracts cost', async () => {
  const technician = await demo.holder('Tymon', ['technician'])
  const company = await made(demo.all, 'company', { name: 'Odlewnia' })
  const machine = await made(technician, 'machine', { name: 'Prasa', serialNumber: 'P-1', company: company.id })
  const opened = await made(technician, 'serviceCase', { subject: 'Nie startuje', company: company.id, machine: machine.id, priority: 'stop' })
  const taken = await demo.all.send('PATCH', `/api/records/serviceCase/${opened.id}`, { version: 1, status: 'inProgress', technician: technician.id })
  assert.deepEqual(await notChanged(technician, 'serviceCase', taken.body as Made, { status: 'closed' }), ['required solution', 'required closedOn', 'required hours'])
  const contract = await made(demo.all, 'serviceContract', { company: company.id, plan: 'full', monthlyFee: { amount: '500', currency: 'PLN' } })
  assert.equal('monthlyFee' in (await technician.get(`/api/records/serviceContract/${contract.id}`)).body, false)
  await demo.caughtUp()
  assert.deepEqual(await column(technician, 'company', 'openServiceCases', { where: "name = 'Odlewnia'" }), ['1'])
})

test('a course fills up, and a certificate says when it ends', async () => {
  const coordinator = await demo.holder('Kornelia', ['training-coordinator'])
  const course = await made(coordinator, 'course', { code: 'SEP', name: 'Uprawnienia SEP', price: { amount: '900', currency: 'PLN' }, validMonths: '60' })
  const edition = await made(coordinator, 'edition', { course: course.id, startsOn: '2030-01-10', capacity: '1' })
  const person = await made(coordinator, 'person', { firstName: 'Jan', lastName: 'Kursant' })
  const participant = await made(coordinator, 'participant', { edition: edition.id, person: person.id })
  await made(coordinator, 'certificate', { participant: participant.id, issuedOn: '2030-01-12' })
  await demo.caughtUp()
  assert.deepEqual(await column(coordinator, 'edition', 'freePlaces'), ['0'])
  assert.deepEqual(await column(coordinator, 'certificate', 'validUntil'), ['2035-01-12'])
})

test('an estate agent sells along the moves, and the assistant does not see the commission', async () => {
  const [agent, assistant] = [await demo.holder('Edyta', ['estate-agent']), await demo.holder('Aneta', ['estate-assistant'])]
  const property = await made(agent, 'property', { title: 'Działka nad jeziorem', kind: 'plot', purpose: 'building', plotArea: '1000', price: { amount: '200000', currency: 'PLN' } })
  assert.deepEqual([property.commission, property.pricePerMetre], [{ amount: '5000.00', currency: 'PLN' }, { amount: '200.00', currency: 'PLN' }])
  assert.deepEqual(await notChanged(agent, 'property', property, { status: 'onOffer' }), ['required seller', 'required contractUntil', 'required picture'])
  assert.equal('commission' in (await assistant.get(`/api/records/property/${property.id}`)).body, false)
  assert.deepEqual(demo.bugs, [])
})
