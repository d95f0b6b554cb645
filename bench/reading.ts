/** Lists, search and record pages against the same rows by raw SQL. */
import { measure, millis, percent, rate, type Figure, type Row } from './measure.ts'
import type { BenchWorld } from './world.ts'

const columns = 'c.id, c.version, c.name, c.addresses_city, c.nip, c.roles, c.owner, u.name as owner_name, c.turnover_amount, c.turnover_currency, c.last_sale_on, c.updated_at'
const mine = 'c.deleted_at is null and c.archived_at is null and c.owner = any($1)'
const counted = `(select count(*) from (select 1 from company c where ${mine} limit 10001) x) as total`
const joined = 'from company c left join "user" u on u.id = c.owner and u.deleted_at is null'

const wanted = 'columns=name,addresses.city,nip,roles,owner,turnover,lastSaleOn,updatedAt&limit=50&count=true'

interface Compared {
  work: string
  path(n: number): string
  /** Statement and values; run with JSON.stringify, since rows must become text on either side. */
  raw(n: number): { name: string; text: string; values: unknown[] }
  promise: number
}

export async function readingRows(world: BenchWorld): Promise<Row[]> {
  const mates = world.seller.teamMates
  const deep = await deepPlace(world)
  const lists: Compared[] = [
    {
      work: 'list of 50 by name', promise: 0.5, path: () => `/api/records/company?${wanted}&order=name`,
      raw: () => ({ name: 'by-name', text: `select ${columns}, ${counted} ${joined} where ${mine} order by c.name, c.id limit 50`, values: [mates] }),
    },
    {
      work: 'list of 50 of a city, newest first', promise: 0.5, path: () => `/api/records/company?${wanted}&order=-createdAt&where=${encodeURIComponent("addresses.city = 'Kraków'")}`,
      raw: () => ({
        name: 'by-city', values: [mates, 'Kraków'],
        text: `select ${columns}, (select count(*) from (select 1 from company c where ${mine} and c.addresses_city = $2 limit 10001) x) as total ${joined} where ${mine} and c.addresses_city = $2 order by c.created_at desc, c.id desc limit 50`,
      }),
    },
    {
      work: `page ${deep.page.toLocaleString('en')} of the list`, promise: 0.5, path: () => `/api/records/company?${wanted}&order=name&after=${deep.cursor}`,
      raw: () => ({ name: 'deep', text: `select ${columns}, ${counted} ${joined} where ${mine} and (c.name, c.id) > ($2, $3) order by c.name, c.id limit 50`, values: [mates, deep.name, deep.id] }),
    },
  ]
  const rows: Row[] = []
  const figures: Figure[] = []
  for (const one of lists) {
    const { ours, raw } = await compare(world, one)
    figures.push(ours)
    const share = ours.perSecond / raw.perSecond
    rows.push({ size: world.size, work: one.work, ours: rate(ours), raw: rate(raw), ratio: percent(share), promise: '≥ 50 %', kept: share >= one.promise })
  }
  const [first, , last] = figures
  rows.push({ size: world.size, work: 'deep page against the first', ours: rate(last!), raw: rate(first!), ratio: percent(last!.perSecond / first!.perSecond), promise: 'as fast (≥ 80 %)', kept: last!.perSecond >= first!.perSecond * 0.8 })
  return [...rows, ...(await searchRows(world)), await pageRow(world)]
}

async function compare(world: BenchWorld, one: Compared, options: { atOnce?: number; seconds?: number } = {}): Promise<{ ours: Figure; raw: Figure }> {
  const raw = await measure(async (n) => JSON.stringify((await world.raw.query(one.raw(n))).rows), options)
  const ours = await measure((n) => world.seller.get(one.path(n)), options)
  return { ours, raw }
}

/** A cursor far inside, found by walking there in great steps. */
async function deepPlace(world: BenchWorld): Promise<{ cursor: string; name: string; id: string; page: number }> {
  let cursor = ''
  let last = { name: '', id: '' }
  let seen = 0
  for (let step = 0; step < 40; step++) {
    const answer = JSON.parse(await world.seller.get(`/api/records/company?columns=name,addresses.city,nip,roles,owner,turnover,lastSaleOn,updatedAt&limit=500&order=name${cursor === '' ? '' : `&after=${cursor}`}`)) as { rows: { name: string; id: string }[]; next: string | null }
    if (answer.next === null) break
    cursor = answer.next
    last = answer.rows.at(-1)!
    seen += answer.rows.length
  }
  return { cursor, ...last, page: seen / 50 }
}

const parts = ['budom', 'instal', 'gaz', 'techno', 'zaklad', 'meta', 'hurt', 'polim', 'energ', 'agro']

async function searchRows(world: BenchWorld): Promise<Row[]> {
  const one: Compared = {
    work: '', promise: 2, path: (n) => `/api/records/company?search=${parts[n % parts.length]}&columns=name,addresses.city,nip&limit=20`,
    raw: (n) => ({
      name: 'search', values: [world.seller.teamMates, `%${parts[n % parts.length]}%`],
      text: `select c.id, c.version, c.name, c.addresses_city, c.nip from company c where ${mine} and c.search like $2 order by c.name, c.id limit 20`,
    }),
  }
  const several = await compare(world, one)
  const alone = await measure((n) => world.seller.get(one.path(n)), { atOnce: 1 })
  const palette = await measure((n) => world.seller.get(`/api/search?q=${parts[n % parts.length]}&limit=20`), { atOnce: 1 })
  const times = several.ours.p95 / several.raw.p95
  const base = { size: world.size, raw: '' }
  return [
    { size: world.size, work: 'search box, part of a name, 20 hits, p95 at 8', ours: millis(several.ours.p95), raw: millis(several.raw.p95), ratio: `${times.toFixed(2)} ×`, promise: '≤ 2 ×', kept: times <= 2 },
    { ...base, work: 'search box, one client, p95', ours: millis(alone.p95), ratio: '', promise: '≤ 60 ms', kept: alone.p95 <= 60 },
    { ...base, work: 'global search, one client, p95', ours: millis(palette.p95), ratio: '', promise: '≤ 60 ms', kept: palette.p95 <= 60 },
  ]
}

/** Everything on a company's page; raw: the same tables asked for the same rows by hand, one statement each. */
async function pageRow(world: BenchWorld): Promise<Row> {
  const { rows: companies } = await world.raw.query<{ id: string }>(`select c.id from company c where ${mine} order by c.id limit 400`, [world.seller.teamMates])
  const idAt = (n: number) => companies[n % companies.length]!.id
  const statements = [
    ['page-record', 'select c.*, u.name as owner_name, p.name as parent_name, g.name as group_name from company c left join "user" u on u.id = c.owner left join company p on p.id = c.parent left join customer_group g on g.id = c."group" where c.id = $1 and c.owner = any($2)'],
    ['page-people', 'select p.id, p.name, p.position, p.phones, count(*) over () from person p where p.company = $1 and p.deleted_at is null and p.owner = any($2) order by p.name limit 20'],
    ['page-ties', 'select t.*, p.name as person_name, count(*) over () from tie t join person p on p.id = t.person where t.company = $1 and t.deleted_at is null and p.owner = any($2) order by t.since desc nulls last, t.id limit 20'],
    ['page-branches', 'select c.id, c.name, c.addresses_city, count(*) over () from company c where c.parent = $1 and c.deleted_at is null and c.owner = any($2) order by c.name limit 20'],
    ['page-relations', 'select r.*, k.name as kind_name, o.name as other_name from relation r join relation_kind k on k.id = r.kind join company o on o.id = r."to" where r."from" = $1 and r.deleted_at is null and o.owner = any($2) limit 20'],
    ['page-relations-of', 'select r.*, k.reverse_name as kind_name, o.name as other_name from relation r join relation_kind k on k.id = r.kind join company o on o.id = r."from" where r."to" = $1 and r.deleted_at is null and o.owner = any($2) limit 20'],
    ['page-names', 'select e.* from earlier_name e where e.company = $1 and e.deleted_at is null and $2::uuid[] is not null limit 20'],
    ['page-succ', 'select s.*, c.name as other_name from succession s join company c on c.id = s.successor where s.predecessor = $1 and s.deleted_at is null and c.owner = any($2) limit 20'],
    ['page-pred', 'select s.*, c.name as other_name from succession s join company c on c.id = s.predecessor where s.successor = $1 and s.deleted_at is null and c.owner = any($2) limit 20'],
    ['page-history', "select h.*, u.name as by_name from history h left join \"user\" u on u.id = h.by where h.object = 'company' and h.record = $1 and $2::uuid[] is not null order by h.at desc, h.id desc limit 51"],
    ['page-notes', 'select n.*, u.name as by_name from note n left join "user" u on u.id = n.created_by where n.company = $1 and n.deleted_at is null and $2::uuid[] is not null order by n.created_at desc limit 51'],
    ['page-tree', `with recursive up as (select id, parent, 0 as depth from company where id = $1 and owner = any($2) union all select c.id, c.parent, up.depth + 1 from up join company c on c.id = up.parent and c.owner = any($2)),
      down as (select c.id, c.name, null::uuid as parent, 0 as depth from company c where c.id = (select id from up order by depth desc limit 1) union all select c.id, c.name, c.parent, d.depth + 1 from down d join company c on c.parent = d.id and c.owner = any($2))
      select d.*, (select count(*) from person p where p.company = d.id and p.deleted_at is null and p.owner = any($2)) as people from down d order by depth, name`],
  ] as const
  const raw = await measure(async (n) => {
    const answers = await Promise.all(statements.map(([name, text]) => world.raw.query({ name, text, values: [idAt(n), world.seller.teamMates] })))
    return JSON.stringify(answers.map(({ rows }) => rows))
  })
  const ours = await measure((n) => world.seller.get(`/api/records/company/${idAt(n)}/page`))
  const share = ours.perSecond / raw.perSecond
  return { size: world.size, work: 'record page: record, ties, lists, tree, time line in one request', ours: rate(ours), raw: rate(raw), ratio: percent(share), promise: '≥ 40 %', kept: share >= 0.4 }
}
