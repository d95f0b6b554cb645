/** What the screens of this room ask the server. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { checkTime, resourceCalendar, standing } from '../../server/resources/contract.ts'
import { queries } from '../kernel/api/client.ts'
import { call } from '../kernel/api/request.ts'

const key = ['resources'] as const
const dayMs = 86_400_000
const shownDays = 14

export const standingQuery = (id: string) => queryOptions({ queryKey: [...key, 'now', id], queryFn: ({ signal }) => call(standing, { params: { id } }, signal), refetchInterval: 60_000, staleTime: 0 })

export const comingQuery = (id: string, today: number) =>
  queryOptions({
    queryKey: [...key, 'coming', id, today],
    queryFn: ({ signal }) => call(resourceCalendar, { query: { from: new Date(today).toISOString(), until: new Date(today + shownDays * dayMs).toISOString(), resources: id } }, signal),
    staleTime: 0,
  })

export interface Wanted {
  resource: string | null
  start: string | null
  end: string | null
  units: number
}

export const checkQuery = ({ resource, start, end, units }: Wanted) =>
  queryOptions({
    queryKey: [...key, 'check', resource, start, end, units],
    queryFn: ({ signal }) => call(checkTime, { params: { id: resource! }, body: { start: start!, end: end!, units } }, signal),
    enabled: resource !== null && start !== null && end !== null && Date.parse(start) < Date.parse(end),
    placeholderData: keepPreviousData, staleTime: 0,
  })

/** Somebody booked or let go: what is free is asked anew. */
export const bookingsChanged = () => Promise.all([queries.invalidateQueries({ queryKey: key }), queries.invalidateQueries({ queryKey: ['records', 'booking'] })])
