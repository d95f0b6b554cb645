import { sql } from '../../expression/sql.ts'
import { visible } from '../kernel/access/visible.ts'
import { program } from '../kernel/access/who.ts'
import type { Ctx } from '../kernel/context.ts'
import type { Db } from '../kernel/db/database.ts'
import type { NoticePriority, NoticeWay } from '../../contract/notices.ts'
import type { ReminderSettings } from './contract.ts'
import { firstSettings, type Armed, type Timing } from './rules.ts'

export interface ReminderRow extends Armed {
  id: string
  person: string
  activity: string
  ways: NoticeWay[] | null
  isDefault: boolean
  fireAt: string | null
  fired: number
}

const columns = sql`r.id, r.person, r.activity, r.minutes_before as "minutesBefore", r.at, r.ways, r.is_default as "isDefault", r.anchor, r.last_anchor as "lastAnchor",
  r.next_at as "nextAt", r.snoozed_until as "snoozedUntil", r.fire_at as "fireAt", r.fired`

export const remindersOf = (db: Db, person: string, activity: string): Promise<ReminderRow[]> =>
  db.rows<ReminderRow>(sql`select ${columns} from reminder r where r.person = ${person} and r.activity = ${activity} order by r.minutes_before desc nulls last, r.at, r.id`)

export const ownReminder = async ({ db, who }: Ctx, id: string): Promise<ReminderRow | null> =>
  (await db.rows<ReminderRow>(sql`select ${columns} from reminder r where r.id = ${id} and r.person = ${who.userId} for update`))[0] ?? null

/** Person by person, for each is asked what he may see; what another worker has is his. */
export const takeDue = (tx: Db, now: Date, limit: number): Promise<ReminderRow[]> =>
  tx.rows<ReminderRow>(sql`select ${columns} from reminder r where r.fire_at <= ${now} order by r.person, r.id limit ${limit} for update skip locked`)

export const takeOfActivities = (tx: Db, activities: readonly string[]): Promise<ReminderRow[]> =>
  tx.rows<ReminderRow>(sql`select ${columns} from reminder r where r.activity = any(${activities}::uuid[]) order by r.id for update`)

export interface ActivityFacts extends Timing {
  id: string
  title: string
  priority: NoticePriority
  place: string | null
}

/** As the program sees them: whether the person may see what he is reminded of is asked when he is told. Those in the trash are none. */
export async function factsOf(ctx: Ctx, activities: readonly string[]): Promise<Map<string, ActivityFacts>> {
  const rows = await ctx.db.rows<ActivityFacts>(sql`
    select a.id, a.title, a.priority, a.place, a.start, a.due, a.state in ('done', 'cancelled') as "isClosed", nullif(a.recurrence, '') as recurrence,
      coalesce(nullif(a.time_zone, ''), u.time_zone, ${ctx.timeZone}) as zone,
      case when nullif(a.recurrence, '') is null then '[]' else (
        select coalesce(jsonb_agg(jsonb_build_object('instance', x.instance, 'start', case when x.state = 'cancelled' then null else x.start end)), '[]')
        from ${visible({ ...ctx, who: program }, 'activity')} x where x.series = a.id and x.instance is not null) end as exceptions
    from ${visible({ ...ctx, who: program }, 'activity')} a left join "user" u on u.id = a.owner where a.id = any(${[...new Set(activities)]}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

export async function zonesOf(db: Db, people: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.rows<{ id: string; zone: string }>(sql`select id, time_zone as zone from "user" where id = any(${[...new Set(people)]}::uuid[])`)
  return new Map(rows.map(({ id, zone }) => [id, zone]))
}

export const noticeKey = (id: string, fired: number): string => `reminder:${id}:${fired}`

/** Notices of reminders that nobody has read, put off or dismissed; each is found by the key it was announced with. */
export const ringingOf = ({ db, who, now }: Ctx): Promise<{ id: string; notice: string; activity: string }[]> =>
  db.rows(sql`
    select r.id, n.id as notice, r.activity from notice n join reminder r on r.person = n.person and n.key = 'reminder:' || r.id || ':' || r.fired
    where n.person = ${who.userId} and n.told_at > ${now}::timestamptz - interval '12 hours' and n.read_at is null order by n.id desc limit 20`)

export async function settingsOf(db: Db, person: string): Promise<ReminderSettings> {
  const [row] = await db.rows<{ settings: ReminderSettings }>(sql`select settings from reminder_settings where person = ${person}`)
  return row?.settings ?? firstSettings
}

export interface Fresh {
  activity: string
  person: string
  settings: ReminderSettings | null
}

/** Activities that begin, made by the one whose they are, and what he set for such. Occurrences that stand for one of a series have the series' reminders. */
export const freshOf = (ctx: Ctx, activities: readonly string[]): Promise<(Fresh & { type: string })[]> =>
  ctx.db.rows(sql`
    select a.id as activity, a.owner as person, a.type, s.settings from ${visible({ ...ctx, who: program }, 'activity')} a left join reminder_settings s on s.person = a.owner
    where a.id = any(${activities}::uuid[]) and a.start is not null and a.owner = a.created_by and a.series is null and (a.start > ${ctx.now} or nullif(a.recurrence, '') is not null)`)

interface Carried {
  activity: string
  person: string
  minutesBefore: number | null
  at: string | null
  ways: NoticeWay[] | null
  isDefault: boolean
}

/** Reminders of the task before, of tasks that follow one another in a series; those at a moment as long before the new due time. What is there already is not told again. */
export const carriedOn = (ctx: Ctx, activities: readonly string[]): Promise<Carried[]> =>
  ctx.db.rows(sql`
    select a.id as activity, r.person, r.minutes_before as "minutesBefore", m.at, r.ways, r.is_default as "isDefault" from ${visible({ ...ctx, who: program }, 'activity')} a
    join ${visible({ ...ctx, who: program }, 'activity')} p on p.id = a.previous and coalesce(p.series, p.id) = a.series join reminder r on r.activity = p.id
    cross join lateral (select to_char((r.at + (a.due - p.due)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at) m
    where a.id = any(${activities}::uuid[]) and a.start is null and a.due is not null and (r.at is null or p.due is not null)
      and not exists (select from reminder x where x.activity = a.id and x.person = r.person and x.at = m.at::timestamptz)`)

/** Moments that come within the next minute and a little, when the clock calls again. */
export const soonOf = async ({ db, now }: Ctx): Promise<Date[]> =>
  (await db.rows<{ at: string }>(sql`select distinct fire_at as at from reminder where fire_at > ${now} and fire_at <= ${now}::timestamptz + interval '75 seconds' order by 1 limit 100`)).map(({ at }) => new Date(at))
