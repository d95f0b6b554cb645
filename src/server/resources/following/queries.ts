import { sql } from '../../../expression/sql.ts'
import type { Ctx } from '../../kernel/context.ts'
import type { Span } from '../rules.ts'
import type { Attached } from './rules.ts'

const iso = (moment: unknown): string => new Date(moment as string).toISOString()

/** Bookings of these activities. */
export async function attachedTo(ctx: Ctx, activities: readonly string[]): Promise<Attached[]> {
  const rows = await ctx.db.rows<Attached>(sql`
    select b.id, b.activity, b.resource, b.units::int as units, b.state, b.start, b."end", coalesce(b.private, false) as private, coalesce(b.released, false) as released,
           coalesce(r.needs_approval, false) as "needsApproval"
      from booking b join resource r on r.id = b.resource where b.activity = any(${activities}::uuid[]) and b.deleted_at is null order by b.id`)
  return rows.map((row) => ({ ...row, start: iso(row.start), end: iso(row.end) }))
}

/** What another activity would need as well: bookings that hold, with how far they begin and end from the activity itself. */
export async function neededBy(ctx: Ctx, activity: string): Promise<{ resource: string; units: string; owner: string | null; title: string | null; private: boolean | null; leadMs: number; restMs: number }[]> {
  return ctx.db.rows(sql`
    select b.resource, b.units::int::text as units, b.owner, b.title, b.private,
           (extract(epoch from b.start - a.start) * 1000)::float8 as "leadMs", (extract(epoch from b."end" - a."end") * 1000)::float8 as "restMs"
      from booking b join activity a on a.id = b.activity
     where a.id = ${activity} and a.start is not null and a."end" is not null and b.deleted_at is null and b.state in ('booked', 'asked') order by b.id`)
}

export async function timeOf(ctx: Ctx, activity: string): Promise<Span | null> {
  const [row] = await ctx.db.rows<Span>(sql`select start, "end" from activity where id = ${activity} and start is not null and "end" is not null`)
  return row === undefined ? null : { start: iso(row.start), end: iso(row.end) }
}

/** Bookings of activities that recur, and still do when two years have passed or are not over by then. */
export async function endlessSeries(ctx: Ctx): Promise<(Attached & { owner: string | null; resourceName: string })[]> {
  const rows = await ctx.db.rows<{ id: string; activity: string; owner: string | null; resourceName: string }>(sql`
    select b.id, b.activity, b.owner, r.name as "resourceName" from booking b join activity a on a.id = b.activity join resource r on r.id = b.resource
     where b.deleted_at is null and b.state in ('booked', 'asked') and a.deleted_at is null and a.recurrence is not null and (a.recurs_until is null or a.recurs_until > ${ctx.now}) order by b.id`)
  const attached = new Map((await attachedTo(ctx, rows.map(({ activity }) => activity))).map((one) => [one.id, one]))
  return rows.flatMap(({ id, owner, resourceName }) => (attached.has(id) ? [{ ...attached.get(id)!, owner, resourceName }] : []))
}

export interface RecurringRow extends Span {
  id: string
  recurrence: string
  zone: string
}

export async function recurring(ctx: Ctx, activities: readonly string[]): Promise<RecurringRow[]> {
  const rows = await ctx.db.rows<RecurringRow>(sql`
    select a.id, a.start, a."end", a.recurrence, coalesce(nullif(a.time_zone, ''), u.time_zone, ${ctx.timeZone}) as zone
      from activity a left join "user" u on u.id = a.owner
     where a.id = any(${activities}::uuid[]) and a.recurrence is not null and a.start is not null and a."end" is not null and a.deleted_at is null`)
  return rows.map((row) => ({ ...row, start: iso(row.start), end: iso(row.end) }))
}

export interface ExceptionRow {
  series: string
  instance: string
  /** null: that occurrence does not take place. */
  start: string | null
  end: string | null
}

export async function exceptionsOf(ctx: Ctx, series: readonly string[]): Promise<ExceptionRow[]> {
  const rows = await ctx.db.rows<ExceptionRow>(sql`
    select a.series, a.instance, case when a.state <> 'cancelled' then a.start end as start, case when a.state <> 'cancelled' then a."end" end as "end"
      from activity a where a.series = any(${series}::uuid[]) and a.instance is not null and a.deleted_at is null`)
  return rows.map((row) => ({ ...row, instance: iso(row.instance), start: row.start === null ? null : iso(row.start), end: row.end === null ? null : iso(row.end) }))
}

/** Original starts of the occurrences that do without. */
export async function skippedBy(ctx: Ctx, bookings: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await ctx.db.rows<{ booking: string; instance: string }>(sql`select booking, instance from booking_occurrence where booking = any(${bookings}::uuid[]) and skipped`)
  const found = new Map<string, Set<string>>(bookings.map((id) => [id, new Set()]))
  for (const { booking, instance } of rows) found.get(booking)!.add(iso(instance))
  return found
}

/** Said before the booking is made, so that it is made without them. */
export async function skipOccurrences(ctx: Ctx, booking: string, instances: readonly string[]): Promise<void> {
  if (instances.length > 0) await ctx.db.rows(sql`insert into booking_occurrence (booking, instance, skipped) select distinct ${booking}::uuid, i, true from unnest(${instances}::timestamptz[]) i`)
}

export interface Occurrence {
  instance: string
  /** null: the resource is not needed then. */
  during: Span | null
  skipped: boolean
}

/** What a booking held is free from here on, within this transaction. */
export const letGo = (ctx: Ctx, bookings: readonly string[]) => ctx.db.rows(sql`delete from booking_unit where booking = any(${bookings}::uuid[])`)

export async function keepOccurrences(ctx: Ctx, booking: string, occurrences: readonly Occurrence[]): Promise<void> {
  await ctx.db.rows(sql`delete from booking_occurrence where booking = ${booking}`)
  const [instances, starts, ends, skipped] = [occurrences.map(({ instance }) => instance), occurrences.map(({ during }) => during?.start ?? null), occurrences.map(({ during }) => during?.end ?? null), occurrences.map((one) => one.skipped)]
  await ctx.db.rows(sql`
    insert into booking_occurrence (booking, instance, during, skipped)
    select ${booking}, o.instance, case when o.since is not null then tstzrange(o.since, o.until) end, o.skipped
      from unnest(${instances}::timestamptz[], ${starts}::timestamptz[], ${ends}::timestamptz[], ${skipped}::boolean[]) as o(instance, since, until, skipped)`)
}

/** It recurs no more: what is left is its own time. */
export async function endSeries(ctx: Ctx, booking: string): Promise<void> {
  const had = await ctx.db.rows(sql`delete from booking_occurrence where booking = ${booking} returning 1`)
  if (had.length > 0) await takeUnits(ctx, [booking])
}

/** By hand, where no record is written that would make the trigger do it. */
export const takeUnits = (ctx: Ctx, bookings: readonly string[]) => ctx.db.rows(sql`select sedno_take_units(${bookings}::uuid[])`)

/** Those of the times at which so many units cannot be had. Bookings of the resource wait for one another from here on. */
export async function inTheWay(ctx: Ctx, { resource, units }: { resource: string; units: number }, times: readonly Occurrence[]): Promise<string[]> {
  const held = times.filter(({ during }) => during !== null)
  await ctx.db.rows(sql`select from resource where id = ${resource} for no key update`)
  const rows = await ctx.db.rows<{ instance: string }>(sql`
    select t.instance from unnest(${held.map(({ instance }) => instance)}::timestamptz[], ${held.map(({ during }) => during!.start)}::timestamptz[], ${held.map(({ during }) => during!.end)}::timestamptz[]) as t(instance, since, until)
      join resource r on r.id = ${resource}
     where sedno_units_left(r.id, r.quantity::int, tstzrange(t.since, t.until)) < ${units} or not sedno_is_open(r.id, tstzrange(t.since, t.until)) order by 1`)
  return rows.map(({ instance }) => iso(instance))
}
