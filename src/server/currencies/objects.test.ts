import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ItemChange } from '../../contract/configuration.ts'
import { sql } from '../../expression/sql.ts'
import { startHouse, type House } from '../app/testing/house.ts'
import { newDayJob, recalculateJob } from '../kernel/formulas/recalculate.ts'
import type { JobTools } from '../kernel/jobs/define.ts'
import { convert, rateOn } from './index.ts'

const t = (pl: string, en: string) => ({ pl, en })
const item = (body: object): ItemChange => ({ kind: 'field', id: '', version: null, body: body as never })
const items = [
  item({ object: 'company', name: 'inEuro', label: t('W euro', 'In euro'), type: 'money', formula: "CONVERT(turnover, 'EUR', customerSince)" }),
  item({ object: 'company', name: 'inEuroToday', label: t('W euro dzisiaj', 'In euro today'), type: 'money', formula: "CONVERT(turnover, 'EUR')" }),
]
const tools: JobTools = { progress: async () => undefined, cancelled: async () => false, signal: new AbortController().signal, run: null, attempt: 1 }

let house: House
before(async () => { house = await startHouse([], items) })
after(async () => {
  const { bugs } = house
  await house.end()
  assert.deepEqual(bugs, [])
})

const rate = (currency: string, on: string, value: string) => house.all.send('POST', '/api/records/currencyRate', { currency, on, rate: value })
/** Whatever follows, with what was left to jobs. */
async function settled(): Promise<string[]> {
  await house.caughtUp()
  const left = await house.world.db.rows<{ field: string; payload: object }>(sql`delete from pgboss.job where name = ${recalculateJob.name} and state = 'created' returning data -> 'payload' ->> 'field' as field, data -> 'payload' as payload`)
  for (const { payload } of left) await recalculateJob.run({ ...house.ctx, registry: house.live.now() }, payload as never, tools)
  return left.map(({ field }) => field).sort()
}
const amounts = async (id: string) => {
  const { body } = await house.all.get(`/api/records/company/${id}`)
  return [body.inEuro?.amount ?? null, body.inEuroToday?.amount ?? null]
}

test('an amount is converted at the rate of its day, over the firm’s own currency, and follows the rates', async () => {
  const made = async (amount: string, currency: string, customerSince: string | null) => (await house.all.send('POST', '/api/records/company', { name: `${amount} ${currency}`, turnover: { amount, currency }, customerSince })).body.id
  const [zloty, dollars, dateless] = [await made('100', 'PLN', '2006-02-15'), await made('100', 'USD', '2006-02-15'), await made('100', 'PLN', null)]
  await settled()
  assert.deepEqual(await amounts(zloty), [null, null])
  for (const [currency, on, value] of [['EUR', '2006-01-01', '4'], ['EUR', '2006-03-01', '5'], ['USD', '2006-02-01', '3']] as const) assert.equal((await rate(currency, on, value)).status, 201)
  assert.deepEqual(await settled(), ['inEuro', 'inEuroToday'])
  assert.deepEqual([await amounts(zloty), await amounts(dollars), await amounts(dateless)], [['25.00', '20.00'], ['75.00', '60.00'], [null, '20.00']])
  const { body } = await house.all.get("/api/records/currencyRate?where=currency='EUR' and on = 2006-01-01")
  await house.all.send('PATCH', `/api/records/currencyRate/${body.rows[0].id}`, { version: 1, rate: '8' })
  await settled()
  assert.deepEqual(await amounts(zloty), ['12.50', '20.00'])
  const { rows } = (await house.all.get("/api/records/company?columns=name&where=CONVERT(turnover; 'EUR'; 2006-03-01) > 30 EUR")).body
  assert.deepEqual(rows.map((row: { name: string }) => row.name), ['100 USD'])
})

test('a rate that begins on another day is taken when the day has come', async () => {
  const { id } = (await house.all.send('POST', '/api/records/company', { name: 'Jutro', turnover: { amount: '100', currency: 'CHF' } })).body
  await rate('CHF', '2006-11-20', '10')
  await rate('CHF', '2099-01-01', '20')
  await settled()
  assert.deepEqual(await amounts(id), [null, '200.00'])
  await newDayJob.run({ ...house.ctx, registry: house.live.now(), now: new Date('2099-01-01T10:00:00Z') }, {}, tools)
  assert.deepEqual(await amounts(id), [null, '400.00'])
})

test('everybody reads rates and nobody without a right writes one; one currency has one rate a day, above zero', async () => {
  const reader = await house.person('Czytelnik', {})
  assert.equal((await reader.get('/api/records/currencyRate')).status, 200)
  assert.equal((await reader.send('POST', '/api/records/currencyRate', { currency: 'EUR', on: '2006-05-01', rate: '4' })).status, 403)
  await rate('GBP', '2006-05-01', '5')
  assert.deepEqual((await rate('GBP', '2006-05-01', '5.1')).body.fields.map((one: { code: string }) => one.code), ['not_unique'])
  for (const wrong of ['0', '-1']) assert.equal((await rate('GBP', '2006-05-02', wrong)).body.fields[0].code, 'rate.not_positive')
  assert.equal((await rate('XXX', '2006-05-02', '1')).status, 422)
})

test('other rooms convert at the newest rate of the day or before it, to the smallest coin; without a rate there is no amount', async () => {
  const ctx = { ...house.ctx, registry: house.live.now() }
  await rate('SEK', '2006-06-01', '0.3771')
  assert.deepEqual(await rateOn(ctx, 'SEK', '2006-06-09'), { rate: '0.3771', on: '2006-06-01' })
  assert.deepEqual(await rateOn(ctx, 'PLN', '2006-06-09'), { rate: '1', on: '2006-06-09' })
  assert.equal(await rateOn(ctx, 'SEK', '2006-05-31'), null)
  assert.deepEqual(await convert(ctx, { amount: '100', currency: 'PLN' }, 'SEK', '2006-06-09'), { amount: '265.18', currency: 'SEK' })
  assert.deepEqual(await convert(ctx, { amount: '0.05', currency: 'SEK' }, 'PLN', '2006-06-09'), { amount: '0.02', currency: 'PLN' })
  assert.equal(await convert(ctx, { amount: '1', currency: 'DKK' }, 'PLN', '2006-06-09'), null)
  assert.deepEqual(await convert(ctx, { amount: '1.23', currency: 'DKK' }, 'DKK', '2006-06-09'), { amount: '1.23', currency: 'DKK' })
})
