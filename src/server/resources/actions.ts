import type { Values } from '../../contract/definition.ts'
import { refuse } from '../../contract/refusal.ts'
import type { Ctx } from '../kernel/context.ts'
import { one } from '../kernel/query/one.ts'
import { newId } from '../kernel/db/uuid7.ts'
import { create } from '../kernel/records/create.ts'
import { skipOccurrences } from './following/queries.ts'
import { refusals } from './texts.ts'

export interface Wanted {
  resource: string
  /** Booked with it: moves, is freed and comes back with it; of a recurring one all occurrences. */
  activity?: string | undefined
  /** Left out: the time of the activity. */
  start?: string | undefined
  end?: string | undefined
  units?: number | undefined
  title?: string | undefined
  private?: boolean | undefined
  /** Left out: the owner of the activity, else the caller. */
  owner?: string | undefined
  /** Of a recurring activity: original starts of the occurrences that do without. */
  skip?: readonly string[] | undefined
}

export interface Booked {
  id: string
  version: number
  /** asked: it waits for approval, and holds the time. */
  state: string
}

/**
 * Books a resource, in the caller's transaction where there is one. Refuses: 404 for what is not there or not visible; 409 booking.taken, and
 * booking.series_taken with all occurrences that cannot be had; 422 booking.closed, booking.too_many_units, booking.inactive, and what a booking's own rules refuse.
 */
export async function book(ctx: Ctx, { resource, activity, skip = [], ...wanted }: Wanted): Promise<Booked> {
  const event = activity === undefined ? null : await one(ctx, 'activity', activity)
  if (activity !== undefined && event === null) return refuse('not_found', refusals.noActivity, { status: 404 })
  const [start, end] = [wanted.start ?? event?.['start'], wanted.end ?? event?.['end']]
  if (typeof start !== 'string' || typeof end !== 'string') return refuse('booking.no_time', refusals.noTime, { field: 'start' })
  const owner = wanted.owner ?? (event?.['owner'] as { id?: string } | null | undefined)?.id
  const values: Values = { resource, start, end, units: wanted.units ?? 1, ...(activity === undefined ? {} : { activity }), ...(owner === undefined ? {} : { owner }) }
  if (wanted.title !== undefined && wanted.title !== '') values['title'] = wanted.title
  if (wanted.private === true) values['private'] = true
  return ctx.db.transaction(async (db) => {
    const id = newId()
    await skipOccurrences({ ...ctx, db }, id, skip)
    // By the program only so far as the id is known beforehand: rights are the caller's, and the state the one that a new booking begins in.
    const made = await create({ ...ctx, db }, 'booking', { id, ...values }, { asProgram: true })
    return { id, version: made.version, state: String(made['state']) }
  })
}
