import { localTime, momentOf } from '../../fields/clock.ts'
import { useManner, useText } from '../kernel/ui/language.ts'
import { refused, told } from '../kernel/ui/notify.tsx'
import { copyEntry, finishEntry, moveEntry, removeEntry, takeAway, type Times, type Which } from './acts.ts'
import type { Piece, Shown } from './entries.ts'
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

  async function copy(entry: Shown, days: number): Promise<void> {
    const made = await copyEntry(entry, { start: laterBy(entry.start, days, timeZone), end: laterBy(entry.end, days, timeZone) })
    told(t(texts.copied, { title: entry.title ?? '' }), { undo: () => takeAway(made.id) })
  }

  async function remove(entry: Shown): Promise<void> {
    const which = await whichOf(entry)
    if (which === 'none') return
    await removeEntry(entry, which)
    told(t(texts.removed, { title: entry.title ?? '' }))
  }

  const shifted = ({ start, end }: Shown, minutes: number): Times => ({ start: laterByMinutes(start, minutes), end: laterByMinutes(end, minutes) })
  return {
    moved(piece, times, revert) {
      if (piece.kind === 'entry') void move(piece, times, revert)
      else revert()
    },
    acts: {
      onFinish: (entry) => void finishEntry(entry).catch(refused),
      onRemove: (entry) => void remove(entry).catch(refused),
      onCopy: (entry, days) => void copy(entry, days).catch(refused),
      onShift: (entry, minutes) => void move(entry, shifted(entry, minutes)),
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
