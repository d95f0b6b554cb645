import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Values } from '../../../contract/definition.ts'
import { dateOfDay, dayNumber } from '../../../expression/calendar.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { create } from '../../kernel/records/create.ts'
import { todayIn } from '../../kernel/records/conditions.ts'

let house: House
let [pipeline, one, two, three]: string[] = []
let owner: Caller
let other: Caller

const made = async (object: string, values: Values): Promise<string> => (await create({ ...house.ctx, registry: house.live.now() }, object, values)).id
const figures = async (path: string, who: Caller = house.all): Promise<any> => {
  const answer = await who.get(`/api/sales/${path}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}
const countOf = async (where: string, who: Caller = house.all): Promise<number> => {
  const answer = await who.get(`/api/records/opportunity?limit=500&where=${encodeURIComponent(where)}`)
  assert.equal(answer.status, 200, `${where}: ${answer.text}`)
  return answer.body.rows.length
}
/** Requests come today; the house of the tests stands on a day of its own. */
const inDays = (days: number): string => dateOfDay(dayNumber(todayIn({ ...house.ctx, now: new Date() })) + days)!
const grants = (scope: 'all' | 'own') => [...['opportunity', 'activity'].map((object) => ({ role: 'r', object, verb: 'read' as const, scope, rule: null })), ...['pipeline', 'stage', 'user'].map((object) => ({ role: 'r', object, verb: 'read' as const, scope: 'all' as const, rule: null }))]

before(async () => {
  house = await startHouse()
  pipeline = await made('pipeline', { name: 'Nowi' })
  const stage = (name: string, position: number) => made('stage', { name, pipeline, position: String(position), probability: String(position * 20), days: '10' })
  one = await stage('Rozmowa', 1)
  two = await stage('Oferta', 2)
  three = await stage('Umowa', 3)
  owner = await house.person('Ala', { grants: grants('own') })
  other = await house.person('Ola', { grants: grants('all'), fields: { opportunity: { amount: 'none' } } })
  const deal = (values: Values) => made('opportunity', { name: 'Szansa', pipeline, amount: { amount: '1000', currency: 'PLN' }, source: 'fair', ...values })
  await deal({ stage: one, owner: owner.id, expectedOn: inDays(-3) })
  await deal({ stage: two, owner: owner.id, expectedOn: inDays(0), amount: { amount: '400', currency: 'PLN' } })
  await deal({ stage: two, amount: { amount: '70', currency: 'CHF' }, expectedOn: inDays(0) })
  await deal({ stage: three, state: 'won', closedOn: inDays(0), owner: owner.id, amount: { amount: '5000', currency: 'PLN' } })
  await deal({ stage: one, state: 'won', closedOn: inDays(0) })
  await deal({ stage: two, state: 'lost', lostReason: 'price', closedOn: inDays(0), source: 'tender' })
  await deal({ stage: one, amount: null })
})
after(async () => {
  const { bugs } = house
  await house.end()
  assert.deepEqual(bugs, [])
})

const sums = 'measures=count,sum(amountBase),sum(weighted),count(amount)'
async function boardOf(more: string, who: Caller = house.all): Promise<any> {
  const answer = await who.get(`/api/records/opportunity/board?in=${pipeline}&where=${encodeURIComponent("state = 'open'")}&${more}`)
  return answer.status === 200 ? { ...answer.body, sumOf: (stage: string) => answer.body.groups.find((group: any) => group.stage.id === stage) } : answer
}

test('the board tells of each stage how many are open in it, for how much, and gives the first of them', async () => {
  const { within, columns, pages, sumOf } = await boardOf(`columns=name,amount&limit=1&order=expectedOn&${sums}`)
  assert.ok(within.rows.some(({ id }: any) => id === pipeline))
  assert.deepEqual(columns.rows.map((stage: any) => [stage.id, stage.name]), [[one, 'Rozmowa'], [two, 'Oferta'], [three, 'Umowa']])
  assert.deepEqual([one, two, three].map((stage) => sumOf(stage!) && [sumOf(stage!).count, sumOf(stage!).sum_amountBase, sumOf(stage!).count_amount]), [[2, '1000', 1], [2, '400', 2], undefined])
  assert.deepEqual(pages.map(({ rows, next }: any) => [rows.length, next === null]), [[1, false], [1, false], [0, true]])
  // What is asked next of a column is the list of records, from where the board left off.
  for (const [n, stage] of [one, two].entries()) {
    const where = `(state = 'open') and (stage = '${stage}')`
    const rest = await house.all.get(`/api/records/opportunity?columns=name&order=expectedOn&where=${encodeURIComponent(where)}&after=${pages[n].next}`)
    assert.equal(rest.status, 200, rest.text)
    assert.deepEqual([rest.body.rows.length, rest.body.rows.some(({ id }: any) => id === pages[n].rows[0].id)], [1, false])
  }
})

test('the board shows and counts what one may see, and no sums to whom amounts are hidden', async () => {
  const { pages, sumOf } = await boardOf(`columns=name,owner&${sums}`, owner)
  assert.deepEqual([one, two].map((stage) => [sumOf(stage!).count, sumOf(stage!).sum_amountBase]), [[1, '1000'], [1, '400']])
  assert.deepEqual(pages.map(({ rows }: any) => rows.map((row: any) => row.owner.id)), [[owner.id], [owner.id], []])
  assert.deepEqual((await boardOf('columns=name&measures=count', other)).pages.map(({ rows }: any) => rows.length), [2, 2, 0])
  for (const hidden of ['columns=amount', `columns=name&${sums}`, 'columns=name&order=amount']) assert.equal((await boardOf(hidden, other)).status, 400, hidden)
})

test('a board is of the first pipeline where none was named or the named one is not there; without a right to any it is empty; what has no such board says so', async () => {
  const ask = async (path: string, who: Caller = house.all) => (await who.get(`/api/records/${path}`)).body
  const [first] = (await ask('opportunity/board?columns=name')).within.rows
  for (const named of ['', `in=${one}`]) {
    const { columns } = await ask(`opportunity/board?columns=name&${named}`)
    assert.deepEqual(columns, await ask(`stage?columns=name,color&order=position&limit=50&where=${encodeURIComponent(`pipeline = '${first.id}'`)}`))
  }
  const blind = await house.person('Bezlejka', { grants: [{ role: 'r', object: 'opportunity', verb: 'read', scope: 'all', rule: null }], fields: { opportunity: { stage: 'none' } } })
  assert.equal((await ask('opportunity/board?columns=name', blind)).code, 'not_found')
  for (const [path, code] of [['company/board', 'not_found'], ['opportunity/board?where=nic', 'unknown_field'], ['opportunity/board?in=x', 'malformed'], ['opportunity/board?limit=101', 'malformed']] as const) assert.equal((await ask(path)).code, code, path)
})

test('the funnel counts what came to each stage, what went on and what did not, and every figure leads to its deals', async () => {
  const { steps, figures: all, lostReasons, cohorts, withoutRate } = await figures(`funnel?pipeline=${pipeline}`)
  assert.deepEqual(steps.map((step: any) => [step.reached, step.standing, step.wentOn, step.lost]), [[7, 2, 5, 0], [5, 2, 2, 1], [2, 0, 2, 0]])
  for (const step of steps) for (const key of ['reached', 'standing', 'wentOn', 'lost']) assert.equal(await countOf(step.where[key]), step[key], key)
  assert.deepEqual([all.count, all.open, all.won, all.lost, all.wonAmount, all.openAmount, all.winRate], [7, 4, 2, 1, '6000.00', '1400.00', 2 / 3])
  for (const key of ['open', 'won', 'lost']) assert.equal(await countOf(all.where[key]), all[key])
  assert.deepEqual(lostReasons.map(({ reason, count }: any) => [reason, count]), [['price', 1]])
  assert.equal(await countOf(lostReasons[0].where), 1)
  assert.deepEqual([cohorts.length, cohorts[0].count, await countOf(cohorts[0].where)], [1, 7, 7])
  assert.deepEqual([withoutRate.count, await countOf(withoutRate.where)], [1, 1])
})

test('deals are compared by each dimension, with the deals behind', async () => {
  for (const by of ['owner', 'team', 'productGroup', 'source', 'method', 'market', 'month', 'quarter']) {
    const { groups } = await figures(`funnel?pipeline=${pipeline}&by=${by}&basis=closed`)
    assert.ok(groups.length > 0, by)
    for (const group of groups) assert.equal(await countOf(group.figures.where.all), group.figures.count, `${by} ${group.key}`)
  }
  const { groups } = await figures(`funnel?pipeline=${pipeline}&by=source`)
  assert.deepEqual(groups.map(({ key, name, figures: of }: any) => [key, name, of.count]), [['fair', 'Targi', 6], ['tender', 'Przetarg', 1]])
})

test('two selections stand side by side, and a period that ends before it begins is refused', async () => {
  const compared = await house.all.send('POST', '/api/sales/compare', { sides: [{ name: 'Targi', where: "source = 'fair'" }, { name: 'Przetargi', where: "source = 'tender'", pipeline }] })
  assert.deepEqual(compared.body.sides.map(({ name, funnel }: any) => [name, funnel.figures.count, funnel.steps.length]), [['Targi', 6, 0], ['Przetargi', 1, 3]])
  assert.equal((await house.all.get('/api/sales/funnel?from=2026-02-01&until=2026-01-01')).status, 400)
  assert.equal((await house.all.get('/api/sales/funnel?where=nonsense%20%3D%201')).status, 400)
})

test('the forecast adds up by category and period, plays the open ones through, and gives the same each time', async () => {
  const told = await figures(`forecast?pipeline=${pipeline}&unit=quarter&periods=2`)
  const [first] = told.periods
  assert.deepEqual([first.won, first.pipeline, first.weighted, told.total.won, told.overdue.count, told.withoutDate.count, told.withoutAmount.count, told.basis.open], ['6000.00', '1400.00', '360.00', '6000.00', 1, 1, 2, 2])
  assert.ok(Number(first.simulated.low) >= 6_000 && Number(first.simulated.high) <= 7_400 && Number(first.simulated.low) <= Number(first.simulated.median))
  assert.equal(await countOf(first.where.won), 2)
  assert.equal(await countOf(told.total.where.open), 3)
  assert.deepEqual((await figures(`forecast?pipeline=${pipeline}&unit=quarter&periods=2`)).periods, told.periods)
  assert.deepEqual(told.people.map(({ name }: any) => name).toSorted(), ['', 'Ala'])
})

test('a seller is told only of what he sees', async () => {
  const { figures: all } = await figures(`funnel?pipeline=${pipeline}`, owner)
  assert.deepEqual([all.count, all.wonAmount], [3, '5000.00'])
  assert.equal((await figures(`forecast?pipeline=${pipeline}`, owner)).total.won, '5000.00')
  const stranger = await house.person('Nikt', { grants: [] })
  assert.notEqual((await stranger.get('/api/sales/funnel')).status, 200)
})

test('whoever may not see amounts finds none in any figure, nor how many have one', async () => {
  const texts = await Promise.all([`funnel?pipeline=${pipeline}&by=owner`, `forecast?pipeline=${pipeline}`].map(async (path) => (await other.get(`/api/sales/${path}`)).text))
  for (const text of texts) assert.doesNotMatch(text, /5000|6000|1400|amount is/)
  const told = JSON.parse(texts[1]!)
  assert.deepEqual([told.total.simulated, told.total.weighted, told.withoutAmount.count], [null, null, 0])
  assert.equal((await other.get('/api/records/opportunity?columns=amountBase')).status, 400)
})
