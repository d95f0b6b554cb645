import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import { sql } from '../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'
import { create } from '../kernel/records/create.ts'
import { program } from '../kernel/access/who.ts'

let house: House
let head: Caller
let anna: Caller
let piotr: Caller
const id: Record<string, string> = {}
const now = () => ({ ...house.ctx, registry: house.live.now(), who: program })
const made = async (object: string, values: object): Promise<string> => (await create(now(), object, values as never)).id

before(async () => {
  house = await startHouse()
  const mayAll = (['targetPlan', 'target', 'opportunity', 'opportunityLine', 'activity', 'company'] as const).flatMap((object) => (['read', 'create', 'change', 'delete'] as const).map((verb) => ({ object, verb, scope: 'all' as const, role: 'test', rule: null })))
  head = await house.person('Szefowa', { grants: mayAll as never })
  const seller = [{ object: 'opportunity', verb: 'read', scope: 'own', role: 'test', rule: null }, { object: 'activity', verb: 'read', scope: 'own', role: 'test', rule: null }, { object: 'company', verb: 'read', scope: 'all', role: 'test', rule: null }] as never
  anna = await house.person('Anna', { grants: seller })
  piotr = await house.person('Piotr', { grants: seller })
  id['team'] = await made('team', { name: 'Północ' })
  await house.world.db.rows(sql`update "user" set superior = ${head.id}, teams = array[${id['team']}::uuid] where id in (${anna.id}, ${piotr.id})`)
  id['pumps'] = await made('productGroup', { name: 'Pompy' })
  id['small'] = await made('productGroup', { name: 'Pompy małe', parent: id['pumps'] })
  id['valves'] = await made('productGroup', { name: 'Zawory' })
  for (const [name, group] of [['pump', 'small'], ['valve', 'valves']] as const) id[name] = await made('product', { name, code: name, group: id[group] })
  id['pipeline'] = await made('pipeline', { name: 'Sprzedaż' })
  id['stage'] = await made('stage', { name: 'Oferta', pipeline: id['pipeline'], probability: '50' })
  id['company'] = await made('company', { name: 'Odlewnia', region: 'pomorskie' })
  id['plan'] = await made('targetPlan', { name: 'Wartość 2026', year: '2026', measure: 'value', period: 'month' })
  id['byGroup'] = await made('targetPlan', { name: 'Grupy 2026', year: '2026', measure: 'value', period: 'month', dimensions: ['productGroup'] })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

/** Written past the followers of sales: what they make of an opportunity is theirs. */
async function deal(owner: string | null, facts: { state: 'won' | 'open'; day: string; amount: string; probability?: string; lines?: [string, string][]; margin?: string }): Promise<string> {
  const made1 = await made('opportunity', { name: 'Okazja', owner, company: id['company'], pipeline: id['pipeline'], stage: id['stage'] })
  for (const [product, amount] of facts.lines ?? []) {
    const line = await made('opportunityLine', { opportunity: made1, product: id[product], quantity: '2' })
    await house.world.db.rows(sql`update opportunity_line set amount_amount = ${amount}, amount_currency = 'PLN' where id = ${line}`)
  }
  // As it stands when all is said: a deal comes to what its lines come to while they are made.
  const won = facts.state === 'won'
  await house.world.db.rows(sql`update opportunity set state = ${facts.state}, amount_amount = ${facts.amount}, amount_currency = 'PLN', amount_base = ${facts.amount}, margin_amount = ${facts.margin ?? null}, margin_currency = 'PLN', probability = ${facts.probability ?? '100'},
    closed_on = ${won ? facts.day : null}, expected_on = ${facts.day} where id = ${made1}`)
  return made1
}
/** Pace and periods are of a day. */
const onMonday = (t: TestContext) => t.mock.timers.enable({ apis: ['Date'], now: new Date('2026-11-23T09:00:00.000Z') })
const path = (plan: string, what: string) => `/api/targets/plans/${id[plan]}/${what}`
const cells = (plan: string, all: object[], caller = head) => caller.send('PUT', path(plan, 'grid'), { cells: all })
const at = (month: string, value: string | null, place: object, rest: object = {}) => ({ month: `2026-${month}-01`, value, place, ...rest })
const listed = async (where: string, object = 'opportunity') => (await head.get(`/api/records/${object}?columns=id&count=true&where=${encodeURIComponent(where)}`)).body

test('a block of targets is saved whole, each cell once, and a stale or wrong one lets nothing through', async () => {
  const saved = await cells('plan', [at('10', '100000', { owner: anna.id }), at('11', '200000.55', { owner: anna.id }), at('10', '999999999999999', { team: id['team'] })])
  assert.equal(saved.status, 200)
  assert.deepEqual(saved.body.rows.map((row: any) => [row.place.owner?.name ?? row.place.team.name, row.cells.map(({ month, value }: any) => [month, value])]), [['Anna', [['2026-10-01', '100000'], ['2026-11-01', '200000.55']]], ['Północ', [['2026-10-01', '999999999999999']]]])
  const [cell] = saved.body.rows[0].cells
  const both = await cells('plan', [at('10', '5', { owner: anna.id }, { id: cell.id, version: 7 }), at('12', '5', { owner: anna.id })])
  assert.equal(both.status, 409)
  const wrongs: [object, string][] = [
    [at('12', '5', { owner: anna.id, region: 'pomorskie' }), 'target.not_of_plan'], [at('12', 'sto', { owner: anna.id }), 'number.form'], [at('12', '-1', { owner: anna.id }), 'number.min'],
    [at('12', '1.005', { owner: anna.id }), 'number.decimals'], [at('10', '5', { owner: anna.id }), 'target.taken'], [at('12', '1', {}), 'target.whose'],
  ]
  for (const [wrong, code] of wrongs) assert.deepEqual((await cells('plan', [at('01', '1', { owner: piotr.id }), wrong])).body.fields?.map((one: any) => [one.field.split('.')[1], one.code]), [['1', code]], code)
  assert.equal((await cells('plan', [{ month: '2026-11-02', value: '1', place: { owner: anna.id } }])).status, 400)
  assert.equal((await cells('plan', [{ month: '2025-11-01', value: '1', place: { owner: anna.id } }])).body.fields[0].code, 'target.other_year')
  assert.equal((await cells('byGroup', [at('12', '5', { owner: anna.id, productGroup: anna.id })])).body.fields[0].code, 'target.unknown_value')
  assert.deepEqual((await head.get(path('plan', 'grid'))).body.rows.map((row: any) => row.cells.length), [2, 1])
  const again = await cells('plan', [at('10', null, {}, { id: cell.id, version: cell.version })].map((one) => ({ ...one, place: { owner: anna.id } })))
  assert.equal(again.body.rows[0].cells.length, 1)
})

test('whatever the way in, a month begins on its first day and in the plan’s year, and two at once make one target', async () => {
  const one = { plan: id['plan'], month: '2026-03-01', owner: piotr.id, value: '7' }
  assert.deepEqual((await head.send('POST', '/api/records/target', { ...one, month: '2026-03-02' })).body.fields.map((field: any) => field.code), ['target.not_first_day'])
  assert.equal((await head.send('POST', '/api/records/target', { ...one, month: '2027-03-01' })).status, 422)
  const both = await Promise.all([1, 2, 3].map(() => head.send('POST', '/api/records/target', one)))
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 422, 422])
})

test('plan, realisation, forecast and pace roll up over the tree of people, and each figure leads to its deals', async (t) => {
  onMonday(t)
  await cells('plan', [at('12', '50000', { owner: anna.id }), at('10', '80000', { owner: piotr.id })])
  await deal(anna.id, { state: 'won', day: '2026-10-05', amount: '30000' })
  await deal(anna.id, { state: 'won', day: '2026-09-30', amount: '77' })
  await deal(piotr.id, { state: 'won', day: '2026-11-20', amount: '15000.25' })
  await deal(anna.id, { state: 'open', day: '2026-08-01', amount: '10000', probability: '50' })
  await deal(anna.id, { state: 'open', day: '2027-01-01', amount: '4' })
  await deal(null, { state: 'won', day: '2026-12-01', amount: '1' })
  const { body } = await head.get(path('plan', 'overview'))
  assert.equal(body.period.key, '2026-Q4')
  const lines = body.people.map((node: any) => [node.name, node.target, node.realised, node.forecast])
  assert.deepEqual(lines, [['Szefowa', '330000.55', '45000.25', '50000.25'], ['Anna', '250000.55', '30000', '35000'], ['Piotr', '80000', '15000.25', '15000.25'], ['Bez opiekuna', '0', '1', '1']])
  assert.deepEqual([body.total.target, body.total.realised], ['330000.55', '45001.25'])
  assert.deepEqual(body.teams.map((node: any) => [node.name, node.target, node.realised]), [['Północ', '999999999999999', '45000.25']])
  // November has 20 working days, 15 of them up to Monday the 23rd; October is over.
  assert.equal(body.people[1].dueByNow, '150000.41')
  const [top, own] = body.people
  assert.deepEqual([(await listed(top.realisedWhere)).count.value, (await listed(own.openWhere)).count.value, (await listed(body.total.realisedWhere)).count.value], [2, 1, 3])
})

test('by product groups a deal counts by its lines, subgroups in their group unless they have a target of their own', async () => {
  await cells('byGroup', [at('10', '1000', { owner: anna.id, productGroup: id['pumps'] }), at('10', '500', { owner: anna.id, productGroup: id['valves'] })])
  await deal(anna.id, { state: 'won', day: '2026-10-06', amount: '900', lines: [['pump', '600'], ['valve', '300']] })
  const parts = async () => (await head.get(`${path('byGroup', 'overview')}?period=2026-10`)).body.people.find((node: any) => node.name === 'Anna').parts
  assert.deepEqual((await parts()).map((part: any) => [part.place.productGroup.name, part.realised]).sort(), [['Pompy', '600'], ['Zawory', '300']])
  const [pumps] = (await parts()).filter((part: any) => part.place.productGroup.name === 'Pompy')
  assert.equal((await listed(pumps.realisedWhere)).rows.length, 1)
  await cells('byGroup', [at('10', '100', { owner: anna.id, productGroup: id['small'] })])
  const now1 = await parts()
  assert.deepEqual(now1.map((part: any) => [part.place.productGroup.name, part.realised]).sort(), [['Pompy małe', '600'], ['Pompy', '0'], ['Zawory', '300']])
  const empty = now1.find((part: any) => part.place.productGroup.name === 'Pompy')
  assert.equal((await listed(empty.realisedWhere)).rows.length, 0)
})

test('a seller sees his own targets and nobody else’s, in the grid, in the overview and in lists, and sets none', async () => {
  const grid = await anna.get(path('plan', 'grid'))
  assert.deepEqual([grid.body.rows.map((row: any) => row.place.owner?.name), grid.body.plan.mayChange], [['Anna'], false])
  const { body, text } = await anna.get(path('plan', 'overview'))
  assert.deepEqual(body.people.flatMap((node: any) => (node.parent === null ? [] : [node.name])), ['Anna'])
  assert.deepEqual([body.total.target, body.total.realised], ['250000.55', '30900'])
  assert.ok(!text.includes('15000.25') && !text.includes('80000'))
  assert.equal((await anna.get('/api/records/target?columns=name')).body.rows.every((row: any) => row.name !== null), true)
  assert.notEqual((await cells('plan', [at('01', '1', { owner: anna.id })], anna)).status, 200)
})

test('a plan of margins is not there for whoever may not read them', async () => {
  id['margin'] = await made('targetPlan', { name: 'Marża 2026', year: '2026', measure: 'margin', period: 'month' })
  await cells('margin', [at('10', '100', { owner: anna.id })])
  await deal(anna.id, { state: 'won', day: '2026-10-07', amount: '10', margin: '4' })
  assert.equal((await head.get(`${path('margin', 'overview')}?period=2026-10`)).body.total.realised, '4')
  const blind = await house.person('Bezmarżowy', { grants: [{ object: 'opportunity', verb: 'read', scope: 'all', role: 'test', rule: null }] as never, fields: { opportunity: { margin: 'none' } } as never, all: false })
  assert.ok(!(await blind.get('/api/targets/plans')).text.includes('Marża'))
  for (const what of ['grid', 'overview']) assert.equal((await blind.get(path('margin', what))).status, 404)
  assert.equal((await blind.send('POST', path('margin', 'propose'), { way: 'copyRealised', rows: [{ place: { owner: anna.id } }] })).status, 404)
})

test('a year is spread to the last grosz: evenly, by seasons, as last year went; last year is taken over with a percentage', async () => {
  const proposed = async (body: object) => (await head.send('POST', path('plan', 'propose'), { rows: [{ place: { owner: anna.id }, total: '1000.01' }], ...body })).body.rows[0].cells.map((cell: any) => cell.value)
  const sumOf = (values: string[]) => Math.round(values.reduce((all, value) => all + Number(value) * 100, 0))
  const even = await proposed({ way: 'even' })
  assert.deepEqual([sumOf(even), even[0], even[11]], [100_001, '83.34', '83.33'])
  const season = await proposed({ way: 'season', weights: [0, 0, 0, 1, 2, 3, 0, 0, 0, 0, 0, 0] })
  assert.deepEqual([sumOf(season), season[0], season[5]], [100_001, '0', '500'])
  await deal(anna.id, { state: 'won', day: '2025-03-05', amount: '300' })
  await deal(anna.id, { state: 'won', day: '2025-07-05', amount: '100' })
  const last = await proposed({ way: 'lastYear' })
  assert.deepEqual([sumOf(last), last[2], last[6], last[0]], [100_001, '750.01', '250', '0'])
  assert.deepEqual([(await proposed({ way: 'copyRealised', percent: '10' }))[2], (await proposed({ way: 'copyTargets', percent: '-5.5' }))[2]], ['330', '0'])
  assert.equal((await head.send('POST', path('plan', 'propose'), { way: 'even', rows: [{ place: { owner: anna.id }, total: 'dużo' }] })).body.code, 'target.not_number')
})

test('activities are counted by their kind, the planned ones in the forecast', async (t) => {
  onMonday(t)
  id['visits'] = await made('targetPlan', { name: 'Wizyty 2026', year: '2026', measure: 'activities', period: 'month', activityType: 'meeting' })
  await cells('visits', [at('11', '10', { owner: anna.id })])
  for (const [type, start, done] of [['meeting', '2026-11-10', true], ['meeting', '2026-11-26', false], ['meeting', '2026-11-02', false], ['call', '2026-11-10', true]] as const) {
    const one = await made('activity', { title: type, type, owner: anna.id, start: `${start}T09:00:00Z`, end: `${start}T10:00:00Z` })
    if (done) await house.world.db.rows(sql`update activity set done_at = ${`${start}T10:00:00Z`}, state = 'done' where id = ${one}`)
  }
  const { body } = await head.get(`${path('visits', 'overview')}?period=2026-11`)
  assert.deepEqual([body.object, body.total.target, body.total.realised, body.total.forecast], ['activity', '10', '1', '2'])
  assert.deepEqual([(await listed(body.total.realisedWhere, 'activity')).rows.length, (await listed(body.total.openWhere, 'activity')).rows.length], [1, 1])
  assert.equal((await head.send('POST', '/api/records/targetPlan', { name: 'Złe', year: '2026', measure: 'activities', period: 'month', dimensions: ['market'] })).body.fields[0].code, 'target_plan.dimension_of_sales')
})

/** Two customers apart in everything a plan may go by, and a deal and a call of each. */
async function twoCustomers() {
  const territory = await made('territory', { name: 'Południe' })
  const below = await made('territory', { name: 'Tatry', parent: territory })
  const [dealers, installers] = [await made('customerGroup', { name: 'Hurtownie' }), await made('customerGroup', { name: 'Instalatorzy' })]
  const near = await made('company', { name: 'Góral', region: 'malopolskie', group: dealers, territory: below })
  const far = await made('company', { name: 'Rybak', region: 'pomorskie', group: installers })
  for (const [company, market, amount] of [[near, 'domestic', '700'], [far, 'eu', '40']] as const) {
    const sold = await deal(piotr.id, { state: 'won', day: '2026-05-04', amount, margin: '10', lines: [['pump', amount]] })
    await house.world.db.rows(sql`update opportunity set company = ${company}, market = ${market} where id = ${sold}`)
    const call = await made('activity', { title: 'Rozmowa', type: 'call', owner: piotr.id, company, due: '2026-05-05T09:00:00Z' })
    await house.world.db.rows(sql`update activity set done_at = '2026-05-05T10:00:00Z', state = 'done' where id = ${call}`)
  }
  return { territory, dealers, installers }
}

test('what was sold, counted and done goes by province, market, customer group and territory, each alone and two at once', async () => {
  const { territory, dealers, installers } = await twoCustomers()
  const cases: [measure: string, dimensions: object, realised: string][] = [
    ['value', { region: 'malopolskie' }, '700'], ['value', { market: 'eu' }, '40'], ['value', { customerGroup: dealers }, '700'], ['value', { territory }, '700'],
    ['value', { region: 'pomorskie', customerGroup: installers }, '40'], ['value', { region: 'pomorskie', customerGroup: dealers }, '0'],
    ['margin', { market: 'domestic' }, '10'], ['quantity', { region: 'pomorskie' }, '2'], ['quantity', { productGroup: id['pumps'], market: 'domestic' }, '2'],
    ['activities', { region: 'malopolskie' }, '1'], ['activities', { customerGroup: installers }, '1'], ['activities', { territory }, '1'],
  ]
  for (const [at, [measure, place, realised]] of cases.entries()) {
    const name = `${measure} ${Object.keys(place).join()} ${at}`
    id[name] = await made('targetPlan', { name, year: '2026', measure, period: 'month', dimensions: Object.keys(place) })
    const saved = await cells(name, [{ month: '2026-05-01', value: '1000', place: { owner: piotr.id, ...place } }])
    assert.equal(saved.status, 200, saved.text)
    const { body } = await head.get(`${path(name, 'overview')}?period=2026-05`)
    const [part] = body.people.find((node: any) => node.id === piotr.id).parts
    assert.deepEqual([part.target, part.realised], ['1000', realised], name)
    const behind = await listed(part.realisedWhere, body.object)
    assert.equal(behind.rows.length, realised === '0' ? 0 : 1, `${name}: ${part.realisedWhere}`)
  }
})
