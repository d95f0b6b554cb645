/** What is done with an entry of the calendar: asked of the server, with the way back. */
import { queries } from '../kernel/api/client.ts'
import { changeRecord, removeRecord } from '../kernel/api/records.ts'
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
}
interface Written {
  id: string
  version: number
}

const placeOf = ({ id, instance }: Shown) => ({ activity: id, ...(instance === null ? {} : { instance }) })
const occurrence = (entry: Shown, which: Which | null) => ({ ...placeOf(entry), version: entry.version, ...(which === null ? {} : { which }) })
const spanOf = ({ start, end, person }: Times) => ({ start, end, ...(person === undefined ? {} : { person }) })

async function refreshed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } finally {
    await queries.invalidateQueries({ queryKey: calendarKey })
  }
}

export const moveEntry = (entry: Shown, times: Times, which: Which | null): Promise<Written> => refreshed(request('POST', '/api/calendar/move', { body: { ...occurrence(entry, which), ...spanOf(times) } }))

export const copyEntry = (entry: Shown, times: Times): Promise<Written> => refreshed(request('POST', '/api/calendar/copy', { body: { ...placeOf(entry), ...spanOf(times) } }))

export const removeEntry = (entry: Shown, which: Which | null): Promise<null> => refreshed(request('POST', '/api/calendar/remove', { body: occurrence(entry, which) }))

export const finishEntry = ({ id, version }: Shown): Promise<unknown> => refreshed(changeRecord('activity', id, version, { state: 'done' }))

/** Takes away what was just made. */
export const takeAway = (id: string): Promise<void> => refreshed(removeRecord('activity', id))
