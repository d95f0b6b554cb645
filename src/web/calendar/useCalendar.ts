import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Answer } from '../../contract/route.ts'
import type { readCalendar } from '../../server/calendar/occurrences/contract.ts'
import type { readPeople } from '../../server/hours/contract.ts'
import type { resourceCalendar } from '../../server/resources/contract.ts'
import { onRecordEvents } from '../kernel/api/events.ts'
import { request } from '../kernel/api/request.ts'

export type CalendarAnswer = Answer<typeof readCalendar>
export type ResourcesAnswer = Answer<typeof resourceCalendar>

interface Window {
  from: string
  until: string
}
export interface Asked extends Window {
  people: readonly string[]
  teams: readonly string[]
  /** One's own stands among them. */
  mine: boolean
  tasks: boolean
}

export const calendarKey = ['calendar'] as const
export const hoursKey = ['hours'] as const
const listOf = (ids: readonly string[]) => (ids.length > 0 ? ids : undefined)

/** What else is on the screen may change by these. */
const shown = new Set(['activity', 'calendarShare', 'booking', 'attendee'])
const ofHours = new Set(['workingHours', 'dayOff'])

/** Changes of others come in by themselves. */
export function useCalendarNews(): void {
  const queries = useQueryClient()
  useEffect(() => onRecordEvents((changes) => {
    if (changes.some(({ object }) => shown.has(object))) void queries.invalidateQueries({ queryKey: calendarKey })
    if (changes.some(({ object }) => ofHours.has(object))) void queries.invalidateQueries({ queryKey: hoursKey })
  }), [queries])
}

/** Entries of the days shown. */
export function useCalendar({ from, until, people, teams, mine, tasks }: Asked) {
  useCalendarNews()
  return useQuery({
    queryKey: [...calendarKey, { from, until, people, teams, mine, tasks }],
    queryFn: ({ signal }) => request<CalendarAnswer>('GET', '/api/calendar', { query: { from, until, people: listOf(people), teams: listOf(teams), mine, tasks: tasks || undefined }, signal }),
    placeholderData: keepPreviousData,
  })
}

/** Bookings of rooms and devices, and when these are closed. */
export function useResources({ from, until, resources, kind }: Window & { resources: readonly string[]; kind: string | null }) {
  const ask = (which: { resources?: readonly string[] | undefined; kind?: string }, signal: AbortSignal) => request<ResourcesAnswer>('GET', '/api/resources/calendar', { query: { from, until, ...which }, signal })
  return useQuery({
    queryKey: [...calendarKey, 'resources', { from, until, resources, kind }],
    queryFn: async ({ signal }) => joined(await Promise.all([...(resources.length > 0 ? [ask({ resources }, signal)] : []), ...(kind === null ? [] : [ask({ kind }, signal)])])),
    enabled: resources.length > 0 || kind !== null,
    placeholderData: keepPreviousData,
  })
}

/** What is chosen by itself and by its kind stands once. */
function joined(answers: readonly ResourcesAnswer[]): ResourcesAnswer {
  const [first, second] = answers
  if (second === undefined) return first!
  const known = new Set(first!.resources.map(({ id }) => id))
  const isNew = ({ resource }: { resource: string }) => !known.has(resource)
  return { resources: [...first!.resources, ...second.resources.filter(({ id }) => !known.has(id))], bookings: [...first!.bookings, ...second.bookings.filter(isNew)], closed: [...first!.closed, ...second.closed.filter(isNew)] }
}

/** Days, both included. */
export function useHours(people: readonly string[], { from, until }: Window) {
  return useQuery({
    queryKey: [...hoursKey, people, from, until],
    queryFn: ({ signal }) => request<Answer<typeof readPeople>>('GET', '/api/hours', { query: { from, until, people }, signal }),
    enabled: people.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 10 * 60_000,
  })
}
