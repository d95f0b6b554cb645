/** What is done with an entry of the calendar: asked of the server, with the way back. */
import type { Values } from '../../contract/definition.ts'
import { queries } from '../kernel/api/client.ts'
import { changeRecord, readRecord, removeRecord } from '../kernel/api/records.ts'
import { request } from '../kernel/api/request.ts'
import type { Shown } from './entries.ts'
import { calendarKey } from './useCalendar.ts'

export type Which = 'this' | 'following' | 'all'
export interface Times {
  start: string
  end: string
  allDay?: boolean
  /** Into whose calendar. */
  person?: string
  /** Which room or device. */
  resource?: string
}
interface Written {
  id: string
  version: number
}

const placeOf = ({ id, instance }: Shown) => ({ activity: id, ...(instance === null ? {} : { instance }) })
const occurrence = (entry: Shown, which: Which | null) => ({ ...placeOf(entry), version: entry.version, ...(which === null ? {} : { which }) })
const spanOf = ({ start, end, allDay, person }: Times) => ({ start, end, ...(person === undefined ? {} : { person }), ...(allDay === undefined ? {} : { allDay }) })

async function refreshed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } finally {
    await queries.invalidateQueries({ queryKey: calendarKey })
  }
}

export const moveEntry = (entry: Shown, times: Times, which: Which | null): Promise<Written> => refreshed(request('POST', '/api/calendar/move', { body: { ...occurrence(entry, which), ...spanOf(times) } }))

export const copyEntry = (entry: Shown, times: Times): Promise<Written> => refreshed(request('POST', '/api/calendar/copy', { body: { ...placeOf(entry), start: times.start, end: times.end } }))

export const removeEntry = (entry: Shown, which: Which | null): Promise<null> => refreshed(request('POST', '/api/calendar/remove', { body: occurrence(entry, which) }))

export const changeEntry = (entry: Shown, values: Values, which: Which): Promise<Written> => refreshed(request('POST', '/api/calendar/change', { body: { ...occurrence(entry, which), values } }))

export const finishEntry = ({ id, version }: Shown): Promise<unknown> => refreshed(changeRecord('activity', id, version, { state: 'done' }))

/** Books for the meeting; for a series all its occurrences. */
export const bookFor = ({ id }: Shown, resource: string): Promise<{ id: string; version: number }> => refreshed(request('POST', '/api/resources/book', { body: { activity: id, resource } }))

/** A booking that belongs to no meeting. Its version is not told with the calendar. */
export async function moveBooking(id: string, { start, end, resource }: Times): Promise<unknown> {
  const { version } = await readRecord('booking', id, ['start'])
  return refreshed(changeRecord('booking', id, version, { start, end, ...(resource === undefined ? {} : { resource }) }))
}

/** Takes away what was just made. */
export const takeAway = (id: string): Promise<void> => refreshed(removeRecord('activity', id))
