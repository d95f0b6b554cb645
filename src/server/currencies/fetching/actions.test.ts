/** Against answers in the shape the banks document, from a server on loopback: api.nbp.pl (table A) and eurofxref of the ECB. */
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { sql } from '../../../expression/sql.ts'
import { startHouse, type Caller, type House } from '../../app/testing/house.ts'
import type { JobTools } from '../../kernel/jobs/define.ts'
import { startGateway, type Answer, type Asked, type TestGateway } from '../../sms/testing/gateway.ts'
import { fetchJob } from '../background.ts'
import { fetchMissing, useAddresses } from './actions.ts'

let house: House
let bank: TestGateway
let answer: (asked: Asked) => Answer
before(async () => {
  house = await startHouse()
  bank = await startGateway((asked) => answer(asked))
  useAddresses({ nbp: bank.url, ecb: bank.url })
})
after(async () => {
  await bank.close()
  assert.deepEqual(house.bugs, [])
  await house.end()
})
afterEach(async () => {
  bank.asked.length = 0
  await house.world.db.rows(sql`delete from currency_rate`)
  await house.world.db.rows(sql`delete from sedno_state where key in ('currencySettings', 'currencyFetch')`)
})

const table = (effectiveDate: string, mids: Record<string, number>) => ({ table: 'A', no: `1/A/NBP/${effectiveDate.slice(0, 4)}`, effectiveDate, rates: Object.entries(mids).map(([code, mid]) => ({ currency: code.toLowerCase(), code, mid })) })
const none: Answer = { status: 404, text: '404 NotFound - Not Found - Brak danych' }
/** As the bank has them: it answers with the tables of the span asked for. */
const tables = (...all: ReturnType<typeof table>[]) => ({ url }: Asked): Answer => {
  const [, from, until] = /tables\/A\/([\d-]+)\/([\d-]+)\//.exec(url)!
  const found = all.filter(({ effectiveDate }) => effectiveDate >= from! && effectiveDate <= until!)
  return found.length === 0 ? none : { json: found }
}
const ecbDay = (on: string, rates: string) => `<Cube time='${on}'>${rates}</Cube>`
const ecbFile = (...days: string[]): Answer => ({ text: `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><gesmes:subject>Reference rates</gesmes:subject>
<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender><Cube>${days.join('')}</Cube></gesmes:Envelope>` })

const on = (day: string, rest: object = {}) => ({ ...house.ctx, registry: house.live.now(), now: new Date(`${day}T13:00:00Z`), ...rest })
const kept = async () => (await house.world.db.rows<{ line: string }>(sql`select currency || ' ' || "on" || ' ' || rate || ' ' || source as line from currency_rate where deleted_at is null order by "on", currency`)).map(({ line }) => line)
const tools: JobTools = { progress: async () => undefined, cancelled: async () => false, signal: new AbortController().signal, run: null, attempt: 1 }
const settings = (body: object, caller: Caller = house.all) => caller.send('PUT', '/api/currencies/settings', body)

test('the first time a quarter is fetched, afterwards only what is missing, and on a free day nothing is asked', async () => {
  answer = tables(table('2026-11-19', { EUR: 4.2512, HUF: 0.010945, XDR: 5.1 }), table('2026-11-20', { EUR: 4.2488 }))
  assert.equal((await fetchMissing(on('2026-11-20')))!.added, 3)
  assert.deepEqual(await kept(), ['EUR 2026-11-19 4.2512 nbp', 'HUF 2026-11-19 0.010945 nbp', 'EUR 2026-11-20 4.2488 nbp'])
  assert.equal(bank.asked[0]!.url, '/exchangerates/tables/A/2026-08-23/2026-11-20/?format=json')
  assert.equal(await fetchMissing(on('2026-11-20')), null)
  assert.equal(await fetchMissing(on('2026-11-22')), null)
  assert.equal(bank.asked.length, 1)
})

test('a day without a table is no fault, and after a week away all its days come at once, none twice', async () => {
  const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'].map((day, at) => table(day, { EUR: 4.2 + at / 100 }))
  answer = tables(table('2026-11-13', { EUR: 4.19 }))
  await fetchMissing(on('2026-11-13'))
  const wrongs: Answer[] = [{ status: 500, text: 'Internal Server Error' }, { status: 429, text: 'Too Many Requests' }, 'cut', { text: '<html>Przerwa techniczna</html>' }, { json: [{ effectiveDate: 'jutro', rates: [] }] }, { json: [table('2026-11-20', { EUR: -1 })] }]
  for (const wrong of wrongs) {
    answer = () => wrong
    const last = (await fetchMissing(on('2026-11-20')))!
    assert.deepEqual([last.added, typeof last.why?.pl, last.until], [0, 'string', '2026-11-13'])
  }
  answer = () => none
  assert.deepEqual((await fetchMissing(on('2026-11-20')))!.why, null)
  assert.equal((await kept()).length, 1)
  answer = tables(...week)
  await Promise.all([fetchMissing(on('2026-11-20')), fetchMissing(on('2026-11-20'))])
  assert.deepEqual((await kept()).map((line) => line.slice(0, 14)), ['EUR 2026-11-13', 'EUR 2026-11-16', 'EUR 2026-11-17', 'EUR 2026-11-18', 'EUR 2026-11-19', 'EUR 2026-11-20'])
})

test('a rate written by hand stays as it was written', async () => {
  assert.equal((await house.all.send('POST', '/api/records/currencyRate', { currency: 'EUR', on: '2026-11-20', rate: '4.3' })).body.source.value ?? 'hand', 'hand')
  answer = tables(table('2026-11-20', { EUR: 4.2488, USD: 3.66 }))
  assert.equal((await fetchMissing(on('2026-11-20')))!.added, 1)
  assert.deepEqual(await kept(), ['EUR 2026-11-20 4.3 hand', 'USD 2026-11-20 3.66 nbp'])
})

test('a firm in another currency gets cross rates, from either bank', async () => {
  answer = tables(table('2026-11-20', { EUR: 4.25, USD: 3.4 }))
  await fetchMissing(on('2026-11-20', { currency: 'EUR' }))
  assert.deepEqual(await kept(), ['PLN 2026-11-20 0.2352941176 nbp', 'USD 2026-11-20 0.8 nbp'])
  await settings({ source: 'ecb', currencies: ['USD', 'EUR'] })
  answer = () => ecbFile(ecbDay('2026-11-19', "<Cube currency='USD' rate='1.25'/><Cube currency='PLN' rate='4.25'/>"))
  await fetchMissing(on('2026-11-20'))
  assert.deepEqual((await kept()).slice(0, 2), ['EUR 2026-11-19 4.25 ecb', 'USD 2026-11-19 3.4 ecb'])
  assert.equal(bank.asked.at(-1)!.url, '/eurofxref-hist-90d.xml')
})

test('of the ECB no more is asked than the missing days need, and half a file is none', async () => {
  await settings({ source: 'ecb', currencies: null })
  const day = (on: string) => ecbDay(on, "<Cube currency='PLN' rate='4.2488'/>")
  answer = () => ecbFile(day('2026-11-18'), day('2026-11-17'))
  await fetchMissing(on('2026-11-18'))
  answer = () => ({ text: "<gesmes:Envelope><Cube><Cube time='2026-11-19'><Cube currency='PLN' rate='4.1'/>" })
  assert.match((await fetchMissing(on('2026-11-19')))!.why!.en, /no table/)
  answer = () => ecbFile(day('2026-11-18'))
  await fetchMissing(on('2026-11-19'))
  assert.deepEqual([bank.asked.map(({ url }) => url), (await kept()).length], [['/eurofxref-hist-90d.xml', '/eurofxref-daily.xml', '/eurofxref-daily.xml'], 2])
})

test('administrators hear once when rates are older than three working days; nobody does where no bank was ever reached', async () => {
  const role = (await house.all.send('POST', '/api/records/role', { name: 'Administratorzy kursów', isAdministrator: true })).body.id
  const admin = await house.holder('Adminka', [], {})
  assert.equal((await house.all.send('PATCH', `/api/records/user/${admin.id}`, { version: 1, roles: [role] })).status, 200)
  const told = async () => (await house.world.db.rows<{ person: string; title: { pl: string } }>(sql`select person, title from notice where kind = 'currencies.old'`)).map(({ person, title }) => [person, title.pl])
  answer = () => 'cut'
  await fetchJob.run(on('2026-11-20'), {}, tools)
  assert.deepEqual(await told(), [])
  answer = tables(table('2026-11-13', { EUR: 4.19 }))
  await fetchJob.run(on('2026-11-13'), {}, tools)
  answer = () => 'cut'
  for (const day of ['2026-11-18', '2026-11-19', '2026-11-20']) await fetchJob.run(on(day), {}, tools)
  assert.deepEqual(await told(), [[admin.id, 'Kursy walut są nieaktualne: ostatnie są z dnia 2026-11-13']])
})

test('where nothing is to be fetched nobody is asked, and only whoever looks after the settings sees or changes them', async () => {
  assert.equal((await settings({ source: 'none', currencies: null })).body.settings.source, 'none')
  assert.equal(await fetchMissing(on('2026-11-20'), { evenOnFreeDays: true }), null)
  assert.equal(bank.asked.length, 0)
  assert.equal((await settings({ source: 'nbp', currencies: ['XXX'] })).status, 422)
  const seller = await house.person('Handlowiec', {})
  assert.deepEqual([(await settings({ source: 'nbp', currencies: null }, seller)).status, (await seller.get('/api/currencies/state')).status, (await seller.send('POST', '/api/currencies/fetch', {})).status], [403, 403, 403])
})

test('the state shows the newest rate of each currency with its change', async () => {
  answer = tables(table('2026-01-02', { EUR: 4 }), table('2026-01-05', { EUR: 4.1, USD: 3.5 }))
  await fetchMissing(on('2026-01-05'))
  const { body } = await house.all.get('/api/currencies/state')
  assert.deepEqual(body.rates.map(({ currency, on: day, rate, change }: Record<string, string>) => [currency, day, rate, change]), [['EUR', '2026-01-05', '4.1', '2.50'], ['USD', '2026-01-05', '3.5', null]])
})
