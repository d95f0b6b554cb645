import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import { useStable } from '../ui/stable.ts'
import type { CellText, Leaving, SheetActs, SheetColumn } from './columns.ts'
import { actOfKey, stepOfKey } from './keys.ts'
import { at, blockOf, coveringColumn, stepped, tabbed, within, type Place, type Range } from './place.ts'
import { readTable, writeTable } from './table.ts'

export interface SheetSource<Row> {
  rows: readonly Row[]
  columns: readonly SheetColumn<Row>[]
  /** Over how many columns a cell goes; 0: it is covered by one before it. */
  spanOf(row: Row, column: number): number
  isLocked: boolean
  acts: SheetActs
  /** The column in which one begins. */
  startAt: number
}
export interface Editing extends Place {
  text: string
  typed: boolean
}

/** Where one stands in the sheet, what is chosen and what is being edited; rows themselves belong to the room. */
export function useSheet<Row>(source: SheetSource<Row>) {
  const { rows, columns, acts, isLocked } = source
  const size = { rows: rows.length, columns: columns.length }
  const [range, setRange] = useState<Range>(() => at(0, source.startAt))
  const [editing, setEditing] = useState<Editing | null>(null)
  const held: Range = { anchor: within(range.anchor, size), head: within(range.head, size) }
  const covering = (place: Place): Place => {
    const row = rows[place.row]
    return row === undefined ? place : { ...place, column: coveringColumn(place.column, (column) => source.spanOf(row, column)) }
  }
  const active = covering(held.head)
  const go = (next: Range) => {
    setEditing(null)
    setRange(next)
  }

  function edit(place: Place, typed?: string): boolean {
    const spot = covering(place)
    const [row, column] = [rows[spot.row], columns[spot.column]]
    if (isLocked || row === undefined || column === undefined || !column.mayEdit(row)) return false
    setRange(at(spot.row, spot.column))
    setEditing({ ...spot, text: typed ?? column.text(row), typed: typed !== undefined })
    if (typed !== undefined) acts.typing?.({ row: spot.row, column: column.key, text: typed })
    return true
  }
  function finish(text: string | null, leaving: Leaving): void {
    if (editing === null) return
    const { row, column } = editing
    acts.typing?.(null)
    if (text !== null && text !== columns[column]!.text(rows[row]!)) acts.set([{ row, column: columns[column]!.key, text }])
    leave({ row, column }, leaving)
  }
  function leave({ row, column }: Place, leaving: Leaving): void {
    // A cell filled in the last row may have made another one below it: the step is held to what then is there.
    const roomy = { rows: size.rows + 1, columns: size.columns }
    if (typeof leaving === 'object') go(at(row, columns.findIndex(({ key }) => key === leaving.column)))
    else if (leaving === 'next' || leaving === 'back') {
      const next = tabbed({ row, column: lastCovered({ row, column }, leaving) }, leaving === 'back', roomy) ?? { row, column }
      go(at(next.row, next.column))
    } else go(stepped(at(row, column), { rows: leaving === 'down' ? 1 : 0 }, roomy))
  }
  function lastCovered({ row, column }: Place, leaving: Leaving): number {
    const one = rows[row]
    return leaving === 'back' || one === undefined ? column : column + Math.max(1, source.spanOf(one, column)) - 1
  }
  function cancel(): void {
    acts.typing?.(null)
    setEditing(null)
  }
  const keyboard = useKeyboard({ ...source, held, active, size, go, edit, lastCovered })
  return { range: held, active, editing, edit, finish, cancel, go, ...keyboard }
}

export type SheetState<Row> = ReturnType<typeof useSheet<Row>>

interface Keyboard<Row> extends SheetSource<Row> {
  held: Range
  active: Place
  size: { rows: number; columns: number }
  go(range: Range): void
  edit(place: Place, typed?: string): boolean
  lastCovered(place: Place, leaving: Leaving): number
}

function useKeyboard<Row>(sheet: Keyboard<Row>) {
  const { held, active, size, go, edit } = sheet
  // Escape, then Tab, leaves a sheet in which Tab goes from cell to cell.
  const isLeaving = useRef(false)
  const onKeyDown = useStable((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.key === 'Tab') {
      const next = isLeaving.current ? null : tabbed({ row: active.row, column: sheet.lastCovered(active, event.shiftKey ? 'back' : 'next') }, event.shiftKey, size)
      if (next === null) return
      event.preventDefault()
      return go(at(next.row, next.column))
    }
    isLeaving.current = event.key === 'Escape'
    const step = stepOfKey(event, size)
    if (step !== null) {
      event.preventDefault()
      return go(stepped(event.shiftKey ? held : at(active.row, held.head.column), step, size, event.shiftKey))
    }
    if (pressed(event, sheet) || (isTyped(event) && edit(active, event.key))) event.preventDefault()
  })
  return { onKeyDown, ...useClipboard(sheet) }
}

const isTyped = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => [...key].length === 1 && ((!ctrlKey && !metaKey && !altKey) || (ctrlKey && altKey))

/** What the key does here; false: nothing, the key is somebody else's. */
function pressed<Row>(event: KeyboardEvent, { acts, active, held, size, rows, columns, isLocked, go, edit }: Keyboard<Row>): boolean {
  const act = actOfKey(event)
  if (act === null) return false
  const block = blockOf(held)
  const keep = (row: number) => go(at(row, active.column))
  if (act === 'all') go({ anchor: { row: 0, column: 0 }, head: { row: size.rows - 1, column: size.columns - 1 } })
  else if (act === 'enter') void (edit(active) || go(stepped(at(active.row, active.column), { rows: 1 }, size)))
  else if (isLocked) return false
  else if (act === 'edit') edit(active)
  else if (act === 'clear') acts.set(cellsOf(block, rows, columns).map((cell) => ({ ...cell, text: '' })))
  else if (act === 'fill') acts.set(filled(block, rows, columns))
  else if (act === 'insert') keep(acts.insert(active.row))
  else if (act === 'remove') acts.remove(block.top, block.bottom)
  else if (act === 'up' || act === 'down') keep(acts.move(active.row, act === 'up' ? -1 : 1))
  else acts[act]()
  return true
}

type Cells = Omit<CellText, 'text'>[]
function cellsOf<Row>(block: ReturnType<typeof blockOf>, rows: readonly Row[], columns: readonly SheetColumn<Row>[]): Cells {
  const shown = columns.slice(block.left, block.right + 1)
  return rows.slice(block.top, block.bottom + 1).flatMap((row, offset) => shown.filter((column) => column.mayEdit(row)).map((column) => ({ row: block.top + offset, column: column.key })))
}

/** The top row of the block goes into those below it; of a single row, the one above into it. */
function filled<Row>(block: ReturnType<typeof blockOf>, rows: readonly Row[], columns: readonly SheetColumn<Row>[]): CellText[] {
  const from = block.top === block.bottom ? block.top - 1 : block.top
  const source = rows[from]
  if (source === undefined) return []
  return cellsOf({ ...block, top: from + 1 }, rows, columns).map((cell) => ({ ...cell, text: columns.find(({ key }) => key === cell.column)!.text(source) }))
}

function useClipboard<Row>({ rows, columns, acts, isLocked, active, held, go }: Keyboard<Row>) {
  const isOurs = (event: ClipboardEvent) => !(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
  const onCopy = useStable((event: ClipboardEvent) => {
    if (!isOurs(event)) return
    const block = blockOf(held)
    const table = rows.slice(block.top, block.bottom + 1).map((row) => columns.slice(block.left, block.right + 1).map((column) => column.text(row)))
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeTable(table))
  })
  const onCut = useStable((event: ClipboardEvent) => {
    if (!isOurs(event)) return
    onCopy(event)
    if (!isLocked) acts.set(cellsOf(blockOf(held), rows, columns).map((cell) => ({ ...cell, text: '' })))
  })
  const onPaste = useStable((event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isOurs(event) || isLocked || text === '') return
    event.preventDefault()
    const block = blockOf(held)
    const first = { row: block.top, column: block.top === block.bottom ? active.column : block.left }
    const took = acts.paste({ row: first.row, column: columns[first.column]!.key }, readTable(text))
    go({ anchor: first, head: { row: first.row + took.rows - 1, column: first.column + took.columns - 1 } })
  })
  return { onCopy, onCut, onPaste }
}
