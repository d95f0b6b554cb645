import type { RefObject } from 'react'
import { useShortcuts, type Shortcut } from '../../ui/shortcuts.ts'
import type { Column } from './columns.ts'
import type { Lines } from './lines.ts'
import { everything, isChosen, nothing, type Selection } from './selection.ts'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import type { OnScreen } from './useLinesOnScreen.ts'

interface GridKeys {
  list: ListOf
  lines: Lines
  current: { line: number; column: number }
  setCurrent(cell: { line: number; column: number }): void
  onScreen: OnScreen
  selection: Selection
  setSelection(selection: Selection): void
  choose(line: number, id: string, chosen: boolean, range: boolean): void
  open(id: string): void
  peek(id: string | undefined): void
  edit(line: number, column: Column): void
  scroller: RefObject<HTMLElement | null>
  editingNow: boolean
}

/** The list by keyboard: J K or arrows go, Space peeks, X selects, E edits, Enter opens. */
export function useGridKeys(grid: GridKeys): void {
  const { list, lines, current, setCurrent, onScreen, selection } = grid
  const group = texts.keysGroup
  const rowAt = (index: number) => {
    const line = index < lines.length ? lines.at(index) : null
    return line?.kind === 'row' ? line.row : undefined
  }
  const row = rowAt(current.line)
  const goTo = (index: number) => {
    const line = Math.max(0, Math.min(lines.length - 1, index))
    setCurrent({ ...current, line })
    onScreen.scrollTo(line)
    const next = rowAt(line)
    if (list.place.peek !== undefined && next !== undefined) grid.peek(next.id)
    if (!grid.scroller.current?.contains(document.activeElement)) grid.scroller.current?.focus({ preventScroll: true })
  }
  const across = (by: number) => setCurrent({ ...current, column: Math.max(0, Math.min(list.columns.length - 1, current.column + by)) })
  const openOrToggle = () => {
    const line = current.line < lines.length ? lines.at(current.line) : null
    if (line?.kind === 'group') lines.toggle(line.key)
    else if (row !== undefined && !list.shown.trash) grid.open(row.id)
  }
  const edit = () => {
    const column = list.columns[current.column]
    const editable = column?.editable ? column : list.columns.find((one) => one.editable)
    if (editable === undefined || list.shown.trash) return
    setCurrent({ ...current, column: list.columns.indexOf(editable) })
    grid.edit(current.line, editable)
  }
  const leave = () => {
    if (list.place.peek !== undefined) grid.peek(undefined)
    else grid.setSelection(nothing)
  }
  const keys: Shortcut[] = [
    { keys: 'j', label: texts.keyNext, group, run: () => goTo(current.line + 1) },
    { keys: 'k', label: texts.keyPrevious, group, run: () => goTo(current.line - 1) },
    { keys: 'ArrowDown', label: texts.keyNext, group, run: () => goTo(current.line + 1) },
    { keys: 'ArrowUp', label: texts.keyPrevious, group, run: () => goTo(current.line - 1) },
    { keys: 'ArrowRight', label: texts.keyRight, group, run: () => across(1) },
    { keys: 'ArrowLeft', label: texts.keyLeft, group, run: () => across(-1) },
    { keys: 'PageDown', label: texts.keyNext, group, run: () => goTo(current.line + 20) },
    { keys: 'PageUp', label: texts.keyPrevious, group, run: () => goTo(current.line - 20) },
    { keys: 'Home', label: texts.keyFirst, group, run: () => goTo(0) },
    { keys: 'End', label: texts.keyLast, group, run: () => goTo(lines.length - 1) },
    { keys: 'Enter', label: texts.keyOpen, group, run: openOrToggle },
    { keys: 'Space', label: texts.keyPeek, group, run: () => row !== undefined && !list.shown.trash && grid.peek(list.place.peek === row.id ? undefined : row.id) },
    { keys: 'e', label: texts.keyEdit, group, run: edit },
    { keys: 'x', label: texts.keyChoose, group, run: () => row !== undefined && grid.choose(current.line, row.id, !isChosen(selection, row.id), false) },
    { keys: 'shift+x', label: texts.keyChoose, group, run: () => row !== undefined && grid.choose(current.line, row.id, true, true) },
    { keys: 'mod+a', label: texts.keyChooseAll, group, run: () => grid.setSelection(everything) },
    { keys: 'Escape', label: texts.keyLeave, group, run: leave },
  ]
  useShortcuts(keys, !grid.editingNow)
}
