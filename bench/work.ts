/** The time line of a great customer, my day, and a meeting with its reminders and its room, against the same rows by raw SQL. */
import { newId } from '../src/server/kernel/db/uuid7.ts'
import { inTurns, measure, millis, percent, rate, type Row } from './measure.ts'
import type { BenchWorld } from './world.ts'

export async function workRows(world: BenchWorld): Promise<Row[]> {
  return [...(await timelineRows(world)), await myDayRow(world), await createRow(world)]
}

/** The customer with the longest history; the salesperson of this run is made its owner, so that he sees it. */
async function greatCustomer(world: BenchWorld): Promise<string> {
  const { rows } = await world.raw.query<{ id: string }>(`select id from company where external_id = 'K0000001'`)
  await world.raw.query(`update company set owner = $1 where id = $2`, [world.seller.userId, rows[0]!.id])
  return rows[0]!.id
}

const shown = `a.id, a.moment, a.title, a.type, a.state, a.priority, a.description, a.start, a."end", a.all_day, a.due, a.done_at, a.outcome, a.outcome_note, a.recurrence, a.people, u.name as owner_name,
  (select json_agg(json_build_object('id', p.id, 'name', p.name)) from person p where p.id = any(a.people) and p.deleted_at is null) as people_names`
const mine = `a.deleted_at is null and a.private is not true and a.company = $1`
const open = `a.done_at is null and (a.due is not null or a.start is null or a."end" > now())`
/** The same entries: what is planned, what was, notes, and changes of data with who made them. */
const rawParts = [
  `select ${shown} from (select * from activity a where ${mine} and ${open} order by a.moment, a.id limit 51) a left join "user" u on u.id = a.owner order by a.moment, a.id`,
  `select ${shown} from (select * from activity a where ${mine} and not (${open}) order by a.moment desc, a.id desc limit 51) a left join "user" u on u.id = a.owner order by a.moment desc, a.id desc`,
  `select n.id, n.created_at, n.title, n.text, u.name as by_name from note n left join "user" u on u.id = n.created_by where n.company = $1 and n.deleted_at is null order by n.created_at desc, n.id desc limit 51`,
  `select h.id, h.at, h.verb, h.changes, u.name as by_name from history h left join "user" u on u.id = h.by where h.object = 'company' and h.record = $1 order by h.at desc, h.id desc limit 51`,
]

async function timelineRows(world: BenchWorld): Promise<Row[]> {
  const id = await greatCustomer(world)
  const { rows } = await world.raw.query<{ count: string; all: string }>(`select count(*) filter (where company = $1) as count, count(*) as all from activity`, [id])
  const about = `time line of a customer with ${Number(rows[0]!.count).toLocaleString('en')} of ${Number(rows[0]!.all).toLocaleString('en')} activities, first page`
  const raw = async () => JSON.stringify(await Promise.all(rawParts.map(async (text, n) => (await world.raw.query({ name: `timeline-${n}`, text, values: [id] })).rows)))
  const ours = () => world.seller.get(`/api/records/company/${id}/timeline?limit=50`)
  const many = await inTurns(ours, raw, 8)
  const alone = await inTurns(ours, raw, 1)
  const share = many.ours.perSecond / many.raw.perSecond
  return [
    { size: world.size, work: about, ours: rate(many.ours), raw: rate(many.raw), ratio: percent(share), promise: '≥ 40 %', kept: share >= 0.4 },
    { size: world.size, work: 'the same, one client, p95', ours: millis(alone.ours.p95), raw: millis(alone.raw.p95), ratio: '', promise: '≤ 30 ms', kept: alone.ours.p95 <= 30 },
  ]
}

async function myDayRow(world: BenchWorld): Promise<Row> {
  const alone = await measure(() => world.seller.get('/api/my-day'), { atOnce: 1 })
  return { size: world.size, work: 'my day, one client, p95', ours: millis(alone.p95), raw: '', ratio: '', promise: '≤ 60 ms', kept: alone.p95 <= 60 }
}

const hourMs = 3_600_000
/** Each meeting has an hour of its own, far ahead, so that the room is always free. */
let hours = 0
const nextSpan = (): { start: string; end: string } => {
  const start = Date.UTC(2030, 0, 1) + hours++ * hourMs
  return { start: new Date(start).toISOString(), end: new Date(start + hourMs).toISOString() }
}

async function roomToBook(world: BenchWorld): Promise<string> {
  const made = async (object: string, values: object): Promise<string> => (JSON.parse((await world.admin.send('POST', `/api/records/${object}`, values)).text) as { id: string }).id
  return made('resource', { name: `Sala pomiarowa ${newId()}`, kind: await made('resourceKind', { name: `Sale ${newId()}` }) })
}

/** Three requests of one person: the meeting, its reminders, its room. */
async function createRow(world: BenchWorld): Promise<Row> {
  const room = await roomToBook(world)
  const expect = ({ status, text }: { status: number; text: string }, wanted: number): { id: string } => {
    if (status !== wanted) throw new Error(`${status} ${text.slice(0, 300)}`)
    return JSON.parse(text) as { id: string }
  }
  const ours = async (n: number) => {
    const span = nextSpan()
    const { id } = expect(await world.admin.send('POST', '/api/records/activity', { title: `Pomiar ${n}`, type: 'meeting', ...span }), 201)
    expect(await world.admin.send('POST', '/api/reminders', { activity: id, reminders: [{ minutesBefore: 7 }, { minutesBefore: 61 }, { minutesBefore: 1_441 }] }), 200)
    expect(await world.admin.send('POST', '/api/records/booking', { title: `Pomiar ${n}`, resource: room, activity: id, ...span }), 201)
  }
  const many = await inTurns(ours, (n) => rawCreate(world, { n, room }), 8)
  const share = many.ours.perSecond / many.raw.perSecond
  return { size: world.size, work: 'create a meeting with three reminders and a booking', ours: rate(many.ours), raw: rate(many.raw), ratio: percent(share), promise: '≥ 35 %', kept: share >= 0.35 }
}

const insertActivity = `insert into activity (id, version, created_at, created_by, updated_at, updated_by, search, owner, title, type, state, priority, start, "end", moment, show_as, uid, sequence)
  values ($1, 1, now(), $2, now(), $2, $3, $2, $4, 'meeting', 'open', 'normal', $5, $6, $5, 'busy', $7, 0)`
const insertReminder = `insert into reminder (id, person, activity, minutes_before, is_default, anchor, next_at, fire_at, created_at)
  select gen_random_uuid(), $1::uuid, $2::uuid, m, false, $3::timestamptz, $3::timestamptz - m * interval '1 minute', $3::timestamptz - m * interval '1 minute', now() from unnest(array[7, 61, 1441]) m`
const insertBooking = `insert into booking (id, version, created_at, created_by, updated_at, updated_by, search, owner, title, resource, activity, start, "end", units, state)
  values ($1, 1, now(), $2, now(), $2, $3, $2, $4, $5, $6, $7, $8, 1, 'booked')`
const insertHistory = `insert into history (id, at, by, object, record, version, verb, changes, via, trace) values ($1, now(), $2, $3, $4, 1, 'create', '{}', 'web', 'raw')`
const insertOutbox = `insert into outbox (at, object, record, version, verb, fields, by) values (now(), $1, $2, 1, 'create', '{title,start,end}', $3)`

/** The trigger that keeps the units of a room belongs to the table: it runs here too. */
async function rawCreate(world: BenchWorld, { n, room }: { n: number; room: string }): Promise<void> {
  const client = await world.raw.connect()
  const [by, activity, booking, span, title] = [world.admin.userId, newId(), newId(), nextSpan(), `Pomiar ${n}`]
  try {
    await client.query('begin')
    await client.query({ name: 'w1', text: insertActivity, values: [activity, by, title.toLowerCase(), title, span.start, span.end, newId()] })
    await client.query({ name: 'w2', text: insertReminder, values: [by, activity, span.start] })
    await client.query({ name: 'w3', text: insertBooking, values: [booking, by, title.toLowerCase(), title, room, activity, span.start, span.end] })
    for (const [object, record] of [['activity', activity], ['booking', booking]]) {
      await client.query({ name: 'w4', text: insertHistory, values: [newId(), by, object, record] })
      await client.query({ name: 'w5', text: insertOutbox, values: [object, record, by] })
    }
    await client.query('commit')
  } finally {
    client.release()
  }
}
