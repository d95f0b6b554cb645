import { queries } from '../kernel/api/client.ts'
import { useSession } from '../kernel/api/session.ts'
import { createRecordByForm } from '../kernel/records/form/open.ts'
import type { Times } from './acts.ts'
import type { Column } from './Drawing.tsx'
import { calendarKey } from './useCalendar.ts'

/** What is drawn in the calendar of a person is an entry of his, in the column of a room its booking. */
export function useNewEntry(columns: readonly Column[]) {
  const me = useSession().user.id
  const column = (id: string) => columns.find((one) => one.id === id)
  const create = ({ person, resource, ...rest }: Times) => {
    const made = resource === undefined
      ? createRecordByForm('activity', { type: 'meeting', ...rest, ...(person === undefined || person === me ? {} : { owner: column(person) }) })
      : createRecordByForm('booking', { resource: column(resource), start: rest.start, end: rest.end })
    void made.then(() => queries.invalidateQueries({ queryKey: calendarKey }))
  }
  return { create, createNext: () => create(nextHour()) }
}

function nextHour(): Times {
  const start = new Date()
  start.setMinutes(60, 0, 0)
  return { start: start.toISOString(), end: new Date(start.getTime() + 3_600_000).toISOString() }
}
