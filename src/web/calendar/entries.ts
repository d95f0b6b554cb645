/** What the server tells of calendars, as the drawing of them takes it. */
import type { Calendar } from '@event-calendar/core'
import { localTime, momentOf } from '../../fields/clock.ts'
import type { BusyTime, CalendarEntry, CalendarTask } from '../../server/calendar/occurrences/contract.ts'
import type { CalendarAnswer } from './useCalendar.ts'

/** An entry on the calendars of all in whom it stands: the server tells of it once for each. */
export type Shown = CalendarEntry & { kind: 'entry'; on: readonly string[] }
export type Piece = Shown | (BusyTime & { kind: 'busy'; on: readonly string[] }) | (CalendarTask & { kind: 'task'; on: readonly string[] })

/** The drawing knows no time zones: it is given, and gives back, the wall clock of the person. */
export const onWall = (instant: string, timeZone: string): string => localTime(instant, timeZone)

/** Of its dates the parts count, as this machine shows them. */
export function offWall(wall: Date, timeZone: string): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return momentOf(onDay(wall), `${two(wall.getHours())}:${two(wall.getMinutes())}:${two(wall.getSeconds())}`, timeZone)!
}

export const onDay = (wall: Date): string => `${String(wall.getFullYear()).padStart(4, '0')}-${String(wall.getMonth() + 1).padStart(2, '0')}-${String(wall.getDate()).padStart(2, '0')}`

export function piecesOf({ entries, busy, tasks }: Pick<CalendarAnswer, 'entries' | 'busy' | 'tasks'>): Piece[] {
  const same = Map.groupBy(entries, ({ id, instance, start }) => `${id} ${instance ?? ''} ${start}`)
  return [
    ...[...same.values()].map((each): Piece => ({ ...each[0]!, kind: 'entry', on: each.map(({ person }) => person) })),
    ...busy.map((time): Piece => ({ ...time, kind: 'busy', on: [time.person] })),
    ...tasks.map((task): Piece => ({ ...task, kind: 'task', on: [task.person] })),
  ]
}

export interface Drawn {
  timeZone: string
  /** Columns are people: an entry stands in each of theirs. */
  columns: boolean
  /** Colour of a person's calendar; undefined where the type gives it. */
  colorOf(person: string): string | undefined
}

const palette: Readonly<Record<string, string>> = { task: 'blue', meeting: 'violet', call: 'teal', visit: 'green', letter: 'amber' }
const colorOfType = (piece: Piece): string => (piece.kind === 'busy' ? 'grey' : (piece.color ?? palette[piece.type ?? ''] ?? 'grey'))
const isClosed = (piece: Piece): boolean => piece.kind !== 'busy' && (piece.state === 'done' || piece.state === 'cancelled')

function marksOf(piece: Piece, color: string): string[] {
  return [`sd-${color}`, `sd-${piece.kind}`, ...(isClosed(piece) ? ['sd-closed'] : []), ...(piece.kind !== 'task' && piece.showAs === 'tentative' ? ['sd-tentative'] : [])]
}

/** Tasks have a moment and no length: they stand among what is of the whole day. */
const spanOf = (piece: Piece): { start: string; end: string; allDay: boolean } => (piece.kind === 'task' ? { start: piece.due, end: piece.due, allDay: true } : piece)

export function drawn(pieces: readonly Piece[], { timeZone, columns, colorOf }: Drawn): Calendar.EventInput[] {
  return pieces.map((piece, index) => {
    const { start, end, allDay } = spanOf(piece)
    const id = piece.kind === 'busy' ? `busy-${index}` : piece.kind === 'task' ? piece.id : `${piece.id}-${piece.instance ?? ''}`
    const color = colorOf(piece.on[0]!) ?? colorOfType(piece)
    return {
      id, start: onWall(start, timeZone), end: onWall(end, timeZone), allDay, title: piece.kind === 'busy' ? '' : (piece.title ?? ''),
      editable: piece.kind === 'entry' && piece.canMove && !isClosed(piece), classNames: marksOf(piece, color), extendedProps: { piece },
      ...(columns ? { resourceIds: [...piece.on] } : {}),
    }
  })
}

/** Nothing is known of what is just being drawn by the mouse. */
export const pieceOf = (event: Pick<Calendar.Event, 'extendedProps'>): Piece | undefined => event.extendedProps['piece'] as Piece | undefined
