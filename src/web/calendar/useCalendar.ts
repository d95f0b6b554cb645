import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Answer } from '../../contract/route.ts'
import type { readCalendar } from '../../server/calendar/occurrences/contract.ts'
import { onRecordEvents } from '../kernel/api/events.ts'
import { request } from '../kernel/api/request.ts'

export type CalendarAnswer = Answer<typeof readCalendar>

export interface Asked {
  from: string
  until: string
  people: readonly string[]
  teams: readonly string[]
  tasks: boolean
}

export const calendarKey = ['calendar'] as const

/** Entries of the days shown; changes of others come in by themselves. */
export function useCalendar({ from, until, people, teams, tasks }: Asked) {
  const queries = useQueryClient()
  useEffect(() => onRecordEvents((changes) => {
    if (changes.some(({ object }) => object === 'activity' || object === 'calendarShare')) void queries.invalidateQueries({ queryKey: calendarKey })
  }), [queries])
  return useQuery({
    queryKey: [...calendarKey, { from, until, people, teams, tasks }],
    queryFn: ({ signal }) => request<CalendarAnswer>('GET', '/api/calendar', { query: { from, until, people: people.length > 0 ? people : undefined, teams: teams.length > 0 ? teams : undefined, tasks: tasks || undefined }, signal }),
    placeholderData: keepPreviousData,
  })
}
