import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Values } from '../../../contract/definition.ts'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Answered, type Caller, type House } from '../../app/testing/house.ts'

let house: House
let seller: Caller
let stages: string[]
let pipeline: string

const post = async (object: string, values: Values, who: Caller = house.all): Promise<Answered> => who.send('POST', `/api/records/${object}`, values)
const made = async (object: string, values: Values): Promise<string> => {
  const answer = await post(object, values)
  assert.equal(answer.status, 201, answer.text)
  return answer.body.id
}
const read = async (id: string): Promise<any> => (await house.all.get(`/api/records/opportunity/${id}`)).body
const change = async (id: string, values: Values, who: Caller = house.all): Promise<Answered> => who.send('PATCH', `/api/records/opportunity/${id}`, { version: (await read(id)).version, ...values })
const staysOf = (id: string) => house.world.db.rows<{ stage: string; open: boolean; next: string | null; state: string | null }>(sql`
  select s.name as stage, y.until is null as open, n.name as next, y.state from stage_stay y join stage s on s.id = y.stage left join stage n on n.id = y.left_for where y.opportunity = ${id} and y.deleted_at is null order by y.since, y.id`)
const activitiesOf = (id: string) => house.world.db.rows<{ title: string; owner: string | null }>(sql`select title, owner from activity where opportunity = ${id} and deleted_at is null order by title`)

const everything = ['opportunity', 'opportunityRole', 'competitor', 'opportunityLine', 'stageStay', 'pipeline', 'stage', 'stageActivity', 'salesMethod', 'company', 'person', 'activity', 'product'].flatMap((object) =>
  (['create', 'read', 'change', 'delete'] as const).map((verb) => ({ role: 'Handlowiec', object, verb, scope: 'all' as const, rule: null })))

before(async () => {
  house = await startHouse()
  const method = await made('salesMethod', { name: 'Doradcza' })
  pipeline = await made('pipeline', { name: 'Nowi klienci', method, position: '1' })
  const stage = (name: string, position: number, more: Values = {}) => made('stage', { name, pipeline, position: String(position), probability: String(position * 20), category: 'pipeline', ...more })
  stages = [await stage('Rozmowa', 1), await stage('Oferta', 2, { category: 'bestCase' }), await stage('Umowa', 3, { category: 'commit', enterWhen: 'amount > 0 PLN', enterNot: 'Najpierw wpisz wartość.' })]
  seller = await house.person('Handlowiec', { grants: everything })
})
after(async () => {
  const { bugs } = house
  await house.end()
  for (const bug of bugs) console.log('BUG', bug)
  assert.deepEqual(bugs, [])
})

const opportunity = async (values: Values = {}, who: Caller = seller): Promise<any> => {
  const answer = await post('opportunity', { name: 'Linia pakująca', ...values }, who)
  assert.equal(answer.status, 201, answer.text)
  return answer.body
}

test('a new opportunity begins in the first stage of the first pipeline, with its probability, category and method, and with a history', async () => {
  const deal = await opportunity({ amount: { amount: '1000.00', currency: 'PLN' } })
  const { body } = await house.all.get(`/api/records/opportunity/${deal.id}`)
  assert.deepEqual([body.pipeline.id, body.stage.id, body.probability, body.category, body.method.name, body.amountBase, body.state, body.version], [pipeline, stages[0], '20', 'pipeline', 'Doradcza', '1000', 'open', 1])
  assert.deepEqual(await staysOf(deal.id), [{ stage: 'Rozmowa', open: true, next: null, state: null }])
})

test('an open deal that is in its stage for longer than usual stands out; one that is not, or is closed, does not', async () => {
  await house.world.db.rows(sql`update stage set days = 5 where id = ${stages[0]}`)
  const [old, young] = [await opportunity(), await opportunity()]
  await house.world.db.rows(sql`update opportunity set stage_since = now() - interval '9 days' where id = ${old.id}`)
  assert.deepEqual([(await read(old.id)).rotting, (await read(young.id)).rotting], [true, false])
  const { body } = await house.all.get(`/api/records/opportunity?columns=name&where=${encodeURIComponent('rotting')}`)
  assert.deepEqual(body.rows.map((row: { id: string }) => row.id), [old.id])
  assert.equal((await change(old.id, { state: 'lost', lostReason: 'price' })).status, 200)
  assert.equal((await read(old.id)).rotting, false)
})

test('the next stage brings its own probability; what is set by hand stays until then, and a stage of another pipeline is refused', async () => {
  const { id } = await opportunity()
  await change(id, { probability: '55' })
  await change(id, { name: 'Inna nazwa' })
  assert.equal((await read(id)).probability, '55')
  await change(id, { stage: stages[1] })
  assert.deepEqual([(await read(id)).probability, (await read(id)).category], ['40', 'bestCase'])
  assert.equal((await change(id, { stage: stages[0], probability: '5' })).body.probability, '5')
  const other = await made('pipeline', { name: `Inny ${id}`, position: '9' })
  const foreign = await made('stage', { name: 'Obcy', pipeline: other, position: '1', probability: '10' })
  assert.deepEqual((await change(id, { stage: foreign })).body.fields.map((one: { code: string }) => one.code), ['opportunity.foreign_stage'])
  assert.equal((await change(id, { pipeline: other })).body.stage.id, foreign)
})

test('an entry condition holds on every way, also for whoever jumps over its stage, and never on the way back', async () => {
  const { id } = await opportunity()
  const refused = await change(id, { stage: stages[2] }, seller)
  assert.deepEqual([refused.status, refused.body.fields], [422, [{ field: 'stage', code: 'opportunity.entry', message: 'Najpierw wpisz wartość.' }]])
  assert.equal((await post('opportunity', { name: 'Od razu', stage: stages[2] })).status, 201, 'the program is not held up')
  assert.equal((await post('opportunity', { name: 'Od razu', stage: stages[2] }, seller)).status, 422)
  const batch = await seller.send('POST', '/api/records/batch', { operations: [{ object: 'opportunity', change: id, version: (await read(id)).version, values: { stage: stages[2] } }] })
  assert.notEqual((await read(id)).stage.id, stages[2], batch.text)
  const stage = await change(id, { amount: { amount: '1', currency: 'PLN' }, stage: stages[2] }, seller)
  assert.equal(stage.status, 200, stage.text)
  assert.equal((await change(id, { stage: stages[0], amount: null }, seller)).status, 200)
})

test('a condition that is none is refused at its field when the stage is saved', async () => {
  const [row] = await house.world.db.rows<{ version: number }>(sql`select version from stage where id = ${stages[1]}`)
  const answer = await house.all.send('PATCH', `/api/records/stage/${stages[1]}`, { version: row!.version, enterWhen: 'amonut > 0' })
  assert.deepEqual([answer.status, answer.body.fields[0].field], [422, 'enterWhen'])
  const checked = await house.all.send('POST', '/api/sales/stages/check', { enterWhen: 'amonut > 0' })
  assert.deepEqual([checked.status, checked.body.ok, checked.body.problems[0].at], [200, false, 0])
})

test('stays follow every move, winning and reopening, and an undo takes the stay back', async () => {
  const { id } = await opportunity({ amount: { amount: '10', currency: 'PLN' } })
  await change(id, { stage: stages[1] }, seller)
  await change(id, { state: 'won' }, seller)
  assert.deepEqual([(await read(id)).probability, (await read(id)).closedOn !== null], ['100', true])
  assert.deepEqual(await staysOf(id), [{ stage: 'Rozmowa', open: false, next: 'Oferta', state: 'open' }, { stage: 'Oferta', open: false, next: null, state: 'won' }])
  await change(id, { state: 'open' }, seller)
  assert.deepEqual([(await read(id)).closedOn, (await read(id)).probability, (await staysOf(id)).length], [null, '40', 3])
  const moved = await change(id, { stage: stages[0] }, seller)
  assert.equal((await staysOf(id)).length, 4)
  const { body } = await house.all.get(`/api/records/opportunity/${id}/history`)
  const entry = body.entries.find((one: { verb: string }) => one.verb === 'change')
  const undone = await house.all.send('POST', '/api/undo', { operation: entry.operation })
  assert.equal(undone.status, 200, undone.text + moved.text)
  assert.deepEqual((await staysOf(id)).filter(({ open }) => open).map(({ stage }) => stage), ['Oferta'])
})

test('lost asks for a reason, and for a note where the reason is another; the closing day may be told but not foretold', async () => {
  const { id } = await opportunity()
  assert.equal((await change(id, { state: 'lost' }, seller)).status, 422)
  assert.deepEqual((await change(id, { state: 'lost', lostReason: 'other' }, seller)).body.fields.map((one: { field: string }) => one.field), ['lostNote'])
  assert.deepEqual((await change(id, { state: 'lost', lostReason: 'price', closedOn: '2099-01-01' }, seller)).body.fields.map((one: { code: string }) => one.code), ['opportunity.closed_later'])
  const lost = await change(id, { state: 'lost', lostReason: 'price', closedOn: '2026-01-05' }, seller)
  assert.deepEqual([lost.status, lost.body.closedOn, lost.body.probability], [200, '2026-01-05', '0'], lost.text)
})

test('an amount in another currency is worth the rate of the closing day, and nothing where no rate is known', async () => {
  const { id } = await opportunity({ amount: { amount: '100', currency: 'CHF' } })
  assert.equal((await read(id)).amountBase, null)
  for (const [on, rate] of [['2026-01-01', '4'], ['2026-02-01', '5']] as const) await made('currencyRate', { currency: 'CHF', on, rate })
  assert.equal((await change(id, { amount: { amount: '200', currency: 'CHF' } })).body.amountBase, '1000')
  assert.equal((await change(id, { state: 'won', closedOn: '2026-01-15' })).body.amountBase, '800')
})

test('a stage makes its activities once, for whoever owns the deal; what it requires is done before the deal goes on', async () => {
  const own = await made('pipeline', { name: 'Z działaniami', position: '5' })
  const [first, second] = [await made('stage', { name: 'A', pipeline: own, position: '1', probability: '10' }), await made('stage', { name: 'B', pipeline: own, position: '2', probability: '50' })]
  assert.equal((await post('stageActivity', { title: 'Zły', stage: first, type: 'taniec' })).status, 422)
  await made('stageActivity', { title: 'Zbadaj potrzeby', stage: first, type: 'call', required: true, afterDays: '2' })
  const { id } = await opportunity({ pipeline: own })
  assert.deepEqual(await activitiesOf(id), [{ title: 'Zbadaj potrzeby', owner: seller.id }])
  const refused = await change(id, { stage: second }, seller)
  assert.deepEqual(refused.body.fields?.map((one: { code: string; message: string }) => [one.code, one.message.includes('Zbadaj potrzeby')]), [['opportunity.not_done', true]], refused.text)
  const [{ id: activity, version }] = (await house.world.db.rows<{ id: string; version: number }>(sql`select id, version from activity where opportunity = ${id}`)) as [{ id: string; version: number }]
  assert.equal((await house.all.send('PATCH', `/api/records/activity/${activity}`, { version, state: 'done' })).status, 200)
  assert.equal((await change(id, { stage: second }, seller)).status, 200)
  assert.equal((await change(id, { stage: first }, seller)).status, 200)
  assert.equal((await activitiesOf(id)).length, 1)
})

test('where the pipeline requires a next step nothing goes on without one planned', async () => {
  const strict = await made('pipeline', { name: 'Z następnym krokiem', position: '6', nextStepRequired: true })
  const [first, second] = [await made('stage', { name: 'C', pipeline: strict, position: '1', probability: '10' }), await made('stage', { name: 'D', pipeline: strict, position: '2', probability: '50' })]
  const { id } = await opportunity({ pipeline: strict, stage: first })
  assert.deepEqual((await change(id, { stage: second }, seller)).body.fields.map((one: { code: string }) => one.code), ['opportunity.no_next_step'])
  await made('activity', { title: 'Telefon', opportunity: id })
  assert.equal((await change(id, { stage: second }, seller)).status, 200)
})

test('a deal with lines comes to what they come to, whatever is written into it', async () => {
  const { id } = await opportunity({ amount: { amount: '5', currency: 'PLN' } })
  const product = await made('product', { name: 'Przenośnik', code: `P-${id}`, price: { amount: '100', currency: 'PLN' }, cost: { amount: '60', currency: 'PLN' } })
  const line = await made('opportunityLine', { opportunity: id, product, quantity: '3', discount: '10' })
  assert.deepEqual([(await read(id)).amount.amount, (await read(id)).margin.amount], ['270.00', '90.00'])
  assert.equal((await change(id, { amount: { amount: '999999', currency: 'PLN' } }, seller)).body.amount.amount, '270.00')
  assert.equal((await post('opportunityLine', { opportunity: id, product, quantity: '-1' })).status, 422)
  assert.equal((await house.all.send('DELETE', `/api/records/opportunity/${id}?version=${(await read(id)).version}`)).status, 204)
  assert.deepEqual(await house.world.db.rows(sql`select deleted_at is not null as gone from opportunity_line where id = ${line}`), [{ gone: true }])
})

test('a product in a deal has the price of that customer for that many, until somebody says another', async () => {
  const [company, stranger] = [await made('company', { name: 'Bau AG' }), await made('company', { name: 'Obcy' })]
  const product = await made('product', { name: 'Chwytak', code: `C-${company}`, price: { amount: '100', currency: 'PLN' } })
  const priceList = await made('priceList', { name: 'Dla Bau', currency: 'PLN', companies: [company] })
  for (const [amount, fromQuantity] of [['80', '1'], ['70', '10']]) await made('price', { priceList, product, amount: { amount, currency: 'PLN' }, fromQuantity })
  const lineFor = async (of: string, values: Values) => {
    const deal = await opportunity({ company: of })
    const { unitPrice } = (await post('opportunityLine', { opportunity: deal.id, product, ...values })).body
    return unitPrice.amount
  }
  assert.deepEqual([await lineFor(company, { quantity: '2' }), await lineFor(company, { quantity: '10' }), await lineFor(stranger, { quantity: '10' })], ['80.00', '70.00', '100.00'])
  assert.equal(await lineFor(company, { quantity: '2', unitPrice: { amount: '99', currency: 'PLN' } }), '99.00')
})

test('out of the trash a deal comes with its history, and with no second one', async () => {
  const { id } = await opportunity()
  await house.all.send('DELETE', `/api/records/opportunity/${id}?version=1`)
  const back = await house.all.send('POST', `/api/records/opportunity/${id}/restore`, {})
  assert.equal(back.status, 200, back.text)
  assert.deepEqual((await staysOf(id)).map(({ open }) => open), [true])
})

test('a deal is duplicated with its products and people, begins anew, and one undo takes all of the copy back', async () => {
  const { id } = await opportunity({ source: 'fair', amount: { amount: '1', currency: 'PLN' } })
  const product = await made('product', { name: 'Waga', code: `W-${id}`, price: { amount: '100', currency: 'PLN' } })
  const person = await made('person', { lastName: 'Nowak' })
  await made('opportunityLine', { opportunity: id, product, quantity: '2' })
  await made('opportunityRole', { opportunity: id, person, role: 'decides' })
  await change(id, { stage: stages[1] })
  const answer = await seller.send('POST', `/api/records/opportunity/${id}/actions/clone`, { name: 'Kopia', withLines: true, withRoles: true })
  assert.equal(answer.status, 200, answer.text)
  const { opportunity: copy, operation } = answer.body.result ?? answer.body
  const { body } = await house.all.get(`/api/records/opportunity/${copy.id}`)
  assert.deepEqual([body.name, body.source, body.stage.id, body.amount.amount, body.copyOf.id], ['Kopia', 'fair', stages[0], '200.00', id])
  assert.equal((await house.world.db.rows(sql`select from opportunity_role where opportunity = ${copy.id} and name like '%Nowak%'`)).length, 1)
  assert.equal((await house.all.send('POST', '/api/undo', { operation })).status, 200)
  assert.equal((await house.all.get(`/api/records/opportunity/${copy.id}`)).body.amount ?? null, null)
})

test('lines split off make a deal of their own; neither all of them nor those of another deal', async () => {
  const { id } = await opportunity()
  const product = await made('product', { name: 'Taśma', code: `T-${id}`, price: { amount: '100', currency: 'PLN' } })
  const [first, second] = [await made('opportunityLine', { opportunity: id, product, quantity: '2' }), await made('opportunityLine', { opportunity: id, product, quantity: '5' })]
  const split = (lines: string[]) => seller.send('POST', `/api/sales/opportunities/${id}/split`, { name: 'Druga część', lines })
  assert.deepEqual([(await split([first, second])).body.code, (await split([id])).body.code], ['opportunity.all_lines', 'opportunity.not_its_lines'])
  const answer = await split([second])
  assert.equal(answer.status, 200, answer.text)
  assert.deepEqual([(await read(id)).amount.amount, (await read(answer.body.id)).amount.amount], ['200.00', '500.00'])
})

test('merged deals are one, with the lines and the history of both', async () => {
  const [kept, gone] = [await opportunity(), await opportunity()]
  const answer = await house.all.send('POST', '/api/merge/opportunity', { keep: kept.id, merge: [gone.id] })
  assert.equal(answer.status, 200, answer.text)
  await change(kept.id, { stage: stages[1] })
  assert.deepEqual((await staysOf(kept.id)).filter(({ open }) => open).map(({ stage }) => stage), ['Oferta'])
})
