/** What the server tells of calendars, as the drawing of them takes it. */
import type { Calendar } from '@event-calendar/core'
import { localTime, momentOf } from '../../fields/clock.ts'
import type { BusyTime, CalendarEntry, CalendarTask } from '../../server/calendar/occurrences/contract.ts'
import type { ShownBooking } from '../../server/resources/contract.ts'
import type { FreeDay, Shade } from './shading.ts'
import type { CalendarAnswer } from './useCalendar.ts'

/** An entry on the calendars of all in whom it stands: the server tells of it once for each. */
export type Shown = CalendarEntry & { kind: 'entry'; on: readonly string[] }
export type Booked = ShownBooking & { kind: 'booking'; on: readonly string[] }
export type Piece = Shown | Booked | (BusyTime & { kind: 'busy'; on: readonly string[] }) | (CalendarTask & { kind: 'task'; on: readonly string[] })

/** The drawing knows no time zones: it is given, and gives back, the wall clock of the person. */
export const onWall = (instant: string, timeZone: string): string => localTime(instant, timeZone)

/** Of its dates the parts count, as this machine shows them. */
export function offWall(wall: Date, timeZone: string): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return momentOf(onDay(wall), `${two(wall.getHours())}:${two(wall.getMinutes())}:${two(wall.getSeconds())}`, timeZone)!
}

export const onDay = (wall: Date): string => `${String(wall.getFullYear()).padStart(4, '0')}-${String(wall.getMonth() + 1).padStart(2, '0')}-${String(wall.getDate()).padStart(2, '0')}`

export function piecesOf({ entries, busy, tasks }: Pick<CalendarAnswer, 'entries' | 'busy' | 'tasks'>, bookings: readonly ShownBooking[] = []): Piece[] {
  const same = Map.groupBy(entries, ({ id, instance, start }) => `${id} ${instance ?? ''} ${start}`)
  return [
    ...[...same.values()].map((each): Piece => ({ ...each[0]!, kind: 'entry', on: each.map(({ person }) => person) })),
    ...busy.map((time): Piece => ({ ...time, kind: 'busy', on: [time.person] })),
    ...tasks.map((task): Piece => ({ ...task, kind: 'task', on: [task.person] })),
    ...bookings.map((booking): Piece => ({ ...booking, kind: 'booking', on: [booking.resource] })),
  ]
}

export interface Drawn {
  timeZone: string
  /** Columns are people and rooms: an entry stands in each of theirs. */
  columns: boolean
  /** Colour of a person's calendar; undefined where the type gives it. */
  colorOf(person: string): string | undefined
}

const palette: Readonly<Record<string, string>> = { task: 'blue', meeting: 'violet', call: 'teal', visit: 'green', letter: 'amber' }
const isUnnamed = (piece: Piece): boolean => piece.kind === 'busy' || (piece.kind === 'booking' && piece.id === undefined)

function colorIn(piece: Piece, colorOf: Drawn['colorOf']): string {
  const own = colorOf(piece.on[0]!)
  if (isUnnamed(piece) || piece.kind === 'booking') return own ?? 'grey'
  return own ?? (piece as Shown).color ?? palette[(piece as Shown).type ?? ''] ?? 'grey'
}

const isClosed = (piece: Piece): boolean => (piece.kind === 'entry' || piece.kind === 'task') && (piece.state === 'done' || piece.state === 'cancelled')
const isTentative = (piece: Piece): boolean => (piece.kind === 'booking' ? piece.state === 'tentative' : piece.kind !== 'task' && piece.showAs === 'tentative')

function marksOf(piece: Piece, color: string): string[] {
  return [`sd-${color}`, `sd-${isUnnamed(piece) ? 'busy' : piece.kind}`, ...(isClosed(piece) ? ['sd-closed'] : []), ...(isTentative(piece) ? ['sd-tentative'] : [])]
}

/** A booking of a meeting goes where the meeting goes. */
function isMovable(piece: Piece): boolean {
  if (piece.kind === 'booking') return piece.mayChange === true && piece.activity === undefined
  return piece.kind === 'entry' && piece.canMove && !isClosed(piece)
}

/** Tasks have a moment and no length: they stand among what is of the whole day. */
function spanOf(piece: Piece): { start: string; end: string; allDay: boolean } {
  if (piece.kind === 'task') return { start: piece.due, end: piece.due, allDay: true }
  return piece.kind === 'booking' ? { start: piece.start, end: piece.end, allDay: false } : piece
}

/** How the drawing names it. */
export function keyOf(piece: Piece, index: number): string {
  if (piece.kind === 'entry') return `${piece.id}-${piece.instance ?? ''}`
  return piece.kind === 'task' ? piece.id : `${piece.kind}-${index}`
}

export function drawn(pieces: readonly Piece[], { timeZone, columns, colorOf }: Drawn): Calendar.EventInput[] {
  return pieces.map((piece, index) => {
    const { start, end, allDay } = spanOf(piece)
    // Of a whole day the drawing takes the day alone.
    const at = (moment: string) => (allDay ? `${onWall(moment, timeZone).slice(0, 10)}T00:00:00` : onWall(moment, timeZone))
    return {
      id: keyOf(piece, index), start: at(start), end: at(end), allDay, title: isUnnamed(piece) || piece.kind === 'busy' ? '' : (piece.title ?? ''),
      editable: isMovable(piece), classNames: marksOf(piece, colorIn(piece, colorOf)), extendedProps: { piece }, ...(columns ? { resourceIds: [...piece.on] } : {}),
    }
  })
}

const shaded = (shades: readonly Shade[], timeZone: string): Calendar.EventInput[] =>
  shades.map(({ start, end, column }, index) => ({ id: `shade-${index}`, start: onWall(start, timeZone), end: onWall(end, timeZone), display: 'background' as const, classNames: ['sd-shade'], ...(column === null ? {} : { resourceIds: [column] }) }))

const freed = (days: readonly FreeDay[], columns: boolean): Calendar.EventInput[] =>
  days.map(({ day, name, columns: whose }, index) => ({ id: `free-${index}`, start: `${day}T00:00:00`, end: `${day}T00:00:00`, allDay: true, editable: false, title: name, classNames: ['sd-free'], extendedProps: { said: name }, ...(columns ? { resourceIds: [...whose] } : {}) }))

/** What lies behind the entries: time outside work, and free days by their names. */
export const background = ({ shades, freeDays }: { shades: readonly Shade[]; freeDays: readonly FreeDay[] }, { timeZone, columns }: Pick<Drawn, 'timeZone' | 'columns'>): Calendar.EventInput[] => [...freed(freeDays, columns), ...shaded(shades, timeZone)]

/** Nothing is known of what is just being drawn by the mouse. */
export const pieceOf = (event: Pick<Calendar.Event, 'extendedProps'>): Piece | undefined => event.extendedProps['piece'] as Piece | undefined
