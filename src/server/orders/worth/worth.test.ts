import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { made, type Made } from '../../app/testing/stories.ts'
import { valueOverTime, type Part } from './rules.ts'

let house: House
let boss: Caller
let company: Made

before(async () => {
  house = await startHouse()
  boss = await house.person('Barbara', { all: true })
  company = await made(boss, 'company', { name: 'Hydro-Serwis' })
})
after(async () => {
  assert.deepEqual(house.bugs, [])
  await house.end()
})

const part = (values: Partial<Part> = {}): Part => ({ contract: 'a', number: 'UM/1', title: 'Serwis', amount: '100', per: 'month', from: '2026-01-01', until: '2026-12-31', replaces: false, ...values })
const over = (parts: readonly Part[], per: 'month' | 'quarter' | 'year', until = '2026-12-31') => {
  const { periods, total } = valueOverTime(parts, { currency: 'PLN', per, from: parts[0]!.from, until })
  return [periods.map(({ value }) => value), total]
}

test('what is due each month, quarter or year comes to the calendar’s periods, cut short by days, to the grosz', () => {
  assert.deepEqual(over([part()], 'quarter'), [['300.00', '300.00', '300.00', '300.00'], '1200.00'])
  assert.deepEqual(over([part({ per: 'year', amount: '1000' })], 'quarter'), [['246.58', '249.32', '252.05', '252.05'], '1000.00'])
  assert.deepEqual(over([part({ per: 'whole', amount: '100', until: '2026-03-31' })], 'month', '2026-03-31'), [['34.45', '31.11', '34.44'], '100.00'])
  assert.deepEqual(over([part({ from: '2026-01-16', until: '2026-02-28' })], 'month', '2026-02-28'), [['51.61', '94.82'], '146.43'])
})

test('an amendment comes on top, or stands in the place of what was before it for as long as it lasts', () => {
  const adds = part({ contract: 'b', amount: '50', from: '2026-07-01' })
  assert.deepEqual(over([part(), adds], 'quarter'), [['300.00', '300.00', '450.00', '450.00'], '1500.00'])
  assert.deepEqual(over([part(), { ...adds, replaces: true, until: '2026-09-30' }], 'quarter'), [['300.00', '300.00', '150.00', '300.00'], '1050.00'])
})

test('the value of a contract is shown with its amendments, drafts left out, and of another currency beside it', async () => {
  const values = { company: company.id, state: 'active', signedOn: '2026-01-01', from: '2026-01-01', until: '2026-12-31' }
  const money = (amount: string, currency = 'PLN') => ({ amount, currency })
  const main = await made(boss, 'contract', { ...values, title: 'Serwis', value: money('100'), valuePer: 'month' })
  await made(boss, 'contract', { ...values, title: 'Aneks', amends: main.id, from: '2026-10-01', value: money('20'), valuePer: 'month' })
  await made(boss, 'contract', { ...values, title: 'W euro', amends: main.id, value: money('7', 'EUR') })
  await made(boss, 'contract', { ...values, title: 'Projekt', state: 'draft', amends: main.id, value: money('999') })
  const { body, text } = await boss.get(`/api/contracts/${main.id}/value?per=year`)
  assert.deepEqual([body.total, body.periods.length, body.periods[0].parts.map(({ value }: { value: { amount: string } }) => value.amount), body.others.map(({ title }: { title: string }) => title)], ['1260.00', 1, ['1200.00', '60.00'], ['W euro']], text)
  assert.doesNotMatch(text, /999/)
})

test('who may not read the value or the contract learns nothing of it', async () => {
  const main = await made(boss, 'contract', { company: company.id, title: 'Tajna', from: '2026-01-01', until: '2026-12-31', value: { amount: '4321', currency: 'PLN' } })
  const read = [{ role: 'x', object: 'contract', verb: 'read', scope: 'all', rule: null }] as never
  const blind = await house.person('Ewa', { grants: read, fields: { contract: { value: 'none' } } })
  const { body, text } = await blind.get(`/api/contracts/${main.id}/value`)
  assert.deepEqual([body.currency, body.periods], [null, []])
  assert.doesNotMatch(text, /4321|360/)
  assert.equal((await (await house.person('Adam', {})).get(`/api/contracts/${main.id}/value`)).status === 200, false)
})
