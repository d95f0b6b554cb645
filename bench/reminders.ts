/** 100,000 reminders of 500 people, due in the same minute: how long until all are told and handed over to the push queue, by two workers. */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from '../src/expression/sql.ts'
import { programCtx } from '../src/server/app/first-run.ts'
import { deliverNotices } from '../src/server/notices/delivery/actions.ts'
import { fireDue } from '../src/server/reminders/index.ts'
import type { Row } from './measure.ts'
import type { BenchWorld } from './world.ts'

const people = 500
const reminders = 100_000
const limitSeconds = 120

export async function reminderRows(world: BenchWorld): Promise<Row[]> {
  const { db } = world.installation
  await prepareReminders(world)
  const began = performance.now()
  const worker = async () => {
    await fireDue({ ...programCtx(world.installation), db, now: new Date() })
    await deliverNotices({ ...programCtx(world.installation), db, now: new Date() })
  }
  // The server beside it is a third worker, and may have some of it in hand when these two are done.
  await Promise.all([worker(), worker()])
  while ((await left(world)) > 0) await pause(100)
  const seconds = (performance.now() - began) / 1_000
  const raw = await rawSeconds(world)
  const [told] = await world.raw.query<{ notices: string; parcels: string; twice: string }>(`
    select count(*) as notices, (select count(*) from outgoing where way = 'push') as parcels,
      (select count(*) from (select from notice_delivery, unnest(parcels) p group by p having count(*) > 1) x) as twice from notice where kind = 'reminder'`).then(({ rows }) => rows)
  const isOnce = Number(told!.notices) === reminders && Number(told!.parcels) === reminders && Number(told!.twice) === 0
  await clear(world)
  return [{
    size: world.size, work: '100,000 reminders of 500 people due in the same minute, told in the application and handed over to push by two workers', ours: `${seconds.toFixed(1)} s`, raw: `${raw.toFixed(1)} s`,
    ratio: `${(seconds / raw).toFixed(1)} ×`, promise: `≤ ${limitSeconds} s, none twice`, kept: isOnce && seconds <= limitSeconds,
  }]
}

async function prepareReminders({ raw, admin }: BenchWorld): Promise<void> {
  await raw.query(`
    insert into "user" (id, version, created_at, updated_at, search, name, mail, active, language, time_zone)
    select gen_random_uuid(), 1, now(), now(), 'pomiar', 'Pomiar ' || n, 'pomiar' || n || '@example.pl', true, 'pl', 'Europe/Warsaw' from generate_series(1, ${people}) n`)
  await raw.query(`
    with them as (select id, row_number() over () as n from "user" where search = 'pomiar')
    insert into activity (id, version, created_at, created_by, updated_at, updated_by, search, owner, title, type, state, priority, start, "end", moment)
    select gen_random_uuid(), 1, now(), $1, now(), $1, 'pomiar', t.id, 'Pomiar ' || n.n, 'meeting', 'open', 'normal', now() + interval '1 hour', now() + interval '2 hours', now()
    from generate_series(0, ${reminders - 1}) n join them t on t.n = n.n % ${people} + 1`, [admin.userId])
  // Nothing is to leave the machine: the lane is down, and what is handed over waits.
  await raw.query(`
    insert into push_subscription (id, person, endpoint, p256dh, auth, device, created_at)
    select gen_random_uuid(), id, 'https://push.invalid/' || id, '', '', 'Firefox', now() from "user" where search = 'pomiar'`)
  await raw.query(`insert into outgoing_lane (way, lane, down_at, tries, paused_at, due_at, failure) values ('push', 'push.invalid', now(), 1, now(), now() + interval '1 hour', '{}')`)
  await raw.query(`
    insert into reminder (id, person, activity, minutes_before, anchor, next_at, fire_at, created_at)
    select gen_random_uuid(), owner, id, 60, start, now(), now(), now() from activity where search = 'pomiar'`)
  await raw.query('analyze activity, reminder, notice')
}

async function left({ installation }: BenchWorld): Promise<number> {
  const [row] = await installation.db.rows<{ count: number }>(sql`
    select (select count(*) from reminder where fire_at <= now()) + (select count(*) from notice where told_at is null) + (select count(*) from notice_delivery where state = 'waiting') as count`)
  return Number(row!.count)
}

/** The same rows, as statements that know nothing of rights, settings and words. */
async function rawSeconds({ raw }: BenchWorld): Promise<number> {
  const began = performance.now()
  await raw.query(`create table bench_notice (like notice including all)`)
  await raw.query(`create table bench_outgoing (like outgoing including all)`)
  await raw.query(`insert into bench_notice select * from notice where kind = 'reminder'`)
  await raw.query(`insert into bench_outgoing select * from outgoing where way = 'push'`)
  await raw.query(`update reminder set fire_at = null where fire_at is null`)
  await raw.query('drop table bench_notice, bench_outgoing')
  return (performance.now() - began) / 1_000
}

async function clear({ raw }: BenchWorld): Promise<void> {
  await raw.query(`delete from reminder; delete from notice where kind = 'reminder'; delete from outgoing where way = 'push'; delete from outgoing_lane where way = 'push'; delete from push_subscription where endpoint like 'https://push.invalid/%'`)
  await raw.query(`delete from activity where search = 'pomiar'; delete from "user" where search = 'pomiar'`)
}
