/** What the settings of calendars ask the server. */
import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '../../../contract/route.ts'
import type { CalendarFeed, listFeeds, NewFeed } from '../../../server/calendar/feed/contract.ts'
import type { sharesRoute } from '../../../server/calendar/occurrences/contract.ts'
import type { FirmHours, readCountries } from '../../../server/hours/contract.ts'
import { queries } from '../../kernel/api/client.ts'
import { request } from '../../kernel/api/request.ts'
import { calendarKey, hoursKey } from '../useCalendar.ts'

export type Shares = Answer<typeof sharesRoute>

export const sharesQuery = queryOptions({ queryKey: [...calendarKey, 'shares'], queryFn: ({ signal }) => request<Shares>('GET', '/api/calendar/shares', { signal }) })
export const feedsQuery = queryOptions({ queryKey: [...calendarKey, 'feeds'], queryFn: ({ signal }) => request<Answer<typeof listFeeds>>('GET', '/api/calendar/feeds', { signal }) })
export const firmQuery = queryOptions({ queryKey: [...hoursKey, 'firm'], queryFn: ({ signal }) => request<FirmHours>('GET', '/api/hours/firm', { signal }) })
export const countriesQuery = queryOptions({ queryKey: [...hoursKey, 'countries'], queryFn: ({ signal }) => request<Answer<typeof readCountries>>('GET', '/api/hours/countries', { signal }), staleTime: Infinity })

export const sharesChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: calendarKey })
export const hoursChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: hoursKey })

export async function makeFeed(feed: NewFeed): Promise<CalendarFeed & { url: string }> {
  const made = await request<CalendarFeed & { url: string }>('POST', '/api/calendar/feeds', { body: feed })
  await queries.invalidateQueries({ queryKey: feedsQuery.queryKey })
  return made
}

export async function revokeFeed(id: string): Promise<void> {
  await request('DELETE', `/api/calendar/feeds/${id}`)
  await queries.invalidateQueries({ queryKey: feedsQuery.queryKey })
}

export async function keepFirm(firm: FirmHours): Promise<void> {
  await request('PUT', '/api/hours/firm', { body: firm })
  await hoursChanged()
}
