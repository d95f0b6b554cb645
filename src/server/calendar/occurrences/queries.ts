import { sql, type Sql } from '../../../expression/sql.ts'
import { mayVerb, rowRule } from '../../kernel/access/row-rule.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { CalendarPerson } from './contract.ts'

export interface Asked {
  people: readonly string[]
  from: string
  until: string
}

/** What decides when something takes place. `exceptions`: original starts of occurrences that other records stand for. */
export interface Timed {
  start: string
  end: string
  allDay: boolean
  recurrence: string | null
  zone: string
  exceptions: string[] | null
}

export interface SeenRow extends Timed {
  id: string
  version: number
  owner: string | null
  participants: string[]
  title: string | null
  type: string | null
  state: string | null
  place: string | null
  showAs: string | null
  company: string | null
  people: string[] | null
  isPrivate: boolean | null
  series: string | null
  instance: string | null
  canMove: boolean
}

/** Nothing but times. */
export interface BusyRow extends Timed {
  person: string
  showAs: string | null
}

/**
 * Ids of what may take place in the span with these people: what begins a day before it or in it, found by its start, and what lasts longer
 * or recurs, found among its kind. The indexes of these few are made in background.ts.
 */
export async function foundIn({ db }: Ctx, { people, from, until }: Asked): Promise<string[]> {
  const began = sql`a.start >= ${from}::timestamptz - interval '1 day' and a.start < ${until}::timestamptz`
  const lasting = sql`a.start is not null and (a.recurrence is not null or a."end" - a.start > interval '1 day') and coalesce(a.recurs_until, case when a.recurrence is null then a."end" else 'infinity' end) > ${from}::timestamptz and a.start < ${until}::timestamptz`
  const whose = [sql`a.owner = any(${people}::uuid[])`, sql`a.participants && ${people}::uuid[]`]
  const found = whose.flatMap((theirs) => [began, lasting].map((when) => sql`select a.id from activity a where ${theirs} and ${when}`)).reduce((all, one) => sql`${all} union ${one}`)
  return (await db.rows<{ id: string }>(found)).map(({ id }) => id)
}

/** Of what was found that which is in the span, or may be, for what recurs. */
const within = ({ from, until }: Asked): Sql => sql`a.state <> 'cancelled' and a.start < ${until}::timestamptz and case
  when a.recurrence is null then coalesce(a."end", a.start) > ${from}::timestamptz or a.start >= ${from}::timestamptz
  else a.recurs_until is null or a.recurs_until > ${from}::timestamptz end`

/** Its zone matters only where days are counted. */
const times = (ctx: Ctx): Sql => sql`a.start, coalesce(a."end", a.start) as "end", coalesce(a.all_day, false) as "allDay", a.recurrence,
  case when a.recurrence is not null or a.all_day then coalesce(nullif(a.time_zone, ''), (select u.time_zone from "user" u where u.id = a.owner), ${ctx.timeZone}) else ${ctx.timeZone} end as zone,
  case when a.recurrence is not null then array(select x.instance from activity x where x.series = a.id and x.instance is not null and x.deleted_at is null) end as exceptions`

/** A rule over what is not filled in says neither yes nor no. */
const mayChangeOf = (ctx: Ctx): Sql => (mayVerb(ctx, 'activity', 'change') ? sql`coalesce(${rowRule(ctx, 'activity', 'change', 'a')}, false)` : sql`false`)

/** What the caller may see; the row rule comes with the table. Fields are for the caller to judge (fieldAccess). */
export async function seenIn(ctx: Ctx, asked: Asked, found: readonly string[]): Promise<SeenRow[]> {
  if (found.length === 0) return []
  const mayChange = mayChangeOf(ctx)
  return ctx.db.rows<SeenRow>(sql`
    select a.id, a.version, a.owner, coalesce(a.participants, '{}') as participants, a.title, a.type, a.state, a.place, a.show_as as "showAs", a.company, a.people,
           a.private as "isPrivate", a.series, a.instance, ${mayChange} as "canMove", ${times(ctx)}
      from unnest(${found}::uuid[]) as found(id) join ${visible(ctx, 'activity')} a on a.id = found.id
     where ${within(asked)} order by a.start`)
}

/**
 * When these people are busy, whoever asks and whatever it is: the one question that goes past the row rule, because everybody may know when
 * a colleague has no time. So it tells times alone: no id, no words, nobody else who takes part, and nothing at all of what takes no time.
 * `found`: without what the caller sees anyway. Whoever said that he will not come has that time.
 */
export async function busyIn(ctx: Ctx, asked: Asked, found: readonly string[]): Promise<BusyRow[]> {
  if (found.length === 0) return []
  return ctx.db.rows<BusyRow>(sql`
    select who.person, a.show_as as "showAs", ${times(ctx)}
      from unnest(${found}::uuid[]) as found(id) join activity a on a.id = found.id
      cross join lateral unnest(array_append(array_remove(a.participants, a.owner), a.owner)) as who(person)
     where a.deleted_at is null and who.person = any(${asked.people}::uuid[]) and coalesce(a.show_as, 'busy') <> 'free' and ${within(asked)}
       and not exists (select 1 from attendee t where t.activity = a.id and t."user" = who.person and t.answer = 'no' and t.deleted_at is null)`)
}

export interface TaskRow {
  id: string
  version: number
  owner: string
  due: string
  title: string | null
  type: string | null
  state: string | null
  company: string | null
  canMove: boolean
}

export function tasksIn(ctx: Ctx, { people, from, until }: Asked): Promise<TaskRow[]> {
  const mayChange = mayChangeOf(ctx)
  return ctx.db.rows<TaskRow>(sql`select a.id, a.version, a.owner, a.due, a.title, a.type, a.state, a.company, ${mayChange} as "canMove" from ${visible(ctx, 'activity')} a
    where a.owner = any(${people}::uuid[]) and a.start is null and a.due >= ${from} and a.due < ${until} and a.state <> 'cancelled' order by a.due, a.id limit 5000`)
}

/** Names of those of these records that the caller may see. */
export async function namesOf(ctx: Ctx, object: 'company' | 'person', ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0 || !mayVerb(ctx, object, 'read')) return new Map()
  const rows = await ctx.db.rows<{ id: string; name: string }>(sql`select o.id, o.name from ${visible(ctx, object)} o where o.id = any(${ids}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The people asked for, by their ids, by their teams and the caller himself, with what he may do in their calendars. */
export function peopleOf(ctx: Ctx, { people, teams, mine }: { people: readonly string[]; teams: readonly string[]; mine: boolean }): Promise<CalendarPerson[]> {
  const me = ctx.who.userId
  return ctx.db.rows<CalendarPerson>(sql`
    select u.id, u.name, u.time_zone as "timeZone", case when u.id = ${me} then 'own' when ${ctx.who.all} then 'edit' else coalesce(s.level, 'busy') end as level
      from "user" u left join calendar_share s on s.owner = u.id and s.person = ${me} and s.deleted_at is null
     where u.deleted_at is null and (u.id = any(${people}::uuid[]) or (u.active and u.teams && ${teams}::uuid[]) or (${mine} and u.id = ${me})) order by u.name, u.id limit 201`)
}

/** How each of these people answered, by activity and person. */
export async function answersOf(ctx: Ctx, activities: readonly string[], people: readonly string[]): Promise<Map<string, string>> {
  if (activities.length === 0) return new Map()
  const rows = await ctx.db.rows<{ key: string; answer: string }>(sql`select t.activity || ' ' || t."user" as key, t.answer from attendee t
    where t.activity = any(${activities}::uuid[]) and t."user" = any(${people}::uuid[]) and t.deleted_at is null`)
  return new Map(rows.map(({ key, answer }) => [key, answer]))
}

/** Who is let into the caller's calendar, and into whose he is. */
export async function sharesOf(ctx: Ctx) {
  const me = ctx.who.userId
  const given = await ctx.db.rows<{ id: string; version: number; person: { id: string; name: string }; level: string }>(sql`
    select s.id, s.version, jsonb_build_object('id', u.id, 'name', u.name) as person, s.level from calendar_share s join "user" u on u.id = s.person
     where s.owner = ${me} and s.deleted_at is null order by u.name, u.id`)
  const received = await ctx.db.rows<{ owner: { id: string; name: string }; level: string }>(sql`
    select jsonb_build_object('id', u.id, 'name', u.name) as owner, s.level from calendar_share s join "user" u on u.id = s.owner
     where s.person = ${me} and s.deleted_at is null and u.active order by u.name, u.id`)
  return { given, received }
}
