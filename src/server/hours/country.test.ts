import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { raw, sql } from '../../expression/sql.ts'
import { holidaysFunction, polishHolidays } from '../../expression/workdays.ts'
import type { ItemChange } from '../../contract/configuration.ts'
import { startHouse, type Caller, type House } from '../app/testing/house.ts'
import { made, read } from '../app/testing/stories.ts'
import { installHolidays } from '../kernel/formulas/holidays.ts'
import { recalculateJob } from '../kernel/formulas/recalculate.ts'
import { runTools, takeUp } from '../kernel/jobs/runs.ts'

const t = (pl: string, en: string) => ({ pl, en })
const field = (name: string, formula: string, type: 'date' | 'number') => ({ kind: 'field', id: '', version: null, body: { object: 'company', name, label: t(name, name), type, formula } }) as unknown as ItemChange

let house: House
let administrator: Caller
before(async () => {
  house = await startHouse([], [field('nextDay', 'ADDWORKDAYS(lastSaleOn, 1)', 'date'), field('sinceStart', 'WORKDAYS(lastSaleOn, customerSince)', 'number')])
  administrator = await house.person('Szefowa', { all: true })
  await recalculated()
})
after(() => house.end())

const customer = (name: string) => made(administrator, 'company', { name, customerSince: '2026-05-01', lastSaleOn: '2026-05-13' })
const counted = async (id: string) => {
  const { nextDay, sinceStart } = (await read(administrator, 'company', id)) as { nextDay?: string; sinceStart?: string }
  return [nextDay, sinceStart]
}
const settle = async (country: string | null) => {
  const firm = (await administrator.get('/api/hours/firm')).body
  assert.equal((await administrator.send('PUT', '/api/hours/firm', { ...firm, country })).status, 200)
}
/** As the worker does it. */
async function recalculated(): Promise<number> {
  const waiting = await house.world.db.rows<{ id: string }>(sql`select id from run where kind = 'kernel.recalculate' and state = 'queued'`)
  for (const { id } of waiting) {
    const run = (await takeUp(house.world.db, id))!
    const signal = new AbortController().signal
    await recalculateJob.run({ ...house.ctx, now: new Date() }, run.payload as { object: string; field: string }, { run: runTools(run, signal), signal, attempt: 1, progress: async () => undefined, cancelled: async () => false })
  }
  return waiting.length
}

test('formulas count working days by the holidays of the firm’s country: in what is kept, in what is made, in what is asked', async () => {
  const old = await customer('Stary')
  assert.deepEqual(await counted(old.id), ['2026-05-14', '8'])
  await settle('DE-BY')
  // Ascension Day is free in Bavaria and not in Poland; Labour Day in both, the third of May only in Poland (a Sunday that year).
  assert.deepEqual(await counted((await customer('Nowy')).id), ['2026-05-15', '8'])
  assert.equal(await recalculated(), 2)
  assert.deepEqual(await counted(old.id), ['2026-05-15', '8'])
  const found = await administrator.get(`/api/records/company?columns=name&where=${encodeURIComponent("ADDWORKDAYS(DATE(2026, 5, 13), 1) = DATE(2026, 5, 15)")}`)
  assert.equal(found.body.rows.length, 2)
  assert.ok((await administrator.get('/api/metadata')).body.holidays.length > 1_000, 'the browser counts by the same list')
})

test('a firm without public holidays works on all weekdays; a restored database gets its list back; at home nothing was lost', async () => {
  await settle(null)
  assert.deepEqual(await counted((await customer('Bez świąt')).id), ['2026-05-14', '8'])
  const database = async () => (await house.world.db.rows<{ days: string }>(sql`select sedno_workdays('2026-12-28', '2026-12-23')::text as days`))[0]!.days
  assert.equal(await database(), '3')
  await house.world.db.rows(raw(holidaysFunction(polishHolidays)))
  await house.world.db.rows(raw('comment on function sedno_holidays() is null'))
  assert.equal(await database(), '1')
  await installHolidays(house.world.db)
  assert.equal(await database(), '3')
  await settle('PL')
  assert.equal(await database(), '1')
})
