/** A pipeline of 200,000 opportunities: its board against the same rows by raw SQL, what became of them, and where the quarter will end. */
import type { BoardAnswer } from '../src/contract/records.ts'
import type { Forecast, Funnel } from '../src/server/sales/contract.ts'
import { inTurns, measure, medianAndLeast, percent, rate, type Row } from './measure.ts'
import type { BenchWorld } from './world.ts'

const [deals, openDeals, cards] = [200_000, 5_000, 25]
const name = 'Pomiar lejka'
const stages = [['Zapytanie', 10, 7], ['Potrzeby', 20, 14], ['Koncepcja', 35, 21], ['Oferta', 50, 21], ['Negocjacje', 70, 14], ['Umowa', 90, 10]] as const

export async function salesRows(world: BenchWorld): Promise<Row[]> {
  const pipeline = await prepareDeals(world)
  return [await boardRow(world, pipeline), ...(await funnelRows(world, pipeline)), await forecastRow(world, pipeline)]
}

// ---- Board ------------------------------------------------------------------------------------------------------

const mine = `o.deleted_at is null and o.state = 'open' and o.owner = any($2)`
const rawCards = `
  select s.id as stage, c.* from stage s cross join lateral (
    select o.id, o.version, o.name, o.company, v.name as company_name, o.amount_amount, o.amount_currency, o.expected_on, o.stage_since, now() - o.stage_since > s.days * interval '1 day' as rotting,
           (select min(a.moment) from activity a where a.opportunity = o.id and a.done_at is null and a.deleted_at is null and a.private is not true) as next_activity
      from opportunity o left join company v on v.id = o.company and v.deleted_at is null where o.stage = s.id and ${mine} order by o.expected_on, o.id limit ${cards + 1}) c
   where s.pipeline = $1 and s.deleted_at is null order by s.position, c.expected_on, c.id`
const rawSums = `
  select o.stage, count(*)::int as count, sum(o.amount_base)::text as amount, sum(round(o.amount_base * o.probability / 100, 2))::text as weighted, (count(*) filter (where o.amount_amount is not null and o.amount_base is null))::int as without
    from opportunity o where o.pipeline = $1 and ${mine} group by o.stage`

async function boardRow({ raw, seller, size }: BenchWorld, pipeline: string): Promise<Row> {
  const values = [pipeline, seller.teamMates]
  const path = `/api/records/opportunity/board?in=${pipeline}&where=${encodeURIComponent("state = 'open'")}&order=expectedOn&measures=count,sum(amountBase),sum(weighted),count(amount),count(amountBase)&limit=${cards}&columns=name,company,amount,expectedOn,stageSince,rotting,nextActivity`
  const byHand = () => Promise.all([raw.query({ name: 'board-cards', text: rawCards, values }), raw.query({ name: 'board-sums', text: rawSums, values })])
  const { columns, groups, pages } = JSON.parse(await seller.get(path)) as BoardAnswer
  const [{ rows: wanted }, { rows: sums }] = await byHand()
  const sumOf = (stage: string) => sums.find((one: { stage: string }) => one.stage === stage) as { count: number; amount: string } | undefined
  const isSame = columns.rows.length === stages.length && columns.rows.every(({ id: stage }, place) => {
    const expected = wanted.filter((one: { stage: string }) => one.stage === stage).slice(0, cards).map(({ id }: { id: string }) => id)
    const group = groups.find((one) => (one['stage'] as { id: string }).id === stage)
    const { rows } = pages[place]!
    return group?.['count'] === sumOf(stage)?.count && Number(group?.['sum_amountBase']) === Number(sumOf(stage)?.amount) && rows.length === cards && rows.every(({ id }, n) => id === expected[n])
  })
  const { ours, raw: hand } = await inTurns(() => seller.get(path), async () => JSON.stringify((await byHand()).map(({ rows }) => rows)), 8)
  const share = ours.perSecond / hand.perSecond
  return {
    size, work: `board of ${deals.toLocaleString('en')} opportunities: 6 stages, the first ${cards} cards of each and sums, in one request`, ours: rate(ours), raw: rate(hand), ratio: percent(share), promise: '≥ 40 %, the same cards and sums', kept: isSame && share >= 0.4,
  }
}

// ---- What became of them, and what will --------------------------------------------------------------------------

async function funnelRows({ admin, seller, size }: BenchWorld, pipeline: string): Promise<Row[]> {
  const path = `/api/sales/funnel?pipeline=${pipeline}`
  const { figures, steps } = JSON.parse(await admin.get(path)) as Funnel
  const whole = figures.count === deals && steps.length === stages.length && steps[0]!.reached === deals
  const all = await measure(() => admin.get(path), { atOnce: 1, warmUp: 3 })
  const byOwner = await measure(() => admin.get(`${path}&by=owner`), { atOnce: 1, warmUp: 3 })
  const ofTeam = await measure(() => seller.get(path), { atOnce: 1, warmUp: 3 })
  const base = { size, raw: '', ratio: '' }
  return [
    { ...base, work: `funnel, conversion, times and cohorts of ${deals.toLocaleString('en')} opportunities, one client, median`, ours: medianAndLeast(all), promise: '≤ 400 ms', kept: whole && all.p50 <= 400 },
    { ...base, work: 'the same funnel and by each person, median', ours: medianAndLeast(byOwner), promise: 'told', kept: true },
    { ...base, work: 'the same funnel of what a team may see, median', ours: medianAndLeast(ofTeam), promise: 'told', kept: true },
  ]
}

async function forecastRow({ admin, size }: BenchWorld, pipeline: string): Promise<Row> {
  const path = `/api/sales/forecast?pipeline=${pipeline}&unit=quarter`
  const { basis } = JSON.parse(await admin.get(path)) as Forecast
  const told = await measure(() => admin.get(path), { atOnce: 1, warmUp: 2 })
  return {
    size, work: `forecast of ${basis.open.toLocaleString('en')} open deals in ${basis.runs.toLocaleString('en')} runs from ${basis.history.toLocaleString('en')} closed, one client, median`, raw: '', ratio: '',
    ours: medianAndLeast(told), promise: '≤ 1 s', kept: basis.open === openDeals && basis.runs === 10_000 && told.p50 <= 1_000,
  }
}

// ---- The deals --------------------------------------------------------------------------------------------------

/** Five years of deals of everybody, worth very different sums; what is open began in the last months. Gives the pipeline's id. */
async function prepareDeals({ raw }: BenchWorld): Promise<string> {
  const known = await raw.query<{ id: string }>(`select id from pipeline where name = $1`, [name])
  if (known.rows[0] !== undefined) return known.rows[0].id
  const record = `gen_random_uuid(), 1, now(), now()`
  const { rows: [made] } = await raw.query<{ id: string }>(`insert into pipeline (id, version, created_at, updated_at, search, name, active, position) values (${record}, '', $1, true, 99) returning id`, [name])
  const pipeline = made!.id
  for (const [at, [called, probability, days]] of stages.entries()) {
    await raw.query(`insert into stage (id, version, created_at, updated_at, search, name, pipeline, position, probability, days, category) values (${record}, '', $1, $2, $3, $4, $5, 'pipeline')`, [called, pipeline, at + 1, probability, days])
  }
  await raw.query(dealsOf, [pipeline])
  await raw.query(staysOf, [pipeline])
  await raw.query(activitiesOf, [pipeline])
  await raw.query('vacuum analyze opportunity, stage_stay, activity, stage')
  return pipeline
}

/** Numbers that look like chance and are the same in each run. */
const chance = (of: string, salt: number): string => `(('x' || substr(md5(${of} || '-${salt}'), 1, 8))::bit(32)::bigint / 4294967296.0)`

const dealsOf = `
  with people as (select array_agg(id order by id) as ids from "user" where position = 'Handlowiec'), firms as (select array_agg(id) as ids from (select id from company where deleted_at is null limit 20000) c),
  steps as (select array_agg(id order by position) as ids, array_agg(probability order by position) as chances from stage where pipeline = $1),
  drawn as (select n, n <= ${openDeals} as is_open, ${chance('n::text', 1)} as a, ${chance('n::text', 2)} as b, ${chance('n::text', 3)} as c, ${chance('n::text', 4)} as d from generate_series(1, ${deals}) n),
  shaped as (select *, case when is_open then 'open' when a < 0.4 then 'won' else 'lost' end as state, case when not is_open and a < 0.4 then 6 else 1 + floor(b * b * 6)::int end as place,
    now() - case when is_open then 1 + c * 90 else 60 + c * 1765 end * interval '1 day' as began, round((exp(8 + 3 * d))::numeric, 2) as worth from drawn)
  insert into opportunity (id, version, created_at, updated_at, search, owner, name, number, company, pipeline, stage, furthest, state, amount_amount, amount_currency, amount_base, probability, category, expected_on, closed_on, stage_since, source, market, lost_reason)
  select gen_random_uuid(), 1, began, began, 'pomiar ' || n, people.ids[1 + n % cardinality(people.ids)], 'Pomiar ' || n, 'POM/' || n, firms.ids[1 + n % cardinality(firms.ids)], $1, steps.ids[place], steps.ids[place], state, worth, 'PLN', worth,
         case state when 'won' then 100 when 'lost' then 0 else steps.chances[place] end, 'pipeline', (began + (40 + 80 * d) * interval '1 day')::date, case when state <> 'open' then least(now(), began + (20 + 120 * b) * interval '1 day')::date end,
         least(now(), began + (place - 1) * 9 * interval '1 day'), (array['website', 'referral', 'tradeFair'])[1 + n % 3], 'domestic', case when state = 'lost' then (array['price', 'noBudget', 'noDecision'])[1 + n % 3] end
    from shaped, people, firms, steps`

/** A stay of some nine days in each stage up to the furthest. */
const staysOf = `
  insert into stage_stay (id, version, created_at, updated_at, search, opportunity, pipeline, stage, seller, since, until, expected_on, left_for, state)
  select gen_random_uuid(), 1, o.created_at, o.created_at, '', o.id, $1, s.id, o.owner, o.created_at + (s.position - 1)::int * 9 * interval '1 day',
         case when s.id <> o.stage then o.created_at + s.position::int * 9 * interval '1 day' + (hashtext(o.name) % 90) * interval '1 hour' when o.state <> 'open' then greatest(o.closed_on, o.created_at + (s.position - 1)::int * 9 * interval '1 day') end, o.expected_on, null, o.state
    from opportunity o join stage f on f.id = o.furthest join stage s on s.pipeline = $1 and s.position <= f.position where o.pipeline = $1`

/** Two done on every deal that was won, one ahead on every open one. */
const activitiesOf = `
  insert into activity (id, version, created_at, updated_at, search, owner, title, type, state, priority, start, "end", moment, done_at, opportunity)
  select gen_random_uuid(), 1, now(), now(), 'pomiar', o.owner, 'Pomiar', 'phoneCall', case o.state when 'won' then 'done' else 'open' end, 'normal', m.at, m.at, m.at, case o.state when 'won' then m.at end, o.id
    from opportunity o cross join lateral (select case o.state when 'won' then o.created_at + k * interval '5 day' else now() + (1 + k * 3) * interval '1 day' end as at from generate_series(1, case o.state when 'won' then 2 else 1 end) k) m
   where o.pipeline = $1 and o.state in ('open', 'won')`
