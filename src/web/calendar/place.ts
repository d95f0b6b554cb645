import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export const views = ['day', 'workWeek', 'week', 'month', 'agenda', 'columns'] as const
export type ViewName = (typeof views)[number]

/** All that the address says of a calendar. */
export interface CalendarPlace {
  view: ViewName
  /** The day it stands at: YYYY-MM-DD. */
  day: string
  /** Ids of people besides oneself, in the order they were added. */
  people: readonly string[]
  teams: readonly string[]
  /** Rooms and devices, and one kind of them; columns of the side-by-side view. */
  resources: readonly string[]
  kind: string | null
  /** One's own calendar is left out. */
  others: boolean
  tasks: boolean
}

const listOf = (text: unknown): string[] => (typeof text === 'string' && text !== '' ? text.split(',') : [])

/** `narrow`: a week does not fit, so a phone begins with a day. */
export function useCalendarPlace(today: string, narrow: boolean): [CalendarPlace, (change: Partial<CalendarPlace>) => void] {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const navigate = useNavigate()
  const view = views.find((one) => one === search['view']) ?? (narrow ? 'day' : 'week')
  const day = /^\d{4}-\d{2}-\d{2}$/.test(search['day'] ?? '') && !Number.isNaN(Date.parse(search['day']!)) ? search['day']! : today
  const place = { view, day, people: listOf(search['people']), teams: listOf(search['teams']), resources: listOf(search['resources']), kind: search['kind'] ?? null, others: search['others'] === 'only', tasks: search['tasks'] === 'true' }
  const move = useCallback(
    (change: Partial<CalendarPlace>) => {
      const { people, teams, resources, kind, others, tasks, ...plain } = change
      const next = {
        ...plain,
        ...(people === undefined ? {} : { people: people.join(',') || undefined }),
        ...(teams === undefined ? {} : { teams: teams.join(',') || undefined }),
        ...(resources === undefined ? {} : { resources: resources.join(',') || undefined }),
        ...(kind === undefined ? {} : { kind: kind ?? undefined }),
        ...(others === undefined ? {} : { others: others ? 'only' : undefined }),
        ...(tasks === undefined ? {} : { tasks: tasks ? 'true' : undefined }),
      }
      void navigate({ to: '.', search: ((before: object) => ({ ...before, ...next })) as never })
    },
    [navigate],
  )
  return [place, move]
}
