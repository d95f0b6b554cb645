import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import { changed, made, notChanged, notMade, read, type Made } from '../../app/testing/stories.ts'
import { passTerms, remind } from './actions.ts'
import { afterDays, noticeDay, renewedUntil } from './rules.ts'

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

const on = (day: string) => house.world.ctxOf('program', { registry: house.live.now(), now: new Date(`${day}T09:00:00Z`) })
const contract = (values: object = {}) => made(boss, 'contract', { company: company.id, title: 'Serwis', state: 'active', signedOn: '2026-01-01', from: '2026-01-01', until: '2026-12-31', noticeMonths: '3', renewal: 'automatic', renewalMonths: '12', ...values })
const fresh = async ({ id }: Made) => (await read(boss, 'contract', id)) as Made
const told = async ({ id }: Made) => (await house.world.db.rows<{ kind: string }>(sql`select kind from notice where record = ${id} order by created_at, kind`)).map(({ kind }) => kind)

test('the last day for a notice and the ends of terms keep the days on which terms begin', () => {
  const cases: [string, number, string, string][] = [['2026-12-31', 3, '2026-09-30', '2027-03-31'], ['2027-02-28', 1, '2027-01-31', '2027-03-31'], ['2028-02-29', 12, '2027-02-28', '2029-02-28'], ['2026-06-14', 2, '2026-04-14', '2026-08-14']]
  for (const [until, months, notice, renewed] of cases) assert.deepEqual([noticeDay(until, months), renewedUntil(until, months)], [notice, renewed], until)
})

test('what is made in force by a form names the day for a notice; ends before beginnings are refused', async () => {
  const one = await contract()
  assert.equal(one['noticeBy'], '2026-09-30')
  assert.equal((await changed(boss, 'contract', one, { until: null }))['noticeBy'], null)
  assert.deepEqual(await notMade(boss, 'contract', { company: company.id, title: 'x', from: '2026-05-01', until: '2026-04-30' }), ['contract.until_before_from until'])
  assert.deepEqual(await notChanged(boss, 'contract', await fresh(one), { noticeBy: '2026-01-01' }), ['field_not_writable noticeBy'])
})

test('a contract renews by itself once for each term that is over, however often the job runs, and its owner hears of it', async () => {
  const one = await contract()
  assert.equal(await passTerms(on('2026-12-31')), 0)
  await passTerms(on('2027-01-01'))
  await passTerms(on('2027-01-01'))
  const renewed = await fresh(one)
  assert.deepEqual([renewed['until'], renewed['noticeBy'], renewed['renewals'], renewed['state']], ['2027-12-31', '2027-09-30', '1', 'active'])
  assert.deepEqual(await told(one), ['contract.renewed'])
  await Promise.all([passTerms(on('2029-02-01')), passTerms(on('2029-02-01'))])
  assert.deepEqual([(await fresh(one))['until'], (await fresh(one))['renewals']], ['2029-12-31', '3'])
  await changed(boss, 'contract', await fresh(one), { state: 'ended' })
})

test('a notice in time ends it with its term; one that comes too late ends it with the next', async () => {
  const [inTime, late] = [await contract(), await contract()]
  await changed(boss, 'contract', inTime, { state: 'notice', noticeGivenOn: '2026-09-30' })
  await changed(boss, 'contract', late, { state: 'notice', noticeGivenOn: '2026-10-01' })
  await passTerms(on('2027-01-01'))
  assert.deepEqual([(await fresh(inTime))['state'], (await fresh(inTime))['until']], ['ended', '2026-12-31'])
  assert.deepEqual([(await fresh(late))['state'], (await fresh(late))['until']], ['notice', '2027-12-31'])
  await passTerms(on('2028-01-01'))
  assert.equal((await fresh(late))['state'], 'ended')
})

test('without renewal a contract ends by itself; a notice gives one without an end its end, a withdrawn notice is forgotten', async () => {
  const [plain, endless] = [await contract({ renewal: 'none', renewalMonths: null, until: '2026-06-30' }), await contract({ renewal: 'none', renewalMonths: null, until: null })]
  await passTerms(on('2026-07-01'))
  assert.deepEqual([(await fresh(plain))['state'], (await fresh(endless))['state']], ['ended', 'active'])
  const noticed = await changed(boss, 'contract', endless, { state: 'notice', noticeGivenOn: '2026-07-15' })
  assert.equal(noticed['until'], '2026-10-15')
  assert.equal((await changed(boss, 'contract', noticed, { state: 'active' }))['noticeGivenOn'], null)
})

test('the owner is reminded once before each day that counts, and anew when the day is moved', async () => {
  const one = await contract({ remindDays: '14' })
  await remind(on('2026-09-15'))
  assert.deepEqual(await told(one), [])
  for (const day of ['2026-09-16', '2026-09-17', '2026-09-30', '2026-10-01']) await remind(on(day))
  assert.deepEqual(await told(one), ['contract.noticeBy'])
  const plain = await contract({ renewal: 'none', renewalMonths: null, noticeMonths: null })
  for (const day of ['2026-12-01', '2026-12-31', '2027-01-01']) await remind(on(day))
  assert.deepEqual(await told(plain), ['contract.until'])
  await changed(boss, 'contract', plain, { until: '2027-03-31' })
  await remind(on('2027-03-20'))
  assert.deepEqual(await told(plain), ['contract.until', 'contract.until'])
})

test('an amendment is to a contract, neither to itself nor to another amendment', async () => {
  const [main, amendment] = [await contract(), await contract({ title: 'Aneks 1' })]
  const made1 = await changed(boss, 'contract', amendment, { amends: main.id })
  assert.deepEqual(await notChanged(boss, 'contract', main, { amends: main.id }), ['contract.amends_itself amends'])
  assert.deepEqual(await notChanged(boss, 'contract', main, { amends: made1.id }), ['contract.amends_amendment amends'])
  assert.deepEqual(await notMade(boss, 'contract', { company: company.id, title: 'Aneks do aneksu', amends: made1.id }), ['contract.amends_amendment amends'])
})

test('rules: nothing becomes of a term that is not over', () => {
  const term = { state: 'active', until: '2026-12-31', noticeBy: null, noticeGivenOn: null, renewal: 'automatic', renewalMonths: 1, noticeMonths: null }
  assert.equal(afterDays(term, '2026-12-31'), null)
  assert.deepEqual(afterDays(term, '2027-03-15'), { until: '2027-03-31', times: 3, isEnded: false })
  assert.deepEqual(afterDays({ ...term, renewal: 'byAgreement' }, '2027-01-01'), { until: '2026-12-31', times: 0, isEnded: true })
})
