import { useManner } from '../kernel/ui/language.ts'
import { useShortcuts } from '../kernel/ui/shortcuts.ts'
import { keyOf, type Piece, type Shown } from './entries.ts'
import type { EntryActs } from './EntryCard.tsx'
import { focusedEntry } from './keyboard.ts'
import type { CalendarPlace } from './place.ts'
import { stepFrom } from './span.ts'
import { texts } from './texts.ts'

interface Keyed {
  place: CalendarPlace
  pieces: readonly Piece[]
  acts: EntryActs
  onMove(change: Partial<CalendarPlace>): void
  onNew(): void
  onFind(): void
}

/** Keys of the calendar; those with Alt move the entry that has the focus. */
export function useKeys({ place: { view, day }, pieces, acts, onMove, onNew, onFind }: Keyed): void {
  const { today } = useManner()
  const group = texts.keysGroup
  const onFocused = (act: (entry: Shown) => void) => () => {
    const focused = focusedEntry()
    const piece = pieces.find((one, index) => one.kind === 'entry' && keyOf(one, index) === focused)
    if (piece?.kind === 'entry' && piece.canMove) act(piece)
  }
  useShortcuts([
    { keys: 't', label: texts.toToday, group, run: () => onMove({ day: today }) },
    { keys: 'ArrowLeft', label: texts.goEarlier, group, run: () => onMove({ day: stepFrom(view, day, -1) }) },
    { keys: 'ArrowRight', label: texts.goLater, group, run: () => onMove({ day: stepFrom(view, day, 1) }) },
    { keys: 'n', label: texts.newEntry, group, run: onNew },
    { keys: 'f', label: texts.freeTime, group, run: onFind },
    { keys: 'alt+ArrowUp', label: texts.moveEarlier, group, run: onFocused((entry) => acts.onShift(entry, -15)) },
    { keys: 'alt+ArrowDown', label: texts.moveLater, group, run: onFocused((entry) => acts.onShift(entry, 15)) },
    { keys: 'alt+ArrowLeft', label: texts.moveDayEarlier, group, run: onFocused((entry) => acts.onShiftDays(entry, -1)) },
    { keys: 'alt+ArrowRight', label: texts.moveDayLater, group, run: onFocused((entry) => acts.onShiftDays(entry, 1)) },
  ])
}
