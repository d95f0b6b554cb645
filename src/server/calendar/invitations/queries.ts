import { name, sql } from '../../../expression/sql.ts'
import type { Language } from '../../../contract/text.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Db } from '../../kernel/db/database.ts'
import type { ShownAttendee } from './contract.ts'
import type { Participation } from '../icalendar/rules.ts'

export const attendeesOf = (db: Db, activity: string): Promise<ShownAttendee[]> =>
  db.rows(sql`
    select t.id, t.version, coalesce(t.name, t.mail) as name, t.mail, t."user", t.person, coalesce(t.answer, 'none') as answer, t.comment, t.answered_at as "answeredAt",
           (select min(k.made_at) from answer_link k where k.attendee = t.id and k.withdrawn_at is null) as "invitedAt"
      from attendee t where t.activity = ${activity} and t.deleted_at is null order by t.created_at, t.id`)

/** A meeting as those who are asked to it may know it; one occurrence goes by its series' name, and its changes come after those of the series. */
export interface Meeting {
  id: string
  uid: string
  sequence: number
  title: string
  start: string | null
  end: string
  allDay: boolean
  zone: string
  place: string | null
  meetingUrl: string | null
  recurrence: string | null
  recursUntil: string | null
  instance: string | null
  series: string | null
  without: string[] | null
  changedAt: string
  isGone: boolean
  owner: string
  organizer: { name: string; mail: string; language: Language }
  invitation: Sent | null
  /** That of the series it is of. */
  seriesInvitation: Sent | null
}

export interface Sent {
  sequence: number
  content: Record<string, unknown> | null
  message: string | null
  sentAt: string
  cancelledAt: string | null
}

/** Also one that is in the trash; whoever asks has been let in, or is the program. */
export async function meetingOf({ db, timeZone }: Pick<Ctx, 'db' | 'timeZone'>, id: string): Promise<Meeting | null> {
  const sent = (alias: string) => sql`case when ${name(alias, 'activity')} is not null then jsonb_build_object('sequence', ${name(alias, 'sequence')}, 'content', ${name(alias, 'content')},
    'message', ${name(alias, 'message')}, 'sentAt', ${name(alias, 'sent_at')}, 'cancelledAt', ${name(alias, 'cancelled_at')}) end`
  const [row] = await db.rows<Meeting>(sql`
    select a.id, coalesce(a.uid, m.uid, a.id || '@sedno') as uid, (coalesce(a.sequence, 0) + coalesce(m.sequence, 0))::int as sequence, a.title, a.start, coalesce(a."end", a.start) as "end",
           coalesce(a.all_day, false) as "allDay", coalesce(nullif(a.time_zone, ''), nullif(m.time_zone, ''), u.time_zone, ${timeZone}) as zone, a.place, a.meeting_url as "meetingUrl", a.recurrence,
           a.recurs_until as "recursUntil", a.instance, a.series, a.updated_at as "changedAt", (a.deleted_at is not null or a.state = 'cancelled') as "isGone", a.owner,
           case when a.recurrence is not null then array(select x.instance from activity x where x.series = a.id and x.instance is not null and x.state = 'cancelled' and x.deleted_at is null) end as without,
           jsonb_build_object('name', u.name, 'mail', u.mail, 'language', u.language) as organizer, ${sent('i')} as invitation, ${sent('j')} as "seriesInvitation"
      from activity a join "user" u on u.id = a.owner left join activity m on m.id = a.series
      left join invitation i on i.activity = a.id left join invitation j on j.activity = a.series
     where a.id = ${id}`)
  return row ?? null
}

/** Whom a letter goes to. */
export interface Receiver {
  id: string
  name: string
  mail: string
  answer: Participation
  language: Language | null
  user: string | null
}

/** People outside who are asked; `also`: those whose invitation went to the trash with the meeting. */
export const outsidersOf = (db: Db, activity: string, also = false): Promise<Receiver[]> =>
  db.rows(sql`select t.id, coalesce(t.name, t.mail) as name, t.mail, coalesce(t.answer, 'none') as answer, null as language, null as user from attendee t
    where t.activity = ${activity} and t."user" is null and t.mail is not null and (t.deleted_at is null or ${also}) order by t.created_at, t.id`)

/** Of these attendees those who hold an invitation. */
export async function invitedAmong(db: Db, attendees: readonly string[]): Promise<Set<string>> {
  const rows = await db.rows<{ id: string }>(sql`select distinct attendee as id from answer_link where attendee = any(${attendees}::uuid[]) and withdrawn_at is null`)
  return new Set(rows.map(({ id }) => id))
}

export interface LinkRow {
  attendee: string
  activity: string
  sequence: number
  answeredAt: string | null
  answer: Participation | null
  withdrawnAt: string | null
  /** The newest version of the meeting that this attendee was told of. */
  newest: number
  name: string
  mail: string | null
  isRemoved: boolean
}

export async function linkByHash(db: Db, hash: string): Promise<LinkRow | null> {
  const [row] = await db.rows<LinkRow>(sql`
    select k.attendee, k.activity, k.sequence, k.answered_at as "answeredAt", k.answer, k.withdrawn_at as "withdrawnAt", coalesce(t.name, t.mail) as name, t.mail,
           (select max(n.sequence) from answer_link n where n.attendee = k.attendee) as newest, t.deleted_at is not null as "isRemoved"
      from answer_link k join attendee t on t.id = k.attendee where k.hash = ${hash}`)
  return row ?? null
}

/** Whom a mail's answer speaks for: the meeting, or the one occurrence of it, and the attendee with this address. */
export async function attendeeByUid(db: Db, { uid, mail, instance }: { uid: string; mail: string; instance: string | null }): Promise<{ attendee: string; activity: string; sequence: number; isOccurrence: boolean } | null> {
  const own = /^([0-9a-f-]{36})@sedno$/i.exec(uid)?.[1] ?? null
  const [row] = await db.rows<{ attendee: string; activity: string; sequence: number; isOccurrence: boolean }>(sql`
    with series as (select a.id from activity a where a.uid = ${uid} or (a.id = ${own}::uuid and a.uid is null)),
    meeting as (select coalesce((select x.id from activity x join series s on x.series = s.id where x.instance = ${instance}::timestamptz and x.deleted_at is null limit 1), (select id from series limit 1)) as id)
    select t.id as attendee, t.activity, coalesce((select max(k.sequence) from answer_link k where k.attendee = t.id), 0)::int as sequence, a.series is not null as "isOccurrence"
      from attendee t join meeting m on m.id = t.activity join activity a on a.id = t.activity
     where lower(t.mail) = lower(${mail}) and t.deleted_at is null and a.deleted_at is null order by t."user" is null desc limit 1`)
  return row ?? null
}
