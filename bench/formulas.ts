/** Calculated fields: stored ones against plain fields, live ones against hand-written SQL. Alone: `node bench/formulas.ts 20000`. */
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from '../src/expression/sql.ts'
import { programCtx } from '../src/server/app/first-run.ts'
import { changeConfiguration } from '../src/server/kernel/configuration/change.ts'
import { measure, percent, rate, type Row } from './measure.ts'
import { prepare, type BenchWorld } from './world.ts'

/** People stand for activities: five for each company. */
const activitiesEach = 5

const field = (name: string, type: string, rest: object) => ({ kind: 'field' as const, id: '', version: null, body: { object: 'company', name, label: { pl: name, en: name }, type, ...rest } })
const fields = [
  field('benchPlain', 'number', { indexed: true }),
  field('benchCount', 'number', { formula: 'COUNT(people where lastName is not empty)', indexed: true, decimals: 0 }),
  // Live, since everybody sees his own.
  field('benchSeen', 'number', { formula: 'COUNT(people where owner = me)' }),
  field('benchNewest', 'dateTime', { formula: 'MAX(people.createdAt where owner = me)' }),
  field('benchNamed', 'yesNo', { formula: "EXISTS(people where lastName = 'Nowak' and owner = me)" }),
]

export async function formulaRows(world: BenchWorld): Promise<Row[]> {
  await furnish(world)
  const { size, admin, raw } = world
  const by = (path: string) => measure(() => admin.get(`/api/records/company?columns=name,nip,owner,benchPlain,benchCount&limit=50&${path}`))
  const rows: Row[] = []
  const against = async (work: string, stored: string, plain: string) => {
    const [one, other] = [await by(stored), await by(plain)]
    const share = one.perSecond / other.perSecond
    rows.push({ size, work, ours: rate(one), raw: rate(other), ratio: percent(share), promise: '≥ 80 % of a plain field', kept: share >= 0.8 })
  }
  await against('list sorted by a stored formula, against a plain field', 'order=-benchCount', 'order=-benchPlain')
  await against('list filtered by an aggregate, against a plain field', `where=${encodeURIComponent('benchCount = 7')}&order=name`, `where=${encodeURIComponent('benchPlain = 7')}&order=name`)
  const live = await measure(() => admin.get('/api/records/company?columns=name,benchSeen,benchNewest,benchNamed&limit=50&order=name'))
  const text = `select c.id, c.version, c.name,
      (select count(*) from person p where p.company = c.id and p.deleted_at is null and p.owner = $1) as seen,
      (select max(p.created_at) from person p where p.company = c.id and p.deleted_at is null and p.owner = $1) as newest,
      exists (select from person p where p.company = c.id and p.deleted_at is null and p.last_name = 'Nowak' and p.owner = $1) as named
    from company c where c.deleted_at is null and c.archived_at is null order by c.name, c.id limit 50`
  const byHand = await measure(async () => JSON.stringify((await raw.query({ name: 'live-formulas', text, values: [admin.userId] })).rows))
  const share = live.perSecond / byHand.perSecond
  rows.push({ size, work: `list with 3 live formulas over ${(size * activitiesEach).toLocaleString('en')} activities`, ours: rate(live), raw: rate(byHand), ratio: percent(share), promise: '≥ 30 %', kept: share >= 0.3 })
  return rows
}

async function furnish({ installation, size, raw }: BenchWorld): Promise<void> {
  // A kept installation was furnished by an earlier run.
  if (installation.registry().field('company', 'benchCount') !== null) return
  await changeConfiguration(programCtx(installation), fields)
  await raw.query(
    `insert into person (id, version, created_at, updated_at, last_name, name, company, owner)
     select gen_random_uuid(), 1, now() - random() * interval '900 days', now(), 'Nr ' || n, 'Nr ' || n, c.id, c.owner from company c, generate_series(1, $1) n`,
    [activitiesEach - 2],
  )
  await waited(() => installation.db.rows<{ n: number }>(sql`select count(*)::int as n from run where kind = 'kernel.recalculate' and state not in ('done', 'failed')`), size)
  // The same values in both, or one of them would be met sooner than the other.
  await raw.query('update company set x_bench_plain = x_bench_count')
  await raw.query('vacuum analyze')
}

/** What the change of the configuration began: recalculation and indexes. */
async function waited(ask: () => Promise<{ n: number }[]>, size: number): Promise<void> {
  for (let turn = 0; turn < 60 + size / 100; turn++) {
    await pause(1_000)
    if ((await ask())[0]!.n === 0) return pause(5_000)
  }
  throw new Error('the recalculation did not end')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const world = await prepare(Number(process.argv[2] ?? 20_000), console.log)
  try {
    for (const row of await formulaRows(world)) console.log(JSON.stringify(row))
  } finally {
    await world.end()
  }
}
