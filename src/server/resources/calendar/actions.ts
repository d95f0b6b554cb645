import { refuse } from '../../../contract/refusal.ts'
import { canRead } from '../../kernel/access/field-access.ts'
import type { Ctx } from '../../kernel/context.ts'
import { mostDays, type ShownBooking, type ShownResource } from '../contract.ts'
import { closedTimes, holdings, resourcesOf, type Found, type Holding, type UnavailableTime } from '../queries.ts'
import { refusals } from '../texts.ts'

export interface ResourceCalendar {
  resources: ShownResource[]
  bookings: ShownBooking[]
  closed: UnavailableTime[]
}

/** Bookings of these resources, of a kind or of all; whole where the caller may see them. Refuses more than 400 days. */
export async function readCalendar(ctx: Ctx, { from, until, resources, kind }: { from: string; until: string; resources?: string[] | undefined; kind?: string | undefined }): Promise<ResourceCalendar> {
  const [first, last] = [Date.parse(from), Date.parse(until)]
  if (last <= first) refuse('booking.end_before_start', refusals.endBeforeStart, { field: 'until' })
  if (last - first > mostDays * 86_400_000) refuse('booking.too_long', refusals.tooLong, { field: 'until', values: { days: mostDays } })
  const found = await resourcesOf(ctx, { ids: resources, kind })
  const window = { from: new Date(first).toISOString(), until: new Date(last).toISOString() }
  const ids = found.map(({ id }) => id)
  const [held, closed] = await Promise.all([holdings(ctx, ids, window), closedTimes(ctx, ids, window)])
  return { resources: found.map(shownResource), bookings: held.map((one) => shownBooking(ctx, one)), closed }
}

const shownResource = ({ kind, kindName, kindIcon, kindColor, ...one }: Found): ShownResource => ({ ...one, kind: { id: kind, name: kindName, icon: kindIcon, color: kindColor } })

/** A field that a role hides is hidden here too. */
function shownBooking(ctx: Ctx, one: Holding): ShownBooking {
  const { resource, start, end, units } = one
  const time = { resource, start, end, units, state: one.state === 'asked' ? ('tentative' as const) : ('booked' as const) }
  const owner = one.owner === null || one.ownerName === null ? {} : { owner: { id: one.owner, name: one.ownerName } }
  if (!one.isVisible) return { ...time, ...owner }
  const title = (canRead(ctx, 'booking', 'title') ? one.title : null) ?? (canRead(ctx, 'activity', 'title') ? one.activityTitle : null)
  return { ...time, ...owner, id: one.booking, ...(title === null ? {} : { title }), ...(one.activity === null ? {} : { activity: one.activity }), mayChange: one.mayChange }
}
