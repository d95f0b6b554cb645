/** The parts of somebody's day, each by its own index. All are asked in one breath and go to the database in one message. */
import { and, join, name, raw, sql, whole, type Sql } from '../../../expression/sql.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import { visible } from '../../kernel/access/visible.ts'
import type { Ctx } from '../../kernel/context.ts'
import { columnName } from '../../kernel/metadata/naming.ts'
import { prepare } from '../../kernel/records/statements/prepare.ts'

export interface WorkRow {
  id: string
  version: number
  title: string | null
  type: string
  state: string
  priority: string
  due: string | null
  start: string | null
  end: string | null
  all_day: boolean | null
  place: string | null
  company: string | null
  owner: string | null
  delegated_by: string | null
  delegation_note: string | null
  private: boolean | null
  recurrence: string | null
  time_zone: string | null
}

const shown = ['title', 'type', 'state', 'priority', 'due', 'start', 'end', 'allDay', 'place', 'company', 'owner', 'delegatedBy', 'delegationNote', 'private', 'recurrence', 'timeZone'] as const

/** Columns of `v`; empty where the person may not read the field. */
function columns(ctx: Ctx): Sql {
  const { fields } = ctx.registry.object('activity')
  return join([sql`v.id`, sql`v.version`, ...shown.map((field) => {
    const found = fields.find((one) => one.name === field)
    const column = name(found === undefined ? field : columnName(found))
    return canRead(ctx, 'activity', field) ? sql`v.${column}` : sql`null as ${column}`
  })])
}

const open = sql`v.done_at is null`
const me = ({ who }: Ctx): Sql => sql`${who.userId}::uuid`
const moment = (text: string): Sql => sql`${text}::timestamptz`

export interface Some {
  rows: WorkRow[]
  count: number
  exact: boolean
}

const shownRows = 20
const mostCounted = 1_000

async function someOf(ctx: Ctx, where: Sql): Promise<Some> {
  const rows = await prepare<WorkRow & { total: number }>(ctx.db, sql`
    with found as materialized (select ${columns(ctx)} from ${visible(ctx, 'activity')} v where ${where} order by v.due nulls last, v.id limit ${whole(mostCounted + 1)})
    select f.*, (select count(*)::int from found) as total from found f order by f.due nulls last, f.id limit ${whole(shownRows)}`)
  const total = rows[0]?.total ?? 0
  return { rows, count: Math.min(total, mostCounted), exact: total <= mostCounted }
}

export interface Span {
  from: string
  until: string
}

export const dueWithin = (ctx: Ctx, { from, until }: { from: string | null; until: string }): Promise<Some> =>
  someOf(ctx, and([sql`v.owner = ${me(ctx)}`, open, sql`v.due < ${moment(until)}`, ...(from === null ? [] : [sql`v.due >= ${moment(from)}`])]))

export const toAccept = (ctx: Ctx): Promise<Some> => someOf(ctx, and([sql`v.owner = ${me(ctx)}`, open, sql`v.delegation = 'asked'`]))
export const refusedToMe = (ctx: Ctx): Promise<Some> => someOf(ctx, and([sql`v.owner = ${me(ctx)}`, open, sql`v.delegation = 'refused'`]))
export const lateDelegated = (ctx: Ctx, now: string): Promise<Some> => someOf(ctx, and([sql`v.delegated_by = ${me(ctx)}`, sql`v.owner is distinct from ${me(ctx)}`, open, sql`v.due < ${moment(now)}`]))

/** Entries longer than this are found only while they begin within it. */
const longest = raw(`interval '14 days'`)

/**
 * What stands in one's calendar: one's own by their start, and what one takes part in by who takes part. The index of all starts would be
 * gone through for the whole firm, so it is kept out of the latter. Of events that recur, with the moments of occurrences that are entries
 * of their own, or do not take place.
 */
export function calendarOf(ctx: Ctx, { from, until }: Span): Promise<(WorkRow & { moved: string[] | null })[]> {
  const once = and([sql`v.start < ${moment(until)}`, sql`v.start > ${moment(from)} - ${longest}`, sql`coalesce(v."end", v.start) > ${moment(from)}`, sql`v.recurrence is null`, sql`v.state <> 'cancelled'`])
  const recurring = and([open, sql`v.recurrence is not null`, sql`v.start < ${moment(until)}`, sql`(v.recurs_until is null or v.recurs_until > ${moment(from)})`])
  const moved = sql`case when v.recurrence is not null then array(select x.instance from activity x where x.series = v.id and x.instance is not null and x.deleted_at is null) end as moved`
  const select = join([columns(ctx), moved])
  const own = (which: Sql) => sql`select ${select} from ${visible(ctx, 'activity')} v where ${and([sql`v.owner = ${me(ctx)}`, which])}`
  return prepare(ctx.db, sql`
    with taken as materialized (select * from ${visible(ctx, 'activity')} t where t.participants @> array[${me(ctx)}] and t.owner is distinct from ${me(ctx)})
    ${own(once)} union all ${own(recurring)} union all select ${select} from taken v where (${once}) or (${recurring}) limit 2000`)
}

/** How much of one's own is due on each of these days, by the clock of the person's zone. */
export function dueByDay(ctx: Ctx, { from, until }: Span): Promise<{ date: string; count: number }[]> {
  const day = sql`to_char(v.due at time zone ${ctx.timeZone}, 'YYYY-MM-DD')`
  return prepare(ctx.db, sql`
    select ${day} as date, count(*)::int as count from ${visible(ctx, 'activity')} v where v.owner = ${me(ctx)} and ${open} and v.due >= ${moment(from)} and v.due < ${moment(until)} group by 1`)
}

/** Meetings to come that one is asked to and has not answered; none where nobody is invited in this house. */
export async function unanswered(ctx: Ctx, now: string): Promise<WorkRow[]> {
  if (!ctx.registry.objects.has('attendee')) return []
  return prepare(ctx.db, sql`
    select ${columns(ctx)} from ${visible(ctx, 'attendee')} t join ${visible(ctx, 'activity')} v on v.id = t.activity
    where t."user" = ${me(ctx)} and coalesce(t.answer, 'none') = 'none' and v.owner is distinct from ${me(ctx)} and ${open}
      and (v.start > ${moment(now)} or (v.recurrence is not null and (v.recurs_until is null or v.recurs_until > ${moment(now)}))) order by v.start, v.id limit 50`)
}
