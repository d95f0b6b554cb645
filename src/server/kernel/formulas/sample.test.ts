import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { create, createMany } from '../records/create.ts'
import { codes, refusalOf } from '../records/sample-world.ts'
import { calculatedObjects } from '../testing/calculated.ts'
import { startWorld, type World } from '../testing/world.ts'
import { formulaHelp } from './help.ts'
import { sampleFormula } from './sample.ts'

let world: World
let id: string
before(async () => {
  world = await startWorld(calculatedObjects)
  await createMany(world.ctxOf(), 'customer', Array.from({ length: 6 }, (_, n) => ({ name: `K${n}`, rating: String(n) })))
  id = (await create(world.ctxOf(), 'customer', { name: 'Wybrany', rating: '7', since: '2020-02-02' })).id
})
after(() => world.end())
const sample = (formula: string, rest: object = {}) => sampleFormula(world.ctxOf(), { object: 'customer', formula, ...rest })

test('a formula is tried on the newest records, or on those chosen', async () => {
  const newest = await sample('rating * 10')
  assert.deepEqual([newest.problems, newest.type, newest.computed, newest.results.length, newest.results[0]], [[], 'number', 'stored', 5, { id, name: 'Wybrany', value: '70' }])
  const chosen = await sample('YEARS(today, since)', { records: [id] })
  assert.deepEqual([chosen.type, chosen.computed, chosen.results], ['number', 'live', [{ id, name: 'Wybrany', value: '6' }]])
  assert.deepEqual((await sample('rating / 0', { records: [id] })).results[0]!.value, null)
  assert.equal((await sample("IF(rating > 5, 'gold', 'plain')", { type: 'choice', options: { choices: [{ value: 'gold', label: { pl: 'Z', en: 'G' } }, { value: 'plain', label: { pl: 'P', en: 'P' } }] }, records: [id] })).results[0]!.value, 'gold')
})

test('its problems are told in their place, a circle too', async () => {
  const unknown = await sample('rating * nothing')
  assert.deepEqual(unknown.problems.map(({ code, at, length }) => [code, at, length]), [['unknown_field', 9, 7]])
  assert.match(unknown.problems[0]!.message, /nothing/)
  assert.deepEqual((await sample('name', { type: 'number' })).problems.map(({ code }) => code), ['expected_kind'])
  const circle = await sample('quadruple + 1', { field: 'double' })
  assert.deepEqual(circle.problems.map(({ code }) => code), ['formula.circle'])
  assert.match(circle.problems[0]!.message, /customer\.double → customer\.quadruple → customer\.double|customer\.quadruple → customer\.double → customer\.quadruple/)
})

test('only administrators may ask', async () => {
  const grants = [{ role: 'r', object: 'customer', verb: 'read' as const, scope: 'all' as const, rule: null }]
  assert.deepEqual(codes(await refusalOf(sampleFormula(world.ctxOf({ grants }), { object: 'customer', formula: 'rating' }))), [['not_allowed', undefined]])
  assert.equal((await sampleFormula(world.ctxOf({ grants, functions: new Set(['settings']) }), { object: 'customer', formula: 'rating' })).results.length, 5)
  assert.equal((await refusalOf(sample('1', { object: 'nothing' }))).status, 404)
})

test('every function has help in both languages', () => {
  for (const language of ['pl', 'en'] as const) for (const { name, help, example } of formulaHelp(language)) assert.ok(help.length > 3 && example.includes(name), name)
  assert.deepEqual(formulaHelp('pl').filter(({ aggregate }) => aggregate).map(({ name }) => name), ['AVG', 'COUNT', 'EXISTS', 'FIRST', 'LAST', 'MAX', 'MIN', 'SUM'])
})
