/** A week of twenty people side by side, what recurs among it, and a time that suits ten people and five rooms. */
import { measure, millis, type Row } from './measure.ts'
import type { BenchWorld } from './world.ts'

const week = { from: '2031-01-13T00:00:00Z', until: '2031-01-20T00:00:00Z' }
const months = { from: '2031-01-13T00:00:00Z', until: '2031-02-10T00:00:00Z' }
const people = 20
const series = 300
const events = 3_000

export async function calendarRows(world: BenchWorld): Promise<Row[]> {
  const ids = await fullWeek(world)
  const rooms = await fiveRooms(world)
  const asked = `/api/calendar?${new URLSearchParams({ ...week, people: ids.join(',') })}`
  const raw = () => world.raw.query({ name: 'week', text: rawWeek, values: [ids, week.from, week.until] })
  const [all, busy, plain] = [await alone(() => world.admin.get(asked)), await alone(() => world.seller.get(asked)), await alone(raw)]
  const wish = { people: ids.slice(0, 10), resources: rooms, minutes: 60, ...months }
  const free = await alone(async () => {
    const { status, text } = await world.seller.send('POST', '/api/calendar/free-time', wish)
    if (status !== 200) throw new Error(text.slice(0, 300))
  })
  const row = (work: string, p95: number, limit: number, rawP95: number | null): Row =>
    ({ size: world.size, work, ours: millis(p95), raw: rawP95 === null ? '' : millis(rawP95), ratio: rawP95 === null ? '' : `${(p95 / rawP95).toFixed(1)} ×`, promise: `≤ ${limit} ms`, kept: p95 <= limit })
  const about = `week of ${people} people with ${events.toLocaleString('en')} events, ${series} of them of series`
  return [
    row(`${about}, all seen, one client, p95`, all.p95, 80, plain.p95), row('the same, none seen, only busy time', busy.p95, 80, null),
    row('a time for 10 people and 5 rooms in four weeks, one client, p95', free.p95, 150, null),
  ]
}

const alone = (work: () => Promise<unknown>) => measure(work, { atOnce: 1, seconds: 4 })

const rawWeek = `select a.*, u.name as owner_name from activity a left join "user" u on u.id = a.owner
  where a.owner = any($1::uuid[]) and a.deleted_at is null and ((a.start >= $2 and a.start < $3) or (a.recurrence is not null and a.start < $3 and (a.recurs_until is null or a.recurs_until > $2)))`

/** Nobody's yet in that week; series began most of a year before. */
async function fullWeek({ raw }: BenchWorld): Promise<string[]> {
  const { rows } = await raw.query<{ id: string }>(`select id from "user" where deleted_at is null and active order by id limit ${people}`)
  const ids = rows.map(({ id }) => id)
  const columns = `id, version, created_at, updated_at, search, title, type, state, priority, owner, show_as, sequence, uid, start, "end", moment, participants, recurrence, time_zone`
  await raw.query(`
    insert into activity (${columns})
    select gen_random_uuid(), 1, now(), now(), 'pomiar', 'Pomiar ' || n, 'meeting', 'open', 'normal', ($1::uuid[])[1 + n % ${people}], 'busy', 0, gen_random_uuid()::text, at, at + interval '30 minutes', at,
           case when n % 10 = 0 then array[($1::uuid[])[1 + (n + 7) % ${people}]] end, null, null
      from generate_series(0, ${events - series - 1}) n cross join lateral (select '2031-01-13T06:00:00Z'::timestamptz + (n / ${people} / 27) * interval '1 day' + (n / ${people} % 27) * interval '25 minutes' as at) t`, [ids])
  await raw.query(`
    insert into activity (${columns})
    select gen_random_uuid(), 1, now(), now(), 'pomiar', 'Seria ' || n, 'meeting', 'open', 'normal', ($1::uuid[])[1 + n % ${people}], 'busy', 0, gen_random_uuid()::text, at, at + interval '30 minutes', at, null,
           'FREQ=WEEKLY', 'Europe/Warsaw'
      from generate_series(0, ${series - 1}) n cross join lateral (select '2030-04-01T06:00:00Z'::timestamptz + (n % 5) * interval '1 day' + (n / ${people}) * interval '35 minutes' as at) t`, [ids])
  await raw.query('analyze activity')
  return ids
}

async function fiveRooms({ admin, raw }: BenchWorld): Promise<string[]> {
  const made = async (object: string, values: object): Promise<string> => (JSON.parse((await admin.send('POST', `/api/records/${object}`, values)).text) as { id: string }).id
  const kind = await made('resourceKind', { name: `Sale narad ${Date.now()}` })
  const rooms: string[] = []
  for (let n = 0; n < 5; n++) rooms.push(await made('resource', { name: `Sala narad ${n} ${Date.now()}`, kind }))
  await raw.query('analyze resource')
  for (const [n, resource] of rooms.entries()) for (let day = 13; day < 31; day++) await made('booking', { title: 'Pomiar', resource, start: `2031-01-${day}T0${7 + (n % 2)}:00:00Z`, end: `2031-01-${day}T${10 + n}:00:00Z` })
  return rooms
}
