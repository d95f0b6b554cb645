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
  useShortcuts([...movingKeys(grid), ...actingKeys(grid)], !grid.editingNow)
}

function rowAt({ lines }: GridKeys, index: number) {
  const line = index < lines.length ? lines.at(index) : null
  return line?.kind === 'row' ? line.row : undefined
}

function goTo(grid: GridKeys, index: number): void {
  const { list, lines, current, setCurrent, onScreen, scroller } = grid
  const line = Math.max(0, Math.min(lines.length - 1, index))
  setCurrent({ ...current, line })
  onScreen.scrollTo(line)
  const next = rowAt(grid, line)
  if (list.place.peek !== undefined && next !== undefined) grid.peek(next.id)
  if (!scroller.current?.contains(document.activeElement)) scroller.current?.focus({ preventScroll: true })
}

const group = texts.keysGroup

function movingKeys(grid: GridKeys): Shortcut[] {
  const { list, lines, current, setCurrent } = grid
  const down = (by: number) => () => goTo(grid, current.line + by)
  const across = (by: number) => () => setCurrent({ ...current, column: Math.max(0, Math.min(list.columns.length - 1, current.column + by)) })
  return [
    { keys: 'j', label: texts.keyNext, group, run: down(1) },
    { keys: 'k', label: texts.keyPrevious, group, run: down(-1) },
    { keys: 'ArrowDown', label: texts.keyNext, group, run: down(1) },
    { keys: 'ArrowUp', label: texts.keyPrevious, group, run: down(-1) },
    { keys: 'ArrowRight', label: texts.keyRight, group, run: across(1) },
    { keys: 'ArrowLeft', label: texts.keyLeft, group, run: across(-1) },
    { keys: 'PageDown', label: texts.keyPageDown, group, run: down(20) },
    { keys: 'PageUp', label: texts.keyPageUp, group, run: down(-20) },
    { keys: 'Home', label: texts.keyFirst, group, run: () => goTo(grid, 0) },
    { keys: 'End', label: texts.keyLast, group, run: () => goTo(grid, lines.length - 1) },
  ]
}

function actingKeys(grid: GridKeys): Shortcut[] {
  const { list, current, selection } = grid
  const row = rowAt(grid, current.line)
  const usable = row !== undefined && !list.shown.trash
  return [
    { keys: 'Enter', label: texts.keyOpen, group, run: () => openOrToggle(grid) },
    { keys: 'Space', label: texts.keyPeek, group, run: () => usable && grid.peek(list.place.peek === row.id ? undefined : row.id) },
    { keys: 'e', label: texts.keyEdit, group, run: () => editCell(grid) },
    { keys: 'x', label: texts.keyChoose, group, run: () => row !== undefined && grid.choose(current.line, row.id, !isChosen(selection, row.id), false) },
    { keys: 'shift+x', label: texts.keyChooseRange, group, run: () => row !== undefined && grid.choose(current.line, row.id, true, true) },
    { keys: 'mod+a', label: texts.keyChooseAll, group, run: () => grid.setSelection(everything) },
    { keys: 'Escape', label: texts.keyLeave, group, run: () => (list.place.peek === undefined ? grid.setSelection(nothing) : grid.peek(undefined)) },
  ]
}

function openOrToggle(grid: GridKeys): void {
  const { lines, current } = grid
  const line = current.line < lines.length ? lines.at(current.line) : null
  if (line?.kind === 'group') lines.toggle(line.key)
  else if (line?.kind === 'row' && line.row !== undefined && !grid.list.shown.trash) grid.open(line.row.id)
}

/** The current cell, or the first of the row that may be changed. */
function editCell({ list, current, setCurrent, edit }: GridKeys): void {
  const column = list.columns[current.column]
  const editable = column?.editable ? column : list.columns.find((one) => one.editable)
  if (editable === undefined || list.shown.trash) return
  setCurrent({ ...current, column: list.columns.indexOf(editable) })
  edit(current.line, editable)
}
