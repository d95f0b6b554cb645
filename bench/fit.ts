/** What the administrator's shaping costs: many own fields, many rules, a field added and a layout published while others work. */
import { setTimeout as pause } from 'node:timers/promises'
import { raw, sql } from '../src/expression/sql.ts'
import { measure, millis, percent, rate, type Row } from './measure.ts'
import type { BenchWorld, Session } from './world.ts'

export async function fitRows(world: BenchWorld): Promise<Row[]> {
  return [await rulesRow(world), await manyFieldsRow(world), ...(await addFieldRows(world)), await publishRow(world)]
}

const both = (text: string) => ({ pl: text, en: text })

async function done(answer: Promise<{ status: number; text: string }>): Promise<unknown> {
  const { status, text } = await answer
  if (status >= 300) throw new Error(`${status} ${text.slice(0, 500)}`)
  return text === '' ? null : JSON.parse(text)
}

const configure = (world: BenchWorld, changes: { id?: string; version?: number | null; kind: string; body: object }[]) =>
  done(world.admin.send('POST', '/api/configuration/changes', { changes: changes.map((change) => ({ id: '', version: null, ...change })) }))

const rules = [
  "owner.position = 'Handlowiec'", "parent.region = 'mazowieckie'", "group.name contains 'a'", "EXISTS(people where position contains 'prezes')", 'owner.superior = me',
]

/** The seller sees all companies: by one grant without a rule, and by five grants with a rule over links each. */
async function rulesRow(world: BenchWorld): Promise<Row> {
  const path = '/api/records/company?columns=name,addresses.city,nip,roles,owner,turnover,lastSaleOn,updatedAt&limit=50&count=true&order=name'
  const without = await withGrants(world, [null], () => measure(() => world.seller.get(path)))
  const ruled = await withGrants(world, rules, () => measure(() => world.seller.get(path)))
  const share = ruled.perSecond / without.perSecond
  return { size: world.size, work: 'list under 5 row rules over links, against none', ours: rate(ruled), raw: rate(without), ratio: percent(share), promise: '≥ 60 %', kept: share >= 0.6 }
}

async function withGrants<T>(world: BenchWorld, given: readonly (string | null)[], work: () => Promise<T>): Promise<T> {
  const [before] = await world.installation.db.rows<{ roles: string[] }>(sql`select roles from "user" where id = ${world.seller.userId}`)
  const role = (await done(world.admin.send('POST', '/api/records/role', { name: `Measured ${given.length} ${Date.now()}` }))) as { id: string; version: number }
  const grants = given.map((rule) => ({ object: 'company', verb: 'read', scope: 'all', rule }))
  await done(world.admin.send('PUT', `/api/roles/${role.id}/grants`, { version: role.version, grants, fields: [] }))
  await giveRoles(world, [role.id])
  try {
    return await work()
  } finally {
    await giveRoles(world, before!.roles)
  }
}

async function giveRoles(world: BenchWorld, roles: readonly string[]): Promise<void> {
  const { version } = JSON.parse(await world.admin.get(`/api/records/user/${world.seller.userId}`)) as { version: number }
  await done(world.admin.send('PATCH', `/api/records/user/${world.seller.userId}`, { version, roles }))
}

async function manyFieldsRow(world: BenchWorld): Promise<Row> {
  const figures = []
  for (const count of [10, 200]) {
    const name = `wide${count}at${Date.now()}`
    const object = { name, label: both(name), plural: both(name), icon: 'box', nameField: 'title', access: { kind: 'shared' }, list: { columns: ['title'], order: 'title' }, form: [] }
    const fields = Array.from({ length: count }, (_, n) => ({ object: name, name: `f${n}`, label: both(`Field ${n}`), type: n % 2 === 0 ? 'number' : 'text' }))
    await configure(world, [{ kind: 'object', body: object }, ...[{ object: name, name: 'title', label: both('Title'), type: 'text' }, ...fields].map((body) => ({ kind: 'field', body }))])
    const columns = fields.map((_, n) => `x_f${n}`)
    // Ids in the order of time, as the product gives them. raw is safe: names made above.
    await world.installation.db.rows(raw(`insert into x_${name} (id, version, created_at, updated_at, x_title, ${columns.join(', ')})
      select uuidv7(), 1, now(), now(), 'Record ' || n, ${columns.map((_, n) => (n % 2 === 0 ? `n % ${n + 7}` : `'text ' || n % ${n + 5}`)).join(', ')} from generate_series(1, ${world.size}) n`))
    await world.installation.db.connection((client) => client.query(`vacuum analyze x_${name}`))
    const asked = ['title', ...Array.from({ length: 9 }, (_, n) => `f${n * Math.floor(count / 10)}`)].join(',')
    figures.push(await measure(() => world.admin.get(`/api/records/${name}?columns=${asked}&order=title&limit=50&count=true`)))
  }
  const [few, many] = figures
  const share = many!.perSecond / few!.perSecond
  return { size: world.size, work: 'list of 10 of 200 own fields, against 10 of 10', ours: rate(many!), raw: rate(few!), ratio: percent(share), promise: '≥ 90 %', kept: share >= 0.9 }
}

/** Eight clients change companies while a field is added to them; every change that was acknowledged must be there afterwards. */
async function addFieldRows(world: BenchWorld): Promise<Row[]> {
  const { rows } = await world.raw.query<{ id: string; version: number }>('select id, version from company where deleted_at is null order by id desc limit 4000')
  let going = true
  let longest = 0
  let acknowledged = 0
  const client = async (mine: number) => {
    for (let n = mine; going && n < rows.length; n += 8) {
      const { id, version } = rows[n]!
      const began = performance.now()
      await done(world.admin.send('PATCH', `/api/records/company/${id}`, { version, employees: '424242' }))
      longest = Math.max(longest, performance.now() - began)
      acknowledged++
    }
  }
  const clients = Array.from({ length: 8 }, (_, mine) => client(mine))
  await pause(500)
  const began = performance.now()
  await configure(world, [{ kind: 'field', body: { object: 'company', name: `measured${Date.now()}`, label: both('Measured'), type: 'text', indexed: true } }])
  const took = performance.now() - began
  await pause(4_000)
  going = false
  await Promise.all(clients)
  const { rows: [kept] } = await world.raw.query<{ count: number }>('select count(*)::int as count from company where employees = 424242')
  return [
    { size: world.size, work: `add an indexed field while 8 clients write: longest request (the change itself ${millis(took)})`, ours: millis(longest), raw: '', ratio: '', promise: '≤ 1 s', kept: longest <= 1_000 },
    { size: world.size, work: 'add a field while 8 clients write: changes lost', ours: String(acknowledged - kept!.count), raw: String(acknowledged), ratio: '', promise: 'none', kept: acknowledged === kept!.count },
  ]
}

/** From the click to the new layout in another person's hands: his stream tells him, and he asks. */
async function publishRow(world: BenchWorld): Promise<Row> {
  const seen = await listen(world, world.seller)
  // A kept installation has the layout of the last measurement: it is published with other columns.
  const { rows: [kept] } = await world.raw.query<{ id: string; version: number; columns: string }>("select id, version, body #>> '{body,columns,1}' as columns from configuration_item where kind = 'layout' and removed_at is null and body ->> 'object' = 'company' and body ->> 'kind' = 'list' and body ->> 'role' is null")
  const columns = ['name', kept?.columns === 'nip' ? 'regon' : 'nip']
  const began = performance.now()
  await configure(world, [{ id: kept?.id ?? '', version: kept?.version ?? null, kind: 'layout', body: { object: 'company', kind: 'list', role: null, type: null, body: { columns, order: 'name' } } }])
  await seen.told
  const { objects } = JSON.parse(await world.seller.get('/api/metadata')) as { objects: { name: string; shown?: { list?: Record<string, { columns: string[] }> } }[] }
  const took = performance.now() - began
  seen.leave()
  const isNew = objects.find(({ name }) => name === 'company')?.shown?.list?.['']?.columns.join() === columns.join()
  return { size: world.size, work: 'a published layout, until an open browser has it', ours: millis(took), raw: '', ratio: '', promise: '≤ 2 s', kept: isNew && took <= 2_000 }
}

async function listen(world: BenchWorld, { cookie }: Session): Promise<{ told: Promise<void>; leave(): void }> {
  const abort = new AbortController()
  const { body } = await fetch(`${world.url}/api/events`, { headers: { cookie }, signal: abort.signal })
  const reader = body!.getReader()
  await reader.read() // the stream is open
  const hear = async () => {
    for (let text = ''; !text.includes('event: metadata'); ) {
      const { value, done: isOver } = await reader.read()
      if (isOver) return
      text += new TextDecoder().decode(value)
    }
  }
  return { told: hear(), leave: () => abort.abort() }
}
