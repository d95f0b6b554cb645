import { useMemo } from 'react'
import { useSession } from '../kernel/api/session.ts'
import { useManner } from '../kernel/ui/language.ts'
import type { Column } from './Drawing.tsx'
import { piecesOf } from './entries.ts'
import type { CalendarPlace } from './place.ts'
import { freeDaysOf, shadesOf, type Shade } from './shading.ts'
import { addDays, momentsOf, spanOf } from './span.ts'
import { useCalendar, useHours, useResources } from './useCalendar.ts'

const nobody: readonly never[] = []

/** All that the calendar shows at this place. */
export function useShown(place: CalendarPlace) {
  const { timeZone } = useManner()
  const me = useSession().user.id
  const days = spanOf(place.view, place.day)
  const moments = momentsOf(days, timeZone)
  const beside = place.view === 'columns'
  const calendar = useCalendar({ ...moments, people: place.people, teams: place.teams, mine: !place.others, tasks: place.tasks })
  const booked = useResources({ ...moments, resources: beside ? place.resources : nobody, kind: beside ? place.kind : null })
  const people = calendar.data?.people ?? nobody
  const resources = beside ? (booked.data?.resources ?? nobody) : nobody
  const pieces = useMemo(() => (calendar.data === undefined ? [] : piecesOf(calendar.data, beside ? booked.data?.bookings : undefined)), [calendar.data, booked.data, beside])
  const columns = useMemo(() => [...people.map(({ id, name }): Column => ({ id, name, kind: 'person' })), ...resources.map(({ id, name }): Column => ({ id, name, kind: 'resource' }))], [people, resources])
  return { calendar, people, resources, pieces, columns, waits: calendar.isPlaceholderData || booked.isPlaceholderData, ...useBackground({ people, me, days, beside, closed: resources.length > 0 ? (booked.data?.closed ?? nobody) : nobody }) }
}

interface BackgroundOf {
  people: readonly { id: string }[]
  me: string
  days: { from: string; until: string }
  beside: boolean
  closed: readonly { resource: string; start: string; end: string }[]
}

/** Side by side everybody has his own hours; in one picture of several people they are those of the first. */
function useBackground({ people, me, days: { from, until }, beside, closed }: BackgroundOf) {
  const whose = useMemo(() => (beside ? people.map(({ id }) => id) : people.filter(({ id }, index) => id === me || (index === 0 && !people.some((one) => one.id === me))).map(({ id }) => id)), [people, me, beside])
  const hours = useHours(whose, { from: addDays(from, -1), until }).data?.people ?? nobody
  return useMemo(() => ({
    shades: [...hours.flatMap((one) => shadesOf(one, { from, until }, beside ? one.person : null)), ...closed.map(({ resource, start, end }): Shade => ({ start, end, column: resource }))],
    freeDays: freeDaysOf(hours),
  }), [hours, closed, beside, from, until])
}
