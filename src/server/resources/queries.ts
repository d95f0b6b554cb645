import { sql } from '../../expression/sql.ts'
import { visible } from '../kernel/access/visible.ts'
import type { Ctx } from '../kernel/context.ts'
import { fullTimes, type Span } from './rules.ts'

export interface UnavailableTime extends Span {
  resource: string
}

/**
 * Times within [from, until) in which fewer than `units` of a resource can be had: given to others, or closed. Says nothing of by whom, so
 * it may be shown to everybody. Resources that are not there have none.
 */
export async function bookedTimes(ctx: Ctx, resources: readonly string[], { from, until, units = 1, except = null }: { from: string; until: string; units?: number; except?: string | null }): Promise<UnavailableTime[]> {
  if (resources.length === 0) return []
  const taken = await ctx.db.rows<Span & { resource: string; quantity: number; units: number }>(sql`
    select r.id as resource, r.quantity::int as quantity, lower(k.during) as start, upper(k.during) as end, count(*)::int as units
      from booking_unit k join resource r on r.id = k.resource
     where k.resource = any(${resources}::uuid[]) and k.during && tstzrange(${from}, ${until}) and k.booking is distinct from ${except}::uuid
     group by r.id, k.booking, k.during`)
  const closed = await closedTimes(ctx, resources, { from, until })
  return resources.flatMap((resource) => {
    const own = taken.filter((one) => one.resource === resource)
    const given = [...own.map(asTexts), ...closed.filter((one) => one.resource === resource).map((one) => ({ ...one, units: 1_000_000 }))]
    return fullTimes(given, { quantity: own[0]?.quantity ?? 1, units }).map((span) => ({ resource, ...span }))
  })
}

const text = (moment: unknown): string => new Date(moment as string).toISOString()
const asTexts = <T extends Span>(row: T): T => ({ ...row, start: text(row.start), end: text(row.end) })

/** Times within [from, until) outside the opening hours of resources that have some. */
export async function closedTimes(ctx: Ctx, resources: readonly string[], { from, until }: { from: string; until: string }): Promise<UnavailableTime[]> {
  const rows = await ctx.db.rows<UnavailableTime>(sql`
    select r.id as resource, lower(c.during) as start, upper(c.during) as end from resource r
     cross join lateral unnest(tstzmultirange(tstzrange(${from}, ${until})) - coalesce(sedno_openings(r.id, ${from}, ${until}), '{}')) as c(during)
     where r.id = any(${resources}::uuid[]) and coalesce(r.monday, r.tuesday, r.wednesday, r.thursday, r.friday, r.saturday, r.sunday) is not null order by 1, 2`)
  return rows.map(asTexts)
}

export interface Holding extends Span {
  resource: string
  booking: string
  units: number
  state: string
  /** Nobody but those it is narrowed to may know more than the time. */
  isPrivate: boolean
  ownerName: string | null
  owner: string | null
  /** The caller sees the record. */
  isVisible: boolean
  mayChange: boolean
  title: string | null
  activity: string | null
  activityTitle: string | null
}

/**
 * Who has resources within [from, until). What the caller may not see comes without title and activity; of a private booking he may not
 * see, without the owner too.
 */
export async function holdings(ctx: Ctx, resources: readonly string[], { from, until, except = [] }: { from: string; until: string; except?: readonly string[] }): Promise<Holding[]> {
  if (resources.length === 0) return []
  const rows = await ctx.db.rows<Holding>(sql`
    select k.resource, k.booking, lower(k.during) as start, upper(k.during) as end, count(*)::int as units, b.state, coalesce(b.private, false) as "isPrivate", v.id is not null as "isVisible",
           case when v.id is not null or b.private is not true then b.owner end as owner, case when v.id is not null or b.private is not true then o.name end as "ownerName",
           coalesce(v.owner = ${ctx.who.userId} or ${ctx.who.userId} = any(v.approvers), false) as "mayChange",
           v.title, a.id as activity, a.title as "activityTitle"
      from booking_unit k join booking b on b.id = k.booking
      left join ${visible(ctx, 'booking')} v on v.id = b.id
      left join ${visible(ctx, 'activity')} a on a.id = v.activity
      left join "user" o on o.id = b.owner
     where k.resource = any(${resources}::uuid[]) and k.during && tstzrange(${from}, ${until}) and not k.booking = any(${except}::uuid[])
     group by k.resource, k.booking, k.during, b.id, v.id, v.owner, v.approvers, v.title, a.id, a.title, o.name order by lower(k.during), k.resource`)
  return rows.map(asTexts)
}

export interface Found {
  id: string
  name: string
  kind: string
  kindName: string
  kindIcon: string | null
  kindColor: string | null
  place: string | null
  seats: number | null
  quantity: number
  needsApproval: boolean
  color: string | null
}

/** Resources that may be booked: those named, those of a kind, or all. */
export function resourcesOf(ctx: Ctx, { ids, kind, seats }: { ids?: readonly string[] | undefined; kind?: string | undefined; seats?: number | undefined }): Promise<Found[]> {
  return ctx.db.rows<Found>(sql`
    select r.id, r.name, k.id as kind, k.name as "kindName", k.icon as "kindIcon", k.color as "kindColor", r.place, r.seats::int as seats, r.quantity::int as quantity, coalesce(r.needs_approval, false) as "needsApproval", r.color
      from ${visible(ctx, 'resource')} r join resource_kind k on k.id = r.kind
     where r.active and (${ids ?? null}::uuid[] is null or r.id = any(${ids ?? null}::uuid[])) and (${kind ?? null}::uuid is null or r.kind = ${kind ?? null}::uuid)
       and coalesce(r.seats, 0) >= ${seats ?? 0} order by k.name, r.seats, r.name limit 200`)
}

/** Of these, the ones of which so many units are free the whole time. */
export async function freeAmong(ctx: Ctx, found: readonly Found[], { start, end, units = 1 }: Span & { units?: number | undefined }): Promise<Found[]> {
  const ids = found.map(({ id }) => id)
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select r.id from resource r where r.id = any(${ids}::uuid[]) and r.quantity >= ${units} and sedno_is_open(r.id, tstzrange(${start}, ${end}))
       and sedno_units_left(r.id, r.quantity::int, tstzrange(${start}, ${end})) >= ${units}`)
  const free = new Set(rows.map(({ id }) => id))
  return found.filter(({ id }) => free.has(id))
}

export const unitsLeft = async (ctx: Ctx, resource: string, { start, end }: Span): Promise<{ left: number; isOpen: boolean } | null> => {
  const [row] = await ctx.db.rows<{ left: number; isOpen: boolean }>(sql`
    select sedno_units_left(r.id, r.quantity::int, tstzrange(${start}, ${end})) as left, sedno_is_open(r.id, tstzrange(${start}, ${end})) as "isOpen" from ${visible(ctx, 'resource')} r where r.id = ${resource}`)
  return row ?? null
}
