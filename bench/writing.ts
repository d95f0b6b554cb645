/** Creating, changing, batches, import and export against the same rows by raw SQL. */
import { createWriteStream, statSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { nipOf } from '../src/server/demo/rules.ts'
import { growthOf, measure, percent, rate, type Row } from './measure.ts'
import type { BenchWorld } from './world.ts'
import { newId } from '../src/server/kernel/db/uuid7.ts'

export async function writingRows(world: BenchWorld): Promise<Row[]> {
  return [await createRow(world), await changeRow(world), await batchRow(world), await importRow(world), await exportRow(world)]
}

/** Symbols as trade programs give them: a letter and a number, never twice in one run. */
let symbols = 0

const company = (n: number) => ({
  name: `Pomiarowa ${n} sp. z o.o.`, roles: ['customer'], externalId: `P${String(++symbols).padStart(7, '0')}`, addresses: [{ kind: 'seat', city: 'Kraków', street: 'Długa', building: String(n), postalCode: '30-047', country: 'PL' }],
  phones: [{ kind: 'main', value: '+48601234567' }], mails: [{ kind: 'main', value: `biuro${n}@pomiar.example.pl` }], turnover: { amount: '1234.50', currency: 'PLN' },
})

const insertCompany = `insert into company (id, version, created_at, created_by, updated_at, updated_by, search, owner, name, roles, external_id, addresses, addresses_city, addresses_street, addresses_building, addresses_postal_code, addresses_country, addresses_values, phones, phones_main, phones_values, mails, mails_main, mails_values, turnover_amount, turnover_currency)
  values ($1, 1, now(), $2, now(), $2, $3, $2, $4, '{customer}', $5, $6, 'Kraków', 'Długa', $7, '30-047', 'PL', '{Kraków}', $8, '+48601234567', '{+48601234567}', $9, $10, $11, 1234.5, 'PLN')`
const insertHistory = `insert into history (id, at, by, object, record, version, verb, changes, via, trace) values ($1, now(), $2, 'company', $3, $4, $5, $6, 'web', 'raw')`
const insertOutbox = `insert into outbox (at, object, record, version, verb, fields, by) values (now(), 'company', $1, $2, $3, $4, $5)`

async function rawCreate(world: BenchWorld, n: number): Promise<void> {
  const client = await world.raw.connect()
  const values = company(n)
  const id = newId()
  const by = world.admin.userId
  try {
    await client.query('begin')
    await client.query({ name: 'c1', text: insertCompany, values: [id, by, values.name.toLowerCase(), values.name, values.externalId, JSON.stringify(values.addresses), String(n), JSON.stringify(values.phones), JSON.stringify(values.mails), values.mails[0]!.value, [values.mails[0]!.value]] })
    await client.query({ name: 'c2', text: insertHistory, values: [newId(), by, id, 1, 'create', JSON.stringify(values)] })
    await client.query({ name: 'c3', text: insertOutbox, values: [id, 1, 'create', Object.keys(values), by] })
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function createRow(world: BenchWorld): Promise<Row> {
  const raw = await measure((n) => rawCreate(world, n))
  const ours = await measure(async (n) => expectStatus(await world.admin.send('POST', '/api/records/company', company(n)), 201))
  const share = ours.perSecond / raw.perSecond
  return { size: world.size, work: 'create, with history and outbox', ours: rate(ours), raw: rate(raw), ratio: percent(share), promise: '≥ 35 %', kept: share >= 0.35 }
}

function expectStatus({ status, text }: { status: number; text: string }, wanted: number): void {
  if (status !== wanted) throw new Error(`${status} ${text.slice(0, 300)}`)
}

async function changeRow(world: BenchWorld): Promise<Row> {
  const { rows } = await world.raw.query<{ id: string; version: number }>('select id, version from company where deleted_at is null order by id limit 20000 offset 100')
  const half = Math.floor(rows.length / 2)
  const raw = await measure(async (n) => {
    const { id, version } = rows[n % half]!
    const client = await world.raw.connect()
    try {
      await client.query('begin')
      await client.query({ name: 'u1', text: 'update company set version = version + 1, employees = $2, updated_at = now(), updated_by = $3 where id = $1', values: [id, n, world.admin.userId] })
      await client.query({ name: 'u2', text: insertHistory, values: [newId(), world.admin.userId, id, version + 1, 'change', JSON.stringify({ employees: { from: '1', to: String(n) } })] })
      await client.query({ name: 'u3', text: insertOutbox, values: [id, version + 1, 'change', ['employees'], world.admin.userId] })
      await client.query('commit')
    } finally {
      client.release()
    }
  })
  const ours = await measure(async (n) => {
    const { id, version } = rows[half + (n % half)]!
    expectStatus(await world.admin.send('PATCH', `/api/records/company/${id}`, { version, employees: String(n + 100_000) }), 200)
  })
  const share = ours.perSecond / raw.perSecond
  return { size: world.size, work: 'change one field, with history and outbox', ours: rate(ours), raw: rate(raw), ratio: percent(share), promise: '≥ 35 %', kept: share >= 0.35 }
}

async function batchRow(world: BenchWorld): Promise<Row> {
  const perBatch = 1_000
  const ours = await measure(async (n) => expectStatus(await world.admin.send('POST', '/api/records/company/batch', { create: Array.from({ length: perBatch }, (_, at) => company(n * perBatch + at)) }), 200), { atOnce: 2, seconds: 6, warmUp: 2 })
  const records = ours.perSecond * perBatch
  return { size: world.size, work: 'batch of 1,000 creates', ours: `${Math.round(records).toLocaleString('en')} records/s`, raw: '', ratio: '', promise: '≥ 15,000 records/s', kept: records >= 15_000 }
}

/** A file as trade programs write it; every 20th row is a company that is there already. */
function importFile(rows: number): string {
  const lines = ['Symbol;Nazwa;NIP;Ulica;Nr;Kod pocztowy;Miejscowość;Telefon;E-mail;Obrót 2025']
  for (let n = 0; n < rows; n++) {
    const nip = n % 20 === 0 ? nipOf(n % 1_000 < 5 ? 0 : n) : nipOf(5_000_000 + n)
    lines.push(`I${n};Importowana ${n} S.A.;${nip};Polna;${n % 200};30-0${10 + (n % 80)};Kraków;60${1_000_000 + (n % 8_999_999)};firma${n}@import.example.pl;${n},50`)
  }
  return lines.join('\n')
}

async function importRow(world: BenchWorld): Promise<Row> {
  const rows = world.size >= 1_000_000 ? 1_000_000 : 100_000
  const form = new FormData()
  form.set('object', 'company')
  form.set('options', JSON.stringify({ keys: [['nip']], found: 'skip' }))
  form.set('file', new Blob([importFile(rows)], { type: 'text/csv' }), 'pomiar.csv')
  const uploaded = await fetch(`${world.url}/api/imports`, { method: 'POST', headers: { cookie: world.admin.cookie }, body: form })
  const { id } = (await uploaded.json()) as { id: string }
  const { result, growth, seconds } = await growthOf(world.server.pid!, async () => {
    await world.admin.send('POST', `/api/imports/${id}/run?wait=0`, {})
    for (;;) {
      const now = JSON.parse(await world.admin.get(`/api/imports/${id}`)) as { state: string; counts: Record<string, number> }
      if (now.state !== 'running') return now
      await pause(200)
    }
  })
  const { read, created, updated, skipped, refused } = result.counts as Record<'read' | 'created' | 'updated' | 'skipped' | 'refused', number>
  if (result.state !== 'done' || read !== rows || read !== created + updated + skipped + refused) throw new Error(`import: ${JSON.stringify(result)}`)
  const perSecond = rows / seconds
  return {
    size: world.size, work: `import of ${rows.toLocaleString('en')} rows of CSV (${created.toLocaleString('en')} new, ${skipped.toLocaleString('en')} skipped)`,
    ours: `${Math.round(perSecond).toLocaleString('en')} rows/s, +${Math.round(growth)} MB`, raw: '', ratio: '', promise: '≥ 8,000 rows/s, ≤ 300 MB', kept: perSecond >= 8_000 && growth <= 300,
  }
}

const twenty = 'name,shortName,roles,nip,regon,externalId,group,industry,region,addresses.city,addresses.street,phones,mails,website,parent,turnover,employees,customerSince,lastSaleOn,owner'

async function exportRow(world: BenchWorld): Promise<Row> {
  const file = join(tmpdir(), `sedno-export-${process.pid}.xlsx`)
  // At the smaller size all companies there are; the rest of the promise is that memory stays flat at the greater one.
  const where = encodeURIComponent("externalId starts with 'K'")
  const { growth, seconds } = await growthOf(world.server.pid!, async () => {
    const answer = await fetch(`${world.url}/api/records/company/export?format=xlsx&columns=${twenty}&where=${where}`, { headers: { cookie: world.admin.cookie } })
    if (!answer.ok) throw new Error(await answer.text())
    const out = createWriteStream(file)
    for await (const piece of answer.body!) if (!out.write(piece)) await new Promise<void>((resolve) => out.once('drain', () => resolve()))
    await new Promise<void>((resolve) => out.end(() => resolve()))
  })
  const megabytes = statSync(file).size / 1_048_576
  rmSync(file)
  const small = world.size <= 100_000
  return {
    size: world.size, work: `export of ${world.size.toLocaleString('en')} × 20 to XLSX (${megabytes.toFixed(0)} MB)`, ours: `${seconds.toFixed(1)} s, +${Math.round(growth)} MB`, raw: '', ratio: '',
    promise: small ? '≤ 5 s, ≤ 150 MB' : '≤ 150 MB', kept: growth <= 150 && (!small || seconds <= 5),
  }
}
