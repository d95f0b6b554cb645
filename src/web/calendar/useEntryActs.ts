import { localTime, momentOf } from '../../fields/clock.ts'
import { useManner, useText } from '../kernel/ui/language.ts'
import { complain, refused, told } from '../kernel/ui/notify.tsx'
import { bookFor, copyEntry, finishEntry, moveBooking, moveEntry, removeEntry, takeAway, type Times, type Which } from './acts.ts'
import type { Booked, Piece, Shown } from './entries.ts'
import type { EntryActs } from './EntryCard.tsx'
import { addDays } from './span.ts'
import { texts } from './texts.ts'
import { askWhich } from './which.tsx'

/** What can be done with entries of the calendar, each told of with its way back. */
export function useEntryActs(): { acts: EntryActs; moved(piece: Piece, times: Times, revert: () => void): void } {
  const t = useText()
  const { timeZone } = useManner()

  async function move(entry: Shown, times: Times, revert: () => void = () => undefined): Promise<void> {
    const which = await whichOf(entry)
    if (which === 'none') return revert()
    try {
      const { version } = await moveEntry(entry, times, which)
      const before: Times = { start: entry.start, end: entry.end, ...(times.person === undefined || entry.owner === null ? {} : { person: entry.owner }) }
      const back = { undo: () => moveEntry({ ...entry, version }, before, null) }
      told(t(times.start === entry.start ? texts.resized : texts.moved, { title: entry.title ?? '' }), which === null ? back : {})
    } catch (error) {
      revert()
      refused(error)
    }
  }

  /** Dropped on a room: the room is booked for the meeting, which stays whose it is. When that is refused all is as it was. */
  async function bookAt(entry: Shown, { resource, person: _, ...times }: Times, revert: () => void): Promise<void> {
    revert()
    const isMoved = Date.parse(times.start) !== Date.parse(entry.start) || Date.parse(times.end) !== Date.parse(entry.end)
    if (entry.recurring && isMoved) return complain(t(texts.seriesFirst))
    const moved = isMoved ? await moveEntry(entry, times, null) : null
    try {
      await bookFor(entry, resource!)
      told(t(texts.bookedFor, { title: entry.title ?? '' }))
    } catch (error) {
      if (moved !== null) await moveEntry({ ...entry, version: moved.version }, { start: entry.start, end: entry.end }, null)
      throw error
    }
  }

  async function moveBooked({ id, start, end, resource }: Booked, { person, ...times }: Times, revert: () => void): Promise<void> {
    if (id === undefined || person !== undefined) return revert()
    try {
      await moveBooking(id, times)
      told(t(texts.bookingMoved), { undo: () => moveBooking(id, { start, end, resource }) })
    } catch (error) {
      revert()
      throw error
    }
  }

  async function copy(entry: Shown, days: number): Promise<void> {
    const made = await copyEntry(entry, onOtherDay(entry, days))
    told(t(texts.copied, { title: entry.title ?? '' }), { undo: () => takeAway(made.id) })
  }

  async function remove(entry: Shown): Promise<void> {
    const which = await whichOf(entry)
    if (which === 'none') return
    await removeEntry(entry, which)
    told(t(texts.removed, { title: entry.title ?? '' }))
  }

  const onOtherDay = ({ start, end }: Shown, days: number): Times => ({ start: laterBy(start, days, timeZone), end: laterBy(end, days, timeZone) })
  const shifted = ({ start, end }: Shown, minutes: number): Times => ({ start: laterByMinutes(start, minutes), end: laterByMinutes(end, minutes) })
  return {
    moved(piece, times, revert) {
      if (piece.kind === 'booking') void moveBooked(piece, times, revert).catch(refused)
      else if (piece.kind !== 'entry') revert()
      else if (times.resource === undefined) void move(piece, times, revert)
      else void bookAt(piece, times, revert).catch(refused)
    },
    acts: {
      onFinish: (entry) => void finishEntry(entry).catch(refused),
      onRemove: (entry) => void remove(entry).catch(refused),
      onCopy: (entry, days) => void copy(entry, days).catch(refused),
      onShift: (entry, minutes) => void move(entry, shifted(entry, minutes)),
      onShiftDays: (entry, days) => void move(entry, onOtherDay(entry, days)),
    },
  }
}

/** null: it does not recur; 'none': the person thought better of it. */
async function whichOf({ recurring }: Shown): Promise<Which | null | 'none'> {
  return recurring ? ((await askWhich()) ?? 'none') : null
}

const laterByMinutes = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** The same wall clock some days later, whatever the clock did in between. */
function laterBy(instant: string, days: number, timeZone: string): string {
  const [day, time] = localTime(instant, timeZone).split('T')
  return momentOf(addDays(day!, days), time!, timeZone)!
}
